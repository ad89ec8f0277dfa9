"""Read a finished DOCX back."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from briefing.errors import UnreadableSource
from briefing.verify.finished.record import Finished, split_record

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FURNITURE = ("TOC", "Header", "Footer")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def read(data: bytes, where: str) -> Finished:
    """Return the lines of the body and the footnotes; what Word marks as deleted is not read, insertions are."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {name: package.read(name) for name in package.namelist() if name.startswith("word/")}
        body = _lines(parts["word/document.xml"])
        notes = _lines(parts["word/footnotes.xml"]) if "word/footnotes.xml" in parts else ()
        kept = _variables(parts.get("word/settings.xml", b""))
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, NotImplementedError, RuntimeError) as error:
        raise UnreadableSource("is not a Word file that can be opened", where=where) from error
    return Finished(lines=(*body, *notes), record=split_record(kept))


def _lines(part: bytes) -> tuple[str, ...]:
    root = etree.fromstring(part, _PARSER)
    found = [_text(p) for p in root.iter(f"{_W}p") if not _style(p).startswith(_FURNITURE)]
    return tuple(line for line in found if line.strip())


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else str(style.get(f"{_W}val", ""))


def _text(paragraph: etree._Element) -> str:
    return "".join(_runs(paragraph))


def _runs(node: etree._Element) -> Iterator[str]:
    for child in node:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in (f"{_W}br", f"{_W}tab", f"{_W}cr"):
            yield " "
        elif not _is_note_mark(child) and child.tag not in (
            f"{_W}del",
            f"{_W}p",
            f"{_W}instrText",
            f"{_W}pPr",
            f"{_W}rPr",
        ):
            yield from _runs(child)


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
