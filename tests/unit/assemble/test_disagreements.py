"""What is at odds, and what only sounds so."""

from __future__ import annotations

import pytest

from tests.unit.assemble.story import Said, brief, document_of

CLAIM = Said(
    text="“Swedish boats moved Norwegian fuel to the northern bank in May,” a first source told the Herald.",
    kind="reported_position",
    unnamed="a first source",
    cue="told",
    actors=("SE", "NO"),
)


@pytest.mark.parametrize(("told", "pairs"), [("who was also asked", 1), ("who also confirmed the fuel", 0)])
def test_one_who_bears_another_out_denies_nothing(told: str, pairs: int) -> None:
    reservation = Said(
        text=f"A second source, {told} at the northern bank, said there was no evidence that this was Sweden.",
        kind="reported_position",
        unnamed="a second source",
        cue="said",
        actors=("SE",),
    )
    made = brief(document_of("a", [CLAIM, reservation]))
    assert len(made.disagreements) == pairs


def told(text: str, **more: object) -> Said:
    return Said(text=text, **more)  # type: ignore[arg-type]


LEAD = told("A ferry struck the Korva bridge in a storm and sank in the harbour.")


@pytest.mark.parametrize(
    ("first", "second", "pairs"),
    [
        ("At least 10 people were dead by noon, the port said.", "The sinking killed 12 people on the quay.", 1),
        ("Ten people were killed in the harbour.", "The sinking killed ten people on the quay.", 0),
        ("The sinking killed 12 people on the quay.", "Three sailors were killed near the bridge.", 0),
        ("Twelve people were killed in the harbour.", "Five more people died in hospital.", 0),
        ("Twelve people were killed in the harbour.", "A second storm could kill 40 people there.", 0),
        ("Some 3,000 residents were evacuated at night.", "About 2,500 people had left their homes by noon.", 1),
        ("Thirty were injured when the ferry struck.", "The ferry struck the bridge, injuring 25 passengers.", 0),
        ("The harbour was told two hours in advance.", "Five hours is a fair warning, the captain wrote.", 1),
    ],
)
def test_figures_of_one_event_in_unlike_sentences(first: str, second: str, pairs: int) -> None:
    made = brief(document_of("a", [LEAD, told(first)]), document_of("b", [LEAD, told(second)]))
    assert len(made.disagreements) == pairs


def test_the_toll_of_another_day_is_no_other_figure() -> None:
    then = told("A storm killed 40 people in the harbour in 2019.", date="2019", expression="in 2019")
    now = told("The sinking killed 12 people in the harbour.")
    assert not brief(document_of("a", [LEAD, then]), document_of("b", [LEAD, now])).disagreements
    other = told("A fire at a mill killed 40 people in the hills.")
    mill = told("A mill burned down in the hills.")
    assert not brief(document_of("a", [mill, other], title="A fire"), document_of("b", [LEAD, now])).disagreements


def test_a_sentence_with_two_figures_stands_against_two() -> None:
    both = told("The port said 14 people had died and four were missing in the harbour.")
    made = brief(
        document_of("a", [LEAD, told("The sinking killed 11 people."), told("Six people were still missing.")]),
        document_of("b", [LEAD, both]),
    )
    assert len(made.disagreements) == 2


@pytest.mark.parametrize(
    ("denial", "pairs"),
    [
        ("Harbour minister Ada Holm denied it before the parliament on 5 March.", 1),
        ("Harbour minister Ada Holm rejected the charge before the parliament.", 1),
        ("Harbour minister Ada Holm rejected it before the parliament.", 0),
        ("Harbour minister Ada Holm denied them entry to the northern port.", 0),
    ],
)
def test_a_denial_of_what_was_just_said(denial: str, pairs: int) -> None:
    claim = told(
        "Sweden maintains that Norwegian crews had taken cement to the bank.",
        kind="stated_position",
        actor="SE",
        cue="maintains",
        actors=("SE", "NO"),
    )
    answer = told(denial, kind="stated_position", actor="NO", speaker="Ada Holm", cue="denied")
    assert len(brief(document_of("a", [claim, answer])).disagreements) == pairs
