"""What hostile words can do in a Word document: nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.blocks import Label, Link
from briefing.model.characters import legible
from briefing.model.theme import Theme
from briefing.write.docx import write_docx
from briefing.write.docx.bookmarks import Bookmarks
from briefing.write.docx.links import safe_address
from tests.pages import paragraph, text
from tests.unit.write.word import W, members, pages, part, words


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/", "https://example.org/"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("mailto:desk@example.org?subject=a b", "mailto:desk@example.org?subject=a%20b"),
        ("https://example.org/%zz", "https://example.org/%25zz"),
        ('https://example.org/"><w:p/>', "https://example.org/%22%3E%3Cw:p/%3E"),
        ("https://한국.example/길", "https://%ED%95%9C%EA%B5%AD.example/%EA%B8%B8"),
        ("javascript:alert(1)", None),
        ("java\tscript:alert(1)", None),
        (" file:///etc/passwd", None),
        ("\\\\server\\share", None),
        ("//example.org/", None),
        ("data:text/html,x", None),
        ("https:", None),
        ("https://[broken", None),
        ("https://example.org/" + "a" * 5000, None),
    ],
)
def test_only_addresses_of_the_web_and_of_mail_leave(address: str, expected: str | None) -> None:
    assert safe_address(address) == expected


def test_the_words_of_a_refused_link_stay() -> None:
    data = write_docx(pages(paragraph(Link("javascript:alert(1)", text("click me")))), Theme())
    assert words(part(data)) == "click me"
    assert b"javascript" not in b"".join(members(data).values())


@given(st.text(st.characters(codec=None)))
def test_any_words_are_legal_in_xml(words: str) -> None:
    allowed = re.compile(r"[\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*")
    assert allowed.fullmatch(legible(words))


@given(st.text(st.characters(exclude_categories=["C", "Z"])))
def test_printable_words_are_left_alone(words: str) -> None:
    assert legible(words) == words


def test_words_that_look_like_markup_or_fields_are_words() -> None:
    hostile = '<w:fldSimple w:instr="DDEAUTO c:\\\\calc"/> ]]> &amp; &#0; { INCLUDETEXT "x" } =cmd|\' /C calc\'!A0'
    data = write_docx(pages(paragraph(hostile, Label(hostile))), Theme())
    assert words(part(data)).startswith(hostile)
    assert not list(part(data).iter(f"{W}fldSimple", f"{W}instrText"))


@given(st.lists(st.text(), unique=True))
def test_bookmark_names_are_short_plain_and_unlike_each_other(anchors: list[str]) -> None:
    bookmarks = Bookmarks(anchors)
    names = [str(bookmarks.name(anchor)) for anchor in anchors]
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,39}", name) for name in names)
    assert len({name.lower() for name in names}) == len(anchors)


def test_simple_anchors_keep_their_words() -> None:
    assert Bookmarks(["key-points", "s1"]).name("key-points") == "key_points"
