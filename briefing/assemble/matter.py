"""The material of a briefing: the documents that are used and every statement in them, ready for comparing."""

from __future__ import annotations

import fnmatch
from collections import Counter, defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from briefing.assemble.introductions import introduce
from briefing.assemble.words import keys
from briefing.model.attribution import Extent
from briefing.model.briefing import Evidence
from briefing.model.document import Block, Card, Document
from briefing.model.findings import Actor, Analysis, Statement
from briefing.model.library import AT_HAND, cards_of
from briefing.model.sketch import Names, Sketch, Test
from briefing.profile import Profile

MANY = 40
COMMON = 0.12
"""In a story of `MANY` sentences, a word of more than this share of them is what the story is about."""
ANALYSED = frozenset({"en", "und"})
"""Languages whose sentences are understood."""
ONE_VOICE = frozenset({"speech", "official_statement"})
"""Genres in which everything is one speaker's words."""


class Home:
    """The document of some lines: its words, fetched when they are asked for, and what is known of them."""

    __slots__ = ("_document", "_documents", "_extents", "_near", "_number", "_texts", "sketch")

    def __init__(
        self,
        documents: Sequence[Document],
        number: int,
        extents: Sequence[Extent],
        sketch: Sketch,
        near: deque[Home] | None = None,
    ) -> None:
        """Take document `number` of `documents`, whose lines stand at `extents`; `near` has the homes with words."""
        self._documents, self._number, self._extents, self.sketch = documents, number, extents, sketch
        self._near: deque[Home] = deque() if near is None else near
        self._document: Document | None = None
        self._texts: list[str] | None = None

    @property
    def document(self) -> Document:
        """Return the document with its words."""
        return self._document or self._fetch()

    @property
    def texts(self) -> list[str]:
        """Return the words of each line, spaces levelled."""
        if self._texts is None:
            document = self.document
            self._texts = [level(document.slice(extent)) for extent in self._extents]
        return self._texts

    def _fetch(self) -> Document:
        """Fetch the document; of all homes the last ones that did so have it in memory."""
        self._document = self._documents[self._number]
        self._near.append(self)
        if len(self._near) > AT_HAND:
            far = self._near.popleft()
            far._document = far._texts = None
        return self._document


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A statement with its place in the material."""

    source: int
    """Index into `Matter.sources`."""
    statement: Statement
    index: int
    """Index into the analysis' statements."""
    order: int
    """Index of its sentence in the document, 0 the first."""
    keys: tuple[str, ...]
    home: Home = field(compare=False, repr=False)

    @property
    def text(self) -> str:
        """Return the sentence in the document's words, spaces levelled."""
        return self.home.texts[self.index]

    def has(self, words: Test) -> bool:
        """Tell whether `words` are in the sentence, or a test of its text holds; looked for once."""
        return self.home.sketch.ask(self.index, self.home, words) > 0

    def count(self, words: Test) -> int:
        """Return what a test of the text counts in the sentence; counted once."""
        return self.home.sketch.ask(self.index, self.home, words)

    @property
    def extent(self) -> Extent:
        """Return the sentence's place in its document."""
        return self.statement.extent


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that is used, with what was found in it."""

    id: str
    """As printed (`S1`)."""
    card: Card
    home: Home = field(compare=False, repr=False)
    analysis: Analysis
    lines: tuple[Line, ...]

    @property
    def document(self) -> Document:
        """Return the document with its words."""
        return self.home.document

    @property
    def is_one_voice(self) -> bool:
        """Tell whether the whole document is one speaker's words, so that having a speaker sets no line apart."""
        return self.card.metadata.genre in ONE_VOICE


@dataclass(frozen=True, eq=False)
class Matter:
    """All sources that are used; the order of documents is the order of the reading."""

    sources: tuple[Source, ...]
    numbers: Mapping[str, str]
    """Document id -> printed source id, of all documents, used or not."""
    focus: str | None = None
    preferred: frozenset[int] = frozenset()
    """Sources whose wording is printed where several say the same."""
    name_keys: frozenset[str] = frozenset()
    """The words by which actors are named; they do not tell one matter from another."""

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Return the statements of all sources in reading order."""
        return tuple(line for source in self.sources for line in source.lines)

    @cached_property
    def sentences(self) -> tuple[Line, ...]:
        """Return one line of each sentence: the one with a named holder, else the first."""
        best: dict[tuple[int, int, int], Line] = {}
        for line in self.lines:
            key = (line.source, *line.extent)
            known = best.get(key)
            if known is None or (known.statement.holder is None and line.statement.holder is not None):
                best[key] = line
        return tuple(best.values())

    def day(self, source: int) -> date | None:
        """Return the publication day of a source, None when less is known."""
        published = self.sources[source].card.metadata.published or ""
        return date.fromisoformat(published[:10]) if len(published) >= 10 else None

    @cached_property
    def newest(self) -> date | None:
        """Return the latest publication day."""
        return max((day for n in range(len(self.sources)) if (day := self.day(n))), default=None)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Return actor id -> name as a briefing prints it."""
        return {actor.id: actor.name for actor in self.actors}

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        """Return every actor met, each once, in order of meeting."""
        met: dict[str, Actor] = {}
        for source in self.sources:
            for actor in source.analysis.actors:
                met.setdefault(actor.id, actor)
        return tuple(met.values())

    @cached_property
    def kinds(self) -> Mapping[str, str]:
        """Return actor id -> kind of actor."""
        return {actor.id: actor.kind for actor in self.actors}

    @cached_property
    def common(self) -> frozenset[str]:
        """Return the words that so many sentences have that they tell no matter from another."""
        if len(self.sentences) < MANY:
            return frozenset()
        counts = Counter(key for line in self.sentences for key in set(line.keys))
        return frozenset(key for key, n in counts.items() if n > COMMON * len(self.sentences))

    def of(self, line: Line) -> Source:
        """Return the source that holds `line`."""
        return self.sources[line.source]

    def evidence(self, source: Source, extent: Extent) -> Evidence:
        """Return the exact words at `extent` of `source`, with their page where there are pages."""
        document = source.document
        block = block_at(document, extent[0])
        return Evidence(
            source=source.id,
            start=extent[0],
            end=extent[1],
            text=document.slice(extent),
            page=block.page if block else None,
        )

    def before(self, line: Line) -> Line | None:
        """Return the line of the sentence before, when it stands in the same or the previous block of body text."""
        lines = self.of(line).lines
        at = line.index - 1
        while at >= 0 and lines[at].statement.extent == line.statement.extent:
            at -= 1
        if at < 0:
            return None
        sentences = self.of(line).analysis.sentences
        here, there = sentences[line.statement.sentence], sentences[lines[at].statement.sentence]
        return lines[at] if here.heading == there.heading else None

    def heading(self, line: Line) -> str | None:
        """Return the heading of the zone that `line` stands in."""
        return self.of(line).analysis.sentences[line.statement.sentence].heading


def block_at(document: Document, offset: int) -> Block | None:
    """Return the block that holds `offset`."""
    return next((b for b in document.blocks if b.start <= offset < b.end), None)


def level(text: str) -> str:
    """Return `text` on one line: runs of space become one, a line broken after a hyphen is joined at the hyphen."""
    return " ".join(text.replace("-\n", "-").split())


def gather(
    documents: Sequence[Document],
    analyses: Sequence[Analysis],
    profile: Profile,
    duplicates: Mapping[str, str],
    sketches: Mapping[str, Sketch] | None = None,
) -> Matter:
    """Pair documents with analyses, leaving out copies, dropped outlets, dates outside the window, other languages."""
    by_document = {a.document: a for a in analyses}
    cards = cards_of(documents)
    numbers = {card.id: f"S{n}" for n, card in enumerate(cards, start=1)}
    used = [
        n
        for n, card in enumerate(cards)
        if card.id in by_document and card.id not in duplicates and is_known(card) and is_wanted(card, profile)
    ]
    complete = introduce([by_document[cards[n].id] for n in used])
    known, near = sketches or {}, deque[Home]()
    homes = [
        Home(documents, n, [s.extent for s in a.statements], known.get(a.document) or Sketch(), near)
        for n, a in zip(used, complete, strict=True)
    ]
    pairs = zip(used, homes, complete, strict=True)
    sources = tuple(
        read_lines(place, numbers[cards[n].id], cards[n], home, a) for place, (n, home, a) in enumerate(pairs)
    )
    wanted = {outlet.casefold() for outlet in profile.prefer}
    preferred = frozenset(n for n, s in enumerate(sources) if (s.card.metadata.outlet or "").casefold() in wanted)
    named = frozenset(key for s in sources for words in names_in(s.home, s.analysis).values() for key in words)
    return Matter(sources=sources, numbers=numbers, focus=profile.focus, preferred=preferred, name_keys=named)


def read_lines(number: int, source_id: str, card: Card, home: Home, analysis: Analysis) -> Source:
    """Prepare one document."""
    own = own_names(card, home, analysis)
    found = home.sketch.keys(home, keys)
    lines = tuple(
        Line(
            source=number,
            statement=statement,
            index=index,
            order=statement.sentence,
            keys=tuple(key for key in words if key not in own) if own else words,
            home=home,
        )
        for index, (statement, words) in enumerate(zip(analysis.statements, found, strict=True))
    )
    return Source(id=source_id, card=card, home=home, analysis=analysis, lines=lines)


def sketch_lines(document: Document, analysis: Analysis, sketch: Sketch) -> None:
    """Put the keys of a document's lines and names into its sketch, in whatever process this is called."""
    home = Home([document], 0, [s.extent for s in analysis.statements], sketch)
    sketch.keys(home, keys)
    names_in(home, analysis)


def names_in(home: Home, analysis: Analysis) -> Names:
    """Return the words by which each actor is named."""

    def find() -> Names:
        words, named = home.document.text, defaultdict[str, set[str]](set)
        for mention in analysis.mentions:
            named[mention.actor].update(keys(words[mention.start : mention.end]))
        return named

    return home.sketch.names(find)


def own_names(card: Card, home: Home, analysis: Analysis) -> frozenset[str]:
    """Return the words by which a speech names its own state: they stand everywhere in it and tell nothing."""
    if card.metadata.genre not in ONE_VOICE:
        return frozenset()
    held = Counter(s.holder.actor for s in analysis.statements if s.holder is not None and s.holder.actor)
    own = next((actor for actor, _ in held.most_common(1)), None)
    return frozenset(names_in(home, analysis).get(own or "", ()))


def is_known(document: Card) -> bool:
    """Tell whether the language of `document` is analysed; one that cannot be told is tried."""
    return document.metadata.language.split("-")[0] in ANALYSED


def is_wanted(document: Card, profile: Profile) -> bool:
    """Tell whether the profile lets `document` be used."""
    return not dropped(document, profile) and in_window(document, profile)


def dropped(document: Card, profile: Profile) -> bool:
    """Tell whether the profile lists but does not use `document`, by outlet or by pattern of its path."""
    outlet = (document.metadata.outlet or "").casefold()
    return any(outlet == d.casefold() or fnmatch.fnmatch(document.path, d) for d in profile.drop)


def in_window(document: Card, profile: Profile) -> bool:
    """Tell whether `document` is of the profile's days; an undated one always is."""
    published = document.metadata.published
    if published is None:
        return True
    since, until = profile.since or "", profile.until or "9999"
    return since[: len(published)] <= published and published[: len(until)] <= until
