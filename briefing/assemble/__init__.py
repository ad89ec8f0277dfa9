"""Findings to Briefing: choose, order, shorten, word; and prove every line before anything is written."""

from briefing.assemble.compose import assemble
from briefing.assemble.excerpt import excerpt
from briefing.assemble.matter import sketch_lines
from briefing.assemble.prove import prove

__all__ = ["assemble", "excerpt", "prove", "sketch_lines"]
