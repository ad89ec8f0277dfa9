"""Who a source quotes by name."""

from __future__ import annotations

import pytest

from tests.unit.assemble.story import Said, brief, document_of


def said(speaker: str, *, text: bool = False) -> Said:
    return Said(
        text=f"{speaker}: “the bank stays open to all ships this year.”",
        kind="stated_position",
        speaker=speaker,
        cue="said",
        quote="the bank stays open to all ships this year",
        quote_type="document" if text else "full",
    )


@pytest.mark.parametrize("speaker", ["Ane Lund", "Norway’s government", "the Fisheries Ministry", "김영호"])
def test_a_name_is_quoted_by_name(speaker: str) -> None:
    assert f"quotes {speaker}" in brief(document_of("a", [said(speaker)])).sources[0].descriptor


@pytest.mark.parametrize("speaker", ["The report", "latest resolution", "the ministry"])
def test_what_has_no_name_is_not_quoted_by_name(speaker: str) -> None:
    made = brief(document_of("a", [said(speaker)]))
    assert speaker not in made.sources[0].descriptor
    assert speaker not in made.source_base


def test_a_text_that_is_quoted_is_nobody() -> None:
    assert "Fishing Act" not in brief(document_of("a", [said("Fishing Act", text=True)])).source_base
