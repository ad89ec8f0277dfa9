"""What counts as somebody's position."""

from __future__ import annotations

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
