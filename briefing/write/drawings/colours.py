"""The colours of a drawing from the theme; a shade alone is grey."""

from __future__ import annotations

from briefing.model.blocks import Box, Disc, Line
from briefing.model.theme import Theme


def colour_of(shape: Line | Box | Disc, theme: Theme) -> str:
    """Return the hex colour a shape is drawn in."""
    if not isinstance(shape, Line) and shape.accent:
        return theme.colours.accent
    level = round(255 * shape.shade)
    return f"#{level:02x}{level:02x}{level:02x}"
