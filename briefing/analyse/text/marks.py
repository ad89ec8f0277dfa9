"""Pairs of quotation marks: double and single, straight and curly, nested, unclosed, running over paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model.attribution import Extent

_CURLY = {"“": "”", "‘": "’", "«": "»", "「": "」", "『": "』", "„": "“"}
_CLOSING = {close: opened for opened, close in _CURLY.items() if opened != "„"}
_DOUBLE = frozenset('"“”«»「」„')
_TAIL = re.compile(
    r",\s+(?:[A-Z][\w’'.-]*\s+){1,4}(?:said|says|added|told|warned|wrote|explained)\b"
    r"|,\s+(?:said|says|added|according to)\s"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Words inside a pair of marks: `start` and `end` inside, `left` and `right` with the marks."""

    start: int
    end: int
    left: int
    right: int
    depth: int
    double: bool
    closed: bool
    block: int
    continues: bool = False
    """The quotation goes on in the next paragraph."""


def find_marked(text: str, blocks: list[tuple[int, Extent]]) -> tuple[Marked, ...]:
    """Return all marked words of `blocks` (number and extent each), sorted by place, outer before inner."""
    out: list[Marked] = []
    for at, (number, (start, end)) in enumerate(blocks):
        follower = blocks[at + 1][1] if at + 1 < len(blocks) else None
        out += _block_marks(text, number, start, end, follower)
    return tuple(sorted(out, key=lambda m: (m.left, -m.right)))


def _block_marks(text: str, number: int, start: int, end: int, follower: Extent | None) -> Iterator[Marked]:
    stack: list[tuple[str, int]] = []
    skipped = -1
    for at in range(start, end):
        char = text[at]
        if char not in "\"'“”‘’«»「」『』„" or at == skipped:
            continue
        if text[at : at + 2] in ("''", "``") and text[at - 1 : at] != "'" and at + 2 <= end:
            skipped = at + 1
            yield from _twin(text, at, start, end, stack, number)
            continue
        sign = _sign(text, at, start, end, stack)
        if sign == "open":
            stack.append((char, at))
        elif sign == "close":
            depth = _matching(stack, char)
            if depth is None:
                continue
            opened, left = stack[depth]
            yield _marked(left, at, opened, depth, number, closed=True)
            del stack[depth:]
    yield from _left_open(text, stack, number, start, end, follower)


def _twin(text: str, at: int, start: int, end: int, stack: list[tuple[str, int]], number: int) -> Iterator[Marked]:
    """Two single marks typed for a double one (`''Not now,''`)."""
    if any(opened == "''" for opened, _ in stack):
        depth = next(d for d, (opened, _) in enumerate(stack) if opened == "''")
        left = stack[depth][1]
        del stack[depth:]
        yield Marked(
            start=left + 2, end=at, left=left, right=at + 2, depth=depth, double=True, closed=True, block=number
        )
    elif at == start or text[at - 1] in ' (—–-"“':
        stack.append(("''", at))


def _marked(
    left: int, right: int, opened: str, depth: int, number: int, *, closed: bool, continues: bool = False
) -> Marked:
    return Marked(
        start=left + 1,
        end=right,
        left=left,
        right=right + 1 if closed else right,
        depth=depth,
        double=opened in _DOUBLE,
        closed=closed,
        block=number,
        continues=continues,
    )


def _sign(text: str, at: int, start: int, end: int, stack: list[tuple[str, int]]) -> str | None:
    """Return `open`, `close` or None for the mark at `at`; apostrophes and inch or ordinal marks are None."""
    char = text[at]
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if char == "“" and before in ".,!?" and (after.isspace() or at + 1 >= end) and any(o == "“" for o, _ in stack):
        return "close"
    if char == "”" and not stack and before.isspace() and after.isalnum():
        return "open"
    if char in ("“", "«", "「", "『", "„"):
        return "close" if char == "“" and any(o == "„" for o, _ in stack) else "open"
    if char in ("”", "»", "」", "』"):
        return "close"
    if char == '"':
        return _straight_double(before, after, stack)
    if char == "‘":
        return None if after.isdigit() and not stack and text[at + 1 : at + 3].isdigit() else "open"
    return _single(text, at, before, after, end, stack)


def _straight_double(before: str, after: str, stack: list[tuple[str, int]]) -> str | None:
    is_open = any(o == '"' for o, _ in stack)
    if not is_open:
        return None if before.isdigit() or after.isspace() else "open"
    return "close"


def _single(text: str, at: int, before: str, after: str, end: int, stack: list[tuple[str, int]]) -> str | None:
    """Judge `'` and `’`: inside or after a word an apostrophe, unless a single quotation is open and may end here."""
    char = text[at]
    if after.isalnum() and before.isalnum():
        return None
    single_open = any(o in "'‘" for o, _ in stack)
    fresh = before.isspace() or before in '("“[—–-:'
    if char == "'" and fresh and (after.isalnum() or after in "[(\"'…") and not _clipped(text, at):
        return "open"
    if not single_open or before.isspace():
        return None
    if before == "s" and after == " " and _closes_later(text, at, end):
        return None
    return "close"


def _clipped(text: str, at: int) -> bool:
    """`'90s`, `'em`: letters left out at the head of a word."""
    return bool(re.match(r"'(?:\d\ds?\b|em\b|til\b|tis\b|cause\b)", text[at : at + 7]))


def _closes_later(text: str, at: int, end: int) -> bool:
    """After a plural's apostrophe: the next single mark that is no apostrophe closes, not opens."""
    rest = text[at + 1 : end]
    found = re.search(r"(?<=\w)[’'](?!\w)|(?<=[.,?!])[’']|(?<!\w)[‘'](?=\w)", rest)
    return (
        bool(found)
        and found is not None
        and not (found.start() == 0 or rest[found.start() - 1].isspace())
        and rest[1:2].islower()
    )


def _matching(stack: list[tuple[str, int]], char: str) -> int | None:
    """The place in the stack of the opening mark that `char` closes."""
    wanted = {"”": ("“", '"', "”"), "’": ("‘", "'"), "'": ("'", "‘"), '"': ('"', "“"), "“": ("„", "“")}.get(char) or (
        _CLOSING[char],
    )
    for depth in range(len(stack) - 1, -1, -1):
        if stack[depth][0] in wanted:
            return depth
    return None


def _left_open(
    text: str, stack: list[tuple[str, int]], number: int, start: int, end: int, follower: Extent | None
) -> Iterator[Marked]:
    """A mark without its partner: runs on when the next paragraph reopens it, else ends at a verb of saying."""
    if not stack:
        return
    opened, left = stack[0]
    if opened == "''":
        return
    next_mark = text[follower[0] : follower[0] + 1] if follower else ""
    stop = end
    while stop > left + 1 and (text[stop - 1].isspace() or text[stop - 1] in "'’\""):
        stop -= 1
    if opened in "'‘" and next_mark != opened and left != start:
        return
    tail = _TAIL.search(text, left + 1, end)
    if tail:
        yield _marked(left, tail.start() + 1, opened, 0, number, closed=False)
    elif next_mark == opened:
        yield _marked(left, stop, opened, 0, number, closed=False, continues=True)
    elif left == start:
        yield _marked(left, stop, opened, 0, number, closed=False)
