"""Blocks to paragraphs and tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from briefing.model.blocks import (
    Block,
    BulletList,
    Contents,
    Division,
    Figure,
    Heading,
    ListItem,
    OrderedList,
    PageBreak,
    Paragraph,
    Quotation,
    Rule,
    Table,
)
from briefing.model.theme import Theme
from briefing.write.docx.divisions import BOX_INDENT, BOXES, LAST, heading_style, list_style
from briefing.write.docx.inlines import Inliner
from briefing.write.docx.measures import twips
from briefing.write.docx.numbering import LEVELS, Numbering, item_indent
from briefing.write.docx.paragraphs import paragraph, set_property, set_style
from briefing.write.docx.pictures import Gallery
from briefing.write.docx.tables import table_element
from briefing.write.docx.xml import Element, node, qualified


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a block stands: the style of its paragraphs, the box around it, the depth of lists."""

    style: str = "BodyText"
    box: str | None = None
    depth: int = 0
    width: float = 0.0


@dataclass(slots=True, kw_only=True)
class Blocks:
    """Writes the blocks of one story; `contents` makes the table of contents where one stands."""

    theme: Theme
    inliner: Inliner
    numbering: Numbering
    gallery: Gallery
    contents: Callable[[Contents], list[Element]]

    def elements(self, blocks: Sequence[Block], place: Place) -> list[Element]:
        """Write `blocks`; Word would join two tables that touch, so a small paragraph parts them."""
        made: list[Element] = []
        turn = False
        for block in blocks:
            written = self._elements_of(block, place)
            if turn and written:
                made.extend(_on_new_page(written))
            else:
                made.extend(written)
            turn = isinstance(block, PageBreak) or (turn and not written)
            if isinstance(block, Table):
                made.append(paragraph("AfterTable", []))
        return made

    def _elements_of(self, block: Block, place: Place) -> list[Element]:
        match block:
            case Heading():
                return [self._heading(block, place)]
            case Paragraph(children=children, anchor=anchor):
                runs = self.inliner.bookmarks.around(anchor, self.inliner.runs(children))
                return [paragraph(place.style, runs, indent=self._indent(place))]
            case Table():
                return self._table(block, place)
            case Figure():
                return self._figure(block, place)
            case Rule():
                return [paragraph("Rule", [])]
            case Contents():
                return self.contents(block)
            case PageBreak():
                return []
            case _:
                return self._group(block, place)

    def _group(self, block: BulletList | OrderedList | Quotation | Division, place: Place) -> list[Element]:
        match block:
            case BulletList(items=items):
                return self._list(items, self.numbering.bullets(), "ListBullet", place)
            case OrderedList(items=items, start=start):
                return self._list(items, self.numbering.count_from(start, place.depth), "ListNumber", place)
            case Quotation(blocks=inner):
                return self._quotation(inner, place)
            case Division(name=name, blocks=inner):
                return self._division(name, inner, place)

    def _heading(self, heading: Heading, place: Place) -> Element:
        runs = self.inliner.bookmarks.around(heading.anchor, self.inliner.runs(heading.children))
        return paragraph(heading_style(heading.level, place.box), runs)

    def _division(self, name: str, inner: Sequence[Block], place: Place) -> list[Element]:
        box = BOXES.get(name)
        if box is None or place.style == "FootnoteText" or place.box:
            return self.elements(inner, place)
        made = self.elements(inner, replace(place, style=box, box=box))
        if box in LAST and made and made[-1].tag == qualified("w:p"):
            set_style(made[-1], LAST[box])
        if box not in ("Cover", "Sources"):
            _set_apart(made, self.theme.spacing.paragraph * 2)
        return made

    def _quotation(self, inner: Sequence[Block], place: Place) -> list[Element]:
        """Keep words and speaker on one page; the last paragraph parts the quotation from one that follows."""
        if place.box or place.style == "FootnoteText":
            return self.elements(inner, place)
        made = self.elements(inner, replace(place, style="Quote"))
        if made and made[-1].tag == qualified("w:p"):
            set_style(made[-1], "QuoteLast")
        return made

    def _list(self, items: Sequence[ListItem], number: int, style: str, place: Place) -> list[Element]:
        made: list[Element] = []
        for item in items:
            made.extend(self._item(item, number, list_style(style, place.box), place))
        return made

    def _item(self, item: ListItem, number: int, style: str, place: Place) -> list[Element]:
        """Write one item: its first paragraph bears the bullet or number, the others stand below it."""
        first = item.blocks[0] if item.blocks and isinstance(item.blocks[0], Paragraph) else None
        runs = self.inliner.runs(first.children) if first else []
        anchors = self.inliner.bookmarks
        runs = anchors.around(item.anchor, anchors.around(first.anchor, runs) if first else runs)
        level = min(place.depth, LEVELS - 1)
        head = paragraph(style, runs, numbered=(number, level), indent=self._hanging(place))
        below = style if place.box else "ListContinue" if place.style == "BodyText" else place.style
        inner = replace(place, style=below, depth=place.depth + 1)
        return [head, *self.elements(item.blocks[1:] if first else item.blocks, inner)]

    def _indent(self, place: Place) -> dict[str, str]:
        if not place.depth:
            return {}
        return {"w:left": twips(self._left(place) + item_indent(self.theme) * place.depth), "w:hanging": "0"}

    def _hanging(self, place: Place) -> dict[str, str]:
        """Indent items of a box from its edge; elsewhere the list's own shape does it."""
        if not place.box:
            return {}
        step = item_indent(self.theme)
        return {"w:left": twips(self._left(place) + step * (place.depth + 1)), "w:hanging": twips(step)}

    def _left(self, place: Place) -> float:
        return BOX_INDENT if place.box else 0.0

    def _table(self, table: Table, place: Place) -> list[Element]:
        made = []
        if table.caption:
            made.append(paragraph("Caption", self.inliner.runs(table.caption)))
        return [*made, table_element(table, self.inliner, self.theme, width=place.width)]

    def _figure(self, figure: Figure, place: Place) -> list[Element]:
        drawing = self.gallery.drawing(figure.picture, figure.alt, width=place.width)
        made = [paragraph("Figure", [node("w:r", None, drawing)])]
        if figure.caption:
            set_property(made[0], "w:keepNext")
            made.append(paragraph("FigureCaption", self.inliner.runs(figure.caption)))
        return made


def _on_new_page(written: list[Element]) -> list[Element]:
    """Begin a page with the first of `written`, or before it where a table comes first."""
    if written[0].tag != qualified("w:p"):
        written = [paragraph("AfterTable", []), *written]
    set_property(written[0], "w:pageBreakBefore")
    return written


def _set_apart(made: list[Element], distance: float) -> None:
    """Keep `distance` before and after a box.

    Word fills the space between paragraphs of one style with their ground, but leaves a white stripe between two of
    different indents; so these keep no distance. A box stays on one page.
    """
    paragraphs = [element for element in made if element.tag == qualified("w:p")]
    alike = (
        len({tuple(child.get(qualified("w:val"), child.tag) for child in element[0]) for element in paragraphs}) == 1
    )
    spacing: list[dict[str, str]] = [{} if alike else {"w:before": "0", "w:after": "0"} for _ in paragraphs]
    if paragraphs:
        spacing[0]["w:before"] = spacing[-1]["w:after"] = twips(distance)
    for element, distances in zip(paragraphs, spacing, strict=True):
        if distances:
            set_property(element, "w:spacing", distances)
    for element in paragraphs[:-1]:
        set_property(element, "w:keepNext")
