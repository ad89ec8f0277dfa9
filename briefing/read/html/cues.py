"""What speaks for and against a unit of a page being the article's own words: each cue a number between 0 and 1."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache

from lxml import etree

from briefing.read.html.context import KIN_AGREES, Context, parent_of, signature_of
from briefing.read.html.extracts import Extract, tokens
from briefing.read.html.units import Unit
from briefing.read.html.wording import NAMES, WORDING

_TAGS = {
    "p": ("p",),
    "heading": ("h2", "h3", "h4", "h5", "h6"),
    "h1": ("h1",),
    "item": ("li", "dd", "dt"),
    "row": ("tr",),
    "cell": ("td", "th"),
    "caption": ("figcaption", "caption"),
    "quote": ("blockquote", "pre"),
}
_AROUND = ("aside", "nav", "footer", "header", "form", "figure", "table", "ul", "blockquote")
_LINE = 120
_SHORT = 240
"""A call to subscribe or a credit is shorter than this; a paragraph that mentions one may be longer."""


def cues_of(
    units: Sequence[Unit], context: Context, stated: Extract | None, titles: Sequence[str]
) -> list[Mapping[str, float]]:
    """Return the cues of every unit; `stated` is the text the page itself gives to machines, if it gives one."""
    heads = {tokens(t) for t in titles if t}
    first, last = context.span
    result: list[Mapping[str, float]] = []
    for n, unit in enumerate(units):
        words = context.words[n]
        held = stated.holds(words) if stated else 0.0
        kin = context.kin.get(signature_of(unit), 0.0)
        result.append(
            {
                **_agreement(context, n),
                "stated": held,
                "not stated": 1 - held if stated else 0.0,
                "in span": float(first <= n <= last),
                "before span": float(n < first),
                "at home": float(any(e is context.home for e in unit.path)),
                "share of parent": context.shares.get(parent_of(unit), 0.0),
                "kin": kin,
                "kin paragraph": kin * float(unit.tag == "p" and len(words) > 8),
                "among links": _among_links(units, n),
                "is title": float(words in heads),
                "beside picture": _beside_picture(unit),
                **_shape(unit, words),
                **_place(unit, context.home),
                **_wording(unit, tail=n > first + 0.85 * (last - first)),
            }
        )
    return result


def _agreement(context: Context, n: int) -> dict[str, float]:
    votes, means = context.votes[n], context.means
    before, after = means[max(0, n - 2) : n], means[n + 1 : n + 3]
    return {
        "strict": votes[0],
        "plain": votes[1],
        "all": float(min(votes) > 0.5),
        "none": float(max(votes) < 0.3),
        "kin agrees": float(means[n] == KIN_AGREES),
        "before": sum(before) / 2,
        "after": sum(after) / 2,
        "both sides": float(bool(before and after) and min(before[-1], after[0]) > 0.5),
    }


def _letters(text: str) -> int:
    return max(1, len("".join(text.split())))


def _among_links(units: Sequence[Unit], n: int) -> float:
    """Return how much of a unit and those beside it is links only: lists of other stories."""
    if units[n].links < 0.6 * _letters(units[n].text):
        return 0.0
    around = units[max(0, n - 1) : n + 2]
    return sum(u.links >= 0.8 * _letters(u.text) for u in around) / len(around)


def _shape(unit: Unit, words: tuple[str, ...]) -> dict[str, float]:
    letters = _letters(unit.text)
    return {
        "length": min(1.0, math.log1p(len(words)) / 5),
        "very short": float(len(words) < 4),
        "links": min(1.0, unit.links / letters),
        "all strong": float(unit.strong >= 0.9 * letters),
        "sentence": float(bool(WORDING["ends"].search(unit.text))),
        "capitals": float(unit.text.isupper()),
        "no words": float(not words),
    }


def _place(unit: Unit, home: etree._Element | None) -> dict[str, float]:
    below = _below(unit, home)
    tag = unit.tag
    values = {f"tag {name}": float(tag in tags) for name, tags in _TAGS.items()}
    values |= {f"in {around}": float(any(e.tag == around for e in below)) for around in _AROUND}
    for distance, elements in (("own", below[-1:]), ("near", below[-3:-1]), ("far", below[:-3])):
        values |= dict.fromkeys((f"{distance} {kind}" for e in elements for kind in kinds_of(named(e))), 1.0)
    values["nested article"] = float(sum(e.tag == "article" for e in unit.path) > 1)
    values["card"] = float(any(e.tag == "a" for e in unit.path))
    values["article"] = float(unit.inside("article", "main"))
    values["itemprop body"] = float(any("articlebody" in e.get("itemprop", "").lower() for e in unit.path))
    return values


def _below(unit: Unit, home: etree._Element | None) -> tuple[etree._Element, ...]:
    """Return the elements around a unit, those at and above the home of the text left out."""
    for n, element in enumerate(unit.path):
        if element is home:
            return unit.path[n + 1 :]
    return unit.path[1:]


def named(element: etree._Element) -> str:
    """Return the names a page gives an element, in lower case."""
    return f"{element.get('class', '')} {element.get('id', '')} {element.get('data-component', '')}".lower()


@lru_cache(maxsize=4096)
def kinds_of(name: str) -> frozenset[str]:
    """Return what an element's names say it holds."""
    return frozenset(kind for kind, pattern in NAMES.items() if pattern.search(name))


def _beside_picture(unit: Unit) -> float:
    """Tell whether a unit stands alone with a picture: its legend."""
    for element in reversed(unit.path[-3:]):
        if element.tag in ("p", "li", "a", "td") or len(element) == 0:
            continue
        if next(element.iter("img", "picture", "amp-img", "video"), None) is not None:
            words = len(" ".join(map(str, element.itertext())).split())
            return float(words < 2 * len(unit.text.split()) + 8)
    return 0.0


def _wording(unit: Unit, *, tail: bool) -> dict[str, float]:
    text = unit.text
    short = len(text) < _SHORT
    opens = len(text) < _LINE and WORDING["promotes_opening"].search(text)
    promotes = float(bool(opens or (short and WORDING["promotes"].search(text))))
    return {
        "promotes": promotes,
        "promotes by link": promotes * min(1.0, 2 * unit.links / len(text)),
        "promotes at end": promotes * tail,
        "reaches out": float(bool(WORDING["reaches_out"].search(text))),
        "credits": float(short and bool(WORDING["credits"].search(text))),
        "rights": float(bool(WORDING["rights"].search(text))),
        "about": float(bool(WORDING["about"].search(text))),
        "dated": float(len(text) < 60 and bool(WORDING["dated"].search(text))),
    }
