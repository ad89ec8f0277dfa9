"""Shorten a finished briefing for print: the same lines, only fewer; the record keeps all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TypeVar

from briefing.assemble.wording import Wording
from briefing.assemble.words import count_words
from briefing.model.briefing import Briefing, Item, Option, Position, QuoteItem, TimelineItem
from briefing.model.items import every_item
from briefing.profile import Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How much of each section is printed: words, and for arguments and reactions items a side."""

    key_points: int
    positions: int
    options: int
    quotes: int
    timeline: int
    disagreements: int
    unnamed: int
    arguments: int


ROOMS: Mapping[Length, Room] = {
    "brief": Room(
        key_points=150, positions=90, options=90, quotes=40, timeline=40, disagreements=40, unnamed=0, arguments=1
    ),
    "standard": Room(
        key_points=270, positions=220, options=240, quotes=90, timeline=140, disagreements=80, unnamed=25, arguments=2
    ),
}
"""`brief` fills one page, `standard` two to four; `full` has no bounds."""

STANDS = ("stated_position", "reported_position")
PRECISION = ("day", "month", "year", "undated")

T = TypeVar("T")
Printed = TypeVar("Printed", bound=Item)


def excerpt(briefing: Briefing, length: Length) -> Briefing:
    """Return `briefing` with as many of its lines as `length` has room for, and a note of what was left out."""
    if length == "full":
        return briefing
    room = ROOMS[length]
    short = replace(
        briefing,
        key_points=keep(briefing.key_points, by_order(briefing.key_points), room.key_points, words_of),
        positions=keep(briefing.positions, by_actor(briefing.positions), room.positions, words_of),
        options=keep(
            tuple(shorten_option(o, room.arguments) for o in briefing.options),
            by_order(briefing.options),
            room.options,
            words_of_option,
        ),
        quotes=keep(briefing.quotes, by_voice(briefing), room.quotes, words_of),
        timeline=keep(briefing.timeline, by_bearing(briefing), room.timeline, words_of),
        disagreements=keep(
            briefing.disagreements,
            by_order(briefing.disagreements),
            room.disagreements,
            lambda d: words_of(d.a) + words_of(d.b),
        ),
        unnamed_sources=keep(
            briefing.unnamed_sources, by_order(briefing.unnamed_sources), room.unnamed, words_of, least=0
        ),
    )
    return with_note(briefing, with_lines(short))


def keep(
    items: Sequence[T], ranks: Sequence[int], room: int, size: Callable[[T], int], *, least: int = 1
) -> tuple[T, ...]:
    """Return the items of best rank that fit into `room` words, in their own order; at least `least`."""
    kept: set[int] = set()
    used = 0
    for number in ranks:
        used += size(items[number])
        if used > room and len(kept) >= least:
            break
        kept.add(number)
    return tuple(item for number, item in enumerate(items) if number in kept)


def words_of(item: Item) -> int:
    """Return the words of a line; a partial quotation is printed in its sentence."""
    return count_words((item.context if isinstance(item, QuoteItem) else None) or item.text)


def words_of_option(option: Option) -> int:
    """Return the words of an option with its arguments and reactions."""
    return sum(words_of(i) for i in (option, *option.arguments_for, *option.arguments_against, *option.reactions))


def shorten_option(option: Option, most: int) -> Option:
    """Return `option` with at most `most` arguments a side; a reaction that stands among them is not repeated."""
    pro = tuple(i for i in option.arguments_for if i.text != option.text)[:most]
    against = tuple(i for i in option.arguments_against if i.text != option.text)[:most]
    shown = {i.text for i in (option, *pro, *against)}
    reactions = tuple(r for r in option.reactions if r.text not in shown)[:1]
    return replace(option, arguments_for=pro, arguments_against=against, reactions=reactions)


def by_order(items: Sequence[object]) -> list[int]:
    """Rank items as they stand."""
    return list(range(len(items)))


def by_actor(positions: Sequence[Position]) -> list[int]:
    """Rank positions in turns: the first of each actor, the second of each, and so on; sentences used twice last."""
    again = repeats(positions, lambda p: STANDS.index(p.kind) if p.kind in STANDS else len(STANDS))
    of_actor: dict[str | None, list[int]] = defaultdict(list)
    for number, position in enumerate(positions):
        if number not in again:
            of_actor[position.actor].append(number)
    turns = [n for turn in zip_longest(*of_actor.values()) for n in turn if n is not None]
    return [*turns, *sorted(again)]


def repeats(items: Sequence[Printed], rank: Callable[[Printed], int]) -> frozenset[int]:
    """Return the items that print a sentence which an item of better rank, or an earlier one, prints as well."""
    first: dict[str, int] = {}
    for number in sorted(range(len(items)), key=lambda n: (rank(items[n]), n)):
        first.setdefault(items[number].text, number)
    return frozenset(n for n, item in enumerate(items) if first[item.text] != n)


def by_voice(briefing: Briefing) -> list[int]:
    """Rank quotations: the focus and other actors before outside voices, repeated and longer ones first."""

    def worth(number: int) -> tuple[float, int]:
        quote: QuoteItem = briefing.quotes[number]
        places = len({e.source for e in quote.evidence}) + len({e.source for e in quote.versions})
        known = 2.0 if quote.actor == briefing.focus.name else 1.0 if quote.actor else 0.0
        return (-(known + 0.5 * places + min(1.0, count_words(quote.text) / 10)), number)

    return sorted(range(len(briefing.quotes)), key=worth)


def by_bearing(briefing: Briefing) -> list[int]:
    """Rank events: those that key points or options rest on first, then by the day; sentences used twice last."""
    bearing = {(e.source, e.start) for i in (*briefing.key_points, *briefing.options) for e in i.evidence}
    again = repeats(briefing.timeline, lambda event: PRECISION.index(event.precision))

    def worth(number: int) -> tuple[bool, int, int, int]:
        event: TimelineItem = briefing.timeline[number]
        told = any((e.source, e.start) in bearing for e in event.evidence)
        return (number in again, -told, PRECISION.index(event.precision), -number)

    return sorted(range(len(briefing.timeline)), key=worth)


def with_lines(briefing: Briefing) -> Briefing:
    """Return `briefing` with the sources' lists of lines limited to those that are left."""
    left = {item.id for item in every_item(briefing)}
    sources = tuple(replace(s, lines=tuple(n for n in s.lines if n in left)) for s in briefing.sources)
    return replace(briefing, sources=sources)


def with_note(whole: Briefing, short: Briefing) -> Briefing:
    """Return `short` with one sentence that counts what the record holds beyond it."""
    wording = Wording("ko" if whole.language == "ko" else "en")
    sections = ("key_points", "positions", "options", "quotes", "timeline", "disagreements", "unnamed_sources")
    missing = {name: len(getattr(whole, name)) - len(getattr(short, name)) for name in sections}
    counted = ", ".join(wording.say(f"count_{name}", count=n) for name, n in missing.items() if n)
    if not counted:
        return short
    return replace(short, gaps=(*short.gaps, wording.say("gap_shortened", counted=counted)))
