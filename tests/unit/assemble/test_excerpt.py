"""The print holds the record's lines, only fewer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.assemble.excerpt import (
    ROOMS,
    by_actor,
    by_bearing,
    excerpt,
    keep,
    new_points,
    new_quotes,
    shorten_options,
)
from briefing.assemble.words import count_words
from briefing.model.briefing import Item, Option, Position, QuoteItem
from briefing.model.items import every_item
from briefing.profile import Length
from tests.unit.assemble.story import Said, brief, document_of

MANY = [
    Said(
        text=f"Norway said that licence {n * 7} of harbour {n * 3} would be “renewed for year {n}” after more talks.",
        kind="stated_position",
        actor="NO" if n % 3 else "SE",
        speaker="Ane Lund" if n % 3 else "Per Ek",
        cue="said",
        quote=f"renewed for year {n}",
    )
    for n in range(1, 40)
]
WHOLE = brief(document_of("aa", MANY))


@pytest.mark.parametrize("length", ["brief", "standard", "full"])
def test_the_print_holds_only_lines_of_the_record(length: Length) -> None:
    record = {item.id: item.text for item in every_item(WHOLE)}
    assert all(record[item.id] == item.text for item in every_item(excerpt(WHOLE, length)))


def test_each_length_holds_less_than_the_next() -> None:
    sizes = [
        sum(count_words(item.text) for item in every_item(excerpt(WHOLE, length)))
        for length in ("brief", "standard", "full")
    ]
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[1] < sizes[2]


def test_every_actor_keeps_a_position() -> None:
    assert {p.actor for p in excerpt(WHOLE, "brief").positions} == {"Norway", "Sweden"}


def test_what_was_left_out_is_counted() -> None:
    short = excerpt(replace(WHOLE, left_out={"timeline": 3}), "brief")
    printed = [item.text for item in every_item(short)]
    missing = [item for item in WHOLE.positions if not any(item.text in text for text in printed)]
    assert short.left_out["positions"] == len(missing) > 0
    assert short.left_out["timeline"] >= 3


def test_full_is_the_record() -> None:
    assert excerpt(WHOLE, "full") == WHOLE


def test_a_sentence_that_two_actors_share_is_printed_with_the_one_who_said_it() -> None:
    shared = "Norland confirmed what Sudria had been calling attention to."
    own = "Sudria will send a ship."
    rows = (
        Position(id="a", text=shared, kind="reported_position", actor="Sudria"),
        Position(id="b", text=own, kind="stated_position", actor="Sudria"),
        Position(id="c", text=shared, kind="stated_position", actor="Norland"),
    )
    assert [rows[n].id for n in by_actor(rows)] == ["b", "c", "a"]


def line(ident: str, text: str) -> Item:
    return Item(id=ident, text=text, kind="stated_position")


def test_a_line_that_does_not_fit_lets_shorter_ones_behind_it_pass() -> None:
    items = ("a" * 4, "b" * 9, "c" * 5)
    assert keep(items, (0, 1, 2), 10, len) == ("aaaa", "ccccc")
    assert keep(items, (1, 0, 2), 3, len) == ("b" * 9,)


def test_the_bottom_line_is_no_key_point_in_print() -> None:
    first, second = line("a", "Norland closes its ports."), line("b", "Sudria opens its own.")
    made = replace(WHOLE, bottom_line=first, bottom_line_focus=None, key_points=(first, second))
    assert new_points(made) == (second,)
    assert "key_points" not in excerpt(made, "standard").left_out


def test_a_quotation_that_a_line_prints_is_not_printed_again() -> None:
    printed = line("p", "Lund said the ports would “close for good”.")
    inside = QuoteItem(id="a", text="close for good", kind="stated_position", type="partial", context=printed.text)
    other = QuoteItem(id="b", text="We waited long enough.", kind="stated_position")
    part = QuoteItem(id="c", text="long enough", kind="stated_position", type="partial", context=other.text)
    assert new_quotes((inside, other, part), (printed,)) == (other,)
    assert new_quotes((inside,), (printed,)) == (inside,)


def test_arguments_give_way_before_options_do() -> None:
    arguments = tuple(line(f"x{n}", "The ministry warned that this would cost " + "much " * 20) for n in range(4))
    named = tuple(
        Option(
            id=f"o{n}",
            text=f"Close harbour {n}.",
            kind="stated_position",
            arguments_for=arguments,
            arguments_against=(),
        )
        for n in range(6)
    )
    assert {len(option.arguments_for) for option in shorten_options(named, ROOMS["standard"])} == {1}
    assert {len(option.arguments_for) for option in shorten_options(named[:1], ROOMS["standard"])} == {2}


def test_one_sentence_is_no_argument_for_both_sides() -> None:
    both = line("x", "Makers would gain and buyers would lose.")
    named = Option(id="o", text="Close it.", kind="stated_position", arguments_for=(both,), arguments_against=(both,))
    (short,) = shorten_options((named,), ROOMS["standard"])
    assert (short.arguments_for, short.arguments_against) == ((both,), ())


def test_likelihood_words_are_explained_where_they_are_printed() -> None:
    made = replace(WHOLE, hedge_words=("would: no band", "perhaps: no band"))
    assert excerpt(made, "standard").hedge_words == ("would: no band",)


def test_the_day_a_point_tells_of_comes_before_other_days_and_a_year_last() -> None:
    said = [
        Said(text="Sweden bought boats in 2030.", agent="SE", act=True, date="2030", expression="in 2030"),
        Said(text="Sweden shut the strait on 18 May.", agent="SE", act=True, date="2031-05-18", expression="18 May"),
        Said(text="Sweden opened the bank on 19 May.", agent="SE", act=True, date="2031-05-19", expression="19 May"),
    ]
    made = brief(document_of("a", said))
    point = replace(made.timeline[1], id="point")
    made = replace(made, key_points=(point,), options=())
    assert [made.timeline[n].date for n in by_bearing(made)] == ["2031-05-18", "2031-05-19", "2030"]
