"""Where a speaker's content begins and ends, by what print itself says of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.analyse.attribution.linking import CONTENT, CUE, Span
from briefing.analyse.attribution.marks import OPENING, OUTSIDE, REOPENING
from briefing.analyse.attribution.words import Words

_WEIGHING = frozenset(("could", "may", "might", "would"))


def settled(words: Words, spans: Sequence[Span]) -> list[Span]:
    """The spans in order, contents cut where the writer goes on, running quotations made whole."""
    cut = [within_scope(words, span) for at, span in enumerate(spans) if not _announces(words, spans[at : at + 3])]
    return sorted([*cut, *_reopened(words, cut)], key=lambda span: span[1])


def _announces(words: Words, spans: Sequence[Span]) -> bool:
    """Whether the first of three spans is the “it” of “it was reported that ...”, which says nothing."""
    if [kind for kind, _, _ in spans] != [CONTENT, CUE, CONTENT]:
        return False
    (_, begin, end), (_, cue, _), (_, clause, _) = spans
    return end - begin == 1 and cue == end and words.texts[begin] in ("It", "it") and words.texts[clause] == "that"


def within_scope(words: Words, span: Span) -> Span:
    """The span, a content without the writer's own clause “, which could be ...” at its end.

    A clause inside quotation marks is the speaker's and stays, and so does one that another part
    of the content follows.
    """
    kind, begin, end = span
    if kind != CONTENT:
        return span
    commas = [at for at in range(begin + 1, end - 2) if words.texts[at] == ","]
    return kind, begin, commas[-1] if commas and _weighs(words, commas[-1]) else end


def _weighs(words: Words, comma: int) -> bool:
    relative, verb = words.texts[comma + 1 : comma + 3]
    return words.mark[comma + 1] == OUTSIDE and relative == "which" and verb in _WEIGHING


def _reopened(words: Words, spans: Sequence[Span]) -> Iterator[Span]:
    """Paragraphs of a running quotation in which nothing was found."""
    taken = {at for _, begin, end in spans for at in range(begin, end)}
    for begin in _running(words):
        end = _closing(words, begin)
        if taken.isdisjoint(range(begin, end)):
            yield CONTENT, begin, end


def _running(words: Words) -> Iterator[int]:
    """Where the paragraphs of running quotations open, the first of each included."""
    opening = 0
    for at, mark in enumerate(words.mark):
        if mark == REOPENING and words.mark[opening] == OPENING:
            yield opening
        if mark == REOPENING:
            yield at
        if at == 0 or words.paragraph[at] != words.paragraph[at - 1]:
            opening = at


def _closing(words: Words, begin: int) -> int:
    """The word after the quotation that begins here, or after its paragraph."""
    at = begin + 1
    while at < len(words.texts) and words.paragraph[at] == words.paragraph[begin]:
        if words.mark[at] in (OUTSIDE, OPENING):
            break
        at += 1
    return at
