"""The key points and the bottom line: what weighs most, each thing once, in the order a reader needs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.assemble.items import fields, item
from briefing.assemble.matter import Line, Matter
from briefing.assemble.mixes import mix_of
from briefing.assemble.printed import Printed, print_line
from briefing.assemble.shortlist import shortlist
from briefing.assemble.stance import CONDEMNS, accuses
from briefing.assemble.vectors import Vectors, group, vectors
from briefing.assemble.weight import FIRMLY, lead, posture, weigh
from briefing.model.briefing import Evidence, Item

SAME = 0.55
"""From this cosine on, two sentences of different documents say the same."""
SAME_EVENT = 0.3
"""From this cosine on, two sentences of one date and one actor tell one event."""
ENOUGH = 5
CHOSEN = 0.7
"""What each course taken beyond the second leaves of the next one's value."""
CROWDED = 0.75
"""What each point taken from the same passage of a speech leaves of a line's value."""
HEARD = 0.85
FAINT, FAINTLY_SAID = 0.45, 0.28
"""After `ENOUGH` points, one of less than this share of the first one's weight is not worth a line; of a speech."""
SAME_SAYING = 0.42
TOO_NEAR = 0.35
"""From this cosine on, a second point adds too little."""
WITHIN = 0.45
"""From this share of the shorter line's words on, two documents tell one thing."""
RETOLD = 0.3
CONCERN = re.compile(
    r"\b(?:concern\w*|fear\w*|worr\w+|risk\w*|threat\w*|warn\w*|danger\w*|alarm\w*|suspicion\w*|escalat\w+|crisis"
    r"|tension\w*"
    r"|deplorable|provocati\w+|illegal|attack\w*|violat\w+)\b",
    re.IGNORECASE,
)
BACKGROUND = re.compile(
    r"\b(?:(?:over|in|during|for) (?:the )?(?:past|last|recent) (?:\w+ )?(?:years|decades?)|for (?:years|decades)"
    r"|(?:is|are) (?:\w+ )?known for|(?:has|have) long|historically|traditionally|generally)\b",
    re.IGNORECASE,
)
"""What has been so for years."""
HEARSAY = re.compile(r"\b(?:reportedly|allegedly|purportedly|rumou?red|is said to|are said to)\b", re.IGNORECASE)
OUTLOOK = re.compile(
    r"\b(?:will|may|might|could|likely|unlikely|expected|would|outlook|next (?:year|month|week)|in the coming"
    r"|by 20\d\d|until|till|if)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A key point before it is an item: the line that is printed first, the ones that say the same."""

    lines: tuple[Line, ...]
    printed: Printed
    weight: float


def key_points(matter: Matter, points: Sequence[Point]) -> tuple[Item, ...]:
    """Return `points` as items, ordered event, state of play, concern, focus, outlook."""
    ordered = sorted(points, key=lambda p: (stage(matter, p), -p.weight, p.lines[0].source, p.lines[0].order))
    return tuple(item(matter, "key_points", p.lines, p.printed) for p in ordered)


def choose(matter: Matter, limit: int) -> list[Point]:
    """Take lines by weight, each lowered by what is taken already, until `limit` or nothing of weight is left."""
    lines = shortlist(matter)
    near = vectors(lines)
    groups = repeats(lines, near)
    weights = weigh(matter, lines, near, groups)
    members: dict[int, list[int]] = defaultdict(list)
    for number, found in enumerate(groups):
        members[found].append(number)
    best = {
        g: max(rows, key=lambda n: (weights[n] > 0 and lines[n].source in matter.preferred, weights[n], -n))
        for g, rows in members.items()
    }
    candidates = sorted((n for n in best.values() if weights[n] > 0), key=lambda n: (-weights[n], n))[: 40 + 6 * limit]
    documents = len(matter.sources)
    taken: list[int] = []
    shown: set[Evidence] = set()
    while candidates and len(taken) < limit:
        value = {
            n: weights[n]
            * novelty(lines, near, n, taken, mix_of(matter).apart)
            * share(lines, n, taken, limit, documents)
            * passage(matter, lines, n, taken, limit)
            * variety(matter, lines, n, taken)
            * call(matter, lines, n, taken, limit)
            * unchosen(matter, lines, n, taken)
            for n in candidates
        }
        pick = max(candidates, key=lambda n: (value[n], -n))
        if value[pick] <= 0:
            break
        candidates.remove(pick)
        if len(taken) >= ENOUGH and weights[pick] < faint(matter, lines[pick]) * weights[taken[0]]:
            continue
        words = set(print_line(matter, lines[pick]).evidence)
        if words & shown:
            continue
        taken.append(pick)
        shown |= words
    return [make_point(matter, lines, members[groups[n]], n, weights[n]) for n in taken]


def faint(matter: Matter, line: Line) -> float:
    """Return the share of the first point's weight below which a line is passed over, however new it is."""
    return FAINTLY_SAID if matter.of(line).is_one_voice else FAINT


def variety(matter: Matter, lines: Sequence[Line], number: int, taken: Sequence[int]) -> float:
    """Return less for a voice that has been heard in two points already; in a speech there is only one."""
    voice = voice_of(lines[number])
    if voice is None or matter.of(lines[number]).is_one_voice:
        return 1.0
    return HEARD ** max(0, sum(voice_of(lines[t]) == voice for t in taken) - 1)


def voice_of(line: Line) -> str | None:
    """Return who speaks or acts in `line`."""
    holder = line.statement.holder
    return (holder.speaker or holder.actor if holder else None) or line.statement.agent


def call(matter: Matter, lines: Sequence[Line], number: int, taken: Sequence[int], limit: int) -> float:
    """Return more for the focus while fewer than a third of the points taken so far are its words or acts."""
    if matter.focus is None or not of_focus(matter, lines[number]):
        return 1.0
    have = sum(of_focus(matter, lines[t]) for t in taken)
    return 1.25 if have * 3 < len(taken) + 1 and have < limit / 3 else 1.0


def unchosen(matter: Matter, lines: Sequence[Line], number: int, taken: Sequence[int]) -> float:
    """Return less for a writer's course for the focus after two of them: courses have their own section."""
    if not is_course(matter, lines[number]):
        return 1.0
    return CHOSEN ** max(0, sum(is_course(matter, lines[t]) for t in taken) - 1)


def is_course(matter: Matter, line: Line) -> bool:
    """Tell whether `line` is a writer's course for the focus."""
    return line.statement.kind == "author_judgement" and any(
        choice.statement == line.index and matter.focus in choice.agents for choice in matter.of(line).analysis.choices
    )


def of_focus(matter: Matter, line: Line) -> bool:
    """Tell whether `line` is a word or act of the focus."""
    holder = line.statement.holder
    return matter.focus in (line.statement.agent, holder.actor if holder else None)


def make_point(matter: Matter, lines: Sequence[Line], rows: Sequence[int], first: int, weight: float) -> Point:
    """Put the chosen line first and its repeats behind it, one a document."""
    others = {lines[n].source: lines[n] for n in sorted(rows, reverse=True) if lines[n].source != lines[first].source}
    same = tuple(others[s] for s in sorted(others))
    return Point(lines=(lines[first], *same), printed=print_line(matter, lines[first]), weight=weight)


def repeats(lines: Sequence[Line], near: Vectors) -> list[int]:
    """Return for each line the group of lines that say the same."""
    pairs = [
        (n, other)
        for n in range(len(lines))
        for other, alike in near.earlier(n, SAME_EVENT)
        if (alike >= SAME or one_event(lines[n], lines[other]) or one_saying(lines[n], lines[other], alike))
    ]
    return group(len(lines), pairs)


def one_thing(a: Line, b: Line, alike: float) -> bool:
    """Tell whether two lines say the same, tell one event or give one saying."""
    return alike >= SAME or one_event(a, b) or one_saying(a, b, alike)


def one_event(a: Line, b: Line) -> bool:
    """Tell whether two lines of different documents name the same day and the same actors."""
    first, second = a.statement, b.statement
    if a.source == b.source or first.when is None or second.when is None or first.when.date is None:
        return False
    return first.when.date == second.when.date and first.agent == second.agent and first.agent is not None


def one_saying(a: Line, b: Line, alike: float) -> bool:
    """Tell whether two documents give the same saying of one actor, in words near each other."""
    first, second = a.statement.holder, b.statement.holder
    if a.source == b.source or first is None or second is None or first.actor is None:
        return False
    return first.actor == second.actor and alike >= SAME_SAYING


def novelty(lines: Sequence[Line], near: Vectors, number: int, taken: Sequence[int], apart: float) -> float:
    """Return 1 for a line unlike all taken ones, falling to 0 where it repeats one.

    Within a document the fall begins at the cosine `apart`: a writer seldom says a thing twice.
    """
    source = lines[number].source
    over = max((near.similarity(number, t) - apart * (lines[t].source == source) for t in taken), default=0.0)
    value = max(0.0, 1 - max(0.0, over) / TOO_NEAR * 0.6) if over < TOO_NEAR else max(0.0, 0.4 - (over - TOO_NEAR) * 2)
    again = any(lines[t].source != source and told_again(near, number, t) for t in taken)
    return min(value, RETOLD) if again else value


def told_again(near: Vectors, a: int, b: int) -> bool:
    """Tell whether one of two lines has so many words of the other that it tells the same with less or more."""
    first, second = set(near.keys[a]), set(near.keys[b])
    return len(first & second) >= WITHIN * min(len(first), len(second))


def share(lines: Sequence[Line], number: int, taken: Sequence[int], limit: int, documents: int) -> float:
    """Return less for a document that has given more than its part of the points, and for the next sentence."""
    line = lines[number]
    same_source = sum(lines[t].source == line.source for t in taken)
    beside = any(lines[t].source == line.source and abs(lines[t].order - line.order) == 1 for t in taken)
    over = max(0.0, same_source + 1 - limit / documents)
    crowding = 1 / (1 + 0.25 * over) if documents > 1 else 1.0
    return crowding * (0.85 if beside else 1.0)


def passage(matter: Matter, lines: Sequence[Line], number: int, taken: Sequence[int], limit: int) -> float:
    """Return less for a line of a speech near one that is taken: a speech goes through its matters in turn."""
    line = lines[number]
    if not matter.of(line).is_one_voice:
        return 1.0
    reach = len(matter.of(line).analysis.sentences) / (3 * limit)
    near = sum(lines[t].source == line.source and abs(lines[t].order - line.order) <= reach for t in taken)
    return float(CROWDED**near)


def stage(matter: Matter, point: Point) -> int:
    """Return where a point stands: 0 event, 1 state of play, 2 concern, 3 focus, 4 outlook."""
    line = point.lines[0]
    statement = line.statement
    about_focus = matter.focus is not None and of_focus(matter, line)
    if statement.kind == "author_judgement" and OUTLOOK.search(line.text) and not about_focus:
        return 4
    if about_focus:
        return 3
    if CONCERN.search(line.text):
        return 2
    dated = statement.when is not None and statement.when.precision == "day"
    return 0 if (statement.act or dated) and statement.kind != "author_judgement" else 1


def newness(matter: Matter, point: Point) -> float:
    """Return more for what opens an article, is done rather than said, is told by several and on the last day."""
    line = point.lines[0]
    latest = matter.day(line.source) is not None and matter.day(line.source) == matter.newest
    new = 0.3 * lead(matter, line) + 0.1 * (len(point.lines) > 1) + 0.2 * does(matter, line) + 0.1 * latest
    return new - 0.2 * line.has(BACKGROUND) - 0.2 * line.has(HEARSAY)


def does(matter: Matter, line: Line) -> bool:
    """Tell whether something is done in `line`; in a speech what counts is what the speaker does or demands."""
    if not matter.of(line).is_one_voice:
        return line.statement.act
    return posture(matter, line) >= FIRMLY and (line.has(CONDEMNS) or not accuses(matter, line))


def may_follow(point: Point, event: Point) -> bool:
    """Tell whether `point` can stand behind `event` in the bottom line: whole, no background, not its words again."""
    fresh = point.printed.whole and not point.lines[0].has(BACKGROUND)
    return point is not event and fresh and not set(point.printed.evidence) & set(event.printed.evidence)


def bottom_line(matter: Matter, points: Sequence[Point]) -> tuple[Item | None, Item | None]:
    """Return what changed, and what it means for the focus: the weightiest event and point of the focus.

    Where the two are of one kind and one holder they are one item; a government's statement and a writer's view
    never share a label.
    """
    if not points:
        return None, None
    ranked = sorted(points, key=lambda p: -(p.weight + newness(matter, p)))
    event = next((p for p in ranked if stage(matter, p) != 4 and p.printed.whole), ranked[0])
    focus = next((p for p in ranked if stage(matter, p) == 3 and may_follow(p, event)), None)
    told = stage(matter, event) == 3 and not matter.of(event.lines[0]).is_one_voice
    first = item(matter, "bottom_line", event.lines, event.printed)
    if focus is None or told:
        return first, None
    second = item(matter, "bottom_line", focus.lines, focus.printed)
    if (first.kind, first.actor, first.speaker) != (second.kind, second.actor, second.speaker):
        return first, second
    printed = Printed(
        text=f"{event.printed.text} {focus.printed.text}",
        evidence=(*event.printed.evidence, *focus.printed.evidence),
        whole=True,
    )
    return Item(**fields(matter, "bottom_line", (*event.lines[:1], *focus.lines[:1]), printed)), None
