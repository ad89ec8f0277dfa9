"""Read a finished PDF back by its tags: the words of each paragraph, cell and note, wherever pages break them."""

from __future__ import annotations

import ctypes
import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from lxml import etree

from briefing.errors import UnreadableSource
from briefing.verify.finished.record import Finished, split_record

_LINES = frozenset(
    ("P", "H1", "H2", "H3", "H4", "H5", "H6", "TD", "TH", "Caption", "LBody", "LI", "Note", "BlockQuote")
)
_SILENT = frozenset(("Lbl", "Reference", "TOC", "TOCI", "Figure", "Artifact"))
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_BROKEN = "\x02"
"""What pdfium gives for the hyphen of a word that a line end broke."""
_Words = dict[tuple[int, int], str]
"""(page number, marked-content id) -> the words painted there."""


def read(data: bytes, where: str) -> Finished:
    """Return the lines by the structure tree; a PDF without tags gives the lines of its pages."""
    try:
        words = _painted(data)
        with pikepdf.open(io.BytesIO(data)) as pdf:
            lines = tuple(line for line in _tagged(pdf, words) if line.strip())
            record = split_record(_kept(pdf))
    except (pikepdf.PdfError, pypdfium2.PdfiumError) as error:
        raise UnreadableSource("is not a PDF that can be opened", where=where) from error
    return Finished(lines=lines or _plain(data), record=record)


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


def _tagged(pdf: pikepdf.Pdf, words: _Words) -> list[str]:
    root = pdf.Root.get("/StructTreeRoot")
    if root is None:
        return []
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    gathered: list[list[str]] = [[]]
    for piece in _walk(root, pages, words, None):
        gathered.append([]) if piece is None else gathered[-1].append(piece)
    return ["".join(pieces) for pieces in gathered]


def _walk(node: Any, pages: dict[Any, int], words: _Words, page: int | None) -> Iterator[str | None]:
    """Yield the words below a structure element, and None where one line ends and another begins."""
    kind = str(node.get("/S", "/"))[1:]
    if kind in _SILENT or str(node.get("/ActualText", "-")) == "":
        return  # An empty replacement text marks a table header repeated for the eye.
    page = pages.get(node["/Pg"].objgen, page) if "/Pg" in node else page
    kids = node.get("/K", pikepdf.Array())
    breaks = kind in _LINES
    if breaks:
        yield None
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        yield from _kid(kid, pages, words, page)
    if breaks:
        yield None


def _kid(kid: Any, pages: dict[Any, int], words: _Words, page: int | None) -> Iterator[str | None]:
    if isinstance(kid, int):
        yield words.get((page if page is not None else -1, kid), "")
    elif "/MCID" in kid:
        own = pages.get(kid["/Pg"].objgen, page) if "/Pg" in kid else page
        yield words.get((own if own is not None else -1, int(kid["/MCID"])), "")
    elif kid.get("/Type") != "/OBJR":
        yield from _walk(kid, pages, words, page)


def _plain(data: bytes) -> tuple[str, ...]:
    document = pypdfium2.PdfDocument(data)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return tuple(line for page in pages for line in page.splitlines() if line.strip())


def _kept(pdf: pikepdf.Pdf) -> dict[str, str]:
    """Return the record from the XMP packet."""
    packet = pdf.Root.get("/Metadata")
    if packet is None:
        return {}
    try:
        root = etree.fromstring(packet.read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return {}
    texts = {etree.QName(e).localname: e for e in root.iter() if isinstance(e.tag, str)}
    kept = {f"briefing-{name}": texts[name].text or "" for name in ("lines", "evidence") if name in texts}
    if "sources" in texts:
        entries = [li.text or "" for li in texts["sources"].iter(f"{_RDF}li")]
        kept["briefing-sources"] = " ".join(re.sub(r"\s+sha256:", ":", e) for e in entries)
    return kept
