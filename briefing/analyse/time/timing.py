"""Which of a sentence's dates a statement carries: the one in the clause of its verb, not one inside what is said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.analyse.scene import Scene
from briefing.model.attribution import Extent
from briefing.model.findings import When

_CLAUSE = re.compile(
    r"[;–—]|,\s+(?:but|while|after|before|as|which|who|when|with|and)\b|\s(?:after|before|since|until|that|which|who|while|when|as|because)\s"
)


_RELATIVE = re.compile(r",\s+(?:which|who|where|whose|\w{3,}ed|held|cut|built|due|born|set|struck|won|begun)\b")


_EARLIER = re.compile(r"(?:After|Before|Although|Though|Because|Since|Despite|Following)\b")
"""What opens a sentence with another event than that of its main clause."""
_OCCASION = re.compile(
    r"(?:New Year[’']s (?:Day|Eve)|Christmas (?:Day|Eve)|May Day)\s+"
    r"(?:part(?:y|ies)|speech|address|message|celebrations?"
    r"|festivit\w+|events?|fireworks|dinner|concerts?|parades?|rall(?:y|ies)|broadcast|reception|gatherings?|attacks?)\b"
)
"""A day that only names an occasion: what is said of it may be said on any other."""
_GOVERNED = re.compile(r"\b(?:in|at|during|on)\s+(?:(?!of\b)[\w’'-]+\s+){0,4}$")


def when_of(
    scene: Scene, number: int, dates: Sequence[When], verb: int | None, *, content: Sequence[Extent] = ()
) -> When | None:
    """Return the date of the clause whose verb stands at row `verb`; None when the sentence dates other things only."""
    text, sentence = scene.document.text, scene.sentences[number]
    own = [d for d in dates if not any(s <= d.extent[0] < e for s, e in content) and not _modifier(text, d)]
    if not own:
        return None
    place = scene.words.start[verb] if verb is not None else sentence.start
    near = [d for d in own if _same_clause(text, sentence.start, d, place)]
    return min(near, key=lambda d: (d.precision == "undated", abs(d.extent[0] - place))) if near else None


def _modifier(text: str, when: When) -> bool:
    """`the November 29 launch`, `the May ballot`: the date belongs to the noun after it."""
    after = re.match(r"\s+(?:[a-z]+\s+){0,2}[a-z]+", text[when.extent[1] : when.extent[1] + 30])
    before = text[max(0, when.extent[0] - 12) : when.extent[0]].rstrip()
    if _OCCASION.match(text, when.extent[0]):
        return not _GOVERNED.search(text, max(0, when.extent[0] - 60), when.extent[0])
    owned = before.endswith(("’s", "'s", "the", "its", "his", "their")) or re.search(
        r"\b(?:since|until|till|by)$", before
    )
    if before.endswith("dated"):
        return True
    return bool(
        owned and (after or re.search(r"\b(?:since|until|till)$", before))
    ) and not when.expression.lower().startswith(("last", "this", "next"))


def _same_clause(text: str, start: int, when: When, verb: int) -> bool:
    """No clause boundary between the date and the verb; a fronted date with its comma belongs to the main clause."""
    openers = list(_RELATIVE.finditer(text, start, when.extent[0]))
    if openers and "," not in text[openers[-1].end() : when.extent[0]] and verb > when.extent[1]:
        return False
    fronted = "," in text[when.extent[1] : verb] and "," not in text[start : when.extent[0]]
    if fronted and _EARLIER.match(text, start):
        return False
    first, last = sorted((when.extent[0], verb))
    between = text[first:last]
    if when.extent[1] <= verb and when.extent[0] - start < 12:
        between = text[when.extent[1] : verb].lstrip(", ")
    return not _CLAUSE.search(between)
