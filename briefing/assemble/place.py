"""Where a line stands in the writer's argument: what opens a paragraph, what is advised."""

from __future__ import annotations

import re

from briefing.assemble.matter import Line, Matter

RECOMMENDS = re.compile(
    r"\b(?:(?:we|I) would (?:begin|start|rather|keep|prefer|choose|let|make|go|have)"
    r"|what \S+ (?:needs?|must|should|can)\b|(?:ought|needs?|has|have) to|should|must"
    r"|better to|wiser|the (?:right|best|wise|only) (?:course|way|answer|choice))\b",
    re.IGNORECASE,
)
"""What a writer would have done."""
ARGUES = frozenset({"commentary", "analysis"})


def recommends(matter: Matter, line: Line) -> float:
    """Tell whether the writer of a commentary says what the focus should do."""
    statement = line.statement
    if matter.of(line).document.metadata.genre not in ARGUES or statement.kind != "author_judgement":
        return 0.0
    return float(statement.agent in (None, matter.focus) and line.has(RECOMMENDS))


def opens(matter: Matter, line: Line) -> float:
    """Return 1 for the first sentence of a section, less for that of a paragraph of several."""
    sentences, at = matter.of(line).analysis.sentences, line.order
    here = sentences[at]
    if matter.of(line).is_one_voice or at + 1 >= len(sentences) or sentences[at + 1].block != here.block:
        return 0.0
    if at == 0 or sentences[at - 1].heading != here.heading:
        return 1.0
    return 0.6 if sentences[at - 1].block != here.block else 0.0
