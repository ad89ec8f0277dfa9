"""Tables: widths by shares, a header row that repeats, rows that stay whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.model.blocks import Cell, Table
from briefing.model.characters import legible
from briefing.model.theme import Theme
from briefing.write.docx.inlines import Inliner
from briefing.write.docx.measures import text_area, twips
from briefing.write.docx.paragraphs import paragraph
from briefing.write.docx.traversal import plain
from briefing.write.docx.xml import Element, node, value

_WIDEST_CONTENT = 60
"""Letters beyond which a longer cell asks for no more width when the table gives no shares."""
_LETTER = 0.52
"""Mean width of a letter, in ems."""
_WIDE_LETTER = 0.6
"""Width of a letter of a word that must not be broken, in ems, on the safe side."""
_BREAKS = re.compile("[ \u200b\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff]")


def table_element(table: Table, inliner: Inliner, theme: Theme, *, width: float) -> Element:
    """Write `table` into `width` points."""
    widths = column_widths(table, width, theme)
    grid = node("w:tblGrid", None, *(node("w:gridCol", {"w:w": twips(column)}) for column in widths))
    head = _row(table, table.header, "TableHead", inliner, widths, _row_properties(header=True))
    rows = [
        _row(table, row, "TableText", inliner, widths, _row_properties(whole=_fits(row, widths, theme)))
        for row in table.rows
    ]
    return node("w:tbl", None, _table_properties(table, sum(widths)), grid, head, *rows)


def column_widths(table: Table, width: float, theme: Theme) -> list[float]:
    """Return the width of each column in points, by the table's shares or else by what its cells hold.

    A column takes from the others what its longest word needs, for programs break a word that does not fit anywhere.
    """
    shares = table.widths if len(table.widths) == len(table.header) else _content_shares(table)
    wanted = [width * share / sum(shares) for share in shares]
    needed = [
        max((_word_width(words, theme) for words in texts), default=0.0) + 2 * theme.spacing.cell + 1.0
        for texts in _columns(table)
    ]
    needed = [min(need, 0.3 * width) for need in needed]
    lacking = sum(max(need - want, 0.0) for need, want in zip(needed, wanted, strict=True))
    spare = sum(max(want - need, 0.0) for need, want in zip(needed, wanted, strict=True))
    if lacking > spare:
        return wanted
    given = lacking / spare if spare else 0.0
    return [need if need > want else want - (want - need) * given for need, want in zip(needed, wanted, strict=True)]


def _columns(table: Table) -> list[list[str]]:
    rows = [[plain(cell.children) for cell in row] for row in (table.header, *table.rows)]
    return [[row[column] for row in rows if column < len(row)] for column in range(len(table.header))]


def _word_width(text: str, theme: Theme) -> float:
    """Return the width of the longest word; a no-break space does not part words, a character of East Asia is one."""
    longest = max(map(len, _BREAKS.split(text)))
    return longest * _WIDE_LETTER * theme.sizes.table


def _content_shares(table: Table) -> list[float]:
    return [max(_weight(texts), 4.0) for texts in _columns(table)]


def _weight(texts: Sequence[str]) -> float:
    longest_word = max((len(word) for text in texts for word in text.split()), default=1)
    mean = sum(min(len(text), _WIDEST_CONTENT) for text in texts) / max(len(texts), 1)
    return max(mean, min(longest_word, _WIDEST_CONTENT / 3))


def _fits(row: Sequence[Cell], widths: Sequence[float], theme: Theme) -> bool:
    """Say whether `row` surely fits on a page: a whole row taller than its page would be cut off by some programs."""
    lines = max(
        (
            len(plain(cell.children)) * theme.sizes.table * _LETTER / width
            for cell, width in zip(row, widths, strict=False)
        ),
        default=1.0,
    )
    return lines * theme.sizes.table_leading < text_area(theme).height / 3


def _table_properties(table: Table, width: float) -> Element:
    look = {"w:val": "0620", "w:firstRow": "1", "w:lastRow": "0", "w:firstColumn": "0", "w:lastColumn": "0"}
    made = node(
        "w:tblPr",
        None,
        value("w:tblStyle", "BriefingTable"),
        node("w:tblW", {"w:w": twips(width), "w:type": "dxa"}),
        node("w:tblLayout", {"w:type": "fixed"}),
        node("w:tblLook", {**look, "w:noHBand": "1", "w:noVBand": "1"}),
    )
    if table.caption:
        made.append(value("w:tblCaption", legible(plain(table.caption))))
    heads = "; ".join(plain(cell.children) for cell in table.header)
    made.append(value("w:tblDescription", legible(heads)))
    return made


def _row_properties(*, header: bool = False, whole: bool = True) -> Element:
    made = node("w:trPr")
    if whole:
        made.append(node("w:cantSplit"))
    if header:
        made.append(node("w:tblHeader"))
    return made


def _row(
    table: Table, cells: Sequence[Cell], style: str, inliner: Inliner, widths: Sequence[float], properties: Element
) -> Element:
    """Write one row with as many cells as there are columns."""
    padded = [*cells, *(Cell(children=()) for _ in range(len(widths) - len(cells)))]
    aligns = [*table.align, *("left" for _ in range(len(widths) - len(table.align)))]
    made = node("w:tr", None, *([properties] if len(properties) else []))
    for cell, width, align in zip(padded, widths, aligns, strict=False):
        inner = paragraph(style, inliner.runs(cell.children), align=None if align == "left" else align)
        size = node("w:tcPr", None, node("w:tcW", {"w:w": twips(width), "w:type": "dxa"}))
        made.append(node("w:tc", None, size, inner))
    return made
