"""What speaks for and against a choice: sentences about it that name a benefit, a cost, a threat, an obstacle."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from briefing.assemble.matter import Line, Matter
from briefing.assemble.printed import POINTING, is_elliptic, is_unreadable
from briefing.assemble.themes import EMPTY, THEME, themes
from briefing.assemble.words import keys

Side = Literal["for", "against"]

IN_FAVOUR = re.compile(
    r"\b(?:undercut\w* (?:these|those|the|its|his|her|their|such) threats?|(?:little|nothing|not much) to lose"
    r"|benefit\w*|advantag\w+|opportunit\w+|outclass\w*|outweigh\w*"
    r"|welcom\w+|prais\w+"
    r"|contribut\w+|help(?:s|ed|ing)?\b|strengthen\w*|make[s]? it possible|without (?:losing|risking|harm)"
    r"|success\w*|succeed\w*"
    r"|effective\w*|positive|constructive|undercut\w*|undermin\w+ (?:these|the|those) (?:threats|objections|arguments)"
    r"|may well regret|threats? (?:\w+ )?(?:less credible|hollow|empty)|high-quality|superior|would (?:ensure"
    r"|allow|enable|improve|deter|reassure|reduce|save"
    r"|secure)|will (?:ensure"
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
    r"|backlash|critici[sz]\w+|condemn\w*|denounc\w+|concern\w*|wedge|insist\w*|half-measure|probably not"
    r"|not a (?:great|good) deal|precious little|very little|not much"
    r"|unlikely|cannot (?:afford|do|act|rely|count|win|replace)|could not"
    r"|can't|would not|alienat\w+|undermin\w+|weaken\w*|harm\w*|damag\w+|violat\w+|illegal|reluctan\w+|unpopular"
    r"|divid\w+"
    r"|diverging|short of|shortage\w*|fail\w*|jeopardi[sz]\w*|strain\w*|lose\b|against (?:the|a)|despite|unless"
    r"|without (?:the|a|an) )\b",
    re.IGNORECASE,
)
SEQUEL = 5
"""Sentences behind a choice, in its zone, that may argue about it without naming it."""
MOST = 5
OF_OTHERS = 0.25
"""What it adds that another state speaks: its stand on the choice outweighs remarks."""
WARNS = re.compile(r"\b(?:warn\w*|sit idle|stand idle)\b", re.IGNORECASE)
"""A warning of the focus itself is no argument about its choice."""
NEXT = 0.9
NEAR = 8
"""Sentences around a choice in which one thing named and the focus are enough."""
BEFORE = 2
PROBLEM = re.compile(
    r"\b(?:concern|crisis|crises|conflict|tragedy|demand for|need for|misuse|escalat\w+|pollution|poverty|hunger"
    r"|shortfall"
    r"|deadlock\w*|dysfunction\w*|deplorable|threat\w*|war|injustice|inequalit\w+|gap|deficit)\b",
    re.IGNORECASE,
)
"""A problem that a speaker names before the answer to it."""
LEAST_STRENGTH = 0.3
OLD_DAYS = 30


@dataclass(frozen=True, slots=True)
class Argument:
    """A line and the side it argues on."""

    line: Line
    side: Side
    strength: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What a choice is about: the lines that carry it and the things its act names, without names of actors."""

    lines: tuple[Line, ...]
    about: frozenset[str]
    head: frozenset[str]
    """The first things the act names."""


def arguments(matter: Matter, lines: Sequence[Line], choice_lines: Sequence[Line], act: str) -> list[Argument]:
    """Return what speaks for and against the choice whose act is `act`, the strongest first, a few of each side."""
    topic = topic_of(matter, choice_lines, act)
    own = {(line.source, line.extent) for line in choice_lines}
    found = [
        argument
        for line in within_reach(lines, topic)
        if (line.source, line.extent) not in own and (strength := relevance(matter, line, topic)) >= LEAST_STRENGTH
        for argument in sides(matter, line, strength)
    ]
    found += [Argument(line, "for", 1.0) for line in choice_lines if gain_in_itself(line)]
    found += reasons(matter, topic)
    found.sort(key=lambda a: (-a.strength, a.line.source, a.line.order))
    return [a for side in ("for", "against") for a in [f for f in found if f.side == side][:MOST]]


def within_reach(lines: Sequence[Line], topic: Topic) -> list[Line]:
    """Return the lines of the choice's own documents, and of the others those that name one of its things."""
    own = {choice.source for choice in topic.lines}
    return [line for line in lines if line.source in own or not topic.about.isdisjoint(themes(line.keys))]


def reasons(matter: Matter, topic: Topic) -> list[Argument]:
    """Return the problems that a speech names right before a choice, in its zone: what the choice answers."""
    found = []
    for choice in topic.lines:
        source = matter.of(choice)
        near = [line for line in source.lines if 0 < choice.order - line.order <= BEFORE] if source.is_one_voice else []
        for line in near:
            fits = matter.heading(line) == matter.heading(choice) and not line.has(is_elliptic)
            if fits and (PROBLEM.search(line.text) or AGAINST.search(line.text)):
                found.append(Argument(line, "for", 0.7 - 0.15 * (choice.order - line.order)))
    return found


def topic_of(matter: Matter, choice_lines: Sequence[Line], act: str) -> Topic:
    """Return the topic of a choice; the verb of the act and the names of actors say nothing of it."""
    things = [key for key in keys(act)[1:] if key not in matter.name_keys and key not in EMPTY]
    telling = [key for key in things if key not in matter.common] or things
    named = [*dict.fromkeys(THEME.get(key, key) for key in telling)]
    return Topic(lines=tuple(choice_lines), about=frozenset(named[:6]), head=frozenset(named[:3]))


def relevance(matter: Matter, line: Line, topic: Topic) -> float:
    """Return how surely `line` speaks of the choice: it names the same things, or follows it and points to it."""
    if line.statement.kind == "question" or line.has(is_unreadable):
        return 0.0
    behind = (line.order - c.order for c in topic.lines if c.source == line.source and line.order > c.order)
    distance = min(behind, default=SEQUEL + 1)
    if line.has(is_elliptic):
        return 0.9 if distance == 1 else 0.0
    named = themes(line.keys) & topic.about
    behind_it = following(matter, line, topic, distance, named=bool(named))
    if not behind_it and not is_about(matter, line, topic, named):
        return 0.0
    shared = len(named) / (1 + min(len(topic.about), 4)) + (0.15 if named & topic.head else 0.0)
    return shared + behind_it + (OF_OTHERS if of_another(matter, line) else 0.0)


def of_another(matter: Matter, line: Line) -> bool:
    """Tell whether `line` is the word or act of another state than the focus."""
    holder = line.statement.holder
    actor = (holder.actor if holder else None) or (line.statement.agent if line.statement.act else None)
    return actor is not None and actor != matter.focus and matter.kinds.get(actor) == "state"


def is_about(matter: Matter, line: Line, topic: Topic, named: frozenset[str]) -> bool:
    """Tell whether a line apart from the choice is about it: it names its head or three things, and is of its days."""
    if not (named & topic.head or len(named) >= 3):
        return False
    own = [c for c in topic.lines if c.source == line.source]
    days = [day for c in topic.lines if (day := matter.day(c.source))]
    day = matter.day(line.source)
    if not own and day and days and abs((day - max(days)).days) >= OLD_DAYS:
        return False
    if len(named) >= 2 or matter.of(line).is_one_voice:
        return len(named) >= 2
    near = any(abs(c.order - line.order) <= NEAR for c in own)
    return matter.focus in line.statement.actors and (near or of_another(matter, line))


def following(matter: Matter, line: Line, topic: Topic, distance: int, *, named: bool) -> float:
    """Return what it adds that `line` stands behind the choice in its zone and is linked with it."""
    same_zone = any(c.source == line.source and matter.heading(c) == matter.heading(line) for c in topic.lines)
    if distance > SEQUEL or not same_zone:
        return 0.0
    points = line.has(POINTING) or matter.focus in line.statement.actors
    if not named and (choice_between(matter, line, distance) or not (points or distance == 1)):
        return 0.0
    linked = named or points or same_paragraph(matter, line, topic)
    return NEXT * (1 - (distance - 1) / (SEQUEL + 1)) if linked else 0.0


def choice_between(matter: Matter, line: Line, distance: int) -> bool:
    """Tell whether another choice of the focus stands nearer before `line`, so that `this step` means that one."""
    source = matter.of(line)
    orders = (source.lines[c.statement].order for c in source.analysis.choices if matter.focus in c.agents)
    return any(line.order - distance < order < line.order for order in orders)


def same_paragraph(matter: Matter, line: Line, topic: Topic) -> bool:
    """Tell whether `line` stands in the paragraph of the choice."""
    sentences = matter.of(line).analysis.sentences
    block = sentences[line.statement.sentence].block
    return any(c.source == line.source and sentences[c.statement.sentence].block == block for c in topic.lines)


def sides(matter: Matter, line: Line, strength: float) -> list[Argument]:
    """Return the arguments of a line: none without a word of gain or cost, two when it names both."""
    gains, costs = line.count(gains_in), line.count(costs_in)
    holder = line.statement.holder
    if holder is not None and holder.actor is not None and holder.actor == matter.focus and line.has(WARNS):
        return []
    found = [Argument(line, "for", strength)] if gains and gains >= costs else []
    return [*found, Argument(line, "against", strength)] if costs >= max(1, gains) else found


def gains_in(text: str) -> int:
    """Count the words of gain."""
    return len(IN_FAVOUR.findall(text))


def costs_in(text: str) -> int:
    """Count the words of cost that are not part of one of gain."""
    return len(AGAINST.findall(IN_FAVOUR.sub("", text)))


def gain_in_itself(line: Line) -> bool:
    """Tell whether the sentence of the choice itself says what is gained (`has little to lose by`, `will ensure`)."""
    return bool(re.search(r"\b(?:little to lose|much to gain|will ensure|would ensure|will contribute)\b", line.text))
