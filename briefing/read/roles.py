"""The steps that give every block its role, in their order."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from briefing.model.document import Block
from briefing.read.cues import pattern
from briefing.read.datelines import find_dateline
from briefing.read.furniture import (
    mark_captions,
    mark_closing_promotion,
    mark_credits,
    mark_page_furniture,
    mark_promotion,
)
from briefing.read.head import mark_head, mark_story_highlights
from briefing.read.headings import mark_headings
from briefing.read.speakers import mark_turns
from briefing.read.view import View

OPENING = 3
"""Body blocks looked at for a dateline; a bullet summary or an odd line may stand before it."""


def mark_salutations(view: View) -> View:
    """Type the words with which a speech addresses its hearers and thanks them."""
    salutation, addressed, closing = pattern("salutation"), pattern("salutation_words"), pattern("closing")
    found = []
    for i in view.open():
        words = view.words(i)
        greeting = len(words.split()) <= 25 and salutation.match(words) and addressed.search(words)
        if (greeting and not words.endswith(".")) or closing.match(words):
            found.append(i)
    return view.retyped(dict.fromkeys(found, "metadata"))


def split_dateline(view: View) -> View:
    """Make the dateline before the first body paragraph a block of its own."""
    for i in view.open()[:OPENING]:
        block = view.blocks[i]
        raw = re.sub(r"\s", " ", view.text[block.start : block.end])
        found = find_dateline(raw)
        if found:
            line = Block(kind="dateline", start=block.start, end=block.start + found.stop, page=block.page)
            rest = replace(block, start=block.start + found.end)
            return replace(view, blocks=(*view.blocks[:i], line, rest, *view.blocks[i + 1 :]))
    return view


STEPS: tuple[Callable[[View], View], ...] = (
    mark_page_furniture,
    mark_captions,
    mark_promotion,
    mark_head,
    mark_story_highlights,
    mark_credits,
    mark_turns,
    mark_salutations,
    mark_closing_promotion,
    mark_headings,
    split_dateline,
)


def assign_roles(text: str, blocks: tuple[Block, ...], *, typed: bool) -> tuple[Block, ...]:
    """Return `blocks` with every role told; `typed` says that the format knew its headings itself."""
    view = View(text=text, blocks=blocks, typed=typed)
    for step in STEPS:
        view = step(view)
    return view.blocks
