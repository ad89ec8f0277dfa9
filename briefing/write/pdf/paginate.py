"""Bands become pages: what is tied stays together, and the notes of a page stand at its foot.

Short notes stand side by side. A note that does not fit is cut and goes on at the foot of the next page, before that
page's own notes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from briefing.write.pdf.bands import Band

FOOT_GAP = 12.0
"""Between the text and the first note: a short rule stands in its middle."""
_LEAST_LINES = 2
_FULL = 1.001
"""Of the width, with room for what adding shares loses."""
_LONG_SHARE = 0.22
"""Notes taller than this share of the page may be cut, so that they leave no large hole above them."""
_FOOT_SHARE = 0.6
"""What a note continued from earlier pages may take at most while there is text to set."""


class Placed(NamedTuple):
    """A band at `y` below the top of the column; `echo` marks a repeated header, which is not content."""

    band: Band
    y: float
    echo: bool = False
    across: float = 0.0
    """What of the width stands to the left of it."""

    @property
    def starts_note(self) -> bool:
        """Tell whether a note begins with this band."""
        return _starts_note(self.band)


@dataclass(slots=True)
class PageLayout:
    """One page: its bands from the top, its notes from the foot."""

    body: list[Placed] = field(default_factory=list)
    foot: list[Placed] = field(default_factory=list)
    rule_at: float | None = None


NoteBands = Callable[[str], Sequence[Band]]


@dataclass(slots=True)
class _Paginator:
    height: float
    notes: NoteBands
    pages: list[PageLayout] = field(default_factory=list)
    used: float = 0.0
    foot: list[Band] = field(default_factory=list)
    waiting: deque[Band] = field(default_factory=deque)
    """Lines of notes that found no room yet."""
    printed: set[str] = field(default_factory=set)
    closed: bool = False

    def open_page(self) -> None:
        """Begin a page, with what is left of earlier notes at its foot."""
        self.close_page()
        self.pages.append(PageLayout())
        self.used, self.foot, self.closed = 0.0, [], False
        self._fill_foot(self.height * _FOOT_SHARE)

    def close_page(self) -> None:
        """Stack the notes of the page from the bottom up."""
        if not self.pages or not self.foot:
            return
        page = self.pages[-1]
        y = self.height - _stack(self.foot)
        page.rule_at = y - FOOT_GAP / 2
        for number, row in enumerate(_rows(self.foot)):
            y += row[0].before if number else 0.0
            across = 0.0
            for band in row:
                page.foot.append(Placed(band, y, across=across))
                across += band.share
            y += max(band.height for band in row)

    def _fill_foot(self, room: float) -> None:
        """Move waiting lines to the foot while they fit into `room`, leaving no single line of a note behind."""
        taken = len(self.foot)
        while self.waiting and _foot_height([*self.foot, self.waiting[0]]) <= room + 0.01:
            self.foot.append(self.waiting.popleft())
        if self.waiting and self.foot and self.foot[-1].tie and len(self.foot) - taken > _LEAST_LINES:
            self.waiting.appendleft(self.foot.pop())

    def place(self, chunk: list[Band]) -> None:
        """Put a chunk on the page, or on a new one."""
        if not self.pages or (chunk[0].fresh and self.pages[-1].body):
            self.open_page()
        while not self._fits(chunk):
            if not self.pages[-1].body and not self.foot:
                self._force(chunk)
                return
            if not self.pages[-1].body:
                # Only the rest of a long note stands here: it may have the whole page.
                self._fill_foot(self.height)
            self.open_page()
        self._put(chunk)

    def _new_notes(self, chunk: list[Band]) -> list[Band]:
        fresh = dict.fromkeys(note for band in chunk for note in band.notes if note not in self.printed)
        return [line for note in fresh for line in self.notes(note)]

    def _need(self, chunk: list[Band]) -> float:
        head = self._head(chunk)
        first = 0.0 if not self.pages[-1].body else chunk[0].before
        return sum(band.height for band in head) + _stack(chunk) + first

    def _head(self, chunk: list[Band]) -> tuple[Band, ...]:
        return chunk[0].head if not self.pages[-1].body else ()

    def _fits(self, chunk: list[Band]) -> bool:
        if self.closed or self.waiting:
            return self._need(chunk) + _foot_height(self.foot) + self.used <= self.height and not self._new_notes(chunk)
        free = self.height - self.used - self._need(chunk)
        lines = self._new_notes(chunk)
        wanted = _foot_height([*self.foot, *lines])
        if wanted <= free + 0.01:
            return True
        last = _last_note(lines)
        if not lines or (self.pages[-1].body and _stack(last) < self.height * _LONG_SHARE):
            return False
        kept = lines[: len(lines) - len(last) + _LEAST_LINES]
        return _foot_height([*self.foot, *kept]) <= free + 0.01

    def _put(self, chunk: list[Band]) -> None:
        page = self.pages[-1]
        for band in self._head(chunk):
            page.body.append(Placed(band, self.used, True))
            self.used += band.height
        lines = self._new_notes(chunk)
        for band in chunk:
            self.used += band.before if page.body and not page.body[-1].echo else 0.0
            page.body.append(Placed(band, self.used))
            self.used += band.height
            self.printed.update(band.notes)
        self.waiting.extend(lines)
        self._fill_foot(self.height - self.used)
        self.closed = self.closed or bool(self.waiting)

    def _force(self, chunk: list[Band]) -> None:
        """Place what no page can hold together: band by band, and at the worst with notes that follow later."""
        if len(chunk) == 1:
            self._put(chunk)
            return
        for band in chunk:
            if self._fits([band]):
                self._put([band])
            else:
                self.place([band])

    def finish(self) -> list[PageLayout]:
        """Print the notes that still wait on pages of their own, and return all pages."""
        if not self.pages:
            self.pages.append(PageLayout())
        while self.waiting:
            self.open_page()
            self._fill_foot(self.height)
        self.close_page()
        return self.pages


def _stack(bands: Sequence[Band]) -> float:
    """Return the height of `bands` one below the other, without the space above the first."""
    rows = list(_rows(bands))
    return sum(max(band.height for band in row) for row in rows) + sum(row[0].before for row in rows[1:])


def _rows(bands: Iterable[Band]) -> Iterator[list[Band]]:
    """Yield what stands side by side; a band of full width has its row alone."""
    row: list[Band] = []
    for band in bands:
        if row and sum(other.share for other in row) + band.share > _FULL:
            yield row
            row = []
        row.append(band)
    if row:
        yield row


def _foot_height(bands: Sequence[Band]) -> float:
    return _stack(bands) + FOOT_GAP if bands else 0.0


def _starts_note(band: Band) -> bool:
    return any(anchor.startswith("note-") for anchor in band.anchors)


def _last_note(lines: Sequence[Band]) -> Sequence[Band]:
    """Return the lines of the last note; the line that carries a note's anchor is its first."""
    for at in range(len(lines) - 1, -1, -1):
        if _starts_note(lines[at]):
            return lines[at:]
    return lines


def _chunks(bands: Sequence[Band]) -> Iterator[list[Band]]:
    chunk: list[Band] = []
    for band in bands:
        if chunk and band.fresh:
            yield chunk
            chunk = []
        chunk.append(band)
        if not band.tie:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def paginate(bands: Sequence[Band], height: float, notes: NoteBands) -> list[PageLayout]:
    """Stack `bands` into columns of `height`; `notes` gives the lines of a note by its id."""
    paginator = _Paginator(height, notes)
    for chunk in _chunks(bands):
        paginator.place(chunk)
    return paginator.finish()
