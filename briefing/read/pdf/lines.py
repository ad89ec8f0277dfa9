"""The lines of a page in reading order: words set into lines, columns read one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from briefing.read.pdf.page import PageText, Word

_CELL_GAP = 1.2
"""Words further apart than this many times their height belong to different cells or columns."""
_COLUMN_SHARE = 0.12
"""A column holds at least this share of the page's letters."""
_COLUMN_LINES = 4
_CROSSING = 0.6
_STEPS = 72
_BAND = 8.0
_COLUMN_WORDS = 14
"""Half of a column's lines are at least this many letters long; shorter ones are cells of a table."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line of one column; a line of a table keeps its cells apart."""

    words: tuple[Word, ...]
    page: int
    cells: tuple[tuple[Word, ...], ...] = ()
    column: int = 0
    """Number of the region of the page it stands in; lines of one region share their margins."""

    @property
    def left(self) -> float:
        """Return where the line begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Return where the line ends."""
        return max(w.right for w in self.words)

    @property
    def top(self) -> float:
        """Return the top of its highest word."""
        return min(w.top for w in self.words)

    @property
    def bottom(self) -> float:
        """Return the foot of its lowest word."""
        return max(w.bottom for w in self.words)

    @property
    def size(self) -> float:
        """Return the height of its letters, those of most letters deciding."""
        return weighted_size(self.words)

    @property
    def bold(self) -> bool:
        """Tell whether all of its words are bold."""
        return all(w.bold for w in self.words if any(c.isalnum() for c in w.text))

    @property
    def text(self) -> str:
        """Return its words with single spaces."""
        return " ".join(w.text for w in self.words)


def weighted_size(words: Iterable[Word]) -> float:
    """Return the size that half of the letters reach."""
    ordered = sorted((w.size, len(w.text)) for w in words)
    half = sum(n for _, n in ordered) / 2
    for size, letters in ordered:
        half -= letters
        if half <= 0:
            return size
    return 0.0


def lines_of(page: PageText) -> list[Line]:
    """Return the page's lines as a reader takes them: full-width lines, then the left column, then the right."""
    runs = _join_runs(_runs(page.words))
    regions: list[list[tuple[Word, ...]]] = []
    _cut(runs, regions, depth=2)
    return [line for number, region in enumerate(regions) for line in _rows(region, page.number, number)]


def _runs(words: Sequence[Word]) -> list[tuple[Word, ...]]:
    """Set words into runs as they were drawn: a new run where the line ends or a wide gap opens."""
    runs: list[list[Word]] = []
    for word in words:
        if runs and _follows(runs[-1][-1], word):
            runs[-1].append(word)
        else:
            runs.append([word])
    return [tuple(r) for r in runs]


def _follows(last: Word, word: Word) -> bool:
    height = max(last.size, word.size)
    return _level(last, word) and -0.3 * height < word.left - last.right < _CELL_GAP * height


def _level(a: Word, b: Word) -> bool:
    """Tell whether two words stand on one line, one of them perhaps raised."""
    overlap = min(a.bottom, b.bottom) - max(a.top, b.top)
    return overlap > 0.6 * min(a.bottom - a.top, b.bottom - b.top)


def _join_runs(runs: list[tuple[Word, ...]]) -> list[tuple[Word, ...]]:
    """Join runs drawn apart that stand side by side as one line (a bold name, a link, a raised number)."""
    hosts: list[list[Word]] = []
    at_height: dict[int, list[list[Word]]] = {}
    for run in sorted(runs, key=lambda r: (r[0].left, r[0].top)):
        near = int(run[0].middle / _BAND)
        close = (h for band in (near, near - 1, near + 1) for h in reversed(at_height.get(band, ())))
        host = next((h for h in close if _adjoins(h[-1], run[0])), None)
        if host is None:
            host = []
            hosts.append(host)
        host.extend(run)
        at_height.setdefault(int(run[-1].middle / _BAND), []).append(host)
    return [tuple(h) for h in hosts]


def _adjoins(last: Word, word: Word) -> bool:
    height = max(last.size, word.size)
    return _level(last, word) and -0.3 * height < word.left - last.right < 0.9 * height


def _cut(runs: list[tuple[Word, ...]], regions: list[list[tuple[Word, ...]]], depth: int) -> None:
    """Split a page at its gutter, if it has one, into regions in reading order."""
    gutter = _gutter(runs) if depth else None
    if gutter is None:
        regions.append(runs)
        return
    band: list[tuple[Word, ...]] = []
    for run in sorted(runs, key=lambda r: (r[0].top, r[0].left)):
        if _crosses(run, gutter):
            _band(band, gutter, regions, depth)
            band = []
            if regions and regions[-1] and all(_crosses(r, gutter) for r in regions[-1]):
                regions[-1].append(run)
            else:
                regions.append([run])
        else:
            band.append(run)
    _band(band, gutter, regions, depth)


def _band(band: list[tuple[Word, ...]], gutter: float, regions: list[list[tuple[Word, ...]]], depth: int) -> None:
    left = [r for r in band if r[-1].right <= gutter]
    right = [r for r in band if r[-1].right > gutter]
    for side in (left, right):
        if side:
            _cut(side, regions, depth - 1)


def _crosses(run: tuple[Word, ...], gutter: float) -> bool:
    return run[0].left < gutter < run[-1].right


def _gutter(runs: list[tuple[Word, ...]]) -> float | None:
    """Return the middle of the widest upright gap with a column of running text on either side."""
    if len(runs) < 2 * _COLUMN_LINES:
        return None
    spans = [(r[0].left, r[-1].right, sum(len(w.text) + 1 for w in r) - 1) for r in runs]
    left, right = min(s[0] for s in spans), max(s[1] for s in spans)
    places = (left + (right - left) * (0.2 + 0.6 * n / _STEPS) for n in range(_STEPS))
    scored = ((score, -at) for at in places if (score := _gutter_score(spans, at)) is not None)
    best = max(scored, default=None)
    return -best[1] if best else None


def _gutter_score(spans: list[tuple[float, float, int]], at: float) -> float | None:
    """Return how well a gutter at this place parts two columns, None where it parts none."""
    left = [s for s in spans if s[1] <= at]
    right = [s for s in spans if s[0] >= at]
    if min(len(left), len(right)) < _COLUMN_LINES:
        return None
    letters = [sum(s[2] for s in side) for side in (left, right)]
    whole = sum(s[2] for s in spans)
    crossing = whole - sum(letters)
    if min(letters) < _COLUMN_SHARE * whole or crossing > _CROSSING * whole:
        return None
    if min(median(s[2] for s in side) for side in (left, right)) < _COLUMN_WORDS:
        return None
    room = min(s[0] for s in right) - max(s[1] for s in left)
    return -crossing / whole + min(max(room, 0.0), 40.0) / 1000


def _rows(runs: list[tuple[Word, ...]], page: int, column: int) -> list[Line]:
    """Set the runs of one region into lines, runs on one level side by side as cells."""
    rows: list[list[tuple[Word, ...]]] = []
    for run in sorted(runs, key=lambda r: (_middle(r), r[0].left)):
        if rows and _same_row(rows[-1], run):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [_line(sorted(row, key=lambda r: r[0].left), page, column) for row in rows]


def _middle(run: tuple[Word, ...]) -> float:
    return median(w.middle for w in run)


def _same_row(row: list[tuple[Word, ...]], run: tuple[Word, ...]) -> bool:
    apart = abs(_middle(row[0]) - _middle(run))
    return apart < 0.45 * min(weighted_size(row[0]), weighted_size(run)) and not any(
        r[0].left < run[-1].right and run[0].left < r[-1].right for r in row
    )


def _line(row: list[tuple[Word, ...]], page: int, column: int) -> Line:
    words = tuple(w for run in row for w in run)
    return Line(words, page, tuple(row) if len(row) > 1 else (), column)
