"""HTML that is all content, the body of a mail or a feed's entry: every block is kept, nothing is chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.model.document import BlockKind
from briefing.read.draft import Draft, Piece, compose
from briefing.read.html.page import tree_of
from briefing.read.html.units import Unit, units_of
from briefing.read.limits import Limits

KINDS: dict[str, BlockKind] = {
    "li": "list_item",
    "dd": "list_item",
    "blockquote": "quote",
    "figcaption": "caption",
    "caption": "caption",
    "tr": "table_row",
}
HEADING = re.compile(r"h([1-6])$")
QUOTED = re.compile(
    r"\b(?:gmail_quote|yahoo_quoted|moz-cite-prefix|OutlookMessageHeader|divRplyFwdMsg|AppleOriginalContents)\b"
)
"""The classes and names by which mail programs mark the message they answer."""


def read_fragment(name: str, markup: str, limits: Limits) -> Draft:
    """Read `markup`; a draft without text where it holds none."""
    root = tree_of(name, f"<html><body>{markup}</body></html>".encode())
    text, blocks = compose(_pieces(units_of(root)))
    if len(text) > limits.max_characters:
        text, blocks = "", ()
    return Draft(text=text, blocks=blocks)


def _pieces(units: list[Unit]) -> Iterator[Piece]:
    for unit in units:
        found = HEADING.match(unit.tag)
        if found:
            yield Piece(kind="heading", text=unit.text, level=int(found[1]))
        else:
            yield from _paragraphs(unit)


def _paragraphs(unit: Unit) -> Iterator[Piece]:
    """Split a block at doubled line breaks, as mail programs write paragraphs."""
    kind: BlockKind = "quoted_reply" if _quoted(unit) else _kind(unit)
    for part in re.split(r"\n[ \t\xa0]*\n", unit.text):
        yield Piece(kind=kind, text=part, level=1 if kind == "list_item" else 0)


def _kind(unit: Unit) -> BlockKind:
    return "quote" if unit.inside("blockquote") else KINDS.get(unit.tag, "paragraph")


def _quoted(unit: Unit) -> bool:
    names = " ".join(f"{e.get('class') or ''} {e.get('id') or ''}" for e in unit.path)
    cited = any(e.tag == "blockquote" and e.get("type") == "cite" for e in unit.path)
    return cited or bool(QUOTED.search(names))
