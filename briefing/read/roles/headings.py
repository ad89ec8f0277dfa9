"""Section headings of a text whose format does not tell them: short, unpunctuated, between paragraphs."""

from __future__ import annotations

import re

import briefing.read.roles.shapes as shapes
from briefing.model.document import BlockKind
from briefing.read.roles.view import View

HEADING_WORDS = 12
CAPTION_WORDS = 8
TITLE_CASE = 0.6
REPEATED = 0.8
CREDITED = re.compile(r"^(?:AP|AFP|EPA|Reuters|REUTERS|Getty(?: Images)?|PA|Alamy|Rex|Yonhap|Xinhua|TASS)\b[:\s]")
BRACKETED = re.compile(r"^\([A-Z][^()]{3,90}\)$")
NUMBERED = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*\.?|[IVX]+\.|[A-Z]\.|\([ivx\d]+\))\s+\S")


def mark_headings(view: View) -> View:
    """Type headings in capitals, in brackets, numbered, or in mixed case where paragraphs end as sentences do.

    In such a text a longer line without an end is a caption that lost its credit.
    """
    places = view.loose() if view.typed else view.open()
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
        asked = words.endswith("?") and shapes.title_share(words) < TITLE_CASE
        return None if asked and not _has_headings(view, places) else "heading"
    whole = not shapes.SENTENCE_BREAK.search(words) and not shapes.ends_sentence(words)
    return "caption" if count > HEADING_WORDS and whole and not wrapped and _illustrates(view, i, places) else None


def _has_headings(view: View, places: tuple[int, ...]) -> bool:
    """Tell whether short lines without a mark stand between the paragraphs, so that a question may be one of them."""
    short = [view.words(i) for i in places if len(view.words(i).split()) <= HEADING_WORDS]
    return any(words[-1].isalnum() for words in short[1:])


def _illustrates(view: View, i: int, places: tuple[int, ...]) -> bool:
    """A line without its end is a caption where others are, or where it says again what a paragraph says."""
    if any(block.kind == "caption" for block in view.blocks) or CREDITED.match(view.words(i)):
        return True
    own = set(shapes.words(view.words(i).lower()))
    others = (set(shapes.words(view.words(j).lower())) for j in places if j != i)
    return any(len(own & other) >= REPEATED * len(own) for other in others)
