"""What a finished briefing says, read back from each format by a reader that shares nothing with its writer.

Lines, table cells and notes are compared without white space, with note marks as `⟦3⟧`: formats may break lines where
they like. Left out are what only some formats print (contents, running heads, words inside pictures).
"""

from __future__ import annotations

import io
import re
import subprocess
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import lxml.html
from lxml import etree
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

Table = tuple[tuple[str, ...], ...]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_INVISIBLE = re.compile("[\\s\u00ad\u061c\u200b-\u200f\u2060\ufeff]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The lines outside tables in order, the tables, and the notes by number."""

    lines: tuple[str, ...]
    tables: tuple[Table, ...]
    notes: tuple[str, ...]


def dense(words: str) -> str:
    """Take out white space and what divides words invisibly."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFKC", words))


@dataclass(slots=True)
class Gatherer:
    """Gathers words into lines and cells; a reader tells it where blocks begin and end."""

    words: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    tables: list[list[list[str]]] = field(default_factory=list)
    notes: dict[int, list[str]] = field(default_factory=dict)
    note: int | None = None
    in_cell: bool = False
    cited: int = 0

    def put(self, words: str) -> None:
        """Add words to the line."""
        self.words.append(words)

    def mark(self, number: str) -> None:
        """Add a note mark to the line."""
        self.words.append(f"⟦{dense(number)}⟧")

    def end_line(self) -> None:
        """End a line, if there is one and it is not inside a cell."""
        if self.in_cell:
            return
        line = dense("".join(self.words))
        self.words.clear()
        if line and self.note is not None:
            self.notes.setdefault(self.note, []).append(line)
        elif line:
            self.lines.append(line)

    def begin_cell(self) -> None:
        """Begin a cell of the last row."""
        self.end_line()
        self.in_cell = True

    def end_cell(self) -> None:
        """End a cell, empty ones too."""
        self.tables[-1][-1].append(dense("".join(self.words)))
        self.words.clear()
        self.in_cell = False

    def said(self) -> Said:
        """Return what was gathered."""
        self.end_line()
        notes = tuple("".join(self.notes[number]) for number in sorted(self.notes))
        tables = tuple(tuple(tuple(row) for row in table) for table in self.tables)
        return Said(lines=tuple(self.lines), tables=tables, notes=notes)


def said_in_docx(data: bytes) -> Said:
    """Read the parts of a Word package; footnotes are numbered as Word does, by their first mark."""
    gatherer = Gatherer()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body, notes = (etree.fromstring(package.read(f"word/{name}.xml")) for name in ("document", "footnotes"))
    _docx_blocks(body[0], gatherer)
    order = [str(mark.get(f"{W}id")) for mark in body.iter(f"{W}footnoteReference")]
    for note in notes:
        if str(note.get(f"{W}id")) in order:
            gatherer.note = order.index(str(note.get(f"{W}id"))) + 1
            _docx_blocks(note, gatherer)
    return gatherer.said()


def _docx_blocks(parent: etree._Element, gatherer: Gatherer) -> None:
    for block in parent:
        if block.tag == f"{W}p":
            _docx_runs(block, gatherer)
            gatherer.end_line()
        elif block.tag == f"{W}tbl":
            gatherer.tables.append([])
            for row in block.iter(f"{W}tr"):
                gatherer.tables[-1].append([])
                for cell in row.iter(f"{W}tc"):
                    gatherer.begin_cell()
                    _docx_runs(cell, gatherer)
                    gatherer.end_cell()


def _docx_runs(parent: etree._Element, gatherer: Gatherer) -> None:
    field: str | None = None
    for run in parent.iter(f"{W}r"):
        style = run.find(f"{W}rPr/{W}rStyle")
        is_mark = style is not None and style.get(f"{W}val") == "FootnoteReference"
        for piece in run:
            if piece.tag == f"{W}instrText":
                field = str(piece.text)
            elif piece.tag == f"{W}footnoteReference":
                gatherer.cited += 1
                gatherer.mark(str(gatherer.cited))
            elif piece.tag == f"{W}t" and is_mark and field is not None:
                gatherer.mark(str(piece.text))
                field = None
            elif piece.tag == f"{W}t" and not is_mark:
                gatherer.put(piece.text or "")


_HTML_LINES = frozenset(
    {
        *("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "blockquote", "div", "section", "figure"),
        *("figcaption", "caption", "table", "main"),
    }
)


def said_in_html(data: bytes) -> Said:
    """Read a web page's main part."""
    gatherer = Gatherer()
    page = lxml.html.fromstring(data)
    assert isinstance(page, lxml.html.HtmlElement)
    _html(page.get_element_by_id("content"), gatherer)
    return gatherer.said()


def _html(element: lxml.html.HtmlElement, gatherer: Gatherer) -> None:
    name, role = str(element.tag), element.get("role")
    if name == "a" and role == "doc-noteref":
        gatherer.mark(element.text_content())
    elif name not in ("svg", "nav", "colgroup") and role != "doc-backlink":
        _html_begin(name, role, element, gatherer)
        gatherer.put(element.text or "")
        for child in element:
            _html(child, gatherer)
        if name in ("td", "th"):
            gatherer.end_cell()
        elif name in _HTML_LINES:
            gatherer.end_line()
    gatherer.put(element.tail or "")


def _html_begin(name: str, role: str | None, element: lxml.html.HtmlElement, gatherer: Gatherer) -> None:
    if name in _HTML_LINES:
        gatherer.end_line()
    if name == "table":
        gatherer.tables.append([])
    elif name == "tr":
        gatherer.tables[-1].append([])
    elif name in ("td", "th"):
        gatherer.begin_cell()
    elif role == "doc-endnotes":
        element.remove(element[0])
    elif name == "li" and str(element.get("id")).startswith("note-"):
        gatherer.note = int(str(element.get("value")))


def said_in_markdown(data: bytes) -> Said:
    """Read Markdown as any reader with tables and footnotes does."""
    parser = MarkdownIt("commonmark", {"html": True}).enable("table").use(footnote_plugin)
    text = re.sub(r"\A---\n.*?\n---\n", "", data.decode(), flags=re.DOTALL)
    gatherer = Gatherer()
    for token in parser.parse(text):
        _markdown_block(token, gatherer)
    return gatherer.said()


def _markdown_block(token: Token, gatherer: Gatherer) -> None:
    match token.type:
        case "inline":
            for child in token.children or ():
                _markdown_inline(child, gatherer)
        case "table_open":
            gatherer.tables.append([])
        case "tr_open":
            gatherer.tables[-1].append([])
        case "th_open" | "td_open":
            gatherer.begin_cell()
        case "th_close" | "td_close":
            gatherer.end_cell()
        case "footnote_open":
            gatherer.note = int(token.meta["id"]) + 1
        case _:
            gatherer.end_line()


def _markdown_inline(token: Token, gatherer: Gatherer) -> None:
    if token.type == "footnote_ref":
        gatherer.mark(str(token.meta["id"] + 1))
    elif token.type in ("text", "text_special", "code_inline"):
        gatherer.put(token.content)


_PDF_LINES = frozenset(["P", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "Caption", "Table", "BlockQuote", "Note"])
_PDF_NODE = re.compile(r'(?P<depth> *)(?:"(?P<words>.*)"|(?P<name>[A-Za-z0-9]+)\b.*)', re.DOTALL)


def said_in_pdf(path: Path, *, notice: str) -> Said:
    """Read the tagged text of a PDF by poppler; `notice` is the running foot, which it reads out once at the end."""
    done = subprocess.run(["pdfinfo", "-struct-text", str(path)], capture_output=True, check=True)
    gatherer = Gatherer()
    above: list[tuple[int, str]] = []
    for depth, name, words in _pdf_nodes(done.stdout.decode()):
        while above and above[-1][0] >= depth:
            _pdf_end(above.pop()[1], gatherer)
        inside = {name for _, name in above}
        if words is not None:
            _pdf_words(words, inside, gatherer)
        else:
            above.append((depth, name))
            _pdf_begin(name, gatherer)
    while above:
        _pdf_end(above.pop()[1], gatherer)
    said = gatherer.said()
    return replace(said, lines=said.lines[:-1]) if said.lines[-1] == dense(notice) else said


def _pdf_nodes(printed: str) -> Iterator[tuple[int, str, str | None]]:
    for line in printed.split("\n"):
        node = _PDF_NODE.fullmatch(line)
        if node is not None and node["name"] != "Object":
            yield len(node["depth"]), node["name"] or "", node["words"]


def _pdf_words(words: str, inside: set[str], gatherer: Gatherer) -> None:
    if "Lbl" in inside and "Note" in inside:
        gatherer.note = int(words)
    elif "Reference" in inside:
        gatherer.mark(words)
    elif not inside & {"Lbl", "Figure", "TOC"}:
        gatherer.put(words)


def _pdf_begin(name: str, gatherer: Gatherer) -> None:
    if name in _PDF_LINES:
        gatherer.end_line()
    if name == "Table":
        gatherer.tables.append([])
    elif name == "TR":
        gatherer.tables[-1].append([])
    elif name in ("TH", "TD"):
        gatherer.begin_cell()


def _pdf_end(name: str, gatherer: Gatherer) -> None:
    if name in ("TH", "TD"):
        gatherer.end_cell()
        row = gatherer.tables[-1][-1]
        # A header that later pages repeat stands in its cell again, marked silent, which poppler does not heed.
        row[-1] = re.sub(r"^(.+?)\1+$", r"\1", row[-1]) if name == "TH" else row[-1]
    elif name in _PDF_LINES:
        gatherer.end_line()
    if name == "Note":
        gatherer.note = None
