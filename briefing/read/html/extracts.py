"""What other extractors take for the main text of a page: the voices whose agreement is measured."""

from __future__ import annotations

import re
from dataclasses import dataclass

import trafilatura
from lxml import etree

_HAN_KANA = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(rf"[{_HAN_KANA}]|[^\W{_HAN_KANA}]+")
"""Words; of Chinese and Japanese, which set no spaces, single signs."""
_SPAN = 4
_WITHIN = 0.6
"""What it counts for when few words are found within a line only."""


@dataclass(frozen=True, slots=True)
class Extract:
    """One extractor's text, ready to be asked whether it holds some words."""

    running: str
    """Its words in lower case, a space before and after each."""
    spans: frozenset[tuple[str, ...]]
    lines: frozenset[str]
    """Its lines, for words too few to be found by chance alone."""

    def holds(self, words: tuple[str, ...]) -> float:
        """Return the share of these words, by runs of four, that the extract has; few words as a line or hardly."""
        if not words:
            return 0.0
        if len(words) < 2 * _SPAN:
            whole = " ".join(words)
            return 1.0 if whole in self.lines else _WITHIN * float(len(words) > 2 and f" {whole} " in self.running)
        runs = [words[n : n + _SPAN] for n in range(len(words) - _SPAN + 1)]
        return sum(r in self.spans for r in runs) / len(runs)

    @property
    def size(self) -> int:
        """Return the number of its words."""
        return self.running.count(" ") - 1 if self.running else 0


def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case."""
    return tuple(_TOKEN.findall(text.lower()))


def extract_of(text: str | None) -> Extract:
    """Make an extract of a text; None is an extractor that found nothing."""
    words = tokens(text or "")
    spans = frozenset(words[n : n + _SPAN] for n in range(max(0, len(words) - _SPAN + 1)))
    lines = (" ".join(tokens(part)) for line in (text or "").splitlines() for part in (line, *line.split("|")))
    return Extract(f" {' '.join(words)} " if words else "", spans, frozenset(filter(None, lines)))


def extracts_of(tree: etree._Element, *, long: bool = False) -> tuple[Extract, Extract, Extract]:
    """Return what trafilatura takes: strict, without its fall-back extractors, generous.

    On a `long` page the quickest of them speaks for all: there the text is most of the page, whoever looks.
    """
    plain = extract_of(trafilatura.extract(tree, fast=True, include_comments=False))
    if long:
        return plain, plain, plain
    strict = trafilatura.extract(tree, favor_precision=True, include_comments=False)
    generous = trafilatura.extract(tree, favor_recall=True, include_comments=False)
    return extract_of(strict), plain, extract_of(generous)
