"""Calendar dates as documents write them, read strictly: day, month and year in any usual order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WEEKDAY = r"(?:(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s{0,3}\(?)?"
_GAP = r"\s{1,3}"
_ANY = r"\s{0,3}"
_FORMS = (
    r"\b(?P<year>(?:19|20)\d\d)-(?P<nmonth>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?=\b|T)",
    rf"\b{_WEEKDAY}{_MONTH}{_GAP}{_DAY}(?:{_ANY},{_ANY}|{_GAP}|\),?{_GAP}){_YEAR}\b",
    rf"\b{_WEEKDAY}{_DAY}(?:{_GAP}of)?[\s-]{_ANY}{_MONTH}[\s,-]{_ANY}{_YEAR}\b",
    r"\b(?P<day>0?[1-9]|[12]\d|3[01])\.(?P<nmonth>0?[1-9]|1[0-2])\.(?P<year>(?:19|20)\d\d)\b",
    r"\b(?P<nmonth>0?[1-9]|1[0-2])/(?P<day>1[3-9]|2\d|3[01])/(?P<year>(?:19|20)\d\d)\b",
    r"\b(?P<day>1[3-9]|2\d|3[01])/(?P<nmonth>0?[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d)\b",
    r"\b(?P<year>(?:19|20)\d\d)[./](?P<nmonth>0?[1-9]|1[0-2])[./](?P<day>0?[1-9]|[12]\d|3[01])\b",
)
"""Gaps are bounded: an unbounded one would take a text full of spaces many times over."""

FULL = tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)
_NO_YEAR = rf"(?!{_ANY},?{_ANY}(?:19|20)\d\d)"
SHORT = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_WEEKDAY}{_MONTH}{_GAP}{_DAY}\b{_NO_YEAR}(?!{_ANY}[-–]{_ANY}\d)(?![\d:,]\d)",
        rf"\b{_WEEKDAY}{_DAY}{_GAP}{_MONTH}(?!\w){_NO_YEAR}",
    )
)
WEEKDAY = re.compile(r"\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A date in a text: its parts, its words and its place; the year or day is None where it is not written."""

    start: int
    words: str
    year: int | None
    month: int
    day: int | None
    weekday: int | None = None

    @property
    def iso(self) -> str | None:
        """ISO form as far as it is known; None without a year."""
        if self.year is None:
            return None
        if self.day is None:
            return f"{self.year:04d}-{self.month:02d}"
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"


def full_dates(text: str) -> tuple[Found, ...]:
    """Return the dates with day, month and year in `text`, in order."""
    return tuple(sorted(_matches(text, FULL), key=lambda found: found.start))


def short_dates(text: str) -> tuple[Found, ...]:
    """Return the dates with day and month but no year, in order."""
    return tuple(sorted(_matches(text, SHORT), key=lambda found: found.start))


def first_date(text: str) -> Found | None:
    """Return the first full date of `text`."""
    return next(iter(full_dates(text)), None)


def _matches(text: str, forms: tuple[re.Pattern[str], ...]) -> Iterator[Found]:
    taken: set[int] = set()
    for form in forms:
        for match in form.finditer(text):
            found = _found(match)
            if found and not taken & set(range(*match.span())):
                taken |= set(range(*match.span()))
                yield found


def _found(match: re.Match[str]) -> Found | None:
    parts = match.groupdict()
    month = int(parts["nmonth"]) if parts.get("nmonth") else month_number(parts["month"])
    year = int(parts["year"]) if parts.get("year") else None
    day = int(parts["day"])
    try:
        date(year or 2000, month, day)
    except ValueError:
        return None
    weekday = parts.get("weekday")
    return Found(
        start=match.start(),
        words=match.group().strip(" (,"),
        year=year,
        month=month,
        day=day,
        weekday=weekday_number(weekday) if weekday else None,
    )


def month_number(name: str) -> int:
    """Return 1-12 for a month's English name or its usual short form."""
    return next(i for i, month in enumerate(MONTHS, 1) if month.startswith(name.lower()[:3]))


def weekday_number(name: str) -> int:
    """Return 0-6 for a weekday's English name or its usual short form."""
    return next(i for i, day in enumerate(DAYS) if day.startswith(name.lower()[:3]))
