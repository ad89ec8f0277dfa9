"""Footnotes of Word documents: set once, cited again by reference, with links of their own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.errors import ExportError
from briefing.model.blocks import Figure, Link, Note, Quotation
from briefing.model.theme import Theme
from briefing.write.docx import write_docx
from tests.pages import cell, mark, note, paragraph, text
from tests.unit.write.word import META, R, W, bitmap, members, outline, pages, part, relations, value

NOTES = "word/footnotes.xml"


def test_notes_stand_in_their_part_behind_the_two_separators() -> None:
    data = write_docx(pages(paragraph("One", mark(1)), notes=(note(1, "Source."),)), Theme())
    notes = [(n.get(f"{W}type"), n.get(f"{W}id")) for n in part(data, NOTES)]
    assert notes == [("separator", "-1"), ("continuationSeparator", "0"), (None, "1")]
    assert outline(part(data, NOTES))[2] == "FootnoteText:  Source."
    own_mark = next(part(data, NOTES).iter(f"{W}footnoteRef")).getparent()
    assert own_mark is not None
    assert value(own_mark, "rPr/rStyle") == "FootnoteReference"


def test_settings_name_the_separators_before_the_compatibility_settings() -> None:
    meta = replace(META, lines=("0123abcd",))
    tags = [
        str(child.tag).removeprefix(W) for child in part(write_docx(pages(meta=meta), Theme()), "word/settings.xml")
    ]
    assert tags.index("footnotePr") < tags.index("compat") < tags.index("docVars") < tags.index("themeFontLang")


def test_a_note_cited_again_is_referred_to_and_not_set_twice() -> None:
    data = write_docx(
        pages(paragraph(mark(1)), paragraph(mark(1), mark(2)), notes=(note(1, "A"), note(2, "B"))), Theme()
    )
    assert [r.get(f"{W}id") for r in part(data).iter(f"{W}footnoteReference")] == ["1", "2"]
    (instruction,) = part(data).iter(f"{W}instrText")
    bookmark = next(part(data).iter(f"{W}bookmarkStart"))
    assert str(instruction.text).split() == ["NOTEREF", bookmark.get(f"{W}name"), "\\f", "\\h"]
    assert outline(part(data))[1] == "BodyText: 1, †"


def test_a_note_cited_again_bears_the_number_that_word_counts() -> None:
    cited = paragraph(mark(2), "then", mark(1), "and", mark(2))
    data = write_docx(pages(cited, notes=(note(1, "A"), note(2, "B"))), Theme())
    assert outline(part(data)) == ["BodyText: †then†and1"]


def test_a_note_may_refer_to_another_one() -> None:
    cited = Note(id="n2", number=2, blocks=(paragraph("See note ", mark(1), "."),))
    data = write_docx(pages(paragraph(mark(1), mark(2)), notes=(note(1, "A"), cited)), Theme())
    assert outline(part(data, NOTES))[3] == "FootnoteText:  See note 1."


def test_a_note_that_only_a_note_cites_is_an_error() -> None:
    lonely = (note(1, "A", mark(2)), note(2, "B"))
    with pytest.raises(ExportError, match="note 2 is cited in a note only"):
        write_docx(pages(paragraph(mark(1)), notes=lonely), Theme())


def test_a_mark_without_its_note_is_an_error() -> None:
    with pytest.raises(ExportError, match="n3"):
        write_docx(pages(paragraph(mark(3))), Theme())


def test_links_in_notes_are_related_from_the_notes() -> None:
    linked = note(1, Link("https://example.org/", text("there")), Link("#line", text("line")))
    data = write_docx(pages(paragraph("A line", mark(1), anchor="line"), notes=(linked,)), Theme())
    out, within = part(data, NOTES).iter(f"{W}hyperlink")
    assert relations(data, NOTES)[str(out.get(f"{R}id"))] == ("https://example.org/", "External")
    assert within.get(f"{W}anchor") == "line"
    assert "https://example.org/" not in members(data)["word/_rels/document.xml.rels"].decode()


def test_notes_hold_several_paragraphs_quotations_and_pictures() -> None:
    full = Note(
        id="n1",
        number=1,
        blocks=(
            Quotation(blocks=(paragraph("The words"),)),
            paragraph("More"),
            Figure(picture="map", alt="A map"),
        ),
    )
    shown = replace(pages(paragraph(mark(1)), notes=(full,)), pictures=(("map", bitmap()),))
    data = write_docx(shown, Theme())
    assert outline(part(data, NOTES))[2:] == ["FootnoteText:  The words", "FootnoteText: More", "Figure: "]
    assert ("media/note_picture1.png", "None") in relations(data, NOTES).values()


def test_a_note_that_begins_with_a_table_has_a_paragraph_for_its_number() -> None:
    from briefing.model.blocks import Table

    table = Table(header=(cell("A"),), rows=(), align=("left",))
    data = write_docx(pages(paragraph(mark(1)), notes=(Note(id="n1", number=1, blocks=(table,)),)), Theme())
    assert outline(part(data, NOTES))[2:4] == ["FootnoteText:  ", "TableHead: A"]
