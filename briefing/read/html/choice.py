"""Which units of a page are the article's own words: cues weighed, then checked against their neighbours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.read.html.context import Context, signature_of
from briefing.read.html.cues import named
from briefing.read.html.units import Unit
from briefing.read.html.wording import WEIGHTS, WORDING

_KEPT = 0.4
"""A unit is kept where its cues weigh more than this."""
_LEAST = 0.25
"""Where less than this share of the words agreed on would be kept, the agreement itself is followed."""
_TINY = 40
"""On a page of fewer words than this there is little to weigh."""
_HEADS = -2.5
"""A heading between paragraphs that are kept needs no more than this."""
_LONGEST_CALL = 240
_REPEATED = 6
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_REACH = 3
"""A heading heads something within this many units."""


def chosen(units: Sequence[Unit], cues: Sequence[Mapping[str, float]], context: Context) -> list[bool]:
    """Return for every unit whether it is kept; a page with any running text keeps some."""
    kept = [weigh(c) > _KEPT for c in cues]
    _follow_agreement(kept, cues, context)
    if not any(kept):
        kept = [_is_running(u) for u in units]
    if not any(kept):
        kept = [not u.inside("nav", "footer", "form") and u.links < 0.5 * len(u.text) for u in units]
    _add_headings(kept, units, cues)
    tidy = [k and not cue["is title"] and not _calls(unit) for k, cue, unit in zip(kept, cues, units, strict=True)]
    _drop_repeats(tidy, units, context)
    _drop_idle_headings(tidy, units)
    return tidy if any(tidy) else kept


def weigh(cues: Mapping[str, float]) -> float:
    """Return the sum of the cues, each times what it counts for."""
    return WEIGHTS["bias"] + sum(WEIGHTS.get(name, 0.0) * value for name, value in cues.items() if value)


def _calls(unit: Unit) -> bool:
    """Tell whether a unit is a call to the reader: to subscribe, to follow, to read something else."""
    return len(unit.text) < _LONGEST_CALL and bool(WORDING["calls"].search(unit.text))


def _is_legend(unit: Unit) -> bool:
    """Tell whether a page itself names a unit the legend of a picture."""
    return any("caption" in named(e) for e in unit.path[-2:]) or unit.tag == "figcaption"


def _follow_agreement(kept: list[bool], cues: Sequence[Mapping[str, float]], context: Context) -> None:
    agreed = [n for n, mean in enumerate(context.means) if mean > 0.6]
    whole = sum(len(context.words[n]) for n in agreed)
    held = sum(len(w) for w, k in zip(context.words, kept, strict=True) if k)
    if held < _LEAST * whole or whole < _TINY:
        for n in agreed:
            kept[n] = kept[n] or not cues[n]["promotes"]


def _add_headings(kept: list[bool], units: Sequence[Unit], cues: Sequence[Mapping[str, float]]) -> None:
    """Keep the headings over kept paragraphs: extractors miss those that stand in a box of their own."""
    for n in range(len(units) - 1):
        if units[n].tag in _HEADINGS and kept[n + 1] and units[n + 1].tag not in _HEADINGS:
            plain = not cues[n]["promotes"] and not cues[n]["card"] and cues[n]["links"] < 0.5
            kept[n] = kept[n] or (plain and bool(cues[n]["in span"] and cues[n]["at home"]) and weigh(cues[n]) > _HEADS)


def _is_running(unit: Unit) -> bool:
    in_text = not unit.inside("nav", "footer", "form", "aside")
    return in_text and len(unit.text.split()) > 8 and bool(WORDING["ends"].search(unit.text))


def _drop_repeats(kept: list[bool], units: Sequence[Unit], context: Context) -> None:
    """Drop what stands on the page before, marked up otherwise: teasers of the text itself, copies for printing."""
    seen: dict[str, tuple[str, str, str]] = {}
    for n, unit in enumerate(units):
        if kept[n] and len(context.words[n]) > _REPEATED:
            signature = signature_of(unit)
            kept[n] = seen.setdefault(unit.text, signature) == signature


def _drop_idle_headings(kept: list[bool], units: Sequence[Unit]) -> None:
    """Drop headings that head nothing kept (`More stories`)."""
    for n in reversed(range(len(units))):
        if kept[n] and units[n].tag in _HEADINGS:
            below = range(n + 1, min(n + 1 + _REACH, len(units)))
            kept[n] = any(kept[m] and units[m].tag not in _HEADINGS for m in below)
