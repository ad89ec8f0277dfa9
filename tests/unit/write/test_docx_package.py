"""The Word package: nothing that is not needed, the same bytes each time, properties, languages, validity."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from briefing.model.lines import digest, lines_of
from briefing.model.theme import Colours, Faces, Page, Theme
from briefing.verify.finished import word
from briefing.write.docx import base_document, write_docx
from tests.pages import paragraph, rich_pages
from tests.unit.write.word import META, W, bitmap, members, pages, part, value

RICH = replace(rich_pages(), pictures=(("timeline", bitmap(420, 70)), ("logo", bitmap())))
CUSTOM = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"


def test_the_package_holds_what_is_needed_and_nothing_else() -> None:
    assert list(members(write_docx(RICH, Theme()))) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "docProps/custom.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/footer2.xml",
        "word/footnotes.xml",
        "word/header1.xml",
        "word/header2.xml",
        "word/media/picture1.png",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
    ]


def test_two_builds_are_equal_to_the_byte_and_all_files_are_of_one_age() -> None:
    first = write_docx(RICH, Theme())
    assert write_docx(RICH, Theme()) == first
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    "theme",
    [
        Theme(),
        Theme(cover=True, hyphenate=False, mark="Embargoed", page=Page(paper="letter")),
        Theme(faces=Faces(body="sans", headings="serif", tables="serif"), logo="crest.png"),
    ],
    ids=["plain", "cover", "sans"],
)
def test_the_validator_finds_no_error(theme: Theme, tmp_path: Path) -> None:
    path = tmp_path / "briefing.docx"
    path.write_bytes(write_docx(RICH, theme))
    found = OpenXmlValidator().validate(path)
    assert [str(error) for error in found.errors] == []


def test_the_base_document_alone_is_valid(tmp_path: Path) -> None:
    path = tmp_path / "base.docx"
    path.write_bytes(base_document(Theme()))
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


def test_properties_tell_what_the_briefing_is_and_when_it_was_true() -> None:
    core = etree.fromstring(members(write_docx(RICH, Theme()))["docProps/core.xml"])
    said = {etree.QName(child).localname: child.text for child in core}
    assert said == {
        "title": "Graphite: Beijing's licence stop and the choices open to Seoul",
        "subject": "Graphite export licences",
        "creator": "Desk for trade security",
        "lastModifiedBy": "Desk for trade security",
        "keywords": "graphite, export licences",
        "language": "en",
        "revision": "1",
        "created": "2027-03-10T00:00:00Z",
        "modified": "2027-03-10T00:00:00Z",
    }


def test_custom_properties_keep_schema_date_mark_and_hashes() -> None:
    custom = etree.fromstring(members(write_docx(RICH, Theme()))["docProps/custom.xml"])
    assert [(p.get("pid"), p.get("name"), "".join(map(str, p.itertext()))) for p in custom.iter(CUSTOM)] == [
        ("2", "Schema version", "1"),
        ("3", "As of", "2027-03-10"),
        ("4", "Mark", "Internal use only"),
        ("5", "Source S1 sha256", "ab" * 32),
        ("6", "Source S2 sha256", "cd" * 32),
    ]


def test_the_record_for_checks_is_kept_in_variables_none_of_them_too_long() -> None:
    lines = tuple(f"{number:08x}" for number in range(9000))
    meta = replace(META, lines=lines, evidence=("S1:0-4:0123",), sources=(("S1", "ab"),))
    settings = part(write_docx(pages(meta=meta), Theme()), "word/settings.xml")
    kept = [(str(v.get(f"{W}name")), str(v.get(f"{W}val"))) for v in settings.iter(f"{W}docVar")]
    names = ["briefing-lines", "briefing-lines.1", "briefing-lines.2", "briefing-evidence", "briefing-sources"]
    assert [name for name, _ in kept] == [*names, "briefing-lines.made"]
    assert all(len(words) < 65_000 for _, words in kept)
    words = " ".join(words for name, words in kept if name.startswith("briefing-lines")).split()
    assert words[: len(lines)] == list(lines)
    assert {word.split(":")[0] for word in words[len(lines) :]} == {"around", "made"}


@pytest.mark.parametrize(
    ("language", "latin", "korean"),
    [("en", "en-US", "ko-KR"), ("en-GB", "en-GB", "ko-KR"), ("ko", "en-US", "ko-KR"), ("ja", "en-US", "ja-JP")],
)
def test_the_language_of_the_document(language: str, latin: str, korean: str) -> None:
    data = write_docx(pages(paragraph("words"), meta=replace(META, language=language)), Theme())
    (tag,) = part(data, "word/styles.xml").iter(f"{W}lang")
    assert (tag.get(f"{W}val"), tag.get(f"{W}eastAsia")) == (latin, korean)


def test_no_style_leaves_a_face_to_word() -> None:
    faces = list(part(write_docx(RICH, Theme()), "word/styles.xml").iter(f"{W}rFonts"))
    assert faces
    for face in faces:
        assert {str(name).removeprefix(W) for name in face.keys()} == {"ascii", "hAnsi", "eastAsia", "cs"}  # noqa: SIM118


def test_each_face_names_one_that_office_programs_bring() -> None:
    fonts = part(write_docx(pages(), Theme()), "word/fontTable.xml")
    others = {font.get(f"{W}name"): value(font, "altName") for font in fonts}
    assert others["Briefing Myeongjo"] == "Batang"
    assert others["Briefing Gothic"] == "Malgun Gothic"


def test_word_works_in_its_own_mode() -> None:
    settings = part(write_docx(pages(), Theme()), "word/settings.xml")
    modes = {s.get(f"{W}name"): s.get(f"{W}val") for s in settings.iter(f"{W}compatSetting")}
    assert modes["compatibilityMode"] == "15"


@pytest.mark.parametrize(("paper", "size"), [("a4", ("11906", "16838")), ("letter", ("12240", "15840"))])
def test_the_paper(paper: str, size: tuple[str, str]) -> None:
    theme = Theme(page=Page(paper="letter" if paper == "letter" else "a4", left=72.0))
    root = part(write_docx(pages(), theme))
    sheet, margins = next(root.iter(f"{W}pgSz")), next(root.iter(f"{W}pgMar"))
    assert (sheet.get(f"{W}w"), sheet.get(f"{W}h")) == size
    assert margins.get(f"{W}left") == "1440"


def test_values_of_the_theme_reach_the_styles() -> None:
    theme = Theme(colours=Colours(accent="#123456", mark="#654321"))
    styles = {s.get(f"{W}styleId"): s for s in part(write_docx(pages(), theme), "word/styles.xml").iter(f"{W}style")}
    assert value(styles["Heading1"], "rPr/color") == "123456"
    assert value(styles["Mark"], "rPr/color") == "654321"
    assert value(styles["TableText"], "rPr/sz") == "17"


def test_words_apart_are_slanted_in_latin_script_and_paler_in_korean() -> None:
    looks = {}
    for language in ("en", "ko"):
        root = part(write_docx(pages(meta=replace(META, language=language)), Theme()), "word/styles.xml")
        (style,) = (s for s in root.iter(f"{W}style") if s.get(f"{W}styleId") == "Emphasis")
        looks[language] = {str(child.tag).removeprefix(W) for child in style.iterfind(f"{W}rPr/*")}
    assert looks == {"en": {"i", "iCs"}, "ko": {"color"}}


def test_what_the_check_of_finished_files_reads_is_what_was_printed() -> None:
    lines = lines_of(RICH.blocks, RICH.notes)
    data = write_docx(replace(RICH, meta=replace(META, lines=tuple(map(digest, lines)))), Theme())
    finished = word.read(data, "briefing.docx")
    kept = [word for word in finished.record["briefing-lines"] if ":" not in word]
    assert list(map(digest, finished.lines)) == kept
