"""Expressions of time: found in the body, resolved against the text's own dates, then its publication."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from briefing.analyse.time.assembly import opening_of_session
from briefing.analyse.time.calendars import (
    MONTHS,
    WEEKDAYS,
    Anchor,
    Resolved,
    calendar_day,
    nearest_month,
    nearest_weekday,
)
from briefing.analyse.time.edition import tells_of_next_day
from briefing.analyse.time.expressions import LONG, PATTERNS, Expression, find_expressions, spoken_extent
from briefing.analyse.time.past import eve_of_years_ago, looks_ahead, month_gone, not_ahead, year_gone
from briefing.analyse.time.relative import ago, ahead, count_of, day_of_month, day_word, period, told_day
from briefing.model.document import Document
from briefing.model.findings import Sentence, When

_FUTURE = re.compile(
    r"\b(?:will|would|shall|won[’']t|going to|is to|are to|due|scheduled|plans?|planned|expected|set to|to be|to hold"
    r"|to host|to visit|to meet|to attend|agreed to|upcoming|next)\b",
    re.I,
)
_DEADLINE = re.compile(r"(?<!failed )(?<!managed )\bto\s[a-z]+(?:\s[\w’'-]+){0,7}\sby\s$")
"""`told them to leave the district by |Friday|`."""
_HOLIDAYS = {
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "may day": (5, 1),
}
_OPEN_MONTH = re.compile(rf"(?:in|by|until|early|mid|late|later in|the)[\s-]+(?:{LONG})$|(?:{LONG})$", re.I)
_BOUND = re.compile(r"\b(?:from|to|since|until|till|by|between|before|after|of|dated|ending)\s+(?:the\s+)?$")
"""Before a day that bounds a span or belongs to a noun: nothing is told of that day."""
NEAR = 1500
"""Characters within which `a day later` counts from the day told last."""
_HISTORY = 25
"""Years before the text from which a date is history, not an event of the story."""


def find_dates(document: Document, sentences: Sequence[Sentence]) -> tuple[When, ...]:
    """Return the expressions of the body in order; such as no anchor can settle have no date."""
    text = document.text
    published = _published(document)
    anchors = _full_dates(document)
    year_anchor = published or (max(anchors) if anchors else opening_of_session(text))
    out: list[When] = []
    said: date | None = None
    told, told_at = said, -NEAR
    late = published is not None and tells_of_next_day(document, sentences, published)
    for sentence in sentences:
        here = Anchor(published=published, said=said, year=year_anchor, next_day=late)
        for found in find_expressions(text, sentence.start, sentence.end):
            at = found.match.start()
            future = bool(_FUTURE.search(text, _clause_start(text, sentence.start, at), found.match.end()))
            future = future or bool(_DEADLINE.search(text, max(sentence.start, at - 60), at))
            future = future or (bool(_OPEN_MONTH.match(found.match.group())) and looks_ahead(text, sentence))
            when = _resolve(found, replace(here, told=told if at - told_at < NEAR else None), future=future)
            if when is None or _historical(when, year_anchor):
                continue
            when = month_gone(text, eve_of_years_ago(text, when, sentence), year_anchor)
            when = when if future else year_gone(text, not_ahead(text, when, year_anchor), year_anchor, sentence)
            out.append(when)
            if when.precision == "day" and when.date and not future:
                said = date.fromisoformat(when.date)
                here = replace(here, said=said)
                if not _BOUND.search(text, max(0, at - 16), at):
                    told, told_at = said, at
    return tuple(sorted(_paired(text, out), key=lambda w: w.extent))


def _published(document: Document) -> date | None:
    stated = document.metadata.published
    if stated and len(stated) >= 10 and document.metadata.published_basis != "inferred":
        return date.fromisoformat(stated[:10])
    return None


def _full_dates(document: Document) -> list[date]:
    """All complete dates of the text, captions and bylines included: they tell the year."""
    out = []
    for _, pattern in PATTERNS[:4]:
        for match in pattern.finditer(document.text):
            parts = match.groupdict()
            if parts.get("year") and parts.get("day"):
                found = calendar_day(int(parts["year"]), _month_number(parts), int(parts["day"]))
                if found:
                    out.append(found)
    stated = document.metadata.published
    if stated and len(stated) >= 10:
        out.append(date.fromisoformat(stated[:10]))
    recent = [d for d in out if d.year >= max(d.year for d in out) - 3] if out else []
    return recent


def _clause_start(text: str, start: int, at: int) -> int:
    cut = max(text.rfind(mark, start, at) for mark in (",", ";", "–", "—", " and ", " but "))
    return max(start, cut, at - 60)


def _month_number(parts: dict[str, str | None]) -> int:
    word = parts.get("month") or parts.get("month2")
    return MONTHS[word.rstrip(".").lower()[:3]] if word else int(parts.get("number") or 0)


def _resolve(found: Expression, anchor: Anchor, *, future: bool) -> When | None:
    """Return the date an expression means; None for words that are no date after all."""
    parts = found.match.groupdict()
    resolver = _RESOLVERS[found.form]
    result = resolver(parts, anchor, future)
    if result is None:
        return None
    value, precision, inferred = result
    start, end = spoken_extent(found)
    return When(
        date=value,
        precision=precision if value else "undated",
        expression=found.match.string[start:end],
        extent=(start, end),
        inferred=inferred,
    )


def _full(parts: dict[str, str | None], anchor: Anchor, future: bool) -> Resolved:
    month, day = _month_number(parts), parts.get("day")
    if not 1 <= month <= 12:
        return None
    if not day:
        return _month_only(parts, anchor, future)
    if parts.get("year"):
        found = calendar_day(int(parts["year"] or 0), month, int(day))
        return (found.isoformat(), "day", False) if found else None
    base = anchor.base()
    if base is None:
        return None, "undated", False
    options = [d for y in (base.year - 1, base.year, base.year + 1) if (d := calendar_day(y, month, int(day)))]
    if not options:
        return None
    if parts.get("which"):
        step = {"last": -1, "this": 0, "next": 1}[str(parts["which"])]
        found = calendar_day(base.year + step, month, int(day))
        return (found.isoformat(), "day", True) if found else None
    best = min(
        options, key=lambda d: (abs((d - base).days) * (1 if d <= base or future or (d - base).days < 60 else 2), d)
    )
    return best.isoformat(), "day", True


def _month_only(parts: dict[str, str | None], anchor: Anchor, future: bool) -> Resolved:
    month = _month_number(parts)
    if parts.get("year"):
        return f"{parts['year']}-{month:02}", "month", False
    base = anchor.base()
    if base is None:
        return None, "undated", False
    return nearest_month(base, month, future=future), "month", True


def _relative_year_month(parts: dict[str, str | None], anchor: Anchor, future: bool) -> Resolved:
    base = anchor.base()
    if base is None:
        return None, "undated", False
    which = (parts.get("which") or parts.get("which2") or "").lower()
    month = _month_number(parts)
    if parts.get("which"):
        return f"{base.year + {'last': -1, 'this': 0, 'next': 1}[which]}-{month:02}", "month", True
    return nearest_month(base, month, future=which == "next"), "month", True


def _weekday(parts: dict[str, str | None], anchor: Anchor, future: bool) -> Resolved:
    number = WEEKDAYS[(parts["weekday"] or "").lower()]
    if parts.get("later"):
        base = anchor.published
        if base is None:
            return None, "undated", False
        monday = base - timedelta(days=base.weekday())
        shift = -7 if (parts["later"] or "").startswith("last") else 7
        return (monday + timedelta(days=shift + number)).isoformat(), "day", True
    found = nearest_weekday(anchor, number, future=future or parts.get("which") == "next")
    return (found.isoformat() if found else None), "day", found is not None


def _holiday(parts: dict[str, str | None], anchor: Anchor, future: bool) -> Resolved:
    month, day = _HOLIDAYS[(parts["holiday"] or "").lower().replace("’", "'")]
    if parts.get("year"):
        return date(int(parts["year"] or 0), month, day).isoformat(), "day", False
    base = (anchor.published or anchor.year) if parts.get("count") else anchor.base()
    if base is None:
        return None, "undated", False
    days = [date(base.year + step, month, day) for step in (-1, 0, 1)]
    nearest = min(days, key=lambda d: abs((d - base).days))
    return nearest.replace(year=nearest.year - count_of(parts.get("count"))).isoformat(), "day", True


def _year(parts: dict[str, str | None], anchor: Anchor, future: bool) -> Resolved:
    return parts["year"], "year", False


_RESOLVERS = {
    "iso": _full,
    "korean": _full,
    "month_day": _full,
    "month_year": _month_only,
    "relative_year_month": _relative_year_month,
    "told_day": told_day,
    "day_of_month": day_of_month,
    "weekday": _weekday,
    "day_word": day_word,
    "holiday": _holiday,
    "ago": ago,
    "ahead": ahead,
    "period": period,
    "month": _month_only,
    "month_modifier": _month_only,
    "year": _year,
}


def _historical(when: When, anchor: date | None) -> bool:
    return bool(when.date and anchor and int(when.date[:4]) < anchor.year - _HISTORY)


def _paired(text: str, found: list[When]) -> Iterator[When]:
    """Join `Wednesday (Oct 23)` and `Monday, Jan. 5`: one day in two expressions."""
    skip = False
    for at, when in enumerate(found):
        if skip:
            skip = False
            continue
        after = found[at + 1] if at + 1 < len(found) else None
        gap = text[when.extent[1] : after.extent[0]] if after else "?"
        if (
            after
            and after.precision == "day"
            and after.date
            and gap.strip() in ("(", ",", "")
            and len(gap) < 4
            and when.extent[1] <= after.extent[0]
        ):
            end = after.extent[1] + (text[after.extent[1] : after.extent[1] + 1] == ")")
            extent = (when.extent[0], end)
            yield When(
                date=after.date,
                precision="day",
                expression=text[extent[0] : end],
                extent=extent,
                inferred=after.inferred,
            )
            skip = True
            continue
        yield when
