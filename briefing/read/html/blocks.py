"""The blocks of a page: what was kept, by its markup; of the rest, what belongs to the article all the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.model.document import BlockKind
from briefing.read.draft import Piece
from briefing.read.html.cues import kinds_of, named
from briefing.read.html.extracts import tokens
from briefing.read.html.units import Unit

_LEVEL = re.compile(r"^h([1-6])$")
_KINDS: Mapping[str, BlockKind] = {
    "li": "list_item",
    "dd": "list_item",
    "dt": "list_item",
    "tr": "table_row",
    "td": "table_row",
    "th": "table_row",
    "blockquote": "quote",
    "figcaption": "caption",
    "caption": "caption",
}
_BYLINE = re.compile(r"^(?:by|von|par|por|written by|reported by)\s+\S", re.I)
_TAIL = 6
"""Units looked at below the text for a note on the author."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a page states that may stand above its text."""

    titles: tuple[str, ...]
    author: str | None
    description: str


def pieces_of(
    units: Sequence[Unit], kept: Sequence[bool], cues: Sequence[Mapping[str, float]], head: Head
) -> Iterator[Piece]:
    """Yield the article's blocks in the page's order; menus, footers and lists of other stories are left out."""
    body = [n for n, k in enumerate(kept) if k]
    if not body:
        return
    title = _title_place(units, body[0], head)
    start, end = min(title if title is not None else body[0], body[0]), body[-1]
    if title is None and head.titles:
        start = max(0, body[0] - _TAIL)
    for n in range(start, min(end + 1 + _TAIL, len(units))):
        unit, is_title, place = units[n], n == title, (n - body[0], n > end)
        kind = _kept_kind(unit) if kept[n] else _other_kind(unit, cues[n], head, is_title, *place)
        if kind is not None:
            level = _level(unit) if kind in ("heading", "list_item") else 0
            yield Piece(kind=kind, text=unit.text, level=level)


def _title_place(units: Sequence[Unit], first: int, head: Head) -> int | None:
    """Return the last unit above the text that is the title, a first-order heading rather than any other."""
    titles = {tokens(t) for t in head.titles}
    places = [n for n in range(first + 1) if tokens(units[n].text) in titles]
    return next((n for n in reversed(places) if units[n].tag == "h1"), places[-1] if places else None)


def _kept_kind(unit: Unit) -> BlockKind:
    if _LEVEL.match(unit.tag):
        return "heading"
    if unit.inside("blockquote") and unit.tag in ("p", "blockquote", "div"):
        return "quote"
    return _KINDS.get(unit.tag, "paragraph")


def _level(unit: Unit) -> int:
    if found := _LEVEL.match(unit.tag):
        return int(found[1])
    return max(1, sum(e.tag in ("ul", "ol") for e in unit.path))


def _other_kind(
    unit: Unit, cues: Mapping[str, float], head: Head, is_title: bool, above: int, below: bool
) -> BlockKind | None:
    """Return what a unit that is not text is to the article, None where it is nothing to it."""
    if is_title:
        return "title"
    if cues["is title"] or cues["in nav"] or cues["in form"] or not cues_words(unit):
        return None
    if unit.tag in ("figcaption", "caption") or cues["in figure"] or _is(unit, "picture") or cues["beside picture"]:
        return None if below else "caption"
    if above < 0:
        return _head_kind(unit, cues, head)
    if _is(unit, "about") and (cues["about"] or len(unit.text) > 80):
        return "author_note"
    return None if below or not cues["at home"] else "promotion"


def cues_words(unit: Unit) -> bool:
    """Tell whether a unit has letters at all."""
    return any(c.isalnum() for c in unit.text)


def _head_kind(unit: Unit, cues: Mapping[str, float], head: Head) -> BlockKind | None:
    summary = bool(head.description) and tokens(unit.text)[:8] == tokens(head.description)[:8]
    if summary or ((cues.get("own summary") or cues.get("near summary")) and len(unit.text) > 40):
        return "standfirst"
    if (_BYLINE.match(unit.text) and len(unit.text) < 160) or (
        head.author and len(unit.text) < 2 * len(head.author) + 20 and head.author.casefold() in unit.text.casefold()
    ):
        return "byline"
    if cues["dated"] and not cues["card"]:
        return "metadata"
    return None


def _is(unit: Unit, kind: str) -> bool:
    """Tell by the names of a unit's two nearest elements whether it is of a kind."""
    return any(kind in kinds_of(named(e)) for e in unit.path[-2:])
