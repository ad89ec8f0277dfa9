"""Turn lines into items: the fields that every printed line shares."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from briefing.assemble.ids import item_id
from briefing.assemble.matter import Line, Matter
from briefing.assemble.printed import Printed
from briefing.model.briefing import Evidence, Item
from briefing.model.findings import Holder, Kind

NO_DESCRIPTION = frozenset({"quoting", "he", "she", "it", "they", "who", "which", "we", "i", "you"})


class Fields(TypedDict):
    """The fields of `Item`, to build it or one of its kinds."""

    id: str
    text: str
    kind: Kind
    date: str | None
    hedges: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    actor: str | None
    speaker: str | None
    role: str | None
    cue: str | None
    unnamed: str | None


def fields(
    matter: Matter, section: str, lines: Sequence[Line], printed: Printed, *, actor: str | None = None
) -> Fields:
    """Fill an item from `lines`, the first of which is printed and the others say the same."""
    line = lines[0]
    statement, holder = line.statement, line.statement.holder
    rest = [matter.evidence(matter.of(other), other.extent) for other in lines[1:]]
    who = actor or actor_of(matter, line)
    return Fields(
        id=item_id(section, who or speaker_of(holder), printed.text),
        text=printed.text,
        kind=statement.kind,
        date=date_of(matter, line),
        hedges=tuple(h for h in statement.hedges if h.casefold() in printed.text.casefold()),
        evidence=unique((*printed.evidence, *rest)),
        actor=who,
        speaker=speaker_of(holder),
        role=holder.role if holder else None,
        cue=statement.cue,
        unnamed=unnamed_of(holder),
    )


def item(matter: Matter, section: str, lines: Sequence[Line], printed: Printed) -> Item:
    """Make a plain item, see `fields`."""
    return Item(**fields(matter, section, lines, printed))


def unique(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Return `evidence` without repeats of one place."""
    return tuple({(e.source, e.start, e.end): e for e in evidence}.values())


def speaker_of(holder: Holder | None) -> str | None:
    """Return the person or body that speaks; the writer's name is given by the source."""
    return holder.speaker if holder else None


def date_of(matter: Matter, line: Line) -> str | None:
    """Return when `line` was said or done: the day of the speech it stands in, else the date the sentence gives."""
    source = matter.of(line)
    if source.is_one_voice and source.card.metadata.published:
        return source.card.metadata.published
    return line.statement.when.date if line.statement.when else None


def unnamed_of(holder: Holder | None) -> str | None:
    """Return the description of a source without a name; a chain (`quoting …`) or a pronoun describes nobody."""
    if holder is None or holder.description is None or holder.speaker is not None:
        return None
    words = holder.description.split()
    return None if not words or words[0].lower() in NO_DESCRIPTION else holder.description


def actor_of(matter: Matter, line: Line) -> str | None:
    """Return the name of the actor whose statement or act `line` is."""
    holder = line.statement.holder
    if holder is not None:
        return holder.actor_name
    return matter.names.get(line.statement.agent or "") if line.statement.act else None
