"""What speaks for and against a choice: sentences about it that name a benefit, a cost, a threat, an obstacle."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from briefing.assemble.matter import Line, Matter
from briefing.assemble.printed import is_elliptic, is_unreadable
from briefing.assemble.words import keys
from briefing.model.attribution import Extent

Side = Literal["for", "against"]

IN_FAVOUR = re.compile(
    r"\b(?:(?:little|nothing|not much) to lose|benefit\w*|advantag\w+|opportunit\w+|outclass\w*|outweigh\w*"
    r"|welcom\w+|prais\w+"
    r"|contribut\w+|help(?:s|ed|ing)?\b|strengthen\w*|make[s]? it possible|without (?:losing|risking|harm)"
    r"|success\w*|succeed\w*"
    r"|effective\w*|positive|constructive|undercut\w*|undermin\w+ (?:these|the|those) (?:threats|objections|arguments)"
    r"|may well regret|would (?:ensure|allow|enable|improve|deter|reassure|reduce|save|secure)|will (?:ensure"
    r"|allow|enable|improve)"
    r"|ensur\w+|good chance|turning point|important step|progress|necessary|essential|crucial|vital|in (?:its"
    r"|the) interest\w*"
    r"|deter(?:s|red|rence)?|deserves?|supports? (?:the|this|a|such)|legitimate|justif\w+|growing demand"
    r"|surging demand|two sides of the same)\b",
    re.IGNORECASE,
)
AGAINST = re.compile(
    r"\b(?:threat\w*|warn\w*|risk\w*|fear\w*|cost\w*|escalat\w+|retaliat\w+|provok\w+|danger\w*|dismiss\w*"
    r"|reject\w*|opposi\w+"
    r"|oppos\w+|suspicion\w*|hostil\w+|obstacle\w*|constrain\w*|limit(?:s|ed|ation)\w*|difficult\w*|deadlock\w*"
    r"|dysfunction\w*"
    r"|backlash|critic\w+|condemn\w*|denounc\w+|concern\w*|wedge|insist\w*|half-measure|probably not|not much"
    r"|unlikely|cannot|could not"
    r"|can't|would not|alienat\w+|undermin\w+|weaken\w*|harm\w*|damag\w+|violat\w+|illegal|reluctan\w+|unpopular"
    r"|divid\w+"
    r"|diverging|short of|shortage\w*|fail\w*|jeopardi[sz]\w*|strain\w*|lose\b|against (?:the|a)|despite|unless"
    r"|without (?:the|a|an) )\b",
    re.IGNORECASE,
)
SEQUEL = 3
"""Sentences behind a choice, in its zone, that may argue about it without naming it."""
MOST = 6


@dataclass(frozen=True, slots=True)
class Argument:
    """A line and the side it argues on."""

    line: Line
    side: Side
    strength: float


def arguments(matter: Matter, lines: Sequence[Line], choice_lines: Sequence[Line], act: str) -> list[Argument]:
    """Return what speaks for and against the choice whose act is `act`, the strongest first, a few of each side."""
    about = set(keys(act))
    own = {(line.source, line.extent) for line in choice_lines}
    found = [
        argument
        for line in lines
        if (line.source, line.extent) not in own and (strength := relevance(matter, line, choice_lines, about)) > 0
        for argument in sides(line, strength)
    ]
    found += [Argument(line, "for", 1.0) for line in choice_lines if gain_in_itself(line)]
    found.sort(key=lambda a: (-a.strength, a.line.source, a.line.order))
    return [a for side in ("for", "against") for a in [f for f in found if f.side == side][:MOST]]


def relevance(matter: Matter, line: Line, choice_lines: Sequence[Line], about: set[str]) -> float:
    """Return how surely `line` speaks of the choice: it follows it in its zone, or shares its words."""
    if line.statement.kind == "question" or is_unreadable(line.text):
        return 0.0
    shared = len(about & set(line.keys)) / (1 + min(len(about), 6))
    distance = min(
        (line.order - c.order for c in choice_lines if c.source == line.source and line.order > c.order), default=99
    )
    same_zone = any(c.source == line.source and matter.heading(c) == matter.heading(line) for c in choice_lines)
    follows = 1 - (distance - 1) / (SEQUEL + 1) if distance <= SEQUEL and same_zone else 0.0
    if is_elliptic(line.text):
        return 0.9 if distance == 1 else 0.0
    if follows == 0 and shared < 0.3:
        return 0.0
    return 0.6 * follows + shared


def sides(line: Line, strength: float) -> list[Argument]:
    """Return the arguments of a line: none without a word of gain or cost, two when it names both."""
    gains, costs = len(IN_FAVOUR.findall(line.text)), len(AGAINST.findall(line.text))
    found = [Argument(line, "for", strength)] if gains and gains >= costs else []
    return [*found, Argument(line, "against", strength)] if costs >= max(1, gains) else found


def gain_in_itself(line: Line) -> bool:
    """Tell whether the sentence of the choice itself says what is gained (`has little to lose by`, `will ensure`)."""
    return bool(
        re.search(
            r"\b(?:little to lose|much to gain|will ensure|would ensure|in order to|will contribute)\b", line.text
        )
    )


def words_of(matter: Matter, line: Line, act: Extent) -> str:
    """Return the words of an act in its document."""
    return matter.of(line).document.slice(act)
