"""Who somebody is, told by one document for the others: `Lund said` here, `Norwegian minister Ane Lund` there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.assemble.words import fold
from briefing.model.findings import Analysis, Holder

OUTSIDE = """
former ex lawyer father mother sister brother husband wife friend expert professor analyst fellow director rabbi
activist author researcher scholar commentator journalist coach dean
"""
OUTSIDE_ROLES = frozenset(OUTSIDE.split())
"""A role that says its bearer speaks for no state."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A speaker as one document introduces him or her."""

    actor: str
    actor_name: str
    speaker: str
    role: str | None


def introduce(analyses: Sequence[Analysis]) -> tuple[Analysis, ...]:
    """Complete the holders that a document names without saying whose they are, where another document does."""
    people = known_people(s.holder for a in analyses for s in a.statements)
    return tuple(introduced(analysis, people) for analysis in analyses)


def known_people(holders: Iterable[Holder | None]) -> dict[str, Person | None]:
    """Return first and last names -> the one person they can mean; None where two may be meant."""
    fullest: dict[str, Person] = {}
    for holder in holders:
        if holder is None or holder.is_author or not holder.speaker or not holder.actor or not is_full(holder.speaker):
            continue
        known = fullest.get(level_name(holder.speaker))
        if known is None or (known.role is None and holder.role is not None):
            fullest[level_name(holder.speaker)] = Person(
                actor=holder.actor,
                actor_name=holder.actor_name or holder.actor,
                speaker=holder.speaker,
                role=holder.role,
            )
    by_part: dict[str, set[str]] = defaultdict(set)
    for name in fullest:
        for part in {name, name.split()[0], name.split()[-1]}:
            by_part[part].add(name)
    return {part: fullest[min(names)] if len(names) == 1 else None for part, names in by_part.items()}


def is_full(name: str) -> bool:
    """Tell whether `name` is a first and a last name, with capitals."""
    words = name.replace("-", " ").split()
    return len(words) >= 2 and all(word[:1].isupper() for word in (words[0], name.split()[-1]))


def level_name(name: str) -> str:
    """Return `name` so that `Kim Jong-un` and `Kim Jong Un` are one."""
    return fold(name.replace("-", " "))


def introduced(analysis: Analysis, people: Mapping[str, Person | None]) -> Analysis:
    """Return `analysis` with its incomplete holders completed."""
    changed: dict[Holder, Holder] = {}
    for statement in analysis.statements:
        if statement.holder is not None and statement.holder not in changed:
            changed[statement.holder] = completed(statement.holder, people)
    if all(old == new for old, new in changed.items()):
        return analysis
    return replace(
        analysis,
        statements=tuple(replace(s, holder=changed[s.holder] if s.holder else None) for s in analysis.statements),
        quotes=tuple(replace(q, holder=changed.get(q.holder, q.holder)) for q in analysis.quotes),
        choices=tuple(replace(c, by=changed.get(c.by, c.by) if c.by else None) for c in analysis.choices),
    )


def completed(holder: Holder, people: Mapping[str, Person | None]) -> Holder:
    """Return `holder` with the state, full name and role that another document gives to the same name."""
    name = holder.speaker or ""
    if holder.is_author or not name[:1].isupper() or (holder.actor and is_full(name)) or speaks_for_himself(holder):
        return holder
    person = people.get(level_name(name))
    if person is None or (holder.actor is not None and holder.actor != person.actor):
        return holder
    return replace(
        holder,
        actor=person.actor,
        actor_name=person.actor_name,
        speaker=person.speaker,
        role=holder.role or person.role,
    )


def speaks_for_himself(holder: Holder) -> bool:
    """Tell whether the role given is one of somebody outside government."""
    return bool(OUTSIDE_ROLES & set(fold(holder.role or "").split()))
