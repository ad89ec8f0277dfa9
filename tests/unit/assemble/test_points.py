"""Which lines become key points, and what keeps them apart."""

from __future__ import annotations

import pytest

from briefing.assemble import points
from briefing.assemble.matter import Line, Matter, gather
from briefing.assemble.points import RETOLD, Point, choose, does, may_follow, newness, novelty
from briefing.assemble.printed import print_line
from briefing.assemble.vectors import vectors
from briefing.assemble.weight import currency, readability, says_nothing
from briefing.model.document import Genre
from briefing.profile import Profile
from tests.unit.assemble.story import Said, brief, document_of

PLAIN = Profile(focus=None)


def test_what_another_document_tells_with_fewer_words_is_hardly_new() -> None:
    whole = Said(text="A tourist ship struck the old road bridge at Korva on Tuesday evening in heavy rain.")
    less = Said(text="The tourist ship struck the old bridge while the mayor looked on.")
    other = Said(text="The railway tunnel will be closed for repairs until the end of the season.")
    sources = [document_of("a", [whole, other]), document_of("b", [less])]
    matter = gather([d for d, _ in sources], [a for _, a in sources], PLAIN, {})
    lines = matter.sentences
    near = vectors(lines)
    assert novelty(lines, near, 2, [0], 0.0) <= RETOLD
    assert novelty(lines, near, 1, [0], 0.0) > 0.9


def test_no_sentence_is_printed_in_two_points() -> None:
    first = Said(text="Norway closed the harbour bank to all foreign boats on Monday.", agent="NO", act=True)
    then = Said(text="It was the third closing of the harbour bank to boats within a month.")
    last = Said(text="Swedish crews asked Oslo to open the harbour bank for the herring season.")
    made = brief(document_of("a", [first, then, last]), profile=PLAIN)
    spans = [e for p in made.key_points for e in p.evidence]
    assert len(spans) == len(set(spans))


def weighed(text: str, *, genre: Genre = "speech") -> tuple[Matter, Line]:
    document, analysis = document_of("a", [Said(text=text, kind="stated_position", actor="NO")], genre=genre)
    matter = gather([document], [analysis], Profile(name="test", focus="NO"), {})
    return matter, matter.lines[0]


@pytest.mark.parametrize(
    "text",
    [
        "I think a surprise is what makes good humour at a dinner of this kind.",
        "I don't know whether the minister has read the whole of that report.",
        "The minister is certainly looking forward to giving that speech at the school.",
        "It was a truly amazing evening on the beach until the boats came in.",
        "I would refer you to the harbour office for anything on those boats.",
        "Until then we'll take a look at the bill that the parliament sends us.",
    ],
)
def test_small_talk_and_answers_that_say_nothing_weigh_less(text: str) -> None:
    plain = "Norway has sent a bill on the fees of the harbour to the parliament."
    assert readability(*weighed(text)) < 0.7 * readability(*weighed(plain))


def test_what_a_report_tells_of_years_ago_is_background() -> None:
    old, new = "In 1994 the parliament set up the coast office.", "In 2031 the parliament closed the coast office."
    assert currency(*weighed(old, genre="report")) < currency(*weighed(new, genre="report"))
    assert currency(*weighed(old, genre="news")) == currency(*weighed(new, genre="news"))


def test_a_reference_to_another_paper_says_nothing() -> None:
    assert says_nothing(weighed("For more information on the banks, see Harbour Paper 12 by Ada Holm.")[1])
    assert says_nothing(weighed("Selected acts of note on the banks are highlighted in Table 1.")[1])
    assert not says_nothing(weighed("Ships of note on the banks are given a second berth in the harbour.")[1])


@pytest.mark.parametrize(
    "later",
    [
        "The harbour has seen a surge in thefts over the past few years.",
        "Reportedly, the harbour is to see a surge in thefts.",
    ],
)
def test_background_and_hearsay_are_no_news(later: str) -> None:
    document, analysis = document_of("a", [Said(text="The port shut."), Said(text=later), Said(text="Thefts rose.")])
    matter = gather([document], [analysis], Profile(name="test", focus="NO"), {})
    old, new = (
        Point(lines=(line,), printed=print_line(matter, line), weight=1.0)
        for line in (matter.lines[1], matter.lines[2])
    )
    assert newness(matter, old) < newness(matter, new)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Norway’s ministry posted photographs and a video of the burning ferry in the northern harbour.", False),
        ("One of the two captains was the cousin of a former harbour minister, the port said.", False),
        ("Norway’s ministry posted two guards at the burning ferry in the northern harbour overnight.", True),
    ],
)
def test_pictures_and_kin_weigh_less(text: str, whole: bool) -> None:
    document, analysis = document_of("a", [Said(text=text)])
    matter = gather([document], [analysis], Profile(name="test", focus="NO"), {})
    assert (readability(matter, matter.lines[0]) == 1.0) is whole


@pytest.mark.parametrize(
    ("text", "agent", "expected"),
    [
        ("We call on Sweden to open the strait at once.", "NO", True),
        ("It is deplorable that Sweden keeps up its attack on the ferries.", "SE", True),
        ("In its ruthless attack of May, Sweden sank two ferries.", "SE", False),
        ("The sea is wide and the ferries are small.", None, False),
    ],
)
def test_in_a_speech_what_counts_is_what_the_speaker_does(text: str, agent: str | None, expected: bool) -> None:
    said = Said(text=text, kind="stated_position", actor="NO", agent=agent, act=True, actors=("NO", "SE"))
    document, analysis = document_of("a", [said], genre="speech")
    matter = gather([document], [analysis], Profile(name="test", focus="NO"), {})
    assert does(matter, matter.lines[0]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway is known for its ferries and for its long coast.", False),
        ("Norway has sent its ferries to the northern coast.", True),
    ],
)
def test_what_a_land_is_known_for_is_no_bottom_line(text: str, expected: bool) -> None:
    document, analysis = document_of("a", [Said(text="The port shut."), Said(text=text)])
    matter = gather([document], [analysis], Profile(name="test", focus="NO"), {})
    event, point = (Point(lines=(line,), printed=print_line(matter, line), weight=1.0) for line in matter.lines)
    assert may_follow(point, event) is expected


def test_a_faint_line_that_is_new_does_not_end_the_list(monkeypatch: pytest.MonkeyPatch) -> None:
    said = [Said(text=f"Norway closed quay {n * 7} and berth {n * 11} at noon.") for n in range(1, 9)]
    document, analysis = document_of("a", said)
    matter = gather([document], [analysis], Profile(name="test", focus="NO"), {})
    faint = len(said) - 1
    monkeypatch.setattr(points, "weigh", lambda *_: (1.0,) * faint + (0.1,))
    monkeypatch.setattr(points, "repeats", lambda *_: list(range(len(said))))
    monkeypatch.setattr(points, "novelty", lambda _, __, n, taken, *___: 1.0 if n == faint or len(taken) < 5 else 0.05)
    assert sorted(point.lines[0].order for point in choose(matter, 7)) == list(range(7))
