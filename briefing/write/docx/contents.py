"""The table of contents: a field whose entries and page numbers are already there."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model.blocks import Contents, Heading, Pages
from briefing.write.docx.bookmarks import Bookmarks
from briefing.write.docx.estimate import Guess
from briefing.write.docx.fields import field, field_end, field_start
from briefing.write.docx.paragraphs import paragraph
from briefing.write.docx.traversal import every_block, plain
from briefing.write.docx.xml import Element, node, value, written


def contents_elements(contents: Contents, pages: Pages, bookmarks: Bookmarks, guess: Guess) -> list[Element]:
    """Write the contents of `pages`; Word asks nothing on opening, for nothing is left to fill in."""
    heads = [
        block for block in every_block(pages.blocks) if isinstance(block, Heading) and block.level in contents.levels
    ]
    if not heads:
        return []
    title = paragraph("TOCHeading", [node("w:r", None, written(pages.meta.contents_label))])
    first = min(contents.levels)
    entries = [_entry(head, min(head.level - first + 1, 3), bookmarks, guess) for head in heads]
    _open_field(entries[0], contents.levels)
    entries[-1].append(field_end())
    kind = node("w:docPartObj", None, value("w:docPartGallery", "Table of Contents"), node("w:docPartUnique"))
    return [node("w:sdt", None, node("w:sdtPr", None, kind), node("w:sdtContent", None, title, *entries))]


def _open_field(entry: Element, levels: Sequence[int]) -> None:
    """Begin the field in the first entry; levels are those of Word's headings, which leave the title out."""
    instruction = rf'TOC \o "{max(min(levels) - 1, 1)}-{max(max(levels) - 1, 1)}" \h \z \u'
    for offset, run in enumerate(field_start(instruction), 1):
        entry.insert(offset, run)


def _entry(head: Heading, level: int, bookmarks: Bookmarks, guess: Guess) -> Element:
    name = bookmarks.name(head.anchor) or ""
    page = str(guess.headings.get(head.anchor, 1))
    words = [
        node("w:r", None, written(plain(head.children))),
        node("w:r", None, node("w:tab")),
        *field(rf"PAGEREF {name} \h", page),
    ]
    return paragraph(f"TOC{level}", [node("w:hyperlink", {"w:anchor": name, "w:history": "1"}, *words)])
