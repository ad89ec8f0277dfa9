"""The dateline before the first sentence: place, date and agency, apart from the paragraph it opens."""

from __future__ import annotations

import re
from dataclasses import dataclass

import briefing.read.roles.shapes as shapes
from briefing.read.cues import word_list
from briefing.read.metadata.dates import Found, first_date, short_dates

_TOWN = r"[A-Z\u00c0-\u00de][\w\u00c0-\u024f.'’/-]*"
_PLACE = rf"{_TOWN}(?:[ -](?:(?:de|la|al|of|and|the|el|du|di)[ -])?{_TOWN}){{0,3}}"
_WHERE = rf"(?P<place>{_PLACE}(?:,\s+{_PLACE}){{0,2}}?)"
_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_WHEN = (
    rf"(?:,?\s+(?:\w+day,?\s+)?(?P<when>{_MONTHS}\s+\d{{1,2}}(?:,?\s+\d{{4}})?|\d{{1,2}}\s+{_MONTHS}(?:\s+\d{{4}})?))"
)
_AGENCY = r"\s*[(\[](?P<agency>[A-Z][\w./ &-]{1,30})[)\]]"
_DASH = r"\s*(?:--+|—|–|-(?=\s))\s*"
FORMS = (
    re.compile(rf"^{_WHERE}{_WHEN}?{_AGENCY}(?:{_DASH}|\s*:\s*|\s+)"),
    re.compile(rf"^{_WHERE}{_WHEN}(?:{_DASH}|\s*:\s+)"),
    re.compile(rf"^{_WHERE}(?:\s*(?:--+|—)\s*|\s+[–-]\s+)"),
    re.compile(rf"^{_WHERE}:\s+"),
    re.compile(r"^[(\[](?P<agency>[A-Z][A-Za-z]{1,12})[)\]](?:\s*(?:--+|—|–|-)\s*|\s+)"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The parts of a dateline; `end` is where the sentence begins, `stop` where the dateline's own words end."""

    stop: int
    end: int
    place: str | None
    agency: str | None
    when: Found | None


def find_dateline(words: str) -> Dateline | None:
    """Return the dateline at the start of a paragraph.

    The agency in brackets or a date tells it by itself; a bare place must be in capitals, or stand before a long dash.
    """
    for number, form in enumerate(FORMS):
        match = form.match(words)
        if match and _plausible(match, number, words):
            return _dateline(match)
    return None


def _plausible(match: re.Match[str], number: int, words: str) -> bool:
    rest = words[match.end() :]
    if len(rest.split()) < 5 or not (rest[0].isupper() or rest[0] in "\"'“‘(" or rest[0].isdigit()):
        return False
    place = match.groupdict().get("place")
    if place is None:
        return True
    city = place.split(",")[0]
    if city.lower() in word_list("not_places"):
        return False
    if number == 0:
        return len(place.split()) <= 6
    if number == 1:
        return len(place.split()) <= 6 and (
            shapes.capitals_share(city) > 0.8 or "--" in match.group() or "—" in match.group()
        )
    if number == 2:
        return shapes.capitals_share(city) > 0.8 and len(city) > 2
    titled = re.match(r"THE |MR\b|MRS\b|MS\b|DR\b|Q$|QUESTION|PRESIDENT|SECRETARY|MINISTER|SENATOR", place)
    return shapes.capitals_share(city) > 0.9 and len(city) > 2 and len(place.split()) <= 4 and not titled


def _dateline(match: re.Match[str]) -> Dateline:
    parts = match.groupdict()
    when = parts.get("when")
    found = (first_date(when) or next(iter(short_dates(when)), None)) if when else None
    return Dateline(
        stop=len(match.group().rstrip()),
        end=match.end(),
        place=parts.get("place"),
        agency=parts.get("agency"),
        when=found,
    )
