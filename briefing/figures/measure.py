"""How wide words are in a drawing, near enough to place them; and how they are shortened."""

from __future__ import annotations

import unicodedata

WIDTH = 456.0
"""Of every drawing, in points: the text width of A4 and Letter with the standard margins."""

_NARROW = frozenset("iljtfrI.,:;'’!|()[] ")
_BROAD = frozenset("mwMW@—…%")


def width_of(words: str, size: float, *, strong: bool = False) -> float:
    """Estimate the width of words in points; Hangul and Hanja are as wide as they are high."""
    total = sum(_share(letter) for letter in words)
    return total * size * (1.06 if strong else 1.0)


def _share(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    if letter in _NARROW:
        return 0.32
    if letter in _BROAD:
        return 0.9
    return 0.66 if letter.isupper() else 0.57


def fitted(words: str, room: float, size: float) -> str:
    """Return words, cut at a word with an ellipsis where they are wider than `room`."""
    if width_of(words, size) <= room:
        return words
    kept = words
    while kept and width_of(kept + "…", size) > room:
        shorter = kept.rpartition(" ")[0]
        kept = shorter or kept[:-1]
    return kept.rstrip(" ,;:–-") + "…"


def lines(words: str, room: float, size: float, count: int) -> tuple[str, ...]:
    """Break words into at most `count` lines no wider than `room`; the last is cut with an ellipsis."""
    rest = words.split()
    found: list[str] = []
    while rest and len(found) < count - 1:
        taken = 1
        while taken < len(rest) and width_of(" ".join(rest[: taken + 1]), size) <= room:
            taken += 1
        found.append(fitted(" ".join(rest[:taken]), room, size))
        rest = rest[taken:]
    return (*found, fitted(" ".join(rest), room, size)) if rest else tuple(found)
