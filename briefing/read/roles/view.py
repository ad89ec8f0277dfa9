"""The blocks of one document beside their text, as the steps that type them see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from briefing.model.document import BODY_KINDS, Block, BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A text with its blocks so far; a step returns a new view."""

    text: str
    blocks: tuple[Block, ...]
    typed: bool
    """Whether the format itself told the blocks' kinds (a page, a Word file), so that shape alone decides nothing."""

    titled: bool = False
    """Whether the format states the title, so that no line need be taken for it."""

    def words(self, index: int) -> str:
        """Return the words of block `index`, its soft breaks made spaces."""
        block = self.blocks[index]
        return " ".join(self.text[block.start : block.end].split())

    def kind(self, index: int) -> BlockKind:
        """Return the kind of block `index`."""
        return self.blocks[index].kind

    def open(self) -> tuple[int, ...]:
        """Return the places of the blocks that are still plain body text."""
        return tuple(i for i, block in enumerate(self.blocks) if block.kind in BODY_KINDS)

    def loose(self) -> tuple[int, ...]:
        """Return the places of the paragraphs whose kind may still be another: no list item, row or quotation."""
        return tuple(i for i, block in enumerate(self.blocks) if block.kind == "paragraph")

    def retyped(self, kinds: Mapping[int, BlockKind], *, level: int = 0) -> View:
        """Return this view with the blocks at the given places typed anew."""
        if not kinds:
            return self
        blocks = tuple(
            replace(block, kind=kinds[i], level=level) if i in kinds else block for i, block in enumerate(self.blocks)
        )
        return replace(self, blocks=blocks)
