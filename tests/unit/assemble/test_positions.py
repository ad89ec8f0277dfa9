"""What counts as somebody's position."""

from __future__ import annotations

from dataclasses import replace

from tests.unit.assemble.story import Said, brief, document_of


def test_an_unanswered_question_is_no_position() -> None:
    made = brief(
        document_of(
            "a",
            [
                Said(text="Sweden seized two boats of the northern fleet.", agent="SE", act=True, actors=("SE",)),
                Said(
                    text="Norway’s port service referred questions to the navy, which did not respond.",
                    agent="NO",
                    act=True,
                    actors=("NO",),
                ),
            ],
        )
    )
    assert [p.actor for p in made.positions] == ["Sweden"]


def test_where_room_is_short_each_state_is_heard_once() -> None:
    many = [
        Said(text=f"Sweden ordered {n} new ships for the northern fleet number {n * 7}.", agent="SE", act=True)
        for n in range(2, 60)
    ]
    one = Said(text="Norway closed a small office on the coast.", agent="NO", act=True)
    made = brief(document_of("a", [*many, one]))
    assert "Norway" in {p.actor for p in made.positions}


def test_a_state_that_a_commentator_names_once_holds_no_position() -> None:
    made = brief(
        document_of(
            "a",
            [
                Said(text="Sweden seized two boats of the northern fleet.", agent="SE", act=True, actors=("SE",)),
                Said(text="Sweden closed the bank to the northern fleet.", agent="SE", act=True, actors=("SE",)),
                Said(text="Denmark boarded a ship on the western bank.", agent="DK", act=True, actors=("DK",)),
            ],
            genre="commentary",
        )
    )
    assert {p.actor for p in made.positions} == {"Sweden"}


def test_what_an_actor_might_consider_is_no_position() -> None:
    told = Said(text="Sweden might consider a ban on the northern fleet.", agent="SE", actors=("SE",))
    wished = Said(text="Sweden considers a ban on the southern fleet.", agent="SE", actors=("SE",))
    made = brief(document_of("a", [told, wished]))
    assert [p.text for p in made.positions] == ["Sweden considers a ban on the southern fleet."]


def test_whom_a_statement_quotes_is_heard_through_it() -> None:
    said = Said(
        text="The minister of Sweden said “it is impossible to confirm the case” and lied.",
        kind="stated_position",
        actor="NO",
        actors=("NO", "SE"),
        quote="it is impossible to confirm the case",
        quote_type="partial",
    )
    document, analysis = document_of("a", [said], genre="official_statement")
    quote = replace(analysis.quotes[0], holder=replace(analysis.quotes[0].holder, actor="SE", actor_name="Sweden"))
    made = brief((document, replace(analysis, quotes=(quote,))))
    assert ("Sweden", "Norway") in {(p.actor, p.told_by) for p in made.positions}


def test_what_leans_on_the_words_before_is_no_position() -> None:
    made = brief(
        document_of(
            "a", [Said(text="We should never forget that.", kind="stated_position", actor="NO")], genre="speech"
        )
    )
    assert made.positions == ()
