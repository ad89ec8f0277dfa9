"""Who holds or does what: statements, acts and orders of actors, views of outside voices, each once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from briefing.assemble.held import ATTITUDE, OFTEN, Held, holds, of_author, presupposed, told_of
from briefing.assemble.items import fields
from briefing.assemble.matter import Line, Matter, level
from briefing.assemble.printed import Printed, print_line
from briefing.assemble.sayings import same_sayings
from briefing.assemble.stance import SPEAKS, stance
from briefing.assemble.vectors import group, vectors
from briefing.assemble.weight import WEIGHTY, standing
from briefing.model.attribution import Extent
from briefing.model.briefing import Position

SAME = 0.5
"""From this cosine on, two statements of one actor say the same."""
VERDICT = re.compile(
    r"\b(?:must|should|need(?:s|ed)? (?:more|to)|believe[sd]?|the only|never|unacceptable|indispensable"
    r"|is not an?|not .{3,60} but"
    r"|deserves?|advocat\w+|(?:firmly|strongly|are|is) against|resolutely|top priority"
    r"|will (?:not|never|act|remain|host|take|work|continue|resist|oppose|defend|support|resolutely))\b",
    re.IGNORECASE,
)
"""What a speaker holds to be right, wrong or due."""
DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)? (?:the|any) (?:claims?|reports?|accusations?"
    r"|allegations?)|no (?:violation|truth))\b",
    re.IGNORECASE,
)


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
