"""Whose position a line is: what actors say and do, what a speech tells of others, what an opinion urges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.assemble.matter import Line, Matter
from briefing.assemble.printed import is_elliptic, is_unreadable
from briefing.assemble.private import is_private
from briefing.assemble.sources import OPINION
from briefing.assemble.stance import INVOKES, stance
from briefing.assemble.weight import says_nothing
from briefing.model.findings import Holder

ATTITUDE = re.compile(
    r"\b(?:want(?:s|ed)?|seek(?:s|ing)?|sought|resent(?:s|ed)?|fear(?:s|ed)?|hope[sd]?|prefer(?:s|red)?|reluctant"
    r"|wary|keen"
    r"|insist(?:s|ed)?|favou?r(?:s|ed)?|supports|supported|to support|oppos(?:e[sd]?|ing)|tr(?:ies|ied|ying)"
    r"|refus(?:e[sd]?"
    r"|ing)|reject(?:s|ed)?"
    r"|regret(?:s|ted)?|resist(?:s|ed)?|den(?:y|ies|ied)|claim(?:s|ed)?|aim(?:s|ed)?|intend(?:s|ed)?|plan(?:s"
    r"|ned)?|pledge[sd]?"
    r"|vow(?:s|ed)?|threaten(?:s|ed)?|buying time|welcom(?:e[sd]?|ing)|demand(?:s|ed)?|urge[sd]?|encourage[sd]?"
    r"|committed"
    r"|determined|eager|willing|unwilling|hesitat\w+|worried|concerned|emphasi[sz]ed|accuse[sd]?|blame[sd]?"
    r"|condemn(?:s|ed)?"
    r"|praise[sd]?|offers|offered|propose[sd]?|regards?|views?|sees?|calculates?|believes?|considers?|response"
    r"|ready)\b",
    re.IGNORECASE,
)
"""Words that say how an actor stands; without one near its name, a writer's remark about an actor is no position."""
OPEN = re.compile(
    r"\b(?:might|could|may|can|should|must|ought to)\s+(?:(?:\w+\s+){0,2}|[^.;,:]*\b(?:and|or)\s+)$", re.IGNORECASE
)
"""Before an attitude: one that nobody has yet (`Congress might consider`)."""
ASKED = re.compile(r"\?[\"”’']+,?\s+(?:\w+\s+){0,4}(?:said|says|asked|asks|wrote|tweeted|added)\b[^.]{0,40}\.?$")
"""A question in marks with its speaker behind it."""
DECISION = re.compile(
    r"\b(?:order(?:s|ed)?|decid\w+|approv\w+|vote[sd]?|ratif\w+|sign(?:s|ed)?|sent|sends|deploy(?:s|ed)?|impos\w+"
    r"|bann?(?:ed|s)?"
    r"|introduc\w+|enact\w*|announc\w+|declar\w+|adopt\w*|launch\w*|test(?:s|ed)?"
    r"|suspend\w*|expel\w*|summon\w*|recall\w*|withdr\w+|seiz\w+"
    r"|attacked|invad\w+|vetoe?[sd]?|cut off|shut|reopen\w*|restor\w+|agree[sd]?|pledge[sd]?|commit\w*)\b",
    re.IGNORECASE,
)
OFTEN = 3
"""From so many sentences on, an actor that is not heard is missed."""
DANGLES = re.compile(r"^(?:\S+ ){1,6}(?:that|this|it|so)[.!]$", re.IGNORECASE)
"""A short sentence that ends in what was said before (`We should never forget that.`)."""
NO_ANSWER = re.compile(
    r"\b(?:referred (?:all )?(?:questions|queries|inquiries)|did not (?:immediately )?(?:respond|reply|answer|return)"
    r"|could not (?:immediately )?be reached)\b",
    re.IGNORECASE,
)
"""What an office does not say."""
TOLD_OF = ("state", "organisation", "body")
"""Of whom a speech can tell what they do or how they stand."""
SAID = 4
"""Words from which on a quotation in a speech says what another holds."""
NEAR_NAME = 14
"""Words from the start of a sentence within which an actor and its attitude must stand."""


ASKING = re.compile(r"\?\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A line and the actor it is a position of."""

    line: Line
    actor: str
    """Name as printed."""
    key: str
    """Actor id, or the name of an outside voice."""
    outside: bool = False


def holds(matter: Matter, line: Line) -> Iterator[Held]:
    """Yield the actors whose position `line` is; none for remarks of the writer that ascribe nothing."""
    statement, holder = line.statement, line.statement.holder
    if (
        statement.kind == "question"
        or line.has(ASKING)
        or line.has(ASKED)
        or line.has(is_elliptic)
        or line.has(is_unreadable)
        or says_nothing(line)
    ):
        return
    if stance(matter, line) <= INVOKES or line.has(DANGLES) or is_figure(matter, line):
        return
    if holder is not None and not holder.is_author:
        if holder.actor is not None and matter.kinds.get(holder.actor) != "group":
            yield Held(line=line, actor=holder.actor_name or matter.names[holder.actor], key=holder.actor)
        elif is_person(holder) and statement.kind != "reported_fact" and not is_private(line):
            name = holder.speaker or ""
            yield Held(line=line, actor=name, key=name, outside=True)
        return
    agent = statement.agent
    if agent is not None and agent in matter.names and ascribes(matter, line) and not is_precedent(matter, line):
        yield Held(line=line, actor=matter.names[agent], key=agent)


def is_figure(matter: Matter, line: Line) -> bool:
    """Tell whether an organisation is only named as where a figure comes from (`..., according to the Delta Index`)."""
    statement, holder = line.statement, line.statement.holder
    kind = matter.kinds.get(holder.actor or "") if holder else None
    leans = statement.cue == "according to" and kind == "organisation" and statement.form == "indirect"
    return leans and not line.has(ATTITUDE)


def is_person(holder: Holder) -> bool:
    """Tell whether an outside voice is a person or body by name: two words with capitals, or one with a role."""
    names = [word for word in (holder.speaker or "").split() if word[:1].isupper()]
    return len(names) >= 2 or (bool(names) and holder.role is not None)


def told_of(matter: Matter, line: Line) -> Iterator[Held]:
    """Yield the other state whose act a speech tells of; the speaker stays beside it as the one who says so."""
    statement, holder = line.statement, line.statement.holder
    agent = statement.agent
    if holder is None or not matter.of(line).is_one_voice:
        return
    if statement.kind == "question":
        return
    yield from quoted_by(matter, line)
    if agent is None or agent == holder.actor or stance(matter, line) <= INVOKES:
        return
    stands = statement.act or line.has(opens_with_attitude)
    if matter.kinds.get(agent) in TOLD_OF and stands and not line.has(is_unreadable):
        yield Held(line=line, actor=matter.names[agent], key=agent)


def quoted_by(matter: Matter, line: Line) -> Iterator[Held]:
    """Yield the other state whose words a speech or statement quotes; the speaker stays beside it as who says so."""
    holder = line.statement.holder
    for quote in matter.of(line).analysis.quotes:
        other = quote.holder.actor
        if quote.statement != line.index or quote.type == "document" or other is None or holder is None:
            continue
        told = len(matter.of(line).document.slice(quote.extent).split()) >= SAID
        if told and other != holder.actor and matter.kinds.get(other) in TOLD_OF:
            yield Held(line=line, actor=matter.names[other], key=other)


def presupposed(matter: Matter) -> Iterator[Held]:
    """Yield what a question takes as done by an actor (`besides summoning the ambassador`)."""
    for source in matter.sources:
        for choice in source.analysis.choices:
            line = source.lines[choice.statement]
            if line.statement.kind == "question" and choice.status == "in_use" and choice.agents[0] in matter.names:
                yield Held(line=line, actor=matter.names[choice.agents[0]], key=choice.agents[0])


def of_author(matter: Matter) -> Iterator[Held]:
    """Yield what the writer of an opinion piece urges or rules out for an actor: the writer's own position."""
    for source in matter.sources:
        for choice in source.analysis.choices:
            line, by = source.lines[choice.statement], choice.by
            urged = choice.status in ("advocated", "ruled_out") and by is not None and by.is_author
            if urged and by is not None and by.speaker and source.card.metadata.genre in OPINION:
                yield Held(line=line, actor=by.speaker, key=by.speaker, outside=True)


def ascribes(matter: Matter, line: Line) -> bool:
    """Tell whether the writer's words say what an actor decided or how it stands, not only what it is like."""
    statement = line.statement
    if line.has(NO_ANSWER):
        return False
    if statement.kind == "reported_fact" and statement.act:
        return True
    return line.has(opens_with_attitude) or (statement.act and line.has(DECISION))


def is_precedent(matter: Matter, line: Line) -> bool:
    """Tell whether a commentator names a state here only: what others did once, not how they stand in the matter."""
    source, agent = matter.of(line), line.statement.agent
    if source.card.metadata.genre not in OPINION or agent == matter.focus or matter.kinds.get(agent or "") != "state":
        return False
    return sum(agent in other.statement.actors for other in source.lines) < OFTEN - 1


def opens_with_attitude(text: str) -> bool:
    """Tell whether the beginning of `text`, where the actor stands, says how it stands."""
    opening = " ".join(text.split()[:NEAR_NAME])
    return any(not OPEN.search(opening[: found.start()]) for found in ATTITUDE.finditer(opening))
