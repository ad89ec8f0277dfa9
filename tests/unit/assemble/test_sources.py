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


def test_who_quotes_nameless_people_quotes_nobody_by_name() -> None:
    asked = Said(
        text="Some of you asked: “why does the bank stay closed?”",
        kind="question",
        unnamed="some of you",
        cue="asked",
        quote="why does the bank stay closed?",
        quote_type="full",
    )
    told = Said(text="The bank closed on Monday.", act=True)
    assert "quotes nobody by name" in brief(document_of("a", [asked, told])).sources[0].descriptor
    assert brief(document_of("b", [told])).sources[0].descriptor.endswith("quotes nobody")
