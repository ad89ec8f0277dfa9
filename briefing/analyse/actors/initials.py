"""Initials that a text gives a body of a state: `the Danish Transport Board (DTB)`, and `the DTB` from then on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from briefing.analyse.actors.lexicon import state_codes
from briefing.analyse.actors.naming import Naming
from briefing.analyse.text.words import Words

_SMALL = frozenset({"of", "and", "for", "the", "on", "in", "de", "&"})
_OWNED = ("'", "’")
_REACH = 8
LONGEST = 6


def find_initials(words: Words, namings: Sequence[Naming]) -> tuple[Naming, ...]:
    """Return the places after the bracket where initials stand for a body named under its state before them."""
    taken = {row for n in namings for row in range(n.first, n.last)}
    ends = {n.last: n for n in namings}
    known = dict(_told(words, ends, taken))
    return tuple(
        Naming(first=row, last=row + 1, actor=known[word][1], form="national")
        for row, word in enumerate(words.text)
        if word in known and row > known[word][0] and row not in taken
    )


def _leads_to(words: Words, row: int, first: int) -> bool:
    """Nothing but an apostrophe, a year or the name of a body that has one stands between a state and the words."""
    between = words.text[row:first]
    return not between or between[-1].isdigit() or between[-1] == "s" or between[-1] in _OWNED


def _told(words: Words, ends: dict[int, Naming], taken: Set[int]) -> Iterator[tuple[str, tuple[int, str]]]:
    """Yield initials in brackets with their row and the state of the name they are made of."""
    for row in range(2, len(words) - 1):
        word = words.text[row]
        if words.text[row - 1] != "(" or words.text[row + 1] != ")" or row in taken:
            continue
        if not (word.isupper() and word.isalpha() and 1 < len(word) <= LONGEST):
            continue
        first = _name_start(words, row - 1, word)
        owner = _owner(words, first, row - 1, ends) if first is not None else None
        if owner is not None:
            yield word, (row, owner)


def _name_start(words: Words, end: int, initials: str) -> int | None:
    """Where the words before the bracket begin whose first letters are the initials."""
    left, row = list(initials), end
    while left and row > 0 and words.start[row] - words.end[row - 1] <= 1:
        row -= 1
        if words.text[row][:1] == left[-1]:
            left.pop()
        elif words.lower[row] not in _SMALL:
            return None
    return row if not left else None


def _owner(words: Words, first: int, end: int, ends: dict[int, Naming]) -> str | None:
    """The state named right before the words, or first or whole in them."""
    low = first
    while low > 0 and first - low < _REACH and (words.text[low - 1] in _OWNED or words.text[low - 1][0].isalnum()):
        low -= 1
    owning = [row for row in range(low + 1, first + 1) if row in ends and _leads_to(words, row, first)]
    named = [ends[row] for row in (*reversed(owning), *range(first + 1, end + 1)) if row in ends]
    return next((n.actor for n in named if n.actor in state_codes()), None)
