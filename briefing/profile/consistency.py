"""What is wrong with settings that are each of the right type: days, formats, limits, repeated names."""

from __future__ import annotations

import dataclasses
import difflib
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from briefing.plugins import additions
from briefing.profile.settings import FORMATS, Profile

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def consistency(profile: Profile) -> tuple[str, ...]:
    """Return every fault of the profile, one line each."""
    return (*_days(profile), *_formats(profile), *_limits(profile), *_repeats(profile))


def known_formats() -> tuple[str, ...]:
    """Return the formats that can be written, those of other distributions among them."""
    return tuple(dict.fromkeys((*FORMATS, *additions("briefing.writers"))))


def _days(profile: Profile) -> Iterator[str]:
    days = {key: getattr(profile, key) for key in ("since", "until")}
    wrong = [key for key, value in days.items() if value is not None and not _is_day(value)]
    yield from (f"{key} cannot be {days[key]!r}: a date is written 2024-10-23" for key in wrong)
    if not wrong and None not in days.values() and days["since"] > days["until"]:
        yield f"since {days['since']} lies after until {days['until']}: no document can be of these days"


def _is_day(value: str) -> bool:
    try:
        return bool(_DAY.fullmatch(value)) and bool(date.fromisoformat(value))
    except ValueError:
        return False


def _formats(profile: Profile) -> Iterator[str]:
    known = known_formats()
    for name in profile.formats:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            advice = f"did you mean {near[0]!r}?" if near else f"it is one of {', '.join(known)}"
            yield f"formats cannot hold {name!r}: {advice}"
    if not profile.formats:
        yield f"formats is empty: name some of {', '.join(known)}"


def _limits(profile: Profile) -> Iterator[str]:
    for key, value in dataclasses.asdict(profile.limits).items():
        if value is not None and value < 0:
            yield f"limits.{key} cannot be {value}: a limit is 0 or more"


def _repeats(profile: Profile) -> Iterator[str]:
    named = {"sections": profile.sections, "actors": tuple(a.name for a in profile.actors)}
    for key, names in named.items():
        yield from (f"{key} names {name!r} {times} times" for name, times in Counter(names).items() if times > 1)
