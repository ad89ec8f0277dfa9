"""PDF files: words in reading order with their pages; headers, footers and footnotes apart from the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import pypdfium2

from briefing.errors import UnreadableSource
from briefing.model.document import Metadata
from briefing.read.draft import Draft, Piece, compose
from briefing.read.limits import Limits
from briefing.read.pdf.blocks import Group, goes_on, groups_of, levels, note_groups, pieces_of, setting_of
from briefing.read.pdf.furniture import body_size, footnotes, furniture
from briefing.read.pdf.hyphens import Joiner
from briefing.read.pdf.legible import advice, why_illegible
from briefing.read.pdf.lines import Line, lines_of
from briefing.read.pdf.ocr import recognise
from briefing.read.pdf.page import PageText, page_text

MEDIA_TYPE = "application/pdf"
RECOGNISED = "its words were recognised from pictures of its pages and may be wrong"
_DATE = re.compile(r"^D?:?(\d{4})(\d{2})(\d{2})")
_NO_TITLE = re.compile(r"^(?:untitled|microsoft word - .*|.*\.(?:docx?|pdf|indd|rtf|odt|qxd)|\W*)$", re.I)


def read_pdf(name: str, data: bytes, limits: Limits, ocr: bool = False) -> Draft:
    """Return a PDF's text; a page's notes and furniture follow the paragraphs that begin on it.

    Files whose letters have no known characters, or that are pictures of pages, are refused; with `ocr` their pages
    are recognised by the tesseract program instead.
    """
    document = _open(name, data)
    notes: tuple[str, ...] = ()
    try:
        if len(document) > limits.max_pages:
            raise UnreadableSource(f"the PDF has {len(document):,} pages, more than {limits.max_pages:,}", where=name)
        pages = tuple(_pages(document))
        hints = _properties(document)
        illegible = why_illegible(pages)
        if illegible is None:
            pieces = tuple(pieces_of_pages(pages))
        elif ocr:
            pieces, notes = tuple(recognise(name, document)), (RECOGNISED,)
        else:
            raise UnreadableSource(illegible, where=name, hint=advice())
    finally:
        document.close()
    text, blocks = compose(pieces)
    if not text:
        raise UnreadableSource("the PDF holds no text", where=name)
    return Draft(text=text, blocks=blocks, hints=hints, media_type=MEDIA_TYPE, pages=len(pages), notes=notes)


def _open(name: str, data: bytes) -> Any:
    if not data:
        raise UnreadableSource("the file is empty", where=name)
    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as fault:
        raise _refusal(name, data, str(fault)) from fault
    if count == 0:
        raise UnreadableSource("the PDF has no pages", where=name)
    return document


def _refusal(name: str, data: bytes, fault: str) -> UnreadableSource:
    if "password" in fault.lower():
        return UnreadableSource("the PDF is encrypted with a password", where=name, hint="save it without a password")
    if "security" in fault.lower():
        return UnreadableSource("the PDF is encrypted in a way that cannot be read", where=name)
    if b"%PDF" not in data[:1024]:
        return UnreadableSource("the file is not a PDF (it does not begin like one)", where=name)
    return UnreadableSource("the PDF is damaged and cannot be opened", where=name, hint="open and save it anew")


def _pages(document: Any) -> Iterator[PageText]:
    """Yield the pages' words; a page that cannot be opened counts as one without."""
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            yield PageText(number + 1, 612.0, 792.0, (), 0, 0)
            continue
        yield page_text(page, number + 1)
        page.close()


def pieces_of_pages(pages: Sequence[PageText]) -> Iterator[Piece]:
    """Yield the blocks of all pages in reading order."""
    lines = [lines_of(page) for page in pages]
    furnished = furniture(lines, [page.height for page in pages])
    texts = [[line for line in page if id(line) not in furnished] for page in lines]
    size = body_size(texts)
    setting = setting_of(texts, size)
    body: list[list[Group]] = []
    notes: list[list[Group]] = []
    for page in texts:
        small = footnotes(page, size)
        body.append(groups_of([line for line in page if id(line) not in small], setting))
        notes.append(note_groups([line for line in page if id(line) in small]))
    _run_on(body)
    everything = [g for groups in body for g in groups]
    _find_title(body)
    levels(everything)
    joiner = Joiner(line.text for page in lines for line in page)
    for number, groups in enumerate(body):
        yield from pieces_of(
            [_edge(line, furnished) for line in lines[number] if furnished.get(id(line)) == "header"], joiner
        )
        yield from pieces_of([*groups, *notes[number]], joiner)
        yield from pieces_of(
            [_edge(line, furnished) for line in lines[number] if furnished.get(id(line)) == "footer"], joiner
        )


def _edge(line: Line, furnished: dict[int, str]) -> Group:
    return Group("header" if furnished[id(line)] == "header" else "footer", [line])


def _run_on(pages: list[list[Group]]) -> None:
    """Join the paragraphs that a column's or page's end has parted."""
    last: Group | None = None
    for groups in pages:
        kept: list[Group] = []
        for group in groups:
            parted = last is not None and _is_parted(last.lines[-1], group.lines[0])
            if last is not None and parted and goes_on(last, group):
                last.lines.extend(group.lines)
                continue
            kept.append(group)
            last = group
        groups[:] = kept


def _is_parted(last: Line, line: Line) -> bool:
    return last.page != line.page or last.column != line.column


def _find_title(pages: list[list[Group]]) -> None:
    """Type the largest heading of the first page with any as the title."""
    first = next((groups for groups in pages if any(g.kind == "heading" for g in groups)), [])
    headings = [g for g in first if g.kind == "heading"]
    if headings:
        largest = max(headings, key=lambda g: round(g.size, 1))
        if largest.size >= 1.2 * min((g.size for g in first if g.kind == "paragraph"), default=largest.size / 2):
            largest.kind = "title"


def _properties(document: Any) -> Metadata:
    """Return what the file's properties state; its date is that of its making, hence inferred."""
    stated = {k: " ".join(v.split()) for k, v in document.get_metadata_dict().items()}
    title, made = stated.get("Title", ""), _DATE.match(stated.get("CreationDate", ""))
    is_date = made is not None and "01" <= made[2] <= "12" and "01" <= made[3] <= "31"
    return Metadata(
        title=None if _NO_TITLE.match(title) or "\ufffd" in title or "???" in title else title,
        author=stated.get("Author") or None,
        published="-".join(made.groups()) if made is not None and is_date else None,
        published_basis="inferred" if is_date else "unknown",
        published_from="created, in the file's properties" if is_date else None,
    )
