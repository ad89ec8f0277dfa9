"""What stands on every page: short title, page number, mark, footer line."""

from __future__ import annotations

from docx.document import Document
from docx.section import _Footer, _Header

from briefing.model.blocks import PagesMeta
from briefing.model.theme import Theme
from briefing.write.docx.fields import field
from briefing.write.docx.paragraphs import paragraph
from briefing.write.docx.xml import Element, node, written


def furnish(document: Document, meta: PagesMeta, theme: Theme, *, pages: int) -> None:
    """Set header and footer; those of a base document stay, with the mark put above and below them."""
    section = document.sections[0]
    mark = _mark(meta, theme)
    head = [*mark, _header(meta, theme, pages)]
    foot = [_footer(meta, theme), *mark_copy(meta, theme)]
    _fill(section.header, head, mark)
    _fill(section.footer, foot, mark_copy(meta, theme))


def mark_copy(meta: PagesMeta, theme: Theme) -> list[Element]:
    """Make the mark once more, for an element stands in one place only."""
    return _mark(meta, theme)


def _mark(meta: PagesMeta, theme: Theme) -> list[Element]:
    words = meta.mark or theme.mark
    return [paragraph("Mark", [_words(words)])] if words else []


def _fill(story: _Header | _Footer, own: list[Element], mark: list[Element]) -> None:
    """Write `own` into an absent header or footer, only `mark` into one that the base document brings."""
    brought = not story.is_linked_to_previous
    story.is_linked_to_previous = False
    element = story._element
    if not brought:
        element[:] = own
    else:
        element.extend(mark)


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
    return pattern.strip()


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
