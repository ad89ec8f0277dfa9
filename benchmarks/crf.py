"""The baseline: a linear-chain CRF over words, shapes, endings, marks and near reporting verbs."""

from __future__ import annotations

import re
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import pycrfsuite

from briefing.analyse.attribution.decode import spans_of
from briefing.analyse.attribution.words import Words
from briefing.model.attribution import Attribution
from training.corpus import KINDS, Example
from training.measure import figures

_REPORTS = re.compile(r"(?:sa(?:id|ys?)|told|announc|argu|warn|stat(?:ed|es)|declar|claim|add(?:ed|s)|wr[io]te|accord)")
_REACH = 12


class Baseline:
    """A CRF trained on examples; a content takes the cue and the source nearest to it."""

    def __init__(self, train: Sequence[Example]) -> None:
        trainer = pycrfsuite.Trainer(verbose=False)
        for example in train:
            for begin, end, rows in _sequences(example.words):
                trainer.append(rows, [str(tag) for tag in example.tags[begin:end]])
        trainer.set_params({"c1": 0.05, "c2": 0.01, "max_iterations": 120})
        with tempfile.TemporaryDirectory() as folder:
            path = str(Path(folder) / "crf.model")
            trainer.train(path)
            self.tagger = pycrfsuite.Tagger()
            self.tagger.open(path)

    def measure(self, dev: Sequence[Example]) -> tuple[dict[str, dict[str, float]], float]:
        """Figures and words a second."""
        begun = time.perf_counter()
        found = [self._find(example.words) for example in dev]
        seconds = time.perf_counter() - begun
        return figures(dev, found), sum(len(example.words.texts) for example in dev) / seconds

    def _find(self, words: Words) -> list[Attribution]:
        tags = [int(tag) for _, _, rows in _sequences(words) for tag in self.tagger.tag(rows)]
        spans = spans_of(tags)
        return [_attribution(words, spans, span) for span in spans if span[0] == 2]


def _attribution(words: Words, spans: list[tuple[int, int, int]], content: tuple[int, int, int]) -> Attribution:
    cue = _nearest(spans, content, 1)
    source = _nearest(spans, cue[0] if cue else content, 0)
    parts = {"source": source, "cue": cue, "content": [content]}
    extents = {k: tuple((words.extents[b][0], words.extents[e - 1][1]) for _, b, e in parts[k]) for k in KINDS}
    return Attribution(**extents, form="indirect")


def _nearest(spans: list[tuple[int, int, int]], near: tuple[int, int, int], kind: int) -> list[tuple[int, int, int]]:
    like = [span for span in spans if span[0] == kind]
    return [min(like, key=lambda span: max(span[1] - near[2], near[1] - span[2]))] if like else []


def _sequences(words: Words) -> list[tuple[int, int, list[dict[str, float | str | bool]]]]:
    """(first word, word after the last, features) of every paragraph."""
    cuts = [at for at in range(len(words.texts)) if at == 0 or words.paragraph[at] != words.paragraph[at - 1]]
    return [(a, b, _features(words, a, b)) for a, b in zip(cuts, [*cuts[1:], len(words.texts)], strict=True)]


def _features(words: Words, begin: int, end: int) -> list[dict[str, float | str | bool]]:
    texts = [word.lower() for word in words.texts[begin:end]]
    verbs = [at for at, word in enumerate(texts) if _REPORTS.match(word)]
    rows: list[dict[str, float | str | bool]] = []
    for at, word in enumerate(texts):
        row: dict[str, float | str | bool] = {"b": True, "w": word, "e3": word[-3:], "e2": word[-2:]}
        row["shape"], row["mark"] = str(words.shape[begin + at]), str(words.mark[begin + at])
        row["place"] = str(words.place[begin + at])
        for off in (-3, -2, -1, 1, 2, 3):
            if 0 <= at + off < len(texts):
                row[f"w{off}"] = texts[at + off]
                row[f"s{off}"] = str(words.shape[begin + at + off])
        verb = min(verbs, key=lambda v: abs(v - at), default=None)
        if verb is not None and abs(verb - at) <= _REACH:
            row["verb"] = str(verb - at)
        row["mark+w-1"] = f"{words.mark[begin + at]} {texts[at - 1] if at else ''}"
        row["pair"] = f"{texts[at - 1] if at else ''} {word}"
        rows.append(row)
    return rows
