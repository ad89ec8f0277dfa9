"""What several documents know together: the state of a person whom one of them names without it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.analyse.actors.lexicon import read_data
from briefing.analyse.actors.spellings import name_key, short_forms
from briefing.model.findings import Actor, Analysis, Holder


def settle(analyses: Sequence[Analysis]) -> tuple[Analysis, ...]:
    """Return the analyses with the state filled in for speakers whose own document leaves it open.

    A person counts as known when every document that names a state for the full name names the same one; a bare
    family name is bound only where one known person has it.
    """
    known = _known_people(analyses)
    return tuple(_settled(analysis, known) for analysis in analyses)


def _known_people(analyses: Sequence[Analysis]) -> dict[str, Holder]:
    """Holders with a state by name, bare family names included where one person only has them."""
    told: dict[str, list[Holder]] = {}
    for analysis in analyses:
        for holder in _holders(analysis):
            if holder.actor and holder.speaker and holder.role and " " in holder.speaker:
                told.setdefault(name_key(holder.speaker), []).append(holder)
    sure = {key: [h for h in holders if _is_named(h)] or holders for key, holders in told.items()}
    full = {key: holders[0] for key, holders in sure.items() if len({h.actor for h in holders}) == 1}
    bare: dict[str, list[Holder]] = {}
    for holder in full.values():
        for short in short_forms(holder.speaker or ""):
            bare.setdefault(name_key(short), []).append(holder)
    return {**{key: holders[0] for key, holders in bare.items() if len(holders) == 1}, **full}


def _holders(analysis: Analysis) -> list[Holder]:
    spoken = [s.holder for s in analysis.statements] + [q.holder for q in analysis.quotes]
    return [holder for holder in spoken if holder is not None]


def _settled(analysis: Analysis, known: Mapping[str, Holder]) -> Analysis:
    filled = {h: told for h in _holders(analysis) if (told := _filled(h, known)) is not h}
    if not filled:
        return analysis
    statements = tuple(replace(s, holder=filled[s.holder]) if s.holder in filled else s for s in analysis.statements)
    quotes = tuple(replace(q, holder=filled[q.holder]) if q.holder in filled else q for q in analysis.quotes)
    have = {a.id for a in analysis.actors}
    spoken = [s.holder for s in statements if s.holder is not None] + [q.holder for q in quotes]
    new = {
        h.actor: Actor(id=h.actor, name=h.actor_name or h.actor, kind="state")
        for h in spoken
        if h.actor and h.actor not in have
    }
    return replace(analysis, statements=statements, quotes=quotes, actors=(*analysis.actors, *new.values()))


def _is_named(holder: Holder) -> bool:
    """The office names its state (`US President`)."""
    state = read_data("states").get(holder.actor or "")
    names = (state["name"], *state.get("also", ()), *state.get("adjective", ())) if state else ()
    return any(name in (holder.role or "") for name in names)


def _filled(holder: Holder, known: Mapping[str, Holder]) -> Holder:
    """The holder with the state that other documents know; a former or outside office keeps none.

    A state that another document names with the office counts before one that its own only lets guess.
    """
    if not holder.speaker or holder.is_author:
        return holder
    found = known.get(name_key(holder.speaker))
    vague = holder.role is None or len(holder.role.split()) <= 2
    if found is None or not vague or (holder.role or "").lower().startswith(("former", "ex-")):
        return holder
    if holder.actor and (holder.actor == found.actor or _is_named(holder) or not _is_named(found)):
        return holder
    return replace(holder, actor=found.actor, actor_name=found.actor_name, role=holder.role or found.role)
