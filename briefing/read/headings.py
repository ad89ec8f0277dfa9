"""Section headings of a text whose format does not tell them: short, unpunctuated, between paragraphs."""

from __future__ import annotations

import re

from briefing.model.document import BlockKind
from briefing.read import shapes
from briefing.read.view import View

HEADING_WORDS = 12
CAPTION_WORDS = 8
BRACKETED = re.compile(r"^\([A-Z][^()]{3,90}\)$")
NUMBERED = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*\.?|[IVX]+\.|[A-Z]\.|\([ivx\d]+\))\s+\S")


def mark_headings(view: View) -> View:
    """Type headings in capitals, in brackets, numbered, or in mixed case where paragraphs end as sentences do.

    In such a text a longer line without an end is a caption that lost its credit.
    """
    places = view.open()
    punctuated = _punctuated(view, places)
    wrapped = any("\n" in view.text[view.blocks[i].start : view.blocks[i].end] for i in places)
    kinds: dict[int, BlockKind] = {}
    for i in places:
        words = view.words(i)
        if is_loud(words) or (BRACKETED.match(words) and not shapes.ends_sentence(words[:-1])):
            kinds[i] = "heading"
        elif punctuated and not view.typed:
            kind = _quiet(view, i, places, wrapped=wrapped)
            if kind:
                kinds[i] = kind
    return view.retyped(kinds, level=1)


def is_loud(words: str) -> bool:
    """Tell a heading in capitals, or one that is numbered and ends in a colon."""
    count = len(shapes.words(words))
    if not 1 <= count <= 16:
        return False
    capitals = shapes.capitals_share(words) > 0.85 and len(words) > 5 and not words.endswith((".", ":", ","))
    return capitals or bool(NUMBERED.match(words) and words.endswith(":") and count <= HEADING_WORDS)


def _punctuated(view: View, places: tuple[int, ...]) -> bool:
    long = [i for i in places if len(view.words(i).split()) > CAPTION_WORDS]
    ended = sum(shapes.ends_sentence(view.words(i)) for i in long)
    return len(long) >= 3 and ended >= 0.6 * len(long)


def _quiet(view: View, i: int, places: tuple[int, ...], *, wrapped: bool) -> BlockKind | None:
    words = view.words(i)
    count = len(words.split())
    if view.kind(i) != "paragraph" or words[-1] in ".:,;—–-…\"”’'!" or words[0].islower() or words[0] in "\"“‘'":
        return None
    after = next((j for j in places if j > i), None)
    if count <= HEADING_WORDS and after == i + 1 and shapes.words(words):
        return "heading"
    whole = not shapes.SENTENCE_BREAK.search(words) and not shapes.ends_sentence(words)
    if count > HEADING_WORDS and whole and not wrapped:
        return "caption"
    return None
