"""A base document: opened, emptied of its text, and completed with what a briefing needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from io import BytesIO

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.parts.numbering import NumberingPart
from lxml import etree

from briefing.errors import ExportError
from briefing.model.theme import Theme
from briefing.write.docx.languages import language_element
from briefing.write.docx.measures import PAPERS
from briefing.write.docx.settings import complete_settings
from briefing.write.docx.styles import styles_root
from briefing.write.docx.xml import Element, node, qualified, serialised

_LEFT_BEHIND = (
    RELATIONSHIP_TYPE.FOOTNOTES,
    RELATIONSHIP_TYPE.COMMENTS,
    RELATIONSHIP_TYPE.THUMBNAIL,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
)
"""Parts that only the text of the base document spoke of, its picture, and a copy of its styles for Word 2007."""
_STYLE_USES = tuple(map(qualified, ("w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next", "w:link")))
_VALUE = qualified("w:val")


def opened(base: bytes) -> Document:
    """Open a base document and empty it of its text; its last section, with header and footer, stays."""
    try:
        document = docx.Document(BytesIO(base))
    except Exception as error:
        raise ExportError(
            f"the base document cannot be opened: {error}", hint="open it in a word processor and save it as .docx"
        ) from error
    body = document.element.body
    for child in list(body):
        if child is not body.sectPr:
            body.remove(child)
    return document


def completed(document: Document, theme: Theme, *, language: str, east_asian: str) -> Mapping[str, str]:
    """Add what the user's `document` lacks; return its ids for our styles where they are others.

    A style that the document has under the same name stays as the user made it.
    """
    for relations in (document.part.rels, document.part.package.rels):
        for key in [key for key, relation in relations.items() if relation.reltype in _LEFT_BEHIND]:
            del relations[key]
    _set_language(document.styles.element, language_element(language, east_asian=east_asian))
    complete_settings(document.settings.element, theme, language=language, east_asian=east_asian)
    if not any(relation.reltype == RELATIONSHIP_TYPE.NUMBERING for relation in document.part.rels.values()):
        empty = parse_xml(serialised(node("w:numbering")))
        uri = PackURI("/word/numbering.xml")
        part = NumberingPart(uri, CONTENT_TYPE.WML_NUMBERING, empty, document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return _complete_styles(document.styles.element, styles_root(theme, language, east_asian))


def numbering_root(document: Document) -> Element:
    """Return the numbering part's root."""
    root: Element = document.part.numbering_part.element
    return root


def rename_styles(root: Element, names: Mapping[str, str]) -> None:
    """Let everything under `root` use the ids that the base document gives its styles."""
    if names:
        for use in root.iter(*_STYLE_USES):
            use.set(_VALUE, names.get(use.get(_VALUE, ""), use.get(_VALUE, "")))


def fitted(theme: Theme, document: Document) -> Theme:
    """Return `theme` with such margins that its text area is as large as that of `document`."""
    section = document.sections[-1]
    measures = (section.page_width, section.page_height, section.left_margin, section.right_margin)
    vertical = (section.top_margin, section.bottom_margin)
    if any(length is None for length in (*measures, *vertical)):
        return theme
    width, height, left, right, top, bottom = (length.pt for length in (*measures, *vertical) if length is not None)
    paper_width, paper_height = PAPERS[theme.page.paper]
    page = replace(
        theme.page,
        left=left,
        top=abs(top),
        right=paper_width - left - (width - left - right),
        bottom=paper_height - abs(top) - (height - abs(top) - abs(bottom)),
    )
    return replace(theme, page=page)


def _set_language(styles: Element, language: Element) -> None:
    """Let `language` be that of all text that names none."""
    defaults = styles.find("/".join(map(qualified, ("w:docDefaults", "w:rPrDefault", "w:rPr"))))
    if defaults is not None:
        for old in defaults.findall(language.tag):
            defaults.remove(old)
        defaults.append(language)


def _complete_styles(present: Element, ours: Element) -> dict[str, str]:
    identifier = qualified("w:styleId")
    known = {_name(style).lower(): style.get(identifier, "") for style in _styles(present)}
    taken = set(known.values())
    names: dict[str, str] = {}
    missing: list[Element] = []
    for style in _styles(ours):
        key = style.get(identifier, "")
        if _name(style).lower() in known:
            names[key] = known[_name(style).lower()]
        else:
            names[key] = key if key not in taken else f"Briefing{key}"
            style.set(identifier, names[key])
            missing.append(style)
    different = {key: name for key, name in names.items() if key != name}
    for style in missing:
        etree.strip_attributes(style, qualified("w:default"))
        rename_styles(style, different)
        present.append(style)
    return different


def _styles(root: Element) -> Iterable[Element]:
    return list(root.iterchildren(qualified("w:style")))


def _name(style: Element) -> str:
    name = style.find(qualified("w:name"))
    return "" if name is None else name.get(_VALUE, "")
