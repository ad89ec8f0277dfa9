"""Tables as bands: horizontal rules only, a header repeated on each page, rows whole unless longer than a page."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefing.model.blocks import Align, Block, Cell, Heading, Table
from briefing.write.pdf.bands import Band, Stroke
from briefing.write.pdf.flow import Flow, Place, line_prints
from briefing.write.pdf.lines import Line
from briefing.write.pdf.pens import Style
from briefing.write.pdf.tree import Node
from briefing.write.pdf.words import Word

_HEAD_RULE, _ROW_RULE, _END_RULE = 0.8, 0.4, 0.8
_APART = 0.75
_FREAK = 0.3
"""Of the table's width: no single word makes its column wider than this."""
_GUTTER = 2.0
"""Horizontal padding of a cell as a multiple of the vertical one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    x: float
    width: float
    align: Align


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    cells: tuple[tuple[Node, list[Word]], ...]
    style: Style


def lay_table(flow: Flow, block: Table, place: Place, before: Block | None) -> None:
    """Lay out a table with its caption above it."""
    node = place.node.child("Table")
    flow.owe(flow.styles.table.before * 1.3 if not isinstance(before, Heading) else 0.0)
    if block.caption:
        for band in flow.text(block.caption, flow.styles.caption, node.child("Caption"), place):
            band.tie = True
        flow.owe(3.0)
    block = _regular(block)
    top_group = node.child("THead" if block.rows else "TBody")
    head = _row(flow, block.header, flow.styles.table_head, top_group.child("TR"), "TH")
    body = node.child("TBody")
    rows = [_row(flow, cells, flow.styles.table, body.child("TR"), "TD") for cells in block.rows]
    columns = _columns(flow, block, (head, *rows), place)
    repeated: tuple[Band, ...] = ()
    if block.header:
        (top,) = _bands(flow, head, columns, whole=True)
        _frame_head(flow, top, place)
        flow.emit(top, place)
        top.tie = True
        repeated = (_copy(top),)
    _emit_rows(flow, rows, columns, place, repeated)
    flow.owe(flow.theme.spacing.paragraph * 1.6)


def _regular(block: Table) -> Table:
    """Give every row as many cells as the longest has: readers count on it."""
    count = max((len(row) for row in (block.header, *block.rows)), default=0)
    header = _filled(block.header, count) if block.header else ()
    return replace(block, header=header, rows=tuple(_filled(row, count) for row in block.rows))


def _filled(row: tuple[Cell, ...], count: int) -> tuple[Cell, ...]:
    return row + (Cell(children=()),) * (count - len(row))


def _emit_rows(flow: Flow, rows: list[_Row], columns: list[_Column], place: Place, repeated: tuple[Band, ...]) -> None:
    colours = flow.theme.colours
    for number, row in enumerate(rows):
        bands = _bands(flow, row, columns, whole=False)
        last = number == len(rows) - 1
        width, colour = (_END_RULE, colours.text) if last else (_ROW_RULE, colours.rule)
        bands[-1].strokes.append(Stroke(place.x, bands[-1].height, place.room, width, colour))
        if number == len(rows) - 2:
            bands[-1].tie = len(bands) == 1 and bands[0].height < flow.page_height / 6
        for band in bands:
            band.head = repeated
            flow.emit(band, place)


def _frame_head(flow: Flow, band: Band, place: Place) -> None:
    colour = flow.theme.colours.text
    band.strokes.append(Stroke(place.x, 0.0, place.room, _HEAD_RULE, colour))
    band.strokes.append(Stroke(place.x, band.height, place.room, _HEAD_RULE / 2, colour))


def _copy(band: Band) -> Band:
    """Make the header that later pages repeat: the same to the eye, without notes, anchors and tags."""
    return Band(height=band.height, prints=list(band.prints), strokes=list(band.strokes))


def _row(flow: Flow, cells: tuple[Cell, ...], style: Style, node: Node, kind: str) -> _Row:
    out = []
    for cell in cells:
        entry = node.child(kind, attributes="<</O/Table/Scope/Column>>" if kind == "TH" else "")
        out.append((entry, flow.setter.words(cell.children, style, entry, flow.pages.meta.language)))
    return _Row(cells=tuple(out), style=style)


def _columns(flow: Flow, block: Table, rows: tuple[_Row, ...], place: Place) -> list[_Column]:
    """Place the columns; the first begins and the last ends at the edge of the text."""
    count = max(len(row.cells) for row in rows)
    gutter = flow.theme.spacing.cell * _GUTTER
    least, most = _extents(rows, count, place.room, gutter)
    shares = _given(block, least, place.room) or _by_content(least, most, place.room)
    columns, x = [], place.x
    for index, width in enumerate(shares):
        align: Align = block.align[index] if index < len(block.align) else "left"
        inner = width - (gutter if index < count - 1 else 0.0)
        columns.append(_Column(x=x, width=inner, align=align))
        x += width
    return columns


def _extents(rows: tuple[_Row, ...], count: int, room: float, gutter: float) -> tuple[list[float], list[float]]:
    """Measure each column's longest word and its longest cell in one line; a freak word counts for a part only."""
    least, most = [gutter] * count, [gutter] * count
    for row in rows:
        for index, (_, words) in enumerate(row.cells):
            widths = [word.width for word in words]
            longest = min(max(widths, default=0.0), room * _FREAK)
            least[index] = max(least[index], longest + gutter)
            most[index] = max(most[index], sum(widths) + 3.0 * len(words) + gutter)
    return least, most


def _given(block: Table, least: list[float], room: float) -> list[float]:
    """Follow the table's own shares, but take from wide columns what a narrow one needs for its longest word."""
    total = sum(block.widths)
    if len(block.widths) != len(least) or total <= 0:
        return []
    widths = [room * width / total for width in block.widths]
    lack = sum(max(need - width, 0.0) for need, width in zip(least, widths, strict=True))
    spare = sum(max(width - need, 0.0) for need, width in zip(least, widths, strict=True))
    if lack == 0.0 or spare < lack:
        return widths
    return [
        need if width <= need else width - (width - need) * lack / spare
        for need, width in zip(least, widths, strict=True)
    ]


def _by_content(least: list[float], most: list[float], room: float) -> list[float]:
    """Give each column its longest word, and what is left by how much text it holds."""
    if sum(least) >= room:
        return [width * room / sum(least) for width in least]
    wanted = [max(upper - lower, 1.0) ** 0.7 for lower, upper in zip(least, most, strict=True)]
    spare = room - sum(least)
    return [lower + spare * share / sum(wanted) for lower, share in zip(least, wanted, strict=True)]


def _bands(flow: Flow, row: _Row, columns: list[_Column], *, whole: bool) -> list[Band]:
    """Make one band of a row, or one for each line where the row is longer than a page."""
    pad, leading = flow.theme.spacing.cell, row.style.leading
    cells = [
        flow.breaker.lines(words, column.width, hyphenate=row.style.hyphenate)
        for (_, words), column in zip(row.cells, columns, strict=False)
    ]
    tops = [_tops(lines, leading, pad) for lines in cells]
    height = max((ys[-1] for ys in tops), default=pad) + leading + pad
    band = Band(height=height, nodes=[node for node, _ in row.cells])
    if whole or height <= flow.page_height * 0.85:
        for lines, column, ys in zip(cells, columns, tops, strict=False):
            for line, y in zip(lines, ys, strict=True):
                _print_line(band, line, row.style, column, y)
        return [band]
    return _split(band, cells, columns, row.style, pad)


def _tops(lines: list[Line], leading: float, pad: float) -> list[float]:
    """Return the top of each line of a cell; what was put on a line of its own stands a little apart."""
    tops, y = [], pad
    for line in lines:
        tops.append(y)
        y += leading + (pad * _APART if line.ends else 0.0)
    return tops


def _split(whole: Band, cells: list[list[Line]], columns: list[_Column], style: Style, pad: float) -> list[Band]:
    count = max(len(lines) for lines in cells)
    bands = []
    for number in range(count):
        top = pad if number == 0 else 0.0
        foot = pad if number == count - 1 else 0.0
        band = Band(height=style.leading + top + foot, nodes=whole.nodes if number == 0 else [])
        band.tie = number == 0 or number == count - 2
        for lines, column in zip(cells, columns, strict=False):
            if number < len(lines):
                _print_line(band, lines[number], style, column, top)
        bands.append(band)
    return bands


def _print_line(band: Band, line: Line, style: Style, column: _Column, y: float) -> None:
    free = max(column.width - line.width, 0.0)
    shift = {"left": 0.0, "center": free / 2, "right": free}[column.align]
    band.prints.extend(line_prints(line, style, column.x + shift, y))
    band.notes.extend(line.notes)
    band.anchors.extend(line.anchors)
