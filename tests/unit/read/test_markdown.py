"""Markdown: blocks as the file marks them, front matter as metadata."""

from __future__ import annotations

import pytest

from briefing.read import read_bytes

SOURCE = """---
title: Ferry talks end
author: [Ann Example, Bo Roe]
date: 2018-01-02
url: https://www.bbc.com/news/ferry
---

# Ferry talks end

The *ferry* talks ended on **Sunday**, the [council](https://example.org) said
and nobody was content.

## What now?

- The ferry stays.
  - For a year.
- The pier closes.

> “We shall see,” the mayor said.

| Pier | Cost |
|------|------|
| East | 12   |

![The pier at night](pier.png)

A note stands below.[^1]

[^1]: Prices of 2017.
"""


def test_blocks_and_metadata() -> None:
    document = read_bytes("ferry.md", SOURCE.encode())[0]
    found = [(b.kind, b.level, document.text[b.start : b.end]) for b in document.blocks]
    assert found == [
        ("title", 1, "Ferry talks end"),
        ("paragraph", 0, "The ferry talks ended on Sunday, the council said and nobody was content."),
        ("heading", 2, "What now?"),
        ("list_item", 1, "The ferry stays."),
        ("list_item", 2, "For a year."),
        ("list_item", 1, "The pier closes."),
        ("quote", 0, "“We shall see,” the mayor said."),
        ("table_row", 0, "Pier | Cost"),
        ("table_row", 0, "East | 12"),
        ("caption", 0, "The pier at night"),
        ("paragraph", 0, "A note stands below."),
        ("footnote", 0, "Prices of 2017."),
    ]
    metadata = document.metadata
    assert (metadata.author, metadata.outlet, metadata.published) == ("Ann Example, Bo Roe", "BBC", "2018-01-02")
    assert metadata.published_from == "the file's own field: 2018-01-02"


@pytest.mark.parametrize(
    ("fields", "genre", "role"),
    [
        ("genre: Op-Ed", "commentary", None),
        ("genre: press release", "official_statement", None),
        ("genre: recipe", "unknown", None),
        (
            "author: Ann Example\nauthor_role: senior fellow at the Pier Centre",
            "commentary",
            "senior fellow at the Pier Centre",
        ),
        ("author: Ann Example\nrole: staff writer", "unknown", "staff writer"),
    ],
)
def test_what_front_matter_says_of_genre_and_author(fields: str, genre: str, role: str | None) -> None:
    source = f"---\n{fields}\n---\n\nThe ferry stays where it is for now, whatever the weather on the strait may be.\n"
    metadata = read_bytes("a.md", source.encode())[0].metadata
    assert (metadata.genre, metadata.author_role) == (genre, role)


def test_front_matter_that_is_none_is_no_fault() -> None:
    document = read_bytes("a.md", b"---\n: [\n---\n\nThe ferry stays where it is, the council said.\n")[0]
    assert document.metadata.published is None
    assert "The ferry stays" in document.text


def test_what_a_catalogue_says_of_its_document() -> None:
    source = """# Ferry Funding

**Product Type:** Reports
**Publication Date:** 04/21/2026
**Author(s):** Roe, Jane A.
**Source:** https://www.congress.gov/crs-product/R00000

[Citation](https://example.org/c) [Subscribe](https://example.org/s) > [Home](https://example.org)

# Ferry Funding

| **Number:** | R00000
| **Topics:** | Ferries

The ferry is paid for by the islands and by the mainland.
"""
    document = read_bytes("ferry.md", source.encode())[0]
    kinds = " ".join(block.kind for block in document.blocks)
    assert kinds == "title metadata metadata metadata metadata promotion heading metadata metadata paragraph"
    metadata = document.metadata
    assert (metadata.author, metadata.published) == ("Jane A. Roe", "2026-04-21")
    assert (metadata.outlet, metadata.genre) == ("Congressional Research Service", "report")


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("The pact rests on a triad of****ferries.", "The pact rests on a triad of ferries."),
        ("Some **boats **sail (see** Figure 1**).", "Some boats sail (see Figure 1)."),
        ("Plain Discharge**.******Sailors go.", "Plain Discharge. Sailors go."),
        ("The power 2**8 and `a**b` stay.", "The power 2**8 and a**b stay."),
    ],
)
def test_emphasis_that_is_not_closed_leaves_no_marks(source: str, words: str) -> None:
    assert read_bytes("a.md", source.encode())[0].text == words


def test_headings_of_list_items_are_no_speakers() -> None:
    items = ("Harbour Law", "Ferry Law", "Harbour Law", "Harbour Law", "Pier Law", "Ferry Law")
    source = "# Rulings\n\n" + "\n".join(f"- **{name}:** The court held that the pier stays." for name in items)
    assert {block.speaker for block in read_bytes("a.md", source.encode())[0].blocks} == {None}
