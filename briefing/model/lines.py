"""The printed lines of a briefing and their digests, by which a changed finished file is recognised.

A line is the text of one heading, paragraph, table cell, caption or note paragraph, without its note marks. Its digest
ignores spaces, soft hyphens and compatibility forms, since formats break lines differently.
"""

from __future__ import annotations

import hashlib
import unicodedata
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
    Note,
    OrderedList,
    Paragraph,
    Quotation,
    Strong,
    Table,
    Text,
)
from briefing.model.characters import legible

DIGEST_LENGTH = 8
_DROPPED = {0x00AD: None, 0x200B: None, 0x2060: None, 0xFEFF: None}


def words_of(inlines: Inlines) -> str:
    """Return the plain words of inlines; note marks have none, a forced break is a space."""
    return "".join(_words(i) for i in inlines)


def _words(inline: Inline) -> str:
    match inline:
        case Text(text=text) | Label(text=text):
            return text
        case Strong(children=children) | Emphasis(children=children) | Link(children=children):
            return words_of(children)
        case LineBreak():
            return " "
        case _:
            return ""


def lines_of(blocks: Iterable[Block], notes: Iterable[Note] = ()) -> tuple[str, ...]:
    """Return the lines of blocks and notes in reading order; empty ones are left out."""
    found = [line for block in blocks for line in _lines(block)]
    found += [line for note in notes for block in note.blocks for line in _lines(block)]
    return tuple(line for line in found if folded(line))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(children=children) | Paragraph(children=children):
            yield words_of(children)
        case BulletList(items=items) | OrderedList(items=items):
            yield from (line for item in items for inner in item.blocks for line in _lines(inner))
        case Quotation(blocks=blocks) | Division(blocks=blocks):
            yield from (line for inner in blocks for line in _lines(inner))
        case Table():
            yield words_of(block.caption)
            yield from (words_of(cell.children) for row in (block.header, *block.rows) for cell in row)
        case Figure(caption=caption):
            yield words_of(caption)


def folded(text: str) -> str:
    """Return `text` without what formats may change: spaces, soft hyphens, compatibility forms.

    >>> folded("a  re\\u00adview")
    'areview'
    """
    return "".join(unicodedata.normalize("NFKC", legible(text)).translate(_DROPPED).split())


def digest(line: str) -> str:
    """Return the first hex digits of the SHA-256 of the folded line."""
    return hashlib.sha256(folded(line).encode()).hexdigest()[:DIGEST_LENGTH]
