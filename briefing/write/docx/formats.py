"""Paragraph and run properties, their children in the order of the schema."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.model.theme import Faces
from briefing.write.docx.measures import colour, half_points, twips
from briefing.write.docx.xml import Element, node, value

Family = Literal["serif", "sans", "mono"]
Side = Literal["top", "left", "bottom", "right"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A ruled edge of a paragraph; widths and distances in points."""

    side: Side
    colour: str
    width: float = 0.5
    space: float = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphFormat:
    """How a paragraph stands; None leaves it to the style it is based on. Lengths are points."""

    before: float | None = None
    after: float | None = None
    leading: float | None = None
    left: float | None = None
    right: float | None = None
    hanging: float | None = None
    keep_next: bool | None = None
    keep_lines: bool | None = None
    page_break_before: bool | None = None
    hyphenate: bool | None = None
    outline: int | None = None
    ground: str | None = None
    edges: tuple[Edge, ...] = ()
    tabs: tuple[tuple[float, Literal["left", "right", "center"], Literal["none", "dot"]], ...] = ()
    align: Literal["left", "right", "center"] | None = None
    numbering: int | None = None
    contextual: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFormat:
    """How words look; None leaves it to the style below."""

    family: Family | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    colour: str | None = None
    ground: str | None = None
    frame: str | None = None
    underline: bool = False
    raised: bool = False


def face_element(faces: Faces, family: Family) -> Element:
    """Name the faces of `family` for every script, so that no theme or locale chooses another."""
    names = {"serif": (faces.serif, faces.korean_serif), "sans": (faces.sans, faces.korean_sans)}
    latin, korean = names.get(family, (faces.mono, faces.korean_sans))
    return node("w:rFonts", {"w:ascii": latin, "w:hAnsi": latin, "w:eastAsia": korean, "w:cs": latin})


def run_properties(form: RunFormat, faces: Faces) -> Element:
    """Make the `w:rPr` of `form`."""
    made = node("w:rPr")
    if form.family:
        made.append(face_element(faces, form.family))
    for name, flag in (("w:b", form.bold), ("w:bCs", form.bold), ("w:i", form.italic), ("w:iCs", form.italic)):
        if flag is not None:
            made.append(node(name) if flag else value(name, "0"))
    if form.colour:
        made.append(value("w:color", colour(form.colour)))
    if form.size:
        made.extend((value("w:sz", half_points(form.size)), value("w:szCs", half_points(form.size))))
    if form.underline:
        made.append(value("w:u", "single"))
    if form.frame:
        made.append(_line("w:bdr", form.frame, 0.5, 0))
    if form.ground:
        made.append(_shading(form.ground))
    if form.raised:
        made.append(value("w:vertAlign", "superscript"))
    return made


def paragraph_properties(form: ParagraphFormat) -> Element:
    """Make the `w:pPr` of `form`."""
    made = node("w:pPr")
    _flags(made, form)
    if form.numbering is not None:
        made.append(node("w:numPr", None, value("w:numId", str(form.numbering))))
    if form.edges:
        made.append(_borders(form.edges))
    if form.ground:
        made.append(_shading(form.ground))
    if form.tabs:
        made.append(node("w:tabs", None, *(_tab(*stop) for stop in form.tabs)))
    if form.hyphenate is False:
        made.append(node("w:suppressAutoHyphens"))
    made.extend(_spacing(form))
    if form.contextual:
        made.append(node("w:contextualSpacing"))
    if form.align:
        made.append(value("w:jc", form.align))
    if form.outline is not None:
        made.append(value("w:outlineLvl", str(form.outline)))
    return made


def _flags(made: Element, form: ParagraphFormat) -> None:
    names = (("w:keepNext", form.keep_next), ("w:keepLines", form.keep_lines))
    for name, flag in (*names, ("w:pageBreakBefore", form.page_break_before)):
        if flag is not None:
            made.append(node(name) if flag else value(name, "0"))


def _spacing(form: ParagraphFormat) -> list[Element]:
    spacing = {
        "w:before": form.before,
        "w:after": form.after,
        "w:line": form.leading,
    }
    attributes = {name: twips(length) for name, length in spacing.items() if length is not None}
    if form.leading is not None:
        attributes["w:lineRule"] = "exact"
    indents = {"w:left": form.left, "w:right": form.right, "w:hanging": form.hanging}
    indent = {name: twips(length) for name, length in indents.items() if length is not None}
    made = [node("w:spacing", attributes)] if attributes else []
    return [*made, node("w:ind", indent)] if indent else made


def _borders(edges: tuple[Edge, ...]) -> Element:
    by_side = {edge.side: edge for edge in edges}
    sides: tuple[Side, ...] = ("top", "left", "bottom", "right")
    present = [by_side[side] for side in sides if side in by_side]
    return node("w:pBdr", None, *(_line(f"w:{edge.side}", edge.colour, edge.width, edge.space) for edge in present))


def _line(name: str, ink: str, width: float, space: float) -> Element:
    eighths = str(max(2, round(width * 8)))
    return node(name, {"w:val": "single", "w:sz": eighths, "w:space": str(round(space)), "w:color": colour(ink)})


def _shading(ground: str) -> Element:
    return node("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": colour(ground)})


def _tab(position: float, kind: str, leader: str) -> Element:
    return node("w:tab", {"w:val": kind, "w:leader": leader, "w:pos": twips(position)})
