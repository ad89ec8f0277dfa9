"""Which item of tonight is which item of last night, although wording and order moved."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model.briefing import Item

SAME = 0.5
"""Least share of common words (Dice) for two items to be one that was reworded."""
_WORD = re.compile(r"\w+(?:[-’']\w+)*")
_LIGHT = frozenset(
    (
        *("a", "an", "and", "as", "at", "by", "for", "from", "has", "have", "in", "is", "it", "its", "of", "on"),
        *("or", "said", "that", "the", "to", "was", "were", "which", "with"),
    )
)


@dataclass(frozen=True, slots=True)
class Pair:
    """The same item then and now."""

    before: Item
    after: Item
    rank_before: int = 0
    """Place in the earlier section, from 0."""
    rank_after: int = 0


@dataclass(frozen=True, slots=True)
class Matching:
    """The items of a section: the same ones, what came, what went."""

    same: tuple[Pair, ...]
    new: tuple[Item, ...]
    dropped: tuple[Item, ...]


def match_items(before: Sequence[Item], after: Sequence[Item]) -> Matching:
    """Pair items by id, then the rest by actor and common words, the closest first; no item is paired twice."""
    places = {item.id: n for n, item in enumerate(before)}
    pairs = {m: places[item.id] for m, item in enumerate(after) if item.id in places}
    taken = set(pairs.values())
    left = [n for n in range(len(before)) if n not in taken]
    right = [m for m in range(len(after)) if m not in pairs]
    for _, n, m in _by_likeness(before, after, left, right):
        if m not in pairs and n not in taken:
            pairs[m] = n
            taken.add(n)
    return Matching(
        same=tuple(Pair(before[pairs[m]], after[m], pairs[m], m) for m in sorted(pairs)),
        new=tuple(item for m, item in enumerate(after) if m not in pairs),
        dropped=tuple(item for n, item in enumerate(before) if n not in taken),
    )


def _by_likeness(
    before: Sequence[Item], after: Sequence[Item], left: Sequence[int], right: Sequence[int]
) -> list[tuple[float, int, int]]:
    """Return the pairs that are alike enough, the closest first, then in order."""
    scored = [(likeness(before[n], after[m]), n, m) for n in left for m in right]
    return sorted((s for s in scored if s[0] >= SAME), key=lambda s: (-s[0], s[1], s[2]))


def likeness(a: Item, b: Item) -> float:
    """Return the Dice share of common weighty words; 0 when the two are held by different actors or speakers."""
    if a.actor != b.actor or (a.speaker and b.speaker and a.speaker != b.speaker):
        return 0.0
    x, y = _words(a.text), _words(b.text)
    total = sum(x.values()) + sum(y.values())
    return 2 * sum((x & y).values()) / total if total else 0.0


def _words(text: str) -> Counter[str]:
    return Counter(w for w in (m.group().lower() for m in _WORD.finditer(text)) if w not in _LIGHT)


def figures(text: str) -> tuple[str, ...]:
    """Return the numbers in `text`, without those of dates written in digits.

    >>> figures("over 1,000 per day on 2024-10-23, 3.5 per cent")
    ('1,000', '3.5')
    """
    plain = re.sub(r"\b\d{4}-\d{2}(?:-\d{2})?\b", " ", text)
    return tuple(m.group() for m in re.finditer(r"\d+(?:[.,]\d+)*", plain))
