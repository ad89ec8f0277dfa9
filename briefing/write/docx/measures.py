"""Lengths in Word's units, and the paper."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.theme import Theme

PAPERS = {"a4": (595.3, 841.9), "letter": (612.0, 792.0)}
"""Width and height in points."""


def twips(points: float) -> str:
    """Return `points` in twentieths of a point."""
    return str(round(points * 20))


def half_points(points: float) -> str:
    """Return a type size in half points."""
    return str(round(points * 2))


def emus(points: float) -> str:
    """Return `points` in English Metric Units, the unit of drawings."""
    return str(round(points * 12700))


def colour(value: str) -> str:
    """Return `#1f4e79` as Word writes it, `1F4E79`."""
    return value.lstrip("#").upper()


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """The page and the text area on it, in points."""

    page_width: float
    page_height: float
    width: float
    height: float


def text_area(theme: Theme) -> Area:
    """Return what the margins of `theme` leave of its paper."""
    width, height = PAPERS[theme.page.paper]
    page = theme.page
    return Area(
        page_width=width,
        page_height=height,
        width=width - page.left - page.right,
        height=height - page.top - page.bottom,
    )
