"""Speeches as they are circulated: lines of a title page, the audience addressed, the speaker's thanks."""

from __future__ import annotations

from dataclasses import replace

import briefing.read.roles.shapes as shapes
from briefing.model.document import Block, BlockKind
from briefing.read.cues import pattern
from briefing.read.metadata.dates import first_date
from briefing.read.roles.forms import is_field
from briefing.read.roles.head_lines import is_ranked_name
from briefing.read.roles.view import View

PAGE_LINES = 30
"""Blocks above the first address; more are a text that happens to greet somebody further down."""
BREATHS = 8
BREATHS_SHARE = 0.1
"""So many lines, and such a share of all, end in dots where dots mark a breath."""
PLAIN_ADDRESS = 6
"""Words of an address that ends without a mark; a longer one would be a headline about somebody respected."""


def mark_salutations(view: View) -> View:
    """Type the words with which a speech addresses its hearers and thanks them."""
    closing = pattern("closing")
    found = [i for i in view.open() if is_salutation(view.words(i)) or closing.match(view.words(i))]
    return view.retyped(dict.fromkeys(found, "metadata"))


def is_salutation(words: str) -> bool:
    """Tell an address to an audience: a form of address and nothing said yet."""
    count = len(words.split())
    if count > 25 or words.endswith((".", "?", "…", "...")):
        return False
    if count > PLAIN_ADDRESS and not words.endswith((",", "!", ":", "—", "–", "-")):
        return False
    return bool(pattern("salutation").match(words) and pattern("salutation_words").search(words))


def mark_title_page(view: View) -> View:
    """Type the lines above the first address of a speech: its title is the line that names it, with those below."""
    if view.typed or view.titled or any(block.kind == "title" for block in view.blocks):
        return view
    first = next((i for i in range(min(PAGE_LINES, len(view.blocks))) if is_salutation(view.words(i))), None)
    if not first or any(shapes.is_running(view.words(i)) for i in range(first) if view.kind(i) == "paragraph"):
        return view
    speech, note = pattern("speech", file="genre"), pattern("release_line")
    named = [i for i in range(first) if speech.search(view.words(i)) and not note.match(view.words(i))]
    kinds: dict[int, BlockKind] = {i: "metadata" for i in range(first) if view.kind(i) != "footer"}
    if not named:
        told = view.retyped(_plain_title(view, first) | {first: "metadata"})
        return replace(told, titled=any(block.kind in ("title", "byline") for block in told.blocks))
    title = _title_lines(view, named[0], first)
    merged = view.retyped(kinds)
    block = replace(merged.blocks[title[0]], kind="title", end=merged.blocks[title[-1]].end)
    return replace(merged, blocks=(*merged.blocks[: title[0]], block, *merged.blocks[title[-1] + 1 :]))


def _title_lines(view: View, start: int, stop: int) -> range:
    end = start + 1
    while end < stop and _belongs(view, end):
        end += 1
    return range(start, end)


def _belongs(view: View, i: int) -> bool:
    """A line of the title follows without a gap and is no date, note or furniture."""
    gap = view.text[view.blocks[i - 1].end : view.blocks[i].start]
    words = view.words(i)
    if gap.count("\n") > 1 or view.kind(i) in ("footer", "header") or first_date(words):
        return False
    return not pattern("release_line").match(words) and not shapes.ends_sentence(words) and not words.startswith("(")


def join_breaths(view: View) -> View:
    """Join lines that end in dots with the line below, where a text is set in the breaths of its speaker.

    `We have to act...` / `Before it is too late.` is one sentence; a few dots here and there are no habit.
    """
    trailing = [i for i in view.loose() if _runs_on(view, i)]
    if len(trailing) < BREATHS or len(trailing) < BREATHS_SHARE * len(view.loose()):
        return view
    blocks: list[Block] = []
    for i, block in enumerate(view.blocks):
        if i - 1 in trailing:
            block = replace(blocks.pop(), end=block.end)
        blocks.append(block)
    return replace(view, blocks=tuple(blocks))


def _runs_on(view: View, i: int) -> bool:
    """A paragraph ends in dots and the next one is a paragraph too."""
    after = i + 1 < len(view.blocks) and view.kind(i + 1) == "paragraph"
    return after and view.words(i).endswith(("...", "…"))


def _plain_title(view: View, stop: int) -> dict[int, BlockKind]:
    """Without a line that names a speech the longest line of the page is its title, the others say who, where, when."""
    lines = [i for i in range(stop) if view.kind(i) not in ("footer", "header")]
    named = [i for i in lines if is_ranked_name(view.words(i))]
    rest = [i for i in lines if i not in named and not first_date(view.words(i)) and not is_field(view.words(i))]
    wordy = [i for i in rest if not pattern("release_line").match(view.words(i)) and len(view.words(i).split()) > 1]
    if named and not wordy:
        return {i: "byline" if i in named else "metadata" for i in lines}
    if not wordy:
        return {}
    title = max(wordy, key=lambda i: (len(view.words(i)), -i))
    return {i: "title" if i == title else "byline" if i in named else "metadata" for i in lines}
