"""Quotation marks: which words stand inside them, over paragraph ends too.

A quotation that runs over several paragraphs is printed with an opening mark at the head of each
and a closing mark only after the last, so the state is carried on where the next paragraph
reopens or closes it, and dropped where it does neither.
"""

from __future__ import annotations

from collections.abc import Sequence

Extent = tuple[int, int]

OUTSIDE, INSIDE, OPENING, CLOSING, REOPENING = range(5)
STATES = 5
_OPENING = frozenset("“«「『")
_CLOSING = frozenset("”»」』")
_EITHER = frozenset('"„＂')
MARKS = _OPENING | _CLOSING | _EITHER


def mark_states(text: str, extents: Sequence[Extent], paragraph: Sequence[int]) -> tuple[int, ...]:
    """The state of every word; `extents` are words in reading order, `paragraph` their numbers."""
    out: list[int] = []
    is_open = False
    begin = 0
    while begin < len(extents):
        end = begin
        while end < len(extents) and paragraph[end] == paragraph[begin]:
            end += 1
        words = extents[begin:end]
        signs = [_sign(text, words, at) for at in range(len(words))]
        states, is_open = _paragraph_states(signs, is_open)
        out += states
        begin = end
    return tuple(out)


def _paragraph_states(signs: Sequence[int], was_open: bool) -> tuple[list[int], bool]:
    """States of one paragraph's words and whether it ends inside a quotation."""
    first = next((at for at, sign in enumerate(signs) if sign), None)
    reopens = was_open and first == 0 and signs[0] == OPENING
    is_open = reopens or (was_open and first is not None and signs[first] == CLOSING)
    out: list[int] = []
    for at, sign in enumerate(signs):
        if not sign:
            out.append(INSIDE if is_open else OUTSIDE)
            continue
        is_open = sign == OPENING
        out.append(REOPENING if at == 0 and reopens else sign)
    return out, is_open


def _sign(text: str, words: Sequence[Extent], at: int) -> int:
    """OPENING, CLOSING or 0; a straight mark is read by the blanks around it."""
    start, end = words[at]
    char = text[start:end]
    if char in _OPENING:
        return OPENING
    if char in _CLOSING:
        return CLOSING
    if char not in _EITHER:
        return 0
    if at == 0:
        return OPENING
    if at == len(words) - 1:
        return CLOSING
    free_before = words[at - 1][1] < start
    before = text[words[at - 1][0] : words[at - 1][1]]
    free_after = end < words[at + 1][0]
    if free_after:
        return CLOSING
    return OPENING if free_before or before in "([—–-" else CLOSING
