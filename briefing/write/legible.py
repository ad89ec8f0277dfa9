"""Pages whose every word and link can be written in every format: cleaned once, before any writer sees them."""

from __future__ import annotations

import re
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

_ALLOWED = re.compile(r"#\S+|(?:https?://|mailto:)\S+", re.IGNORECASE)


def legible_pages(pages: Pages) -> Pages:
    """Return `pages` with all words made legible and links kept to the web, mail and the pages themselves.

    Names and anchors, which are never printed, stay.
    """
    return replace(
        pages,
        meta=_meta(pages.meta),
        blocks=_blocks(pages.blocks),
        pictures=tuple((name, _picture(picture)) for name, picture in pages.pictures),
        notes=tuple(Note(id=note.id, number=note.number, blocks=_blocks(note.blocks)) for note in pages.notes),
    )


def _meta(meta: PagesMeta) -> PagesMeta:
    words: dict[str, Any] = {name: legible(value) for name, value in asdict(meta).items() if isinstance(value, str)}
    return replace(meta, keywords=tuple(map(legible, meta.keywords)), **words)


def _picture(picture: Picture) -> Picture:
    if isinstance(picture, Bitmap):
        return picture
    shapes = (
        replace(shape, text=legible(shape.text)) if isinstance(shape, Words) else shape for shape in picture.shapes
    )
    return replace(picture, shapes=tuple(shapes))


def _blocks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(map(_block, blocks))


def _block(block: Block) -> Block:
    match block:
        case Heading() | Paragraph():
            return replace(block, children=_inlines(block.children))
        case BulletList() | OrderedList():
            items = tuple(ListItem(blocks=_blocks(item.blocks), anchor=item.anchor) for item in block.items)
            return replace(block, items=items)
        case Quotation() | Division():
            return replace(block, blocks=_blocks(block.blocks))
        case Table():
            rows = tuple(map(_row, block.rows))
            return replace(block, header=_row(block.header), rows=rows, caption=_inlines(block.caption))
        case Figure():
            return replace(block, alt=legible(block.alt), caption=_inlines(block.caption))
    return block


def _row(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return tuple(Cell(children=_inlines(cell.children)) for cell in cells)


def _inlines(children: Inlines) -> Inlines:
    return tuple(inline for child in children for inline in _inline(child))


def _inline(inline: Inline) -> Inlines:
    """Return what stands for `inline`: nothing where nothing is legible, the words alone of a refused link."""
    match inline:
        case Text(text=text, lang=lang):
            words = legible(text)
            return (inline if words == text else Text(words, lang),) if words else ()
        case Label(text=text):
            words = legible(text)
            return (Label(words),) if words else ()
        case Strong(children=children):
            return (Strong(_inlines(children)),)
        case Emphasis(children=children):
            return (Emphasis(_inlines(children)),)
        case Link(target=target, children=children):
            return (Link(target, _inlines(children)),) if _ALLOWED.fullmatch(target) else _inlines(children)
    return (inline,)
