"""Faces as the PDF needs them: widths for setting, one code per character for showing, the used part embedded."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Any

from reportlab.pdfbase.ttfonts import TTFontFile

from briefing.write.fonts import path_of
from briefing.write.pdf.file import PdfFile, number

_SEPARATOR = 0x200B
"""The zero-width space, which no face has: it is shown as a space at the end of a line."""
_MAP_ROWS = 100
"""A ToUnicode map may hold a hundred rows a block."""


@cache
def _font_file(face: str) -> Any:
    return TTFontFile(str(path_of(face)))


class Typeface:
    """One face in one document. Codes are given in order of first use and belong to characters, not glyphs.

    A soft hyphen and a hyphen share a glyph; as each has its own code, the text read back is the text written.
    """

    def __init__(self, name: str, label: str) -> None:
        self.name = name
        self.label = label
        self._font = _font_file(name)
        self._widths: dict[int, float] = {**self._font.charWidths}
        if 32 in self._widths:  # the faces of signs have no space, and no hyphen for the separator to follow
            self._widths[_SEPARATOR] = self._widths[32]
        self._codes: dict[str, str] = {}
        self._cache: dict[str, float] = {}

    def width(self, text: str) -> float:
        """Return the width of `text` at size 1."""
        known = self._cache.get(text)
        if known is None:
            widths = self._widths
            known = self._cache[text] = sum(widths[ord(character)] for character in text) / 1000
        return known

    def encode(self, text: str) -> str:
        """Return the codes of `text` in hexadecimal, marking its characters as used."""
        codes = self._codes
        try:
            return "".join([codes[character] for character in text])
        except KeyError:
            for character in text:
                if character not in codes:
                    codes[character] = f"{len(codes) + 1:04X}"
            return "".join([codes[character] for character in text])

    @property
    def used(self) -> bool:
        """Tell whether any text was shown in this face."""
        return bool(self._codes)

    def embed(self, file: PdfFile) -> int:
        """Write the used glyphs, their widths and their characters; return the font's object number."""
        characters = list(self._codes)
        program = self._font.makeSubset([_shown(character) for character in characters])
        body = file.add_stream(f"/Length1 {len(program)}", program)
        tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(program).digest()[:6])
        base = f"/{tag}+{self.name}"
        descriptor = file.add(self._descriptor(base, body))
        glyphs = file.add_stream("", self._glyph_map(characters))
        widths = " ".join(number(self._widths[ord(character)]) for character in characters)
        descendant = file.add(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont{base}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
            f"/Supplement 0>>/FontDescriptor {descriptor} 0 R/DW 1000/W[1[{widths}]]/CIDToGIDMap {glyphs} 0 R>>"
        )
        unicode = file.add_stream("", _to_unicode(characters))
        return file.add(
            f"<</Type/Font/Subtype/Type0/BaseFont{base}/Encoding/Identity-H"
            f"/DescendantFonts[{descendant} 0 R]/ToUnicode {unicode} 0 R>>"
        )

    def _descriptor(self, base: str, program: int) -> str:
        font = self._font
        box = " ".join(number(value) for value in font.bbox)
        italic = "Italic" in self.name
        flags = 4 | (64 if italic else 0) | (2 if "Serif" in self.name or "Myeongjo" in self.name else 0)
        return (
            f"<</Type/FontDescriptor/FontName{base}/Flags {flags}/FontBBox[{box}]"
            f"/ItalicAngle {number(font.italicAngle)}/Ascent {number(font.ascent)}"
            f"/Descent {number(font.descent)}/CapHeight {number(font.capHeight)}"
            f"/StemV {number(font.stemV)}/FontFile2 {program} 0 R>>"
        )

    def _glyph_map(self, characters: list[str]) -> bytes:
        """Map each code to its glyph in the subset, where glyphs stand in order of first use."""
        places = {0: 0}
        out = bytearray(2)
        for character in characters:
            glyph = self._font.charToGlyph[_shown(character)]
            out += places.setdefault(glyph, len(places)).to_bytes(2, "big")
        return bytes(out)


def _shown(character: str) -> int:
    """Return the code point whose glyph stands for `character`."""
    return 32 if ord(character) == _SEPARATOR else ord(character)


def _to_unicode(characters: list[str]) -> bytes:
    rows = [
        f"<{code:04X}> <{character.encode('utf-16-be').hex().upper()}>" for code, character in enumerate(characters, 1)
    ]
    blocks = [rows[at : at + _MAP_ROWS] for at in range(0, len(rows), _MAP_ROWS)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")


class Typefaces:
    """The faces of one document, made when first needed."""

    def __init__(self) -> None:
        self._faces: dict[str, Typeface] = {}

    def __getitem__(self, face: str) -> Typeface:
        known = self._faces.get(face)
        if known is None:
            known = self._faces[face] = Typeface(face, f"F{len(self._faces) + 1}")
        return known

    def embed(self, file: PdfFile) -> str:
        """Embed every face that was used; return the dictionary of fonts."""
        fonts = "".join(f"/{face.label} {face.embed(file)} 0 R" for face in self._faces.values() if face.used)
        return f"<<{fonts}>>"
