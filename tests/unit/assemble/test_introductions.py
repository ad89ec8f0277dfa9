"""Names completed from other documents, never against them."""

from __future__ import annotations

from tests.unit.assemble.story import Said, brief, document_of

FULL = Said(
    text="Norwegian fisheries minister Ane Lund said the bank would stay open to survey ships.",
    kind="stated_position",
    actor="NO",
    speaker="Ane Lund",
    role="fisheries minister",
    cue="said",
)


def short(name: str = "Lund", **more: object) -> Said:
    return Said(
        text=f"{name} said in the evening that four more patrol boats were on their way north.",
        kind="stated_position",
        speaker=name,
        cue="said",
        **more,  # type: ignore[arg-type]
    )


def holders(*stories: list[Said]) -> list[tuple[str | None, str | None, str | None]]:
    made = brief(*(document_of(f"d{n}", story) for n, story in enumerate(stories)))
    return [(p.actor, p.speaker, p.role) for p in made.positions if "patrol boats" in p.text]


def test_a_surname_is_completed_by_another_document() -> None:
    assert holders([FULL], [short()]) == [("Norway", "Ane Lund", "fisheries minister")]


def test_a_surname_of_two_people_is_left_alone() -> None:
    other = Said(
        text="Swedish envoy Per Lund said nothing new on the bank.",
        kind="stated_position",
        actor="SE",
        speaker="Per Lund",
    )
    assert holders([FULL], [other], [short()]) == []


def test_a_private_person_of_that_name_is_left_alone() -> None:
    assert holders([FULL], [short("Lund", role="lawyer")]) == [("Lund", "Lund", "lawyer")]


def test_a_state_that_disagrees_is_kept() -> None:
    assert holders([FULL], [short(actor="SE")]) == [("Sweden", "Lund", None)]
