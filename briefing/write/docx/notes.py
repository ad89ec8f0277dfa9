"""The part that holds the footnotes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from docx.opc.constants import CONTENT_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package

from briefing.model.blocks import Block, Note
from briefing.write.docx.inlines import NOTE_MARK
from briefing.write.docx.paragraphs import paragraph
from briefing.write.docx.xml import Element, node, qualified, value, written

SEPARATORS = (("separator", "-1"), ("continuationSeparator", "0"))
"""The two reserved notes, which draw the line above the notes of a page."""


def footnotes_part(package: Package | None) -> Part:
    """Make an empty part; its bytes come last, when its links are known."""
    return Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, b"", package)


def footnotes_root(notes: Sequence[Note], write: Callable[[Sequence[Block]], list[Element]]) -> Element:
    """Write `notes`, numbered from 1, behind the reserved ones."""
    made = [_separator(kind, number) for kind, number in SEPARATORS]
    made.extend(_note(number, write(note.blocks)) for number, note in enumerate(notes, 1))
    return node("w:footnotes", None, *made)


def _separator(kind: str, number: str) -> Element:
    properties = node("w:pPr", None, node("w:spacing", {"w:after": "0", "w:line": "240", "w:lineRule": "auto"}))
    line = node("w:p", None, properties, node("w:r", None, node(f"w:{kind}")))
    return node("w:footnote", {"w:type": kind, "w:id": number}, line)


def _note(number: int, blocks: list[Element]) -> Element:
    """Put the note's own number at the head of its first paragraph."""
    if not blocks or blocks[0].tag != qualified("w:p"):
        blocks = [paragraph("FootnoteText", []), *blocks]
    mark = node("w:r", None, node("w:rPr", None, value("w:rStyle", NOTE_MARK)), node("w:footnoteRef"))
    blocks[0].insert(1, mark)
    blocks[0].insert(2, node("w:r", None, written(" ")))
    return node("w:footnote", {"w:id": str(number)}, *blocks)
