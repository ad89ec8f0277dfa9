"""What is attached to a choice, and on which side."""

from __future__ import annotations

import pytest

from tests.unit.assemble.story import Said, brief, document_of

CHOICE = Said(
    text="Norway would “review” its ban on selling radar stations to Finland, Ane Lund said.",
    kind="stated_position",
    actor="NO",
    speaker="Ane Lund",
    cue="said",
    actors=("NO", "FI"),
    choice=("NO", "its ban on selling radar stations to Finland", "under_review"),
)


def sides(*following: Said) -> tuple[list[str], list[str]]:
    (option,) = brief(document_of("a", [CHOICE, *following], genre="commentary")).options
    return [a.text for a in option.arguments_for], [a.text for a in option.arguments_against]


def remark(text: str, **more: object) -> Said:
    return Said(text=text, kind="author_judgement", author=True, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Norway has little to lose by selling radar stations abroad.", "for"),
        ("Selling radar stations would be costly and could provoke Sweden.", "against"),
        ("Norway sells radar stations in three colours and four sizes.", "none"),
    ],
)
def test_the_side_is_told_by_words_of_gain_and_cost(text: str, side: str) -> None:
    pro, contra = sides(remark(text, actors=("NO",)))
    assert (pro == [text], contra == [text]) == (side == "for", side == "against")


def test_a_threat_of_another_state_is_an_argument_and_a_reaction() -> None:
    threat = Said(
        text="Sweden threatened Norway with a trade ban over the radar stations.",
        kind="reported_position",
        actor="SE",
        cue="threatened",
        agent="SE",
        actors=("SE", "NO"),
    )
    (option,) = brief(document_of("a", [CHOICE, threat])).options
    assert [a.text for a in option.arguments_against] == [threat.text]
    assert [r.actor for r in option.reactions] == ["Sweden"]


def test_a_warning_of_the_focus_itself_is_no_argument() -> None:
    warned = Said(
        text="She warned that Norway “won’t sit idle” at all.",
        kind="stated_position",
        actor="NO",
        speaker="Ane Lund",
        actors=("NO",),
    )
    assert sides(warned) == ([], [])


def test_this_step_means_the_choice_before_it() -> None:
    second = Said(
        text="Norway will not lease its harbours to the Finnish fleet.",
        kind="author_judgement",
        author=True,
        actors=("NO",),
        choice=("NO", "lease its harbours to the Finnish fleet", "ruled_out"),
    )
    danger = remark("This step would be dangerous for Norway and its coast.", actors=("NO",))
    options = brief(document_of("a", [CHOICE, second, danger], genre="commentary")).options
    assert {o.status: [a.text for a in o.arguments_against] for o in options} == {
        "under_review": [],
        "ruled_out": [danger.text],
    }


def test_what_no_source_speaks_of_is_said() -> None:
    (option,) = brief(document_of("a", [CHOICE])).options
    assert option.not_in_sources == ("cost", "timing")
