"""How much a statement weighs as a key point: how central, how corroborated, whose, how plain to read."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.assemble.matter import Line, Matter
from briefing.assemble.printed import is_elliptic, is_unreadable, points_back
from briefing.assemble.vectors import Vectors, centroid, dot
from briefing.assemble.words import count_words

BEST_LENGTH = (12, 42)
"""Words of a sentence that is neither a fragment nor a paragraph."""
NUMBER = re.compile(
    r"(?:[$€£₩]\s?\d|\b\d[\d,.]*\s?(?:per ?cent|%|million|billion|trillion|troops|people|soldiers|tons?|years)\b)"
)
COURTESY = re.compile(
    r"\b(?:congratulat\w+|pay tribute|gratitude|thank(?:s| you)|honou?r(?:ed)? to|privilege|excellenc\w+|distinguished"
    r"|allow me|let me|ladies and gentlemen|condolences|I (?:wish|am (?:pleased|delighted|happy)))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Weights:
    """Weight of each line and its near-repeat group, in the order of the lines."""

    weights: tuple[float, ...]
    groups: tuple[int, ...]


def weigh(matter: Matter, lines: Sequence[Line], near: Vectors, groups: Sequence[int]) -> tuple[float, ...]:
    """Return the weight of each of `lines`, higher is better, 0 for what must not be a key point."""
    central = centrality(lines, near)
    frequent = frequency(lines)
    spread = corroboration(lines, groups)
    return tuple(
        0.0
        if unfit(line)
        else (
            0.30 * central[n]
            + 0.20 * frequent[n]
            + 0.25 * standing(matter, line)
            + 0.15 * spread[n]
            + 0.10 * lead(line)
        )
        * readability(line)
        for n, line in enumerate(lines)
    )


def centrality(lines: Sequence[Line], near: Vectors) -> list[float]:
    """Return how near each line is to its own document and to all documents, 1 the nearest."""
    whole = centroid(near.rows)
    members: dict[int, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        members[line.source].append(number)
    own = {source: centroid([near.rows[n] for n in rows]) for source, rows in members.items()}
    raw = [dot(near.rows[n], whole) + dot(near.rows[n], own[line.source]) for n, line in enumerate(lines)]
    return scaled(raw)


def frequency(lines: Sequence[Line]) -> list[float]:
    """Return the mean frequency of each line's words over the documents, 1 the highest."""
    counts = Counter(key for line in lines for key in line.keys)
    raw = [
        sum(math.log1p(counts[k]) for k in set(line.keys)) / (3 + len(set(line.keys))) if line.keys else 0.0
        for line in lines
    ]
    return scaled(raw)


def corroboration(lines: Sequence[Line], groups: Sequence[int]) -> list[float]:
    """Return how many documents say what each line says: 0 for one, towards 1 for many."""
    sources: dict[int, set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        sources[group].add(lines[number].source)
    return [1 - 1 / len(sources[group]) for group in groups]


def lead(line: Line) -> float:
    """Return 1 for the first sentence of a document, falling fast."""
    return 1 / (1 + 0.35 * line.order)


def standing(matter: Matter, line: Line) -> float:
    """Return what kind of statement it is worth: an actor's word or a dated act before a remark of the writer."""
    statement = line.statement
    holder = statement.holder
    official = holder is not None and holder.actor is not None and not holder.is_author
    value = 0.35 if official else 0.0
    value += 0.25 if statement.act or (statement.when is not None and statement.when.date) else 0.0
    value += 0.25 if matter.focus and matter.focus in statement.actors else 0.0
    value += 0.10 if len(statement.actors) >= 2 else 0.0
    value += 0.15 if NUMBER.search(line.text) else 0.0
    return min(1.0, value)


def readability(line: Line) -> float:
    """Return 1 for a plain sentence, less for one that leans on others, is very long or opens inside a quotation."""
    words = count_words(line.text)
    low, high = BEST_LENGTH
    factor = 1.0 if low <= words <= high else (0.75 if words < low else max(0.5, high / words))
    if points_back(line.text):
        factor *= 0.72
    if line.text[:1] in "\"“‘'":
        factor *= 0.8
    return factor


def unfit(line: Line) -> bool:
    """Tell whether `line` can be no key point: a question, a fragment, a courtesy, damaged words."""
    return (
        line.statement.kind == "question"
        or is_elliptic(line.text)
        or is_unreadable(line.text)
        or bool(COURTESY.search(line.text))
        or len(set(line.keys)) < 4
    )


def scaled(raw: Sequence[float]) -> list[float]:
    """Scale values so that the largest is 1."""
    top = max(raw, default=0.0)
    return [value / top for value in raw] if top > 0 else [0.0 for _ in raw]
