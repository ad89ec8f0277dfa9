"""The words of a Word file's parts in reading order: insertions in, deletions out, text boxes after their paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from briefing.model.document import BlockKind
from briefing.read.docx.styles import Style, child, is_on, kind_of, local, value
from briefing.read.draft import Piece

_GONE = frozenset({"del", "moveFrom", "Fallback", "rt", "pPrChange", "rPrChange", "instrText", "delText"})
_BREAKS = {"tab": " ", "ptab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-"}
_ROW_PARAGRAPHS = 2
"""A row whose cells hold more paragraphs than this is layout, not data: its cells are read one by one."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    kind: BlockKind
    level: int
    text: str
    boxes: tuple[Piece, ...]
    joined: bool
    """The paragraph's end was deleted: its words run on into the next."""


def pieces_of(container: etree._Element, styles: Mapping[str, Style]) -> Iterator[Piece]:
    """Yield the blocks of a body, cell, note, header or text box."""
    carried = ""
    for element in _flat(container):
        if local(element) == "tbl":
            yield from _table(element, styles)
            continue
        paragraph = _paragraph(element, styles)
        if paragraph.joined:
            carried += paragraph.text
            yield from paragraph.boxes
            continue
        yield Piece(kind=paragraph.kind, level=paragraph.level, text=carried + paragraph.text)
        carried = ""
        yield from paragraph.boxes
    yield Piece(kind="paragraph", text=carried)


def _flat(container: etree._Element) -> Iterator[etree._Element]:
    """Yield paragraphs and tables, looking through content controls, custom XML and kept insertions."""
    for element in container:
        name = local(element)
        if name in {"p", "tbl"}:
            yield element
        elif name not in _GONE:
            yield from _flat(element)


def _paragraph(element: etree._Element, styles: Mapping[str, Style]) -> _Paragraph:
    properties = child(element, "pPr")
    kind, level = kind_of(properties, styles)
    mark = child(properties, "rPr")
    joined = child(mark, "del") is not None or child(mark, "moveFrom") is not None
    boxes = tuple(p for box in _boxes(element) for p in pieces_of(box, styles))
    return _Paragraph(kind, level, "".join(_words(element)), boxes, joined)


def _words(element: etree._Element) -> Iterator[str]:
    for part in element:
        name = local(part)
        if name in {"t", "txbxContent"}:
            yield (part.text or "") if name == "t" else ""
        elif name in _BREAKS:
            yield _BREAKS[name]
        elif name == "sym":
            yield _symbol(part)
        elif name not in _GONE and not (name == "r" and is_on(child(part, "rPr", "vanish"))) and name != "pPr":
            yield from _words(part)


def _symbol(element: etree._Element) -> str:
    """Return a symbol's character; those of the private area mean something in their own font only and are left out."""
    code = value(element, "char") or ""
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    return chr(point) if 0x20 < point < 0xD800 else ""


def _boxes(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the text boxes anchored in a paragraph, outermost only, each once though stored in two forms."""
    for part in element:
        name = local(part)
        if name == "txbxContent":
            yield part
        elif name not in _GONE:
            yield from _boxes(part)


def _table(table: etree._Element, styles: Mapping[str, Style]) -> Iterator[Piece]:
    for row in _within(table, "tr", {"tbl", "tc"}):
        if child(row, "trPr", "del") is not None:
            continue
        cells = tuple(tuple(p for p in pieces_of(c, styles) if p.text.strip()) for c in _within(row, "tc", set()))
        if len(cells) < 2 or any(len(cell) > _ROW_PARAGRAPHS for cell in cells):
            yield from (piece for cell in cells for piece in cell)
        else:
            yield Piece(kind="table_row", text=" | ".join(" ".join(p.text for p in cell) for cell in cells if cell))


def _within(element: etree._Element, wanted: str, closed: set[str]) -> Iterator[etree._Element]:
    for part in element:
        name = local(part)
        if name == wanted:
            yield part
        elif name not in _GONE and name not in closed:
            yield from _within(part, wanted, closed)
