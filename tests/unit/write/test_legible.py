"""What all writers are given: no controls, no forced directions, no links to elsewhere; all else as it was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.model.blocks import Inline, Label, Link, Strong, Text
from briefing.write.legible import legible_pages
from tests.pages import paragraph, rich_pages, text
from tests.unit.write.word import META, bitmap, pages


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (Text("a\x00b", lang="ko"), (Text("ab", lang="ko"),)),
        (Text("a\nb\tc"), (Text("a b c"),)),
        (Text("\x00\u202e"), ()),
        (Label("\x1b"), ()),
        (Label("in\x0buse"), (Label("in use"),)),
        (Text("\ud800"), (Text("\ufffd"),)),
        (Strong((Text("a\u2066b"),)), (Strong((Text("ab"),)),)),
        (Link("https://example.org/", text("a\x07")), (Link("https://example.org/", text("a")),)),
        (Link("#top", text("up")), (Link("#top", text("up")),)),
        (Link("javascript:alert(1)", text("a\x07b")), (Text("ab"),)),
        (Link("https://example.org/ x", text("a")), (Text("a"),)),
    ],
)
def test_each_inline(given: Inline, expected: tuple[Inline, ...]) -> None:
    assert legible_pages(pages(paragraph(given))).blocks == (paragraph(*expected),)


def test_ordinary_pages_are_left_as_they_are() -> None:
    rich = replace(rich_pages(), pictures=(("timeline", bitmap()), *rich_pages().pictures))
    assert legible_pages(rich) == rich


def test_properties_are_cleaned_too() -> None:
    cleaned = legible_pages(pages(meta=replace(META, title="a\x00b", keywords=("c\nd",), mark=None))).meta
    assert (cleaned.title, cleaned.keywords, cleaned.mark) == ("ab", ("c d",), None)
