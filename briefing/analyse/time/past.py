"""Days without a year that the words around them tell as past: `since October 7`, `the October 7 attack`."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from briefing.model.findings import When

_DEED = r"(?:attacks?|massacres?|horrors?|atrocit(?:y|ies)|assaults?|terror|coup|uprising|tragedy|killings?|crimes)"
_BEFORE = re.compile(
    rf"(?:\bsince|\b{_DEED}\s+(?:of|on)|(?<!\bbe )\b\w{{2,}}(?<!plann)(?<!schedul)(?<!expect)ed\s+on)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"\s+(?:terrorist\s+|terror\s+|brutal\s+)?{_DEED}\b", re.IGNORECASE)
_AHEAD = 8
"""Days after publication from which on a day told as past is one of the year before."""


def not_ahead(text: str, when: When, published: date | None) -> When:
    """Return `when` a year earlier if it lies after the publication though the words tell of something past."""
    if published is None or not when.inferred or when.precision != "day" or when.date is None:
        return when
    if (date.fromisoformat(when.date) - published).days < _AHEAD or when.date.endswith("-02-29"):
        return when
    start, end = when.extent
    told = _BEFORE.search(text[max(0, start - 40) : start]) or _AFTER.match(text[end : end + 40])
    if not told:
        return when
    year, rest = when.date.split("-", 1)
    return replace(when, date=f"{int(year) - 1}-{rest}")
