"""What clings to the end of a paragraph and is none of it: credits in brackets, end marks, a speaker's thanks."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.model.document import BODY_KINDS, Block, BlockKind
from briefing.read.roles.view import View

CREDIT = re.compile(
    r"(?<=[.!?\"”’])\s{0,3}(\((?:Additional |With )?(?:Reporting|Writing|Editing|Translat\w+|Compil\w+|Produc\w+|"
    r"Inputs?|Contribut\w+)\b[^()]{4,300}\)\.?)\s*$",
    re.IGNORECASE,
)
END_MARK = re.compile(
    r"(?<=[.!?\"”’)\]…])\s{1,3}(-\s?0\s?-|#\s?#\s?#|-\s?30\s?-|/END/?|END/|-END-|\(END\)|END|(?i:-ends-|/ends/|\(ends\)))\s*$"
)
THANKS = re.compile(
    r"(?<=[.!?])\s+(I thank you\.?|Thank you(?: all| very much| so much)?(?:[,.!]? [^.!?]{0,40})?[.!])\s*$"
)
NOTICE = re.compile(r"(?<=[.?!)\"”’])\s+((?:Disclaimer|Legal notice|Copyright notice):\s.+)$", re.DOTALL | re.I)
"""What a page runs together with the last paragraph above it."""

EMBEDDED = re.compile(r"[—–]\s{0,3}(?P<name>[^—–\n]{1,60}?) ?(?P<handle>\(@\w{1,30}\)).{0,50}$", re.DOTALL)
"""How a page embeds a post: its words, a dash, the name, the handle and the day."""

TAIL = 3
"""Last body blocks in which a speaker's thanks are looked for."""


def split_endings(view: View) -> View:
    """Make every such ending a block of its own."""
    last = set(view.open()[-TAIL:])
    blocks: list[Block] = []
    for i, block in enumerate(view.blocks):
        blocks += _split(view.text, block, closing=i in last) if block.kind in BODY_KINDS else [block]
    return replace(view, blocks=tuple(blocks))


def _split(text: str, block: Block, *, closing: bool) -> list[Block]:
    tail: list[Block] = []
    forms: list[tuple[re.Pattern[str], BlockKind]] = [(CREDIT, "byline"), (END_MARK, "metadata"), (NOTICE, "footer")]
    if closing:
        forms.append((THANKS, "metadata"))
    for form, kind in forms:
        match = form.search(text[block.start : block.end])
        if match:
            start = block.start + match.start(1)
            tail.insert(0, Block(kind=kind, start=start, end=block.start + match.end(1), page=block.page))
            block = replace(block, end=block.start + len(text[block.start : start].rstrip()))
    return [block, *tail] if block.end > block.start else tail


def mark_posts(view: View) -> View:
    """Type posts embedded from elsewhere as quotations of the person who signs them."""
    blocks: list[Block] = []
    for block in view.blocks:
        match = EMBEDDED.search(view.text, block.start, block.end) if block.kind in ("paragraph", "quote") else None
        end = block.start + len(view.text[block.start : match.start()].rstrip()) if match else block.start
        if match and end > block.start:
            quote = replace(block, kind="quote", end=end, speaker=" ".join(match["name"].split()))
            start = match.start("name")
            blocks += [quote, Block(kind="metadata", start=start, end=block.end, page=block.page)]
        else:
            blocks.append(block)
    return replace(view, blocks=tuple(blocks))
