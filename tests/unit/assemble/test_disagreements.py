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
