"""Read a finished PDF back by its tags: the words of each paragraph, cell and note, wherever pages break them.

What no tag reads (heads, feet, page numbers, contents, drawings, remarks stuck on a page) is compared page by page.
"""

from __future__ import annotations

import ctypes
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from lxml import etree

from briefing.errors import UnreadableSource
from briefing.model.lines import note_mark
from briefing.verify.finished.record import Finished, split_record
from briefing.write.pdf.file import seen
from briefing.write.pdf.metadata import about, made, page_mark

_LINES = frozenset(
    ("P", "H1", "H2", "H3", "H4", "H5", "H6", "TD", "TH", "Caption", "LBody", "LI", "Note", "BlockQuote")
)
_SILENT = frozenset(("Lbl", "TOC", "TOCI", "Artifact"))
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_FOREIGN = ("/AcroForm", "/Names", "/OpenAction", "/AA", "/AF", "/Threads", "/Collection", "/OCProperties")
"""Forms, attached files, scripts, layers and the like, which no briefing has."""
_TURNED = ("/Rotate", "/CropBox", "/UserUnit")
"""What shows a page otherwise than it was written; no page of a briefing has it."""
_MOST_BOOKMARKS = 100_000
_BROKEN = "\x02"
"""What pdfium gives for the hyphen of a word that a line end broke."""
_Lines = tuple[str, ...]
_Words = dict[tuple[int, int], str]
"""(page number, marked-content id) -> the words painted there."""


def read(data: bytes, where: str) -> Finished:
    """Return the lines by the structure tree; a PDF without tags gives the lines of its pages."""
    try:
        words = _painted(data)
        with pikepdf.open(io.BytesIO(data)) as pdf:
            record = split_record(_kept(pdf))
            lines = _in_order(*_tagged(pdf, words), record.get("briefing-lines", ()))
            said = tuple(_said(pdf))
            bookmarks = tuple(_bookmarks(pdf.Root.get("/Outlines")))
    except (pikepdf.PdfError, pypdfium2.PdfiumError) as error:
        raise UnreadableSource("is not a PDF that can be opened", where=where) from error
    return Finished(
        lines=lines or _plain(data),
        record=record,
        expected=("title", "page"),
        said=said,
        contents=(bookmarks,),
        spaced=False,
        made=made(data),
    )


def _said(pdf: pikepdf.Pdf) -> Iterator[tuple[str, str]]:
    """Yield what the file says of itself, what each page shows, and what does not belong into a briefing."""
    told = {name: str(pdf.docinfo.get(f"/{name}", "")) for name in ("Title", "Subject", "Author", "Keywords")}
    yield from ((name.lower(), told[name]) for name in ("Title", "Subject") if told[name])
    yield from (("title", title) for title in _titles(pdf))
    yield "about", about(told["Author"], told["Keywords"])
    for number, page in enumerate(pdf.pages, 1):
        yield "page", page_mark(number, _seen(page))
    yield from (("outside", f"catalogue entry {name}") for name in _FOREIGN if name in pdf.Root)


def _seen(page: pikepdf.Page) -> str:
    """Return the digest of what a page shows, as the writer made it."""
    found = seen("", page.Contents.read_bytes() if isinstance(page.get("/Contents"), pikepdf.Stream) else b"")
    if any(name in page for name in _TURNED):
        found = seen(found, b"turned, cut or scaled")
    for mark in page.get("/Annots", pikepdf.Array()):
        link = mark.get("/A", pikepdf.Dictionary()).get("/URI", "")
        plain = mark.get("/Subtype") == "/Link" and "/AP" not in mark
        kind = "" if plain else f"{mark.get('/Subtype')} "
        found = seen(found, f"{kind}{mark.get('/Contents', '')}|{link}".encode())
    return found


def _bookmarks(outline: Any) -> Iterator[str]:
    """Yield the titles of an outline and of what stands below each."""
    entry = None if outline is None else outline.get("/First")
    for _ in range(_MOST_BOOKMARKS):
        if entry is None:
            return
        yield str(entry.get("/Title", ""))
        yield from _bookmarks(entry)
        entry = entry.get("/Next")


def _painted(data: bytes) -> _Words:
    found: dict[tuple[int, int], list[str]] = {}
    document = pypdfium2.PdfDocument(data)
    try:
        for number, page in enumerate(document):
            text_page = page.get_textpage()
            for index in range(pdfium.FPDFPage_CountObjects(page)):
                thing = pdfium.FPDFPage_GetObject(page, index)
                if pdfium.FPDFPageObj_GetType(thing) == pdfium.FPDF_PAGEOBJ_TEXT:
                    mark = pdfium.FPDFPageObj_GetMarkedContentID(thing)
                    found.setdefault((number, mark), []).append(_text(thing, text_page))
            text_page.close()
    finally:
        document.close()
    return {place: "".join(parts) for place, parts in found.items()}


def _text(thing: Any, text_page: Any) -> str:
    size = pdfium.FPDFTextObj_GetText(thing, text_page, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pointer = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
    pdfium.FPDFTextObj_GetText(thing, text_page, pointer, size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0").replace(_BROKEN, "")


def _in_order(body: _Lines, notes: _Lines, record: tuple[str, ...]) -> _Lines:
    """Return body and notes in the order of the record, which has what the writer adds to the body at its end."""
    own = next((at for at, word in enumerate(record, 1) if word.startswith("record:")), len(record))
    end = max(0, len(body) - sum(":" not in word for word in record[own:]))
    return (*body[:end], *notes, *body[end:])


def _tagged(pdf: pikepdf.Pdf, words: _Words) -> tuple[_Lines, _Lines]:
    root = pdf.Root.get("/StructTreeRoot")
    if root is None:
        return (), ()
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    return _Tree(pages, words).read(root)


@dataclass(slots=True)
class _Tree:
    """Reads the structure tree; notes, which stand at the foot of any page, are gathered apart."""

    pages: dict[Any, int]
    words: _Words
    body: list[list[str]] = field(default_factory=lambda: [[]])
    notes: list[list[str]] = field(default_factory=lambda: [[]])

    def read(self, root: Any) -> tuple[_Lines, _Lines]:
        """Return the lines of the body and those of the notes; empty ones are left out."""
        for kid in _kids(root):
            self._kid(kid, None, self.body)
        return _joined(self.body), _joined(self.notes)

    def _kid(self, kid: Any, page: int | None, into: list[list[str]]) -> None:
        if isinstance(kid, int):
            into[-1].append(self.words.get((-1 if page is None else page, kid), ""))
        elif "/MCID" in kid:
            own = self.pages.get(kid["/Pg"].objgen, page) if "/Pg" in kid else page
            into[-1].append(self.words.get((-1 if own is None else own, int(kid["/MCID"])), ""))
        elif kid.get("/Type") != "/OBJR":
            self._element(kid, page, into)

    def _element(self, node: Any, page: int | None, into: list[list[str]]) -> None:
        kind = str(node.get("/S", "/"))[1:]
        if kind in _SILENT or str(node.get("/ActualText", "-")) == "":
            return  # An empty replacement text marks a table header repeated for the eye.
        if "/ActualText" in node:
            into.append([str(node["/ActualText"])])  # Words that are read out or copied instead of those printed.
        page = self.pages.get(node["/Pg"].objgen, page) if "/Pg" in node else page
        into = self.notes if kind == "Note" else into
        if kind == "Reference":
            into[-1].extend(note_mark(number) for number in re.findall(r"\d+", self._within(node, page)))
            return
        if kind == "Figure":
            into.extend(([str(node.get("/Alt", ""))], []))
            return
        if kind in _LINES:
            into.append([])
        for kid in _kids(node):
            self._kid(kid, page, into)
        if kind in _LINES:
            into.append([])

    def _within(self, node: Any, page: int | None) -> str:
        apart: list[list[str]] = [[]]
        for kid in _kids(node):
            self._kid(kid, page, apart)
        return "".join(piece for pieces in apart for piece in pieces)


def _joined(lines: list[list[str]]) -> _Lines:
    return tuple(line for pieces in lines if (line := "".join(pieces)).strip())


def _kids(node: Any) -> list[Any]:
    kids = node.get("/K", pikepdf.Array())
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _plain(data: bytes) -> tuple[str, ...]:
    document = pypdfium2.PdfDocument(data)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return tuple(line for page in pages for line in page.splitlines() if line.strip())


def _packet(pdf: pikepdf.Pdf) -> etree._Element:
    """Return the XMP packet; an empty one where there is none that can be read."""
    packet = pdf.Root.get("/Metadata")
    data = packet.read_bytes() if isinstance(packet, pikepdf.Stream) else b"<none/>"
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return etree.Element("none")


def _titles(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Yield the titles in the XMP packet, which viewers show above the page."""
    for title in _packet(pdf).iter("{http://purl.org/dc/elements/1.1/}title"):
        yield from (words for li in title.iter(f"{_RDF}li") if (words := li.text or "").strip())


def _kept(pdf: pikepdf.Pdf) -> dict[str, str]:
    """Return the record from the XMP packet."""
    root = _packet(pdf)
    texts = {etree.QName(e).localname: e for e in root.iter() if isinstance(e.tag, str)}
    kept = {f"briefing-{name}": texts[name].text or "" for name in ("lines", "evidence") if name in texts}
    if "sources" in texts:
        entries = [li.text or "" for li in texts["sources"].iter(f"{_RDF}li")]
        kept["briefing-sources"] = " ".join(re.sub(r"\s+sha256:", ":", e) for e in entries)
    return kept
