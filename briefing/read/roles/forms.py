"""What a catalogue or a publisher writes around a report: a form of names and values, versions, closing notices."""

from __future__ import annotations

import re
from itertools import takewhile

import briefing.read.roles.shapes as shapes
from briefing.model.document import BODY_KINDS, BlockKind
from briefing.read.cues import pattern
from briefing.read.metadata.dates import first_date
from briefing.read.roles.view import View

FIELD = re.compile(r"^(?P<name>[A-Z][\w ()./’'-]{1,30}?)\s*:\s*(?:\|\s*)?(?P<value>[^\s|].*)$")
FIELDS = 3
"""Lines of a name, a colon and a value, one below the other, that make a form; fewer may be anything."""

KNOWN = 2
FIELD_WORDS = 25
HEAD = 40
"""Blocks looked at for a form; a catalogue's navigation may stand above it."""

TAIL = 0.5
NOTICE = 6000
"""Characters that closing notices have at most; more is a chapter of the text."""

LINE_WORDS = 45
SAME = 0.6
"""Share of a title that is the title once more, since ordinals and subtitles get lost."""


def is_field(words: str) -> bool:
    """Tell a line of a form; what is said behind a colon is a sentence, and no value."""
    match = FIELD.match(words)
    if not match or len(words.split()) > FIELD_WORDS or len(match["name"].split()) > 4:
        return False
    return len(match["value"].split()) <= 4 or not shapes.ends_sentence(words)


def mark_form(view: View) -> View:
    """Type the lines of a form in the head; the one that names an author is a byline."""
    kinds: dict[int, BlockKind] = {}
    i = 0
    while i < min(HEAD, len(view.blocks)):
        run = list(takewhile(lambda j: is_field(view.words(j)), range(i, len(view.blocks))))
        if _is_form([view.words(j).split(":")[0] for j in run]):
            kinds |= {j: "byline" if pattern("byline").match(view.words(j)) else "metadata" for j in run}
        i += max(1, len(run))
    return view.retyped({j: kind for j, kind in kinds.items() if view.kind(j) in (*BODY_KINDS, "promotion")})


def _is_form(names: list[str]) -> bool:
    """Names differ, and some of them are such as records have: a list of towns and their teams is none."""
    known = sum(bool(pattern("field_name").search(name)) for name in names)
    return len(names) >= FIELDS and len(set(names)) == len(names) and known >= KNOWN


def mark_versions(view: View) -> View:
    """Type the list of a document's versions: lines that open with a date and number a version."""
    return view.retyped({i: "metadata" for i in view.open() if _is_version(view.words(i))})


def _is_version(words: str) -> bool:
    found = first_date(words[:60])
    short = len(words.split()) <= LINE_WORDS and not shapes.ends_sentence(words)
    return bool(short and found and found.start == 0 and pattern("version_line").search(words[:80]))


def mark_repeated_title(view: View) -> View:
    """Type the lines of the head that give the title once more, alone or run together with a date or a link."""
    title = next((i for i, block in enumerate(view.blocks) if block.kind == "title"), None)
    if title is None or len(view.words(title)) < 10:
        return view
    whole = shapes.folded(view.words(title))
    same = whole[: max(20, int(SAME * len(whole)))]
    lines = [i for i in view.open() if title < i < HEAD and not shapes.ends_sentence(view.words(i))]
    repeated = [i for i in lines if same in shapes.folded(view.words(i)) and _little_more(view, i, title)]
    return view.retyped(dict.fromkeys(repeated, "metadata"))


def _little_more(view: View, i: int, title: int) -> bool:
    return len(view.words(i)) <= len(view.words(title)) + 60


def mark_notices(view: View) -> View:
    """Type the notices that close a report, each under a heading of its own, up to the next heading."""
    labels = [i for i in range(len(view.blocks)) if pattern("notice_label").fullmatch(view.words(i))]
    kinds: dict[int, BlockKind] = {}
    for i in labels:
        if i < TAIL * len(view.blocks):
            continue
        below = list(takewhile(lambda j: view.kind(j) not in ("heading", "title"), range(i + 1, len(view.blocks))))
        said = [j for j in (i, *below) if view.kind(j) in BODY_KINDS]
        if sum(len(view.words(j)) for j in said) <= NOTICE:
            kinds |= dict.fromkeys(said, "footer")
    return view.retyped(kinds)
