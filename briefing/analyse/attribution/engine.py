"""Attributions of a text by the trained model."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analyse.attribution.decode import spans_of
from briefing.analyse.attribution.form import form_of
from briefing.analyse.attribution.linking import Group, Span, link
from briefing.analyse.attribution.model import Model, read_tags, shipped_model
from briefing.analyse.attribution.scope import settled
from briefing.analyse.attribution.words import Words, read_words
from briefing.model.attribution import Attribution, Extent


def find_attributions(text: str, paragraphs: Sequence[Extent]) -> tuple[Attribution, ...]:
    """Every attribution in the paragraphs (in reading order), sorted by where it begins.

    Offsets are code points of `text`; headings and captions are left out by the caller.
    """
    words = read_words(text, paragraphs)
    return attributions_of(words, shipped_model()) if words.texts else ()


def attributions_of(words: Words, model: Model) -> tuple[Attribution, ...]:
    """The attributions that a model finds in at least one word."""
    tags, vectors = read_tags(model, words)
    groups = link(words, settled(words, spans_of(tags)), vectors, model.linker)
    return tuple(_attribution(words, group) for group in groups)


def _attribution(words: Words, group: Group) -> Attribution:
    content = [at for _, begin, end in group.content for at in range(begin, end)]
    return Attribution(
        source=_extents(words, group.source),
        cue=_extents(words, group.cue),
        content=_extents(words, group.content),
        form=form_of(words, content),
    )


def _extents(words: Words, spans: Sequence[Span]) -> tuple[Extent, ...]:
    return tuple((words.extents[begin][0], words.extents[end - 1][1]) for _, begin, end in spans)
