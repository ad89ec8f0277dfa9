"""Days without a year that the words around them tell as past: `since October 7`, `the October 7 attack`."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from briefing.analyse.time.relative import count_of
from briefing.model.findings import Sentence, When

_DEED = r"(?:attacks?|massacres?|horrors?|atrocit(?:y|ies)|assaults?|terror|coup|uprising|tragedy|killings?|crimes)"
_BEFORE = re.compile(
    rf"(?:\bsince|\b{_DEED}\s+(?:of|on)|(?<!\bbe )\b\w{{2,}}(?<!plann)(?<!schedul)(?<!expect)ed\s+on)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"\s+(?:terrorist\s+|terror\s+|brutal\s+)?{_DEED}\b", re.IGNORECASE)
_AGO = re.compile(
    r"\b(?P<count>a|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+years?\s+ago\b", re.IGNORECASE
)
_HOLIDAY = re.compile(r"(?:New Year|Christmas|May Day)")
_DONE = re.compile(
    r"(?<!\bbe )\b(?:was|were|had|did|came|went|took|met|held|began|became|won|lost"
    r"|\w{3,}(?<!plann)(?<!schedul)(?<!expect)ed)\s+(?:(?:back|again|there|here|it|them)\s+)?$"
)
_TOLD = re.compile(
    r"\b(?:was|were|had|did|came|went|took|made|met|held|gave|began|became|left|won|lost|said|told|\w{3,}ed)\b"
    r"(?!\s+to\s+(?:be|take|begin|start|open)\b)"
)
_THIS_YEAR = re.compile(r"\bthis\s+year\Z", re.IGNORECASE)
_AT_HAND = re.compile(r"\b(?:is|are|will|would|won['’]t|may|might|should|could|likel(?:y|iest)|expects?)\b")
_WAS = re.compile(
    r"\b(?:was|were|had|did|said|told|came|went|took|began|became|met|held|gave|won|lost|called|announced|agreed)\b"
)
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


def month_gone(text: str, when: When, published: date | None) -> When:
    """Return a bare month after the publication a year earlier if a past verb stands right before it."""
    if published is None or not when.inferred or when.precision != "month" or when.date is None:
        return when
    if when.date <= published.isoformat()[:7] or not _DONE.search(text, max(0, when.extent[0] - 40), when.extent[0]):
        return when
    return replace(when, date=f"{int(when.date[:4]) - 1}{when.date[4:]}")


def eve_of_years_ago(text: str, when: When, sentence: Sentence) -> When:
    """Return a holiday so many years earlier as the sentence says before it (`Two years ago, on New Year's Eve`)."""
    ago = _AGO.search(text, sentence.start, when.extent[0])
    if ago is None or not when.inferred or when.date is None or not _HOLIDAY.match(when.expression):
        return when
    return replace(when, date=f"{int(when.date[:4]) - count_of(ago['count'])}{when.date[4:]}")


def year_gone(text: str, when: When, published: date | None, sentence: Sentence) -> When:
    """Return a month of `this year` a year earlier if a sentence of January tells it as past."""
    if published is None or published.month > 1 or when.date is None or not _THIS_YEAR.search(when.expression):
        return when
    year, month = int(when.date[:4]), int(when.date[5:7] or 0)
    if year != published.year or month <= published.month + 1 or not _TOLD.search(text, sentence.start, sentence.end):
        return when
    return replace(when, date=f"{year - 1}{when.date[4:]}")


def looks_ahead(text: str, sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of what is at hand or to come and of nothing past."""
    start, end = sentence.start, sentence.end
    return bool(_AT_HAND.search(text, start, end)) and not _WAS.search(text, start, end)
