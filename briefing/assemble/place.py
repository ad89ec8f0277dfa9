"""Where a line stands in the writer's argument: what opens a paragraph, what is advised, what is new in a report."""

from __future__ import annotations

import re
from datetime import date

from briefing.assemble.matter import Line, Matter

RECOMMENDS = re.compile(
    r"\b(?:(?:we|I) would (?:begin|start|rather|keep|prefer|choose|let|make|go|have)"
    r"|what \S+ (?:needs?|must|should|can)\b|(?:ought|needs?|has|have) to|should|must"
    r"|better to|wiser|the (?:right|best|wise|only) (?:course|way|answer|choice))\b",
    re.IGNORECASE,
)
"""What a writer would have done."""
MONTH, FRESH = len("2031-05"), 150
"""Days before a report within which what is done is its news."""
ARGUES = frozenset({"commentary", "analysis"})


def recommends(matter: Matter, line: Line) -> float:
    """Tell whether the writer of a commentary says what the focus should do."""
    statement = line.statement
    if matter.of(line).card.metadata.genre not in ARGUES or statement.kind != "author_judgement":
        return 0.0
    return float(statement.agent in (None, matter.focus) and line.has(RECOMMENDS))


def freshly_done(matter: Matter, line: Line) -> float:
    """Tell whether a report, written for months, tells of something done shortly before its day."""
    own, when = matter.day(line.source), line.statement.when
    if own is None or when is None or len(when.date or "") < MONTH or not line.statement.act:
        return 0.0
    told = date.fromisoformat(f"{when.date}-01"[:10])
    return float(matter.of(line).card.metadata.genre == "report" and 0 <= (own - told).days <= FRESH)


def opens(matter: Matter, line: Line) -> float:
    """Return 1 for the first sentence of a section, less for that of a paragraph of several."""
    sentences, at = matter.of(line).analysis.sentences, line.order
    here = sentences[at]
    if matter.of(line).is_one_voice or at + 1 >= len(sentences) or sentences[at + 1].block != here.block:
        return 0.0
    if at == 0 or sentences[at - 1].heading != here.heading:
        return 1.0
    return 0.6 if sentences[at - 1].block != here.block else 0.0
