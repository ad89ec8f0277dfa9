"""Where on a page the extractors agree: the home of its text, its extent, and units marked up like it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from briefing.read.html.extracts import Extract, tokens
from briefing.read.html.units import Unit
from briefing.read.html.wording import WORDING

KIN_AGREES = 0.8
"""The agreement lent to a paragraph that no extractor took but that is marked up as the text is."""
_AGREED = 0.5
_HOME = 0.8
"""The home of the text holds at least this share of the words agreed on."""
_CONTAINERS = ("div", "td", "section")

Signature = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What must be known of the whole page to judge one of its units; lists run along the units."""

    words: tuple[tuple[str, ...], ...]
    votes: tuple[tuple[float, ...], ...]
    """The share of each unit's words that each extractor took."""
    means: tuple[float, ...]
    home: etree._Element | None
    """The innermost element that holds most of the words agreed on."""
    span: tuple[int, int]
    """First and last unit of running text agreed on."""
    shares: dict[etree._Element, float]
    kin: dict[Signature, float]


def context_of(units: Sequence[Unit], extracts: Sequence[Extract]) -> Context:
    """Measure the agreement of the extracts over a page's units."""
    words = tuple(tokens(u.text) for u in units)
    votes = tuple(tuple(e.holds(w) for e in extracts) for w in words)
    means = _completed(units, words, [sum(v) / len(v) for v in votes])
    return Context(
        words=words,
        votes=votes,
        means=means,
        home=_home(units, words, means),
        span=_span(words, means),
        shares=_shares(units, words, means),
        kin=_kin(units, words, means),
    )


def parent_of(unit: Unit) -> etree._Element:
    """Return the element a paragraph stands in, or the holder itself where it is a mere container."""
    return unit.path[-2] if len(unit.path) > 1 and unit.element.tag not in _CONTAINERS else unit.path[-1]


def signature_of(unit: Unit) -> Signature:
    """Return how a page marks up a unit and its parent: parts of one text, set apart by adverts, are marked alike."""
    parent = parent_of(unit)
    return str(unit.element.tag), str(parent.tag), parent.get("class", "")


def _completed(units: Sequence[Unit], words: Sequence[tuple[str, ...]], means: Sequence[float]) -> tuple[float, ...]:
    """Return the agreement, with paragraphs that no extractor took made up for by their kin.

    A text set in several parts, adverts between, is often taken in its first part only.
    """
    kin = _kin(units, words, means)
    return tuple(
        max(mean, KIN_AGREES) if _is_kin(unit, own, kin.get(signature_of(unit), 0.0)) else mean
        for unit, own, mean in zip(units, words, means, strict=True)
    )


def _is_kin(unit: Unit, words: tuple[str, ...], kin: float) -> bool:
    marked = bool(signature_of(unit)[2])
    running = len(words) >= 10 and bool(WORDING["ends"].search(unit.text)) and unit.links < 0.4 * len(unit.text)
    return unit.tag == "p" and marked and running and kin >= 0.5


def _kin(units: Sequence[Unit], words: Sequence[tuple[str, ...]], means: Sequence[float]) -> dict[Signature, float]:
    """Return, for each way of marking up, how much of the agreed words is marked so."""
    held: Counter[Signature] = Counter()
    for unit, own, mean in zip(units, words, means, strict=True):
        held[signature_of(unit)] += len(own) if mean > _AGREED else 0
    whole = sum(held.values()) or 1
    return {signature: n / whole for signature, n in held.items()}


def _home(units: Sequence[Unit], words: Sequence[tuple[str, ...]], means: Sequence[float]) -> etree._Element | None:
    held: Counter[etree._Element] = Counter()
    depth: dict[etree._Element, int] = {}
    whole = 0
    for unit, own, mean in zip(units, words, means, strict=True):
        if mean > _AGREED:
            whole += len(own)
            for level, element in enumerate(unit.path):
                held[element] += len(own)
                depth[element] = level
    inner = [e for e, n in held.items() if n >= _HOME * whole]
    return max(inner, key=lambda e: depth[e]) if inner else None


def _shares(
    units: Sequence[Unit], words: Sequence[tuple[str, ...]], means: Sequence[float]
) -> dict[etree._Element, float]:
    """Return how much of the agreed words stands directly below each parent."""
    held: Counter[etree._Element] = Counter()
    for unit, own, mean in zip(units, words, means, strict=True):
        held[parent_of(unit)] += len(own) if mean > _AGREED else 0
    whole = sum(held.values()) or 1
    return {e: n / whole for e, n in held.items()}


def _span(words: Sequence[tuple[str, ...]], means: Sequence[float]) -> tuple[int, int]:
    agreed = [n for n, (own, mean) in enumerate(zip(words, means, strict=True)) if mean > 0.6 and len(own) > 12]
    return (agreed[0], agreed[-1]) if agreed else (0, len(words) - 1)
