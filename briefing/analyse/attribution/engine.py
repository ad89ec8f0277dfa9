"""Attributions by cue words and quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.analyse.attribution.form import form_of
from briefing.analyse.attribution.marks import OPENING, OUTSIDE, REOPENING
from briefing.analyse.attribution.words import Words, read_words
from briefing.model.attribution import Attribution, Extent

_CUE = re.compile(
    r"says?|said|told|tells?|announced|argued|argues|warned|warns|stated|states|declared|noted|notes"
    r"|added|adds|stressed|claimed|claims|believes?|insisted|wrote|writes|replied|explained"
    r"|suggested|suggests|acknowledged|admitted|denied|confirmed|predicted|predicts|urged|urges"
)


def find_attributions(text: str, paragraphs: Sequence[Extent]) -> tuple[Attribution, ...]:
    """Every attribution in the paragraphs (in reading order), sorted by where it begins.

    Offsets are code points of `text`; headings and captions are left out by the caller.
    """
    words = read_words(text, paragraphs)
    found = [_of_sentence(words, begin, end) for begin, end in _sentences(words)]
    return tuple(attribution for attribution in found if attribution is not None)


def _sentences(words: Words) -> Iterator[tuple[int, int]]:
    starts = [at for at, opens in enumerate(words.opens_sentence) if opens]
    if starts:  # A document may hold no words at all.
        yield from zip(starts, [*starts[1:], len(words.texts)], strict=True)


def _of_sentence(words: Words, begin: int, end: int) -> Attribution | None:
    free = [at for at in range(begin, end) if words.mark[at] == OUTSIDE]
    cue = next((at for at in free if _CUE.fullmatch(words.texts[at].lower())), None)
    quoted = [at for at in range(begin, end) if at not in free]
    if cue is None:
        return _attribution(words, [], None, quoted) if _begins(words, quoted) else None
    source = _source(words, cue, begin, end)
    content = quoted or list(range(max([cue, *source]) + 1, end))
    return _attribution(words, source, cue, content) if content else None


def _begins(words: Words, quoted: list[int]) -> bool:
    return bool(quoted) and words.mark[quoted[0]] in (OPENING, REOPENING)


def _source(words: Words, cue: int, begin: int, end: int) -> list[int]:
    """The words on the cue's free side, up to a sign or a mark."""
    before = _run(words, range(cue - 1, begin - 1, -1))
    return sorted(before) or _run(words, range(cue + 1, end))


def _run(words: Words, order: range) -> list[int]:
    out: list[int] = []
    for at in order:
        if words.mark[at] != OUTSIDE or not words.texts[at][0].isalnum():
            break
        out.append(at)
    return out


def _attribution(words: Words, source: list[int], cue: int | None, content: list[int]) -> Attribution:
    def extents(places: list[int]) -> tuple[Extent, ...]:
        return ((words.extents[places[0]][0], words.extents[places[-1]][1]),) if places else ()

    return Attribution(
        source=extents(source),
        cue=extents([] if cue is None else [cue]),
        content=extents(content),
        form=form_of(words, content),
    )
