"""Which lines of a speech take a stand: commitments, demands and verdicts before recollections and appeals."""

from __future__ import annotations

import pytest

from briefing.assemble.matter import Line, Matter, gather
from briefing.assemble.printed import is_elliptic
from briefing.assemble.stance import INVOKES, SPEAKS, STANDS, stance
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
        ("The council must become more open to small states.", None, SPEAKS),
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
        ("Joining the pact, Norway closed two ports.", False),
        ("To share the bank would be a beginning.", False),
        ("A harbour that serves every port on this sea,", True),
    ],
)
def test_a_breath_without_its_clause_is_no_sentence(text: str, expected: bool) -> None:
    assert is_elliptic(text) is expected
