"""Direct, indirect or mixed: how much of a content stands inside quotation marks."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.analyse.attribution.marks import OUTSIDE
from briefing.analyse.attribution.words import Words
from briefing.model.attribution import Form


def form_of(words: Words, content: Iterable[int]) -> Form:
    """The form of the content made of these words; signs do not count, marks least of all."""
    inside = {words.mark[at] != OUTSIDE for at in content if words.texts[at][0].isalnum()}
    if inside == {True}:
        return "direct"
    return "mixed" if True in inside else "indirect"
