"""Pages whose every word and link can be written in every format: cleaned once, before any writer sees them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

from briefing.model.blocks import (
    Bitmap,
    Block,
    BulletList,
    Cell,
    Division,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Inlines,
    Label,
    Link,
    ListItem,
    Note,
    OrderedList,
    Pages,
    PagesMeta,
    Paragraph,
    Picture,
    Quotation,
    Strong,
    Table,
    Text,
    Words,
)
from briefing.model.characters import legible

Change = Callable[[str], str]
_ALLOWED = re.compile(r"#\S+|(?:https?://|mailto:)\S+", re.IGNORECASE)


def legible_pages(pages: Pages) -> Pages:
    """Return `pages` with all words made legible and links kept to the web, mail and the pages themselves.

    Names and anchors, which are never printed, stay.
    """
    return changed_pages(pages, legible)


def changed_pages(pages: Pages, change: Change) -> Pages:
    """Return `pages` with every printed text as `change` gives it; an inline that becomes empty is left out."""
    return replace(
        pages,
        meta=_meta(pages.meta, change),
        blocks=_blocks(pages.blocks, change),
        pictures=tuple((name, _picture(picture, change)) for name, picture in pages.pictures),
        notes=tuple(Note(id=n.id, number=n.number, blocks=_blocks(n.blocks, change)) for n in pages.notes),
    )


def _meta(meta: PagesMeta, change: Change) -> PagesMeta:
    words: dict[str, Any] = {name: change(value) for name, value in asdict(meta).items() if isinstance(value, str)}
    return replace(meta, keywords=tuple(map(change, meta.keywords)), **words)


def _picture(picture: Picture, change: Change) -> Picture:
    if isinstance(picture, Bitmap):
        return picture
    shapes = (
        replace(shape, text=change(shape.text)) if isinstance(shape, Words) else shape for shape in picture.shapes
    )
    return replace(picture, shapes=tuple(shapes))


def _blocks(blocks: tuple[Block, ...], change: Change) -> tuple[Block, ...]:
    return tuple(_block(block, change) for block in blocks)


def _block(block: Block, change: Change) -> Block:
    match block:
        case Heading() | Paragraph():
            return replace(block, children=_inlines(block.children, change))
        case BulletList() | OrderedList():
            items = tuple(ListItem(blocks=_blocks(i.blocks, change), anchor=i.anchor) for i in block.items)
            return replace(block, items=items)
        case Quotation() | Division():
            return replace(block, blocks=_blocks(block.blocks, change))
        case Table():
            rows = tuple(_row(row, change) for row in block.rows)
            caption = _inlines(block.caption, change)
            return replace(block, header=_row(block.header, change), rows=rows, caption=caption)
        case Figure():
            return replace(block, alt=change(block.alt), caption=_inlines(block.caption, change))
    return block


def _row(cells: tuple[Cell, ...], change: Change) -> tuple[Cell, ...]:
    return tuple(Cell(children=_inlines(cell.children, change)) for cell in cells)


def _inlines(children: Inlines, change: Change) -> Inlines:
    return tuple(inline for child in children for inline in _inline(child, change))


def _inline(inline: Inline, change: Change) -> Inlines:
    """Return what stands for `inline`: nothing where nothing is legible, the words alone of a refused link."""
    match inline:
        case Text(text=text, lang=lang):
            words = change(text)
            return (inline if words == text else Text(words, lang),) if words else ()
        case Label(text=text):
            words = change(text)
            return (Label(words),) if words else ()
        case Strong(children=children):
            return (Strong(_inlines(children, change)),)
        case Emphasis(children=children):
            return (Emphasis(_inlines(children, change)),)
        case Link(target=target, children=children):
            inner = _inlines(children, change)
            return (Link(target, inner),) if _ALLOWED.fullmatch(target) else inner
    return (inline,)
