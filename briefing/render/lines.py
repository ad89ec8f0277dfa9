"""What a template asks of printed lines: the sources they rest on, and whether their context says more."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefing.model.briefing import Item, QuoteItem
from briefing.render.notes import evidence_of

Uses = dict[str, list[int]]
"""The numbers of lines in each section."""
_FEW_WORDS = 6


def by_source(numbered: Mapping[str, Sequence[Item]]) -> dict[str, Uses]:
    """Return the numbers of the lines in each section that rest on each source."""
    found: dict[str, Uses] = {}
    for section, items in numbered.items():
        for number, item in enumerate(items, 1):
            for source in {evidence.source for evidence in evidence_of(item)}:
                found.setdefault(source, {}).setdefault(section, []).append(number)
    return found


def sources_of(item: Item) -> tuple[str, ...]:
    """Return the numbers of the sources a line rests on, each once."""
    return tuple(dict.fromkeys(evidence.source for evidence in item.evidence))


def adds_context(item: QuoteItem) -> bool:
    """Tell whether the sentence around a quotation says more than who spoke."""
    rest = (item.context or "").replace(item.text, "")
    known = set(re.findall(r"\w+", " ".join(filter(None, (item.speaker, item.role, item.cue, item.actor))).lower()))
    return sum(1 for word in re.findall(r"\w+", rest.lower()) if word not in known) > _FEW_WORDS
