"""What a reader makes of bytes: text, typed blocks with their extents, metadata."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from briefing.model.attribution import Extent

BlockKind = Literal[
    "title",
    "standfirst",
    "byline",
    "dateline",
    "heading",
    "paragraph",
    "list_item",
    "quote",
    "table_row",
    "caption",
    "footnote",
    "author_note",
    "source_line",
    "promotion",
    "header",
    "footer",
    "signature",
    "quoted_reply",
    "comment",
    "metadata",
]

BODY_KINDS: frozenset[BlockKind] = frozenset({"paragraph", "list_item", "quote", "table_row"})
"""The blocks whose words may be printed as content; all others feed metadata and zones only."""

Genre = Literal["news", "analysis", "commentary", "official_statement", "speech", "report", "state_media", "unknown"]
DateBasis = Literal["stated", "inferred", "unknown"]
Severity = Literal["note", "warning", "error"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A typed run of a document's text; blocks are in reading order and do not overlap."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    """Heading or list depth, 1 the outermost; 0 elsewhere."""
    page: int | None = None
    """Page of the first character, from 1; None where the format has no pages."""
    speaker: str | None = None
    """The label of the turn this block belongs to, as printed (`MR. EARNEST`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known of a document, never guessed: None where the document does not say."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    author_role: str | None = None
    published: str | None = None
    """ISO date, possibly short (`2024-10`)."""
    published_basis: DateBasis = "unknown"
    published_from: str | None = None
    """The words or field the date comes from."""
    retrieved: str | None = None
    genre: Genre = "unknown"
    genre_cues: tuple[str, ...] = ()
    """The measurable cues the genre rests on, in plain words."""
    language: str = "und"
    """BCP 47 tag of the text; `und` where it cannot be told."""
    link: str | None = None
    place: str | None = None
    """The place of the dateline."""
    recipients: tuple[str, ...] = ()
    part_of: str | None = None
    """Path or subject of the mail, mailbox or feed this document was an entry or attachment of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What is known of a document beside its words."""

    id: str
    """First 12 hex digits of `sha256`, lengthened by an entry's number for parts of one file."""
    path: str
    """Name relative to the folder given, POSIX separators; `mail.eml/attachment.pdf` for a part."""
    sha256: str
    """Of the file's bytes (of the part's bytes for an attachment)."""
    media_type: str
    metadata: Metadata = field(default_factory=Metadata)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Card):
    """One readable document. `text` never changes after the reader; all offsets point into it."""

    text: str
    blocks: tuple[Block, ...]

    def slice(self, extent: Extent) -> str:
        """Return the words at `extent`."""
        return self.text[extent[0] : extent[1]]

    def body(self) -> tuple[Block, ...]:
        """Return the blocks whose words may be printed as content."""
        return tuple(b for b in self.blocks if b.kind in BODY_KINDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """A recoverable fault of a source or stage, told to the user and kept in the manifest."""

    severity: Severity
    where: str
    message: str
    hint: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What came out of reading some sources: documents in a stable order, and what could not be read."""

    documents: Sequence[Document]
    diagnostics: tuple[Diagnostic, ...] = ()
