"""What the analysis of one document finds. Independent of the profile's focus, so several desks can share it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.model.attribution import Extent, Form

Kind = Literal["stated_position", "reported_position", "reported_fact", "author_judgement", "question"]
Precision = Literal["day", "month", "year", "undated"]
ActorKind = Literal["state", "body", "organisation", "person", "group"]
QuoteType = Literal["full", "partial", "document"]
OptionStatus = Literal["in_use", "under_review", "proposed", "advocated", "ruled_out", "past_policy", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A state, body or organisation that can hold a position. `id` is a territory code for a state (`KR`)."""

    id: str
    name: str
    """As a briefing names it (`South Korea`)."""
    kind: ActorKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An actor named in the text: a name, alias, demonym, metonym, or a person or body that stands for it."""

    actor: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A date and the words it was resolved from."""

    date: str | None
    """ISO, short where less is known (`2024-10`, `2024`); None when undated."""
    precision: Precision
    expression: str
    extent: Extent
    inferred: bool = False
    """The year or day comes from an anchor elsewhere (caption, metadata, earlier sentence)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a body block."""

    start: int
    end: int
    block: int
    """Index into the document's blocks."""
    heading: str | None = None
    """Words of the heading whose zone it stands in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Whose words or view a statement is. All None: somebody the text does not name."""

    actor: str | None
    """Id of the state, body or organisation; None when unknown."""
    actor_name: str | None
    speaker: str | None
    """Person or body by its fullest name in the document."""
    role: str | None
    """In the document's own words."""
    description: str | None = None
    """The words for an unnamed source (`Western estimates`, `a person briefed on the talks`)."""
    is_author: bool = False
    """The writer of the document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One sentence (or one attribution in it) as a claim: what kind, whose, when, with which hedges."""

    id: str
    """`document id:start-end`."""
    extent: Extent
    """What would be printed: the sentence, in full."""
    sentence: int
    """Index into the analysis' sentences (of its first one)."""
    kind: Kind
    holder: Holder | None
    """None for the writer's own unattributed words in reported matter."""
    cue: str | None
    """The source's own verb."""
    content: tuple[Extent, ...] = ()
    form: Form | None = None
    when: When | None = None
    hedges: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    """Ids of all actors named, in order of their first mention."""
    agent: str | None = None
    """Id of the actor that acts (grammatical subject of the main clause), None when unknown."""
    act: bool = False
    """The main clause reports something done, ordered or decided by `agent`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words inside quotation marks that somebody (or a text) said."""

    extent: Extent
    """Inside the marks."""
    type: QuoteType
    statement: int
    """Index into the analysis' statements."""
    holder: Holder
    cue: str | None
    context: Extent
    """The sentence or sentences around it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What an actor could do, does, considers, is urged to do or rules out: an option when it is the focus."""

    agents: tuple[str, ...]
    """Ids of the actors that would act."""
    extent: Extent
    """The sentence that carries it."""
    act: Extent
    """The words of the act itself (`sending weapons to Ukraine`)."""
    status: OptionStatus
    by: Holder | None
    """Who raises, decides or urges it."""
    statement: int
    cue: str
    """The words that make it a choice (`would review`, `besides`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """All that is found in one document; sorted by position."""

    document: str
    version: str
    """Of the analyser and its data; a cached analysis of another version is stale."""
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    statements: tuple[Statement, ...] = ()
    quotes: tuple[Quote, ...] = ()
    choices: tuple[Choice, ...] = ()
    dates: tuple[When, ...] = ()
    scare_quotes: tuple[Extent, ...] = ()
    """Quoted words that nobody said."""
