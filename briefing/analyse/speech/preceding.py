"""The state that the words before a name are about: of its sentence, or of those before it."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analyse.actors.lexicon import state_codes
from briefing.analyse.actors.naming import Naming
from briefing.analyse.speech.themes import is_shared
from briefing.analyse.text.words import Words
from briefing.model.findings import Sentence

ACTING = frozenset({"name", "capital", "seat", "national", "body", "direction"})
_OBLIQUE = frozenset({"through", "from", "to", "with", "via", "by", "against", "over", "for", "towards", "into"})
"""Before a state that a sentence is not about (`it relies on flows through |Peru|`)."""


def first_place(number: int, places: Sequence[Naming]) -> Naming | None:
    """Return where person `number` is named first, None where nowhere."""
    return next((n for n in places if n.person == number), None)


def subject_before(
    number: int,
    places: Sequence[Naming],
    namings: Sequence[Naming],
    words: Words,
    sentences: Sequence[Sentence],
    *,
    beyond: bool,
) -> str | None:
    """Return the state that the sentence of the first mention behind the title, or the one before, names first.

    `beyond` lets the sentence before be one of another paragraph.
    """
    head = words.at(sentences[0].start) if sentences else 0
    place = first_place(number, [p for p in places if p.first >= head])
    if place is None or _of_other_body(words, place.first) or _from_elsewhere(words, place.last):
        return None
    offset = words.start[place.first]
    at = next((i for i, s in enumerate(sentences) if s.start <= offset < s.end), None)
    if at is None:
        return None
    near = [s for s in _before(at, sentences) if beyond or s.block == sentences[at].block]
    told = (_first_told(s, place, namings, words, own=s is sentences[at]) for s in (sentences[at], *near))
    return next((state for state in told if state is not None), None)


def _first_told(sentence: Sentence, place: Naming, namings: Sequence[Naming], words: Words, *, own: bool) -> str | None:
    """The state that a sentence names first, before `place` where it is the person's `own`."""
    low, high = words.at(sentence.start), words.at(sentence.end)
    for naming in (n for n in namings if low <= n.first < (min(high, place.first) if own else high)):
        passing = _is_said(naming, place, words) if own else _is_oblique(naming, namings, words)
        acting = naming.form in (*ACTING, "adjective") and not naming.place and naming.actor in state_codes()
        if acting and not passing and not is_shared(naming, words):
            return naming.actor
    return None


def led_by(
    number: int, places: Sequence[Naming], namings: Sequence[Naming], words: Words, sentences: Sequence[Sentence]
) -> str | None:
    """Return the state with which the sentence before begins, in the same paragraph (`Lima protested. President …`)."""
    place = first_place(number, places)
    offset = words.start[place.first] if place is not None else -1
    at = next((i for i, s in enumerate(sentences) if s.start <= offset < s.end), 0)
    if at == 0 or sentences[at].block != sentences[at - 1].block or place is None:
        return None
    low, high = words.at(sentences[at - 1].start), words.at(sentences[at].start)
    if any(high <= n.first < place.first and n.actor for n in namings):
        return None
    opens = next((n for n in namings if low <= n.first <= low + 1 and n.form in ("name", "capital", "seat")), None)
    return opens.actor if opens is not None and opens.actor in state_codes() else None


def _is_said(naming: Naming, place: Naming, words: Words) -> bool:
    """`“|Peru| opened fire,” the spokesman said`: who is spoken of in a quotation is not who speaks."""
    marks = (r for r in range(naming.last, place.first) if words.text[r] in ("'", "’", "”", '"'))
    return any(words.text[r - 1] in (",", ".", "?", "!") for r in marks)


def _is_oblique(naming: Naming, namings: Sequence[Naming], words: Words) -> bool:
    """`flows through |Peru| and |Chile|`: a state that the sentence only touches on, alone or in a list."""
    ends, row = {n.last: n.first for n in namings}, naming.first
    while row > 0 and words.lower[row - 1] in ("and", "or", ",", "the"):
        row -= 1
        row = ends.get(row, row)
    return row > 0 and words.lower[row - 1] in _OBLIQUE


def _before(at: int, sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """The sentence before, unless a new paragraph begins after one of several sentences; in one also that before it."""
    if at == 0:
        return ()
    block = sentences[at - 1].block
    longer = sum(s.block == block for s in sentences[max(0, at - 3) : at]) > 2
    if sentences[at].block != block:
        return () if longer else sentences[at - 1 : at]
    return [s for s in reversed(sentences[max(0, at - 2) : at]) if s.block == block]


def _from_elsewhere(words: Words, row: int) -> bool:
    """`Inspector Hale |from the Lakeside Police`: what the office belongs to stands right behind the name."""
    if words.lower[row : row + 1] not in (("from",), ("of",)):
        return False
    behind = row + 1 + (words.lower[row + 1 : row + 2] == ("the",))
    return behind < len(words) and words.text[behind][:1].isupper()


def _of_other_body(words: Words, row: int) -> bool:
    """`Northern Command (NORCOM) Commander |Hale`: the body that the office belongs to stands right before it."""
    first = row
    while first > 0 and row - first < 12 and (words.text[first - 1][:1].isupper() or words.text[first - 1] in "()"):
        first -= 1
    before = words.text[first:row]
    return ")" in before and "(" in before
