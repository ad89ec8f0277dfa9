"""Words put beside the printed lines of a finished file are told: in contents, heads, remarks, or unseen."""

from __future__ import annotations

import dataclasses
import io
import re
import shutil
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pikepdf
import pytest

from briefing.build import Request, build
from briefing.errors import BriefingError
from briefing.profile import default_profile
from briefing.verify import verify
from tests.shared import ROOT

CLAIM = "The ministry has already agreed to all of this."
PARAGRAPH = f"<w:p><w:r><w:t>{CLAIM}</w:t></w:r></w:p>"
SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BODY, NOTES, STYLES = "word/document.xml", "word/footnotes.xml", "word/styles.xml"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run with a table of contents."""
    out = tmp_path_factory.mktemp("run")
    profile = dataclasses.replace(default_profile(), formats=("docx", "pdf", "md", "html"), template="background")
    build(Request(sources=(ROOT / "seeds",), profile=profile), out)
    return out


def told(built: Path, folder: Path, suffix: str, change: Callable[[bytes], bytes]) -> str:
    """Return what is told of the file after the change, which must be one."""
    run = Path(shutil.copytree(built, folder / "run"))
    file = run / f"briefing.{suffix}"
    before = file.read_bytes()
    file.write_bytes(change(before))
    assert suffix == "pdf" or file.read_bytes() != before
    try:
        return "\n".join(f"{f.where}: {f.message}" for f in verify(file).findings if f.status == "differs")
    except BriefingError as error:
        return str(error)


def package(data: bytes, changes: Mapping[str, Callable[[str], str]]) -> bytes:
    """Change parts of a Word file, or add them."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as written:
        parts = {name: source.read(name).decode("latin-1") for name in source.namelist()}
        for name, change in changes.items():
            assert change(parts.get(name, "")) != parts.get(name, ""), name
            parts[name] = change(parts.get(name, ""))
        for name, text in parts.items():
            written.writestr(name, text.encode("latin-1"))
    return target.getvalue()


def at_the_end(xml: str) -> Callable[[str], str]:
    return lambda body: f"{xml}<w:sectPr".join(body.rsplit("<w:sectPr", 1))


def run_of(dress: str) -> str:
    return f"<w:p><w:r><w:rPr>{dress}</w:rPr><w:t>{CLAIM}</w:t></w:r></w:p>"


def styled(name: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{name}"/></w:pPr><w:r><w:t>{CLAIM}</w:t></w:r></w:p>'


def replaced(pattern: str, words: str) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, lambda match: match.expand(words), text, count=1, flags=re.DOTALL)


FIELD = f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>{CLAIM}</w:t></w:r></w:p>'
FORMULA = (
    f'<w:p><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>{CLAIM}</m:t></m:r>'
    "</m:oMath></w:p>"
)
ART = f'<w:p><w:r><w:pict><v:s xmlns:v="urn:v"><v:textpath string="{CLAIM}"/></v:s></w:pict></w:r></w:p>'
TWO = r'w:footnote w:id="(1)"(.*?)w:footnote w:id="(2)"'
STRUCK = "<w:rPr><w:dstrike/></w:rPr>"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"/>'
    "</Relationships>"
)
WORD: Mapping[str, Mapping[str, Callable[[str], str]]] = {
    "hidden words": {BODY: at_the_end(run_of("<w:vanish/>"))},
    "a line that is hidden": {BODY: replaced(r"<w:r>(?=<w:t)", r"<w:r><w:rPr><w:vanish/></w:rPr>")},
    "a style that hides": {STYLES: replaced(r"(<w:style [^>]*>.*?)(</w:style>)", r"\1<w:rPr><w:vanish/></w:rPr>\2")},
    "raised words": {BODY: at_the_end(run_of('<w:vertAlign w:val="superscript"/>'))},
    "a line dressed as a head": {BODY: at_the_end(styled("Header"))},
    "a line dressed as contents": {BODY: at_the_end(styled("TOC1"))},
    "a heading of the contents": {BODY: replaced(r'("TOC1".*?<w:t [^>]*>)[^<]+', rf"\1{CLAIM}")},
    "the page number of the contents": {BODY: replaced(r'("TOC1".*?PAGEREF.*?<w:t [^>]*>\d+)', rf"\1 {CLAIM}")},
    "the title of the contents": {BODY: replaced(r'("TOCHeading".*?<w:t [^>]*>)[^<]+', rf"\1{CLAIM}")},
    "a head": {"word/header2.xml": replaced("</w:hdr>", f"{PARAGRAPH}</w:hdr>")},
    "a field of a foot": {"word/footer2.xml": replaced("</w:ftr>", f"{FIELD}</w:ftr>")},
    "a comment": {
        "word/comments.xml": lambda _: f"<w:comments {SPACE}><w:comment>{PARAGRAPH}</w:comment></w:comments>"
    },
    "an endnote": {
        "word/endnotes.xml": lambda _: f"<w:endnotes {SPACE}><w:endnote>{PARAGRAPH}</w:endnote></w:endnotes>"
    },
    "a footnote": {NOTES: replaced("</w:footnotes>", f'<w:footnote w:id="99">{PARAGRAPH}</w:footnote></w:footnotes>')},
    "two footnotes exchanged": {NOTES: replaced(TWO, r'w:footnote w:id="2"\2w:footnote w:id="1"')},
    "a page put inside": {"word/page.html": lambda _: f"<p>{CLAIM}</p>"},
    "a formula": {BODY: at_the_end(FORMULA)},
    "word art": {BODY: at_the_end(ART)},
    "the mark of a list": {"word/numbering.xml": replaced(r'(lvlText w:val=")[^"]*', rf"\1{CLAIM} ")},
    "a property": {"docProps/core.xml": replaced(r"(<dc:title>)[^<]*", rf"\1{CLAIM}")},
    "struck words": {BODY: replaced(r"<w:r>(?=<w:t)", r"<w:r><w:rPr><w:strike/></w:rPr>")},
    "a style that strikes out": {STYLES: replaced(r"(<w:style [^>]*>.*?)(</w:style>)", rf"\1{STRUCK}\2")},
    "a template to be fetched": {
        "word/_rels/settings.xml.rels": lambda _: RELATIONS.format("attachedTemplate", "https://x.example/x.dotm")
    },
    "a tracked deletion": {BODY: replaced(r"(<w:r>(?:(?!</w:r>).)*</w:r>)(?=</w:p>)", r"<w:del>\1</w:del>")},
}
PAGE: Mapping[str, Callable[[str], str]] = {
    "words that are not shown": replaced("</main>", f'<p style="display:none">{CLAIM}</p></main>'),
    "a spoken label": replaced("<main", f'<main aria-label="{CLAIM}"'),
    "the label of a cell": replaced(r'data-label="[^"]+"', f'data-label="{CLAIM}"'),
    "words in the style sheet": replaced("</style>", f'h1::after{{content:"{CLAIM}"}}</style>'),
    "an entry of the contents": replaced(r"(<nav.*?<a [^>]*>)[^<]*", rf"\1{CLAIM}"),
    "a paragraph in the contents": replaced(r"</nav>", f"<p>{CLAIM}</p></nav>"),
    "a comment": replaced("</main>", f"<!-- {CLAIM} --></main>"),
    "a script": replaced("</main>", f'</main><script>document.write("{CLAIM}")</script>'),
    "what a search engine shows": replaced('(name="description" content=")', rf"\1{CLAIM}"),
    "a second record": replaced("</head>", f'<meta name="briefing-lines" content="{CLAIM}"></head>'),
    "a head of the notes": replaced("</h2></header>", f"</h2><p>{CLAIM}</p></header>"),
}
MARKDOWN: Mapping[str, Callable[[str], str]] = {
    "words that are struck out": replaced(r"\n- ([^\n]+)", r"\n- ~~\1~~"),
    "a comment": replaced(r"\n\n", f"\n\n<!-- {CLAIM} -->\n\n"),
    "a definition that prints nothing": lambda text: f'{text}\n[x]: # "{CLAIM}"\n',
    "a second record": lambda text: f'{text}\n[briefing-lines]: # "{CLAIM}"\n',
    "the title of the notes": replaced("notes_label: Notes", f"notes_label: {CLAIM}"),
    "a note that nothing cites": lambda text: f"{text}\n[^zz]: {CLAIM}\n",
    "the mark of a table": replaced(r"<!-- table (\w+)", rf"<!-- table \1 {CLAIM}"),
}


@pytest.mark.parametrize("what", WORD)
def test_words_beside_the_lines_of_a_word_file(built: Path, tmp_path: Path, what: str) -> None:
    assert told(built, tmp_path, "docx", lambda data: package(data, WORD[what]))


@pytest.mark.parametrize("what", PAGE)
def test_words_beside_the_lines_of_a_page(built: Path, tmp_path: Path, what: str) -> None:
    assert told(built, tmp_path, "html", lambda data: PAGE[what](data.decode()).encode())


@pytest.mark.parametrize("what", MARKDOWN)
def test_words_beside_the_lines_of_markdown(built: Path, tmp_path: Path, what: str) -> None:
    assert told(built, tmp_path, "md", lambda data: MARKDOWN[what](data.decode()).encode())


def new_page(pdf: pikepdf.Pdf) -> None:
    """Put a page without tags behind the first one."""
    pdf.add_blank_page()
    page = pdf.pages[-1]
    page.Resources = pdf.pages[0].Resources
    page.Contents = pdf.make_stream(b"BT /F1 12 Tf 50 500 Td <00010002> Tj ET")
    pdf.pages.insert(1, page)
    del pdf.pages[-1]


def running_head(pdf: pikepdf.Pdf) -> None:
    """Paint words that no tag reads."""
    page = pdf.pages[0]
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b"\nBT /F1 9 Tf 50 20 Td <0001> Tj ET")


def remark(pdf: pikepdf.Pdf) -> None:
    """Stick a remark on a page."""
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FreeText, Rect=[9, 9, 99, 99], Contents=CLAIM
    )
    pdf.pages[0].Annots = pikepdf.Array([*pdf.pages[0].get("/Annots", []), pdf.make_indirect(note)])


def form(pdf: pikepdf.Pdf) -> None:
    """Add a form with a field that is filled in."""
    field = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, T="a", V=CLAIM, Rect=[9, 9, 99, 99]
    )
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=[pdf.make_indirect(field)])


def attachment(pdf: pikepdf.Pdf) -> None:
    """Attach a file."""
    pdf.attachments["remark.txt"] = CLAIM.encode()


def bookmark(pdf: pikepdf.Pdf) -> None:
    """Rename a bookmark."""
    with pdf.open_outline() as outline:
        outline.root[0].title = CLAIM


def subject(pdf: pikepdf.Pdf) -> None:
    """Change what a viewer shows of the file."""
    pdf.docinfo["/Subject"] = CLAIM


def author(pdf: pikepdf.Pdf) -> None:
    """Name another author."""
    pdf.docinfo["/Author"] = CLAIM


def missing_page(pdf: pikepdf.Pdf) -> None:
    """Take a page out."""
    del pdf.pages[1]


def turned_pages(pdf: pikepdf.Pdf) -> None:
    """Exchange two pages."""
    pdf.pages.insert(0, pdf.pages[1])
    del pdf.pages[2]


def turned(pdf: pikepdf.Pdf) -> None:
    """Turn a page upside down."""
    pdf.pages[0].Rotate = 180


def cut(pdf: pikepdf.Pdf) -> None:
    """Cut the lower half of a page off."""
    pdf.pages[0].CropBox = pikepdf.Array([0, 400, 600, 842])


def replacement(pdf: pikepdf.Pdf) -> None:
    """Have other words read out and copied than those that are printed."""
    pdf.Root.StructTreeRoot.K[0].K[0].ActualText = pikepdf.String(CLAIM)


def title(pdf: pikepdf.Pdf) -> None:
    """Change the title that a viewer shows above the page."""
    packet = pdf.Root.Metadata
    packet.write(packet.read_bytes().replace(b'x-default">', b'x-default">' + CLAIM.encode(), 1))


def cover_up(pdf: pikepdf.Pdf) -> None:
    """Show a link as a box."""
    link = next(mark for page in pdf.pages for mark in page.get("/Annots", ()))
    link.AP = pikepdf.Dictionary(N=pdf.make_stream(b"0 0 99 99 re f"))


def saved(data: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(target)
    return target.getvalue()


PDF = (
    *(new_page, running_head, remark, form, attachment, bookmark, subject, author, missing_page, turned_pages),
    *(turned, cut, replacement, title, cover_up),
)


@pytest.mark.parametrize("change", PDF)
def test_words_beside_the_lines_of_a_pdf(built: Path, tmp_path: Path, change: Callable[[pikepdf.Pdf], None]) -> None:
    assert told(built, tmp_path, "pdf", lambda data: saved(data, change))


LETTERS = r"(>|\n- )([^<\n]{9,})([a-z])([a-z])([^<\n]{30,})"
UNSEEN: Mapping[str, str] = {
    "a reversed word": "\\1\\2\u202e\\3\\4\u202c\\5",
    "an isolated word": "\\1\\2\u2067\\3\\4\u2069\\5",
    "characters of a tag": "\\1\\2\\3\U000e0041\\4\\5",
    "a joiner": "\\1\\2\\3\u200d\\4\\5",
    "a space in a word": "\\1\\2\\3 \\4\\5",
    "a wide letter": "\\1\\2\\3ａ\\5",
    "a raised figure": "\\1\\2\\3²\\5",
    "a letter of another script": "\\1\\2\\3а\\5",
    "a struck letter": "\\1\\2\\3\u0336\\4\\5",
}


@pytest.mark.parametrize("suffix", ["docx", "html", "md"])
@pytest.mark.parametrize("what", UNSEEN)
def test_characters_that_a_reader_hardly_sees(built: Path, tmp_path: Path, what: str, suffix: str) -> None:
    change = in_the_text(UNSEEN[what])

    def made(data: bytes) -> bytes:
        if suffix != "docx":
            return change(data.decode()).encode()
        return package(data, {BODY: lambda body: utf8(change(utf8(body, back=True)))})

    assert told(built, tmp_path, suffix, made)


def in_the_text(words: str) -> Callable[[str], str]:
    """Return a change of the first long run of words behind the head of a file."""

    def change(text: str) -> str:
        start = max(text.find("<w:body"), text.find("<main"), text.find("\n# "))
        return text[:start] + replaced(LETTERS, words)(text[start:])

    return change


def utf8(text: str, *, back: bool = False) -> str:
    """Return text as `package` holds it, each byte as a character; or back."""
    return text.encode("latin-1").decode() if back else text.encode().decode("latin-1")


def test_a_picture_that_was_exchanged(built: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(built / "briefing.docx") as opened:
        picture = next(name for name in opened.namelist() if name.startswith("word/media/"))
    assert "a picture" in told(built, tmp_path, "docx", lambda data: package(data, {picture: lambda x: x + "x"}))


def test_a_file_saved_anew_is_said_to_be_compared_by_its_words_alone(built: Path, tmp_path: Path) -> None:
    white = replaced(r"<w:r>(?=<w:t)", r'<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr>')
    changes: Mapping[str, Callable[[bytes], bytes]] = {
        "docx": lambda data: package(data, {BODY: white}),
        "pdf": lambda data: saved(data, lambda pdf: None),
    }
    for suffix, change in changes.items():
        run = Path(shutil.copytree(built, tmp_path / suffix))
        file = run / f"briefing.{suffix}"
        assert [f for f in verify(file).findings if f.status == "unchecked"] == []
        file.write_bytes(change(file.read_bytes()))
        assert [f.where for f in verify(file).findings if f.status == "unchecked"] == ["the look"]


def test_a_file_that_was_only_saved_again_is_not_suspected(built: Path, tmp_path: Path) -> None:
    assert told(built, tmp_path, "pdf", lambda data: saved(data, lambda pdf: None)) == ""
    (tmp_path / "word").mkdir()
    assert told(built, tmp_path / "word", "docx", lambda data: package(data, {})) == ""
