"""A drawing as PNG, for formats that take no vectors."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from briefing.model.blocks import Box, Disc, Drawing, Line, Shape, Words
from briefing.model.theme import Theme
from briefing.write.drawings.colours import colour_of
from briefing.write.fonts import path_of, split_by_coverage

_OVERSAMPLING = 2
_STRIPE = 2.8


def to_png(drawing: Drawing, theme: Theme, scale: float) -> bytes:
    """Draw at `scale` pixels a point; drawn larger and reduced, so that edges are smooth."""
    fine = scale * _OVERSAMPLING
    size = (round(drawing.width * fine), round(drawing.height * fine))
    image = Image.new("RGB", size, "#ffffff")
    canvas = ImageDraw.Draw(image)
    for shape in drawing.shapes:
        _draw(shape, canvas, image, theme, fine)
    reduced = image.resize((round(drawing.width * scale), round(drawing.height * scale)), Image.Resampling.LANCZOS)
    out = BytesIO()
    reduced.save(out, format="PNG", optimize=True, dpi=(scale * 72, scale * 72))
    return out.getvalue()


def _draw(shape: Shape, canvas: ImageDraw.ImageDraw, image: Image.Image, theme: Theme, fine: float) -> None:
    match shape:
        case Line(x1=x1, y1=y1, x2=x2, y2=y2, width=width):
            ends = [(x1 * fine, y1 * fine), (x2 * fine, y2 * fine)]
            canvas.line(ends, fill=colour_of(shape, theme), width=max(1, round(width * fine)))
        case Disc(x=x, y=y, radius=radius):
            corners = [(x - radius) * fine, (y - radius) * fine, (x + radius) * fine, (y + radius) * fine]
            canvas.ellipse(corners, fill=colour_of(shape, theme))
        case Box():
            _box(shape, canvas, image, theme, fine)
        case Words():
            _words(shape, canvas, theme, fine)


def _box(box: Box, canvas: ImageDraw.ImageDraw, image: Image.Image, theme: Theme, fine: float) -> None:
    colour = colour_of(box, theme)
    left, top = round(box.x * fine), round(box.y * fine)
    right, bottom = round((box.x + box.width) * fine), round((box.y + box.height) * fine)
    edge = max(1, round(0.8 * fine))
    if box.pattern == "solid":
        canvas.rectangle((left, top, right, bottom), fill=colour)
        return
    inside = Image.new("RGB", (max(1, right - left), max(1, bottom - top)), "#ffffff")
    if box.pattern == "stripes":
        strokes = ImageDraw.Draw(inside)
        step = round(_STRIPE * 2 * fine)
        for x in range(-inside.height, inside.width, step):
            strokes.line([(x, inside.height), (x + inside.height, 0)], fill=colour, width=round(_STRIPE / 2 * fine))
    image.paste(inside, (left, top))
    canvas.rectangle((left, top, right, bottom), outline=colour, width=edge)


def _words(words: Words, canvas: ImageDraw.ImageDraw, theme: Theme, fine: float) -> None:
    runs = [
        (run, _font(face, round(words.size * fine)))
        for run, face in split_by_coverage(words.text, theme.faces.sans, words.strong)
    ]
    total = sum(font.getlength(run) for run, font in runs)
    x = words.x * fine - {"start": 0.0, "middle": total / 2, "end": total}[words.anchor]
    for run, font in runs:
        canvas.text((x, words.y * fine), run, font=font, fill=theme.colours.text, anchor="ls")
        x += font.getlength(run)


@lru_cache(maxsize=64)
def _font(face: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(path_of(face)), size)
