"""One saying in two documents: what one of them quotes in part the other quotes whole."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from briefing.assemble.matter import Line
from briefing.assemble.words import keys

QUOTED = re.compile(r"“([^”]{6,})”?|\"([^\"]{6,})\"?|(?<!\w)['‘]([^'’]{10,})['’](?!\w)")
LEAST = 3
"""Telling words of a quotation from which on it is known again."""


def quoted_keys(line: Line) -> tuple[frozenset[str], ...]:
    """Return the telling words of each quotation of `line` that has enough of them."""
    found = (frozenset(keys(next(part for part in match.groups() if part))) for match in QUOTED.finditer(line.text))
    return tuple(told for told in found if len(told) >= LEAST)


def same_sayings(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Return the pairs of lines of two documents, the later one first, that quote the same words of one speaker."""
    told = [quoted_keys(line) if line.statement.holder and line.has(QUOTED) else () for line in lines]
    holding: dict[tuple[str | None, str], list[tuple[int, frozenset[str]]]] = defaultdict(list)
    for n, quotations in enumerate(told):
        for keys_of in quotations:
            for key in keys_of:
                holding[_speaker(lines[n]), key].append((n, keys_of))
    pairs = {
        (max(n, other), min(n, other))
        for n, quotations in enumerate(told)
        for one in quotations
        for other, whole in holding[_speaker(lines[n]), min(one)]
        if one <= whole and lines[n].source != lines[other].source
    }
    return sorted(pairs)


def _speaker(line: Line) -> str | None:
    return line.statement.holder.speaker if line.statement.holder else None
