"""The sources by date and genre: how old the base is, and what kind of texts it rests on."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict

from briefing.figures.measure import WIDTH, fitted
from briefing.model.blocks import Disc, Drawing, Line, Shape, Words
from briefing.model.briefing import Briefing, SourceEntry
from briefing.model.document import Genre
from briefing.model.labels import Labels

_LEAST_SOURCES = 4
_NAMES = 100.0
_ROW = 20.0
_SIZE = 8.0
_RADIUS = 3.2
_TOP = 6.0


def draw_sources(briefing: Briefing, labels: Labels) -> Drawing | None:
    """Draw one disc a source; None for fewer than four dated sources or when they are all of one day."""
    dated = [s for s in briefing.sources if s.published and len(s.published) == 10 and s.duplicate_of is None]
    days = [_day(source) for source in dated]
    if len(dated) < _LEAST_SOURCES or len(set(days)) < 2:
        return None
    genres = [genre for genre in labels.genres if any(source.genre == genre for source in dated)]
    shapes: list[Shape] = []
    for row, genre in enumerate(genres):
        shapes += _row(genre, [s for s in dated if s.genre == genre], row, (min(days), max(days)), labels)
    bottom = _TOP + len(genres) * _ROW
    shapes += _scale(dated, bottom, labels)
    rows = ". ".join(_told(genre, dated, labels) for genre in genres) + "."
    alt = labels.figures["sources_alt"].format(rows=rows)
    return Drawing(width=WIDTH, height=bottom + 16, shapes=tuple(shapes), alt=alt, caption=labels.figures["sources"])


def _day(source: SourceEntry) -> int:
    return datetime.date.fromisoformat(source.published or "").toordinal()


def _row(genre: str, sources: list[SourceEntry], row: int, span: tuple[int, int], labels: Labels) -> list[Shape]:
    y = _TOP + row * _ROW + _ROW / 2
    name = fitted(labels.genres[genre], _NAMES - 8, _SIZE)
    shapes: list[Shape] = [
        Words(x=_NAMES - 10, y=y + 3, text=name, size=_SIZE, anchor="end"),
        Line(x1=_NAMES, y1=y, x2=WIDTH - 8, y2=y, width=0.4, shade=0.75),
    ]
    there: Counter[int] = Counter(_day(source) for source in sources)
    for day, count in sorted(there.items()):
        x = _NAMES + 8 + (WIDTH - _NAMES - 40) * (day - span[0]) / (span[1] - span[0])
        shapes.append(Disc(x=x, y=y, radius=_RADIUS, accent=True))
        if count > 1:
            shapes.append(Words(x=x + _RADIUS + 1, y=y - 2, text=f"×{labels.number(count)}", size=_SIZE))
    return shapes


def _scale(dated: list[SourceEntry], bottom: float, labels: Labels) -> list[Shape]:
    dates = sorted(source.published or "" for source in dated)
    y = bottom + 11
    return [
        Line(x1=_NAMES, y1=bottom, x2=WIDTH - 8, y2=bottom, width=0.8, shade=0.3),
        Words(x=_NAMES, y=y, text=labels.day(dates[0]), size=_SIZE),
        Words(x=WIDTH - 8, y=y, text=labels.day(dates[-1]), size=_SIZE, anchor="end"),
    ]


def _told(genre: Genre | str, dated: list[SourceEntry], labels: Labels) -> str:
    by_day: dict[str, list[str]] = defaultdict(list)
    for source in dated:
        if source.genre == genre:
            by_day[source.published or ""].append(source.id)
    days = "; ".join(f"{labels.day(day)}: {', '.join(ids)}" for day, ids in sorted(by_day.items()))
    return f"{labels.genres[genre]}: {days}"
