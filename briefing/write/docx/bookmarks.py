"""Bookmarks: names that Word accepts for the anchors of the pages, and their numbers."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from briefing.model.blocks import Heading, ListItem, NoteMark, Pages, Paragraph
from briefing.write.docx.traversal import every_block, every_inline, inline_runs
from briefing.write.docx.xml import Element, node

_LONGEST = 40
_FOREIGN = re.compile(r"[^0-9A-Za-z_]")


class Bookmarks:
    """The anchors of one document; each is set once, where it stands first."""

    def __init__(self, anchors: Iterable[str]) -> None:
        self._names: dict[str, str] = {}
        self._set: set[str] = set()
        taken: set[str] = set()
        for anchor in anchors:
            if anchor not in self._names:
                self._names[anchor] = _free_name(anchor, taken)

    def name(self, anchor: str) -> str | None:
        """Return the bookmark of `anchor`, or None where nothing in the pages bears it."""
        return self._names.get(anchor)

    def around(self, anchor: str | None, children: list[Element]) -> list[Element]:
        """Set the bookmark of `anchor` around `children`."""
        if anchor is None or anchor in self._set or anchor not in self._names:
            return children
        self._set.add(anchor)
        number = str(len(self._set))
        start = node("w:bookmarkStart", {"w:id": number, "w:name": self._names[anchor]})
        return [start, *children, node("w:bookmarkEnd", {"w:id": number})]


def note_anchor(note: str) -> str:
    """Return the anchor of the first mark of `note`."""
    return f"note {note}"


def document_bookmarks(pages: Pages) -> Bookmarks:
    """Collect what can be linked to: anchors in text and notes, and the notes that are cited more than once."""
    blocks = [*every_block(pages.blocks)]
    blocks.extend(inner for note in pages.notes for inner in every_block(note.blocks))
    anchors = [block.anchor for block in blocks if isinstance(block, Heading | Paragraph | ListItem) and block.anchor]
    return Bookmarks([*anchors, *(note_anchor(note) for note in _cited_again(blocks))])


def _cited_again(blocks: Iterable[object]) -> list[str]:
    seen: dict[str, int] = {}
    for block in blocks:
        for children in inline_runs(block):  # type: ignore[arg-type]
            for child in every_inline(children):
                if isinstance(child, NoteMark):
                    seen[child.note] = seen.get(child.note, 0) + 1
    return [note for note, times in seen.items() if times > 1]


def _free_name(anchor: str, taken: set[str]) -> str:
    """Return a name of at most 40 letters, digits and underscores; Word does not tell capitals from small letters."""
    digest = hashlib.sha256(anchor.encode("utf-8", "surrogatepass")).hexdigest()
    name = _FOREIGN.sub("_", anchor.replace("-", "_"))
    if not name[:1].isalpha():
        name = f"a_{name}"
    if len(name) > _LONGEST or _FOREIGN.search(anchor.replace("-", "_")) or name.lower() in taken:
        name = f"{name[: _LONGEST - 17]}_{digest[:16]}"
    taken.add(name.lower())
    return name
