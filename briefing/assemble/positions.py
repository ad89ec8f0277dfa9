"""Who holds or does what: statements, acts and orders of actors, views of outside voices, each once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.assemble.items import fields
from briefing.assemble.matter import Line, Matter, level
from briefing.assemble.printed import Printed, is_elliptic, is_unreadable, print_line
from briefing.assemble.private import is_private
from briefing.assemble.sayings import same_sayings
from briefing.assemble.sources import OPINION
from briefing.assemble.stance import INVOKES, SPEAKS, stance
from briefing.assemble.vectors import group, vectors
from briefing.assemble.weight import WEIGHTY, says_nothing, standing
from briefing.model.attribution import Extent
from briefing.model.briefing import Position
from briefing.model.findings import Holder

SAME = 0.5
"""From this cosine on, two statements of one actor say the same."""
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
DECISION = re.compile(
    r"\b(?:order(?:s|ed)?|decid\w+|approv\w+|vote[sd]?|ratif\w+|sign(?:s|ed)?|sent|sends|deploy(?:s|ed)?|impos\w+"
    r"|bann?(?:ed|s)?"
    r"|announc\w+|declar\w+|adopt\w*|launch\w*|test(?:s|ed)?|suspend\w*|expel\w*|summon\w*|recall\w*|withdr\w+|seiz\w+"
    r"|attacked|invad\w+|vetoe?[sd]?|cut off|shut|reopen\w*|restor\w+|agree[sd]?|pledge[sd]?|commit\w*)\b",
    re.IGNORECASE,
)
OFTEN = 3
"""From so many sentences on, an actor that is not heard is missed."""
VERDICT = re.compile(
    r"\b(?:must|should|need(?:s|ed)? (?:more|to)|believe[sd]?|the only|never|unacceptable|indispensable"
    r"|is not an?|not .{3,60} but"
    r"|deserves?|advocat\w+|will (?:not|act|remain|host|take|work|continue))\b",
    re.IGNORECASE,
)
"""What a speaker holds to be right, wrong or due."""
DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)? (?:the|any) (?:claims?|reports?|accusations?"
    r"|allegations?)|no (?:violation|truth))\b",
    re.IGNORECASE,
)
NO_ANSWER = re.compile(
    r"\b(?:referred (?:all )?(?:questions|queries|inquiries)|did not (?:immediately )?(?:respond|reply|answer|return)"
    r"|could not (?:immediately )?be reached)\b",
    re.IGNORECASE,
)
"""What an office does not say."""
TOLD_OF = ("state", "organisation", "body")
"""Of whom a speech can tell what they do or how they stand."""
NEAR_NAME = 14
"""Words from the start of a sentence within which an actor and its attitude must stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A line and the actor it is a position of."""

    line: Line
    actor: str
    """Name as printed."""
    key: str
    """Actor id, or the name of an outside voice."""
    outside: bool = False


def positions(matter: Matter, limit: int | None) -> tuple[Position, ...]:
    """Return the positions grouped by actor, the focus first, and of each actor the weightiest first."""
    ranked = heard(ranked_groups(matter), limit)
    order = actor_order(matter, ranked)
    return tuple(position(matter, rows) for rows in sorted(ranked, key=lambda rows: order[rows[0].key]))


@lru_cache(maxsize=1)
def ranked_groups(matter: Matter) -> Sequence[Sequence[Held]]:
    """Return what each actor says, once for all places that say it, the weightiest first."""
    held = [h for line in matter.lines for h in (*holds(matter, line), *told_of(matter, line))]
    held += presupposed(matter)
    held += of_author(matter)
    groups = [sorted(rows, key=lambda h: h.line.source not in matter.preferred) for rows in merge(held)]
    return tuple(sorted(groups, key=lambda rows: -weight_of(matter, rows)))


def heard(ranked: Sequence[Sequence[Held]], limit: int | None) -> Sequence[Sequence[Held]]:
    """Return the weightiest groups, with one of each state or body that has any: all sides are to be heard."""
    if limit is None or len(ranked) <= limit:
        return ranked
    best = {rows[0].key: rows for rows in reversed(ranked) if not rows[0].outside}
    first = {id(rows) for rows in list(reversed(best.values()))[:limit]}
    rest = [rows for rows in ranked if id(rows) not in first][: limit - len(first)]
    kept = first | {id(rows) for rows in rest}
    return [rows for rows in ranked if id(rows) in kept]


def holds(matter: Matter, line: Line) -> Iterator[Held]:
    """Yield the actors whose position `line` is; none for remarks of the writer that ascribe nothing."""
    statement, holder = line.statement, line.statement.holder
    if (
        statement.kind == "question"
        or line.text.endswith("?")
        or line.has(is_elliptic)
        or line.has(is_unreadable)
        or says_nothing(line)
    ):
        return
    if stance(matter, line) <= INVOKES:
        return
    if holder is not None and not holder.is_author:
        if holder.actor is not None and matter.kinds.get(holder.actor) != "group":
            yield Held(line=line, actor=holder.actor_name or matter.names[holder.actor], key=holder.actor)
        elif is_person(holder) and statement.kind != "reported_fact" and not is_private(line):
            name = holder.speaker or ""
            yield Held(line=line, actor=name, key=name, outside=True)
        return
    agent = statement.agent
    if agent is not None and agent in matter.names and ascribes(matter, line):
        yield Held(line=line, actor=matter.names[agent], key=agent)


def is_person(holder: Holder) -> bool:
    """Tell whether an outside voice is a person or body by name: two words with capitals, or one with a role."""
    names = [word for word in (holder.speaker or "").split() if word[:1].isupper()]
    return len(names) >= 2 or (bool(names) and holder.role is not None)


def told_of(matter: Matter, line: Line) -> Iterator[Held]:
    """Yield the other state whose act a speech tells of; the speaker stays beside it as the one who says so."""
    statement, holder = line.statement, line.statement.holder
    agent = statement.agent
    if holder is None or agent is None or agent == holder.actor or not matter.of(line).is_one_voice:
        return
    if statement.kind == "question":
        return
    stands = statement.act or line.has(opens_with_attitude)
    if matter.kinds.get(agent) in TOLD_OF and stands and not line.has(is_unreadable):
        yield Held(line=line, actor=matter.names[agent], key=agent)


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
            if urged and by is not None and by.speaker and source.document.metadata.genre in OPINION:
                yield Held(line=line, actor=by.speaker, key=by.speaker, outside=True)


def ascribes(matter: Matter, line: Line) -> bool:
    """Tell whether the writer's words say what an actor decided or how it stands, not only what it is like."""
    statement = line.statement
    if line.has(NO_ANSWER):
        return False
    if statement.kind == "reported_fact" and statement.act:
        return True
    return line.has(opens_with_attitude) or (statement.act and line.has(DECISION))


def opens_with_attitude(text: str) -> bool:
    """Tell whether the beginning of `text`, where the actor stands, says how it stands."""
    return bool(ATTITUDE.search(" ".join(text.split()[:NEAR_NAME])))


def merge(held: Sequence[Held]) -> list[list[Held]]:
    """Join what one actor says in the same words here and there, and drop repeats of one sentence."""
    by_actor: dict[str, list[Held]] = defaultdict(list)
    seen: set[tuple[str, int, tuple[int, int]]] = set()
    for h in held:
        mark = (h.key, h.line.source, h.line.extent)
        if mark not in seen:
            seen.add(mark)
            by_actor[h.key].append(h)
    return [rows for members in by_actor.values() for rows in same_words(members)]


def same_words(members: Sequence[Held]) -> list[list[Held]]:
    """Group statements of one actor that repeat each other; different dates or kinds of act stay apart."""
    near = vectors([h.line for h in members])
    pairs = [
        (n, other)
        for n in range(len(members))
        for other, _ in near.earlier(n, SAME)
        if dates_agree(members[n], members[other])
    ]
    pairs += same_sayings([h.line for h in members])
    denials = [n for n, h in enumerate(members) if h.line.has(DENIES) and not h.outside]
    pairs += [(n, denials[0]) for n in denials[1:] if members[n].line.source != members[denials[0]].line.source]
    groups = group(len(members), pairs)
    found: dict[int, list[Held]] = defaultdict(list)
    for h, g in zip(members, groups, strict=True):
        found[g].append(h)
    return list(found.values())


def dates_agree(a: Held, b: Held) -> bool:
    """Tell whether two statements may be one: at most one is dated, or the dates do not contradict."""
    first = a.line.statement.when.date if a.line.statement.when else None
    second = b.line.statement.when.date if b.line.statement.when else None
    return first is None or second is None or first.startswith(second) or second.startswith(first)


def weight_of(matter: Matter, rows: Sequence[Held]) -> float:
    """Return how much a position weighs: what the statement is, who else repeats it, whether the focus is in it."""
    line = rows[0].line
    sources = len({h.line.source for h in rows})
    words = (ATTITUDE, WEIGHTY, VERDICT)
    marked = 0.15 if line.statement.act or any(line.has(w) for w in words) else -0.1
    named = 0.2 if line.statement.holder is not None and not rows[0].outside else 0.0
    outside = -0.3 if rows[0].outside else 0.0
    taken = stance(matter, line) - SPEAKS
    return standing(matter, line) + taken + 0.2 * (sources - 1) + marked + named + outside - 0.002 * line.order


def actor_order(matter: Matter, ranked: Sequence[Sequence[Held]]) -> dict[str, tuple[int, int, str]]:
    """Return a sort key for each actor: the focus first, then who holds most, outside voices last."""
    counts: dict[str, int] = defaultdict(int)
    for rows in ranked:
        counts[rows[0].key] += 1
    outside = {rows[0].key for rows in ranked if rows[0].outside}
    return {key: ((0 if key == matter.focus else 2 if key in outside else 1), -n, key) for key, n in counts.items()}


def position(matter: Matter, rows: Sequence[Held]) -> Position:
    """Make the item of a merged position; the sentence before is not added, the actor stands beside it."""
    lines = [h.line for h in rows]
    if lines[0].statement.kind == "question" and (acts := acts_taken_as_done(matter, lines[0])):
        printed = print_presupposed(matter, lines[0], acts)
        made = fields(matter, "positions", lines, printed, actor=rows[0].actor)
        made["kind"] = "reported_position"
        return Position(**made)
    printed = print_line(matter, lines[0], with_context=False)
    made = fields(matter, "positions", lines, printed, actor=rows[0].actor)
    return Position(**made, told_by=teller(rows[0]))


def teller(held: Held) -> str | None:
    """Return who tells of the actor, where that is another: an accusation is its maker's, not its target's."""
    holder = held.line.statement.holder
    if holder is None or holder.is_author or holder.actor is None or held.outside or holder.actor == held.key:
        return None
    return holder.actor_name


def acts_taken_as_done(matter: Matter, line: Line) -> list[Extent]:
    """Return what a question takes as done (`besides summoning the ambassador`)."""
    choices = matter.of(line).analysis.choices
    return [c.act for c in choices if c.extent == line.extent and c.status == "in_use"]


def print_presupposed(matter: Matter, line: Line, acts: Sequence[Extent]) -> Printed:
    """Print the words of a question from its first act to its last."""
    source = matter.of(line)
    words = level(source.document.text[min(a[0] for a in acts) : max(a[1] for a in acts)])
    return Printed(text=words[:1].upper() + words[1:], evidence=(matter.evidence(source, line.extent),), whole=True)


def silent_actors(matter: Matter) -> tuple[str, ...]:
    """Return the states that are acted on or talked about in several sentences but are quoted nowhere."""
    heard = {line.statement.holder.actor for line in matter.lines if line.statement.holder}
    counts: dict[str, int] = defaultdict(int)
    for line in matter.lines:
        for actor in line.statement.actors:
            counts[actor] += 1
    acting = {line.statement.agent for line in matter.lines}
    missed = acting - heard
    return tuple(a.name for a in matter.actors if a.kind == "state" and a.id in missed and counts[a.id] >= OFTEN)
