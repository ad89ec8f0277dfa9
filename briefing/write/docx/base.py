"""The base document made from the theme: every style and no text."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from briefing.model.theme import Theme
from briefing.write.docx.archive import packed
from briefing.write.docx.measures import text_area, twips
from briefing.write.docx.office_theme import office_theme
from briefing.write.docx.settings import complete_settings
from briefing.write.docx.styles import styles_root
from briefing.write.docx.typefaces import fonts_root
from briefing.write.docx.xml import Element, node, root_of, serialised

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_PARTS = {
    "styles": ("styles.xml", f"{_WORD}.styles+xml"),
    "settings": ("settings.xml", f"{_WORD}.settings+xml"),
    "numbering": ("numbering.xml", f"{_WORD}.numbering+xml"),
    "fontTable": ("fontTable.xml", f"{_WORD}.fontTable+xml"),
    "theme": ("theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
}
"""The parts beside the text: kind of relation to file and content type."""
_CORE_EMPTY = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties '
    b'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    b'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    b'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
)


def base_document(theme: Theme, *, language: str = "en-GB", east_asian: str = "ko-KR") -> bytes:
    """Make an empty document with every style; a user may take it as the beginning of a letterhead."""
    settings = node("w:settings")
    complete_settings(settings, theme, language=language, east_asian=east_asian)
    body = node("w:document", None, node("w:body", None, _section(theme)))
    return packed(
        {
            "[Content_Types].xml": serialised(_content_types()),
            "_rels/.rels": serialised(
                _relations([(f"{_OFFICE}/officeDocument", "word/document.xml"), (_CORE, "docProps/core.xml")])
            ),
            "docProps/core.xml": _CORE_EMPTY,
            "word/_rels/document.xml.rels": serialised(
                _relations((f"{_OFFICE}/{kind}", target) for kind, (target, _) in _PARTS.items())
            ),
            "word/document.xml": serialised(body),
            "word/fontTable.xml": serialised(fonts_root(theme.faces)),
            "word/numbering.xml": serialised(node("w:numbering")),
            "word/settings.xml": serialised(settings),
            "word/styles.xml": serialised(styles_root(theme, language, east_asian)),
            "word/theme/theme1.xml": serialised(office_theme(theme)),
        }
    )


def _section(theme: Theme) -> Element:
    area, page = text_area(theme), theme.page
    size = node("w:pgSz", {"w:w": twips(area.page_width), "w:h": twips(area.page_height)})
    margins = {"top": page.top, "right": page.right, "bottom": page.bottom, "left": page.left}
    attributes = {f"w:{side}": twips(length) for side, length in margins.items()}
    furniture = {"w:header": twips(page.top * 0.47), "w:footer": twips(page.bottom * 0.32), "w:gutter": "0"}
    return node("w:sectPr", None, size, node("w:pgMar", attributes | furniture))


def _content_types() -> Element:
    root = root_of(_TYPES, "Types")
    for suffix, kind in (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
    ):
        etree.SubElement(root, f"{{{_TYPES}}}Default", Extension=suffix, ContentType=kind)
    kinds = {f"/word/{target}": kind for target, kind in _PARTS.values()}
    kinds |= {"/word/document.xml": f"{_WORD}.document.main+xml", "/docProps/core.xml": _CORE_TYPE}
    for name, kind in kinds.items():
        etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=name, ContentType=kind)
    return root


def _relations(targets: Iterable[tuple[str, str]]) -> Element:
    root = root_of(_RELATIONS, "Relationships")
    for number, (kind, target) in enumerate(targets, 1):
        etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", Id=f"rId{number}", Type=kind, Target=target)
    return root
