"""What is never printed as a line of its own."""

from __future__ import annotations

import pytest

from briefing.assemble.printed import is_unreadable, points_back
from tests.unit.assemble.story import Said, brief, document_of


@pytest.mark.parametrize(
    "text",
    [
        "See FDA, Department of Fish, “Permitting Further Boats,” 86 Federal Register 52, September 24, 2031.",
        "See Lund, Harbours, pp. 12-14, which was published in 2030.",
        "7 U.S.C. §940 provides the department the authority to use those fees.",
        "| 12 | 14 | 18 | 22",
        "Harbour Board, “On Boats and Banks,” July 11, 2031, https://harbour.example/boats.",
        "May 21, 2031 (HB120 - Version: 1) Boats Updated April 22, 2032 (HB120)",
    ],
)
def test_references_and_remains_of_tables_are_no_lines(text: str) -> None:
    assert is_unreadable(text)


@pytest.mark.parametrize(
    "text",
    [
        "Seen from Oslo, the “northern bank” was never in doubt, the minister said.",
        "12 boats were stopped near the bank on Monday.",
        "On the night of the storm, | received a letter from the port.",
        "Under 7 U.S.C. §940 the department may use those fees.",
    ],
)
def test_sentences_that_only_look_like_it_are_lines(text: str) -> None:
    assert not is_unreadable(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two weeks ago, it fired on a boat in the strait.", True),
        ("Earlier, he was fined for fishing at night.", True),
        ("On Monday they said the port was closed.", True),
        ("Nor does Oslo see the bank as its own.", True),
        ("This is a mistake, the minister said.", True),
        ("This is why we ask every port to open.", False),
        ("That’s why my country has begun to sail again.", False),
        ("In a first step, Oslo said it was ready.", False),
        ("Although it said no, Oslo sent a boat.", False),
    ],
)
def test_a_line_that_needs_an_earlier_one(text: str, expected: bool) -> None:
    assert points_back(text) is expected


def test_it_behind_a_court_is_not_the_state() -> None:
    court = Said(text="A Swedish military court indicted the captain on Monday.", agent="SE", act=True, actors=("SE",))
    after = Said(text="It extended the arrest of the captain by eight days.", agent="SE", act=True)
    made = brief(document_of("a", [court, after], together=True))
    assert not any("[Sweden]" in p.text for p in made.positions)
