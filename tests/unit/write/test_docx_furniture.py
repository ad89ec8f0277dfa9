"""Heads and feet of Word pages: title, page number, mark, logo."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.model.blocks import PagesMeta
from briefing.model.theme import Theme
from briefing.write.docx import write_docx
from tests.pages import paragraph
from tests.unit.write.word import META, W, bitmap, members, outline, pages, part, relations

FULL = replace(META, header="Graphite stop", footer="As of 10 March 2027 · 3 sources", mark="Internal use only")


def stories(meta: PagesMeta, theme: Theme = Theme()) -> dict[str, list[str]]:  # noqa: B008
    data = write_docx(pages(paragraph("words"), meta=meta), theme)
    targets = relations(data, "word/document.xml")
    found = {}
    for use in part(data).iter(f"{W}headerReference", f"{W}footerReference"):
        name = str(use.tag).removeprefix(W).removesuffix("Reference")
        kind = str(use.get(f"{W}type"))
        identifier = next(words for key, words in use.items() if str(key).endswith("}id"))
        found[f"{kind} {name}"] = outline(part(data, f"word/{targets[str(identifier)][0]}"))
    return found


def test_head_and_foot_of_all_pages_and_no_title_above_the_title() -> None:
    assert stories(FULL) == {
        "first header": ["Mark: Internal use only", "Header: →Page 1 of 1"],
        "default header": ["Mark: Internal use only", "Header: Graphite stop→Page 1 of 1"],
        "first footer": ["Footer: As of 10 March 2027 · 3 sources", "Mark: Internal use only"],
        "default footer": ["Footer: As of 10 March 2027 · 3 sources", "Mark: Internal use only"],
    }


def test_page_numbers_are_fields() -> None:
    data = write_docx(pages(meta=FULL), Theme())
    fields = [words.text for words in part(data, "word/header1.xml").iter(f"{W}instrText")]
    assert [str(field).strip() for field in fields] == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize(
    ("label", "printed"),
    [
        ("{page} / {pages}", "1 / 1"),
        ("{page}쪽", "1쪽"),
        ("전체 {pages}쪽 중 {page}쪽", "전체 1쪽 중 1쪽"),
        ("", ""),
        ("{pages} {other}", "1 {other}"),
    ],
)
def test_the_page_label_of_any_language(label: str, printed: str) -> None:
    assert stories(replace(FULL, page_label=label))["default header"][1] == f"Header: Graphite stop→{printed}"


def test_only_known_names_in_braces_are_filled_in() -> None:
    theme = Theme(header="{as_of} {title} {title.__class__} {unknown}")
    assert stories(FULL, theme)["default header"][1].startswith(
        "Header: 2027-03-10 Graphite stop {title.__class__} {unknown}→"
    )


def test_a_mark_of_the_theme_stands_where_the_briefing_has_none() -> None:
    found = stories(replace(FULL, mark=None), Theme(mark="Embargo until noon"))
    assert all("Mark: Embargo until noon" in lines for lines in found.values())
    assert not any("Mark" in line for lines in stories(replace(FULL, mark=None)).values() for line in lines)


def test_the_logo_stands_on_the_first_page_only() -> None:
    shown = replace(pages(paragraph("words"), meta=FULL), pictures=(("logo", bitmap(200, 50)),))
    data = write_docx(shown, Theme(logo="crest.png"))
    heads = [name for name in members(data) if name.startswith("word/header")]
    assert [len(list(part(data, name).iter(f"{W}drawing"))) for name in heads].count(1) == 1
    assert "word/media/logo1.png" in members(data)
