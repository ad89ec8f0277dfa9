"""The stream of bands that blocks are laid out to: spacing, what stays together, what lies behind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from briefing.model.blocks import Block, Inlines, Pages
from briefing.model.theme import Theme
from briefing.write.pdf.bands import Band, Ground, Print
from briefing.write.pdf.lines import Line, LineBreaker
from briefing.write.pdf.pens import Style, Styles
from briefing.write.pdf.tree import Node
from briefing.write.pdf.words import Setter

_LEAST_WIDTH = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a block stands: its column, its tag, the style of its paragraphs and what lies behind."""

    x: float
    width: float
    """Of lines of text."""
    room: float
    """For tables, pictures and boxes, which may be wider than a line should be."""
    node: Node
    text: Style
    ground: Ground | None = None
    boxed: bool = False
    """Headings below are set small: they stand in a box."""


class Layout(Protocol):
    """Lays out one type of block; `before` is the block it follows, None at the start."""

    def __call__(self, flow: Flow, block: Any, place: Place, before: Block | None) -> None:
        """Lay `block` out to the bands of `flow`."""


@dataclass(slots=True, kw_only=True, eq=False)
class Flow:
    """Lays blocks out to `bands`, by the layout of their type."""

    pages: Pages
    theme: Theme
    styles: Styles
    setter: Setter
    breaker: LineBreaker
    layouts: Mapping[type, Layout]
    page_height: float
    """Of the column: a row taller than this must be broken."""
    bands: list[Band] = field(default_factory=list)
    gap: float = 0.0
    """Space owed before the next band."""
    depth: int = 0
    """Level of the last heading's tag."""
    fresh: bool = False
    """The next band begins a page."""
    lead: list[Print] = field(default_factory=list)
    """Prints that wait for the next band: a list item's mark."""
    anchors: list[str] = field(default_factory=list)
    """Anchors that wait for the next band."""

    def blank(self) -> Flow:
        """Make a flow like this one that holds nothing yet."""
        return replace(self, bands=[], gap=0.0, fresh=False, lead=[], anchors=[])

    def emit(self, band: Band, place: Place) -> None:
        """Put `band` at the end, with the space, marks and anchors owed to it."""
        band.before = max(band.before, self.gap) if self.bands else 0.0
        band.ground = place.ground
        band.fresh, self.fresh = self.fresh, False
        band.anchors.extend(self.anchors)
        band.prints[:0] = self.lead
        self.anchors, self.lead, self.gap = [], [], 0.0
        self.bands.append(band)

    def owe(self, space: float) -> None:
        """Ask for at least `space` before the next band."""
        self.gap = max(self.gap, space)

    def text(self, inlines: Inlines, style: Style, node: Node, place: Place) -> list[Band]:
        """Lay out one paragraph, tied against widows and orphans."""
        words = self.setter.words(inlines, style, node, self.pages.meta.language)
        breaker = self.breaker.balanced if style.balance else self.breaker.lines
        lines = breaker(words, place.width, hyphenate=style.hyphenate)
        self.owe(style.before)
        bands = [line_band(line, style, place.x) for line in lines]
        tie_paragraph(bands)
        for band in bands:
            self.emit(band, place)
        return bands

    def blocks(self, blocks: tuple[Block, ...], place: Place) -> None:
        """Lay out `blocks` in order."""
        before: Block | None = None
        for block in blocks:
            self.layouts[type(block)](self, block, place, before)
            before = block


def indented(place: Place, by: float) -> Place:
    """Return a place whose left edge stands `by` further in, while there is room for words."""
    if place.width - by < _LEAST_WIDTH:
        return place
    return replace(place, x=place.x + by, width=place.width - by, room=place.room - by)


def baseline(style: Style) -> float:
    """Return how far below the top of its line the text of `style` stands."""
    return (style.leading - style.size) / 2 + style.size * 0.82


def line_prints(line: Line, style: Style, x: float, y: float) -> list[Print]:
    """Place the runs of a line whose top is at `y`."""
    base = y + baseline(style)
    return [Print(x + run.x, base - run.pen.rise, run) for run in line.runs]


def line_band(line: Line, style: Style, x: float) -> Band:
    """Make the band of one line of text."""
    return Band(
        height=style.leading,
        prints=line_prints(line, style, x, 0.0),
        notes=list(line.notes),
        anchors=list(line.anchors),
    )


def tie_paragraph(bands: list[Band]) -> None:
    """Allow no single first or last line of a paragraph on a page of its own."""
    count = len(bands)
    for index, band in enumerate(bands[:-1]):
        band.tie = index == 0 or index == count - 2 or count <= 3
