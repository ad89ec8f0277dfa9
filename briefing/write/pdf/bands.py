"""What pages are stacked from: a band is a strip that no page break cuts, with all that is printed on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from briefing.model.blocks import Picture
from briefing.write.pdf.lines import Run
from briefing.write.pdf.tree import Node


class Print(NamedTuple):
    """A run of text on a band; `x` from the left edge of the paper, `y` down from the top of the band."""

    x: float
    y: float
    run: Run


class Stroke(NamedTuple):
    """A horizontal rule on a band."""

    x: float
    y: float
    length: float
    width: float
    colour: str


class Image(NamedTuple):
    """A picture on a band."""

    x: float
    y: float
    width: float
    height: float
    picture: Picture
    name: str
    node: Node


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ground:
    """What lies behind a row of bands, from the first to the last on each page: a tint, a bar at the left."""

    x: float
    width: float
    tint: str | None = None
    bar: str | None = None
    bar_width: float = 0.0


@dataclass(slots=True, kw_only=True, eq=False)
class Band:
    """One strip. It is filled while blocks are laid out and not changed afterwards."""

    height: float
    before: float = 0.0
    """Space above, left out at the top of a page."""
    prints: list[Print] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    """Tags that stand here even if nothing is printed in them: an empty cell."""
    notes: list[str] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    heading: tuple[int, str] | None = None
    """Level and text for the outline."""
    tie: bool = False
    """No page may begin with the next band."""
    fresh: bool = False
    """A page begins with this band."""
    share: float = 1.0
    """Of the width of the page: short notes stand side by side."""
    ground: Ground | None = None
    head: tuple[Band, ...] = ()
    """Bands repeated above this one where a page begins with it: a table's header."""


def keep_together(bands: Sequence[Band], limit: float) -> None:
    """Tie bands that are no higher than `limit` in all, so that no page break parts them."""
    if sum(band.height + band.before for band in bands) <= limit:
        for band in bands[:-1]:
            band.tie = True
