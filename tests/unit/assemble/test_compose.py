"""The whole assembly on an invented story about a fishing dispute."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.assemble import prove
from briefing.errors import VerificationError
from briefing.model.document import Diagnostic
from briefing.profile import Limits, Profile
from tests.unit.assemble.story import Said, brief, document_of

LEAD = Said(
    text="Sweden closed its cod grounds in the Skagerrak to foreign boats on Monday, officials in Stockholm announced.",
    agent="SE",
    act=True,
    date="2031-05-19",
    expression="on Monday",
)
ANSWER = Said(
    text="Norwegian fisheries minister Ane Lund said her country would “review” the licences of Swedish trawlers.",
    kind="stated_position",
    actor="NO",
    speaker="Ane Lund",
    role="fisheries minister",
    cue="said",
    actors=("NO", "SE"),
    quote="review",
    choice=("NO", "the licences of Swedish trawlers", "under_review"),
)
WARNING = Said(
    text="Sweden warned that any step against its trawlers would be costly for Norwegian processing plants.",
    kind="reported_position",
    actor="SE",
    cue="warned",
    agent="SE",
    actors=("SE", "NO"),
)
NEWS = document_of("aa", [LEAD, ANSWER, WARNING])
COPY = document_of("cc", [LEAD, ANSWER, WARNING])
OTHER = document_of(
    "bb",
    [
        Said(
            text="Stockholm shut the cod grounds of the Skagerrak to all foreign boats on Monday and gave no reason.",
            agent="SE",
            act=True,
            date="2031-05-19",
            expression="on Monday",
        ),
        Said(text="Denmark has said nothing.", agent="DK"),
    ],
    outlet="The Fjord",
)


def test_two_reports_of_one_event_are_one_point_with_both_places() -> None:
    made = brief(NEWS, OTHER)
    closures = [p for p in made.key_points if "cod grounds" in p.text]
    assert len(closures) == 1
    assert {e.source for e in closures[0].evidence} == {"S1", "S2"}


def test_a_copy_is_listed_but_counts_for_nothing() -> None:
    made = brief(NEWS, COPY, duplicates={"cc": "aa"})
    assert made.sources[1].duplicate_of == "S1"
    assert made.sources[1].lines == ()
    assert all(e.source == "S1" for p in made.key_points for e in p.evidence)
    assert any("Copies" in gap for gap in made.gaps)


def test_an_option_carries_status_holder_and_the_warning_against_it() -> None:
    (option,) = brief(NEWS).options
    assert option.status == "under_review"
    assert option.by == "Ane Lund, Norway"
    assert [a.text for a in option.arguments_against] == [WARNING.text]
    assert [r.actor for r in option.reactions] == ["Sweden"]
    assert "legal_basis" in option.not_in_sources


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The Harbour Council voted for a motion that calls upon Norway to close the quay.", "Harbour Council"),
        ("Sweden's rebuke follows its attempts to press Norway to close the quay.", "Sweden"),
        ("It shows how hard some have tried to press Norway to close the quay.", None),
    ],
)
def test_who_asks_is_named_only_where_the_sentence_tells_it(text: str, by: str | None) -> None:
    actors = ("SE", "NO") if "Sweden" in text else ("NO",)
    asked = Said(
        text=text,
        kind="author_judgement",
        author=True,
        actors=actors,
        choice=("NO", "close the quay", "advocated"),
        choice_cue="press",
    )
    (option,) = brief(document_of("a", [asked])).options
    assert option.by == by


def test_without_a_focus_there_are_no_options() -> None:
    assert brief(NEWS, profile=Profile(focus=None)).options == ()


def test_the_choice_of_another_state_is_no_option() -> None:
    assert brief(NEWS, profile=Profile(focus="SE", focus_name="Sweden")).options == ()


def test_no_options_is_said() -> None:
    made = brief(OTHER)
    assert made.options == ()
    assert "The sources name no choice of Norway." in made.gaps


def test_what_could_not_be_read_is_a_gap() -> None:
    made = brief(NEWS, diagnostics=(Diagnostic(severity="error", where="x.pdf", message="encrypted"),))
    assert "Could not be read: x.pdf." in made.gaps


def test_a_dropped_outlet_is_listed_and_not_used() -> None:
    made = brief(NEWS, OTHER, profile=Profile(focus="NO", focus_name="Norway", drop=("The Fjord",)))
    assert made.sources[1].lines == ()
    assert not made.sources[1].analysed
    assert any("not used" in gap for gap in made.gaps)


def test_documents_outside_the_window_are_not_used() -> None:
    old = document_of("dd", [LEAD], published="2030-01-02")
    made = brief(NEWS, old, profile=Profile(focus="NO", focus_name="Norway", since="2031-05-01"))
    assert made.sources[1].lines == ()


@pytest.mark.parametrize("section", ["key_points", "positions", "options", "quotes", "timeline"])
def test_a_limit_of_the_profile_is_kept(section: str) -> None:
    made = brief(NEWS, OTHER, profile=Profile(focus="NO", focus_name="Norway", limits=Limits(**{section: 1})))
    assert len(getattr(made, section)) <= 1


def test_ids_do_not_depend_on_other_sources() -> None:
    alone, together = brief(NEWS), brief(OTHER, NEWS)
    ids = {p.id for p in together.positions} | {q.id for q in together.quotes}
    assert {p.id for p in alone.positions} | {q.id for q in alone.quotes} <= ids


def test_evidence_that_differs_is_refused() -> None:
    made = brief(NEWS)
    document = replace(NEWS[0], text=NEWS[0].text.replace("costly", "cheap!"))
    with pytest.raises(VerificationError):
        prove(made, [document])


def test_a_line_that_lost_its_negation_is_refused() -> None:
    said = Said(
        text="Norway will not license more boats this year, the minister said.", actor="NO", kind="stated_position"
    )
    source = document_of("ee", [said])
    made = brief(source)
    tampered = replace(made.positions[0], text=said.text.replace(" not", ""))
    with pytest.raises(VerificationError):
        prove(replace(made, positions=(tampered,)), [source[0]])


def test_korean_labels_give_korean_sentences() -> None:
    made = brief(NEWS, profile=Profile(focus="NO", focus_name="노르웨이", language="ko"))
    assert made.source_base.startswith("출처 1건")


def test_a_document_in_another_language_is_listed_and_said_to_be_unread() -> None:
    made = brief(NEWS, document_of("ff", [LEAD], language="ko"))
    assert made.sources[1].lines == ()
    assert made.sources[1].descriptor.endswith("language ko")
    assert "In a language that is not analysed: S2." in made.gaps


def test_the_tool_says_the_united_states() -> None:
    made = brief(OTHER, profile=Profile(focus="US", focus_name="United States"))
    assert "The sources name no choice of the United States." in made.gaps


def test_every_sentence_of_the_tool_is_there_in_both_languages() -> None:
    from briefing.assemble.wording import GENRES, MESSAGES

    assert MESSAGES["en"].keys() == MESSAGES["ko"].keys()
    assert GENRES["en"].keys() == GENRES["ko"].keys()


def test_what_a_speech_says_is_dated_by_the_speech() -> None:
    said = Said(
        text="Norway will host the northern talks of all coastal states in 2032.",
        kind="stated_position",
        actor="NO",
        speaker="Ane Lund",
        date="2032",
        expression="in 2032",
    )
    made = brief(document_of("gg", [said], genre="speech", published="2031-05-20"))
    assert [p.date for p in made.positions] == ["2031-05-20"]
    assert [t.date for t in made.timeline] == ["2032"]


def test_the_wording_of_a_preferred_outlet_is_printed() -> None:
    prefer = Profile(focus="NO", focus_name="Norway", prefer=("The Fjord",))
    plain, preferred = brief(NEWS, OTHER), brief(NEWS, OTHER, profile=prefer)
    assert any(p.text == OTHER[0].text.split("\n")[0] for p in preferred.key_points)
    assert all(p.text != OTHER[0].text.split("\n")[0] for p in plain.key_points)
