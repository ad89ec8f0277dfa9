"""What stands above the body: title, byline, date line, standfirst."""

from __future__ import annotations

import re

import briefing.read.roles.shapes as shapes
from briefing.model.document import BlockKind
from briefing.read.cues import pattern
from briefing.read.roles.datelines import find_dateline
from briefing.read.roles.forms import is_field
from briefing.read.roles.head_lines import is_name, line_kind
from briefing.read.roles.view import View

HEAD = 14
"""Blocks looked at for a head; below them a title would be a section heading."""

TITLE_WORDS = 32
MOST_STANDFIRSTS = 3
"""More lines between title and body are a title page; without a body they lead to other articles."""

RUNNING_ABOVE = 3
"""Running paragraphs above a dateline that may still be standfirst and captions; below more it is not the first."""

LABEL_WORDS = 3
"""A line so short above a longer one names the section of a paper or a letterhead, not the article."""


def mark_head(view: View) -> View:
    """Type the title, bylines, date lines and standfirst of a text whose format does not tell them."""
    places = view.loose()[:HEAD]
    lines = {i: kind for i in places if (kind := line_kind(view.words(i)))}
    has_title = view.titled or any(block.kind == "title" for block in view.blocks)
    top = _head_end(view, places, lines)
    kinds: dict[int, BlockKind] = {i: kind for i, kind in lines.items() if i < top}
    if not has_title:
        title = _title(view, [i for i in places if i < top and i not in kinds], kinds)
        if title is not None:
            kinds[title] = "title"
            kinds |= _repeats(view, title, places, kinds)
            kinds |= _above(view, title, kinds) | _between(view, title, top, kinds)
    return view.retyped(kinds)


def _head_end(view: View, places: tuple[int, ...], lines: dict[int, BlockKind]) -> int:
    """Return the place of the first block of the body: a dateline opens it, or a paragraph below the last head line."""
    last_line = max(lines, default=-1)
    running = [i for i in places if shapes.is_running(view.words(i))]
    for i in places:
        if i > 0 and find_dateline(view.words(i)) and sum(j < i for j in running) <= RUNNING_ABOVE:
            return i
    return next((i for i in running if i > last_line), places[-1] + 1 if places else 0)


def _title(view: View, free: list[int], kinds: dict[int, BlockKind]) -> int | None:
    """Return the place of the title: the first line of the head that is shaped like one and is no mere label.

    In a press release it stands below the line that names the form, in a catalogue's record right above its fields.
    """
    shaped = [i for i in free if _title_shaped(view, i, kinds)]
    if not shaped or (len(view.loose()) < 2 and kinds.get(shaped[0] + 1) is None):
        return None
    form = next((i for i in kinds if pattern("form_line").match(view.words(i))), -1)
    shaped = [i for i in shaped if i > form] or shaped
    headed = [i for i in shaped if i + 1 < len(view.blocks) and view.kind(i + 1) == "metadata" and _is_record(view, i)]
    if headed and form < 0:
        return headed[0]
    wordy = [i for i in shaped if len(view.words(i).split()) > LABEL_WORDS and not is_name(view.words(i))]
    return wordy[0] if wordy else max(shaped, key=lambda i: (len(view.words(i)), -i))


def _is_record(view: View, i: int) -> bool:
    return is_field(view.words(i + 1)) and not is_field(view.words(i)) and shapes.capitals_share(view.words(i)) < 0.8


def _title_shaped(view: View, i: int, kinds: dict[int, BlockKind]) -> bool:
    words = view.words(i)
    if len(words.split()) > TITLE_WORDS or not shapes.words(words):
        return False
    followed = kinds.get(i + 1) in ("metadata", "byline")
    return followed or not shapes.ends_sentence(words) or words.endswith(("?", "!", "…", "..."))


def _repeats(view: View, title: int, places: tuple[int, ...], kinds: dict[int, BlockKind]) -> dict[int, BlockKind]:
    same = shapes.folded(view.words(title))
    return {i: "metadata" for i in places if i > title and i not in kinds and shapes.folded(view.words(i)) == same}


def _above(view: View, title: int, kinds: dict[int, BlockKind]) -> dict[int, BlockKind]:
    """Type the labels above a title: the section, the letterhead."""
    return {i: "metadata" for i in view.loose() if i < title and i not in kinds and len(view.words(i).split()) <= 12}


def _between(view: View, title: int, top: int, kinds: dict[int, BlockKind]) -> dict[int, BlockKind]:
    """Type what stands between title and body: a name is a byline, sentences above one sum the article up.

    A sentence with nothing of a head below it is the first of the body, however short.
    """
    loose = [i for i in range(title + 1, top) if i not in kinds and view.kind(i) == "paragraph"]
    last = top if top < len(view.blocks) and find_dateline(view.words(top)) else max(kinds, default=-1)
    loose = [i for i in loose if i < last or not shapes.ends_sentence(view.words(i))]
    names = [i for i in loose if is_name(view.words(i)) or (kinds.get(i + 1) == "metadata" and _posted(view.words(i)))]
    others = [i for i in loose if i not in names]
    if top >= len(view.blocks) and not view.typed:
        return {i: "promotion" for i in loose if not shapes.ends_sentence(view.words(i))}
    found: dict[int, BlockKind] = dict.fromkeys(names, "byline")
    if len(others) <= MOST_STANDFIRSTS:
        found |= {i: "standfirst" for i in others if len(view.words(i).split()) > LABEL_WORDS}
        beside = [i for i in others if i not in found and {i - 1, i + 1} & set(kinds)]
        return found | {i: "metadata" for i in beside if not shapes.ends_sentence(view.words(i))}
    sentences = [i for i in others if shapes.ends_sentence(view.words(i))]
    standfirst = sentences if len(sentences) <= MOST_STANDFIRSTS else []
    found |= dict.fromkeys(standfirst, "standfirst")
    return found | {i: "metadata" for i in others if i not in sentences}


def _posted(words: str) -> bool:
    """Tell a name with the place it reports from, above a date (`Jane Roe in Mokpo`)."""
    name, _, place = words.partition(" in ")
    return bool(place) and len(place.split()) <= 3 and place[0].isupper() and is_name(name)


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
