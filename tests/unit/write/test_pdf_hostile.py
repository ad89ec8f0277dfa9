"""The PDF writer against odd, broken and hostile pages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from page import ValidationProfile, validate_pdf_bytes

from briefing.errors import ExportError
from briefing.model.blocks import BulletList, Division, Label, Link, Pages, Quotation, Table
from briefing.model.theme import Theme
from briefing.write.pdf import write_pdf
from tests.pages import META, cell, mark, note, paragraph, text
from tests.unit.write.pdf_reading import dense, links, minimal, opened, texts


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


def test_a_note_marked_twice_is_printed_once() -> None:
    pages = replace(minimal(paragraph("One", mark(1)), paragraph("Two", mark(1))), notes=(note(1, "Only once."),))
    assert " ".join(texts(write_pdf(pages, Theme()))).count("Only once.") == 1
