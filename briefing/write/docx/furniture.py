"""What stands on every page: short title, page number, mark, footer line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from docx.document import Document
from docx.section import _Footer, _Header

from briefing.model.blocks import PagesMeta, Picture
from briefing.model.characters import legible
from briefing.model.theme import Theme
from briefing.write.docx.fields import field
from briefing.write.docx.letterhead import rename_styles
from briefing.write.docx.measures import text_area
from briefing.write.docx.paragraphs import paragraph
from briefing.write.docx.pictures import Gallery
from briefing.write.docx.xml import Element, node, qualified, written

_LOGO_HEIGHT = 30.0
_NUMBERS = re.compile(r"(\{pages?\})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """What head and foot are made of; `pages` is how many pages there will be."""

    meta: PagesMeta
    theme: Theme
    pages: int
    logo: Picture | None = None

    def header(self, *, titled: bool) -> list[Element]:
        """Make the head of a page: mark, short title, page number."""
        title = _filled(self.theme.header, self.meta) if titled else ""
        number = _page_label(self.meta.page_label, self.pages)
        return [*self.mark(), paragraph("Header", [_words(title), node("w:r", None, node("w:tab")), *number])]

    def footer(self) -> list[Element]:
        """Make the foot of a page: notice and mark."""
        return [paragraph("Footer", [_words(_filled(self.theme.footer, self.meta))]), *self.mark()]

    def mark(self) -> list[Element]:
        """Make the classification or embargo line, if there is one."""
        words = self.meta.mark or self.theme.mark
        return [paragraph("Mark", [_words(words)])] if words else []


def furnish(document: Document, furniture: Furniture, styles: Mapping[str, str]) -> None:
    """Set heads and feet; those of a base document stay, filled in and with the mark added."""
    section = document.sections[-1]
    if section.header.is_linked_to_previous and not section.different_first_page_header_footer:
        section.different_first_page_header_footer = True
        _put(section.first_page_header, _first_header(section.first_page_header, furniture))
        _put(section.first_page_footer, furniture.footer())
    else:
        for further in _further_stories(document):
            _complete(further, furniture)
    own_head, own_foot = furniture.header(titled=True), furniture.footer()
    for story, own in ((section.header, own_head), (section.footer, own_foot)):
        if story.is_linked_to_previous:
            _put(story, own)
        else:
            _complete(story, furniture)
    for story in (section.header, section.footer, *_further_stories(document)):
        rename_styles(story._element, styles)


def _put(story: _Header | _Footer, content: list[Element]) -> None:
    story.is_linked_to_previous = False
    story._element[:] = content


def _first_header(story: _Header, furniture: Furniture) -> list[Element]:
    """Make the head of the first page, which bears the logo and no short title: the title stands below it."""
    story.is_linked_to_previous = False
    made = furniture.header(titled=False)
    if furniture.logo is not None:
        gallery = Gallery(story.part, {"logo": furniture.logo}, furniture.theme, name="logo")
        width = min(_LOGO_HEIGHT * furniture.logo.width / furniture.logo.height, text_area(furniture.theme).width / 3)
        drawing = gallery.drawing("logo", furniture.meta.author or "Logo", width=width)
        made.insert(0, paragraph("Figure", [node("w:r", None, drawing)]))
    return made


def _further_stories(document: Document) -> list[_Header | _Footer]:
    """Return what a base document keeps for its first and its left pages."""
    section = document.sections[-1]
    found: list[_Header | _Footer] = []
    if section.different_first_page_header_footer:
        found.extend((section.first_page_header, section.first_page_footer))
    if document.settings.odd_and_even_pages_header_footer:
        found.extend((section.even_page_header, section.even_page_footer))
    return found


def _complete(story: _Header | _Footer, furniture: Furniture) -> None:
    """Fill in `{title}` and the like where they stand in one run, and add the mark below."""
    story.is_linked_to_previous = False
    for text in story._element.iter(qualified("w:t")):
        text.text = legible(_filled(text.text or "", furniture.meta))
    story._element.extend(furniture.mark())


def _filled(pattern: str, meta: PagesMeta) -> str:
    """Put what is known into `pattern`; anything else in braces stays as it is."""
    known = {
        "{title}": meta.header or meta.title,
        "{header}": meta.header,
        "{footer}": meta.footer,
        "{as_of}": meta.as_of,
    }
    for name, words in known.items():
        pattern = pattern.replace(name, words)
    return pattern


def _page_label(label: str, pages: int) -> list[Element]:
    """Write `Page {page} of {pages}` with fields in the places of the numbers."""
    numbers = {"{page}": ("PAGE", "1"), "{pages}": ("NUMPAGES", str(pages))}
    made: list[Element] = []
    for piece in _NUMBERS.split(label):
        made.extend(field(*numbers[piece]) if piece in numbers else [_words(piece)] if piece else [])
    return made


def _words(text: str) -> Element:
    return node("w:r", None, written(text))
