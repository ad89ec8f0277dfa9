"""Drawings as PDF operators, their words in the sans face, in the drawing's own measure."""

from __future__ import annotations

from briefing.model.blocks import Box, Disc, Drawing, Line, Shape, Words
from briefing.write.fonts import split_by_coverage
from briefing.write.pdf.cleaning import clean_whole
from briefing.write.pdf.file import number
from briefing.write.pdf.typeface import Typefaces

_CURVE = 0.5523
_STRIPE = 3.0


def draw(drawing: Drawing, faces: Typefaces, family: str, accent: str) -> str:
    """Return the operators of `drawing` with words in `family`; `accent` is its one colour, as three numbers."""
    return "\n".join(_shape(shape, drawing.height, faces, family, accent) for shape in drawing.shapes)


def _shape(shape: Shape, height: float, faces: Typefaces, family: str, accent: str) -> str:
    match shape:
        case Line():
            return (
                f"{_grey(shape.shade)} G {number(shape.width)} w {_point(shape.x1, height - shape.y1)} m "
                f"{_point(shape.x2, height - shape.y2)} l S"
            )
        case Box():
            return _box(shape, height, accent)
        case Disc():
            paint = f"{accent} rg" if shape.accent else f"{_grey(shape.shade)} g"
            return f"{paint} {_circle(shape.x, height - shape.y, shape.radius)} f"
        case Words():
            return _words(shape, height, faces, family)


def _box(box: Box, height: float, accent: str) -> str:
    bottom = height - box.y - box.height
    path = " ".join(number(value) for value in (box.x, bottom, box.width, box.height)) + " re"
    fill = f"{accent} rg" if box.accent else f"{_grey(box.shade)} g"
    line = f"{accent} RG" if box.accent else f"{_grey(box.shade)} G"
    if box.pattern == "solid":
        return f"{fill} {path} f"
    if box.pattern == "outline":
        return f"{line} 0.8 w {path} S"
    stripes = []
    at = -box.height
    while at < box.width:
        start, end = _point(box.x + at, bottom), _point(box.x + at + box.height, bottom + box.height)
        stripes.append(f"{start} m {end} l S")
        at += _STRIPE
    return f"q {path} W n {line} 0.8 w " + " ".join(stripes) + f" Q {line} 0.8 w {path} S"


def _circle(x: float, y: float, radius: float) -> str:
    k = radius * _CURVE
    curves = (
        (x + radius, y + k, x + k, y + radius, x, y + radius),
        (x - k, y + radius, x - radius, y + k, x - radius, y),
        (x - radius, y - k, x - k, y - radius, x, y - radius),
        (x + k, y - radius, x + radius, y - k, x + radius, y),
    )
    return f"{_point(x + radius, y)} m " + " ".join(
        " ".join(number(value) for value in curve) + " c" for curve in curves
    )


def _words(words: Words, height: float, faces: Typefaces, family: str) -> str:
    runs = split_by_coverage(clean_whole(words.text), family, words.strong)
    width = sum(faces[face].width(text) for text, face in runs) * words.size
    x = words.x - {"start": 0.0, "middle": width / 2, "end": width}[words.anchor]
    out = [f"0.1 g BT 1 0 0 1 {_point(x, height - words.y)} Tm"]
    for text, face in runs:
        out.append(f"/{faces[face].label} {number(words.size)} Tf <{faces[face].encode(text)}> Tj")
    return " ".join(out) + " ET"


def _point(x: float, y: float) -> str:
    return f"{number(x)} {number(y)}"


def _grey(shade: float) -> str:
    return number(min(max(shade, 0.0), 1.0))
