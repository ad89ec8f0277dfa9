"""One saying told by several documents is one position; an answer's occasion is no key point."""

from __future__ import annotations

from tests.unit.assemble.story import Said, brief, document_of


def said(text: str) -> Said:
    return Said(text=text, kind="stated_position", actor="SE", speaker="Ada Holm", cue="said", actors=("SE", "NO"))


def test_a_saying_quoted_in_part_and_whole_is_one_position() -> None:
    made = brief(
        document_of(
            "a", [said("“Norway left the bank in the dark like common harbour thieves,” Ada Holm said on Monday.")]
        ),
        document_of(
            "b", [said("Ada Holm told a crowd in the port that Norway had left “like common harbour thieves”.")]
        ),
        document_of("c", [said("Ada Holm told the fishermen of the port that Norway owed them “a hundred boats”.")]),
    )
    assert [len(p.evidence) for p in made.positions] == [2, 1]


def test_what_an_answer_is_to_is_no_key_point() -> None:
    made = brief(
        document_of(
            "a",
            [
                said("Ada Holm was responding to reports in Norway that Swedish boats had left the northern bank."),
                said("Ada Holm said that Sweden would send two more boats to the northern bank in the spring."),
            ],
        )
    )
    assert [p.text for p in made.key_points] == [
        "Ada Holm said that Sweden would send two more boats to the northern bank in the spring."
    ]
