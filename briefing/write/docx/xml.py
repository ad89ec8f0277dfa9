"""Make WordprocessingML elements: names, attributes, and text that XML can hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import cast

from lxml import etree

from briefing.model.characters import legible

Element = etree._Element

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@cache
def qualified(name: str) -> str:
    """Return `w:p` in the notation of lxml, `{namespace}p`."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if local else name


def node(name: str, attributes: Mapping[str, str] | None = None, *children: Element) -> Element:
    """Make the element `name` (`w:p`) with prefixed `attributes` (`w:val`) around `children`."""
    made = etree.Element(qualified(name), nsmap=NAMESPACES if name in _ROOTS else None)
    for key, value in (attributes or {}).items():
        made.set(qualified(key), value)
    made.extend(children)
    return made


def root_of(namespace: str, name: str, prefixes: Mapping[str, str] | None = None) -> Element:
    """Make a root whose own namespace is the default one, as package parts have it."""
    names = cast("dict[str, str]", {None: namespace, **(prefixes or {})})
    return etree.Element(f"{{{namespace}}}{name}", nsmap=names)


def value(name: str, val: str) -> Element:
    """Make an element whose one attribute is `w:val`."""
    return node(name, {"w:val": val})


def written(text: str, name: str = "w:t") -> Element:
    """Make a text element that keeps its spaces."""
    made = etree.Element(qualified(name))
    made.text = legible(text)
    made.set(XML_SPACE, "preserve")
    return made


def serialised(root: Element) -> bytes:
    """Return `root` as a part's bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def insert_ordered(parent: Element, child: Element, order: Sequence[str]) -> None:
    """Put `child` into `parent` where the schema's sequence `order` of names wants it, in the place of an equal one."""
    names = [qualified(name) for name in order]
    for old in parent.findall(child.tag):
        parent.remove(old)
    later = set(names[names.index(child.tag) + 1 :])
    for index, sibling in enumerate(parent):
        if sibling.tag in later:
            parent.insert(index, child)
            return
    parent.append(child)


_ROOTS = frozenset(
    {"w:document", "w:body", "w:styles", "w:numbering", "w:settings", "w:footnotes", "w:fonts", "a:theme"}
)
