"""Document properties: who, what, when, and what the briefing was made from."""

from __future__ import annotations

import datetime
import re

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from briefing.model.blocks import PagesMeta
from briefing.model.characters import legible
from briefing.write.docx.xml import root_of, serialised

_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_LONGEST = 255
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def describe(document: Document, meta: PagesMeta) -> None:
    """Set the core and custom properties; no date is that of writing, so that the same briefing gives the same file."""
    core = document.core_properties
    core.title = _short(meta.title)
    core.subject = _short(meta.subject)
    core.author = _short(meta.author)
    core.last_modified_by = _short(meta.author)
    core.keywords = _short(", ".join(meta.keywords))
    core.language = meta.language
    core.revision = 1
    core.created = core.modified = _moment(meta.as_of)
    _set_custom(document, meta)


def _short(text: str) -> str:
    return legible(text)[:_LONGEST]


def _moment(as_of: str) -> datetime.datetime:
    day = _DAY.match(as_of)
    return datetime.datetime.fromisoformat(day.group()) if day else datetime.datetime(1980, 1, 1)


def _set_custom(document: Document, meta: PagesMeta) -> None:
    named = [("Schema version", meta.schema_version), ("As of", meta.as_of)]
    if meta.mark:
        named.append(("Mark", meta.mark))
    named.extend((f"Source {source} sha256", digest) for source, digest in meta.sources)
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.CUSTOM_PROPERTIES:
            del package.rels[key]
    part = Part(PackURI("/docProps/custom.xml"), _CONTENT_TYPE, _custom_bytes(named), package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def _custom_bytes(named: list[tuple[str, str]]) -> bytes:
    root = root_of(_CUSTOM, "Properties", {"vt": _TYPES})
    for number, (name, words) in enumerate(named, 2):
        entry = etree.SubElement(root, f"{{{_CUSTOM}}}property", fmtid=_FORMAT, pid=str(number), name=_short(name))
        etree.SubElement(entry, f"{{{_TYPES}}}lpwstr").text = legible(words)
    return serialised(root)
