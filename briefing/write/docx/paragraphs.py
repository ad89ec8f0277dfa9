"""Paragraphs with a named style."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.write.docx.xml import Element, insert_ordered, node, qualified, value

_ORDER = ("w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:numPr", "w:spacing", "w:ind", "w:jc")


def paragraph(
    style: str,
    runs: Sequence[Element],
    *,
    numbered: tuple[int, int] | None = None,
    indent: Mapping[str, str] | None = None,
    align: str | None = None,
) -> Element:
    """Make a paragraph; `numbered` is the number and the level of the list it begins an item of."""
    properties = node("w:pPr", None, value("w:pStyle", style))
    if numbered is not None:
        number, level = numbered
        properties.append(node("w:numPr", None, value("w:ilvl", str(level)), value("w:numId", str(number))))
    if indent:
        properties.append(node("w:ind", indent))
    if align:
        properties.append(value("w:jc", align))
    return node("w:p", None, properties, *runs)


def set_style(made: Element, style: str) -> None:
    """Give the paragraph `made` another style."""
    made[0][0].set(qualified("w:val"), style)


def set_property(made: Element, name: str, attributes: Mapping[str, str] | None = None) -> None:
    """Set one more property (`w:keepNext`) of the paragraph `made`."""
    insert_ordered(made[0], node(name, attributes), _ORDER)
