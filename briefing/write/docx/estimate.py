"""Guess on which page things will stand, for the contents and the page count until a word processor counts itself."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from briefing.model.blocks import (
    Block,
    BulletList,
    Contents,
    Division,
    Figure,
    Heading,
    Inline,
    NoteMark,
    OrderedList,
    PageBreak,
    Pages,
    Paragraph,
    Picture,
    Quotation,
    Rule,
    Table,
)
from briefing.model.theme import Theme
from briefing.write.docx.measures import text_area
from briefing.write.docx.tables import column_widths
from briefing.write.docx.traversal import every_block, every_inline, inline_runs, plain

_NARROW = 0.5
"""Mean width of a letter of an alphabet in ems; syllables and characters of East Asia take one whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """The page of each heading by its anchor, and how many pages there are."""

    headings: Mapping[str, int]
    pages: int


def guess_pages(pages: Pages, theme: Theme) -> Guess:
    """Lay `pages` out roughly: lines by the mean width of letters, notes at the foot of the page that cites them."""
    layout = _Layout(theme=theme, pictures=dict(pages.pictures), pages=pages)
    layout.notes = {
        note.id: sum(map(layout.height, note.blocks)) * theme.sizes.note / theme.sizes.body for note in pages.notes
    }
    layout.place(pages.blocks)
    return Guess(headings=layout.headings, pages=layout.page)


@dataclass(slots=True, kw_only=True)
class _Layout:
    theme: Theme
    pages: Pages
    pictures: Mapping[str, Picture]
    notes: dict[str, float] = field(default_factory=dict)
    headings: dict[str, int] = field(default_factory=dict)
    cited: set[str] = field(default_factory=set)
    page: int = 1
    used: float = 0.0

    def place(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            match block:
                case PageBreak():
                    self.page, self.used = self.page + 1, 0.0
                case Division(blocks=inner) | Quotation(blocks=inner):
                    self.place(inner)
                case BulletList(items=items) | OrderedList(items=items):
                    for item in items:
                        self.place(item.blocks)
                case Table(rows=rows):
                    for row, height in zip(rows, self._rows(block), strict=True):
                        self._flow(height, [cell.children for cell in row])
                case _:
                    self._flow(self.height(block), list(inline_runs(block)), whole=isinstance(block, Heading | Figure))
                    if isinstance(block, Heading):
                        self.headings[block.anchor] = self.page

    def _flow(self, height: float, runs: Sequence[Sequence[Inline]], *, whole: bool = False) -> None:
        """Add `height` and the notes cited in it; what does not fit goes to the next page, split unless `whole`."""
        room = text_area(self.theme).height
        height += self._cited_notes(runs)
        if whole and self.used + height + 2 * self.theme.sizes.leading > room and self.used:
            self.page, self.used = self.page + 1, 0.0
        total = self.used + height
        turned = math.ceil(total / room) - 1 if total > room else 0
        self.page, self.used = self.page + turned, total - turned * room

    def _cited_notes(self, runs: Sequence[Sequence[Inline]]) -> float:
        marks = [child.note for run in runs for child in every_inline(run) if isinstance(child, NoteMark)]
        fresh = [note for note in dict.fromkeys(marks) if note not in self.cited]
        self.cited.update(fresh)
        return sum(self.notes.get(note, 0.0) for note in fresh)

    def height(self, block: Block) -> float:
        """Return the height of `block` without the notes it cites."""
        sizes, space, width = self.theme.sizes, self.theme.spacing, text_area(self.theme).width
        match block:
            case Heading(level=level, children=children):
                size = sizes.title if level == 1 else sizes.heading[min(level, 4) - 2]
                return _lines(plain(children), size, width) * size * 1.3 + space.heading_before + space.heading_after
            case Paragraph(children=children):
                return _lines(plain(children), sizes.body, width) * sizes.leading + space.paragraph
            case Table():
                return sum(self._rows(block))
            case Figure(picture=name):
                picture = self.pictures.get(name)
                return (picture.height if picture else 0.0) + 4 * space.paragraph
            case Contents(levels=levels):
                return self._contents(levels)
            case Rule() | PageBreak():
                return 2 * space.paragraph
            case Division(blocks=inner) | Quotation(blocks=inner):
                return sum(map(self.height, inner))
            case BulletList(items=items) | OrderedList(items=items):
                return sum(self.height(inner) for item in items for inner in item.blocks)

    def _rows(self, table: Table) -> list[float]:
        sizes = self.theme.sizes
        widths = column_widths(table, text_area(self.theme).width, self.theme)
        heights = []
        for row in table.rows:
            texts = (plain(cell.children) for cell in row)
            lines = max((_lines(text, sizes.table, room) for text, room in zip(texts, widths, strict=False)), default=1)
            heights.append(lines * sizes.table_leading + 2 * self.theme.spacing.cell)
        return heights

    def _contents(self, levels: Sequence[int]) -> float:
        heads = [
            block for block in every_block(self.pages.blocks) if isinstance(block, Heading) and block.level in levels
        ]
        return (len(heads) + 2) * self.theme.sizes.leading


def _lines(text: str, size: float, width: float) -> int:
    if text.isascii():
        return max(1, math.ceil(len(text) * _NARROW * size / width))
    ems = sum(1.0 if unicodedata.east_asian_width(letter) in "WF" else _NARROW for letter in text)
    return max(1, math.ceil(ems * size / width))
