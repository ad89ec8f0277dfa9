"""The briefing itself, self-contained: what templates, `briefing.json` and `verify` see, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from briefing.model.document import DateBasis, Diagnostic, Genre
from briefing.model.findings import Kind, OptionStatus, Precision, QuoteType

ChangeKind = Literal["new", "dropped", "moved", "reworded", "shifted", "status", "figure", "source_new", "source_gone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The exact words of a source that carry a line: `document.text[start:end] == text`."""

    source: str
    start: int
    end: int
    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One printed line: what it says, what kind of statement it is, whose, when, and the words that carry it."""

    id: str
    """Stable over nights: made from section, holder and normalised content, not from position."""
    text: str
    kind: Kind
    date: str | None = None
    hedges: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    actor: str | None = None
    """Name of the state, body or organisation whose statement or act it is."""
    speaker: str | None = None
    role: str | None = None
    cue: str | None = None
    """The source's own verb."""
    unnamed: str | None = None
    """The source's description where it is not named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Item):
    """What an actor holds or does."""

    others: tuple[str, ...] = ()
    """Further actors that hold the same in the same words (joint statements)."""
    told_by: str | None = None
    """The state or body whose speaker tells this of the actor; None where the actor itself or the outlet tells it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option(Item):
    """A choice of the focus actor."""

    status: OptionStatus = "unknown"
    by: str | None = None
    arguments_for: tuple[Item, ...] = ()
    arguments_against: tuple[Item, ...] = ()
    reactions: tuple[Item, ...] = ()
    """What others are expected to do about it, or have threatened."""
    not_in_sources: tuple[str, ...] = ()
    """Of cost, timing and legal basis, what no source speaks of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteItem(Item):
    """A quotation: `text` is the exact words inside the marks."""

    type: QuoteType = "full"
    context: str | None = None
    """The sentence around a partial quotation."""
    versions: tuple[Evidence, ...] = ()
    """The same quotation in other words elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineItem(Item):
    """A dated event."""

    precision: Precision = "undated"
    expression: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Two claims that cannot both stand, or figures that differ."""

    what: str
    a: Item
    b: Item


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """A source as the briefing lists it."""

    id: str
    path: str
    sha256: str
    title: str | None
    outlet: str | None
    author: str | None
    author_role: str | None
    published: str | None
    published_basis: DateBasis
    genre: Genre
    language: str
    descriptor: str
    """One line on what affects its quality: genre, author and role, date, who is quoted, unnamed shares."""
    duplicate_of: str | None = None
    link: str | None = None
    retrieved: str | None = None
    analysed: bool = True
    """False for a source read and listed but not analysed (its language)."""
    lines: tuple[str, ...] = ()
    """Ids of the items that rest on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """The actor whose options are set out."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference from an earlier briefing."""

    kind: ChangeKind
    section: str
    text: str
    before: str | None = None
    after: str | None = None
    item: str | None = None
    evidence: tuple[Evidence, ...] = ()
    """Of the new state, or of the old one for a dropped item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What changed since the briefing of `since`; empty `entries` means that nothing did."""

    since: str
    entries: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """A finished briefing."""

    schema_version: str
    title: str
    as_of: str
    """ISO date."""
    language: str
    """Of the labels."""
    focus: Focus
    sources: tuple[SourceEntry, ...]
    bottom_line: Item | None
    key_points: tuple[Item, ...]
    positions: tuple[Position, ...]
    options: tuple[Option, ...]
    quotes: tuple[QuoteItem, ...]
    timeline: tuple[TimelineItem, ...]
    disagreements: tuple[Disagreement, ...]
    gaps: tuple[str, ...]
    unnamed_sources: tuple[Item, ...]
    source_base: str
    """The statement on strengths and weaknesses of the sources as a whole."""
    silent_actors: tuple[str, ...] = ()
    """Actors talked about but never quoted."""
    hedge_words: tuple[str, ...] = ()
    """Likelihood words printed, for the yardstick note."""
    changes: Changes | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    bottom_line_focus: Item | None = None
    """What it means for the focus, where that is another's statement or of another kind than the bottom line."""
    profile: str = "south-korea"
    left_out: dict[str, int] = field(default_factory=dict)
    """How many lines of a section the full briefing has beyond those here."""
    seals: dict[str, str] = field(default_factory=dict)
    """Digests of the parts (see `model.seals`), set when the briefing is finished."""
