"""Words become lines: ragged right, first fit, hyphenated only where a line would else be left short."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefing.write.pdf.hyphens import break_places
from briefing.write.pdf.pens import Pen
from briefing.write.pdf.tree import Node
from briefing.write.pdf.typeface import Typefaces
from briefing.write.pdf.words import CHIP_PADDING, Frag, Word

_SHORT = 0.14
"""A line that would be left short by this share of the measure is filled with part of the next word."""
_NARROWING = 6.0
_HYPHEN = "\u00ad"
_ROW_OF_HYPHENS = 2


class Run(NamedTuple):
    """Text at `x` from the start of its line; `page_of` is an anchor whose page number is printed in its place."""

    x: float
    text: str
    pen: Pen
    node: Node
    width: float
    page_of: str | None = None


class Line(NamedTuple):
    """One line of runs."""

    runs: tuple[Run, ...]
    width: float
    notes: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    ends: bool = False
    """It was ended on purpose."""


class LineBreaker:
    """Breaks words into lines in the faces of one document."""

    def __init__(self, faces: Typefaces, *, hyphenate: bool) -> None:
        self._faces = faces
        self._hyphenate = hyphenate

    def lines(self, words: list[Word], measure: float, *, hyphenate: bool = True) -> list[Line]:
        """Set `words` to lines no wider than `measure`."""
        lines: list[Line] = []
        taken: list[Word] = []
        width, hyphens = 0.0, 0
        waiting = list(reversed(words))
        while waiting:
            word = waiting.pop()
            if width + word.width <= measure + 0.01:
                taken.append(word)
                width += word.width + (word.gap.width if word.gap else 0.0)
                if word.ends_line:
                    lines.append(_assemble(taken))
                    taken, width, hyphens = [], 0.0, 0
                continue
            parts = None
            if hyphenate and self._hyphenate and hyphens < _ROW_OF_HYPHENS and measure - width > _SHORT * measure:
                parts = self._hyphenated(word, measure - width)
            hyphens = hyphens + 1 if parts else 0
            if parts is None and (not taken or (word.width > measure and measure - width > 0.3 * measure)):
                parts = self._cut(word, measure - width, least=0 if taken else 1)
            if parts:
                taken.append(parts[0])
                waiting.append(parts[1])
            elif taken:
                waiting.append(word)
            else:
                taken.append(word)
            lines.append(_assemble(taken))
            taken, width = [], 0.0
        if taken or not lines:
            lines.append(_assemble(taken, last=True))
        return lines

    def balanced(self, words: list[Word], measure: float, *, hyphenate: bool = True) -> list[Line]:
        """Set `words` to as few lines as `lines` does, but in the narrowest measure that needs no more."""
        lines = self.lines(words, measure, hyphenate=hyphenate)
        low, high = measure / 2, measure
        while len(lines) > 1 and high - low > _NARROWING:
            middle = (low + high) / 2
            tried = self.lines(words, middle, hyphenate=hyphenate)
            if len(tried) > len(lines):
                low = middle
            else:
                lines, high = tried, middle
        return lines

    def _hyphenated(self, word: Word, room: float) -> tuple[Word, Word] | None:
        """Divide a word that is all in one pen at the last place that fits; a note mark may follow it."""
        if not word.frags or word.lang is None:
            return None
        first = word.frags[0]
        if first.pen.chip:
            return None
        hyphen = self._faces[first.pen.face].width(_HYPHEN) * first.pen.size
        for place in break_places(first.text, word.lang):
            head = self._part(first, first.text[:place])
            if head.width + hyphen <= room:
                head = head._replace(text=head.text + _HYPHEN, width=head.width + hyphen)
                return _divided(word, (head,), (self._part(first, first.text[place:]), *word.frags[1:]))
        return None

    def _cut(self, word: Word, room: float, least: int) -> tuple[Word, Word] | None:
        """Cut a word that is wider than the whole line after as many characters as fit, `least` if none does."""
        used = 0.0
        for index, frag in enumerate(word.frags):
            if used + frag.width <= room and index + 1 < len(word.frags):
                used += frag.width
                continue
            place = self._fitting(frag, room - used)
            if place == 0 and index > 0:
                return _divided(word, word.frags[:index], word.frags[index:])
            place = max(place, least)
            if place == 0:
                return None
            if place >= len(frag.text):
                if index + 1 == len(word.frags):
                    return None
                return _divided(word, word.frags[: index + 1], word.frags[index + 1 :])
            head, tail = self._part(frag, frag.text[:place]), self._part(frag, frag.text[place:])
            return _divided(word, (*word.frags[:index], head), (tail, *word.frags[index + 1 :]))
        return None

    def _fitting(self, frag: Frag, room: float) -> int:
        face = self._faces[frag.pen.face]
        room -= 2 * CHIP_PADDING if frag.pen.chip else 0.0
        used = 0.0
        for place, character in enumerate(frag.text):
            used += face.width(character) * frag.pen.size
            if used > room:
                return place
        return len(frag.text)

    def _part(self, frag: Frag, text: str) -> Frag:
        width = self._faces[frag.pen.face].width(text) * frag.pen.size
        return frag._replace(text=text, width=width + (2 * CHIP_PADDING if frag.pen.chip else 0.0))


def _divided(word: Word, head: tuple[Frag, ...], tail: tuple[Frag, ...]) -> tuple[Word, Word]:
    """Make two words of one; its notes go with the second part, where their marks stand."""
    first = word._replace(
        frags=head, width=sum(frag.width for frag in head), gap=None, ends_line=False, notes=(), anchors=()
    )
    return first, word._replace(frags=tail, width=sum(frag.width for frag in tail))


def _assemble(words: list[Word], *, last: bool = False) -> Line:
    """Put words side by side as runs; the space at the end stays, so that text read back keeps words apart."""
    runs: list[Run] = []
    texts: list[str] = []
    start = x = 0.0
    pen, node = None, None
    for frag in _frags(words):
        if frag.pen is not pen or frag.node is not node or frag.pen.chip:
            if pen is not None and node is not None:
                runs.append(Run(start, "".join(texts), pen, node, x - start))
            pen, node, texts, start = frag.pen, frag.node, [], x
        texts.append(frag.text)
        x += frag.width
    if pen is not None and node is not None:
        runs.append(Run(start, _ended("".join(texts), last=last), pen, node, x - start))
    end = words[-1].gap if words else None
    return Line(
        tuple(runs),
        x - (end.width if end else 0.0),
        tuple(note for word in words if word.notes for note in word.notes),
        tuple(anchor for word in words if word.anchors for anchor in word.anchors),
        bool(words) and words[-1].ends_line,
    )


def _frags(words: list[Word]) -> Iterator[Frag]:
    for word in words:
        yield from word.frags
        if word.gap:
            yield word.gap


def _ended(text: str, *, last: bool) -> str:
    """Let a zero-width space follow a hyphen that ends a line: readers would take it for that of a divided word."""
    words = text.rstrip(" ")
    return f"{words}\u200b{text[len(words) :]}" if words.endswith("-") and not last else text
