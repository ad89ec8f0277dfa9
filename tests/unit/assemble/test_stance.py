"""Which lines of a speech take a stand: commitments, demands and verdicts before recollections and appeals."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.assemble.matter import Line, Matter, gather
from briefing.assemble.positions import positions
from briefing.assemble.printed import is_elliptic, is_unreadable, print_line
from briefing.assemble.stance import INVOKES, SPEAKS, STANDS, stance
from briefing.assemble.weight import is_title
from briefing.model.document import Genre
from briefing.profile import Profile
from tests.unit.assemble.story import Said, document_of


def spoken(text: str, *, genre: Genre = "speech", agent: str | None = None) -> tuple[Matter, Line]:
    """Return the only line of a speech of Norway."""
    said = Said(text=text, kind="stated_position", actor="NO", agent=agent, actors=("NO", "SE"))
    document, analysis = document_of("a", [said], genre=genre)
    matter = gather([document], [analysis], Profile(name="test", focus="NO"), {})
    return matter, matter.lines[0]


@pytest.mark.parametrize(
    ("text", "agent", "expected"),
    [
        ("We have committed twenty ships to the northern bank.", None, STANDS),
        ("My government strongly condemns the closing of the strait.", None, STANDS),
        ("The Coast Doctrine presents a vision of shared waters.", None, STANDS),
        ("It is difficult to justify the closing of the strait.", None, STANDS),
        ("Sweden continues to pose a threat to the islands.", "SE", STANDS),
        ("Sweden and Finland went to war but made peace.", "SE", INVOKES),
        ("The closing of the strait poses a grave challenge to every coast.", None, STANDS),
        ("Norway is here today to ask, and this is why we came together to call for a truce at sea.", None, STANDS),
        ("The idea that the strait is for one coast is wrong.", None, STANDS),
        ("Our position remains that the sea is open to all.", None, STANDS),
        ("The council must become more open to small states.", None, SPEAKS),
        ("It is vital to begin talks on the bank.", None, SPEAKS),
        ("I would like to highlight three points on the sea.", None, INVOKES),
        ("It is for all of us to hold on to hope and courage.", None, INVOKES),
        ("The harbour was full of boats in those days.", None, INVOKES),
    ],
)
def test_stance_of_a_line(text: str, agent: str | None, expected: float) -> None:
    assert stance(*spoken(text, agent=agent)) == expected


def test_a_report_takes_no_stand() -> None:
    assert stance(*spoken("We have committed twenty ships to the northern bank.", genre="news")) == SPEAKS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Joining the pact for the sea and the coast.", True),
        ("To share the northern bank with every port.", True),
        ("The pact refers to the suite of rules and fees that are", True),
        ("Joining the pact, Norway closed two ports.", False),
        ("To share the bank would be a beginning.", False),
        ("A harbour that serves every port on this sea,", True),
        ("A pact that secures Norway’s coast as a free and open shore.", True),
        ("A court that hears appeals upheld the ban.", False),
        ("To reach a peace that is just and lasting with every port.", True),
        ("For boats and crews to be able to sail freely, side by side, in one sea.", True),
        ("For the first time the port has said that to leave is possible.", False),
    ],
)
def test_a_breath_without_its_clause_is_no_sentence(text: str, expected: bool) -> None:
    assert is_elliptic(text) is expected


def test_the_title_again_is_no_line() -> None:
    document, analysis = document_of("a", [Said(text="The long quarrel over the northern bank May 20, 2031 (R-12)")])
    document = replace(document, metadata=replace(document.metadata, title="The long quarrel over the northern bank"))
    matter = gather([document], [analysis], Profile(name="test", focus="NO"), {})
    assert is_title(matter, matter.lines[0])


def test_what_a_reporter_asks_is_no_position() -> None:
    asked = Said(
        text="Sweden has sent two ships to the bank, so what now?",
        kind="question",
        unnamed="reporter",
        agent="SE",
        act=True,
    )
    document, analysis = document_of("a", [asked], genre="official_statement")
    assert positions(gather([document], [analysis], Profile(name="test", focus="NO"), {}), None) == ()


def test_he_in_a_speech_is_not_the_speaker() -> None:
    said = Said(text="The premier decided that he would go.", actor="NO", speaker="Ida Holm", kind="stated_position")
    document, analysis = document_of("a", [said], genre="speech")
    matter = gather([document], [analysis], Profile(name="test", focus="NO"), {})
    assert "[" not in print_line(matter, matter.lines[0]).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Source: Harbour Office, Ships and Nets, May 2031.", True),
        ("Figure 3. Ships in the strait by flag.", True),
        ("Sources in the harbour say the ships have left.", False),
    ],
)
def test_a_note_under_a_figure_is_no_line(text: str, expected: bool) -> None:
    assert is_unreadable(text) is expected
