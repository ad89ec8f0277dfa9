"""Names that a page has run into their neighbours (`toAna Maria Ruiz`, `Ana Maria Ruizsaid`), parted again.

Pages that set a name in a tag of its own lose the blanks around it when they are turned into text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from itertools import pairwise

from briefing.analyse.actors.lexicon import Lexicon, word_class
from briefing.analyse.text.words import Words

_NAME = re.compile(r"(?<![\w’'])(?<!\w-)(?:[A-Z][a-z]+ ){1,3}[A-Z][a-z]+(?![\w’'-])")
_CAPITALS = re.compile(r"(?<![\w’'])(?<!\w-)(?:[A-Z][a-z]+ )+[A-Z][a-z]+(?![\w’'-])")
_RUN_INTO = re.compile(r"(?<![\w’'])(?<!\w-)(?P<before>[A-Z]?[a-z]+)(?P<name>(?:[A-Z][a-z]+ ){1,3}[A-Z][a-z]+)")
_SMALL = ("prepositions", "auxiliaries", "adverbs", "breakers", "connectives", "determiners", "deeds")
_ENDINGS = frozenset({"a", "i", "s", "n", "an", "er", "ed", "es", "ish", "ian"})
"""What makes a word of a place (`Costa Rican`), not a word run into it."""
LONG = 3
"""Letters of a particle (`de`, `van`, `bin`); a longer word in small letters belongs to no name."""


@dataclass(frozen=True, slots=True)
class Known:
    """The names that stand whole in a text, and its words in small letters."""

    names: Set[str]
    words: Set[str]
    lexicon: Lexicon

    def is_word(self, word: str) -> bool:
        """Tell whether `word` is one by itself and no ending."""
        lower = word.lower()
        if lower in _ENDINGS:
            return False
        formed = lower.endswith(("ed", "ly")) and len(lower) > 4
        office = word in self.lexicon.titles or lower in self.lexicon.roles
        known = formed or office or lower in self.words or lower in self.lexicon.verbs
        return known or any(lower in word_class(c) for c in _SMALL)


def part_glued(words: Words, text: str, lexicon: Lexicon) -> Words:
    """Return `words` with each name of several words that stands whole elsewhere parted from what it runs into."""
    names = frozenset(name for m in _CAPITALS.finditer(text) for name in _names_in(m.group().split()))
    cuts = sorted(set(_cuts(text, Known(names, frozenset(words.lower), lexicon))))
    if not cuts:
        return words
    rows = zip(words.start, words.end, strict=True)
    parted = [part for start, end in rows for part in _parts(start, end, cuts)]
    return Words(
        tuple(text[s:e] for s, e in parted),
        tuple(text[s:e].lower() for s, e in parted),
        tuple(s for s, _ in parted),
        tuple(e for _, e in parted),
    )


def _names_in(run: list[str]) -> Iterator[str]:
    """Yield each two to four words in a row of capitalised ones: a title holds names among other words."""
    for size in (2, 3, 4):
        yield from (" ".join(run[at : at + size]) for at in range(len(run) - size + 1))


def _parts(start: int, end: int, cuts: list[int]) -> Iterator[tuple[int, int]]:
    yield from pairwise([start, *(cut for cut in cuts if start < cut < end), end])


def _cuts(text: str, known: Known) -> Iterator[int]:
    """Yield the places between a name and the word run into it."""
    for found in _NAME.finditer(text):
        yield from _end_of_name(found.group(), found.start(), known)
    for found in _RUN_INTO.finditer(text):
        name, start = found["name"], found.start("name")
        ends = list(_end_of_name(name, start, known))
        before = found["before"]
        plain = before.islower() and len(before) > LONG
        if (ends or name in known.names) and (plain or known.is_word(before)):
            yield from (start, *ends)


def _end_of_name(run: str, start: int, known: Known) -> Iterator[int]:
    """Yield where a known name ends inside the last word of `run` (`Ana Maria Ruiz|said`)."""
    last = run.rfind(" ") + 1
    tails = [m.start() for m in re.finditer(r"(?<![a-z])[A-Z]", run) if m.start() < last]
    for at in range(last + 1, len(run) - 1):
        if any(run[tail:at] in known.names for tail in tails) and known.is_word(run[at:]):
            yield start + at
            return
