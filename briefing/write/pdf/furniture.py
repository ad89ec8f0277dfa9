"""What stands on every page: short title and mark above, notice and page number below.

It is not read aloud on each page; only the notice is, once, at the end of the last one.
"""

from __future__ import annotations

from dataclasses import replace

from briefing.model.blocks import PagesMeta, Picture, Text
from briefing.model.theme import Theme
from briefing.write.pdf.cleaning import clean_whole
from briefing.write.pdf.content import Content
from briefing.write.pdf.flow import Flow
from briefing.write.pdf.geometry import Geometry
from briefing.write.pdf.lines import Line, LineBreaker
from briefing.write.pdf.pens import Pen, Style
from briefing.write.pdf.tree import Node

_LOGO_HEIGHT = 30.0
_GAP = 16.0
_HEAD_WORDS = 7
"""A line above the text that is longer reads like a sentence which nobody is told."""


def _running_head(title: str, mark: str) -> str:
    """Shorten the title to what a line above the text can carry beside the mark."""
    words = title.split()
    room = max(_HEAD_WORDS - len(mark.split()), 3)
    return title if len(words) <= room else " ".join(words[:room]).rstrip(",;:–—-") + "…"


class Furniture:
    """Paints head and foot; their lines are set once and painted on each page."""

    def __init__(self, meta: PagesMeta, theme: Theme, style: Style, paper: Geometry, flow: Flow, closing: Node) -> None:
        self._meta = meta
        self.note_label = clean_whole(meta.notes_label)
        self._paper = paper
        self._style = style
        self._setter = flow.setter
        self._closing = closing
        self._theme = theme
        mark = meta.mark or theme.mark or ""
        marked = replace(style, colour=theme.colours.mark, bold=True)
        self._mark = self._lines(flow.breaker, mark, marked, paper.column * 0.6)
        room = paper.column - max((line.width + _GAP for line in self._mark), default=0.0)
        self._header = self._lines(flow.breaker, _running_head(meta.header, mark), style, room)
        label = sum(width for _, _, width in self._label(99, 99))
        self._footer = self._lines(flow.breaker, meta.footer, style, paper.column - label - _GAP)

    def _lines(self, breaker: LineBreaker, text: str, style: Style, room: float) -> list[Line]:
        if not text.strip():
            return []
        words = self._setter.words((Text(text),), style, Node("Artifact", None), None)
        return breaker.balanced(words, room, hyphenate=False)

    def _label(self, page: int, pages: int) -> tuple[tuple[str, Pen, float], ...]:
        text = self._meta.page_label.replace("{page}", str(page)).replace("{pages}", str(pages))
        return self._setter.shape(clean_whole(text), self._style)

    def paint(self, content: Content, page: int, pages: int, logo: Picture | None) -> None:
        """Paint head and foot of a page; the first one carries its title below and needs none above."""
        self._paint_header(content, with_title=page > 1)
        if logo is not None and page == 1:
            self._paint_logo(content, logo)
        self._paint_footer(content, page, pages)

    def _paint_header(self, content: Content, *, with_title: bool) -> None:
        paper = self._paper
        y = paper.height - paper.top * 0.52
        content.artifact("/Type/Pagination/Subtype/Header")
        leading = self._style.leading
        for number, line in enumerate(self._header if with_title else ()):
            self._show(content, line, paper.left, y - number * leading)
        for number, line in enumerate(self._mark):
            self._show(content, line, paper.width - paper.right - line.width, y - number * leading)
        content.end_artifact()

    def _paint_footer(self, content: Content, page: int, pages: int) -> None:
        paper, style = self._paper, self._style
        y = paper.bottom * 0.58
        if page == pages:
            self._read_notice(content, y)
        content.artifact("/Type/Pagination/Subtype/Footer")
        content.fill(paper.left, y + style.size * 1.5, paper.column, 0.4, self._theme.colours.rule)
        if page < pages:
            for number, line in enumerate(self._footer):
                self._show(content, line, paper.left, y - number * style.leading)
        label = self._label(page, pages)
        x = paper.width - paper.right - sum(width for _, _, width in label)
        for text, pen, width in label:
            content.show(x, y, pen, text)
            x += width
        content.end_artifact()

    def _read_notice(self, content: Content, y: float) -> None:
        for number, line in enumerate(self._footer):
            for run in line.runs:
                tagged = run._replace(node=self._closing)
                content.read(self._paper.left + run.x, y - number * self._style.leading, tagged)

    def _paint_logo(self, content: Content, logo: Picture) -> None:
        paper = self._paper
        scale = min(_LOGO_HEIGHT / logo.height, paper.column / 3 / logo.width, 1.0)
        width, height = logo.width * scale, logo.height * scale
        box = (paper.left, paper.height - paper.top * 0.32 - height, width, height)
        content.logo(logo, self._theme.logo or "", box, self._theme.faces.sans, self._theme.colours.accent)

    @staticmethod
    def _show(content: Content, line: Line, x: float, y: float) -> None:
        for run in line.runs:
            content.show(x + run.x, y, run.pen, run.text)
