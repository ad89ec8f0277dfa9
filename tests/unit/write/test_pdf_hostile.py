"""The PDF writer against odd, broken and hostile pages."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from page import ValidationProfile, validate_pdf_bytes

from briefing.errors import ExportError
from briefing.model.blocks import (
    BulletList,
    Division,
    Drawing,
    Figure,
    Heading,
    Label,
    Link,
    ListItem,
    Pages,
    Quotation,
    Table,
)
from briefing.model.theme import Theme
from briefing.write.pdf import write_pdf
from tests.pages import META, cell, mark, note, paragraph, text
from tests.unit.write.pdf_reading import dense, links, minimal, nodes, opened, texts


def test_a_character_no_face_has_is_an_error_that_names_it() -> None:
    with pytest.raises(ExportError, match=r"U\+1F4C8"):
        write_pdf(minimal(paragraph("Exports rose 📈 again")), Theme())


def test_a_link_to_nowhere_and_a_note_that_is_not_there_are_errors() -> None:
    with pytest.raises(ExportError, match="#missing"):
        write_pdf(minimal(paragraph(Link("#missing", text("there")))), Theme())
    with pytest.raises(ExportError, match="n7"):
        write_pdf(minimal(paragraph("A mark", mark(7))), Theme())


HOSTILE = (
    "<b>x</b> <img src='/etc/passwd'/> &amp; \\(a\\) BT ET ) Tj EMC \x00\x07 \u202etxet\u202c a\u200bb \u2066iso\u2069 "
    "\ufeff\ud800 e\u0301"
)
PRINTED = "<b>x</b> <img src='/etc/passwd'/> &amp; \\(a\\) BT ET ) Tj EMC txet ab iso \ufffd é"


def test_nothing_in_a_text_acts_as_markup_or_turns_its_order() -> None:
    pages = minimal(
        paragraph(HOSTILE),
        Table(header=(cell(HOSTILE),), rows=((cell(Label("L" * 300)),), (cell("W" * 2000),)), align=("right",)),
        title=HOSTILE,
        header=HOSTILE,
        footer=HOSTILE,
        subject=HOSTILE,
        keywords=(HOSTILE,),
    )
    data = write_pdf(pages, Theme())
    assert validate_pdf_bytes(data, profile=ValidationProfile.PDF_A_2A).is_compliant
    assert validate_pdf_bytes(data, profile=ValidationProfile.PDF_UA_1).is_compliant
    assert dense(PRINTED) in dense(texts(data)[0])
    with opened(data) as pdf:
        assert str(pdf.docinfo["/Title"]) == PRINTED


def test_only_web_and_mail_addresses_become_links() -> None:
    targets = ("javascript:alert(1)", "file:///etc/passwd", "HTTPS://example.org/ü(x) y", "mailto:desk@example.org")
    data = write_pdf(minimal(paragraph(*(Link(target, text(f" word{target[:4]} ")) for target in targets))), Theme())
    pdf = opened(data)
    uris = [str(annotation["/A"]["/URI"]) for _, _, annotation in links(pdf)]
    assert uris == ["HTTPS://example.org/%C3%BC(x)%20y", "mailto:desk@example.org"]
    assert "wordjava" in dense(texts(data)[0])


def test_odd_but_lawful_pages_are_written() -> None:
    pages = minimal(
        paragraph(),
        BulletList(items=()),
        Division(name="bottom-line", blocks=()),
        Quotation(blocks=()),
        Table(header=(cell("alone"),), rows=(), align=("left",)),
        Table(header=(), rows=((cell("a"), cell("b")),), align=("left", "left")),
    )
    data = write_pdf(pages, Theme())
    report = validate_pdf_bytes(data, profile=ValidationProfile.PDF_UA_1)
    assert [failure.message for failure in report.failures] == []
    assert write_pdf(Pages(meta=META, blocks=()), Theme()).startswith(b"%PDF-1.7")


def test_levels_left_out_and_ragged_tables_are_tagged_regularly() -> None:
    pages = minimal(
        Heading(level=4, children=text("Deep"), anchor="deep"),
        Table(header=(cell("a"), cell("b")), rows=((cell("1"),), (cell("1"), cell("2"), cell("3"))), align=("left",)),
    )
    data = write_pdf(pages, Theme())
    report = validate_pdf_bytes(data, profile=ValidationProfile.PDF_UA_1)
    assert [failure.message for failure in report.failures] == []
    pdf = opened(data)
    assert [str(node["/S"]) for node in nodes(pdf) if str(node["/S"]).startswith("/H")] == ["/H1", "/H2"]
    assert [str(node["/S"]) for node in nodes(pdf)].count("/TD") == 6


def test_deep_lists_keep_room_for_words() -> None:
    item = ListItem(blocks=(paragraph("the innermost words of all"),))
    for _ in range(60):
        item = ListItem(blocks=(paragraph("an outer level"), BulletList(items=(item,))))
    data = write_pdf(minimal(BulletList(items=(item,))), Theme())
    assert "innermost" in " ".join(texts(data))


def test_a_picture_without_words_is_an_error_and_an_undated_briefing_is_none() -> None:
    drawing = Drawing(width=10, height=10, shapes=())
    pages = replace(minimal(Figure(picture="p", alt=" ")), pictures=(("p", drawing),))
    with pytest.raises(ExportError, match="no words for those who do not see it"):
        write_pdf(pages, Theme())
    with pikepdf.open(BytesIO(write_pdf(minimal(as_of="undated"), Theme()))) as pdf:
        assert pdf.docinfo["/CreationDate"] == "D:19800101000000Z"


def test_a_note_marked_twice_is_printed_once() -> None:
    pages = replace(minimal(paragraph("One", mark(1)), paragraph("Two", mark(1))), notes=(note(1, "Only once."),))
    assert " ".join(texts(write_pdf(pages, Theme()))).count("Only once.") == 1
