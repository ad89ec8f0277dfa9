"""The timeline: events along a line, their distance following the time between them as far as it can be read."""

from __future__ import annotations

import datetime
import itertools
from dataclasses import dataclass

from briefing.figures.measure import WIDTH, lines, width_of
from briefing.model.blocks import Disc, Drawing, Line, Shape, Words
from briefing.model.briefing import Briefing, TimelineItem
from briefing.model.labels import Labels
from briefing.model.markdown import one_line

_LEAST_EVENTS = 3
_MOST_EVENTS = 10
_MARGIN = 8.0
_LEAST_STEP = 26.0
_LANES = 3
_LANE_HEIGHT = 38.0
_LABEL = 112.0
_LEAST_ROOM = 84.0
_SIZE = 7.5
_LEADING = 9.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    """An event at its place; `gap` tells that the line before it is cut short.

    `lane` is the row its words stand in, from 1 above the line, from -1 below.
    """

    event: TimelineItem
    x: float
    gap: bool
    lane: int


def draw_timeline(briefing: Briefing, labels: Labels) -> Drawing | None:
    """Draw the dated events; None where fewer than three are dated or all on one date."""
    events = sorted((e for e in briefing.timeline if e.date), key=lambda e: _day(e.date))[:_MOST_EVENTS]
    if len(events) < _LEAST_EVENTS or len({event.date for event in events}) < 2:
        return None
    marks = _marks(events)
    above, below = max(m.lane for m in marks), -min(m.lane for m in marks)
    middle = _MARGIN + above * _LANE_HEIGHT + 6
    shapes = [
        *_axis(marks, middle),
        *(s for n, mark in enumerate(marks) for s in _event(mark, n, marks, middle, labels)),
    ]
    height = middle + 6 + below * _LANE_HEIGHT + _MARGIN
    told = "; ".join(f"{labels.day(e.date)}: {one_line(e.text)}" for e in events)
    alt = labels.figures["timeline_alt"].format(
        count=len(events), first=labels.day(events[0].date), last=labels.day(events[-1].date), events=told
    )
    return Drawing(width=WIDTH, height=height, shapes=tuple(shapes), alt=alt, caption=labels.figures["timeline"])


def _day(iso: str | None) -> int:
    """Return the day's number; a month or year stands at its first day."""
    parts = [int(part) for part in (iso or "1").split("-")]
    year, month, day = (*parts, 1, 1)[:3]
    return datetime.date(year, month, day).toordinal()


def _marks(events: list[TimelineItem]) -> tuple[_Mark, ...]:
    """Set the events on the line, their words in as few rows as leave each of them room."""
    places, cut = _places(events)
    marks: tuple[_Mark, ...] = ()
    for depth in range(1, _LANES + 1):
        lanes = (_lane(number, len(events), depth) for number in range(len(events)))
        marks = tuple(_Mark(event=e, x=x, gap=g, lane=n) for e, x, g, n in zip(events, places, cut, lanes, strict=True))
        if min(_room(marks, number) for number in range(len(marks))) >= _LEAST_ROOM:
            break
    return marks


def _places(events: list[TimelineItem]) -> tuple[list[float], list[bool]]:
    """Set steps in proportion to time; one that would leave too little for the others is cut, and marked as cut."""
    room = WIDTH - 2 * _MARGIN - _LABEL
    gaps = [_day(b.date) - _day(a.date) for a, b in itertools.pairwise(events)]
    usual = sorted(gaps)[len(gaps) // 2] or 1
    most = 4 * usual
    capped = [min(gap, most) for gap in gaps]
    least = min(_LEAST_STEP, room / len(gaps))
    spare = room - least * len(gaps)
    steps = [least + spare * gap / (sum(capped) or 1) for gap in capped]
    places = [_MARGIN]
    for step in steps:
        places.append(places[-1] + step)
    cut = [False, *(gap > most for gap in gaps)]
    return places, cut


def _lane(number: int, count: int, depth: int) -> int:
    """Return the lane of the nth event, farthest first, so that no stroke to a later event crosses earlier words."""
    above = number % 2 == 0
    on_side = (count + 1) // 2 if above else count // 2
    lanes = min(depth, on_side)
    lane = lanes - number // 2 % lanes
    return lane if above else -lane


def _room(marks: tuple[_Mark, ...], number: int) -> float:
    """Return the width for an event's words: up to the next stroke that passes them, or to the margin."""
    mark = marks[number]
    later = (m.x for m in marks[number + 1 :] if m.lane * mark.lane > 0 and abs(m.lane) >= abs(mark.lane))
    return min(_LABEL + 30, min(later, default=WIDTH + 8) - mark.x - 12)


def _axis(marks: tuple[_Mark, ...], middle: float) -> list[Shape]:
    shapes: list[Shape] = [Line(x1=_MARGIN, y1=middle, x2=marks[-1].x + 12, y2=middle, width=1.0, shade=0.3)]
    for before, mark in itertools.pairwise(marks):
        if mark.gap:
            x = (before.x + mark.x) / 2
            shapes += [
                Line(x1=x + shift, y1=middle + 4, x2=x + shift + 3, y2=middle - 4, width=1.0, shade=0.3)
                for shift in (-3.0, 1.0)
            ]
    return shapes


def _event(mark: _Mark, number: int, marks: tuple[_Mark, ...], middle: float, labels: Labels) -> list[Shape]:
    lane = mark.lane
    room = _room(marks, number)
    words = lines(one_line(mark.event.text), max(room, width_of("00 Mmm 0000", _SIZE)), _SIZE, 2)
    top = middle - lane * _LANE_HEIGHT if lane > 0 else middle + 10 + (-lane - 1) * _LANE_HEIGHT
    far = top + 2 if lane > 0 else top + _LEADING * (len(words) + 1)
    x = mark.x
    shapes: list[Shape] = [
        Line(x1=x, y1=middle, x2=x, y2=far, width=0.5, shade=0.55),
        Disc(x=x, y=middle, radius=3.0, accent=True),
        Words(x=x + 4, y=top + _LEADING, text=labels.day(mark.event.date), size=_SIZE, strong=True),
    ]
    shapes += [Words(x=x + 4, y=top + _LEADING * (row + 2), text=line, size=_SIZE) for row, line in enumerate(words)]
    return shapes
