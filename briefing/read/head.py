"""What stands above the body: title, byline, date line, standfirst."""

from __future__ import annotations

import re

from briefing.model.document import BlockKind
from briefing.read import shapes
from briefing.read.cues import pattern
from briefing.read.datelines import find_dateline
from briefing.read.dates import first_date
from briefing.read.outlets import by_name
from briefing.read.view import View

HEAD = 14
"""Blocks looked at for a head; below them a title would be a section heading."""

TITLE_WORDS = 32
MOST_STANDFIRSTS = 3
"""More lines between title and body are a title page; without a body they lead to other articles."""

DOMAIN = re.compile(r"^(?:https?://)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?$", re.IGNORECASE)
NAME_AND_OUTLET = re.compile(r"^[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}(?:,| [|·•/–-]) ?(?P<outlet>[A-Z][\w.' ’&-]+)$")


def mark_head(view: View) -> View:
    """Type the title, bylines, date lines and standfirst of a text whose format does not tell them."""
    places = view.open()[:HEAD]
    lines = {i: kind for i in places if (kind := _line_kind(view.words(i)))}
    has_title = view.titled or any(block.kind == "title" for block in view.blocks)
    top = _head_end(view, places, lines)
    kinds: dict[int, BlockKind] = {i: kind for i, kind in lines.items() if i < top}
    if not has_title:
        title = _title(view, [i for i in places if i < top and i not in kinds], kinds, top)
        if title is not None:
            kinds[title] = "title"
            kinds |= _repeats(view, title, places, kinds)
            kinds |= _standfirst(view, title, top, kinds)
    return view.retyped(kinds)


def _line_kind(words: str) -> BlockKind | None:
    """Name what a line of a head says beside the title: who wrote it, or where and when it stood."""
    count = len(words.split())
    if pattern("byline").match(words) and count <= 25 and not shapes.SENTENCE_BREAK.search(words):
        return "byline"
    if pattern("release_line").match(words):
        return "metadata"
    if pattern("date_line").match(words) and count <= 14 and (first_date(words) or count <= 3):
        return "metadata"
    if count <= 10 and _only_place_and_time(words):
        return "metadata"
    signed = NAME_AND_OUTLET.match(words)
    if signed and (by_name(signed["outlet"]) or DOMAIN.match(signed["outlet"])):
        return "byline"
    return None


def _only_place_and_time(words: str) -> bool:
    """Tell whether a short line is nothing but an outlet, a place and a date (`example.org | 2024-01-02`)."""
    parts = [part.strip() for part in re.split(r"\s[|·•–—-]\s|\s\|\s?", words)]
    if any(DOMAIN.match(part) for part in parts):
        return True
    found = first_date(words)
    if not found:
        return False
    rest = words.replace(found.words, " ")
    return len(shapes.words(rest)) <= 4 and not shapes.ends_sentence(words)


def _head_end(view: View, places: tuple[int, ...], lines: dict[int, BlockKind]) -> int:
    """Return the place of the first block of the body: a dateline opens it, or a paragraph below the last head line."""
    last_line = max(lines, default=-1)
    for i in places:
        if find_dateline(view.words(i)) and i > 0:
            return i
    for i in places:
        if i > last_line and shapes.is_running(view.words(i)):
            return i
    return places[-1] + 1 if places else 0


def _title(view: View, free: list[int], kinds: dict[int, BlockKind], top: int) -> int | None:
    """Return the place of the title: the first line of the head that is shaped like one."""
    for i in free:
        words = view.words(i)
        count = len(words.split())
        if count > TITLE_WORDS or not shapes.words(words):
            continue
        followed = kinds.get(i + 1) in ("metadata", "byline")
        if not followed and len(view.open()) < 2:
            return None
        if followed or not shapes.ends_sentence(words) or words.endswith(("?", "!", "…", "...")):
            return i
    return None


def _repeats(view: View, title: int, places: tuple[int, ...], kinds: dict[int, BlockKind]) -> dict[int, BlockKind]:
    same = shapes.folded(view.words(title))
    return {i: "metadata" for i in places if i > title and i not in kinds and shapes.folded(view.words(i)) == same}


def _standfirst(view: View, title: int, top: int, kinds: dict[int, BlockKind]) -> dict[int, BlockKind]:
    """Type what stands between title and body: sentences above a byline or a dateline sum the article up."""
    between = [i for i in range(title + 1, top) if i not in kinds and i in view.open()]
    if top >= len(view.blocks):
        return {i: "promotion" for i in between if not shapes.ends_sentence(view.words(i))}
    if len(between) > MOST_STANDFIRSTS:
        return {i: "metadata" for i in between if not shapes.ends_sentence(view.words(i))}
    return {i: "standfirst" for i in between if len(view.words(i).split()) > 4}


def mark_story_highlights(view: View) -> View:
    """Type the bullet summary that some outlets print above the body under a label of its own."""
    label = re.compile(
        r"^(story highlights|highlights|key points|in brief|summary|at a glance|key takeaways)\b[:\s]", re.I
    )
    for i in view.open()[:6]:
        if label.match(view.words(i)):
            body = next((j for j in view.open() if j > i and find_dateline(view.words(j))), i + 1)
            return view.retyped({j: "standfirst" for j in view.open() if i <= j < body and body - i <= 6})
    return view


def as_stated(view: View, words: str, kind: BlockKind) -> View:
    """Type the line of the head that repeats what a format states apart (a page's title, a feed's author)."""
    if any(block.kind == kind for block in view.blocks):
        return view
    same = shapes.folded(words)
    found = next((i for i in view.open()[:HEAD] if shapes.folded(view.words(i)) == same), None)
    return view if found is None else view.retyped({found: kind})
