"""Expressions counted from the text's own day or the day told last: `yesterday`, `two weeks ago`, `a day later`."""

from __future__ import annotations

from datetime import timedelta

from briefing.analyse.time.calendars import Anchor, Resolved, calendar_day, shift_month

COUNTS = {
    w: i for i, w in enumerate(("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"))
} | {"a": 1}
_STEPS = {"last": -1, "this": 0, "next": 1}
_BESIDE = {"same": 0, "next": 1, "following": 1, "previous": -1, "day before": -1, "day after": 1}


def day_word(parts: dict[str, str | None], anchor: Anchor, future: bool) -> Resolved:
    """Return the day `yesterday`, `today` or `tomorrow` means beside publication."""
    word = (parts["word"] or "").lower()
    if anchor.published is None:
        return None, "undated", False
    shift = -1 if word in ("yesterday", "last night") else 1 if word == "tomorrow" else 0
    return (anchor.published + timedelta(days=shift)).isoformat(), "day", True


def day_of_month(parts: dict[str, str | None], anchor: Anchor, future: bool) -> Resolved:
    """Return the day of `the 4th of this month`."""
    base, step = anchor.published or anchor.year, _STEPS[str(parts["which"]).lower()]
    month = shift_month(base, step) if base else None
    found = calendar_day(month.year, month.month, int(parts["day"] or 0)) if month else None
    return (found.isoformat(), "day", True) if found else (None, "undated", False)


def told_day(parts: dict[str, str | None], anchor: Anchor, future: bool) -> Resolved:
    """Return the day that lies so many days from the one told just before."""
    if anchor.told is None:
        return None, "undated", False
    beside = parts.get("near") or parts.get("by")
    if beside is not None:
        step = _BESIDE[" ".join(beside.lower().split())]
    else:
        step = count_of(parts["count"]) * (1 if str(parts["way"]).lower().startswith(("later", "after")) else -1)
    return (anchor.told + timedelta(days=step)).isoformat(), "day", True


def count_of(word: str | None) -> int:
    """Return the number a word or figure means; nothing is none."""
    if word is None:
        return 0
    return int(word) if word.isdigit() else COUNTS.get(word.lower(), 0)


def ago(parts: dict[str, str | None], anchor: Anchor, future: bool) -> Resolved:
    """Return what lies so many days, weeks, months or years before publication."""
    unit, sense = (str(parts[k]).lower() for k in ("unit", "ago"))
    count = count_of(parts["count"])
    base = anchor.published or anchor.year
    if base is None or sense != "ago":
        return None, "undated", False
    if unit == "day":
        return (base - timedelta(days=count)).isoformat(), "day", True
    if unit == "year":
        return str(base.year - count), "year", True
    moved = base - timedelta(weeks=count) if unit == "week" else shift_month(base, -count)
    return moved.isoformat()[:7], "month", True


def ahead(parts: dict[str, str | None], anchor: Anchor, future: bool) -> Resolved:
    """Return what lies so many days, weeks, months or years after publication; a few of them are no date."""
    unit, count = str(parts["unit"]).lower(), count_of(parts["count"])
    base = anchor.published or anchor.year
    if base is None or not count:
        return None, "undated", False
    if unit == "day":
        return (base + timedelta(days=count)).isoformat(), "day", True
    if unit == "year":
        return str(base.year + count), "year", True
    moved = base + timedelta(weeks=count) if unit == "week" else shift_month(base, count)
    return moved.isoformat()[:7], "month", True


def period(parts: dict[str, str | None], anchor: Anchor, future: bool) -> Resolved:
    """Return the week, month or year before, of or after publication."""
    base = anchor.published or anchor.year
    if base is None:
        return None, "undated", False
    which, unit = (parts["which"] or "").lower(), (parts["unit"] or "").lower()
    step = _STEPS[which]
    if unit == "year":
        return str(base.year + step), "year", True
    if unit == "month":
        return shift_month(base, step).isoformat()[:7], "month", True
    return (base + timedelta(weeks=step)).isoformat()[:7], "month", True
