"""Reckoning with days and months: which one a weekday or a bare month means beside an anchor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from briefing.model.findings import Precision

Resolved = tuple[str | None, Precision, bool] | None
"""ISO date, precision, whether inferred; None for words that are no date after all."""

MONTHS = {
    m: i for i, m in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)
}
WEEKDAYS = {d: i for i, d in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))}


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The days an expression may lean on: publication, the day told last in the text, any full date of the text."""

    published: date | None
    said: date | None
    year: date | None
    told: date | None = None
    """The day told a few sentences before, for `a day later`."""
    next_day: bool = False
    """The text tells of the day after its stated publication: what is stated is the day of an earlier version."""

    def base(self) -> date | None:
        """Return the day near which a month or day without a year lies."""
        return self.published or self.said or self.year


def nearest_month(base: date, month: int, *, future: bool) -> str:
    """Return the month as ISO (`2024-06`): the last one before `base`, the next one after it if `future`."""
    year = base.year
    if future and month < base.month:
        year += 1
    elif not future and month > base.month:
        year -= 1
    return f"{year}-{month:02}"


def nearest_weekday(anchor: Anchor, number: int, *, future: bool) -> date | None:
    """Return the day a weekday means: up to publication, after it if `future`, else near the last day told."""
    if anchor.published is not None:
        back = (anchor.published.weekday() - number) % 7
        forward = (number - anchor.published.weekday()) % 7
        return (
            anchor.published + timedelta(days=forward)
            if (future and forward) or (anchor.next_day and forward == 1)
            else anchor.published - timedelta(days=back)
        )
    if anchor.said is None:
        return None
    ahead = (number - anchor.said.weekday()) % 7
    return anchor.said + timedelta(days=ahead if ahead <= 3 or future else ahead - 7)


def shift_month(base: date, months: int) -> date:
    """Return the first of the month that lies `months` after that of `base`."""
    total = base.year * 12 + base.month - 1 + months
    return date(total // 12, total % 12 + 1, 1)


def calendar_day(year: int, month: int, day: int) -> date | None:
    """Return the day, None when there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
