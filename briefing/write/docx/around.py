"""All that a Word file says beside its body and notes: heads, feet, comments, list marks, properties, foreign parts.

The writer keeps digests of it; the check of a finished file reads it again, so that words added anywhere are found.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping

from lxml import etree

from briefing.write.docx.fields import renewed_words, steady_words
from briefing.write.docx.xml import Element, qualified

_READ_AS_LINES = ("word/document.xml", "word/footnotes.xml")
_HARMLESS = re.compile(r"(?:.*\.(?:rels|odttf)|word/media/.*|docProps/thumbnail\..*|\[Content_Types\]\.xml)")
_CONTENTS = "Table of Contents"
_PROPERTIES = ("title", "subject", "creator", "keywords", "description", "category", "lpwstr")
_STYLES = "word/styles.xml"
_VANISHING = ("w:vanish", "w:specVanish", "w:webHidden", "w:strike", "w:dstrike")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def around(parts: Mapping[str, bytes]) -> tuple[str, ...]:
    """Return the words of all parts, by their names in the package, in which no printed line stands."""
    return tuple(
        words
        for name in sorted(parts)
        if name not in _READ_AS_LINES and not _HARMLESS.fullmatch(name)
        for words in _words_of(name, parts[name])
        if words.strip()
    )


def pictured(parts: Mapping[str, bytes]) -> tuple[str, ...]:
    """Return the digests of the pictures."""
    return tuple(hashlib.sha256(parts[name]).hexdigest() for name in sorted(parts) if name.startswith("word/media/"))


def linked(parts: Mapping[str, bytes]) -> tuple[str, ...]:
    """Return where the links lead that leave the file, a template that would be fetched among them."""
    every = (e for name in parts if name.endswith(".rels") for e in etree.fromstring(parts[name], _PARSER))
    return tuple(str(e.get("Target", "")) for e in every if e.get("TargetMode") == "External")


def contents(root: Element) -> list[list[Element]]:
    """Return the paragraphs of each table of contents: its title, then its entries."""
    found = [e.getparent() for e in root.iter(qualified("w:docPartGallery")) if e.get(qualified("w:val")) == _CONTENTS]
    tables = [next(gallery.iterancestors(qualified("w:sdt"))) for gallery in found if gallery is not None]
    return [list(table.iter(qualified("w:p"))) for table in tables]


def titles(root: Element) -> tuple[str, ...]:
    """Return the titles of the tables of contents."""
    return tuple("".join(t.text or "" for t in table[0].iter(qualified("w:t"))) for table in contents(root) if table)


def _words_of(name: str, data: bytes) -> Iterator[str]:
    """Yield what a part says; one that is no XML (a page, a file put inside) is told by its name."""
    if not name.endswith(".xml"):
        yield name
        return
    root = etree.fromstring(data, _PARSER)
    if name.startswith("docProps/"):
        yield from (e.text or "" for e in root.iter(etree.Element) if etree.QName(e).localname in _PROPERTIES)
        return
    yield from steady_words(root)
    yield from (words for words in renewed_words(root) if _WORDS.search(words))
    yield from shown_elsewhere(root)
    yield from (f"hidden by {_owner(mark)}" for mark in vanishing(root) if name == _STYLES)
    yield from (label for e in root.iter(qualified("w:lvlText")) if _WORDS.search(label := _label(e)))


def shown_elsewhere(root: Element) -> Iterator[str]:
    """Yield words that stand outside the runs of a paragraph: in drawings, charts, formulas and word art."""
    for element in root.iter(etree.Element):
        space, name = etree.QName(element).namespace or "", etree.QName(element).localname
        if (name == "t" and element.tag != qualified("w:t")) or (name == "v" and space.endswith("/chart")):
            yield element.text or ""
        elif name == "textpath":
            yield str(element.get("string", ""))


def vanishing(root: Element) -> Iterator[Element]:
    """Yield the marks below `root` that hide words or strike them out."""
    for mark in root.iter(*map(qualified, _VANISHING)):
        if mark.get(qualified("w:val"), "true") not in ("0", "false", "off"):
            yield mark


def _owner(mark: Element) -> str:
    styles = (str(style.get(qualified("w:styleId"))) for style in mark.iterancestors(qualified("w:style")))
    return next(styles, "the defaults")


def _label(element: Element) -> str:
    return str(element.get(qualified("w:val"), ""))
