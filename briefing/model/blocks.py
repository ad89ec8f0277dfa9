"""The pages as typed blocks: what the template's Markdown is parsed to and the only thing writers take.

Blocks and inlines are closed unions; a block cannot stand inside an inline.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

Align = Literal["left", "right", "center"]


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words; `lang` where they are not in the briefing's language."""

    text: str
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Strong:
    """Words of weight."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words apart."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """A small label (`stated`, `in use`); an inline code span in Markdown."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link; `target` is `#anchor` within the briefing or an http, https or mailto URL."""

    target: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A reference to the note `note` (its id); `number` is its number by first use, from 1."""

    note: str
    number: int


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A forced new line."""


Inline = Text | Strong | Emphasis | Label | Link | NoteMark | LineBreak
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading; `level` 1 is the briefing's title."""

    level: int
    children: Inlines
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph; `anchor` where something links to it."""

    children: Inlines
    anchor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """A list item."""

    blocks: tuple[Block, ...]
    anchor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletList:
    """An unordered list."""

    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderedList:
    """A numbered list that begins at `start`."""

    items: tuple[ListItem, ...]
    start: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words set apart as a quotation."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A table cell."""

    children: Inlines


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with one header row; `align` has one entry a column; `widths` are shares that sum to 1."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    align: tuple[Align, ...]
    widths: tuple[float, ...] = ()
    caption: Inlines = ()
    name: str | None = None
    """The kind of table (`positions`, `options`), for style."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture of `Pages.pictures` with its alternative text."""

    picture: str
    alt: str
    caption: Inlines = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """Blocks set as a named kind (`bottom-line`, `how-to-read`, `title-block`), styled by the theme."""

    name: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A thematic break."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBreak:
    """What follows begins a new page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The table of contents stands here; writers fill it from the headings of `levels`."""

    levels: tuple[int, ...] = (2, 3)


Block = (
    Heading | Paragraph | BulletList | OrderedList | Quotation | Table | Figure | Division | Rule | PageBreak | Contents
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote."""

    id: str
    number: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A straight stroke of a drawing, in points from the top left corner."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float = 0.5
    shade: float = 0.0
    """0 black to 1 white."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A filled rectangle of a drawing."""

    x: float
    y: float
    width: float
    height: float
    shade: float = 0.5
    accent: bool = False
    pattern: Literal["solid", "stripes", "outline"] = "solid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Disc:
    """A filled circle of a drawing."""

    x: float
    y: float
    radius: float
    shade: float = 0.0
    accent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A text of a drawing; `x`, `y` is the start, middle or end of its baseline."""

    x: float
    y: float
    text: str
    size: float = 8.0
    anchor: Literal["start", "middle", "end"] = "start"
    strong: bool = False


Shape = Line | Box | Disc | Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A vector picture, drawn once: PDF strokes it, other formats take it as PNG (or SVG)."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    alt: str = ""
    """What it shows, in words, with its data."""
    caption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bitmap:
    """A user's picture, already checked and re-encoded as PNG."""

    png: bytes
    width: float
    """In points."""
    height: float


Picture = Drawing | Bitmap


@dataclass(frozen=True, slots=True, kw_only=True)
class PagesMeta:
    """What stands in properties, headers and footers."""

    title: str
    language: str
    as_of: str
    subject: str = ""
    author: str = ""
    keywords: tuple[str, ...] = ()
    header: str = ""
    """Short title at the head of each page."""
    footer: str = ""
    mark: str | None = None
    """Classification or embargo mark, on every page."""
    page_label: str = "Page {page} of {pages}"
    notes_label: str = "Notes"
    contents_label: str = "Contents"
    skip_label: str = "Skip to the text"
    """Of the link that leads a keyboard past the head of a web page."""
    back_label: str = "Back to the text"
    """Of the link from a note to its first mark."""
    schema_version: str = "1"
    sources: tuple[tuple[str, str], ...] = ()
    """Source id and sha256, for custom properties."""
    evidence: tuple[str, ...] = ()
    """Each passage the briefing rests on, as `S1:449-623:digest` of its words."""
    lines: tuple[str, ...] = ()
    """Digests of the printed lines (see `model.lines`), by which a changed file is recognised."""

    @property
    def day(self) -> str:
        """Return `as_of` as a full date for file properties; that of an undated briefing is the first day of 1980."""
        known = re.match(r"(\d{4})(-\d{2})?(-\d{2})?", self.as_of)
        return f"{known[1]}{known[2] or '-01'}{known[3] or '-01'}" if known else "1980-01-01"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """A whole document ready to be written: blocks in order, notes by first use, pictures by name."""

    meta: PagesMeta
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    pictures: tuple[tuple[str, Picture], ...] = field(default=())
