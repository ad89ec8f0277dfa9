"""Walk through blocks and inlines, whatever holds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.model.blocks import (
    Block,
    BulletList,
    Division,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Label,
    LineBreak,
    Link,
    ListItem,
    NoteMark,
    OrderedList,
    Paragraph,
    Quotation,
    Strong,
    Table,
    Text,
)


def every_block(blocks: Iterable[Block]) -> Iterator[Block | ListItem]:
    """Yield `blocks` and all that stand in them, in reading order, list items too."""
    for block in blocks:
        yield block
        match block:
            case BulletList(items=items) | OrderedList(items=items):
                for item in items:
                    yield item
                    yield from every_block(item.blocks)
            case Quotation(blocks=inner) | Division(blocks=inner):
                yield from every_block(inner)


def inline_runs(block: Block | ListItem) -> Iterator[tuple[Inline, ...]]:
    """Yield the runs of inlines that stand in `block` itself."""
    match block:
        case Heading(children=children) | Paragraph(children=children):
            yield children
        case Table(header=header, rows=rows, caption=caption):
            yield caption
            for row in (header, *rows):
                yield from (cell.children for cell in row)
        case Figure(caption=caption):
            yield caption


def every_inline(children: Iterable[Inline]) -> Iterator[Inline]:
    """Yield `children` and all that stand in them."""
    for child in children:
        yield child
        if isinstance(child, Strong | Emphasis | Link):
            yield from every_inline(child.children)


def plain(children: Iterable[Inline]) -> str:
    """Return the words of `children`, without note marks."""
    words = []
    for child in every_inline(children):
        match child:
            case Text(text=text) | Label(text=text):
                words.append(text)
            case LineBreak():
                words.append(" ")
            case NoteMark() | Strong() | Emphasis() | Link():
                pass
    return "".join(words)
