"""Who says what: sources, cues and contents of a text as linked attributions."""

from __future__ import annotations

from briefing.analyse.attribution.engine import find_attributions

__all__ = ["find_attributions"]
