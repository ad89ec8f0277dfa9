"""The words of a document's paragraphs and what their form and surroundings say.

Training and the engine read a text through this one module, so a model always sees at work what
it saw when it was trained.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.analyse.attribution.marks import MARKS, mark_states

Extent = tuple[int, int]

TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}|\w+(?:[’'\-]\w+)*|[^\w\s]")
_LINE_END = re.compile(r"([.!?…][”\"’')\]»]*(?:\s?[—–―]\s?[^\n“”\"]{2,50}?)?)[^\S\n]*\n\s*(?=[“\"‘'«A-Z])")
SHAPES = 13
PLACES = 16
_STOPS = frozenset(".!?…")
_CLOSERS = frozenset("”\"’')]»")
_DASHES = frozenset(":;–—-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Parallel columns, one row a word, in reading order.

    `paragraph` numbers the paragraphs; `shape`, `mark` and `place` are the small
    categories that the model takes beside the word itself.
    """

    extents: tuple[Extent, ...]
    texts: tuple[str, ...]
    paragraph: tuple[int, ...]
    opens_sentence: tuple[bool, ...]
    shape: tuple[int, ...]
    mark: tuple[int, ...]
    place: tuple[int, ...]


def read_words(text: str, paragraphs: Sequence[Extent]) -> Words:
    """Split each paragraph into words; one without any leaves no row, one of several lines counts as several."""
    extents: list[Extent] = []
    paragraph: list[int] = []
    parts = [part for extent in paragraphs for part in _lines(text, extent)]
    for number, (start, end) in enumerate(parts):
        found = [match.span() for match in TOKEN.finditer(text, start, end)]
        extents += found
        paragraph += [number] * len(found)
    texts = tuple(text[start:end] for start, end in extents)
    opens = _sentence_openings(texts, paragraph)
    return Words(
        extents=tuple(extents),
        texts=texts,
        paragraph=tuple(paragraph),
        opens_sentence=opens,
        shape=tuple(_shape(word) for word in texts),
        mark=mark_states(text, extents, paragraph),
        place=_places(paragraph, opens),
    )


def _lines(text: str, extent: Extent) -> Iterator[Extent]:
    """Parts of a paragraph whose lines are paragraphs themselves, as in a list of quotations.

    A line that ends a sentence, or a quotation signed after a dash, ends its part where the next
    begins with a mark or a capital; in text that is only wrapped, a sentence ends there as well.
    """
    start, end = extent
    for match in _LINE_END.finditer(text, start, end):
        yield start, match.end(1)
        start = match.end()
    yield start, end


def _sentence_openings(texts: Sequence[str], paragraph: Sequence[int]) -> tuple[bool, ...]:
    """Whether a word begins a sentence; closing marks after the stop belong to the one before."""
    out: list[bool] = []
    pending = True
    for at, word in enumerate(texts):
        new = at == 0 or paragraph[at] != paragraph[at - 1]
        closes = word in _CLOSERS and not new
        out.append(new or (pending and not closes))
        pending = word in _STOPS or (closes and pending)
    return tuple(out)


def _places(paragraph: Sequence[int], opens: Sequence[bool]) -> tuple[int, ...]:
    """Where in the document a word stands: early paragraphs one by one, later ones in bands."""
    last = paragraph[-1] if paragraph else 0
    bands = [_band(number, last) for number in range(last + 1)]
    return tuple(2 * bands[number] + first for number, first in zip(paragraph, opens, strict=True))


def _band(number: int, last: int) -> int:
    if number < 3:
        return number
    if number == last:
        return 7
    return 3 if number < 6 else 4 if number < 11 else 5 if number < 21 else 6


def _shape(word: str) -> int:
    first = word[0]
    if not (first.isalnum() or first == "_"):
        return _sign_shape(word)
    if first.isdigit():
        return 5
    if not first.isascii() and first.lower() == first.upper():
        return 12
    return _letter_shape(word)


def _sign_shape(sign: str) -> int:
    if sign == ",":
        return 1
    if sign in _STOPS:
        return 2
    if sign in MARKS:
        return 3
    return 4 if sign in _DASHES else 0


def _letter_shape(word: str) -> int:
    if word.islower():
        return 6
    if word.isupper():
        return 8 if len(word) > 1 else 9
    if word[0].isupper() and word[1:].islower():
        return 7
    return 10 if word[0].isupper() else 11
