"""The sentences of a document that may become key points, chosen from the document alone."""

from __future__ import annotations

from functools import lru_cache

from briefing.assemble.matter import Line, Matter, Source
from briefing.assemble.printed import is_elliptic, is_unreadable, points_back

PLENTY = 2500
"""Up to so many sentences all are compared with each other."""
LEAST = 6


@lru_cache(maxsize=1)
def shortlist(matter: Matter) -> tuple[Line, ...]:
    """Return the sentences, of a large collection only the most promising ones of each document, in order."""
    lines = matter.sentences
    if len(lines) <= PLENTY:
        return lines
    most = max(LEAST, PLENTY // max(1, len(matter.sources)))
    kept = {(n, line.extent) for n, source in enumerate(matter.sources) for line in promising(source)[:most]}
    return tuple(line for line in lines if (line.source, line.extent) in kept)


def promising(source: Source) -> list[Line]:
    """Return the sentences of a document, those that speak for themselves, early and officially first."""
    return sorted(source.lines, key=lambda line: (-promise(line), line.order))


def promise(line: Line) -> float:
    """Return how likely a sentence is to matter, seen without any other document."""
    statement, holder = line.statement, line.statement.holder
    if line.has(is_elliptic) or line.has(is_unreadable) or statement.kind == "question":
        return 0.0
    value = 1 / (1 + 0.2 * line.order)
    value += 0.4 if holder is not None and holder.actor is not None else 0.0
    value += 0.4 if statement.act else 0.0
    value += 0.1 * min(3, len(statement.actors))
    return value * (0.6 if line.has(points_back) else 1.0)
