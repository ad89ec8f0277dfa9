"""The print holds the record's lines, only fewer."""

from __future__ import annotations

import pytest

from briefing.assemble.excerpt import by_actor, excerpt
from briefing.assemble.words import count_words
from briefing.model.briefing import Position
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
    note = excerpt(WHOLE, "brief").gaps[-1]
    left_out = len(WHOLE.positions) - len(excerpt(WHOLE, "brief").positions)
    assert f"positions {left_out}" in note


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
