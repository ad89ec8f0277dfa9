"""The words of a page as units: the smallest blocks of its tree that hold text, in reading order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from lxml import etree

from briefing.read.cues import table

_ELEMENTS = table("pages")["elements"]
_BLOCK = frozenset(_ELEMENTS["block"].split())
_SILENT = frozenset(_ELEMENTS["silent"].split())
_OWN = frozenset(_ELEMENTS["telling"].split())
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_UNSEEN = frozenset(("sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only"))
_MAX_DEPTH = 400


@dataclass(slots=True)
class Unit:
    """A run of words of one block element."""

    text: str
    element: etree._Element
    """The block element that holds the words."""
    links: int = 0
    """Letters of the text that stand in links."""
    strong: int = 0
    """Letters set bold."""
    path: tuple[etree._Element, ...] = field(default=(), repr=False)
    """The elements around the words, outermost first, the holder last."""
    order: int = 0

    @property
    def tag(self) -> str:
        """Return the nearest element that says what the words are (`p`, `h2`, `li`, `td`), or `div`."""
        return next((str(e.tag) for e in reversed(self.path) if e.tag in _OWN), "div")

    def inside(self, *tags: str) -> bool:
        """Tell whether one of these elements encloses the words."""
        return any(e.tag in tags for e in self.path)


class _Run:
    """Words gathered until the block ends."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.links = 0
        self.strong = 0

    def add(self, text: str | None, *, link: bool, strong: bool) -> None:
        if text:
            self.parts.append(text)
            letters = len("".join(text.split()))
            self.links += letters if link else 0
            self.strong += letters if strong else 0


def units_of(root: etree._Element) -> list[Unit]:
    """Return the units of a page; what a browser does not show as text is left out."""
    units = _with_rows(list(_walk(root)))
    for number, unit in enumerate(units):
        unit.order = number
    return units


def _with_rows(units: list[Unit]) -> list[Unit]:
    """Set the cells of a table of data into rows; cells that hold several blocks are layout and stay apart."""
    result: list[Unit] = []
    for row, members in groupby(units, key=_row):
        cells = list(members)
        held = Counter(_cell(u) for u in cells)
        if row is None or len(held) < 2 or max(held.values()) > 1:
            result.extend(cells)
            continue
        path = cells[0].path[: cells[0].path.index(row) + 1]
        links, strong = sum(u.links for u in cells), sum(u.strong for u in cells)
        result.append(Unit(" | ".join(u.text for u in cells), row, links, strong, path))
    return result


def _row(unit: Unit) -> etree._Element | None:
    return next((e for e in reversed(unit.path) if e.tag == "tr"), None)


def _cell(unit: Unit) -> etree._Element | None:
    return next((e for e in reversed(unit.path) if e.tag in ("td", "th")), None)


def _walk(root: etree._Element) -> Iterator[Unit]:
    run = _Run()
    yield from _block(root, (), run)


def _block(element: etree._Element, above: tuple[etree._Element, ...], outer: _Run) -> Iterator[Unit]:
    """Yield the units of a block element; `outer` is the run it interrupts, already closed."""
    path = (*above, element)
    run = _Run()
    run.add(element.text, link=False, strong=False)
    for child in element:
        yield from _child(child, path, run, link=_in_link(path), strong=False)
    yield from _close(run, path)


def _child(
    child: etree._Element, path: tuple[etree._Element, ...], run: _Run, *, link: bool, strong: bool
) -> Iterator[Unit]:
    tag = child.tag
    if not isinstance(tag, str):
        run.add(child.tail, link=link, strong=strong)
        return
    if tag == "br":
        run.add("\n", link=link, strong=strong)
    elif tag in _SILENT or is_hidden(child) or len(path) > _MAX_DEPTH:
        pass
    elif tag not in _BLOCK and not _holds_blocks(child):
        run.add(child.text, link=link or tag == "a", strong=strong or tag in ("b", "strong"))
        for inner in child:
            yield from _child(inner, path, run, link=link or tag == "a", strong=strong or tag in ("b", "strong"))
    else:
        yield from _close(run, path)
        yield from _block(child, path, run)
    run.add(child.tail, link=link, strong=strong)


def _in_link(path: tuple[etree._Element, ...]) -> bool:
    return any(e.tag == "a" for e in path)


def _holds_blocks(element: etree._Element) -> bool:
    return any(e.tag in _BLOCK for e in element.iterdescendants())


def is_hidden(element: etree._Element) -> bool:
    """Tell whether a page hides an element at once (not by script)."""
    if not _UNSEEN.isdisjoint(element.get("class", "").lower().split()):
        return True
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style", "")))


def _close(run: _Run, path: tuple[etree._Element, ...]) -> Iterator[Unit]:
    """Yield the run's words: one unit, or several where empty lines part it (text set with `<br>` only)."""
    text = "".join(run.parts)
    whole = len("".join(text.split()))
    if whole:
        for part in re.split(r"\n[ \t\r\f\v\xa0]*\n\s*", text) if _breaks(run) else [text]:
            words = " ".join(part.split())
            if words:
                share = len("".join(words.split())) / whole
                yield Unit(words, path[-1], round(run.links * share), round(run.strong * share), path)
    run.parts, run.links, run.strong = [], 0, 0


def _breaks(run: _Run) -> bool:
    """Tell whether line breaks of the page itself (not of its source) part the words."""
    return run.parts.count("\n") >= 2
