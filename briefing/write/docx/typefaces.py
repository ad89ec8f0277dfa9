"""The font table: what to take where a face of the theme is not installed."""

from __future__ import annotations

from briefing.model.theme import Faces
from briefing.write.docx.xml import Element, node, value


def fonts_root(faces: Faces) -> Element:
    """Name for each face one that comes with office programs."""
    rows = (
        (faces.serif, "Cambria", "roman", "variable"),
        (faces.sans, "Calibri", "swiss", "variable"),
        (faces.mono, "Consolas", "modern", "fixed"),
        (faces.korean_serif, "Batang", "roman", "variable"),
        (faces.korean_sans, "Malgun Gothic", "swiss", "variable"),
    )
    made = {name: _font(name, *rest) for name, *rest in rows}
    return node("w:fonts", None, *made.values())


def _font(name: str, other: str, family: str, pitch: str) -> Element:
    return node(
        "w:font", {"w:name": name}, value("w:altName", other), value("w:family", family), value("w:pitch", pitch)
    )
