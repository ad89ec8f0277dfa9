"""The state of quotation marks: curly, straight, running over paragraphs, of other languages."""

from __future__ import annotations

import re

import pytest

from briefing.analyse.attribution.marks import CLOSING, INSIDE, OPENING, OUTSIDE, REOPENING
from briefing.analyse.attribution.words import read_words

NAMES = {OUTSIDE: ".", INSIDE: "i", OPENING: "<", CLOSING: ">", REOPENING: "^"}


def states(text: str) -> str:
    """Return a sign a word for a text whose lines are its paragraphs, lines kept apart."""
    words = read_words(text, [m.span() for m in re.finditer(r"[^\n]+", text)])
    out = ""
    for at, mark in enumerate(words.mark):
        out += "/" if at and words.paragraph[at] != words.paragraph[at - 1] else ""
        out += NAMES[mark]
    return out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “no way” today", "..<ii>."),
        ('He said "no way" today', "..<ii>."),
        ('"No," he said.', "<ii>..."),
        ('He said: "No."', "...<ii>"),
        ("«Non», dit-il", "<i>.."),
        ("그는 “아니오”라고 말했다", ".<i>.."),
        ("the port’s so-called 'friends' left", "......."),
        ("no marks at all", "...."),
    ],
)
def test_one_paragraph(text: str, expected: str) -> None:
    assert states(text) == expected


def test_a_running_quotation_is_carried_over_paragraphs() -> None:
    assert states("She said: “One\n“Two\n“Three” and left") == "...<i/^i/^i>.."


def test_a_quotation_closed_later_without_reopening_is_carried_too() -> None:
    assert states("“One\nTwo” he said") == "<i/i>.."


def test_a_mark_that_is_never_closed_ends_with_its_paragraph() -> None:
    assert states("“One\nTwo words\n“Three”") == "<i/../<i>"
