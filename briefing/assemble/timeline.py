"""Dated events in order, each with the words its date was resolved from."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.assemble.ids import item_id
from briefing.assemble.items import fields
from briefing.assemble.matter import Line, Matter
from briefing.assemble.printed import is_elliptic, is_unreadable, print_line
from briefing.assemble.vectors import group, vectors
from briefing.assemble.weight import is_title
from briefing.model.briefing import TimelineItem
from briefing.model.findings import When

SAME = 0.3
"""From this cosine on, two sentences of one date tell one event."""
MOST_A_DAY = 4
MAX_AGE = 10
"""Years before the document from which on a date is history, not an event of the story."""
VAGUE = re.compile(
    r"^since\b|\b(?:in recent (?:years|months|weeks|days)|for (?:days|weeks|months|years|decades)|in the coming"
    r"|a year ago"
    r"|years ago|decade"
    r"|century|annual\w*|every (?:year|day|month)|per (?:day|year|month))\b",
    re.IGNORECASE,
)
_DOES = r"(?:announc|ask|call|urg|repeat|propos|declar|reaffirm|launch|invit|appeal|condemn)\w*"
HERE = re.compile(
    rf"\b(?:stand|come|speak)\b(?: \w+){{0,4}} today (?:to|and) \w+"
    rf"|\b(?:today,? (?:I|we|\|)|(?:I|we|\|) today) (?:(?:am|are|also|again|hereby|can) )*{_DOES}"
    rf"|\b(?:I|we) (?:can |hereby |also )*{_DOES} today\b",
    re.IGNORECASE,
)
"""A speech that tells what it does today."""
HABIT = re.compile(r"\b(?:every|each|any|dated)\s+$", re.IGNORECASE)
"""Before a day that comes again, or that only names a paper."""
AHEAD = re.compile(r"\bin (?:a few|a couple of|some) \w+[’']? time\b", re.IGNORECASE)
TERM = re.compile(r"\s*(?:to|until|till|through|[-–])\s*\d")
LOOSE = re.compile(r"(?:today|tomorrow|tonight|now|yesterday)", re.IGNORECASE)
UNDATED = re.compile(r"\b(?:now|recent(?:ly)?|this morning|earlier|just|lately)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Event:
    """A line and the date of what it tells."""

    line: Line
    when: When


def timeline(matter: Matter, limit: int | None) -> tuple[TimelineItem, ...]:
    """Return the events by date, undated ones last; when there are more than `limit`, the nearest to the story stay."""
    ranked = sorted(
        ranked_events(matter, limit),
        key=lambda rows: (rows[0].when.date is None, rows[0].when.date or "", rows[0].line.source, rows[0].line.order),
    )
    return tuple(timeline_item(matter, rows) for rows in ranked)


def ranked_events(matter: Matter, limit: int | None) -> list[list[Event]]:
    """Return the weightiest events, a few a day, or all of them without a limit."""
    ranked = every_event(matter)
    return ranked if limit is None else few_a_day(ranked)[:limit]


@lru_cache(maxsize=1)
def every_event(matter: Matter) -> list[list[Event]]:
    """Return the events, the weightiest first, before they are worded."""
    events = [e for line in matter.sentences for e in events_of(matter, line)]
    return sorted(merge(events), key=lambda rows: -weight(matter, rows))


def few_a_day(ranked: Sequence[list[Event]]) -> list[list[Event]]:
    """Keep the weightiest events of each date."""
    seen: Counter[str | None] = Counter()
    kept = []
    for rows in ranked:
        seen[rows[0].when.date] += 1
        if seen[rows[0].when.date] <= MOST_A_DAY:
            kept.append(rows)
    return kept


def events_of(matter: Matter, line: Line) -> Iterator[Event]:
    """Yield the dated events of a sentence; the first date of each value."""
    if line.statement.kind == "question" or line.has(is_elliptic) or line.has(is_unreadable):
        return
    if is_title(matter, line):
        return
    start, end = line.extent
    dates = [w for w in matter.of(line).analysis.dates if start <= w.extent[0] < end]
    finest = max((len(w.date or "") for w in dates), default=0)
    known: set[str | None] = set()
    for when in dates:
        if when.date not in known and is_event(matter, line, when) and not outdone(matter, line, when, finest):
            known.add(when.date)
            yield Event(line, when)


def is_event(matter: Matter, line: Line, when: When) -> bool:
    """Tell whether a date tells when something of the story happens: not history, not a span, not a habit."""
    if VAGUE.search(when.expression) or not is_of_story(matter, line, when):
        return False
    return not (
        HABIT.search(matter.of(line).document.text, max(0, when.extent[0] - 8), when.extent[0])
        or is_term(matter, line, when)
        or (LOOSE.fullmatch(when.expression) and not means_the_day(matter, line, when))
    )


def is_of_story(matter: Matter, line: Line, when: When) -> bool:
    """Tell whether a date is not long before the document, and one without a day is ahead or that of an act."""
    if when.date is None:
        return bool(AHEAD.search(when.expression)) or (line.statement.act and bool(UNDATED.search(when.expression)))
    published = matter.of(line).card.metadata.published
    return published is None or int(published[:4]) - int(when.date[:4]) <= MAX_AGE


def is_term(matter: Matter, line: Line, when: When) -> bool:
    """Tell whether a date only begins a term (`from 2010 to 2014`)."""
    behind = matter.of(line).document.text[when.extent[1] : when.extent[1] + 12]
    return when.expression.lower().startswith("from ") and bool(TERM.match(behind))


def means_the_day(matter: Matter, line: Line, when: When) -> bool:
    """Tell whether `today` or `tomorrow` is a day: of an act, or of a speech in it; not `the world of tomorrow`."""
    after = matter.of(line).document.text[when.extent[1] : when.extent[1] + 2]
    if after[:1] in ("'", "’"):
        return False
    surveys = matter.of(line).card.metadata.genre == "report"
    return (
        when.expression.lower() == "yesterday" or (line.statement.act and not surveys) or bool(HERE.search(line.text))
    )


def outdone(matter: Matter, line: Line, when: When, finest: int) -> bool:
    """Tell whether a bare year of the document's own time stands beside a finer date (`said on Monday … in 2031`)."""
    published = matter.of(line).card.metadata.published or ""
    return when.precision == "year" and finest > len(when.date or "") and (when.date or "") >= published[:4] > ""


def merge(events: Sequence[Event]) -> list[list[Event]]:
    """Join sentences of one date that tell one event."""
    by_date: dict[str | None, list[Event]] = defaultdict(list)
    for event in events:
        by_date[event.when.date].append(event)
    found: list[list[Event]] = []
    for members in by_date.values():
        near = vectors([e.line for e in members])
        pairs = [(n, o) for n in range(len(members)) for o, _ in near.earlier(n, SAME)]
        groups: dict[int, list[Event]] = defaultdict(list)
        for event, number in zip(members, group(len(members), pairs), strict=True):
            groups[number].append(event)
        found.extend(groups.values())
    return found


def weight(matter: Matter, rows: Sequence[Event]) -> float:
    """Return how much an event weighs: an act, told by several, dated to the day, of the focus, early on."""
    line, when = rows[0].line, rows[0].when
    value = 1.0 if line.statement.act else 0.0
    value += 0.4 * (len({e.line.source for e in rows}) - 1)
    value += {"day": 0.6, "month": 0.4, "year": 0.1, "undated": 0.0}[when.precision]
    value += 0.3 if matter.focus and matter.focus in line.statement.actors else 0.0
    return value - 0.005 * line.order


def timeline_item(matter: Matter, rows: Sequence[Event]) -> TimelineItem:
    """Make the item of an event with the words of its date."""
    line, when = rows[0].line, rows[0].when
    lines = unique_lines([e.line for e in rows])
    shared = fields(matter, "timeline", lines, print_line(matter, line))
    shared["date"] = when.date
    which = f"{shared['text']} {when.expression} {when.extent[0] - line.extent[0]}"
    shared["id"] = item_id("timeline", shared["actor"] or shared["speaker"], which)
    return TimelineItem(**shared, precision=when.precision, expression=when.expression)


def unique_lines(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` without repeats of one sentence."""
    return list({(line.source, line.extent): line for line in lines}.values())
