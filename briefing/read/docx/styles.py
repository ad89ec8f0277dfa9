"""What a paragraph of a Word file is, by its style, its outline level and its numbering."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from briefing.model.document import BlockKind

_HEADING = re.compile(r"^heading (\d)$")
_CONTENTS = re.compile(r"^(?:toc \d|table of (?:contents|figures|authorities))$")
_LIST = re.compile(r"^list (?:bullet|number|paragraph|continue)(?: (\d))?$")
_NAMED: Mapping[str, BlockKind] = {
    "title": "title",
    "subtitle": "standfirst",
    "caption": "caption",
    "quote": "quote",
    "intense quote": "quote",
    "block text": "quote",
    "footnote text": "footnote",
    "endnote text": "footnote",
    "header": "header",
    "footer": "footer",
    "author": "byline",
    "date": "metadata",
    "toc heading": "metadata",
    "signature": "signature",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """One paragraph style: its printed name, what it builds on, the outline level and numbering it sets."""

    name: str
    based_on: str | None
    outline: int | None
    numbered: bool


def local(element: etree._Element) -> str:
    """Return the tag without its namespace: the strict and the transitional form then read alike; '' of a comment."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first descendant down a path of local names, None where a step is missing."""
    for step in path:
        if element is None:
            return None
        element = next((e for e in element if local(e) == step), None)
    return element


def value(element: etree._Element | None, attribute: str = "val") -> str | None:
    """Return an attribute by its local name."""
    if element is None:
        return None
    return next((str(v) for k, v in element.attrib.items() if str(k).rsplit("}", 1)[-1] == attribute), None)


def is_on(element: etree._Element | None) -> bool:
    """Tell whether a switch such as `vanish` is there and not switched off."""
    return element is not None and value(element) not in {"0", "false", "off", "none"}


def load_styles(root: etree._Element | None) -> dict[str, Style]:
    """Return the paragraph styles of a styles part by their id."""
    return dict(_styles(root)) if root is not None else {}


def _styles(root: etree._Element) -> Iterator[tuple[str, Style]]:
    for element in root:
        identity = value(element, "styleId")
        if local(element) != "style" or identity is None or value(element, "type") not in {"paragraph", None}:
            continue
        yield (
            identity,
            Style(
                name=(value(child(element, "name")) or identity).lower(),
                based_on=value(child(element, "basedOn")),
                outline=_number(value(child(element, "pPr", "outlineLvl"))),
                numbered=value(child(element, "pPr", "numPr", "numId")) not in {None, "0"},
            ),
        )


def kind_of(properties: etree._Element | None, styles: Mapping[str, Style]) -> tuple[BlockKind, int]:
    """Return a paragraph's kind and its heading or list depth, from its properties (`pPr`, None where it has none)."""
    chain = tuple(_chain(value(child(properties, "pStyle")), styles))
    outline = _number(value(child(properties, "outlineLvl")))
    for style in chain:
        if (named := _by_name(style.name)) is not None and named[0] != "list_item":
            return named
    outline = next((s.outline for s in chain if s.outline is not None), None) if outline is None else outline
    if outline is not None and outline < 9:
        return "heading", outline + 1
    return _list_or_paragraph(properties, chain)


def _list_or_paragraph(properties: etree._Element | None, chain: tuple[Style, ...]) -> tuple[BlockKind, int]:
    numbering = child(properties, "numPr")
    depth = (_number(value(child(numbering, "ilvl"))) or 0) + 1
    direct = value(child(numbering, "numId"))
    if direct == "0":
        return "paragraph", 0
    if direct is not None or any(s.numbered for s in chain):
        return "list_item", depth
    named = next((n for s in chain if (n := _by_name(s.name)) is not None and s.name != "list paragraph"), None)
    return named or ("paragraph", 0)


def _by_name(name: str) -> tuple[BlockKind, int] | None:
    if found := _HEADING.match(name):
        return "heading", int(found[1])
    if found := _LIST.match(name):
        return "list_item", int(found[1] or 1)
    kind = "metadata" if _CONTENTS.match(name) else _NAMED.get(name)
    return (kind, 0) if kind else None


def _chain(identity: str | None, styles: Mapping[str, Style]) -> Iterator[Style]:
    """Yield a style and what it builds on, nearest first; a circle ends where it closes."""
    seen: set[str] = set()
    while identity is not None and identity in styles and identity not in seen:
        seen.add(identity)
        yield styles[identity]
        identity = styles[identity].based_on


def _number(text: str | None) -> int | None:
    return int(text) if text is not None and text.isascii() and text.isdigit() else None
