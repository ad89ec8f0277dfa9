"""The cover: title and title block alone on the first page, where the theme asks for it."""

from __future__ import annotations

from dataclasses import replace

from briefing.model.blocks import Block, Division, Heading, PageBreak, Pages
from briefing.model.theme import Theme

COVER = "cover"
"""The kind of division that a covered title becomes."""


def covered(pages: Pages, theme: Theme) -> Pages:
    """Return `pages` with what stands before the first other block put on a page of its own."""
    front = _front(pages.blocks) if theme.cover else 0
    if not front:
        return pages
    cover = Division(name=COVER, blocks=pages.blocks[:front])
    rest = pages.blocks[front:]
    turn = () if rest and isinstance(rest[0], PageBreak) else (PageBreak(),)
    return replace(pages, blocks=(cover, *turn, *rest))


def _front(blocks: tuple[Block, ...]) -> int:
    """Count the blocks that belong on the cover: the title and the title block."""
    for count, block in enumerate(blocks):
        title = isinstance(block, Heading) and block.level == 1
        if not title and not (isinstance(block, Division) and block.name == "title-block"):
            return count
    return len(blocks)
