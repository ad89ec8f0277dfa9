"""Who says what: for each actor, how many lines are stated, reported, acts or the writers' views."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from briefing.figures.measure import WIDTH, fitted, width_of
from briefing.model.blocks import Box, Drawing, Shape, Words
from briefing.model.briefing import Briefing
from briefing.model.items import printed_kind
from briefing.model.labels import Labels

_KINDS = (
    "stated_position",
    "reported_position",
    "reported_fact",
    "author_judgement",
    "outside_judgement",
    "question",
)
"""Keys of the labels, in the order of the legend."""
_MOST_ACTORS = 10
_LEAST_LINES = 4
_NAMES = 120.0
_ROW = 16.0
_SIZE = 8.0
_LEGEND = 18.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """How a kind is filled: told apart without colour by shade and pattern."""

    shade: float
    accent: bool = False
    pattern: Literal["solid", "stripes", "outline"] = "solid"


_LOOKS: dict[str, _Look] = {
    "stated_position": _Look(shade=0.0, accent=True),
    "reported_position": _Look(shade=0.0, accent=True, pattern="stripes"),
    "reported_fact": _Look(shade=0.5),
    "author_judgement": _Look(shade=0.2, pattern="outline"),
    "outside_judgement": _Look(shade=0.2, pattern="stripes"),
    "question": _Look(shade=0.4, pattern="stripes"),
}


def draw_voices(briefing: Briefing, labels: Labels) -> Drawing | None:
    """Draw the lines of the positions by actor and kind; None for one actor, one kind or very few lines."""
    counts = _counts(briefing, labels)
    kinds = [kind for kind in _KINDS if any(row[kind] for row in counts.values())]
    if len(counts) < 2 or len(kinds) < 2 or sum(sum(row.values()) for row in counts.values()) < _LEAST_LINES:
        return None
    rows = sorted(counts.items(), key=lambda row: (-sum(row[1].values()), row[0]))[:_MOST_ACTORS]
    unit = min(40.0, (WIDTH - _NAMES - 24) / max(sum(row.values()) for _, row in rows))
    shapes = [*_legend(kinds, labels)]
    for number, (actor, row) in enumerate(rows):
        shapes += _bar(actor, row, _LEGEND + 4 + number * _ROW, unit, labels)
    height = _LEGEND + 4 + len(rows) * _ROW + 2
    told = ". ".join(f"{actor}: {_told(row, labels)}" for actor, row in rows) + "."
    alt = labels.figures["voices_alt"].format(rows=told)
    return Drawing(width=WIDTH, height=height, shapes=tuple(shapes), alt=alt, caption=labels.figures["voices"])


def _counts(briefing: Briefing, labels: Labels) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = {}
    for position in briefing.positions:
        for actor in (position.actor, *position.others):
            if actor:
                counts.setdefault(labels.actor(actor), Counter())[printed_kind(position, briefing)] += 1
    return counts


def _told(row: Counter[str], labels: Labels) -> str:
    parts = (labels.figures["count"].format(count=row[kind], kind=labels.kinds[kind]) for kind in _KINDS if row[kind])
    return ", ".join(parts)


def _legend(kinds: list[str], labels: Labels) -> list[Shape]:
    shapes: list[Shape] = []
    x = _NAMES
    for kind in kinds:
        look = _LOOKS[kind]
        shapes.append(_box(x, 4, 9, look))
        shapes.append(Words(x=x + 13, y=11.5, text=labels.kinds[kind], size=_SIZE))
        x += 13 + width_of(labels.kinds[kind], _SIZE) + 14
    return shapes


def _bar(actor: str, row: Counter[str], top: float, unit: float, labels: Labels) -> list[Shape]:
    shapes: list[Shape] = [
        Words(x=_NAMES - 6, y=top + 9, text=fitted(actor, _NAMES - 8, _SIZE), size=_SIZE, anchor="end")
    ]
    x = _NAMES
    for kind in _KINDS:
        if row[kind]:
            shapes.append(_box(x, top + 1, unit * row[kind], _LOOKS[kind]))
            x += unit * row[kind]
    total = labels.number(sum(row.values()))
    shapes.append(Words(x=x + 5, y=top + 9, text=total, size=_SIZE))
    return shapes


def _box(x: float, y: float, width: float, look: _Look) -> Box:
    return Box(x=x, y=y, width=width - 1, height=10.0, shade=look.shade, accent=look.accent, pattern=look.pattern)
