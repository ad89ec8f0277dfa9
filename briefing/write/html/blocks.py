"""Blocks as HTML elements with their meaning."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from html import escape

from briefing.model.blocks import (
    Bitmap,
    Block,
    BulletList,
    Cell,
    Contents,
    Division,
    Drawing,
    Figure,
    Heading,
    ListItem,
    Note,
    OrderedList,
    PageBreak,
    Pages,
    Paragraph,
    Quotation,
    Rule,
    Table,
)
from briefing.model.lines import words_of
from briefing.model.theme import Theme
from briefing.write.drawings.svg import to_svg
from briefing.write.html.inlines import Marks


class Body:
    """Writes the blocks of one page; knows the heading a table stands under."""

    def __init__(self, *, pages: Pages, theme: Theme) -> None:
        self._pages = pages
        self._theme = theme
        self._marks = Marks(notes_label=pages.meta.notes_label)
        self._heading: str | None = None

    def blocks(self, blocks: Iterable[Block]) -> str:
        """Write blocks one after the other."""
        return "\n".join(self._block(block) for block in blocks)

    def note(self, note: Note) -> str:
        """Write a note with its way back to its first mark."""
        ident, back = escape(note.id), escape(self._pages.meta.back_label)
        link = f'<a role="doc-backlink" href="#ref-{ident}" aria-label="{back} {note.number}">↩</a>'
        *before, last = note.blocks or (Paragraph(children=()),)
        if isinstance(last, Paragraph):
            ending = f"<p>{self._marks.inlines(last.children)} {link}</p>"
        else:
            ending = f"{self._block(last)}\n<p>{link}</p>"
        body = "\n".join([*map(self._block, before), ending])
        return f'<li id="note-{ident}" value="{note.number}">{body}</li>'

    def _block(self, block: Block) -> str:
        match block:
            case Heading(level=level, children=children, anchor=anchor):
                self._heading = anchor
                return f'<h{level} id="{escape(anchor)}">{self._marks.inlines(children)}</h{level}>'
            case Paragraph(children=children, anchor=anchor):
                return f"<p{_identity(anchor)}>{self._marks.inlines(children)}</p>"
            case BulletList(items=items):
                return f"<ul>\n{self._items(items)}\n</ul>"
            case OrderedList(items=items, start=start):
                first = "" if start == 1 else f' start="{start}"'
                return f"<ol{first}>\n{self._items(items)}\n</ol>"
            case Quotation(blocks=blocks):
                return f"<blockquote>\n{self.blocks(blocks)}\n</blockquote>"
            case Division(name=name, blocks=blocks):
                return f'<div class="{escape(name)}">\n{self.blocks(blocks)}\n</div>'
        return self._other(block)

    def _other(self, block: Rule | PageBreak | Contents | Figure | Table) -> str:
        match block:
            case Rule():
                return "<hr>"
            case PageBreak():
                return '<div class="page-break"></div>'
            case Contents(levels=levels):
                return self._contents(levels)
            case Figure():
                return self._figure(block)
            case Table():
                return self._table(block)

    def _items(self, items: Iterable[ListItem]) -> str:
        return "\n".join(f"<li{_identity(item.anchor)}>{self._item(item)}</li>" for item in items)

    def _item(self, item: ListItem) -> str:
        if len(item.blocks) == 1 and isinstance(item.blocks[0], Paragraph):
            return self._marks.inlines(item.blocks[0].children)
        return self.blocks(item.blocks)

    def _contents(self, levels: tuple[int, ...]) -> str:
        found = [heading for heading in _headings(self._pages.blocks) if heading.level in levels]
        lines = (
            f'<li class="level-{h.level}"><a href="#{escape(h.anchor)}">{escape(words_of(h.children))}</a></li>'
            for h in found
        )
        label = escape(self._pages.meta.contents_label)
        return f'<nav role="doc-toc" aria-label="{label}">\n<ul>\n' + "\n".join(lines) + "\n</ul>\n</nav>"

    def _figure(self, figure: Figure) -> str:
        picture = dict(self._pages.pictures)[figure.picture]
        if isinstance(picture, Drawing):
            svg = to_svg(picture, self._theme, title=figure.alt, ident=f"figure-{figure.picture}")
            label = escape(words_of(figure.caption) or picture.caption)
            drawn = f'<div class="drawing" role="group" tabindex="0" aria-label="{label}">{svg}</div>'
        else:
            drawn = bitmap(picture, figure.alt)
        words = f"\n<figcaption>{self._marks.inlines(figure.caption)}</figcaption>" if figure.caption else ""
        return f"<figure>\n{drawn}{words}\n</figure>"

    def _table(self, table: Table) -> str:
        kind = f' class="{escape(table.name)}"' if table.name else ""
        named = "" if table.caption or self._heading is None else f' aria-labelledby="{escape(self._heading)}"'
        parts = [f'<table role="table"{kind}{named}>']
        if table.caption:
            parts.append(f"<caption>{self._marks.inlines(table.caption)}</caption>")
        parts.extend(_columns(table.widths))
        parts.append(f'<thead role="rowgroup">\n{self._header(table)}\n</thead>')
        parts.append('<tbody role="rowgroup">')
        parts.extend(self._rows(table))
        parts.append("</tbody>\n</table>")
        return "\n".join(parts)

    def _header(self, table: Table) -> str:
        cells = (
            f'<th role="columnheader" scope="col"{_aligned(align)}>{self._marks.inlines(cell.children)}</th>'
            for cell, align in zip(table.header, table.align, strict=True)
        )
        return '<tr role="row">' + "".join(cells) + "</tr>"

    def _rows(self, table: Table) -> Iterator[str]:
        labels = [escape(words_of(cell.children)) for cell in table.header]
        for row in table.rows:
            cells = []
            for label, cell, align in zip(labels, row, table.align, strict=True):
                words = self._marks.inlines(cell.children)
                cells.append(f'<td role="cell" data-label="{label}"{_emptiness(cell)}{_aligned(align)}>{words}</td>')
            yield '<tr role="row">' + "".join(cells) + "</tr>"


def bitmap(picture: Bitmap, alt: str) -> str:
    """Write a picture within the page itself."""
    data = base64.b64encode(picture.png).decode()
    size = f'style="width:{picture.width:g}pt;height:auto"'
    return f'<img src="data:image/png;base64,{data}" alt="{escape(alt)}" {size}>'


def _emptiness(cell: Cell) -> str:
    """Mark a cell without words: on a phone its card leaves it out."""
    return "" if cell.children and words_of(cell.children) != "–" else ' class="empty"'


def _identity(anchor: str | None) -> str:
    return f' id="{escape(anchor)}"' if anchor else ""


def _aligned(align: str) -> str:
    return "" if align == "left" else f' style="text-align:{align}"'


def _columns(widths: tuple[float, ...]) -> Iterator[str]:
    if widths:
        yield "<colgroup>" + "".join(f'<col style="width:{width * 100:g}%">' for width in widths) + "</colgroup>"


def _headings(blocks: Iterable[Block]) -> Iterator[Heading]:
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Division):
            yield from _headings(block.blocks)
