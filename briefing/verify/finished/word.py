"""Read a finished DOCX back."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from briefing.errors import UnreadableSource
from briefing.model.lines import note_mark
from briefing.verify.finished.record import Finished, split_record
from briefing.write.docx.fields import steady_words

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_FURNITURE = ("TOC", "Header", "Footer")
_NOTES = "word/footnotes.xml"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def read(data: bytes, where: str) -> Finished:
    """Return the lines of the body and the footnotes; what Word marks as deleted is not read, insertions are."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {name: package.read(name) for name in package.namelist() if name.startswith("word/")}
        main = etree.fromstring(parts["word/document.xml"], _PARSER)
        cited = tuple(str(mark.get(f"{_W}id")) for mark in main.iter(f"{_W}footnoteReference"))
        body = _lines(main, cited)
        notes = _lines(etree.fromstring(parts[_NOTES], _PARSER), cited) if _NOTES in parts else ()
        kept = _variables(parts.get("word/settings.xml", b""))
        said = tuple(_said(parts))
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, NotImplementedError, RuntimeError) as error:
        raise UnreadableSource("is not a Word file that can be opened", where=where) from error
    record = split_record(kept)
    return Finished(lines=(*body, *notes), record=record, expected=("around",), said=said)


def _said(parts: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """Yield the words of heads and feet."""
    for name in sorted(parts):
        if name.startswith(("word/header", "word/footer")):
            yield from (("around", words) for words in steady_words(etree.fromstring(parts[name], _PARSER)))


def _lines(root: etree._Element, cited: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lines below `root`; `cited` are the notes in the order in which Word numbers them."""
    stories = [p for p in root.iter(f"{_W}p") if not _style(p).startswith(_FURNITURE)]
    return tuple(line for p in stories for line in (*_pictures(p), "".join(_runs(p, cited))) if line.strip())


def _pictures(paragraph: etree._Element) -> Iterator[str]:
    """Yield what the pictures of a paragraph show, in words."""
    yield from (str(shown.get("descr", "")) for shown in paragraph.iter(f"{_WP}docPr"))


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else str(style.get(f"{_W}val", ""))


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
