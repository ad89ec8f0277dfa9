"""What speaks for and against a choice: sentences tied to it that name a reason, a benefit, a cost, a threat."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from briefing.assemble.links import (
    OF_OTHERS,
    OPENS,
    SEQUEL,
    Topic,
    distance,
    following,
    is_about,
    is_commitment,
    is_denied,
    is_voice,
    names_it,
    of_another,
    shared,
    topic_of,
)
from briefing.assemble.matter import Line, Matter, level
from briefing.assemble.ordinals import course_meant
from briefing.assemble.printed import POINTING, is_elliptic, is_unreadable
from briefing.assemble.reasons import WITHOUT_REASON, reasons
from briefing.assemble.sides import OLD_STATE, QUOTED, STOPS, VERDICT, Argument, Side, Weight, weigh, weight
from briefing.assemble.themes import themes
from briefing.assemble.unfolded import WEIGHING, unfolded
from briefing.model.attribution import Extent

MOST = 5
WARNS = re.compile(r"\b(?:warn\w*|sit idle|stand idle)\b", re.IGNORECASE)
"""A warning of the focus itself is no argument about its choice."""
NAMED_BY_NOUN = re.compile(
    r"(?:decision|efforts?|attempts?|campaign|drive|push|polic|strategy|approach|ban|embargo|plan)\b"
)
TELLS = re.compile(r"(?:announc|confirm|report|disclos|reveal)", re.IGNORECASE)
"""Verbs by which a body of the focus tells what it does: no objection to it."""
SELF_GAIN = re.compile(
    r"\b(?:little to lose|much to gain)\b|\b(?:which|that|this|it|participation|talks) (?:will|would) (?:ensure"
    r"|contribute)\b"
    r"|['’]s \w+ (?:will|would) (?:ensure|contribute)\b"
)
"""What is gained, said in the sentence of the choice itself."""
TURNS = re.compile(r"\b(?:though|but|however|yet)\b", re.IGNORECASE)
FALLS_SHORT = re.compile(
    r"^(?:But|However|Yet|Still)\b|\b(?:half-measure|not enough|alone will not|insufficient"
    r"|cannot be (?:achieved|reached|done))\b"
    r"|^(?:This|That|It|Success|[A-Z]\w+ing\b[^,.;]{0,60}) (?:\w+ )?(?:requires|depends (?:up)?on|hinges on)\b"
)
"""What a speaker owns against a course of its own."""
GAIN = re.compile(r"\bwill (?:contribute|help|ensure|allow|enable|bring|make|strengthen|protect)\b")
LEAST_STRENGTH = 0.3
BUT = re.compile(
    r",\s(?:but|although|though|while|even though)\s(?P<rest>.{20,})$",
    re.IGNORECASE,
)
"""What the sentence of a choice itself says against it."""


def arguments(
    matter: Matter, lines: Sequence[Line], choice_lines: Sequence[Line], act: str, cue: str
) -> list[Argument]:
    """Return what speaks for and against the choice whose act is `act`, the strongest first, a few of each side."""
    topic = topic_of(matter, choice_lines, act, cue)
    own = {(line.source, line.extent) for line in choice_lines}
    reach = [line for line in within_reach(lines, topic) if (line.source, line.extent) not in own]
    set_out = [a for a in unfolded(matter, topic) if a.clause or (a.line.source, a.line.extent) not in own]
    told = {(a.line.source, a.line.extent) for a in set_out}
    found = [
        a
        for line in reach
        if (line.source, line.extent) not in told and not lays_out(matter, line, topic)
        for a in judged(matter, line, topic)
    ]
    found += [*continued(reach, found), *set_out]
    found += [a for line in choice_lines for a in in_itself(matter, line)]
    found += [a for a in reasons(matter, topic) if (a.line.source, a.line.extent) not in own]
    best = strongest(found if not (urger := asked_by(matter, choice_lines)) else [meant(a, urger) for a in found])
    return [a for side in ("for", "against") for a in [f for f in best if f.side == side][:MOST]]


def lays_out(matter: Matter, line: Line, topic: Topic) -> bool:
    """Tell whether a report itself speaks: what it says of its courses stands right behind each."""
    own = any(choice.source == line.source for choice in topic.lines)
    heard = is_voice(line, topic) and distance(line, topic) <= SEQUEL
    return own and matter.of(line).card.metadata.genre == "report" and not heard


def asked_by(matter: Matter, choice_lines: Sequence[Line]) -> str | None:
    """Return the other actor that urges the choice, if one does."""
    holder = choice_lines[0].statement.holder
    actor = holder.actor if holder is not None and not holder.is_author else None
    return actor if actor != matter.focus else None


def meant(argument: Argument, urger: str) -> Argument:
    """What the one who urges a course finds fault with is a reason for it."""
    holder = argument.line.statement.holder
    fault = argument.side == "against" and holder is not None and holder.actor == urger
    return replace(argument, side="for") if fault else argument


def strongest(found: Sequence[Argument]) -> list[Argument]:
    """Return each line once on each side, the strongest first."""
    against = {(a.line.source, a.line.extent) for a in found if a.side == "against"}
    ranked = sorted(found, key=lambda a: (is_twofold(a, against), -a.strength, a.line.source, a.line.order))
    kept: dict[tuple[int, tuple[int, int], Side], Argument] = {}
    for argument in ranked:
        kept.setdefault((argument.line.source, argument.line.extent, argument.side), argument)
    return list(kept.values())


def is_twofold(argument: Argument, against: Collection[tuple[int, Extent]]) -> bool:
    """Tell whether a line that speaks for a choice speaks against it too: it comes behind those that only speak for."""
    return argument.side == "for" and (argument.line.source, argument.line.extent) in against


def within_reach(lines: Sequence[Line], topic: Topic) -> list[Line]:
    """Return the lines of the choice's own documents, and of the others those that name one of its things."""
    own = {choice.source for choice in topic.lines}
    return [line for line in lines if line.source in own or not topic.about.isdisjoint(themes(line.keys))]


def judged(matter: Matter, line: Line, topic: Topic) -> list[Argument]:
    """Return the arguments of a line that is tied to the choice."""
    if line.statement.kind == "question" or line.has(is_unreadable):
        return []
    if is_commitment(matter, line):
        refused = is_denied(matter, line) and len(shared(line, topic)) >= 2 and topic.verbs & set(line.keys)
        return [Argument(line, "against", 0.8)] if refused else []
    if (meant_by := course_meant(matter, line)) is not None:
        here = any(c.source == line.source and c.order == meant_by for c in topic.lines)
        return [Argument(line, side, 1.0) for side in weight(line).sides] if here else []
    weighed, behind = weight(line), distance(line, topic)
    if line.has(is_elliptic):
        return argued(matter, line, topic, weighed, 0.9) if behind == 1 else []
    if not weighed.sides or (is_pleading(matter, line) and not pleads(line, behind)):
        return []
    close, named = max(names_it(matter, line, topic), following(matter, line, topic)), shared(line, topic)
    leans = named or behind == 1 or not is_voice(line, topic)
    if not weighed.judges and not (close and behind <= 3 and leans):
        return []
    if not close and not (weighed.judges and is_about(matter, line, topic)):
        return []
    if not weighs_in(matter, line, topic):
        return []
    if named and not names_it(matter, line, topic) and topic.verbs & STOPS and weighed.sides == ("against",):
        weighed = weighed.turned()
    sharing = len(named) / (1 + min(len(topic.about), 4)) + (0.15 if named & topic.head else 0.0)
    strength = close + sharing + (OF_OTHERS if of_another(matter, line) else 0.0)
    return argued(matter, line, topic, weighed, strength) if strength >= LEAST_STRENGTH else []


def weighs_in(matter: Matter, line: Line, topic: Topic) -> bool:
    """Tell whether anybody judges here: in news a sentence that only tells what happened takes no side."""
    source, told = matter.of(line), line.statement.kind == "reported_fact"
    if source.is_one_voice or source.card.metadata.genre in WEIGHING or not told:
        return True
    before_it = bool(OLD_STATE.search(line.text)) and distance(line, topic) <= 2
    return before_it or is_voice(line, topic) or of_another(matter, line) or names_it(matter, line, topic) > 0


def is_pleading(matter: Matter, line: Line) -> bool:
    """Tell whether the focus itself speaks here: it pleads for its own course."""
    holder = line.statement.holder
    return matter.of(line).is_one_voice and holder is not None and holder.actor == matter.focus


def pleads(line: Line, behind: int) -> bool:
    """Tell whether a speaker says right behind a course of its own what it brings, or owns that it falls short."""
    sides = weight(line).sides
    if sides == ("against",):
        return behind <= WITHOUT_REASON and bool(FALLS_SHORT.search(line.text))
    return behind <= 2 and bool(OPENS.match(line.text) or POINTING.search(line.text) or GAIN.search(line.text))


def argued(matter: Matter, line: Line, topic: Topic, weighed: Weight, strength: float) -> list[Argument]:
    """Return the arguments of a line by its words of gain and cost."""
    holder = line.statement.holder
    if holder is not None and holder.actor is not None and holder.actor == matter.focus and WARNS.search(line.text):
        return []
    own = holder is not None and holder.actor is not None and holder.actor == matter.focus
    if own and TELLS.match(line.statement.cue or ""):
        return []
    defends = own and not is_voice(line, topic)
    owns = is_pleading(matter, line) and bool(FALLS_SHORT.search(line.text))
    return [Argument(line, side, strength) for side in weighed.sides if side == "for" or owns or not defends]


def continued(lines: Sequence[Line], found: Sequence[Argument]) -> list[Argument]:
    """Return what the speaker of an argument goes on to say in the next sentences, on the same side."""
    sides = {(a.line.source, a.line.order): a for a in found}
    more = []
    for line in sorted(lines, key=lambda line: (line.source, line.order)):
        first = sides.get((line.source, line.order - 1))
        if first is None or (line.source, line.order) in sides or not same_voice(first.line, line):
            continue
        weighed = weight(line)
        going_on = not weighed.sides and QUOTED.search(line.text) and not TURNS.search(line.text)
        if first.side in weighed.sides or going_on:
            argument = Argument(line, first.side, first.strength - 0.1)
            sides[line.source, line.order] = argument
            more.append(argument)
    return more


def same_voice(one: Line, other: Line) -> bool:
    """Tell whether two lines are of one speaker who is not the writer."""
    mine, theirs = one.statement.holder, other.statement.holder
    if mine is None or theirs is None or mine.is_author:
        return False
    return bool(mine.speaker) and mine.speaker == theirs.speaker


def in_itself(matter: Matter, line: Line) -> list[Argument]:
    """Return what the sentence of the choice itself says for it, and of others against it."""
    found = []
    if SELF_GAIN.search(line.text):
        found.append(Argument(line, "for", 1.0))
    rest, actors = BUT.search(line.text), line.statement.actors
    others = any(a != matter.focus and matter.kinds.get(a) == "state" for a in actors)
    if rest and others and weigh(rest["rest"]).sides == ("against",):
        found.append(Argument(line, "against", 0.8))
    found += [Argument(line, side, 0.7) for side in said_of_it(matter, line)]
    verdict = VERDICT.search(QUOTED.sub("", line.text))
    if verdict and not of_focus(matter, line):
        found.append(Argument(line, "for" if verdict["pro"] else "against", 0.9))
    return found


def said_of_it(matter: Matter, line: Line) -> tuple[Side, ...]:
    """Return the side on which a sentence speaks of a choice it names by a noun: `Oslo's strategy is a failure`."""
    source = matter.of(line)
    named = [c for c in source.analysis.choices if c.statement == line.index and NAMED_BY_NOUN.match(c.cue)]
    if not named:
        return ()
    weighed = weigh(line.text.replace(level(source.document.slice(named[0].act)), ""))
    return weighed.sides if weighed.judges and len(weighed.sides) == 1 else ()


def of_focus(matter: Matter, line: Line) -> bool:
    """Tell whether the focus says or does what the line tells."""
    holder = line.statement.holder
    return matter.focus in ((holder.actor if holder else None), line.statement.agent)
