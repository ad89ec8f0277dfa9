"""The quotations: each once with all its places, differing versions side by side, unnamed voices apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from briefing.assemble.ids import item_id
from briefing.assemble.items import item, unique, unnamed_of
from briefing.assemble.matter import Matter, Source, level
from briefing.assemble.printed import print_line
from briefing.assemble.words import fold, keys
from briefing.model.briefing import Item, QuoteItem
from briefing.model.findings import Quote, Statement

VERSION = 0.6
"""From this share of common words on, two quotations of one speaker are versions of one."""
MIN_VERSION_WORDS = 5
MORE = 2
"""So many times the words of the other, and one quotation is more than its version."""
PROBES = 6
"""Rarest words of a quotation by which its versions are looked for."""
MOST_HELD = 20


@dataclass(frozen=True, slots=True)
class Place:
    """A quotation in its source."""

    source: Source
    quote: Quote

    @property
    def words(self) -> str:
        """Return the words inside the marks."""
        return self.source.document.slice(self.quote.extent)

    @property
    def statement(self) -> Statement:
        """Return the statement that carries the quotation."""
        return self.source.analysis.statements[self.quote.statement]

    @property
    def speaker(self) -> str:
        """Return a key for who speaks: the last word of the name, so that `Kim Jong-un` and `Kim Jong Un` meet."""
        holder = self.quote.holder
        return fold(holder.speaker or holder.description or holder.actor_name or "").replace("-", " ")


def quotes(matter: Matter, limit: int | None) -> tuple[QuoteItem, ...]:
    """Return the quotations in order of sources; when there are more than `limit`, full and officials' ones stay."""
    groups = every_quote(matter)
    ranked = sorted(groups, key=lambda g: -weight(matter, g))[:limit]
    kept = {id(g) for g in ranked}
    return tuple(quote_item(matter, g) for g in groups if id(g) in kept)


@lru_cache(maxsize=1)
def every_quote(matter: Matter) -> list[tuple[list[Place], list[Place]]]:
    """Return the quotations with their versions in order of sources, before they are worded."""
    places = [Place(source, quote) for source in matter.sources for quote in source.analysis.quotes]
    numbers = {source.id: n for n, source in enumerate(matter.sources)}
    places.sort(key=lambda place: numbers[place.source.id] not in matter.preferred)
    groups = versions(repeats(places))
    groups.sort(key=lambda g: (numbers[g[0][0].source.id], g[0][0].quote.extent))
    return groups


def repeats(places: Sequence[Place]) -> list[list[Place]]:
    """Join places with the same levelled words; a one-word quotation only within one speaker."""
    groups: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for place in places:
        words = fold(place.words)
        short = len(words.split()) < MIN_VERSION_WORDS
        groups[(words, place.speaker if short else "")].append(place)
    return [sorted(g, key=lambda p: p.quote.holder.speaker is None) for g in groups.values()]


def versions(groups: Sequence[list[Place]]) -> list[tuple[list[Place], list[Place]]]:
    """Attach to each quotation those of other documents by one speaker that differ in a few words."""
    words = [frozenset(keys(places[0].words)) for places in groups]
    spread = Counter(key for members in words for key in members)
    found: list[tuple[list[Place], list[Place]]] = []
    own: list[frozenset[str]] = []
    holding: dict[tuple[str, str], list[int]] = defaultdict(list)
    for places, members in zip(groups, words, strict=True):
        first = places[0]
        rare = [(first.speaker, key) for key in sorted(members, key=lambda k: (spread[k], k))[:PROBES]]
        near = dict.fromkeys(n for key in rare for n in holding[key][-MOST_HELD:])
        home = next((n for n in near if alike(own[n], members) and found[n][0][0].source.id != first.source.id), None)
        if home is not None:
            found[home][1].extend(places)
            continue
        for key in members:
            holding[(first.speaker, key)].append(len(found))
        found.append((places, []))
        own.append(members)
    return found


def alike(a: frozenset[str], b: frozenset[str]) -> bool:
    """Tell whether two quotations share most of their words, have enough of them and neither says much more."""
    shorter = min(len(a), len(b))
    one = max(len(a), len(b)) <= MORE * shorter
    return one and shorter >= MIN_VERSION_WORDS and len(a & b) >= VERSION * shorter


def weight(matter: Matter, group: tuple[list[Place], list[Place]]) -> float:
    """Return how much a quotation weighs: repeated, by an official, of the focus, of some length."""
    first = group[0][0]
    holder = first.quote.holder
    value = 0.5 * len({p.source.id for p in (*group[0], *group[1])})
    value += 1.0 if holder.actor else 0.0
    value += 0.5 if holder.actor and holder.actor == matter.focus else 0.0
    value += min(1.0, len(first.words.split()) / 15)
    return value


def quote_item(matter: Matter, group: tuple[list[Place], list[Place]]) -> QuoteItem:
    """Make the item: exact words, all places as evidence, the sentence around a partial quotation as context."""
    places, others = group
    first = places[0]
    holder, statement = first.quote.holder, first.statement
    words = level(first.words)
    return QuoteItem(
        id=item_id("quotes", holder.speaker or holder.actor_name or holder.description, words),
        text=words,
        kind=statement.kind if statement.kind != "reported_fact" else "stated_position",
        date=statement.when.date if statement.when else None,
        hedges=tuple(h for h in statement.hedges if h.casefold() in words.casefold()),
        evidence=tuple(matter.evidence(p.source, p.quote.extent) for p in places),
        actor=holder.actor_name,
        speaker=holder.speaker,
        role=holder.role,
        cue=first.quote.cue,
        unnamed=unnamed_of(holder),
        type=first.quote.type,
        context=level(first.source.document.slice(first.quote.context)) if first.quote.type != "full" else None,
        versions=tuple(matter.evidence(p.source, p.quote.extent) for p in others),
    )


def unnamed_sources(matter: Matter) -> tuple[Item, ...]:
    """Return what sources without a name say, each with the document's own description of them; repeats are one."""
    found: dict[str, Item] = {}
    for line in matter.lines:
        holder = line.statement.holder
        if holder is None or holder.is_author or not unnamed_of(holder):
            continue
        made = item(matter, "unnamed_sources", (line,), print_line(matter, line))
        known = found.get(made.id)
        found[made.id] = replace(known, evidence=unique((*known.evidence, *made.evidence))) if known else made
    return tuple(found.values())
