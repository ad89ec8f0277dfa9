"""The year an undated speech was given in, told by the session of the General Assembly that its opening names."""

from __future__ import annotations

import re
from datetime import date

HEAD = 1200
"""Characters of a speech in which it says where it is given."""
FIRST_SESSION = 1946
"""From the second one on, a session opens in September of the year `FIRST_SESSION` + its number - 1."""
_TENS = {"fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90}
_STEMS = {"fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_UNITS = {
    w: i
    for i, w in enumerate(("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"), 1)
}
_ORDINAL = (
    r"(?:(?P<figure>[5-9]\d)\s?(?:st|nd|rd|th)"
    rf"|(?P<stem>{'|'.join(_STEMS)})[\s-]+(?P<unit>{'|'.join(_UNITS)})|(?P<tens>{'|'.join(_TENS)}))"
)
_ASSEMBLY = r"(?:U\.?N\.?|United\s+Nations)?\s*General\s+Assembly"
_SESSION = re.compile(
    rf"\b{_ORDINAL}\s+(?:regular\s+)?session\s+of\s+the\s+{_ASSEMBLY}\b"
    rf"|\b{_ASSEMBLY}\b[\s,:–—-]+(?:the\s+|at\s+its\s+)?{_ORDINAL.replace('?P<', '?P<b_')}\s+(?:regular\s+)?session\b",
    re.IGNORECASE,
)
_DEBATE = re.compile(
    r"\b(?i:general\s+debate)\b|\b(?:Prime\s+Minister|Minister|Chancellor|King|Emir|Sultan|Secretary\s+of\s+State"
    r"|President\s+of\s+the\s+(?!General)[A-Z]\w+)\b",
)
"""Heads of state and government and ministers speak when the session opens; envoys do all year round."""


def opening_of_session(text: str) -> date | None:
    """Return a day of the General Assembly's opening weeks when `text` opens as a speech in them, else None."""
    head = text[:HEAD]
    found = _SESSION.search(head)
    if found is None or not _DEBATE.search(head):
        return None
    number = _number({name.removeprefix("b_"): words for name, words in found.groupdict().items() if words})
    return date(FIRST_SESSION + number - 1, 9, 24)


def _number(parts: dict[str, str]) -> int:
    if "figure" in parts:
        return int(parts["figure"])
    if "tens" in parts:
        return _TENS[parts["tens"].lower()]
    return _STEMS[parts["stem"].lower()] + _UNITS[parts["unit"].lower()]
