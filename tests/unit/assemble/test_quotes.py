"""One quotation, its repeats and its versions."""

from __future__ import annotations

from tests.unit.assemble.story import Said, brief, document_of


def quoted(
    words: str,
    *,
    speaker: str | None = "Ane Lund",
    unnamed: str | None = None,
    context: str = "Minister Ane Lund said: “{}” in Oslo.",
) -> Said:
    return Said(
        text=context.format(words),
        kind="stated_position",
        actor="NO" if speaker else None,
        speaker=speaker,
        unnamed=unnamed,
        cue="said",
        quote=words,
        quote_type="full",
    )


WORDS = "we will open the northern bank to all survey ships before the summer"


def test_a_repeat_in_another_outlet_is_one_entry_with_two_places() -> None:
    made = brief(
        document_of("a", [quoted(WORDS)]), document_of("b", [quoted(WORDS, context="“{}”, the minister told us.")])
    )
    (entry,) = made.quotes
    assert [e.source for e in entry.evidence] == ["S1", "S2"]
    assert entry.versions == ()


def test_other_words_of_one_saying_are_shown_as_a_version() -> None:
    other = "we shall open the northern bank to every survey ship before the summer"
    made = brief(document_of("a", [quoted(WORDS)]), document_of("b", [quoted(other)]))
    (entry,) = made.quotes
    assert entry.text == WORDS
    assert [v.text for v in entry.versions] == [other]


def test_the_same_words_of_another_speaker_are_no_version() -> None:
    other = "we shall open the northern bank to every survey ship before the summer"
    made = brief(document_of("a", [quoted(WORDS)]), document_of("b", [quoted(other, speaker="Per Ek")]))
    assert len(made.quotes) == 2


def test_a_short_quotation_is_shared_only_within_one_speaker() -> None:
    made = brief(document_of("a", [quoted("never again")]), document_of("b", [quoted("never again", speaker="Per Ek")]))
    assert len(made.quotes) == 2


def test_an_unnamed_voice_is_listed_apart_once() -> None:
    said = quoted(WORDS, speaker=None, unnamed="an official", context="“{}”, an official said.")
    made = brief(document_of("a", [said]), document_of("b", [said]))
    (entry,) = made.unnamed_sources
    assert entry.unnamed == "an official"
    assert {e.source for e in entry.evidence} == {"S1", "S2"}


def test_a_quotation_that_says_much_more_is_no_version() -> None:
    longer = (
        WORDS + ", and there will never be a friendly answer to the quarrel over herring while boats are seized here"
    )
    made = brief(document_of("a", [quoted(WORDS)]), document_of("b", [quoted(longer)]))
    assert {q.text for q in made.quotes} == {WORDS, longer}
