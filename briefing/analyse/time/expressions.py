"""Words that tell a time: the forms of dates, weekdays, months, years and spans, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model.attribution import Extent

LONG = r"January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH = rf"(?P<month>{LONG}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_ANY_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_WEEKDAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_NAMED_DAYS = ("Easter", "Palm", "Good", "Holy", "Ash", "Maundy", "Whit", "Bloody", "Black", "Super")
_AGO = ("year ago,", "years ago,", "year ago, on", "years ago, on")
_NOT_BEHIND = "".join(
    rf"(?<!{words} )" for words in (*_NAMED_DAYS, "year ago", "years ago", "year ago on", "years ago on", *_AGO)
)
"""A day of a name of its own is no weekday of these days, nor is one of years ago."""
_OF_YEAR = rf"(?:,?\s+{_ANY_YEAR}\b|,?\s+(?:of\s+)?(?P<which>last|this|next)\s+year\b)?"
_PART = r"(?:(?P<part>early|mid|late)[\s-]+)?"
PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("iso", re.compile(rf"\b{_YEAR}-(?P<number>[01]\d)-{_DAY}\b")),
    ("korean", re.compile(rf"(?:{_YEAR}년\s*)?(?P<number>[01]?\d)월\s*(?:(?P<day>[0-3]?\d)일)?")),
    (
        "month_day",
        re.compile(
            rf"\b{_MONTH}\s+{_DAY}(?!\d|:|,\d|-?year|(?:th|st|nd|rd)?s\b)"
            rf"(?:\s*[-–]\s*[0-3]?\d(?!\d))?{_OF_YEAR}(?!\s*(?:percent|million))"
        ),
    ),
    ("month_day", re.compile(rf"\b(?:the\s+)?{_DAY}(?:\s+of)?\s+{_MONTH}{_OF_YEAR}")),
    ("month_year", re.compile(rf"\b{_PART}{_MONTH},?(?:\s+of)?\s+{_YEAR}\b")),
    (
        "relative_year_month",
        re.compile(
            rf"\b{_MONTH}\s+(?:of\s+)?(?P<which>this|last|next)\s+year\b"
            rf"|\b(?P<which2>last|next|this past|this)\s+(?P<month2>{LONG})\b"
        ),
    ),
    (
        "day_of_month",
        re.compile(r"\b(?:the\s+)?(?P<day>[0-3]?\d)(?:st|nd|rd|th)\s+of\s+(?P<which>this|last|next)\s+month\b", re.I),
    ),
    (
        "weekday",
        re.compile(
            rf"\b{_NOT_BEHIND}(?:(?P<which>last|next|this|on)\s+)?{_NOT_BEHIND}{_WEEKDAY}\b"
            r"(?:\s+(?P<later>last week|next week))?"
        ),
    ),
    (
        "day_word",
        re.compile(
            r"\b(?P<word>yesterday|today|tomorrow|tonight|this morning|this afternoon|this evening"
            r"|last night|earlier today|earlier in the day)\b",
            re.I,
        ),
    ),
    (
        "holiday",
        re.compile(
            r"\b(?P<holiday>New Year[’']s Day|New Year[’']s Eve|Christmas Day|Christmas Eve|May Day)\b"
            rf"(?:(?:,|\s+of|\s+in)?\s+{_YEAR}\b"
            r"|(?:\s+[\w’'-]+){0,5}?\s+(?P<count>one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+years?\s+ago\b)?",
            re.I,
        ),
    ),
    (
        "told_day",
        re.compile(
            r"\b(?i:(?P<count>a|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+days?\s+"
            r"(?P<way>earlier|later|before\s+that|after\s+that)"
            r"|the\s+(?:very\s+)?(?P<near>same|next|following|previous)\s+day(?!\s+as\b)"
            r"|the\s+(?P<by>day\s+before|day\s+after)(?!\s+\w))\b",
        ),
    ),
    (
        "ago",
        re.compile(
            r"\b(?P<count>a|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+"
            r"(?P<unit>day|week|month|year)s?\s+(?P<ago>ago|earlier|before|later)\b",
            re.I,
        ),
    ),
    (
        "ahead",
        re.compile(
            r"\bin\s+(?P<count>a few|a couple of|some|a|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+"
            r"(?P<unit>day|week|month|year)(?:s[’']?|[’']s)?\s+time\b",
            re.I,
        ),
    ),
    (
        "period",
        re.compile(
            r"\b(?:(?P<part>earlier|later)\s+)?(?P<which>last|this|next)\s+(?P<unit>week|month|year|weekend)"
            r"(?P<end>[’']s end)?\b",
            re.I,
        ),
    ),
    (
        "month",
        re.compile(
            r"\b(?P<cue>in|since|until|by|from|during|early|mid|late|earlier in|later in|the|of|last)[\s-]+"
            rf"{_PART}{_MONTH}(?!\s+\d)\b",
            re.I,
        ),
    ),
    ("month_modifier", re.compile(rf"(?<=[’'\w]\s){_MONTH}(?=\s+[a-z]{{4,}})")),
    (
        "year",
        re.compile(
            r"\b(?P<cue>in|since|until|by|from|(?:end|start|beginning|summer|spring|autumn|fall|winter|rest|half) of"
            r"|during|for|early|mid|late|early in|before|after|between)[\s-]+"
            rf"{_YEAR}\b(?![-–/]\d)",
            re.I,
        ),
    ),
    (
        "year",
        re.compile(
            rf"(?<![-–/])\b{_YEAR}(?:[-–/](?:20)?\d\d)?"
            r"(?=\s+(?:election|summit|war|invasion|agreement|deal|treaty|accord|attack|coup|annexation"
            r"|olympics|budget|term)\b)",
            re.I,
        ),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """An expression of time: which form it has and where it matched."""

    form: str
    match: re.Match[str]


def find_expressions(text: str, start: int, end: int) -> Iterator[Expression]:
    """Yield the expressions of `text[start:end]` in order; where two overlap, the pattern listed first wins."""
    taken: list[Extent] = []
    found: list[Expression] = []
    for form, pattern in PATTERNS:
        for match in pattern.finditer(text, start, end):
            if form == "period" and _no_period(text, match):
                continue
            if any(match.start() < b and a < match.end() for a, b in taken):
                continue
            taken.append(match.span())
            found.append(Expression(form=form, match=match))
    yield from sorted(found, key=lambda f: f.match.start())


def spoken_extent(found: Expression) -> Extent:
    """Return the extent of the words without a blank before them."""
    start, end = found.match.span()
    text = found.match.string
    while text[start].isspace():
        start += 1
    return start, end


def _no_period(text: str, match: re.Match[str]) -> bool:
    """The programme `This Week`, and the yardstick in `up a third from last year`."""
    if match.group("unit")[:1].isupper():
        return True
    return (
        text[max(0, match.start() - 16) : match.start()]
        .rstrip()
        .endswith(("from", "than", "compared with", "compared to"))
    )
