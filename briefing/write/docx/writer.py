"""Pages to a Word document: the order of its making."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from typing import cast

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.xmlchemy import BaseOxmlElement

from briefing.model.blocks import Pages
from briefing.model.theme import Theme
from briefing.write.docx.archive import packed, unpacked
from briefing.write.docx.around import around, pictured, titles
from briefing.write.docx.base import base_document
from briefing.write.docx.blocks import Blocks, Place
from briefing.write.docx.bookmarks import Bookmarks, document_bookmarks
from briefing.write.docx.contents import contents_elements
from briefing.write.docx.cover import covered
from briefing.write.docx.estimate import Guess, guess_pages
from briefing.write.docx.furniture import Furniture, furnish
from briefing.write.docx.inlines import Inliner
from briefing.write.docx.languages import DEFAULT_EAST_ASIAN, full_tag, is_east_asian
from briefing.write.docx.letterhead import completed, fitted, numbering_root, opened, rename_styles
from briefing.write.docx.links import Links
from briefing.write.docx.measures import text_area
from briefing.write.docx.notes import footnotes_part, footnotes_root
from briefing.write.docx.numbering import Numbering, add_lists, highest_number
from briefing.write.docx.pictures import Gallery
from briefing.write.docx.properties import describe
from briefing.write.docx.settings import declare_notes, keep_record
from briefing.write.docx.whole import with_whole
from briefing.write.docx.xml import Element, node, serialised


def write_docx(pages: Pages, theme: Theme, *, base: bytes | None = None) -> bytes:
    """Write `pages` as a Word document; `base` is a document whose styles, page, header and footer it takes over."""
    language = pages.meta.language
    east_asian = full_tag(language) if is_east_asian(language) else DEFAULT_EAST_ASIAN
    document = opened(base or base_document(theme, language=language, east_asian=east_asian))
    names: Mapping[str, str] = {}
    if base is not None:
        theme = fitted(theme, document)
        names = completed(document, theme, language=language, east_asian=east_asian)
    pages = covered(pages, theme)
    guess = guess_pages(pages, theme)
    making = _Making(
        pages=pages,
        theme=theme,
        bookmarks=document_bookmarks(pages),
        numbering=Numbering(theme, first=highest_number(numbering_root(document)) + 1),
        guess=guess,
        styles=names,
    )
    text = _write_stories(document, making)
    logo = dict(pages.pictures).get("logo") if theme.logo else None
    furnish(document, Furniture(meta=pages.meta, theme=theme, pages=guess.pages, logo=logo), names)
    describe(document, pages.meta)
    declare_notes(document.settings.element)
    keep_record(document.settings.element, pages.meta, beside=tuple(_beside(document, text)))
    _settle(document, text)
    target = BytesIO()
    document.save(target)
    return packed(with_whole(unpacked(target.getvalue())))


def _beside(document: Document, text: Element) -> Iterator[tuple[str, str]]:
    """Yield what stands beside the printed lines, as the check of a finished file reads it."""
    every = list(document.part.package.iter_parts())
    parts = {str(part.partname)[1:]: part.blob for part in every}
    yield from (("around", words) for words in (*around(parts), *titles(text)))
    yield from (("picture", mark) for mark in pictured(parts))
    yield from (("link", link.target_ref) for part in every for link in part.rels.values() if link.is_external)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Making:
    """What body and notes of one document share."""

    pages: Pages
    theme: Theme
    bookmarks: Bookmarks
    numbering: Numbering
    guess: Guess
    styles: Mapping[str, str]
    """The base document's ids of our styles where they differ."""
    cited: dict[str, int] = field(default_factory=dict)

    def story(self, part: Part, *, in_notes: bool = False) -> Blocks:
        """Return the writer of the blocks of `part`, to which its links and pictures are related."""
        inliner = Inliner(
            links=Links(part),
            bookmarks=self.bookmarks,
            footnotes={note.id: number for number, note in enumerate(self.pages.notes, 1)},
            in_notes=in_notes,
            cited=self.cited,
        )
        pictures = dict(self.pages.pictures)
        return Blocks(
            theme=self.theme,
            inliner=inliner,
            numbering=self.numbering,
            gallery=Gallery(part, pictures, self.theme, name="note_picture" if in_notes else "picture"),
            contents=partial(contents_elements, pages=self.pages, bookmarks=self.bookmarks, guess=self.guess),
        )


def _write_stories(document: Document, making: _Making) -> Element:
    """Write the body, then the notes, which may refer back to marks that the body has set; return the body."""
    width = text_area(making.theme).width
    body, part = making.story(document.part), footnotes_part(document.part.package)
    text = node("w:body", None, *body.elements(making.pages.blocks, Place(width=width)))
    rename_styles(text, making.styles)
    story = making.story(part, in_notes=True)
    place = Place(style="FootnoteText", width=width)
    notes = footnotes_root(making.pages.notes, partial(story.elements, place=place))
    rename_styles(notes, making.styles)
    part._blob = serialised(notes)
    document.part.rels.add_relationship(RELATIONSHIP_TYPE.FOOTNOTES, part, "rFootnotes")
    add_lists(numbering_root(document), making.numbering)
    return text


def _settle(document: Document, text: Element) -> None:
    """Make `text` the document's body; moving a table of many rows into python-docx's own tree takes quadratic time."""
    text.append(document.element.body.sectPr)
    document.part._element = cast(BaseOxmlElement, node("w:document", None, text))
