"""Pictures of a briefing, drawn once as vectors; one that would say nothing is left out."""

from __future__ import annotations

from briefing.figures.sources import draw_sources
from briefing.figures.timeline import draw_timeline
from briefing.figures.voices import draw_voices
from briefing.model.blocks import Drawing
from briefing.model.briefing import Briefing
from briefing.model.labels import Labels

__all__ = ["draw"]


def draw(briefing: Briefing, labels: Labels) -> tuple[tuple[str, Drawing], ...]:
    """Draw the timeline, who says what, and the sources by date and genre, each under its name."""
    drawn = (
        ("timeline", draw_timeline(briefing, labels)),
        ("voices", draw_voices(briefing, labels)),
        ("sources", draw_sources(briefing, labels)),
    )
    return tuple((name, drawing) for name, drawing in drawn if drawing is not None)
