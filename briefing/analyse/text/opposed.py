"""People of a state who do not speak for it: its opposition, rebels, one of its parties."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analyse.actors.naming import Naming
from briefing.analyse.text.words import Words

_OPPOSED = frozenset({"opposition", "rebel", "dissident", "exiled", "separatist", "republican", "democratic"})
"""Words for people who do not speak for their state."""


def is_opposed(first: int, end: int, named: Sequence[Naming], words: Words) -> bool:
    """Tell whether people are so called: `|opposition lawmakers| in Oslo`; not officials of a `Democratic Republic`."""
    inside = {row for n in named for row in range(n.first, n.last)}
    return any(words.lower[row] in _OPPOSED for row in range(first, end) if row not in inside)
