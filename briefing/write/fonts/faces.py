"""The shipped faces by family and style; a style a family lacks falls back to the nearest one it has."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefing.errors import ExportError

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One font file; `name` is its PostScript name and its file's stem."""

    name: str
    family: str
    bold: bool = False
    italic: bool = False


def _style(name: str) -> str:
    return name.rpartition("-")[2]


def _face(name: str, family: str) -> Face:
    return Face(name=name, family=family, bold="Bold" in _style(name), italic="Italic" in _style(name))


FACES: tuple[Face, ...] = (
    _face("NotoSerif-Regular", "Noto Serif"),
    _face("NotoSerif-Bold", "Noto Serif"),
    _face("NotoSerif-Italic", "Noto Serif"),
    _face("NotoSerif-BoldItalic", "Noto Serif"),
    _face("NotoSans-Regular", "Noto Sans"),
    _face("NotoSans-Bold", "Noto Sans"),
    _face("NotoSans-Italic", "Noto Sans"),
    _face("NotoSansMono-Regular", "Noto Sans Mono"),
    _face("BriefingMyeongjo-Regular", "Briefing Myeongjo"),
    _face("BriefingGothic-Regular", "Briefing Gothic"),
    _face("BriefingGothic-Bold", "Briefing Gothic"),
    _face("NotoSansMath-Regular", "Noto Sans Math"),
    _face("NotoSansSymbols2-Regular", "Noto Sans Symbols2"),
)
FAMILIES: tuple[str, ...] = tuple(dict.fromkeys(face.family for face in FACES))

_BY_STYLE = {(face.family, face.bold, face.italic): face.name for face in FACES}
_NEAREST = {
    (False, False): ((False, False),),
    (True, False): ((True, False), (False, False)),
    (False, True): ((False, True), (False, False)),
    (True, True): ((True, True), (True, False), (False, True), (False, False)),
}


def face_for(family: str, bold: bool = False, italic: bool = False) -> str:
    """Name the face of `family` nearest to the style asked for (Korean has no italic: it stands upright)."""
    for style in _NEAREST[bold, italic]:
        if (name := _BY_STYLE.get((family, *style))) is not None:
            return name
    raise ExportError(f"no face of the family “{family}” is shipped", hint=f"choose one of {', '.join(FAMILIES)}")


def path_of(name: str) -> Path:
    """Return the TrueType file of the face `name`."""
    return HERE / f"{name}.ttf"
