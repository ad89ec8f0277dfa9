"""The paper and the column on it, in points."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.theme import Page

_PAPERS = {"a4": (595.28, 841.89), "letter": (612.0, 792.0)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Geometry:
    """Paper size, margins and the column between them."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def column(self) -> float:
        """Return the width of the column."""
        return self.width - self.left - self.right

    @property
    def column_height(self) -> float:
        """Return the height of the column."""
        return self.height - self.top - self.bottom


def geometry(page: Page) -> Geometry:
    """Measure the paper of a theme."""
    width, height = _PAPERS[page.paper]
    return Geometry(width=width, height=height, left=page.left, right=page.right, top=page.top, bottom=page.bottom)
