"""Read a finished DOCX back: its lines, its table of contents, what is hidden, and all it says beside them."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from briefing.errors import UnreadableSource
from briefing.model.lines import note_mark
from briefing.verify.finished.record import Finished, split_record
from briefing.write.docx.around import around, contents, linked, pictured, shown_elsewhere, titles, vanishing
from briefing.write.docx.whole import whole

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, KeyError, etree.XMLSyntaxError),
    *(NotImplementedError, RuntimeError, ValueError, OverflowError),
)
"""What a package that was cut, changed or packed in another way may raise."""
_NOTES = "word/footnotes.xml"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def read(data: bytes, where: str) -> Finished:
    """Return the lines of the body and the footnotes; what Word marks as deleted is not read, insertions are."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        main = etree.fromstring(parts["word/document.xml"], _PARSER)
        cited = tuple(str(mark.get(f"{_W}id")) for mark in main.iter(f"{_W}footnoteReference"))
        body = _lines(main, cited)
        notes = _notes(etree.fromstring(parts[_NOTES], _PARSER), cited) if _NOTES in parts else ()
        kept = _variables(parts.get("word/settings.xml", b""))
        said = tuple(_said(parts, main))
        entries = tuple(tuple(map(_entry, table[1:])) for table in contents(main))
    except _BROKEN as error:
        raise UnreadableSource("is not a Word file that can be opened", where=where) from error
    record = split_record(kept)
    return Finished(
        lines=(*body, *notes),
        record=record,
        expected=("around", "link", "picture"),
        said=said,
        contents=entries,
        made=whole(parts),
    )


def _said(parts: dict[str, bytes], main: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield what stands beside the lines, and what is hidden or stands outside the paragraphs among them."""
    yield from (("around", words) for words in (*around(parts), *titles(main)) if words.strip())
    yield from (("picture", mark) for mark in pictured(parts))
    yield from (("link", target) for target in linked(parts))
    for root in (main, *(etree.fromstring(parts[name], _PARSER) for name in (_NOTES,) if name in parts)):
        yield from (("outside", words) for words in shown_elsewhere(root) if words.strip())
        for run in root.iter(f"{_W}r"):
            words = "".join(piece.text or "" for piece in run.iter(f"{_W}t"))
            if words.strip() and _vanishes(run.find(f"{_W}rPr")):
                yield "hidden", words


def _vanishes(dress: etree._Element | None) -> bool:
    return dress is not None and next(vanishing(dress), None) is not None


def _entry(paragraph: etree._Element) -> str:
    """Return the words of a line of the contents; a page number behind a tab is left out."""
    pieces = ["\t" if e.tag == f"{_W}tab" else e.text or "" for e in paragraph.iter(f"{_W}t", f"{_W}tab")]
    words, _, page = "".join(pieces).partition("\t")
    return words if not page.strip() or page.strip().isdigit() else f"{words} {page}"


def _lines(root: etree._Element, cited: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lines below `root`; `cited` are the notes in the order in which Word numbers them."""
    apart = {entry for table in contents(root) for entry in table}
    stories = [p for p in root.iter(f"{_W}p") if p not in apart]
    return tuple(line for p in stories for line in (*_pictures(p), "".join(_runs(p, cited))) if line.strip())


def _notes(root: etree._Element, cited: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lines of the notes in the order of their numbers, wherever in the part they stand."""
    notes = sorted(root, key=lambda note: int(note.get(f"{_W}id", "0")))
    return tuple(line for note in notes for line in _lines(note, cited))


def _pictures(paragraph: etree._Element) -> Iterator[str]:
    """Yield what the pictures of a paragraph show, in words; one that was added says nothing of itself."""
    for shown in paragraph.iter(f"{_WP}docPr"):
        yield str(shown.get("descr", "")) or "a picture without words"
        yield str(shown.get("title", ""))


def _runs(node: etree._Element, cited: tuple[str, ...]) -> Iterator[str]:
    for child in node:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in (f"{_W}br", f"{_W}tab", f"{_W}cr"):
            yield " "
        elif child.tag == f"{_W}footnoteReference":
            yield note_mark(str(child.get(f"{_W}id")))
        elif _is_note_mark(child):
            words = "".join(piece.text or "" for piece in child.iter(f"{_W}t"))
            yield from (note_mark(_cited(int(number), cited)) for number in re.findall(r"\d+", words))
            yield re.sub(r"[\d\s,]+", "", words)
        elif child.tag not in (
            f"{_W}del",
            f"{_W}p",
            f"{_W}instrText",
            f"{_W}pPr",
            f"{_W}rPr",
        ):
            yield from _runs(child, cited)


def _cited(number: int, cited: tuple[str, ...]) -> str:
    """Return the note that is printed as `number`."""
    return cited[number - 1] if 0 < number <= len(cited) else f"no {number}"


def _is_note_mark(node: etree._Element) -> bool:
    """Say whether a run is the number of a note cited once more, or the comma between two marks."""
    raised = node.find(f"{_W}rPr/{_W}vertAlign")
    return raised is not None and raised.get(f"{_W}val") == "superscript"


def _variables(settings: bytes) -> dict[str, str]:
    if not settings:
        return {}
    kept: dict[str, str] = {}
    for variable in etree.fromstring(settings, _PARSER).iter(f"{_W}docVar"):
        name = str(variable.get(f"{_W}name")).partition(".")[0]
        kept[name] = f"{kept.get(name, '')} {variable.get(f'{_W}val')}"
    return kept
