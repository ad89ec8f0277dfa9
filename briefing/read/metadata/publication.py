"""When a document was published: what it states, else the earliest day its own anchors allow, else unknown."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from briefing.model.document import DateBasis, Metadata
from briefing.read.metadata.dates import WEEKDAY, Found, first_date, full_dates, short_dates, weekday_number
from briefing.read.roles.datelines import find_dateline
from briefing.read.roles.view import View

HEAD_KINDS = ("metadata", "byline", "dateline", "title")
HEAD_BLOCKS = 16
UPDATED = re.compile(r"^\W*(last )?(updated|modified|retrieved|accessed|printed)|^\d{1,2}/\d{1,2}/\d{2}", re.IGNORECASE)
QUALIFIERS = ("last", "next", "every", "each", "previous", "following")


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A date of publication, how it is known and the words it rests on."""

    iso: str | None = None
    basis: DateBasis = "unknown"
    words: str | None = None


def find_published(view: View, hints: Metadata, path: str) -> Published:
    """Return the date of publication; the day the file was made and a date in its name are only inferences."""
    own = hints.published_from or "the file's own properties"
    kept = Published(iso=hints.published, basis=hints.published_basis, words=own) if hints.published else None
    if kept and kept.basis == "stated":
        return kept
    return _stated(view) or kept or _dated_dateline(view) or _from_name(path) or _anchored(view) or Published()


def _stated(view: View) -> Published | None:
    """Return the date that the head prints; a day of updating counts only where no other is there."""
    first = [(block.kind, view.text[block.start : block.end]) for block in view.blocks[:HEAD_BLOCKS]]
    heads = [words for kind, words in first if kind in HEAD_KINDS or (kind == "heading" and _is_date(words))]
    for words in sorted(heads, key=lambda words: bool(UPDATED.match(words))):
        if found := first_date(words):
            return Published(iso=found.iso, basis="stated", words=found.words)
    for block in view.blocks[-8:]:
        words = view.text[block.start : block.end]
        if block.kind in ("metadata", "source_line", "byline") and (found := first_date(words)):
            return Published(iso=found.iso, basis="stated", words=found.words)
    return None


def _is_date(words: str) -> bool:
    """Tell whether a line is a date and nothing else (`Updated April 15, 2026` on the cover of a report)."""
    found = first_date(words)
    return found is not None and not re.search(r"\w", UPDATED.sub("", words).replace(found.words, ""))


def _dated_dateline(view: View) -> Published | None:
    """A dateline's day without its year is stated, its year inferred from the years the text names."""
    for block in view.blocks[:HEAD_BLOCKS]:
        if block.kind != "dateline":
            continue
        line = find_dateline(" ".join(view.text[block.start :][:400].split()))
        if line and line.when:
            year = line.when.year or _usual_year(view.text)
            if year:
                when = f"{year:04d}-{line.when.month:02d}-{line.when.day:02d}"
                basis: DateBasis = "stated" if line.when.year else "inferred"
                return Published(iso=when, basis=basis, words=line.when.words)
    return None


def _usual_year(text: str) -> int | None:
    years = Counter(found.year for found in full_dates(text) if found.year)
    return max(years, key=lambda year: (years[year], year)) if years else None


def _anchored(view: View) -> Published | None:
    """Take the last day that the text's weekdays reach, counted from a weekday whose day and month are written.

    The year is the one, among those of the text's full dates, in which that day falls on that weekday.
    """
    anchor = _weekday_anchor(view.text)
    if not anchor:
        return None
    day, words = anchor
    last, cue = _later_weekday(view, day)
    reason = f"“{words}”" + (f", “{cue}”" if cue else "")
    return Published(iso=last.isoformat(), basis="inferred", words=reason)


def _weekday_anchor(text: str) -> tuple[date, str] | None:
    full = full_dates(text)
    years = sorted({found.year for found in full if found.year}, reverse=True)
    candidates: list[tuple[date, str]] = []
    for found in (*short_dates(text), *full):
        if found.weekday is None or found.day is None:
            continue
        for year in (found.year,) if found.year else years:
            try:
                day = date(year, found.month, found.day)
            except ValueError:
                continue
            if day.weekday() == found.weekday:
                candidates.append((day, _with_year(found, full, year)))
                break
    return max(candidates, default=None)


def _with_year(found: Found, full: tuple[Found, ...], year: int) -> str:
    """Return the anchor's words, and those that carry its year where they are others."""
    words = found.words + (")" if "(" in found.words else "")
    if found.year:
        return words
    source = next((other.words for other in full if other.year == year), str(year))
    return f"{words}”, “{source}"


def _later_weekday(view: View, day: date) -> tuple[date, str | None]:
    """Return the latest day, within the week after `day`, that a plain weekday of the body names."""
    best, cue = day, None
    for i in view.open():
        words = view.words(i)
        for match in WEEKDAY.finditer(words):
            before = words[: match.start()].split()
            if before and before[-1].lower() in QUALIFIERS:
                continue
            ahead = (weekday_number(match.group()) - day.weekday()) % 7
            reached = day + timedelta(days=ahead)
            if ahead <= 4 and reached > best:
                best, cue = reached, match.group()
    return best, cue


def _from_name(path: str) -> Published | None:
    found = first_date(path.rsplit("/", 1)[-1].replace("_", " "))
    return Published(iso=found.iso, basis="inferred", words=f"the file's name: {found.words}") if found else None
