"""The steps that give every block its role, in their order."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from briefing.model.document import Block
from briefing.read.roles.datelines import find_dateline
from briefing.read.roles.endings import mark_posts, split_endings
from briefing.read.roles.forms import mark_form, mark_notices, mark_repeated_title, mark_versions
from briefing.read.roles.furniture import (
    mark_captions,
    mark_closing_promotion,
    mark_credits,
    mark_footnotes,
    mark_gallery,
    mark_page_furniture,
    mark_promotion,
)
from briefing.read.roles.head import as_stated, mark_head, mark_story_highlights
from briefing.read.roles.headings import mark_headings
from briefing.read.roles.speakers import mark_turns, split_inline_turns
from briefing.read.roles.speeches import join_breaths, mark_salutations, mark_title_page
from briefing.read.roles.view import View

OPENING = 3
"""Body blocks looked at for a dateline; a bullet summary or an odd line may stand before it."""


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


Step = Callable[[View], View]

SHAPED: tuple[Step, ...] = (split_inline_turns, mark_page_furniture)
WORDED: tuple[Step, ...] = (split_endings, mark_versions, mark_posts, mark_captions, mark_gallery, mark_promotion)
HEAD: tuple[Step, ...] = (
    mark_form,
    mark_title_page,
    mark_salutations,
    mark_head,
    mark_repeated_title,
    mark_story_highlights,
)
BODY: tuple[Step, ...] = (mark_footnotes, mark_notices, mark_credits, mark_turns, mark_salutations)
LAST: tuple[Step, ...] = (mark_headings, split_dateline, join_breaths)


def assign_roles(view: View, *, title: str | None, author: str | None, mail: bool) -> View:
    """Return `view` with every role told.

    `title` and `author` are those the format states: no other line is taken for them. A `mail` has no head and no
    links below. Where the format told its blocks' kinds itself, repetition and position prove nothing more, and what
    would leave no body at all is not believed.
    """
    if title:
        view = as_stated(view, title, "title")
    if author:
        view = as_stated(view, author, "byline")
    told = view
    for step in _steps(typed=view.typed, mail=mail):
        view = step(view)
    return told if view.typed and told.open() and not view.open() else view


def _steps(*, typed: bool, mail: bool) -> tuple[Step, ...]:
    if mail:
        return SHAPED + WORDED + BODY + LAST
    if typed:
        return (split_inline_turns, *WORDED, *HEAD, *BODY, *LAST)
    return (*SHAPED, *WORDED, *HEAD, *BODY, mark_closing_promotion, *LAST)
