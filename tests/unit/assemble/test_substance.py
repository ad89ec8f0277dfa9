"""What of a speech is matter: names, demands and hard words before words that would fit any speech."""

from __future__ import annotations

import pytest

from briefing.assemble.compose import points_for
from briefing.assemble.matter import Matter, gather
from briefing.assemble.points import choose
from briefing.assemble.substance import matter_of_speech
from briefing.assemble.weight import is_means
from briefing.profile import Profile
from tests.unit.assemble.story import Said, document_of


def speech(*texts: str) -> Matter:
    """Return a speech of Norway; a sentence that says Sweden or Finland names that state."""
    names = {"Sweden": "SE", "Finland": "FI"}
    said = [
        Said(
            text=text,
            kind="stated_position",
            actor="NO",
            actors=("NO", *(code for name, code in names.items() if name in text)),
        )
        for text in texts
    ]
    document, analysis = document_of("a", said, genre="speech")
    return gather([document], [analysis], Profile(name="test", focus="NO"), {})


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("Sweden must lift its blockade of the northern bank.", "The world must face its common challenges together."),
        ("We will never accept the closing of the strait.", "The closing of the strait is often spoken of."),
        ("The fund for harbours will receive $40 million.", "The fund for harbours will receive more."),
        ("The Strait Commission keeps the lamps burning.", "The old commission keeps the lamps burning."),
    ],
)
def test_matter_weighs_more_than_words_for_any_occasion(more: str, less: str) -> None:
    one, other = (matter_of_speech(speech(text))[0, 0] for text in (more, less))
    assert one > other


def test_what_is_said_of_a_named_state_stays_matter_for_some_sentences() -> None:
    found = matter_of_speech(speech("Sweden has closed the strait.", "The ferries lie idle.", *["Lamps burn."] * 4))
    assert found[0, 1] > matter_of_speech(speech("The ferries lie idle."))[0, 0]
    assert found[0, 2] > found[0, 5] == 0


def test_a_report_is_not_weighed_as_a_speech() -> None:
    document, analysis = document_of("a", [Said(text="Sweden must lift its blockade.", actors=("SE",))], genre="news")
    assert matter_of_speech(gather([document], [analysis], Profile(name="test", focus="NO"), {})) == {}


def test_the_demand_to_a_state_comes_before_what_everybody_says() -> None:
    matter = speech(
        "Our common future depends on the cooperation of all peoples of this world.",
        "All peoples of this world hope for a common future of cooperation and peace.",
        "We call on Sweden to lift its blockade of the northern bank at once.",
        "The peoples of the world share one common future and one common hope.",
    )
    assert choose(matter, 3)[0].lines[0].text.startswith("We call on Sweden")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By planting trees along every coast of this sea.", True),
        ("By planting trees, we can hold the coast.", False),
        ("By the end of the year the coast will hold.", False),
    ],
)
def test_a_means_without_its_end_is_no_point(text: str, expected: bool) -> None:
    assert is_means(text) is expected


@pytest.mark.parametrize(("sources", "sentences", "expected"), [(1, 20, 7), (1, 90, 8), (1, 400, 10), (5, 60, 9)])
def test_a_long_text_has_more_points(sources: int, sentences: int, expected: int) -> None:
    assert points_for(sources, sentences) == expected
