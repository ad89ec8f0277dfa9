"""Saved web pages: the article's text as blocks, what the page states of itself, nothing of what surrounds it."""

from __future__ import annotations

from briefing.errors import UnreadableSource
from briefing.read.draft import Draft, compose
from briefing.read.html.blocks import Head, pieces_of
from briefing.read.html.choice import chosen
from briefing.read.html.context import context_of
from briefing.read.html.cues import cues_of
from briefing.read.html.extracts import extract_of, extracts_of
from briefing.read.html.meta import Stated
from briefing.read.html.page import tree_of
from briefing.read.html.units import units_of
from briefing.read.limits import Limits

MEDIA_TYPE = "text/html"
_LONG = 5_000
"""A page of more units than this is heard once only, to keep its time in bounds."""
_WORTH_HEARING = 200
"""A text stated to machines is heard from this many characters on; shorter ones are summaries."""


def read_html(name: str, data: bytes, limits: Limits) -> Draft:
    """Return a page's article.

    Several extractions vote on every block of the page, and the page's markup and wording weigh in; the page's own
    metadata become the hints.
    """
    root = tree_of(name, data)
    stated = Stated(root)
    units = units_of(root)
    if not units:
        raise UnreadableSource("the page holds no text", where=name, hint="pages built by script are saved empty")
    context = context_of(units, extracts_of(root, long=len(units) > _LONG))
    body = stated.body()
    told = extract_of(body) if len(body) >= _WORTH_HEARING else None
    cues = cues_of(units, context, told, stated.headings())
    kept = chosen(units, cues, context)
    hints = stated.metadata()
    head = Head(titles=stated.headings(), author=hints.author, description=stated.description())
    pieces = pieces_of(units, kept, cues, head)
    text, blocks = compose(pieces)
    if len(text) > limits.max_characters:
        raise UnreadableSource(f"the page holds more than {limits.max_characters:,} characters", where=name)
    if not text:
        raise UnreadableSource("the page holds no text", where=name, hint="pages built by script are saved empty")
    return Draft(text=text, blocks=blocks, hints=hints, media_type=MEDIA_TYPE)
