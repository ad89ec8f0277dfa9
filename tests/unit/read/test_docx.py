"""Word files: what python-docx skips is read, tracked changes are accepted, traps are refused."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from briefing.errors import UnreadableSource
from briefing.read.docx.reader import read_docx
from briefing.read.draft import Draft
from briefing.read.limits import Limits

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def relations(*links: tuple[str, str]) -> str:
    rows = "".join(f'<Relationship Id="r{n}" Type="{REL}/{k}" Target="{t}"/>' for n, (k, t) in enumerate(links))
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def part(root: str, content: str) -> str:
    return f'<?xml version="1.0"?><w:{root} xmlns:w="{W}">{content}</w:{root}>'


def package(body: str, links: tuple[tuple[str, str], ...] = (), **parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        archive.writestr("_rels/.rels", relations(("officeDocument", "word/document.xml")))
        archive.writestr("word/document.xml", part("document", f"<w:body>{body}</w:body>"))
        archive.writestr("word/_rels/document.xml.rels", relations(*links))
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return stream.getvalue()


def paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def read(data: bytes) -> Draft:
    return read_docx("file.docx", data, Limits())


def words(draft: Draft, kind: str) -> list[str]:
    return [draft.text[b.start : b.end] for b in draft.blocks if b.kind == kind]


def made() -> bytes:
    document = docx.Document()
    document.core_properties.title = "Note on the harbour"
    document.core_properties.author = "Mara Lindqvist"
    document.core_properties.comments = ""
    document.sections[0].header.paragraphs[0].text = "Harbour office"
    document.sections[0].footer.paragraphs[0].text = "For official use"
    document.add_heading("Note on the harbour", level=0)
    document.add_heading("Where we stand", level=2)
    document.add_paragraph("The harbour is too shallow.")
    document.add_paragraph("Dredge it now.", style="List Bullet")
    document.add_paragraph("The sea gives, the sea takes.", style="Quote")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "Depth"
    table.rows[0].cells[1].text = "four metres"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_blocks_are_typed_by_style() -> None:
    draft = read(made())
    assert words(draft, "title") == ["Note on the harbour"]
    assert [(b.level, draft.text[b.start : b.end]) for b in draft.blocks if b.kind == "heading"] == [
        (2, "Where we stand")
    ]
    assert words(draft, "list_item") == ["Dredge it now."]
    assert words(draft, "quote") == ["The sea gives, the sea takes."]
    assert words(draft, "table_row") == ["Depth | four metres"]


def test_a_table_of_contents_is_no_text() -> None:
    style = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>'
    body = '<w:p><w:pPr><w:pStyle w:val="T"/></w:pPr><w:r><w:t>Part one 3</w:t></w:r></w:p>'
    draft = read(package(body, (("styles", "styles.xml"),), styles=part("styles", style)))
    assert words(draft, "metadata") == ["Part one 3"]


def test_headers_and_footers_stand_apart() -> None:
    draft = read(made())
    assert (words(draft, "header"), words(draft, "footer")) == (["Harbour office"], ["For official use"])
    assert draft.blocks[0].kind == "header"


def test_properties_become_hints() -> None:
    hints = read(made()).hints
    assert (hints.title, hints.author) == ("Note on the harbour", "Mara Lindqvist")
    assert hints.published_basis == "inferred"


def test_properties_left_by_the_library_say_nothing() -> None:
    stream = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Words.")
    document.save(stream)
    assert (read(stream.getvalue()).hints.author, read(stream.getvalue()).hints.published) == (None, None)


def test_tracked_changes_are_read_as_accepted() -> None:
    body = (
        "<w:p><w:r><w:t>The minister will </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>soon </w:t></w:r></w:ins><w:r><w:t>decide.</w:t></w:r></w:p>"
    )
    assert read(package(body)).text == "The minister will soon decide."


def test_a_deleted_paragraph_end_joins_two_paragraphs() -> None:
    body = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>The talks </w:t></w:r></w:p>" + paragraph("failed.")
    assert read(package(body)).text == "The talks failed."


def test_a_deleted_row_is_gone() -> None:
    row = "<w:tr>{}<w:tc>" + paragraph("{}") + "</w:tc><w:tc>" + paragraph("x") + "</w:tc></w:tr>"
    body = "<w:tbl>" + row.format("<w:trPr><w:del/></w:trPr>", "Old") + row.format("", "New") + "</w:tbl>"
    assert read(package(body)).text == "New | x"


def test_notes_and_comments_are_kept_apart_from_the_text() -> None:
    note = f'<w:footnote w:type="separator">{paragraph("---")}</w:footnote>'
    note += f"<w:footnote>{paragraph('See the log.')}</w:footnote>"
    remark = f'<w:comment w:author="Oskar Tamm">{paragraph("Is that so?")}</w:comment>'
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = f"<w:p><w:r><w:t>The army left</w:t></w:r>{reference}<w:r><w:t>.</w:t></w:r></w:p>"
    draft = read(
        package(
            body,
            (("footnotes", "footnotes.xml"), ("comments", "comments.xml")),
            footnotes=part("footnotes", note),
            comments=part("comments", remark),
        )
    )
    assert words(draft, "paragraph") == ["The army left."]
    assert words(draft, "footnote") == ["See the log."]
    assert [(b.speaker, draft.text[b.start : b.end]) for b in draft.blocks if b.kind == "comment"] == [
        ("Oskar Tamm", "Is that so?")
    ]


def test_a_text_box_is_read_once() -> None:
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = f"<w:txbxContent>{paragraph('In the box.')}</w:txbxContent>"
    body = (
        f'<w:p><w:r><w:t>Beside it.</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="{mc}"><mc:Choice>{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert read(package(body)).text == "Beside it.\n\nIn the box."


def test_hidden_words_and_symbols_of_picture_fonts_are_left_out() -> None:
    body = (
        '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret </w:t></w:r><w:r><w:sym w:char="F0B7"/></w:r>'
        "<w:r><w:t>plain</w:t></w:r></w:p>"
    )
    assert read(package(body)).text == "plain"


def test_cells_of_a_layout_table_are_read_one_by_one() -> None:
    cell = "<w:tc>" + "".join(paragraph(f"Sentence {n}.") for n in range(4)) + "</w:tc>"
    draft = read(package(f"<w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>"))
    assert {b.kind for b in draft.blocks} == {"paragraph"}
    assert len(draft.blocks) == 8


def test_a_damaged_side_part_is_noted_and_the_rest_read() -> None:
    draft = read(package(paragraph("Words."), (("footnotes", "footnotes.xml"),), footnotes="<w:broken"))
    assert draft.text == "Words."
    assert len(draft.notes) == 1


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", "empty"),
        (b"{\\rtf1 words}", "rich text"),
        (b"plain words", "not a Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 64, "old binary format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"PK\x03\x04 torn", "damaged"),
        (package(""), "holds no text"),
    ],
)
def test_each_fault_has_its_cause(data: bytes, cause: str) -> None:
    with pytest.raises(UnreadableSource, match=cause):
        read(data)


def test_entities_are_refused() -> None:
    trap = part("document", f"<w:body>{paragraph('&x;')}</w:body>").replace(
        "<w:document", '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document'
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", trap)
    with pytest.raises(UnreadableSource, match="document type"):
        read(stream.getvalue())


def test_an_archive_bomb_is_refused() -> None:
    with pytest.raises(UnreadableSource, match="archive bomb"):
        read(package(paragraph(" " * 5_000_000)))


def test_a_workbook_is_named_as_such() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("_rels/.rels", relations(("officeDocument", "xl/workbook.xml")))
    with pytest.raises(UnreadableSource, match="Excel"):
        read(stream.getvalue())
