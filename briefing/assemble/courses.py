"""The courses open to actors: what sources say an actor could do, the same act once, and where they part over one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from briefing.assemble.matter import Line, Matter, level
from briefing.assemble.printed import HALF, is_unreadable
from briefing.assemble.words import keys
from briefing.model.findings import Choice, OptionStatus

RANK: dict[OptionStatus, int] = {
    "under_review": 0,
    "proposed": 1,
    "in_use": 2,
    "advocated": 3,
    "ruled_out": 4,
    "past_policy": 5,
    "unknown": 6,
}
SAME_ACT = 0.6
"""From this share of common words on, two acts are one choice."""
AT_WORK = frozenset(keys("work working hard actively continue help try seek"))
"""Words of an act that tell it from no other."""
WARNED = re.compile(
    r"(?:must|should|ought|had better|nor|neither|never)\b|(?:must|should|ought)n"
    r"|(?!(?:will|would|is|are|was|were)\b).* not$",
    re.IGNORECASE,
)
"""Cues of what an actor is told not to do."""
LEAST = 2
"""Words that two lines share from which on they may tell of one course."""
OPEN = ("advocated", "proposed", "under_review")
"""A course that somebody wants or weighs."""


@dataclass(frozen=True)
class Found:
    """A choice with the line that carries it."""

    choice: Choice
    line: Line

    @cached_property
    def act(self) -> str:
        """Return the words of the act, spaces levelled."""
        return level(self.line.home.document.slice(self.choice.act))

    @cached_property
    def said(self) -> tuple[str, ...]:
        """Return the keys of the act in order, without such as tell no act from another (`working hard for`)."""
        return tuple(key for key in keys(self.act) if key not in AT_WORK) or keys(self.act)

    @cached_property
    def keys(self) -> frozenset[str]:
        """Return the keys of the act for comparing."""
        return frozenset(self.said)


def choices(matter: Matter, focus: str) -> list[Found]:
    """Return the choices in which the focus would act; never those in which it is only the target."""
    found = []
    for number, source in enumerate(matter.sources):
        for choice in source.analysis.choices:
            line = source.lines[choice.statement]
            if focus not in choice.agents or line.source != number or line.has(is_unreadable):
                continue
            if not HALF.match(line.text) and not line.text.endswith(":"):
                found.append(Found(choice, line))
    return found


def merge(found: Sequence[Found]) -> list[list[Found]]:
    """Join choices whose acts use the same words; the one nearest to a decision comes first."""
    groups: list[list[Found]] = []
    by_key: dict[str, set[int]] = defaultdict(set)
    for f in found:
        near = sorted({n for key in f.keys for n in by_key[key]})
        home = next((n for n in near if same_act(groups[n], f)), None)
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home].append(f)
        for key in f.keys:
            by_key[key].add(home)
    return [sorted(g, key=lambda f: (urgency(f), f.line.source, f.line.order)) for g in groups]


def place(f: Found) -> float:
    """Return where a choice stands among all: by its status, what the actor refuses before what others warn of."""
    return RANK[f.choice.status] + 0.5 * (stand(f) == "warned of")


def urgency(f: Found) -> float:
    """Return the place of a choice among its like: what a writer only sets out comes behind what anybody urges."""
    set_out = f.choice.status == "proposed" and f.choice.by is not None and f.choice.by.is_author
    return 3.5 if set_out else RANK[f.choice.status]


def same_act(group: Sequence[Found], f: Found) -> bool:
    """Tell whether `f` is the choice of `group` again: same words of the act, not open here and turned down there."""
    return stand(group[0]) == stand(f) and alike(group[0], f)


def stand(f: Found) -> Literal["open", "refused", "warned of"]:
    """Tell whether a course is open, refused by its actor, or one that somebody says must not be taken."""
    if f.choice.status != "ruled_out":
        return "open"
    own = f.choice.by is not None and f.choice.by.actor in f.choice.agents
    return "warned of" if WARNED.match(f.choice.cue) and not own else "refused"


def alike(a: Found, b: Found) -> bool:
    """Tell whether two acts are told in the same words."""
    common = len(a.keys & b.keys)
    if common >= 2 and a.said[:2] == b.said[:2]:
        return True
    return common >= 2 and common >= SAME_ACT * min(len(a.keys), len(b.keys))


def contested(matter: Matter, lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """Yield a line that holds a course open and one that turns the same course down, of all that `lines` tell."""
    told = told_courses(matter, lines)
    down = [f for f in told if f.choice.status == "ruled_out"]
    by_key: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, f in enumerate(down):
        for key in frozenset(f.line.keys) - matter.common:
            for agent in f.choice.agents:
                by_key[agent, key].append(n)
    for f in told:
        if f.choice.status not in OPEN:
            continue
        meets = ((agent, key) for agent in f.choice.agents for key in frozenset(f.line.keys) - matter.common)
        hits = Counter(n for meet in meets for n in by_key.get(meet, ()))
        yield from (
            (f.line, down[n].line) for n, shared in sorted(hits.items()) if shared >= LEAST and alike(f, down[n])
        )


def told_courses(matter: Matter, lines: Sequence[Line]) -> list[Found]:
    """Return the choices of all actors that `lines` tell; the words of an act are fetched when they are asked for."""
    shown = {(line.source, line.extent): line for line in lines}
    return [
        Found(choice, line)
        for n, source in enumerate(matter.sources)
        for choice in source.analysis.choices
        if (line := shown.get((n, choice.extent))) is not None
    ]
