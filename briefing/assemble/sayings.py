"""One saying in two documents: what one of them quotes in part the other quotes whole."""

from __future__ import annotations

import re

from briefing.assemble.matter import Line
from briefing.assemble.words import keys

QUOTED = re.compile(r"“([^”]{6,})”?|\"([^\"]{6,})\"?|(?<!\w)['‘]([^'’]{10,})['’](?!\w)")
LEAST = 3
"""Telling words of a quotation from which on it is known again."""


def quoted_keys(line: Line) -> tuple[frozenset[str], ...]:
    """Return the telling words of each quotation of `line` that has enough of them."""
    found = (frozenset(keys(next(part for part in match.groups() if part))) for match in QUOTED.finditer(line.text))
    return tuple(told for told in found if len(told) >= LEAST)


def same_saying(a: Line, b: Line) -> bool:
    """Tell whether lines of two documents quote the same words of one speaker."""
    first, second = a.statement.holder, b.statement.holder
    if a.source == b.source or first is None or second is None or first.speaker != second.speaker:
        return False
    return any(one <= other or other <= one for one in quoted_keys(a) for other in quoted_keys(b))
