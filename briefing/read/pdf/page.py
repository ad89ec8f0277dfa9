"""The words of a PDF page with their places, sizes and weights, as the file draws them."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pypdfium2.raw as pdfium

LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
HYPHEN = "\u2010"
"""What a word ends with where the file itself marks a break within it."""
_MARKED_BREAKS = frozenset({0x02, 0xAD, 0xFFFE})
_SAMPLE = 60
_RAISED = 0.78
"""A sign smaller than this share of its line's size, raised, is a reference to a note."""


@dataclass(frozen=True, slots=True)
class Word:
    """Letters set together; y grows downwards from the top of the page as it is shown."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool

    @property
    def middle(self) -> float:
        """Return the height of the word's middle on the page."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class PageText:
    """What one page holds: its size, words in drawing order, and how many of its signs have no known letter."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    signs: int
    unknown: int


@dataclass(slots=True)
class _Glyph:
    letter: str
    left: float
    top: float
    right: float
    bottom: float
    bold: bool


def page_text(page: Any, number: int) -> PageText:
    """Return the words of an open page, turned so that most of them stand upright."""
    _font_is_bold.cache_clear()  # a closed page's fonts may have left their addresses to others
    text = page.get_textpage()
    try:
        turn = _turn(page, text)
        width, height = _size(page, turn)
        glyphs = tuple(_glyphs(page, text, turn))
    finally:
        text.close()
    shown = [g for g in glyphs if g is not None and g.letter.strip()]
    unknown = sum(_is_unknown(g.letter) for g in shown)
    return PageText(number, width, height, tuple(_words(glyphs)), len(shown), unknown)


def _turn(page: Any, text: Any) -> int:
    """Return by how much the page must be turned, in degrees: as most of its signs ask, else as the page says."""
    count = text.count_chars()
    asked = Counter(_angle(text, at) for at in range(0, count, max(1, count // _SAMPLE)))
    return asked.most_common(1)[0][0] if asked else page.get_rotation()


def _angle(text: Any, at: int) -> int:
    """Return by how much to turn a sign clockwise for it to stand upright, to the nearest quarter turn."""
    return -round(math.degrees(pdfium.FPDFText_GetCharAngle(text.raw, at)) / 90) * 90 % 360


def _size(page: Any, turn: int) -> tuple[float, float]:
    """Return the width and height of the page as it stands after the turn."""
    width, height = page.get_size()
    return (width, height) if (page.get_rotation() - turn) % 180 == 0 else (height, width)


def _glyphs(page: Any, text: Any, turn: int) -> Iterator[_Glyph | None]:
    """Yield the page's signs in drawing order, None where a word or line ends; signs written askew are left out."""
    width, height = _size(page, turn)
    crop, box = page.get_cropbox(), pdfium.FS_RECTF()
    askew: dict[int | None, bool] = {}
    for at in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text.raw, at)
        if code in (0x20, 0x0D, 0x0A, 0x09, 0xA0, 0x3000):
            yield None
            continue
        owner = pdfium.FPDFText_GetTextObject(text.raw, at)
        key = ctypes.cast(owner, ctypes.c_void_p).value
        if key not in askew:
            askew[key] = _angle(text, at) != turn
        if askew[key] or not pdfium.FPDFText_GetLooseCharBox(text.raw, at, box):
            continue
        left, low, right, high = (box.left - crop[0], box.bottom - crop[1], box.right - crop[0], box.top - crop[1])
        yield _Glyph(_letter(code), *_turned(turn, left, low, right, high, width, height), _is_bold(owner))


def _turned(
    turn: int, left: float, low: float, right: float, high: float, width: float, height: float
) -> tuple[float, float, float, float]:
    """Return left, top, right, bottom on the page after the turn."""
    if turn == 90:
        return low, left, high, right
    if turn == 180:
        return width - right, low, width - left, high
    if turn == 270:
        return width - high, height - right, width - low, height - left
    return left, height - high, right, height - low


def _letter(code: int) -> str:
    if code in _MARKED_BREAKS:
        return HYPHEN
    if code > 0x10FFFF or 0xD800 <= code < 0xE000:
        return "\ufffd"
    letter = chr(code)
    return LIGATURES.get(letter, letter)


def _is_unknown(letter: str) -> bool:
    code = ord(letter[0])
    return code < 0x20 or 0x7F <= code < 0xA0 or 0xE000 <= code < 0xF900 or code >= 0xF0000 or letter == "\ufffd"


def _is_bold(owner: Any) -> bool:
    """Tell the weight of a text object by its font's name and stated weight."""
    address = ctypes.cast(owner, ctypes.c_void_p).value
    if not address:
        return False
    font = pdfium.FPDFTextObj_GetFont(owner)
    key = ctypes.cast(font, ctypes.c_void_p).value
    return bool(key) and _font_is_bold(key)


@lru_cache(maxsize=512)
def _font_is_bold(address: int) -> bool:
    font = ctypes.cast(address, pdfium.FPDF_FONT)
    buffer = ctypes.create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, 256)
    name = buffer.value.decode("utf-8", "replace").lower()
    return any(w in name for w in ("bold", "black", "heavy", "demi")) or pdfium.FPDFFont_GetWeight(font) >= 600


def _words(glyphs: tuple[_Glyph | None, ...]) -> Iterator[Word]:
    run: list[_Glyph] = []
    for glyph in glyphs:
        if glyph is None or (run and not _goes_on(run[-1], glyph)):
            yield from _close(run)
            run = []
        if glyph is not None:
            run.append(glyph)
    yield from _close(run)


def _goes_on(last: _Glyph, glyph: _Glyph) -> bool:
    """Tell whether a sign continues the word: same line, no gap, not set back over earlier signs."""
    height = max(last.bottom - last.top, 1.0)
    same_line = abs((last.top + last.bottom) - (glyph.top + glyph.bottom)) < 0.9 * height
    gap = glyph.left - last.right
    return same_line and -0.6 * height < gap < 0.3 * height


def _close(run: list[_Glyph]) -> Iterator[Word]:
    if not run:
        return
    size = max(g.bottom - g.top for g in run)
    parts = [run]
    for cut in range(1, len(run)):
        # A reference to a note hangs on its word, smaller and higher: a word of its own, to be told apart.
        tail = run[cut:]
        if all(_is_raised(g, run[0]) for g in tail):
            parts = [run[:cut], tail]
            break
    for part in parts:
        yield Word(
            "".join(g.letter for g in part),
            min(g.left for g in part),
            min(g.top for g in part),
            max(g.right for g in part),
            max(g.bottom for g in part),
            max(g.bottom - g.top for g in part) if len(parts) > 1 else size,
            sum(g.bold for g in part) * 2 > len(part),
        )


def _is_raised(glyph: _Glyph, base: _Glyph) -> bool:
    height = base.bottom - base.top
    small = (glyph.bottom - glyph.top) < _RAISED * height
    return (
        small
        and glyph.letter.strip("*†‡§,").isdigit() | (not glyph.letter.strip("*†‡§,"))
        and (glyph.bottom < base.bottom - 0.1 * height)
    )
