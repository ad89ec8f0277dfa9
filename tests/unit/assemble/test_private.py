"""Private persons on private matters hold no position and make no key point."""

from __future__ import annotations

from briefing.profile import Profile
from tests.unit.assemble.story import Said, brief, document_of

CRASH = Said(
    text="Sweden grounded all ferries of the type after the sinking.",
    agent="SE",
    act=True,
    actors=("SE",),
)


def test_grief_of_relatives_is_no_position() -> None:
    made = brief(
        document_of(
            "a",
            [
                CRASH,
                Said(
                    text="“He always laughed and played the piano for the whole street,” said Ada Holm.",
                    kind="author_judgement",
                    speaker="Ada Holm",
                    role="sister of the captain",
                    cue="said",
                ),
            ],
        )
    )
    assert [p.actor for p in made.positions] == ["Sweden"]
    assert [p.speaker for p in made.key_points] == [None]


def test_relatives_who_speak_of_a_public_matter_are_heard() -> None:
    made = brief(
        document_of(
            "a",
            [
                CRASH,
                Said(
                    text="“The government knew about the rust and did nothing,” said Ada Holm.",
                    kind="author_judgement",
                    speaker="Ada Holm",
                    role="sister of the captain",
                    cue="said",
                ),
            ],
        )
    )
    assert [p.actor for p in made.positions] == ["Sweden", "Ada Holm"]


def test_a_body_without_an_office_is_no_private_person() -> None:
    warned = Said(
        text="On Monday the Harbour Gazette warned that there was no room left for a bargain.",
        kind="stated_position",
        speaker="Harbour Gazette",
        cue="warned",
    )
    made = brief(document_of("a", [CRASH, warned]))
    assert "Harbour Gazette" in [p.speaker for p in made.key_points]


def test_without_a_focus_the_words_of_private_persons_may_matter() -> None:
    played = Said(
        text="The piano of the harbour street will play on every night, said Ada Holm.",
        kind="author_judgement",
        speaker="Ada Holm",
        cue="said",
    )
    made = brief(document_of("a", [CRASH, played]), profile=Profile(focus=None))
    assert "Ada Holm" in [p.speaker for p in made.key_points]
