"""The words of a text with their places: what every finder of the analysis reads."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace

from briefing.model.attribution import Extent

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]\.(?=[A-Z][a-z])|[^\W_]+|[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class Words:
    """Parallel columns, one row a word or mark, in reading order; `lower` is the word in small letters."""

    text: tuple[str, ...]
    lower: tuple[str, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.text)

    def at(self, offset: int) -> int:
        """Return the row of the first word that starts at `offset` or later."""
        return bisect_left(self.start, offset)

    def rows(self, extent: Extent) -> range:
        """Return the rows of the words that start inside `extent`."""
        return range(self.at(extent[0]), self.at(extent[1]))


def keep_capitals(words: Words, rows: Iterable[int]) -> Words:
    """Return the words with `lower` as written in `rows`: there `He` is a part of a name and no pronoun."""
    lower = list(words.lower)
    for row in rows:
        lower[row] = words.text[row]
    return replace(words, lower=tuple(lower))


def read_words(text: str) -> Words:
    """Split `text` into words and marks; `U.S.` is one word, `Russia’s` is three."""
    found = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(text)]
    return Words(
        tuple(w for w, _, _ in found),
        tuple(w.lower() for w, _, _ in found),
        tuple(s for _, s, _ in found),
        tuple(e for _, _, e in found),
    )
