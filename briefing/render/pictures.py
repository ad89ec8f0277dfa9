"""A user's own pictures (an emblem, a map): checked, limited and encoded anew as PNG."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image

from briefing.errors import TemplateError
from briefing.model.blocks import Bitmap, Block, BulletList, Division, Figure, OrderedList, Picture, Quotation
from briefing.render.locate import TemplateSet

FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "TIFF", "BMP")
SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".tif", ".tiff", ".bmp")
MOST_BYTES = 10_000_000
MOST_PIXELS = 25_000_000
_MOST_SIDE = 2000
_PIXELS_PER_POINT = 96 / 72
_ROOM = (456.0, 560.0)
_LOGO_ROOM = (170.0, 48.0)


def logo_of(chosen: TemplateSet, name: str | None, theme: str | None = None) -> tuple[tuple[str, Picture], ...]:
    """Load the emblem a theme names; its file stands in the set's folder, its `pictures`, or beside the theme file."""
    if name is None:
        return ()
    beside = Path(theme).parent / name if theme else None
    path = chosen.find(f"pictures/{name}") or chosen.find(name)
    if path is None and beside is not None and beside.is_file():
        path = beside
    if path is None:
        raise TemplateError(
            f"there is no picture {name!r}", where="theme.toml, logo", hint="put it into the template set"
        )
    return (("logo", load_bitmap(path, _LOGO_ROOM)),)


def own_pictures(blocks: Iterable[Block], known: Iterable[str], chosen: TemplateSet) -> tuple[tuple[str, Picture], ...]:
    """Load the pictures a template places that nobody drew, from the folder `pictures` of the set."""
    drawn = set(known)
    missing = dict.fromkeys(name for name in _placed(blocks) if name not in drawn)
    return tuple((name, load_bitmap(_file_of(name, chosen), _ROOM)) for name in missing)


def load_bitmap(path: Path, room: tuple[float, float] = _ROOM) -> Bitmap:
    """Read a picture file; too large, too many pixels or no picture is an error that names the file."""
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise TemplateError(f"the picture has {size:,} bytes; at most {MOST_BYTES:,} are taken", where=path.name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=FORMATS) as opened:
                _check_pixels(opened.size, path)
                picture = _flattened(opened)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise TemplateError("is no picture that can be read", where=path.name, hint=", ".join(FORMATS)) from error
    picture.thumbnail((_MOST_SIDE, _MOST_SIDE))
    scale = min(1 / _PIXELS_PER_POINT, room[0] / picture.width, room[1] / picture.height)
    out = BytesIO()
    picture.save(out, format="PNG", optimize=True)
    return Bitmap(png=out.getvalue(), width=picture.width * scale, height=picture.height * scale)


def _check_pixels(size: tuple[int, int], path: Path) -> None:
    if size[0] * size[1] > MOST_PIXELS:
        told = f"the picture has {size[0] * size[1]:,} pixels; at most {MOST_PIXELS:,} are taken"
        raise TemplateError(told, where=path.name)


def _flattened(opened: Image.Image) -> Image.Image:
    """Set the picture on white, without transparency, colour profile or any data beside the pixels."""
    source = opened.convert("RGBA")
    ground = Image.new("RGB", source.size, "#ffffff")
    ground.paste(source, mask=source.getchannel("A"))
    return ground


def _placed(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Figure(picture=picture):
                yield picture
            case Division(blocks=inner) | Quotation(blocks=inner):
                yield from _placed(inner)
            case BulletList(items=items) | OrderedList(items=items):
                yield from (name for item in items for name in _placed(item.blocks))


def _file_of(name: str, chosen: TemplateSet) -> Path:
    found = (chosen.find(f"pictures/{name}{suffix}") for suffix in SUFFIXES)
    path = next((path for path in found if path is not None), None)
    if path is None:
        raise TemplateError(
            f"there is no picture {name!r}", hint="put it into the folder `pictures` of the template set"
        )
    return path
