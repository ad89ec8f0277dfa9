"""What is turned down, doubted or blamed on each other is shown side by side without a denial."""

from __future__ import annotations

import pytest

from tests.unit.assemble.story import Said, brief, document_of

ASKS = Said(
    text="Fleet chief Ada Holm has suggested putting the ferries under naval command.",
    kind="stated_position",
    speaker="Ada Holm",
    cue="suggested",
)


@pytest.mark.parametrize(
    ("answer", "pairs"),
    [
        ("Prime Minister Ole Lund ruled that out last week.", 1),
        ("Prime Minister Ole Lund rejected the idea at once.", 1),
        ("Prime Minister Ole Lund turned it down at once.", 1),
        ("Prime Minister Ole Lund rejected the budget at once.", 0),
        ("Prime Minister Ole Lund praised that at once.", 0),
    ],
)
def test_a_proposal_and_its_refusal(answer: str, pairs: int) -> None:
    said = Said(text=answer, kind="reported_position", actor="NO", speaker="Ole Lund", cue="said", actors=("NO",))
    assert len(brief(document_of("a", [ASKS, said])).disagreements) == pairs


def test_nobody_turns_down_his_own_proposal() -> None:
    again = Said(text="She ruled that out for the winter.", kind="stated_position", speaker="Ada Holm", cue="ruled")
    assert not brief(document_of("a", [ASKS, again])).disagreements


def test_who_is_less_sure_is_heard_with_what_is_said_next() -> None:
    sure = Said(
        text="Harbour minister Ada Holm says that the supply of ice is safe.",
        kind="stated_position",
        speaker="Ada Holm",
        cue="says",
    )
    doubt = Said(text="The ice board is less sure of it.", kind="author_judgement", author=True)
    warns = Said(
        text="Ole Berg, its head, told the port that ice could run out by May.",
        kind="stated_position",
        speaker="Ole Berg",
        cue="told",
    )
    (pair,) = brief(document_of("a", [sure, doubt, warns])).disagreements
    assert (pair.a.text, pair.b.text) == (sure.text, warns.text)


@pytest.mark.parametrize(
    ("second", "pairs"), [("blamed Norway for the sinking of the ferry", 1), ("thanked Norway", 0)]
)
def test_two_who_blame_each_other(second: str, pairs: int) -> None:
    one = Said(
        text="Norway accused Sweden of the sinking of the ferry.",
        kind="stated_position",
        actor="NO",
        cue="accused",
        actors=("NO", "SE"),
    )
    other = Said(
        text=f"The Swedish navy {second}.", kind="stated_position", actor="SE", cue="blamed", actors=("SE", "NO")
    )
    made = brief(document_of("a", [one]), document_of("b", [other]))
    assert len(made.disagreements) == pairs


@pytest.mark.parametrize(("years", "pairs"), [("ten", 1), ("14", 0)])
def test_the_longest_sentence_differs(years: str, pairs: int) -> None:
    lead = Said(text="A boy who struck a guard at the Korva bridge was charged in the port.")
    one = Said(text="The boy could face up to 14 years in prison for striking a guard.")
    other = Said(text=f"Whoever strikes a guard could be jailed for up to {years} years.")
    made = brief(document_of("a", [lead, one]), document_of("b", [lead, other]))
    assert len(made.disagreements) == pairs


def test_a_denial_in_few_words_stands_beside_what_it_denies() -> None:
    claim = Said(
        text="Norway's harbour office told members that Sweden had sunk the ferry.",
        kind="stated_position",
        actor="NO",
        speaker="harbour office",
        cue="told",
        actors=("NO", "SE"),
    )
    denial = Said(text="Stockholm denied it.", kind="stated_position", actor="SE", cue="denied", actors=("SE",))
    (pair,) = brief(document_of("a", [claim, denial])).disagreements
    assert (pair.a.text, pair.b.text) == (claim.text, denial.text)


def test_what_a_writer_tells_of_the_one_who_denies_is_the_writers_claim() -> None:
    earlier = Said(
        text="Norway said that Sweden had sunk the ferry off Oslo.",
        kind="stated_position",
        actor="NO",
        actors=("NO", "SE"),
    )
    claim = Said(
        text="Sweden has paid for the new ferry in kind.", kind="author_judgement", author=True, actors=("SE",)
    )
    denial = Said(text="Stockholm denies it.", kind="stated_position", actor="SE", cue="denies", actors=("SE",))
    (pair,) = brief(document_of("a", [earlier, claim, denial])).disagreements
    assert pair.a.text == claim.text
