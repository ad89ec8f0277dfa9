"""Shorten a finished briefing for print: the same lines, only fewer; the record keeps all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TypeVar

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
        key_points=150, positions=70, options=80, quotes=40, timeline=40, disagreements=40, unnamed=0, arguments=1
    ),
    "standard": Room(
        key_points=250, positions=250, options=250, quotes=110, timeline=130, disagreements=90, unnamed=40, arguments=2
    ),
}
"""`brief` fills one page, `standard` two to four; `full` has no bounds."""
SETTING = 6
"""What the label, the name, the date and the note of a line take, in words."""

STANDS = ("stated_position", "reported_position")
SECTIONS = ("key_points", "positions", "options", "quotes", "timeline", "disagreements", "unnamed_sources")
PRECISION = ("day", "month", "year", "undated")

T = TypeVar("T")
Printed = TypeVar("Printed", bound=Item)


def excerpt(briefing: Briefing, length: Length) -> Briefing:
    """Return `briefing` with as many of its lines as `length` has room for, and how many more there are."""
    if length == "full":
        return briefing
    room = ROOMS[length]
    new = new_points(briefing)
    points = keep(new, by_order(new), room.key_points, words_of)
    positions = new_positions(briefing, points) if length == "brief" else briefing.positions
    options = shorten_options(briefing.options, room)
    short = replace(
        briefing,
        key_points=points,
        positions=keep(positions, by_actor(positions), room.positions, words_of),
        options=keep(options, by_choice(options), room.options, words_of_option),
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
    fresh = new_quotes(briefing.quotes, tuple(every_item(replace(short, quotes=()))))
    quotes = keep(fresh, by_voice(fresh, briefing.focus.name), room.quotes, words_of)
    return with_counts(briefing, with_lines(replace(short, quotes=quotes)))


def keep(
    items: Sequence[T], ranks: Sequence[int], room: int, size: Callable[[T], int], *, least: int = 1
) -> tuple[T, ...]:
    """Return the items of best rank that fit into `room` words, in their own order; at least `least`.

    One that does not fit is passed over: a long sentence does not bar the shorter ones behind it.
    """
    kept: set[int] = set()
    for number in ranks:
        need = size(items[number])
        if need <= room or len(kept) < least:
            kept.add(number)
            room -= need
    return tuple(item for number, item in enumerate(items) if number in kept)


def new_points(briefing: Briefing) -> tuple[Item, ...]:
    """Return the key points that the bottom line does not print already."""
    above = {line.text for line in (briefing.bottom_line, briefing.bottom_line_focus) if line is not None}
    return tuple(point for point in briefing.key_points if point.text not in above)


def new_positions(briefing: Briefing, points: Sequence[Item]) -> tuple[Position, ...]:
    """Return the positions that page one does not print already; all of them where it prints each."""
    above = {line.text for line in (briefing.bottom_line, briefing.bottom_line_focus, *points) if line is not None}
    return tuple(position for position in briefing.positions if position.text not in above) or briefing.positions


def new_quotes(quotes: Sequence[QuoteItem], printed: Sequence[Item]) -> tuple[QuoteItem, ...]:
    """Return the quotations that no printed line or other one holds; all of them where each stands in some line."""
    apart = tuple(q for n, q in enumerate(quotes) if not any(q.text in around(other) for other in quotes[:n]))
    fresh = tuple(quote for quote in apart if not any(quote.text in line.text for line in printed))
    return fresh or apart


def around(quote: QuoteItem) -> str:
    """Return what is printed of a quotation: a partial one stands in its sentence."""
    return (quote.context if quote.type != "full" else None) or quote.text


def words_of(item: Item) -> int:
    """Return the words that a line takes; a partial quotation is printed in its sentence."""
    return SETTING + count_words(around(item) if isinstance(item, QuoteItem) else item.text)


def words_of_option(option: Option) -> int:
    """Return the words of an option with its arguments and reactions."""
    return sum(words_of(i) for i in (option, *option.arguments_for, *option.arguments_against, *option.reactions))


def shorten_options(options: Sequence[Option], room: Room) -> tuple[Option, ...]:
    """Return the options with as many arguments a side as leave room for every option; with one at the least."""
    for most in range(room.arguments, 0, -1):
        short = tuple(shorten_option(option, most) for option in options)
        if sum(words_of_option(option) for option in short) <= room.options:
            break
    return short


def shorten_option(option: Option, most: int) -> Option:
    """Return `option` with at most `most` arguments a side; none of its sentences is printed twice."""
    pro = tuple(i for i in option.arguments_for if i.text != option.text)[:most]
    against = tuple(i for i in option.arguments_against if i.text not in {option.text, *(p.text for p in pro)})[:most]
    shown = {i.text for i in (option, *pro, *against)}
    reactions = tuple(r for r in option.reactions if r.text not in shown)[:1]
    return replace(option, arguments_for=pro, arguments_against=against, reactions=reactions)


def by_order(items: Sequence[object]) -> list[int]:
    """Rank items as they stand."""
    return list(range(len(items)))


def by_choice(options: Sequence[Option]) -> list[int]:
    """Rank options as they stand; a second choice in the same sentence comes last."""
    again = repeats(options, lambda option: 0)
    return [*(n for n in range(len(options)) if n not in again), *sorted(again)]


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


def by_voice(quotes: Sequence[QuoteItem], focus: str) -> list[int]:
    """Rank quotations: the focus and other actors before outside voices, repeated and longer ones first."""

    def worth(number: int) -> tuple[float, int]:
        quote = quotes[number]
        places = len({e.source for e in quote.evidence}) + len({e.source for e in quote.versions})
        known = 2.0 if quote.actor == focus else 1.0 if quote.actor else 0.0
        return (-(known + 0.5 * places + min(1.0, count_words(quote.text) / 10)), number)

    return sorted(range(len(quotes)), key=worth)


def by_bearing(briefing: Briefing) -> list[int]:
    """Rank events: those that key points rest on, days before months and years; sentences used twice last."""
    rests = [
        {(e.source, e.start) for i in items for e in i.evidence} for items in (briefing.key_points, briefing.options)
    ]
    again = repeats(briefing.timeline, lambda event: PRECISION.index(event.precision))

    def worth(number: int) -> tuple[bool, int, int]:
        event: TimelineItem = briefing.timeline[number]
        of_point, of_option = (any((e.source, e.start) in places for e in event.evidence) for places in rests)
        return (number in again, PRECISION.index(event.precision) - 2 * of_point - of_option, -number)

    return sorted(range(len(briefing.timeline)), key=worth)


def with_lines(briefing: Briefing) -> Briefing:
    """Return `briefing` with the sources' lists of lines limited to those that are left."""
    left = {item.id for item in every_item(briefing)}
    sources = tuple(replace(s, lines=tuple(n for n in s.lines if n in left)) for s in briefing.sources)
    return replace(briefing, sources=sources)


def with_counts(whole: Briefing, short: Briefing) -> Briefing:
    """Return `short` with the number of lines of each section that it leaves out, and with the hedges it still has."""
    printed = tuple(item.text for item in every_item(short))
    kept = {item.id for item in every_item(short)}
    left_out = {}
    for section in SECTIONS:
        missing = sum(
            isinstance(item, Option) or not any(item.text in text for text in printed)
            for item in lines_in(whole, section)
            if item.id not in kept
        )
        if missing + whole.left_out.get(section, 0):
            left_out[section] = missing + whole.left_out.get(section, 0)
    hedges = tuple(said for said in whole.hedge_words if any(said.partition(":")[0] in t.lower() for t in printed))
    return replace(short, left_out=left_out, hedge_words=hedges)


def lines_in(briefing: Briefing, section: str) -> tuple[Item, ...]:
    """Return the lines of a section that are counted where they are left out: of two claims at odds the first."""
    if section == "disagreements":
        return tuple(pair.a for pair in briefing.disagreements)
    lines: tuple[Item, ...] = getattr(briefing, section)
    return lines
