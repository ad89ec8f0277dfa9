"""Whether a text was carried on after the day it states, as reports of a running story are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing.analyse.time.calendars import WEEKDAYS
from briefing.analyse.time.expressions import find_expressions
from briefing.model.document import Document, Genre
from briefing.model.findings import Sentence

DAILY: frozenset[Genre] = frozenset({"news", "state_media"})
LEAD = 1
"""Sentences in which a news text tells what is newest."""


def tells_of_next_day(document: Document, sentences: Sequence[Sentence], published: date) -> bool:
    """Tell whether a news text opens with the weekday after its stated day: none leads with what is six days old."""
    if document.metadata.genre not in DAILY:
        return False
    opening = (found for s in sentences[:LEAD] for found in find_expressions(document.text, s.start, s.end))
    first = next((found for found in opening if found.form == "weekday"), None)
    if first is None or first.match.groupdict().get("later"):
        return False
    tomorrow = (published.weekday() + 1) % 7
    return WEEKDAYS[(first.match["weekday"] or "").lower()] == tomorrow
