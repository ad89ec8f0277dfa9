"""Claims that cannot both stand, and figures that differ: the same slot, another value or the opposite stand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Literal

from briefing.assemble.courses import contested
from briefing.assemble.items import item
from briefing.assemble.matter import Line, Matter
from briefing.assemble.printed import POINTING, is_elliptic, is_unreadable, print_line
from briefing.assemble.quantities import count_figures, read_figures
from briefing.assemble.quarrels import blaming, doubted, turned_down
from briefing.assemble.shortlist import shortlist
from briefing.assemble.themes import themes
from briefing.assemble.tolls import differing
from briefing.assemble.vectors import Vectors, vectors
from briefing.assemble.wording import Wording
from briefing.model.briefing import Disagreement

Stand = Literal["for", "against", "open"]
Reason = Literal["opposed", "open", "denied", "figures", "blamed"]

FOR = re.compile(
    r"\b(?:welcom(?:e|es|ed|ing)|support(?:s|ed|ing)?|accept(?:s|ed|ing)?|prais(?:e|es|ed|ing)|favou?r(?:s|ed)"
    r"|agree[sd]?"
    r"|offered|offers to|an offer to|propos(?:e|es|ed|ing)|endors(?:e|es|ed|ing)|approv(?:e|es|ed|ing)|hail(?:s|ed)"
    r"|back(?:s|ed)|applaud\w*|will join|ready to)\b",
    re.IGNORECASE,
)
AGAINST = re.compile(
    r"\b(?:dismiss\w*|reject\w*|condemn\w*|oppos(?:e|es|ed|ing)|denounc\w+|refus\w+|criticis\w+|criticiz\w+"
    r"|object(?:s|ed)? to|slam(?:s|med)|could not take|can(?:no|')t accept|ruled out|threaten(?:s|ed)|warned against"
    r"|protest\w*|veto\w*|must be halted|must stop|insists?)\b",
    re.IGNORECASE,
)
OPEN = re.compile(
    r"\b(?:still (?:reviewing|studying|considering|weighing)|under review|no comment|declin\w+ to"
    r"|did not (?:immediately )?respond"
    r"|has not decided|undecided|wait and see|we'll see)\b",
    re.IGNORECASE,
)
DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied)\b(?! (?:\w+ ){0,4}(?:access|entry|visas?|bail|permission|entrance))|disput(?:e|es"
    r"|ed)\b|contradict\w*|undercut\w*|beli(?:es|ed)\b|(?:is|was|are"
    r"|were) (?:not true|untrue|false)"
    r"|s[kc]eptical (?:of|about)|cast(?:s|ing)? doubt|refut\w+|disagree\w*|contrary to|non-?existent"
    r"|(?:do|does|did) not (?:exist|accord with)|no (?:evidence|truth"
    r"|basis)|reject(?:s|ed|ing) (?:[\w’']+ ){0,3}(?:claims?|allegations?|accusations?)"
    r"|baseless|unfounded|fabricated (?:claims?|reports?|story|stories|charges?))",
    re.IGNORECASE,
)
DENIES_IT = re.compile(
    r"\b(?:den(?:y|ies|ied)|disput(?:e|es|ed)) (?:it|this|that|them)\b(?! (?:access|entry|the|a)\b)"
    r"|\b(?:den(?:y|ies|ied)|disput(?:e|es|ed)|reject(?:s|ed)|dismiss(?:es|ed)) (?:the|these|those|such|all|any) "
    r"(?:\w+ )?(?:charges?|claims?|allegations?|accusations?|reports?)\b",
    re.IGNORECASE,
)
"""A denial of what has just been said of the one who denies."""
STEPS = range(1, 6)
"""How many sentences back that may stand."""
AGREES = re.compile(r"\b(?:also|likewise|too|both) (?:confirm|say|said|agree|report|found|maintain)\w*", re.IGNORECASE)
"""One who bears another out denies nothing of it, even with a reservation."""
SAME_SLOT = 0.16
SAME_FIGURE = 0.4
SAME_MATTER = 3
SAME_WORDS = 5
MOST_NAMED = 40
OLD_DAYS = 30


@dataclass(frozen=True, slots=True)
class Pair:
    """Two lines that disagree, and why they are shown."""

    a: Line
    b: Line
    reason: Reason
    weight: float
    slot: tuple[str, str] | None = None
    """What is counted, where figures of one event differ: a sentence may count several things."""


def disagreements(matter: Matter, limit: int | None, wording: Wording) -> tuple[Disagreement, ...]:
    """Return pairs of claims that disagree, the surest first; a line takes part in one pair only."""
    return tuple(disagreement(matter, pair, wording) for pair in ranked_pairs(matter)[:limit])


@lru_cache(maxsize=1)
def ranked_pairs(matter: Matter) -> list[Pair]:
    """Return the pairs, the surest first, before they are worded."""
    lines = [line for line in shortlist(matter) if fit(line)]
    near = vectors(lines)
    pairs = [*denials(matter, lines, near), *opposed(matter, lines), *quarrels(matter, lines)]
    pairs += [*figures(lines, near), *counts(matter, lines)]
    pairs.sort(key=lambda p: (-p.weight, p.a.source, p.a.order, p.b.source, p.b.order))
    chosen: list[Pair] = []
    used: set[tuple[object, ...]] = set()
    for pair in pairs:
        ends = ((pair.a.source, pair.a.order), (pair.b.source, pair.b.order))
        places: set[tuple[object, ...]] = {(*end, pair.slot) for end in ends} | {ends}
        if pair.reason != "figures":
            places.add((pair.reason, who(matter, pair.a), who(matter, pair.b)))
            places.add((pair.reason, "by", who(matter, pair.b)))
        if not places & used:
            used |= places
            chosen.append(pair)
    return chosen


def fit(line: Line) -> bool:
    """Tell whether `line` can be one side: a sentence that claims something."""
    whole = not line.has(is_elliptic) or line.has(DENIES_IT)
    return line.statement.kind != "question" and whole and not line.has(is_unreadable)


def who(matter: Matter, line: Line) -> str | None:
    """Return whose claim `line` is: the actor, the person, or the source for the writer's own words."""
    holder = line.statement.holder
    if holder is not None:
        return holder.actor or holder.speaker or holder.description or matter.of(line).id
    return (line.statement.agent if line.statement.act else None) or matter.of(line).id


def stand(line: Line) -> Stand | None:
    """Return the stand that the words of `line` take; None when none or both."""
    if line.has(OPEN):
        return "open"
    pro, contra = line.has(FOR), line.has(AGAINST)
    return None if pro == contra else ("for" if pro else "against")


def opposed(matter: Matter, lines: Sequence[Line]) -> Iterator[Pair]:
    """Yield opposite stands of two actors on one matter, and stands of one actor that were open and then not."""
    stands = {n: s for n, line in enumerate(lines) if attributed(matter, line) and (s := stand(line)) is not None}
    named = {n: themes(lines[n].keys) - matter.name_keys for n in stands}
    for n, other in sharing(named):
        a, b = lines[n], lines[other]
        shared = len(named[n] & named[other])
        if stands[n] == stands[other] or not near_days(matter, a, b):
            continue
        same_actor = who(matter, a) == who(matter, b)
        settled = "open" not in (stands[n], stands[other])
        if same_actor and not settled and a.source != b.source and shared >= 2:
            yield Pair(a, b, "open", 0.3 + 0.05 * shared)
        elif (
            not same_actor
            and "open" not in (stands[n], stands[other])
            and on_one_matter(matter, a, b, named[n], named[other])
        ):
            yield Pair(a, b, "opposed", 0.3 + 0.1 * shared)


def on_one_matter(matter: Matter, a: Line, b: Line, first: frozenset[str], second: frozenset[str]) -> bool:
    """Tell whether two stands are about one thing: one addresses the other, or they share most of their words."""
    shared = len(first & second)
    if addressed(matter, a, b) or addressed(matter, b, a):
        return shared >= SAME_MATTER
    return shared >= SAME_WORDS and 2 * shared >= min(len(first), len(second))


def sharing(named: Mapping[int, frozenset[str]]) -> list[tuple[int, int]]:
    """Return pairs of lines that name a common thing, things that everybody names left out."""
    places: dict[str, list[int]] = defaultdict(list)
    for n, things in named.items():
        for thing in things:
            places[thing].append(n)
    rare = (rows for rows in places.values() if len(rows) <= MOST_NAMED)
    return sorted({pair for rows in rare for pair in combinations(rows, 2)})


def addressed(matter: Matter, a: Line, b: Line) -> bool:
    """Tell whether `b` speaks of the actor whose stand `a` is."""
    actor = who(matter, a)
    return actor in b.statement.actors and actor != who(matter, b)


def near_days(matter: Matter, a: Line, b: Line) -> bool:
    """Tell whether two lines are of one time: not from documents a month or more apart."""
    first, second = matter.day(a.source), matter.day(b.source)
    return first is None or second is None or abs((first - second).days) < OLD_DAYS


def attributed(matter: Matter, line: Line) -> bool:
    """Tell whether `line` is the word or act of an actor rather than the writer's own."""
    holder = line.statement.holder
    if holder is not None:
        return not holder.is_author and (holder.actor is not None or holder.speaker is not None)
    return line.statement.act and line.statement.agent is not None


def denials(matter: Matter, lines: Sequence[Line], near: Vectors) -> Iterator[Pair]:
    """Yield a claim and what denies it: the sentence before when pointed to, else the most alike about the denier."""
    places = {(line.source, line.order): n for n, line in enumerate(lines)}
    for n, line in enumerate(lines):
        points = line.has(DENIES_IT)
        if not (points or line.has(DENIAL)) or line.has(AGREES):
            continue
        previous = places.get((line.source, line.order - 1))
        earlier = [places.get((line.source, line.order - back)) for back in STEPS] if points else []
        claim = told_before(matter, earlier, lines, line)
        if claim is not None:
            yield Pair(claim, line, "denied", 0.5)
            continue
        if previous is not None and (POINTING.search(line.text) or re.search(r"\bthis (?:is|was)\b", line.text)):
            yield Pair(lines[previous], line, "denied", 0.5)
            continue
        denier = who(matter, line)
        for other, alike in near.neighbours(n, SAME_SLOT):
            near_claim = lines[other]
            if (
                who(matter, near_claim) != denier
                and denier in near_claim.statement.actors
                and not near_claim.has(DENIAL)
            ):
                yield Pair(near_claim, line, "denied", 0.2 + alike)
                break


def told_before(matter: Matter, earlier: Sequence[int | None], lines: Sequence[Line], line: Line) -> Line | None:
    """Return the nearest of the `earlier` lines that another tells about the one who denies in `line`."""
    denier = who(matter, line)
    told = (lines[n] for n in earlier if n is not None)
    return next(
        (c for c in told if not is_own(matter, c, denier) and denier in c.statement.actors and not c.has(DENIAL)), None
    )


def is_own(matter: Matter, claim: Line, denier: str | None) -> bool:
    """Tell whether the one who denies says the claim itself; what a writer tells of it is the writer's."""
    return claim.statement.holder is not None and who(matter, claim) == denier


def quarrels(matter: Matter, lines: Sequence[Line]) -> Iterator[Pair]:
    """Yield what is turned down or doubted, courses that only some want, and those who blame each other."""
    for a, b in (*turned_down(matter, lines, who), *doubted(matter, lines, who)):
        yield Pair(a, b, "opposed", 0.5)
    for a, b in contested(matter, lines):
        if who(matter, a) != who(matter, b) and near_days(matter, a, b):
            yield Pair(a, b, "opposed", 0.48)
    for a, b in blaming(matter, lines, who):
        if near_days(matter, a, b):
            yield Pair(a, b, "blamed", 0.45)


def figures(lines: Sequence[Line], near: Vectors) -> Iterator[Pair]:
    """Yield sentences of different documents that give different figures for one thing."""
    numbered = {n: line for n, line in enumerate(lines) if line.has(count_figures)}
    for n, line in numbered.items():
        for other, alike in near.neighbours(n, SAME_FIGURE):
            if other not in numbered or other < n or line.source == lines[other].source:
                continue
            first, second = read_figures(line.text), read_figures(lines[other].text)
            if any(unit in second and second[unit].isdisjoint(values) for unit, values in first.items()):
                yield Pair(line, lines[other], "figures", 0.3 + alike)


def counts(matter: Matter, lines: Sequence[Line]) -> Iterator[Pair]:
    """Yield sentences that tell of one event with other numbers of people, however unlike their words."""
    for slot, a, b in differing(matter, lines):
        yield Pair(a, b, "figures", 0.5, slot)


def disagreement(matter: Matter, pair: Pair, wording: Wording) -> Disagreement:
    """Make the pair of items and say what is at issue."""
    a = item(matter, "disagreements", (pair.a,), print_line(matter, pair.a, with_context=False))
    b = item(matter, "disagreements", (pair.b,), print_line(matter, pair.b, with_context=False))
    names = [name_of(matter, line, wording) for line in (pair.a, pair.b)]
    return Disagreement(what=wording.disagreement(pair.reason, *names), a=a, b=b)


def name_of(matter: Matter, line: Line, wording: Wording) -> str:
    """Name whose claim `line` is, for the heading of a disagreement."""
    holder = line.statement.holder
    if holder is not None and not holder.is_author:
        named = holder.actor_name or holder.speaker or holder.description
        return wording.name(named or matter.of(line).id)
    agent = matter.names.get(line.statement.agent or "")
    return (
        wording.name(agent)
        if agent and line.statement.act and holder is None
        else wording.writer_of(matter.of(line).id)
    )
