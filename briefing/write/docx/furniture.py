"""What stands on every page: short title, page number, mark, footer line."""

from __future__ import annotations

from collections.abc import Mapping

from docx.document import Document
from docx.section import _Footer, _Header

from briefing.model.blocks import PagesMeta
from briefing.model.theme import Theme
from briefing.write.docx.fields import field
from briefing.write.docx.letterhead import rename_styles
from briefing.write.docx.paragraphs import paragraph
from briefing.write.docx.xml import Element, legal, node, qualified, written


def furnish(document: Document, meta: PagesMeta, theme: Theme, *, pages: int, styles: Mapping[str, str]) -> None:
    """Set header and footer; those of a base document stay, filled in and with the mark added."""
    section = document.sections[-1]
    own_head, own_foot = [*_mark(meta, theme), _header(meta, theme, pages)], [_footer(meta, theme), *_mark(meta, theme)]
    for story, own in ((section.header, own_head), (section.footer, own_foot)):
        if story.is_linked_to_previous:
            story.is_linked_to_previous = False
            story._element[:] = own
        else:
            _complete(story, meta, theme)
        rename_styles(story._element, styles)
    for story in _further_stories(document):
        _complete(story, meta, theme)
        rename_styles(story._element, styles)


def _further_stories(document: Document) -> list[_Header | _Footer]:
    """Return what a base document keeps for its first and its left pages."""
    section = document.sections[-1]
    found: list[_Header | _Footer] = []
    if section.different_first_page_header_footer:
        found.extend((section.first_page_header, section.first_page_footer))
    if document.settings.odd_and_even_pages_header_footer:
        found.extend((section.even_page_header, section.even_page_footer))
    return found


def _complete(story: _Header | _Footer, meta: PagesMeta, theme: Theme) -> None:
    """Fill in `{title}` and the like where they stand in one run, and add the mark below."""
    story.is_linked_to_previous = False
    for text in story._element.iter(qualified("w:t")):
        text.text = legal(_filled(text.text or "", meta))
    story._element.extend(_mark(meta, theme))


def _mark(meta: PagesMeta, theme: Theme) -> list[Element]:
    words = meta.mark or theme.mark
    return [paragraph("Mark", [_words(words)])] if words else []


def _header(meta: PagesMeta, theme: Theme, pages: int) -> Element:
    title = _filled(theme.header, meta) or meta.header
    return paragraph("Header", [_words(title), node("w:r", None, node("w:tab")), *_page_label(meta.page_label, pages)])


def _footer(meta: PagesMeta, theme: Theme) -> Element:
    return paragraph("Footer", [_words(_filled(theme.footer, meta))])


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
    before, _, rest = label.partition("{page}")
    between, _, after = rest.partition("{pages}")
    made = [_words(before), *field("PAGE", "1")]
    if "{pages}" in label:
        made.extend((_words(between), *field("NUMPAGES", str(pages)), _words(after)))
    return made


def _words(text: str) -> Element:
    return node("w:r", None, written(text))
