"""Inlines become words: what a line may not break, measured, in the faces that cover it, with the tag it belongs to."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from briefing.errors import ExportError
from briefing.model.blocks import Emphasis, Inline, Inlines, Label, LineBreak, Link, NoteMark, Strong, Text
from briefing.write.fonts import split_by_coverage
from briefing.write.pdf.cleaning import clean, clean_whole
from briefing.write.pdf.pens import Pen, Style
from briefing.write.pdf.tree import Node
from briefing.write.pdf.typeface import Typefaces

CHIP_PADDING = 2.6
_MAY_BREAK = re.compile(r"[-–—/\u200b\u3040-\u30ff\u3400-\u9fff]|(?i:www\.)")
_WEB = re.compile(r"(?i)https?://|www\.")
_WEB_BREAK = re.compile(r"(?<=[/.?&=_#%-])(?=[^/.?&=_#%\s-])")
_DASH_BREAK = re.compile(r"(?<=\w[-–—/])(?=\w)|(?<=\u200b)|(?<=\w—)(?=\S)")
_IDEOGRAPHS = re.compile(r"(?<=[\u3040-\u30ff\u3400-\u9fff])(?=[\u3040-\u30ff\u3400-\u9fff])")
_IDEOGRAPH_ROW = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{9}")
_SCHEMES = ("http://", "https://", "mailto:")
_DIGIT_DASH = re.compile(r"\d[-–/]\d")


class Frag(NamedTuple):
    """Characters in one pen."""

    text: str
    pen: Pen
    node: Node
    width: float


class Word(NamedTuple):
    """What stays together on a line; `gap` is the space after it, None where a line may end without one."""

    frags: tuple[Frag, ...]
    width: float
    gap: Frag | None
    ends_line: bool
    notes: tuple[str, ...]
    anchors: tuple[str, ...]
    lang: str | None


Pieces = tuple[tuple[str, Pen, float], ...]
"""(text, pen, width) of each run of one face."""


class Shapes(dict[str, Pieces]):
    """The pieces of texts in one style."""

    def __init__(self, setter: Setter, style: Style) -> None:
        super().__init__()
        self._setter = setter
        self._style = style

    def __missing__(self, text: str) -> Pieces:
        pieces = self[text] = self._setter.measure(text, self._style)
        return pieces


class Setter:
    """Turns inlines into words; holds what one document needs for it: faces, styles of labels, known anchors."""

    def __init__(self, faces: Typefaces, label: Style, anchors: frozenset[str], link_colour: str) -> None:
        self.faces = faces
        self._label = label
        self._anchors = anchors
        self._link_colour = link_colour
        self._known: dict[Style, Shapes] = {}
        self._pens: dict[Pen, Pen] = {}
        self.marked: set[str] = set()

    def shapes(self, style: Style) -> Shapes:
        """Return the pieces of texts in `style`, measured when first asked for."""
        known = self._known.get(style)
        if known is None:
            known = self._known[style] = Shapes(self, style)
        return known

    def shape(self, text: str, style: Style) -> Pieces:
        """Split a text that holds no break into (text, pen, width)."""
        return self.shapes(style)[text]

    def measure(self, text: str, style: Style) -> Pieces:
        """Split and measure a text, without looking whether it was measured before."""
        pieces = []
        for run, face in split_by_coverage(text, style.family, style.bold, style.italic):
            pen = Pen(face, style.size, style.colour, style.rise, style.chip)
            pen = self._pens.setdefault(pen, pen)
            width = self.faces[face].width(run) * style.size
            pieces.append((run, pen, width + 2 * CHIP_PADDING if style.chip else width))
        return tuple(pieces)

    def words(self, inlines: Inlines, style: Style, node: Node, language: str | None) -> list[Word]:
        """Set `inlines` as words tagged below `node`."""
        line = _Line(self, language)
        self._walk(inlines, style, node, line)
        return line.finish()

    def _walk(self, inlines: Inlines, style: Style, node: Node, line: _Line) -> None:
        before: Inline | None = None
        for inline in inlines:
            match inline:
                case Text():
                    self._text(inline, style, node, line)
                case Strong():
                    self._walk(inline.children, replace(style, bold=True), node, line)
                case Emphasis():
                    self._walk(inline.children, self._apart(style, line.language), node, line)
                case Label():
                    self._chip(inline.text, style, node, line)
                case Link():
                    self._link(inline, style, node, line)
                case NoteMark():
                    self._mark(inline, style, node, line, isinstance(before, NoteMark))
                case LineBreak():
                    line.end(style, node)
            before = inline

    def _apart(self, style: Style, language: str | None) -> Style:
        """Set words apart: in italics, or paler in Korean, which has none."""
        if (language or "").startswith("ko"):
            return replace(style, colour=self._label.colour)
        return replace(style, italic=not style.italic)

    def _text(self, inline: Text, style: Style, node: Node, line: _Line) -> None:
        if inline.lang and inline.lang != line.language:
            line.put(clean(inline.text), style, node.child("Span", lang=inline.lang), inline.lang)
        else:
            line.put(clean(inline.text), style, node, line.language)

    def _chip(self, text: str, style: Style, node: Node, line: _Line) -> None:
        label = replace(self._label, rise=style.rise + (style.size - self._label.size) * 0.08)
        line.whole(clean_whole(text), label, node)

    def _link(self, link: Link, style: Style, node: Node, line: _Line) -> None:
        if link.target.startswith("#"):
            if link.target[1:] not in self._anchors:
                raise ExportError(
                    f"a link leads to “{link.target}”, which is nowhere in the document",
                    hint="give the block that anchor in the template, or take the link out",
                )
        elif not link.target.casefold().startswith(_SCHEMES):
            # A source may name any scheme; its words are printed, but nothing is made to be clicked.
            self._walk(link.children, style, node, line)
            return
        self._walk(
            link.children, replace(style, colour=self._link_colour), node.child("Link", target=link.target), line
        )

    def _mark(self, mark: NoteMark, style: Style, node: Node, line: _Line, follows: bool) -> None:
        raised = replace(style, size=style.size * 0.66, rise=style.rise + style.size * 0.34, bold=False, italic=False)
        reference = node.child("Reference")
        if follows:
            line.whole(",", raised, reference)
        link = reference.child("Link", target=f"#note-{mark.note}", title=str(mark.number))
        line.whole(str(mark.number), replace(raised, colour=self._link_colour), link)
        line.note(mark.note, first=mark.note not in self.marked)
        self.marked.add(mark.note)


class _Line:
    """The words of one paragraph while they are being read."""

    def __init__(self, setter: Setter, language: str | None) -> None:
        self.setter = setter
        self.language = language
        self._words: list[Word] = []
        self._open: list[Frag] = []
        self._notes: list[str] = []
        self._anchors: list[str] = []
        self._lang = language

    def put(self, text: str, style: Style, node: Node, lang: str | None) -> None:
        """Add running text, closing a word at each space and each place where a line may end."""
        self._lang = lang
        shapes = self.setter.shapes(style)
        space = self._space(style, node)
        for number, part in enumerate(text.split(" ")):
            if number:
                self._close(space)
            for index, piece in enumerate(_breakable(part) if part else ()):
                if index:
                    self._close(None)
                for run, pen, width in shapes[piece]:
                    self._open.append(Frag(run, pen, node, width))

    def _space(self, style: Style, node: Node) -> Frag:
        ((text, pen, width),) = self.setter.shape(" ", style)
        return Frag(text, pen, node, width)

    def whole(self, text: str, style: Style, node: Node) -> None:
        """Add text that is never broken, glued to what stands before it."""
        for run, pen, width in self.setter.shape(text, style):
            self._open.append(Frag(run, pen, node, width))

    def note(self, note: str, *, first: bool) -> None:
        """Remember that the word being read carries a note, and be the place its note leads back to."""
        self._notes.append(note)
        if first:
            self._anchors.append(f"mark-{note}")

    def end(self, style: Style, node: Node) -> None:
        """End the line here; a space keeps its last word apart for who reads on."""
        self._close(self._space(style, node), ends_line=True)

    def finish(self) -> list[Word]:
        """Close the last word and return all."""
        if self._open or self._notes:
            self._close(None)
        return self._words

    def _close(self, gap: Frag | None, *, ends_line: bool = False) -> None:
        if not self._open and not ends_line:
            if self._words and gap is not None and self._words[-1].gap is None:
                self._words[-1] = self._words[-1]._replace(gap=gap)
            return
        frags = tuple(self._open)
        width = frags[0].width if len(frags) == 1 else sum(frag.width for frag in frags)
        self._words.append(Word(frags, width, gap, ends_line, tuple(self._notes), tuple(self._anchors), self._lang))
        self._open, self._notes, self._anchors = [], [], []


def _breakable(part: str) -> list[str]:
    """Split a part without spaces where a line may end: after dashes, in addresses, between ideographs."""
    if _MAY_BREAK.search(part) is None:
        return [part]
    if _WEB.search(part):
        return _WEB_BREAK.split(part)
    if _IDEOGRAPH_ROW.search(part):
        return _IDEOGRAPHS.split(part)
    if _DIGIT_DASH.search(part):
        return [part.replace("\u200b", "")]
    pieces = [piece.replace("\u200b", "") for piece in _DASH_BREAK.split(part)]
    return [piece for piece in pieces if piece]
