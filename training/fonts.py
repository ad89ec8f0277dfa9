"""Make the shipped faces from the distribution's font packages: subsets without hinting and layout tables.

Run once (`python training/fonts.py [FONTS [TARGET]]`) with fonttools and the Debian packages fonts-noto-core,
fonts-noto-mono, fonts-noto-extra and fonts-nanum installed; the result is committed, so no user needs them.
A subset is a modified version: the Korean faces, whose licence reserves their names, are renamed.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

INSTALLED = Path("/usr/share/fonts/truetype")
TARGET = Path(__file__).resolve().parent.parent / "briefing" / "write" / "fonts"
UNITS = 1000
"""The PDF library writes wrong widths for monospaced faces of another scale."""

Ranges = tuple[tuple[int, int], ...]

TEXT: Ranges = (
    (0x20, 0x7E),
    (0xA0, 0x24F),
    (0x250, 0x36F),
    (0x370, 0x52F),
    (0x1E00, 0x1FFF),
    (0x2010, 0x2027),
    (0x2030, 0x205E),
    (0x2070, 0x20BF),
    (0x2100, 0x218F),
    (0xFB00, 0xFB06),
    (0xFFFD, 0xFFFD),
)
MONO: Ranges = (
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x370, 0x3FF),
    (0x400, 0x45F),
    (0x2010, 0x2027),
    (0x2190, 0x21FF),
    (0x2500, 0x25FF),
)
KOREAN: Ranges = (
    (0x20, 0x7E),
    (0xA0, 0xFF),
    (0x2010, 0x2027),
    (0x2030, 0x205E),
    (0x2070, 0x27BF),
    (0x3000, 0x33FF),
    (0x4E00, 0x9FFF),
    (0xAC00, 0xD7A3),
    (0xF900, 0xFAFF),
    (0xFF00, 0xFFEF),
)
KOREAN_BOLD: Ranges = tuple(span for span in KOREAN if span[0] not in (0x4E00, 0xF900))
"""Bold Hanja are rare, so the regular face stands in for them; bold Korean serif text is set in the gothic,
as Korean printers do. Three megabytes are saved."""
MATHS: Ranges = ((0x2190, 0x22FF), (0x2300, 0x230B), (0x27E6, 0x27EF), (0x2A7D, 0x2A7E))
SYMBOLS: Ranges = ((0x2300, 0x23FF), (0x2460, 0x24FF), (0x25A0, 0x27BF), (0x2B00, 0x2B55))


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """One face to be made: its `origin`, what it is to be called, and the characters it keeps."""

    origin: str
    family: str
    style: str
    keep: Ranges


def _noto(family: str, styles: tuple[str, ...], keep: Ranges) -> tuple[Recipe, ...]:
    stem = family.replace(" ", "")
    return tuple(
        Recipe(origin=f"noto/{stem}-{style.replace(' ', '')}.ttf", family=family, style=style, keep=keep)
        for style in styles
    )


RECIPES: tuple[Recipe, ...] = (
    *_noto("Noto Serif", ("Regular", "Bold", "Italic", "Bold Italic"), TEXT),
    *_noto("Noto Sans", ("Regular", "Bold", "Italic"), TEXT),
    *_noto("Noto Sans Mono", ("Regular",), MONO),
    *_noto("Noto Sans Math", ("Regular",), MATHS),
    *_noto("Noto Sans Symbols2", ("Regular",), SYMBOLS),
    Recipe(origin="nanum/NanumMyeongjo.ttf", family="Briefing Myeongjo", style="Regular", keep=KOREAN),
    Recipe(origin="nanum/NanumGothic.ttf", family="Briefing Gothic", style="Regular", keep=KOREAN),
    Recipe(origin="nanum/NanumGothicBold.ttf", family="Briefing Gothic", style="Bold", keep=KOREAN_BOLD),
)


def file_name(recipe: Recipe) -> str:
    """Return the face's PostScript name, which is also its file's stem."""
    return f"{recipe.family.replace(' ', '')}-{recipe.style.replace(' ', '')}"


def _rename(font: TTFont, recipe: Recipe) -> None:
    names = font["name"]
    kept = {number: names.getDebugName(number) for number in (0, 14)}
    names.names = []
    words = {
        0: kept[0] or "",
        1: recipe.family,
        2: recipe.style,
        3: f"briefing subset of {recipe.origin}",
        4: f"{recipe.family} {recipe.style}",
        5: "Version 1.000",
        6: file_name(recipe),
        10: "A subset without hinting and layout tables, made for the briefing package.",
        13: "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
        14: kept[14] or "https://openfontlicense.org",
    }
    for number, text in words.items():
        names.setName(text, number, 3, 1, 0x409)


def make(recipe: Recipe, installed: Path) -> TTFont:
    """Cut one face down to the characters of its recipe, at a thousand units, free to embed."""
    font = TTFont(installed / recipe.origin, recalcTimestamp=False)
    options = Options(
        hinting=False,
        layout_features=[],
        notdef_outline=True,
        glyph_names=False,
        drop_tables=["GSUB", "GPOS", "GDEF", "DSIG", "kern", "FFTM", "gasp", "TSI0", "TSI1", "TSI2", "TSI3", "TSI5"],
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in recipe.keep for code in range(first, last + 1)])
    subsetter.subset(font)
    if font["head"].unitsPerEm != UNITS:
        scale_upem(font, UNITS)
    font["OS/2"].fsType = 0
    font["head"].created = font["head"].modified = 3_786_912_000
    _rename(font, recipe)
    return font


def spans(codes: set[int]) -> str:
    """Write the characters of a face as hexadecimal ranges: `20-7e a0 ac00-d7a3`."""
    out: list[list[int]] = []
    for code in sorted(codes):
        if out and out[-1][1] == code - 1:
            out[-1][1] = code
        else:
            out.append([code, code])
    return " ".join(f"{first:x}" if first == last else f"{first:x}-{last:x}" for first, last in out)


def main() -> None:
    """Write every face and, beside them, which characters each one holds."""
    installed = Path(sys.argv[1]) if len(sys.argv) > 1 else INSTALLED
    target = Path(sys.argv[2]) if len(sys.argv) > 2 else TARGET
    target.mkdir(parents=True, exist_ok=True)
    lines = []
    for recipe in RECIPES:
        font = make(recipe, installed)
        path = target / f"{file_name(recipe)}.ttf"
        font.save(path)
        lines.append(f"{file_name(recipe)}\t{spans(set(font.getBestCmap()))}\n")
        print(f"{path.name}: {path.stat().st_size:,} bytes, {len(font.getBestCmap()):,} characters")
    (target / "coverage.tsv").write_text("".join(lines), encoding="ascii")


if __name__ == "__main__":
    main()
