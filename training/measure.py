"""Exact span figures of predicted tags, counted as the measure counts them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial

from briefing.analyse.attribution.decode import spans_of
from briefing.model.attribution import Attribution
from training.corpus import KINDS, Example, Parts, tags_of, words_within


def exact(examples: Sequence[Example], predicted: Sequence[Sequence[int]]) -> dict[str, float]:
    """Exact F1 in per cent for each kind."""
    count: Counter[tuple[int, str]] = Counter()
    for example, tags in zip(examples, predicted, strict=True):
        gold, found = set(spans_of(example.tags)), set(spans_of(tags))
        for kind in range(len(KINDS)):
            g, p = ({run for run in side if run[0] == kind} for side in (gold, found))
            count[kind, "gold"] += len(g)
            count[kind, "found"] += len(p)
            count[kind, "hit"] += len(g & p)
    return {
        name: round(200 * count[kind, "hit"] / max(1, count[kind, "gold"] + count[kind, "found"]), 2)
        for kind, name in enumerate(KINDS)
    }


Figures = dict[str, dict[str, float]]


def figures(examples: Sequence[Example], found: Sequence[Sequence[Attribution]]) -> Figures:
    """Exact figures a kind and linked ones, each precision, recall and F1 in per cent."""
    return _figures(
        examples, [[{kind: list(getattr(item, kind)) for kind in KINDS} for item in items] for items in found]
    )


def agreement(first: Sequence[Example], second: Sequence[Example]) -> Figures:
    """Figures of second annotators measured by the first ones of the same documents."""
    by_name = {example.name: example for example in first}
    return _figures([by_name[example.name] for example in second], [example.gold for example in second])


def _figures(examples: Sequence[Example], found: Sequence[Sequence[Parts]]) -> Figures:
    count: Counter[tuple[str, str]] = Counter()
    for example, parts in zip(examples, found, strict=True):
        gold_runs = set(spans_of(example.tags))
        own_runs = set(spans_of(tags_of(example.words, parts)))
        for number, kind in enumerate(KINDS):
            g, p = ({run for run in side if run[0] == number} for side in (gold_runs, own_runs))
            count.update({(kind, "hit"): len(g & p), (kind, "found"): len(p), (kind, "gold"): len(g)})
        hit, own, gold = linked(example, parts)
        count.update({("linked", "hit"): hit, ("linked", "found"): own, ("linked", "gold"): gold})
    return {name: _rates(*(count[name, side] for side in ("hit", "found", "gold"))) for name in (*KINDS, "linked")}


def linked(example: Example, parts: Sequence[Parts]) -> tuple[int, int, int]:
    """Matches, attributions found and attributions there, one to one, the best overlap first."""
    own, gold = (
        [item for item in map(partial(_word_sets, example), side) if item[0]] for side in (parts, example.gold)
    )
    pairs = sorted(
        ((len(a[0] & b[0]) / len(a[0] | b[0]), i, j) for i, a in enumerate(gold) for j, b in enumerate(own)),
        reverse=True,
    )
    used: set[tuple[str, int]] = set()
    hits = 0
    for overlap, i, j in pairs:
        if overlap < 0.5:
            break
        if used & {("gold", i), ("own", j)}:
            continue
        used |= {("gold", i), ("own", j)}
        a, b = gold[i][1], own[j][1]
        hits += bool(a & b) or not (a or b)
    return hits, len(own), len(gold)


def _word_sets(example: Example, parts: Parts) -> tuple[set[int], set[int]]:
    return words_within(example.words, parts["content"]), words_within(example.words, parts["source"])


def _rates(hit: int, found: int, gold: int) -> dict[str, float]:
    precision, recall = hit / max(1, found), hit / max(1, gold)
    f1 = 2 * hit / max(1, found + gold)
    rates = {"precision": precision, "recall": recall, "f1": f1}
    return {key: round(100 * value, 1) for key, value in rates.items()}
