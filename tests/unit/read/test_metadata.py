"""What is known of a document: title, outlet, author, dates, genre, language, each on invented heads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.model.document import Block, DateBasis, Metadata
from briefing.read import read_bytes
from briefing.read.draft import Draft
from briefing.read.finish import finish
from briefing.read.metadata.dates import first_date, full_dates, short_dates
from briefing.read.metadata.outlets import by_domain, by_file_name, by_name
from briefing.read.metadata.publication import find_published
from briefing.read.roles.view import View

HERE = Path(__file__).parent


def _cases() -> Iterator[tuple[str, str, list[str]]]:
    for case in (HERE / "metadata.txt").read_text(encoding="utf-8").split("\n=== ")[1:]:
        name, rest = case.split("\n", 1)
        text, expected = rest.split("\n---\n")
        yield name, text, [line for line in expected.splitlines() if line]


@pytest.mark.parametrize(("name", "text", "expected"), [pytest.param(*case, id=case[0]) for case in _cases()])
def test_metadata(name: str, text: str, expected: list[str]) -> None:
    metadata = read_bytes("invented.txt", text.encode())[0].metadata
    fields = [line.split(" = ")[0] for line in expected]
    assert [f"{field} = {getattr(metadata, field)}" for field in fields] == expected


def test_genre_names_its_cues() -> None:
    text = "Commentary: The ferry\n\nThe ferry should stay, and the mainland must pay for it, whatever it says.\n"
    assert read_bytes("a.txt", text.encode())[0].metadata.genre_cues[0] == "the title names it a commentary"


@pytest.mark.parametrize("label", ["[Editorial]", "[Guest column]", "(Op-ed)", "[The Viewpoint]"])
def test_a_title_with_its_section_in_brackets_is_an_opinion(label: str) -> None:
    text = (
        f"{label} The ferry must stay\n\nThe ferry sailed on Monday with forty cars, and the pier was full of people.\n"
    )
    assert read_bytes("a.txt", text.encode())[0].metadata.genre == "commentary"


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("Commentary by Ann Example\n\n", ""),
        ("", "\nAnn Example teaches law at Pier University. The views expressed are her own.\n"),
        ("", "\nThe opinions expressed in this article are those of the author.\n"),
    ],
)
def test_who_says_that_the_views_are_the_authors_own_makes_an_opinion(before: str, behind: str) -> None:
    body = "The ferry sailed on Monday with forty cars, and the pier was full of people who waved.\n\n" * 3
    assert read_bytes("a.txt", f"The ferry sails\n\n{before}{body}{behind}".encode())[0].metadata.genre == "commentary"
    assert read_bytes("a.txt", f"The ferry sails\n\n{body}".encode())[0].metadata.genre != "commentary"


def test_advice_and_a_heading_that_asks_what_to_do_make_a_commentary() -> None:
    told = "The ferry sailed on Monday with forty cars. The pier was full of people. The ice held until noon. "
    advice = "Oslo should lease two ferries. It ought to ask for more. It must not wait for the ice to melt."
    text = f"# The ferry\n\n{told * 4}\n\n## What should Oslo do?\n\n{advice}\n"
    metadata = read_bytes("a.md", text.encode())[0].metadata
    assert metadata.genre == "commentary"
    assert any("a heading asks" in cue for cue in metadata.genre_cues)
    assert read_bytes("a.md", f"# The ferry\n\n{told * 4}\n".encode())[0].metadata.genre != "commentary"


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("on Oct 21, 2024.", "2024-10-21"),
        ("New York, 25 September 2024", "2024-09-25"),
        ("2018-01-01T01:14:43", "2018-01-01"),
        ("26.09.2024, New York", "2024-09-26"),
        ("Wednesday, January 3rd, 2018", "2018-01-03"),
        ("February 30, 2024", None),
        ("in May 2024", None),
        ("may 5 people 2024", None),
    ],
)
def test_full_date(words: str, iso: str | None) -> None:
    found = first_date(words)
    assert (found.iso if found else None) == iso


def test_short_dates_leave_full_ones_alone() -> None:
    text = "On Wednesday (Oct 23) and on Jun 19, 2024, and again on 4 November."
    assert [(found.month, found.day) for found in short_dates(text)] == [(10, 23), (11, 4)]
    assert [found.iso for found in full_dates(text)] == ["2024-06-19"]


def test_outlets() -> None:
    assert by_domain("edition.cnn.com").name == "CNN"
    assert by_domain("www.rt.com").kind == "state"
    assert by_domain("www.harbours.gov.mk").kind == "government"
    assert by_name("Reuters") == by_domain("reuters.com")
    assert by_name("Ann Example") is None
    assert by_file_name("x/03_www.dailymail.co.uk.txt") == by_domain("dailymail.co.uk")
    assert by_file_name("x/notes.v2.txt.gz") != by_domain("dailymail.co.uk")
    assert by_file_name("report.txt") is None


COVER = """# Ferries of the inner islands

## Updated April 15, 2031

## Ferry Research Service

The ferry runs twice a day.
"""


def test_a_cover_line_that_is_a_date_states_it() -> None:
    metadata = read_bytes("cover.md", COVER.encode())[0].metadata
    assert (metadata.published, metadata.published_basis) == ("2031-04-15", "stated")


def test_a_heading_with_more_than_a_date_states_none() -> None:
    metadata = read_bytes("cover.md", COVER.replace("Updated", "The storm of").encode())[0].metadata
    assert metadata.published is None


@pytest.mark.parametrize(("basis", "day"), [("inferred", "2031-04-15"), ("stated", "2031-04-17")])
def test_what_the_head_states_counts_before_the_day_the_file_was_made(basis: DateBasis, day: str) -> None:
    text = "Updated April 15, 2031"
    view = View(text=text, blocks=(Block(kind="metadata", start=0, end=len(text)),), typed=True)
    assert find_published(view, Metadata(published="2031-04-17", published_basis=basis), "a.pdf").iso == day


@pytest.mark.parametrize(("typist", "author"), [("Registry Clerk", None), ("Ama Boateng", "Ama Boateng")])
def test_the_owner_of_the_machine_is_no_author_unless_the_text_names_that_person(
    typist: str, author: str | None
) -> None:
    text = "Statement on the talks\n\nAma Boateng spoke to the assembly and said that the talks would go on."
    blocks = (Block(kind="heading", start=0, end=22), Block(kind="paragraph", start=24, end=len(text)))
    draft = Draft(text=text, blocks=blocks, hints=Metadata(author=typist), media_type="application/pdf")
    assert finish(draft, "a.pdf", b"%PDF").metadata.author == author


def test_what_stands_over_a_handout_is_no_title() -> None:
    text = "1672 words Check against delivery\n\nMr. President, we support the talks and will host the next meeting."
    blocks = (Block(kind="heading", start=0, end=33, level=1), Block(kind="paragraph", start=35, end=len(text)))
    draft = Draft(text=text, blocks=blocks, hints=Metadata(), media_type="application/pdf")
    assert finish(draft, "a.pdf", b"%PDF").metadata.title != "1672 words Check against delivery"
