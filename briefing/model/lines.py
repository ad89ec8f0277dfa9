"""The printed lines of a briefing and their digests, by which a changed finished file is recognised.

A line is the text of one heading, paragraph, table cell, caption or note paragraph, with the numbers of its notes, or
what a picture shows, in words. Its digest ignores spaces, soft hyphens and compatibility forms, since formats break
lines differently. Behind the digests of the lines stand those of what the file says of itself (`title:…`), one over all
lines that ignores none of these but soft hyphens and where lines break (`words:…`), and one over the whole record
(`record:…`).
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

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
    NoteMark,
    OrderedList,
    PagesMeta,
    Paragraph,
    Quotation,
    Strong,
    Table,
    Text,
)
from briefing.model.characters import legible

DIGEST_LENGTH = 8
_DROPPED = {0x00AD: None, 0x200B: None, 0x2060: None, 0xFEFF: None}


FURNITURE = ("title", "as_of", "subject", "header", "footer", "mark")
"""What `PagesMeta` says that is printed around the lines or shown by a viewer."""


def words_of(inlines: Inlines) -> str:
    """Return the plain words of inlines; note marks have none, a forced break is a space."""
    return "".join(_words(i, marked=False) for i in inlines)


def _marked(inlines: Inlines) -> str:
    """Return the words of inlines with their note marks, so that a line given another source is recognised."""
    return "".join(_words(i, marked=True) for i in inlines)


def _words(inline: Inline, *, marked: bool) -> str:
    match inline:
        case Text(text=text) | Label(text=text):
            return text
        case Strong(children=children) | Emphasis(children=children) | Link(children=children):
            return _marked(children) if marked else words_of(children)
        case LineBreak():
            return " "
        case NoteMark(number=number) if marked:
            return note_mark(number)
        case _:
            return ""


def note_mark(number: int | str) -> str:
    """Return the number of a note as it stands in a line; the brackets tell it from a figure before it."""
    return f"⁅{number}⁆"


def lines_of(blocks: Iterable[Block], notes: Iterable[Note] = ()) -> tuple[str, ...]:
    """Return the lines of blocks and notes in reading order; empty ones are left out."""
    found = [line for block in blocks for line in _lines(block)]
    found += [line for note in notes for block in note.blocks for line in _lines(block)]
    return tuple(line for line in found if folded(line))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(children=children) | Paragraph(children=children):
            yield _marked(children)
        case BulletList(items=items) | OrderedList(items=items):
            yield from (line for item in items for inner in item.blocks for line in _lines(inner))
        case Quotation(blocks=blocks) | Division(blocks=blocks):
            yield from (line for inner in blocks for line in _lines(inner))
        case Table():
            yield _marked(block.caption)
            yield from (_marked(cell.children) for row in (block.header, *block.rows) for cell in row)
        case Figure(caption=caption):
            yield block.alt
            yield _marked(caption)


def folded(text: str) -> str:
    """Return `text` without what formats may change: spaces, soft hyphens, compatibility forms.

    >>> folded("a  re\\u00adview")
    'areview'
    """
    return "".join(unicodedata.normalize("NFKC", legible(text)).translate(_DROPPED).split())


def digest(line: str) -> str:
    """Return the first hex digits of the SHA-256 of the folded line."""
    return hashlib.sha256(folded(line).encode()).hexdigest()[:DIGEST_LENGTH]


def exact(text: str) -> str:
    """Return the first hex digits of the SHA-256 of a text in which only runs of spaces count as one.

    >>> exact("not  able") == exact("not able"), exact("not able") == exact("notable")
    (True, False)
    """
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()[:DIGEST_LENGTH]


def wording(lines: Iterable[str]) -> str:
    """Return the lines as one text for `exact`, without the places at which a format may break a word."""
    return "\n".join(line.translate(_DROPPED) for line in lines)


def record_of(lines: Iterable[str], meta: PagesMeta) -> tuple[str, ...]:
    """Return the record that a file keeps: digests of its lines, of its furniture, and of the record itself."""
    lines = tuple(lines)
    kept = tuple(digest(line) for line in lines)
    words = f"words:{exact(wording(map(legible, lines)))}"
    furniture = [(name, str(getattr(meta, name) or "")) for name in FURNITURE]
    named = tuple(f"{name}:{digest(text)}" for name, text in furniture if folded(text))
    sources = tuple(f"{source}:{sha256}" for source, sha256 in meta.sources)
    own = (*kept, *named, words)
    return (*own, f"record:{seal(own, meta.evidence, sources)}")


def seal(lines: Sequence[str], evidence: Sequence[str], sources: Sequence[str]) -> str:
    """Return the digest over a record; what a writer adds behind it (a line of its own) is not part of it."""
    own = takewhile(lambda word: not word.startswith("record:"), lines)
    return digest("|".join((*own, *evidence, *sources)))
