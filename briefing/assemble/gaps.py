"""What the sources do not say, and what limits them: told, never passed over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from briefing.assemble.matter import Matter, dropped, in_window
from briefing.assemble.wording import Wording
from briefing.model.briefing import Item, Option, Position
from briefing.model.document import Card, Diagnostic
from briefing.profile import Profile

OLD_DAYS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the sections hold, as far as gaps speak of it."""

    points: Sequence[Item]
    positions: Sequence[Position]
    options: Sequence[Option]
    unnamed: Sequence[Item]
    silent: Sequence[str]
    focus_name: str | None


def gaps(
    matter: Matter,
    documents: Sequence[Card],
    profile: Profile,
    duplicates: Mapping[str, str],
    diagnostics: Sequence[Diagnostic],
    found: Found,
    wording: Wording,
) -> tuple[str, ...]:
    """Return one sentence for each gap and limit."""
    return (
        *base_gaps(matter, wording),
        *voice_gaps(matter, found, wording),
        *source_gaps(matter, documents, profile, duplicates, wording),
        *(wording.say("gap_failed", where=d.where) for d in diagnostics if d.severity == "error"),
    )


def base_gaps(matter: Matter, wording: Wording) -> list[str]:
    """Say when all rests on one source or on one kind of source."""
    genres = sorted({s.card.metadata.genre for s in matter.sources})
    if len(matter.sources) == 1:
        return [wording.say("gap_single", genre=wording.genre(genres[0]))]
    if matter.sources and not {"news", "official_statement", "speech"} & set(genres):
        return [wording.say("gap_genre", genres=", ".join(wording.genre(g) for g in genres))]
    return []


def voice_gaps(matter: Matter, found: Found, wording: Wording) -> list[str]:
    """Say who is not heard, what is undated, what is unnamed."""
    said = []
    if found.focus_name is not None:
        if not any(p.actor == found.focus_name and p.kind == "stated_position" for p in found.positions):
            said.append(wording.say("gap_focus", name=wording.name(found.focus_name)))
        if not found.options:
            said.append(wording.say("gap_no_options", name=wording.name(found.focus_name)))
    silent = [name for name in found.silent if name != found.focus_name]
    if silent:
        said.append(wording.say("gap_silent", names=wording.some([wording.name(n) for n in silent], 10)))
    undated = sum(p.date is None for p in found.positions)
    if undated:
        said.append(wording.say("gap_undated", count=undated, total=len(found.positions)))
    if found.unnamed:
        said.append(wording.say("gap_unnamed", count=len(found.unnamed)))
    alone = sum(len({e.source for e in p.evidence}) == 1 for p in found.points)
    if alone and len(matter.sources) > 1:
        said.append(wording.say("gap_single_points", count=alone, total=len(found.points)))
    return said


def source_gaps(
    matter: Matter, documents: Sequence[Card], profile: Profile, duplicates: Mapping[str, str], wording: Wording
) -> list[str]:
    """Say which documents have no date, are old, are copies, were left out."""
    used = {s.card.id for s in matter.sources}
    left_out = [d for d in documents if d.id not in duplicates and (dropped(d, profile) or not in_window(d, profile))]
    foreign = [d for d in documents if d.id not in used and d.id not in duplicates and d not in left_out]
    groups = {
        "gap_undated_source": [d for d in documents if d.id in used and d.metadata.published is None],
        "gap_inferred": [d for d in documents if d.id in used and d.metadata.published_basis == "inferred"],
        "gap_old": [d for d in old_ones(documents) if d.id in used],
        "gap_copies": [d for d in documents if d.id in duplicates],
        "gap_dropped": left_out,
        "gap_language": foreign,
    }
    return [
        wording.say(message, sources=wording.some([matter.numbers[d.id] for d in members], 12))
        for message, members in groups.items()
        if members
    ]


def old_ones(documents: Sequence[Card]) -> list[Card]:
    """Return those that are a month or more older than the middle one of all dated documents."""
    days = sorted(day for d in documents if (day := day_of(d)) is not None)
    if len(days) < 2:
        return []
    middle = days[len(days) // 2]
    return [d for d in documents if (day := day_of(d)) is not None and (middle - day).days >= OLD_DAYS]


def day_of(document: Card) -> date | None:
    """Return the publication day, None when less is known."""
    published = document.metadata.published or ""
    return date.fromisoformat(published[:10]) if len(published) >= 10 else None
