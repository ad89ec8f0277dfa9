"""The rules of the content standard that the assembly has to keep, each by its number."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.assemble import prove
from briefing.assemble.matter import level
from briefing.assemble.printed import shorten
from briefing.assemble.prove import PROTECTED, follows, sources_of
from briefing.errors import VerificationError
from briefing.model.briefing import Briefing
from briefing.model.items import every_item
from briefing.profile import Profile
from tests.unit.assemble.story import Said, brief, document_of

MINISTER = Said(
    text="Norway would “pause” the survey of the northern bank, foreign minister Ane Lund said on Monday.",
    kind="stated_position",
    actor="NO",
    speaker="Ane Lund",
    role="foreign minister",
    cue="said",
    date="2031-05-19",
    expression="on Monday",
    quote="pause",
    actors=("NO",),
)
WARNED = Said(
    text="She warned that Oslo could not wait for the other capitals for ever.",
    kind="stated_position",
    actor="NO",
    speaker="Ane Lund",
    cue="warned",
    actors=("NO",),
)
CLOSED = Said(
    text="Sweden closed the northern bank to foreign survey ships in April.",
    agent="SE",
    act=True,
    date="2031-04",
    expression="in April",
    actors=("SE",),
)
ESTIMATE = Said(
    text="Western estimates suggest that 40 survey ships were turned back in the spring.",
    unnamed="Western estimates",
    cue="suggest",
    actors=(),
)

words = st.sampled_from(
    ["ships", "bank", "survey", "treaty", "closed", "opened", "Norway", "Sweden", "not", "may", "talks", "northern"]
)


@st.composite
def stories(draw: st.DrawFn) -> list[Said]:
    """Draw a short story of made-up sentences by two states."""
    out = []
    for number in range(draw(st.integers(1, 6))):
        body = " ".join(draw(st.lists(words, min_size=6, max_size=14)))
        code = draw(st.sampled_from(["NO", "SE", None]))
        text = f"{draw(st.sampled_from(['But ', 'And ', '', 'However, ']))}the {body} was {number + 2} miles off."
        out.append(
            Said(
                text=text[0].upper() + text[1:],
                actor=code,
                kind="stated_position" if code else "reported_fact",
                cue="said",
            )
        )
    return out


@settings(max_examples=25, deadline=None)
@given(st.lists(stories(), min_size=1, max_size=3))
def test_r1_every_line_stands_in_its_source(drawn: list[list[Said]]) -> None:
    sources = [document_of(f"d{n}", story) for n, story in enumerate(drawn)]
    made = brief(*sources)
    texts = {entry.id: document.text for entry, (document, _) in zip(made.sources, sources, strict=True)}
    for item in every_item(made):
        assert item.evidence
        assert all(texts[e.source][e.start : e.end] == e.text for e in item.evidence)


@settings(max_examples=25, deadline=None)
@given(st.lists(stories(), min_size=1, max_size=3))
def test_no_two_lines_of_a_section_have_one_id(drawn: list[list[Said]]) -> None:
    made = brief(*(document_of(f"d{n}", story) for n, story in enumerate(drawn)))
    for section in (made.key_points, made.positions, made.options, made.quotes, made.timeline, made.unnamed_sources):
        ids = [item.id for item in section]
        assert len(ids) == len(set(ids))


def test_r3_quotations_are_equal_to_their_source_but_for_spaces() -> None:
    (quotation,) = brief(document_of("a", [MINISTER])).quotes
    assert quotation.text == level(quotation.evidence[0].text) == "pause"


@given(
    st.lists(
        st.sampled_from([*sorted(PROTECTED), "ships", "bank,", "however,", "the", "1,500"]), min_size=5, max_size=25
    ),
    st.sampled_from(["But ", "However, ", "After all, ", "In addition, ", "Besides, ", "Then there is ", ""]),
)
def test_r4_compression_takes_no_protected_word(body: list[str], opening: str) -> None:
    text = opening + " ".join(body) + " sailed."
    kept = shorten(text).casefold().split()
    assert "besides" in (word.strip(",") for word in kept) or not opening.startswith("Besides")
    for word in body:
        if word in PROTECTED or word[0].isdigit():
            assert word in kept


@given(
    st.sampled_from(["", "OSLO: ", "OSLO, May 3 (Nordnytt) -- ", "(NTB) ", "BERGEN, Norway — "]),
    st.sampled_from(
        ["", "But ", "And ", "However, ", "Besides, ", "Then there are ", "First and foremost, ", "Still, "]
    ),
    st.lists(
        st.sampled_from([*sorted(PROTECTED), "ships", "bank,", "however,", "of course,", "the", "1,500"]), max_size=20
    ),
)
def test_r4_what_is_printed_can_always_be_proven(dateline: str, opening: str, body: list[str]) -> None:
    text = level(f"{dateline}{opening}the fleet {' '.join(body)} sailed.")
    assert any(follows(shorten(text).split(), source) for source in sources_of([text]))


def test_r5_every_line_has_a_kind() -> None:
    made = brief(document_of("a", [MINISTER, WARNED, CLOSED, ESTIMATE]))
    assert all(item.kind for item in every_item(made))


def test_r7_an_unnamed_source_stays_as_it_is_described() -> None:
    made = brief(document_of("a", [MINISTER, ESTIMATE]))
    (unnamed,) = made.unnamed_sources
    assert (unnamed.unnamed, unnamed.speaker) == ("Western estimates", None)
    assert all("Western estimates" in item.text for item in every_item(made) if "40 survey ships" in item.text)


def test_r8_a_pronoun_gets_its_speaker_in_brackets() -> None:
    made = brief(document_of("a", [MINISTER, WARNED]))
    assert any(p.text.startswith("She [Ane Lund] warned that Oslo") for p in made.positions)


def test_r8_an_unknown_referent_brings_the_sentence_before() -> None:
    closed = Said(text="They closed the bank to all survey ships of other states in the night.", actors=("SE",))
    patrols = Said(text="Swedish patrol boats met the Norwegian fleet at the northern bank.", actors=("SE", "NO"))
    made = brief(document_of("a", [patrols, closed]))
    for point in made.key_points:
        assert not point.text.startswith("They")


def test_r9_an_elliptic_answer_never_stands_alone() -> None:
    question = Said(
        text="What can Norway do about the closed northern bank of Sweden?", kind="question", actors=("NO", "SE")
    )
    answer = Said(text="Probably not much.", kind="author_judgement", author=True)
    made = brief(document_of("a", [question, answer, CLOSED], genre="commentary"))
    assert all(item.text != answer.text for item in every_item(made) if not item.id.startswith("arg"))


def test_r10_nothing_depends_on_the_day_of_the_build() -> None:
    made = brief(document_of("a", [CLOSED, MINISTER]))
    assert [t.date for t in made.timeline] == ["2031-04", "2031-05-19"]


def test_r14_no_sentence_has_two_kinds() -> None:
    made = brief(document_of("a", [MINISTER, WARNED, CLOSED, ESTIMATE]))
    kinds: dict[tuple[str, int], set[str]] = {}
    for item in (*made.key_points, *made.positions, *made.timeline, *made.options):
        for evidence in item.evidence:
            kinds.setdefault((evidence.source, evidence.start), set()).add(item.kind)
    assert all(len(found) == 1 for found in kinds.values())


def test_r15_the_same_input_gives_the_same_briefing() -> None:
    sources = [document_of("a", [MINISTER, WARNED, CLOSED]), document_of("b", [CLOSED, ESTIMATE])]
    assert brief(*sources) == brief(*sources)


def test_r17_an_empty_section_is_empty_and_a_gap_says_so() -> None:
    made = brief(document_of("a", [ESTIMATE]))
    assert made.options == ()
    assert made.quotes == ()
    assert "The sources name no choice of Norway." in made.gaps


def test_r18_a_copy_adds_no_independent_source() -> None:
    made = brief(document_of("a", [MINISTER]), document_of("b", [MINISTER]), duplicates={"b": "a"})
    assert "2 sources, 1 of them independent" in made.source_base


def test_r19_two_statements_on_one_topic_are_no_conflict() -> None:
    first = Said(text="Norway supports a survey of the northern bank this summer.", kind="stated_position", actor="NO")
    second = Said(
        text="Sweden supports a survey of the northern bank by its own ships.", kind="stated_position", actor="SE"
    )
    assert brief(document_of("a", [first]), document_of("b", [second])).disagreements == ()


def test_r19_opposite_stands_on_one_matter_are_one() -> None:
    first = Said(
        text="Norway welcomed the proposal for a joint survey of the northern bank.", kind="stated_position", actor="NO"
    )
    second = Said(
        text="Sweden rejected the proposal for a joint survey of the northern bank.", kind="stated_position", actor="SE"
    )
    (pair,) = brief(document_of("a", [first]), document_of("b", [second])).disagreements
    assert {pair.a.actor, pair.b.actor} == {"Norway", "Sweden"}


def test_r19_different_figures_for_one_thing_are_one() -> None:
    first = Said(text="Sweden turned back 40 survey ships at the northern bank in April.", actors=("SE",))
    second = Said(text="Sweden turned back 55 survey ships at the northern bank in April.", actors=("SE",))
    (pair,) = brief(document_of("a", [first]), document_of("b", [second])).disagreements
    assert pair.what == "Figures differ"


def test_r20_both_dates_of_a_source_are_kept() -> None:
    document, analysis = document_of("a", [MINISTER])
    document = replace(document, metadata=replace(document.metadata, retrieved="2031-06-01"))
    (entry,) = brief((document, analysis)).sources
    assert (entry.published, entry.retrieved) == ("2031-05-20", "2031-06-01")


def tampered(made: Briefing, text: str) -> Briefing:
    """Return `made` with other words in its first key point."""
    return replace(made, key_points=(replace(made.key_points[0], text=text), *made.key_points[1:]))


@pytest.mark.parametrize("words", ["Sweden opened the northern bank.", "Norway did it.", ""])
def test_r22_a_line_that_its_source_does_not_carry_stops_the_build(words: str) -> None:
    source = document_of("a", [CLOSED])
    made = brief(source)
    with pytest.raises(VerificationError):
        prove(tampered(made, words), [source[0]])


def test_a_likelihood_word_keeps_its_band_with_the_warning() -> None:
    said = Said(
        text="Sweden will likely open the northern bank to survey ships again.",
        kind="author_judgement",
        author=True,
        agent="SE",
    )
    made = brief(document_of("a", [said]), profile=Profile(focus="NO", focus_name="Norway", yardstick="icd203"))
    assert made.hedge_words == ("likely: 55–80 % on the ICD 203 scale; the author did not use the scale.",)
