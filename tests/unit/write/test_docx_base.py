"""A user's base document: letterhead, styles and page stay, text goes, what is missing comes."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.shared import Pt
from openxml_audit import OpenXmlValidator

from briefing.errors import ExportError
from briefing.model.blocks import Heading, OrderedList, Table
from briefing.model.theme import Theme
from briefing.write.docx import base_document, write_docx
from tests.pages import cell, mark, note, paragraph, rich_pages, text
from tests.unit.write.word import META, W, bitmap, members, outline, pages, part, value


@pytest.fixture(scope="module")
def letterhead() -> bytes:
    document = docx.Document()
    document.add_paragraph("Old words", style="List Number")
    document.add_comment(document.paragraphs[0].runs, text="old comment")
    section = document.sections[0]
    section.left_margin = section.right_margin = Pt(100)
    section.header.paragraphs[0].text = "MINISTRY OF TRIALS: {title}"
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "MINISTRY OF TRIALS"
    document.styles["Heading 1"].element.set(f"{W}styleId", "Kop1")
    for use in document.styles.element.iter(f"{W}basedOn", f"{W}link", f"{W}next"):
        if use.get(f"{W}val") == "Heading1":
            use.set(f"{W}val", "Kop1")
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def test_the_text_goes_and_the_letterhead_stays(letterhead: bytes) -> None:
    meta = replace(META, mark="Internal", footer="As of today")
    data = write_docx(pages(paragraph("New words"), meta=meta), Theme(), base=letterhead)
    assert outline(part(data)) == ["BodyText: New words"]
    heads = [outline(part(data, name)) for name in members(data) if name.startswith("word/header")]
    assert sorted(heads) == [
        ["Header: MINISTRY OF TRIALS", "Mark: Internal"],
        ["Header: MINISTRY OF TRIALS: Graphite", "Mark: Internal"],
    ]
    assert "word/comments.xml" not in members(data)


def test_styles_of_the_same_name_are_the_users_and_the_others_ours(letterhead: bytes) -> None:
    blocks = (Heading(level=2, children=text("Head"), anchor="h"), paragraph("words", mark(1)))
    data = write_docx(pages(*blocks, notes=(note(1, "A note"),)), Theme(), base=letterhead)
    assert outline(part(data))[0] == "Kop1: Head"
    styles = {s.get(f"{W}styleId"): s for s in part(data, "word/styles.xml").iter(f"{W}style")}
    assert value(styles["Kop1"], "name") == "heading 1"
    assert value(styles["BottomLineHeading1"], "basedOn") == "Kop1"
    assert "Heading1" not in styles
    assert "FootnoteText" in styles


def test_the_page_and_what_fits_it_are_the_users(letterhead: bytes) -> None:
    table = Table(header=(cell("A"),), rows=(), align=("left",))
    root = part(write_docx(pages(table), Theme(), base=letterhead))
    assert next(root.iter(f"{W}pgMar")).get(f"{W}left") == "2000"
    (column,) = root.iter(f"{W}gridCol")
    assert int(str(column.get(f"{W}w"))) == 12240 - 4000


def test_lists_do_not_mix_with_those_of_the_base(letterhead: bytes) -> None:
    from briefing.model.blocks import ListItem

    data = write_docx(pages(OrderedList(items=(ListItem(blocks=(paragraph("one"),)),))), Theme(), base=letterhead)
    numbers = [n.get(f"{W}numId") for n in part(data, "word/numbering.xml").iter(f"{W}num")]
    assert len(numbers) == len(set(numbers))
    assert value(next(part(data).iter(f"{W}p")), "pPr/numPr/numId") == numbers[-1]


@pytest.mark.parametrize("own", [True, False], ids=["ours", "theirs"])
def test_the_result_is_valid_and_the_same_each_time(own: bool, letterhead: bytes, tmp_path: Path) -> None:
    base = base_document(Theme()) if own else letterhead
    rich = replace(rich_pages(), pictures=(("timeline", bitmap()),))
    path = tmp_path / "briefing.docx"
    path.write_bytes(write_docx(rich, Theme(), base=base))
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []
    assert write_docx(rich, Theme(), base=base) == path.read_bytes()


def test_a_base_of_ours_changes_nothing_but_the_fit() -> None:
    plain = part(write_docx(pages(paragraph("words")), Theme()))
    based = part(write_docx(pages(paragraph("words")), Theme(), base=base_document(Theme())))
    assert outline(plain) == outline(based)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 broken", b"plain words"])
def test_a_base_that_is_no_word_document_is_one_clear_error(data: bytes) -> None:
    with pytest.raises(ExportError, match="base document cannot be opened"):
        write_docx(pages(), Theme(), base=data or b" ")
