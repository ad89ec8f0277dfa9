"""What somebody turns down or doubts, and who blames whom: pairs that stand beside each other without a denial."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from briefing.assemble.matter import Line, Matter

Who = Callable[[Matter, Line], str | None]

TURNS_DOWN = re.compile(
    r"\b(?:rul(?:es|ed|ing) (?:that|it|this|them|such a \w+) out"
    r"|(?:turn(?:s|ed)|vot(?:es|ed)|shot) (?:that|it|this|them) down"
    r"|(?:reject(?:s|ed)|refus(?:es|ed)|oppos(?:es|ed)|veto(?:es|ed)) (?:that|it|this|them)\b(?! \w+ed)"
    r"|(?:is|are|was|were) against (?:that|it|this|them)\b"
    r"|(?:reject(?:s|ed)|dismiss(?:es|ed)|turned down|ruled out|rebuff(?:s|ed)) (?:the|that|this|such an?) "
    r"(?:idea|proposal|suggestion|plan|offer|call|request|demand|option|notion)s?\b)",
    re.IGNORECASE,
)
"""A refusal of what has just been told."""
PROPOSES = re.compile(
    r"\b(?:suggest(?:s|ed)?|propos(?:e|es|ed|al)|call(?:s|ed)? (?:on|for)|urge[sd]?|demand(?:s|ed)?|want(?:s|ed)?"
    r"|favou?r(?:s|ed)?|offer(?:s|ed)?|advocat(?:e|es|ed)|recommend(?:s|ed)?|press(?:es|ed) for|asked)\b",
    re.IGNORECASE,
)
DOUBTS = re.compile(
    r"\b(?:is|are|was|were|seems?|sounds?) (?:much |far |rather )?(?:less|not so|not as) "
    r"(?:sure|certain|confident|sanguine|convinced|optimistic|hopeful)\b"
    r"|\b(?:takes?|took|ha(?:s|ve|d)) (?:a different|another|the opposite) view\b"
    r"|\bsees? (?:it|things|that) differently\b"
    r"|\bbegs? to differ\b",
    re.IGNORECASE,
)
"""A sentence that only says that another sees it otherwise; what that one says comes next."""
BLAMES = re.compile(
    r"\b(?:accus(?:e|es|ed|ing)|blam(?:e|es|ed|ing)|(?:held|hold|holds|holding) .{2,30} responsible"
    r"|pointed the finger at|(?:is|are|was|were) (?:\w+ )?(?:to blame|responsible) for)\b",
    re.IGNORECASE,
)
REACH = 3
"""So many sentences back stands what is turned down."""
SHARED = 2


def turned_down(matter: Matter, lines: Sequence[Line], who: Who) -> Iterator[tuple[Line, Line]]:
    """Yield a proposal and its refusal by another, who points back to it."""
    places = {(line.source, line.order): line for line in lines}
    for line in lines:
        if not line.has(TURNS_DOWN):
            continue
        earlier = (places.get((line.source, line.order - back)) for back in range(1, REACH + 1))
        claim = next((c for c in earlier if c and c.has(PROPOSES) and who(matter, c) != who(matter, line)), None)
        if claim is not None:
            yield claim, line


def doubted(matter: Matter, lines: Sequence[Line], who: Who) -> Iterator[tuple[Line, Line]]:
    """Yield what one holds and what another says who sees it otherwise."""
    places = {(line.source, line.order): line for line in lines}
    for line in lines:
        claim = places.get((line.source, line.order - 1))
        if claim is None or not line.has(DOUBTS) or claim.statement.holder is None:
            continue
        after = places.get((line.source, line.order + 1))
        told = after is not None and after.statement.holder is not None and who(matter, after) != who(matter, claim)
        yield claim, after if told and after is not None else line


def blaming(matter: Matter, lines: Sequence[Line], who: Who) -> Iterator[tuple[Line, Line]]:
    """Yield two lines in which two actors blame each other, on one matter."""
    found = [line for line in lines if line.has(BLAMES) and matter.kinds.get(who(matter, line) or "") is not None]
    for n, a in enumerate(found):
        for b in found[n + 1 :]:
            first, second = who(matter, a), who(matter, b)
            each = first != second and second in a.statement.actors and first in b.statement.actors
            if each and len((set(a.keys) & set(b.keys)) - matter.name_keys) >= SHARED:
                yield a, b
