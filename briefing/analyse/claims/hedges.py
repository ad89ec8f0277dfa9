"""The words of a sentence that weaken, condition or limit what it claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.analyse.actors.lexicon import word_class
from briefing.analyse.scene import Scene


def find_hedges(scene: Scene, low: int, high: int) -> tuple[str, ...]:
    """Return the hedges in the rows, in order, as they are written; none twice."""
    found = [
        scene.slice(a, b)
        for a, b in phrase_rows(scene, low, high, scene.lexicon.hedges)
        if not _idle(scene, a, b, high)
    ]
    return tuple(dict.fromkeys(found))


def _idle(scene: Scene, first: int, last: int, high: int) -> bool:
    """`about trade`, `over the border`: such words limit a figure or nothing."""
    if " ".join(scene.words.lower[first:last]) not in word_class("measures"):
        return False
    after = scene.words.text[last] if last < high else ""
    return not (after[:1].isdigit() or after in "$€£₩¥" or after.lower() in word_class("numerals"))


def phrase_rows(
    scene: Scene, low: int, high: int, phrases: Mapping[str, tuple[tuple[str, ...], ...]]
) -> Iterator[tuple[int, int]]:
    """Yield the rows of the phrases found, the longest at each place, none overlapping."""
    lower, row = scene.words.lower, low
    while row < high:
        size = next((len(p) for p in phrases.get(lower[row], ()) if lower[row : row + len(p)] == p), 0)
        if size and row + size <= high and not (lower[row] == "may" and scene.words.text[row] == "May" and row > low):
            yield row, row + size
            row += size
        else:
            row += 1
