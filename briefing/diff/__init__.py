"""Tell what changed between two briefings."""

from briefing.diff.compare import compare
from briefing.diff.load import load_briefing
from briefing.diff.show import print_changes

__all__ = ["compare", "load_briefing", "print_changes"]
