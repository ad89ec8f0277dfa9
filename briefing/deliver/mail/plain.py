"""Pages as plain text for readers of mail without HTML: labels and note numbers in brackets, lines of 76 characters."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from briefing.model.blocks import (
    Block,
    BulletList,
    Division,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Inlines,
    Label,
    LineBreak,
    Link,
    ListItem,
    NoteMark,
    OrderedList,
    Pages,
    Paragraph,
    Quotation,
    Rule,
    Strong,
    Table,
    Text,
)

WIDTH = 76


def plain_text(pages: Pages) -> str:
    """Return the pages as text, the notes at the end under their numbers."""
    body = list(_blocks(pages.blocks, ""))
    notes = [line for note in pages.notes for line in _item(note.blocks, f"[{note.number}] ", "")]
    return "\n".join([*body, "-" * WIDTH, *notes]).strip() + "\n"


def _blocks(blocks: Iterable[Block], indent: str) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, indent)


def _block(block: Block, indent: str) -> Iterator[str]:
    match block:
        case Heading(children=children, level=level):
            words = _plain(children)
            yield from (words, ("=" if level == 1 else "-") * min(len(words), WIDTH), "")
        case Paragraph(children=children):
            yield from (*_wrapped(_plain(children), indent, indent), "")
        case BulletList(items=items):
            yield from _list(((item, "- ") for item in items), indent)
        case OrderedList(items=items, start=start):
            yield from _list(((item, f"{n}. ") for n, item in enumerate(items, start)), indent)
        case Quotation(blocks=inner) | Division(blocks=inner):
            yield from _blocks(inner, f"{indent}    " if isinstance(block, Quotation) else indent)
        case Table():
            yield from _table(block, indent)
        case Figure(alt=alt):
            yield from (*_wrapped(f"[{alt}]", indent, indent), "")
        case Rule():
            yield from ("-" * WIDTH, "")


def _table(table: Table, indent: str) -> Iterator[str]:
    """Yield each row as a point, its cells after their column's head."""
    heads = [_plain(cell.children) for cell in table.header]
    for row in table.rows:
        cells = [f"{h}: {w}" for h, c in zip(heads, row, strict=False) if (w := _plain(c.children))]
        yield from (*_wrapped("; ".join(cells), f"{indent}- ", f"{indent}  "), "")


def _list(items: Iterable[tuple[ListItem, str]], indent: str) -> Iterator[str]:
    for item, mark in items:
        yield from _item(item.blocks, mark, indent)


def _item(blocks: Iterable[Block], mark: str, indent: str) -> Iterator[str]:
    lines = list(_blocks(blocks, indent + " " * len(mark)))
    if lines:
        lines[0] = indent + mark + lines[0].lstrip()
    yield from lines


def _wrapped(words: str, first: str, then: str) -> list[str]:
    return textwrap.wrap(
        words, WIDTH, initial_indent=first, subsequent_indent=then, break_long_words=False, break_on_hyphens=False
    )


def _plain(inlines: Inlines) -> str:
    return " ".join("".join(_words(i) for i in inlines).split())


def _words(inline: Inline) -> str:
    match inline:
        case Text(text=text):
            return text
        case Label(text=text):
            return f"[{text}]"
        case NoteMark(number=number):
            return f" [{number}]"
        case LineBreak():
            return " "
        case Link(children=children, target=target):
            shown = _plain(children)
            return f"{shown} <{target}>" if target.startswith(("http", "mailto")) and target != shown else shown
        case Strong(children=children) | Emphasis(children=children):
            return "".join(_words(i) for i in children)
