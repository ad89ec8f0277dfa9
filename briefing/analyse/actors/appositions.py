"""What office the apposition after a name tells (`Ada Obi, the envoy to Mali,`)."""

from __future__ import annotations

from dataclasses import replace

from briefing.analyse.actors.lexicon import Lexicon, word_class
from briefing.analyse.actors.naming import Naming
from briefing.analyse.actors.owners import named_owner
from briefing.analyse.actors.roles import (
    REACH,
    Role,
    inner_state,
    of_association,
    office_name,
    own_state,
    plain,
    standing_of,
)
from briefing.analyse.text.words import Words


def role_after(
    words: Words, text: str, row: int, stop: int, starts: dict[int, Naming], lexicon: Lexicon
) -> Role | None:
    """Return the office in the apposition after the name that ends at `row` (`, a fellow at the Delta Centre,`)."""
    if row < stop and words.lower[row] in ("of", "at", "from", "with"):
        return _affiliated(words, text, row, stop)
    at = row
    if at < stop and words.text[at] == "(":
        while at < stop and words.text[at] != ")":
            at += 1
        at += 1
    if at >= stop or (words.text[at] not in ",–—" and words.lower[at : at + 1] not in (("is",), ("was",))):
        return None
    verb = words.lower[at] in ("is", "was")
    first = at + 1
    if first + 1 < stop and words.text[first].isdigit() and words.text[first + 1] == ",":
        first += 2
    who, left = first, _left_as(words, first, stop) if first < stop and words.lower[first] == "who" else 0
    if left:
        first = left
    elif first < stop and words.lower[first] in ("who", "whose"):
        first += 2
    end = _apposition_end(words, first, stop)
    role = _role_inside(words, text, first, end, starts, lexicon, verb=verb)
    if role is None or not left:
        return role
    told = plain(text[words.start[who + 1] : words.end[end - 1]])
    return replace(role, words=told, standing="outside", actor=None)


def _left_as(words: Words, row: int, stop: int) -> int:
    """`, who retired last year as |the chief of staff`: where an office begins that is left; 0 where there is none."""
    if words.lower[row + 1 : row + 2] not in (("retired",), ("resigned",), ("served",), ("left",), ("quit",)):
        return 0
    return next((r + 1 for r in range(row + 2, min(stop, row + 8)) if words.lower[r] == "as"), 0)


def _affiliated(words: Words, text: str, row: int, stop: int) -> Role | None:
    """`Ada Obi of the Delta Institute`: a house of learning, a private one or a party after the name."""
    end = row + 1
    while end < stop and (words.text[end][:1].isupper() or words.lower[end] in ("the", "for", "of", "and", "on")):
        end += 1
    phrase = plain(text[words.start[row] : words.end[end - 1]])
    if words.lower[end : end + 1] == ("party",) and end < stop:
        return Role(words=plain(text[words.start[row] : words.end[end]]), office="", standing="unknown", actor=None)
    if not any(words.text[r] in word_class("houses") for r in range(row + 1, end)):
        return None
    return Role(words=phrase, office="", standing="outside", actor=None, affiliation=phrase)


def _apposition_end(words: Words, first: int, stop: int) -> int:
    row = first
    while row < stop and words.text[row] not in ',.;:–—"“”()?!' and row - first < 24:
        if words.lower[row] in word_class("telling") or words.lower[row] in ("who", "which", "whose"):
            break
        row += 1
    return row


def _role_inside(
    words: Words, text: str, first: int, end: int, starts: dict[int, Naming], lexicon: Lexicon, *, verb: bool
) -> Role | None:
    """The office named early in `first:end`, with its state from before or after it."""
    if verb and (first >= end or words.lower[first] not in ("a", "an", "the")):
        return None
    for row in range(first, min(end, first + REACH)):
        phrase = next(
            (r for r in lexicon.roles.get(words.lower[row], ()) if words.lower[row : row + len(r)] == r), None
        )
        if phrase is None:
            if _breaks(words, row, lexicon):
                return None
            continue
        after = row + len(phrase)
        if (
            after < end
            and words.text[after][:1].isupper()
            and words.start[after] - words.end[after - 1] == 1
            and after not in starts
        ):
            return None
        return _apposed(words, text, first, row, after, end, starts, lexicon)
    return None


def _breaks(words: Words, row: int, lexicon: Lexicon) -> bool:
    """A verb or conjunction before any office: this is no apposition."""
    return words.lower[row] in (
        "said",
        "says",
        "told",
        "was",
        "is",
        "were",
        "has",
        "had",
        "who",
        "which",
        "but",
        "that",
        "while",
        "when",
        "will",
        "would",
    )


def _own_end(words: Words, after: int, end: int) -> int:
    """Where what an office is of or for ends: `legislator |from the Harbour Union` is an office of no union."""
    if words.lower[after : after + 1] not in (("of",), ("for",), ("at",)):
        return after
    stops = ("and", "from", "in", "on", "with")
    return next((row for row in range(after, end) if words.lower[row] in stops), end)


def _apposed(
    words: Words, text: str, first: int, row: int, after: int, end: int, starts: dict[int, Naming], lexicon: Lexicon
) -> Role:
    office = office_name(words.lower[row:after])
    begin = first + 1 if words.lower[first] in ("a", "an", "the") else first
    if of_association(words, begin, _own_end(words, after, end), starts):
        return Role(
            words=plain(text[words.start[begin] : words.end[end - 1]]), office="", standing="unknown", actor=None
        )
    inside = [n for r, n in sorted(starts.items()) if first <= r < row and n.form not in ("outlet", "person")]
    actor = inside[-1].actor if inside else None
    if actor is None and (after >= end or words.lower[after] != "to" or "ambassador" not in office):
        actor = inner_state(words, row, end, starts) or own_state(office, lexicon)
    standing = standing_of(words, first, row, office, actor, lexicon)
    owner = (row, row) if actor else named_owner(words, row, after, starts, lexicon)
    tail = text[words.end[after - 1] : words.end[end - 1]]
    return Role(
        words=plain(text[words.start[begin] : words.end[end - 1]]),
        office=office,
        standing=standing,
        actor=actor if standing == "official" else None,
        affiliation=plain(tail) if standing == "outside" else None,
        owner=" ".join(words.text[owner[0] : owner[1]]),
    )
