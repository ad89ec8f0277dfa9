"""A drawing as SVG: words stay words."""

from __future__ import annotations

from html import escape

from briefing.model.blocks import Box, Disc, Drawing, Line, Shape, Words
from briefing.model.theme import Theme
from briefing.write.drawings.colours import colour_of


def to_svg(drawing: Drawing, theme: Theme, *, title: str | None = None, ident: str = "figure") -> str:
    """Return an SVG element; `title` is what a screen reader says, the drawing's own words where it is None."""
    alt = escape(title if title is not None else drawing.alt)
    shapes = "\n".join(_shape(shape, theme, ident) for shape in drawing.shapes)
    family = escape(f"'{theme.faces.sans}', system-ui, '{theme.faces.korean_sans}', 'Malgun Gothic', sans-serif")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{ident}-title" '
        f'viewBox="0 0 {drawing.width:g} {drawing.height:g}" width="{drawing.width * 4 / 3:g}" '
        f'height="{drawing.height * 4 / 3:g}" font-family="{family}" fill="{theme.colours.text}">\n'
        f'<title id="{ident}-title">{alt}</title>\n{_stripes(theme, ident)}\n{shapes}\n</svg>'
    )


def _stripes(theme: Theme, ident: str) -> str:
    kinds = (("accent", theme.colours.accent), ("grey", "#4d4d4d"))
    patterns = (
        f'<pattern id="{ident}-{name}" width="4" height="4" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)">'
        f'<rect width="4" height="4" fill="#ffffff"/><rect width="1.6" height="4" fill="{colour}"/></pattern>'
        for name, colour in kinds
    )
    return f"<defs>{''.join(patterns)}</defs>"


def _shape(shape: Shape, theme: Theme, ident: str) -> str:
    match shape:
        case Line(x1=x1, y1=y1, x2=x2, y2=y2, width=width):
            colour = colour_of(shape, theme)
            return (
                f'<line x1="{x1:.2f}" y1="{y1:.2f}" x2="{x2:.2f}" y2="{y2:.2f}" '
                f'stroke="{colour}" stroke-width="{width:g}"/>'
            )
        case Disc(x=x, y=y, radius=radius):
            return f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{radius:g}" fill="{colour_of(shape, theme)}"/>'
        case Box():
            return _box(shape, theme, ident)
        case Words(x=x, y=y, text=text, size=size, anchor=anchor, strong=strong):
            weight = ' font-weight="bold"' if strong else ""
            placed = "" if anchor == "start" else f' text-anchor="{anchor}"'
            return f'<text x="{x:.2f}" y="{y:.2f}" font-size="{size:g}"{weight}{placed}>{escape(text)}</text>'


def _box(box: Box, theme: Theme, ident: str) -> str:
    colour = colour_of(box, theme)
    fill = {
        "solid": colour,
        "outline": "#ffffff",
        "stripes": f"url(#{ident}-{'accent' if box.accent else 'grey'})",
    }[box.pattern]
    stroke = "" if box.pattern == "solid" else f' stroke="{colour}" stroke-width="0.8"'
    return (
        f'<rect x="{box.x:.2f}" y="{box.y:.2f}" width="{box.width:.2f}" height="{box.height:.2f}" '
        f'fill="{fill}"{stroke}/>'
    )
