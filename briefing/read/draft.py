"""What a format's reader hands over: the text it found, the blocks it is sure of, the metadata the format states."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from briefing.model.document import Block, BlockKind, Metadata


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A document before it is finished: `blocks` are in reading order, do not overlap and point into `text`.

    A block whose kind the format does not tell is a `paragraph`; finishing may type it anew, never move its extent.
    """

    text: str
    blocks: tuple[Block, ...]
    hints: Metadata = field(default_factory=Metadata)
    """What the format itself states (page metadata, document properties, mail headers); None elsewhere."""
    media_type: str = "text/plain"
    pages: int | None = None
    """How many pages the file has; None where the format has none."""
    notes: tuple[str, ...] = ()
    """Recoverable faults in plain words, each to become a diagnostic of the document."""
    part: str | None = None
    """Name of this part below its file (`2024-10-25.pdf` of a mail, an entry's number); None for the file itself."""
    data: bytes | None = None
    """The part's own bytes where it has some (an attachment), for its checksum."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One block's words before their place in the text is known."""

    kind: BlockKind
    text: str
    level: int = 0
    page: int | None = None
    speaker: str | None = None


def compose(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """Set `pieces` one below the other, a blank line between, white space within each made single spaces.

    Nothing else of their words is changed. A piece without words is left out.
    """
    texts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for piece in pieces:
        words = " ".join(piece.text.split())
        if not words:
            continue
        end = at + len(words)
        blocks.append(
            Block(kind=piece.kind, start=at, end=end, level=piece.level, page=piece.page, speaker=piece.speaker)
        )
        texts.append(words)
        at = end + 2
    return "\n\n".join(texts), tuple(blocks)
