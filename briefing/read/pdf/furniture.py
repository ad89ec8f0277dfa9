"""What stands around the text of a PDF: running headers and footers, page numbers, footnotes."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from briefing.read.pdf.lines import Line

_EDGE = 0.12
"""Running heads and feet stand within this share of the page's height from its edge."""
_PAGE_NUMBER = re.compile(
    r"^[-–—\[(|\s]*(?:(?:page|p\.|seite|стр\.?)\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:/|of|von|de|из)\s*\d{1,4})?[-–—\])|\s]*$",
    re.I,
)
_SAME_HEIGHT = 6.0
_NOTE_MARK = re.compile(r"^(?:\d{1,3}|[*†‡§])$")
_NOTE_START = re.compile(r"^(?:\d{1,3}\.?|[*†‡§]{1,3})(?=\s|[A-Z“\"(])")
_SMALL = 0.93
"""Notes are set in letters of at most this share of the text's size."""


def furniture(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> dict[int, str]:
    """Return `header` or `footer` for the lines (by `id`) that repeat at one edge of the pages or number them."""
    found: dict[int, str] = {}
    for edge in ("header", "footer"):
        seen: dict[tuple[str, int], set[int]] = defaultdict(set)
        candidates = [_at_edge(lines, height, edge) for lines, height in zip(pages, heights, strict=True)]
        for number, lines in enumerate(candidates):
            for line in lines:
                for place in _places(line):
                    seen[place].add(number)
        enough = max(2, min(4, len(pages) // 4))
        for lines in candidates:
            for line in lines:
                if max(len(seen[p]) for p in _places(line)) >= enough or _PAGE_NUMBER.match(line.text):
                    found[id(line)] = edge
    return found


def _at_edge(lines: Sequence[Line], height: float, edge: str) -> list[Line]:
    if edge == "header":
        return [line for line in lines if line.bottom < _EDGE * height]
    return [line for line in lines if line.top > (1 - _EDGE) * height]


def _places(line: Line) -> tuple[tuple[str, int], tuple[str, int]]:
    """Return a line's shape with its height on the page, rounded both ways: running lines stand at one height."""
    shape, step = _shape(line), line.top / _SAME_HEIGHT
    return (shape, 2 * int(step)), (shape, 2 * int(step + 0.5) - 1)


def _shape(line: Line) -> str:
    """Return what stays the same of a running line from page to page: its words without its numbers."""
    words = re.sub(r"\d+", "#", line.text.lower())
    return re.sub(r"\b[ivxlc]+\b", "#", words).strip("# |·•-–—")


def footnotes(lines: Sequence[Line], body_size: float) -> set[int]:
    """Return the ids of the lines of one page that are footnotes: small, at the foot of a column, led by a mark."""
    found: set[int] = set()
    for column in sorted({line.column for line in lines}):
        found |= _notes_below([line for line in lines if line.column == column], body_size)
    return found


def _notes_below(lines: list[Line], body_size: float) -> set[int]:
    start = len(lines)
    while start > 0 and lines[start - 1].size <= _SMALL * body_size:
        start -= 1
    small = lines[start:]
    first = next((n for n, line in enumerate(small) if begins_note(line)), None)
    return {id(line) for line in small[first:]} if first is not None else set()


def begins_note(line: Line) -> bool:
    """Tell whether a line opens a footnote: a raised number or sign, or one set apart at its start."""
    first = line.words[0]
    raised = len(line.words) > 1 and bool(_NOTE_MARK.match(first.text)) and is_raised(first, line)
    return raised or bool(_NOTE_START.match(line.text))


def is_raised(word: object, line: Line) -> bool:
    """Tell whether a word is smaller than its line and stands higher: a reference to a note."""
    size, foot = getattr(word, "size", 0.0), getattr(word, "bottom", 0.0)
    return size < 0.8 * line.size and foot < line.bottom - 0.1 * line.size


def body_size(pages: Sequence[Sequence[Line]]) -> float:
    """Return the letter size that most of the document is set in."""
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
    return max(sizes, key=lambda s: (sizes[s], s)) if sizes else 10.0
