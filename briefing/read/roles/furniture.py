"""What is printed around the content: captions, promotion, credits, page furniture, told by their wording and place."""

from __future__ import annotations

import re
from collections import Counter

import briefing.read.roles.shapes as shapes
from briefing.model.document import BlockKind
from briefing.read.cues import pattern
from briefing.read.roles.view import View

REPEATS = 3
"""A short line that stands so often in one document is its running header or footer."""

CAPTION_SENTENCES = 2
"""Of a caption whose cue stands in its middle."""

SERIES = 4
"""Pictures from which on blocks with one title are a gallery."""

TITLE_WORDS = 4
"""The least words of a gallery's title."""

LOOKED_AT = 700
"""Characters of a block in which cues of promotion are counted; it begins with them."""

TAIL = 0.5
"""Author's notes stand in the second half of a document."""


def mark_page_furniture(view: View) -> View:
    """Type page numbers, addresses of printed pages and lines that repeat themselves."""
    counts = Counter(shapes.folded(view.words(i)) for i in view.open() if len(view.words(i)) < 160)
    kinds: dict[int, BlockKind] = {}
    for i in view.open():
        words = view.words(i)
        if pattern("salutation").match(words) or words.endswith((":", ",")):
            continue
        repeated = len(words) < 160 and counts[shapes.folded(words)] >= REPEATS and not shapes.ends_sentence(words)
        if repeated or pattern("print_header").fullmatch(words) or not any(c.isalnum() for c in words):
            kinds[i] = "footer" if i else "header"
    return view.retyped(kinds)


def mark_captions(view: View) -> View:
    """Type captions and photo credits, wherever they stand."""
    return view.retyped({i: "caption" for i in view.open() if is_caption(view.words(i))})


def mark_gallery(view: View) -> View:
    """Type the captions of a picture series: one title stands before the words of each, with nothing between them."""
    places = view.open()
    series: dict[str, list[int]] = {}
    for i in places:
        series.setdefault(" ".join(view.words(i).split()[:TITLE_WORDS]), []).append(i)
    found = [i for title, members in series.items() if _is_series(view, members) for i in members if title]
    return view.retyped(dict.fromkeys(found, "caption"))


def _is_series(view: View, members: list[int]) -> bool:
    """Tell whether blocks open with the same title in full: right behind it each begins anew with a capital."""
    if len(members) < SERIES:
        return False
    openings = [view.words(i).split() for i in members]
    shared = next((n for n, same in enumerate(zip(*openings, strict=False)) if len(set(same)) > 1), 0)
    title = openings[0][:shared]
    plain = shared >= TITLE_WORDS and all(word[-1].isalnum() for word in title)
    return plain and all(words[shared][:1].isupper() for words in openings)


def is_caption(words: str) -> bool:
    """Tell a caption by its credit or by naming itself a picture; a long paragraph that ends in a bracket is none."""
    if len(words.split()) > 120 or words[0] in '"“':
        return False
    found = pattern("caption").search(words) or pattern("caption_cased").search(words)
    if not found:
        return False
    at_edge = found.start() == 0 or found.end() >= len(words) - 1
    return at_edge or shapes.sentences(words) <= CAPTION_SENTENCES


def mark_promotion(view: View) -> View:
    """Type calls to subscribe, download or join, related links, cookie and share text, and copyright lines."""
    kinds: dict[int, BlockKind] = {i: "promotion" for i in view.open() if is_promotion(view.words(i))}
    return view.retyped(kinds | _inherited(view, kinds))


def is_promotion(words: str) -> bool:
    """Tell promotion by its wording; a paragraph of several sentences needs more than one cue."""
    if pattern("promotion_whole").fullmatch(words.strip(" .:|»>")):
        return True
    hits = len(pattern("promotion").findall(words[:LOOKED_AT]))
    return hits > 0 and (len(words.split()) <= 45 or hits > 1)


def _inherited(view: View, found: dict[int, BlockKind]) -> dict[int, BlockKind]:
    """Below a label such as "Read more" the unpunctuated lines are links; between two calls a short line is a third."""
    more: dict[int, BlockKind] = {}
    label = pattern("sections_related")
    following = False
    for i in view.open():
        words = view.words(i)
        if i in found:
            following = bool(label.match(words)) and len(words.split()) <= 8
        elif following and not shapes.ends_sentence(words) and len(words.split()) <= 25:
            more[i] = "promotion"
        else:
            following = False
    return more | _between(view, found)


def _between(view: View, found: dict[int, BlockKind]) -> dict[int, BlockKind]:
    places = view.open()
    more: dict[int, BlockKind] = {}
    for before, i, after in zip(places, places[1:], places[2:], strict=False):
        if before in found and after in found and i not in found and len(view.words(i).split()) <= 16:
            more[i] = "promotion"
    return more


def mark_closing_promotion(view: View) -> View:
    """Type the short unpunctuated lines after the last real paragraph: they lead elsewhere."""
    places = view.open()
    real = [i for i in places if shapes.ends_sentence(view.words(i)) and len(view.words(i).split()) > 8]
    if not real:
        return view
    loose = ("paragraph",) if view.typed else ("paragraph", "list_item")
    below = [i for i in places if i > real[-1] and view.kind(i) in loose]
    tail = [i for i in below if not shapes.ends_sentence(view.words(i))]
    return view.retyped({i: "promotion" for i in tail if len(view.words(i).split()) <= 25})


NOTE_LINE = re.compile(r"^\[(?P<number>\d{1,3})\]\s*\S")


def mark_footnotes(view: View) -> View:
    """Type the notes below a text that calls them: `[3] ...` where `[3]` stands above."""
    kinds: dict[int, BlockKind] = {}
    for i in view.open():
        match = NOTE_LINE.match(view.words(i))
        if match and f"[{match['number']}]" in view.text[: view.blocks[i].start]:
            kinds[i] = "footnote"
    return view.retyped(kinds)


def mark_credits(view: View) -> View:
    """Type the author's note, the source line and the desk's credit line."""
    count = len(view.blocks)
    kinds: dict[int, BlockKind] = {}
    for i in view.open():
        words = view.words(i)
        if pattern("source_line").match(words) and len(words.split()) <= 10:
            kinds[i] = "source_line"
        elif pattern("credit_line").search(words) and len(words.split()) <= 60:
            kinds[i] = "byline"
        elif i > count * TAIL and (_is_author_note(words) or _signs(words)) and not _body_follows(view, i):
            kinds[i] = "author_note"
    return view.retyped(kinds)


def _body_follows(view: View, i: int) -> bool:
    """Tell whether running text goes on behind block `i`; other authors' notes are none."""
    later = [view.words(j) for j in view.open() if j > i]
    return any(shapes.ends_sentence(words) and len(words.split()) > 8 and not _is_author_note(words) for words in later)


def _signs(words: str) -> bool:
    return len(words.split()) <= 16 and bool(pattern("signed_line_cased").match(words))


def _is_author_note(words: str) -> bool:
    if len(words.split()) > 90 or words[0] in "\"“‘'":
        return False
    match = pattern("author_note").search(words)
    return bool(match) and match is not None and match.start() < 90 and words[0].isupper()
