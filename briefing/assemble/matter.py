"""The material of a briefing: the documents that are used and every statement in them, ready for comparing."""

from __future__ import annotations

import fnmatch
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from briefing.assemble.introductions import introduce
from briefing.assemble.words import keys
from briefing.model.attribution import Extent
from briefing.model.briefing import Evidence
from briefing.model.document import Block, Document
from briefing.model.findings import Actor, Analysis, Statement
from briefing.model.sketch import Sketch, Test
from briefing.profile import Profile

MANY = 40
COMMON = 0.12
"""In a story of `MANY` sentences, a word of more than this share of them is what the story is about."""
ANALYSED = frozenset({"en", "und"})
"""Languages whose sentences are understood."""
ONE_VOICE = frozenset({"speech", "official_statement"})
"""Genres in which everything is one speaker's words."""


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
    text: str
    """The sentence in the document's words, spaces levelled."""
    keys: tuple[str, ...]
    sketch: Sketch = field(compare=False, repr=False)
    """What is known of the document's words, from this run and earlier ones."""

    def has(self, words: Test) -> bool:
        """Tell whether `words` are in the sentence, or a test of its text holds; looked for once."""
        return self.sketch.ask(self.index, self.text, words) > 0

    def count(self, words: Test) -> int:
        """Return what a test of the text counts in the sentence; counted once."""
        return self.sketch.ask(self.index, self.text, words)

    @property
    def extent(self) -> Extent:
        """Return the sentence's place in its document."""
        return self.statement.extent


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that is used, with what was found in it."""

    id: str
    """As printed (`S1`)."""
    document: Document
    analysis: Analysis
    lines: tuple[Line, ...]

    @property
    def is_one_voice(self) -> bool:
        """Tell whether the whole document is one speaker's words, so that having a speaker sets no line apart."""
        return self.document.metadata.genre in ONE_VOICE


@dataclass(frozen=True, eq=False)
class Matter:
    """All sources that are used; the order of documents is the order of the reading."""

    sources: tuple[Source, ...]
    numbers: Mapping[str, str]
    """Document id -> printed source id, of all documents, used or not."""
    focus: str | None = None
    preferred: frozenset[int] = frozenset()
    """Sources whose wording is printed where several say the same."""

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
        published = self.sources[source].document.metadata.published or ""
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
    def name_keys(self) -> frozenset[str]:
        """Return the words by which actors are named; they do not tell one matter from another."""
        named = (source.document.text[m.start : m.end] for source in self.sources for m in source.analysis.mentions)
        return frozenset(key for words in set(named) for key in keys(words))

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
        block = block_at(source.document, extent[0])
        return Evidence(
            source=source.id,
            start=extent[0],
            end=extent[1],
            text=source.document.slice(extent),
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
    numbers = {d.id: f"S{n}" for n, d in enumerate(documents, start=1)}
    used = [
        (d, by_document[d.id])
        for d in documents
        if d.id in by_document and d.id not in duplicates and is_known(d) and is_wanted(d, profile)
    ]
    complete = introduce([a for _, a in used])
    pairs = zip(used, complete, strict=True)
    known = sketches or {}
    sources = tuple(
        read_lines(n, numbers[d.id], d, a, known.get(d.id) or Sketch()) for n, ((d, _), a) in enumerate(pairs)
    )
    wanted = {outlet.casefold() for outlet in profile.prefer}
    preferred = frozenset(n for n, s in enumerate(sources) if (s.document.metadata.outlet or "").casefold() in wanted)
    return Matter(sources=sources, numbers=numbers, focus=profile.focus, preferred=preferred)


def read_lines(number: int, source_id: str, document: Document, analysis: Analysis, sketch: Sketch) -> Source:
    """Prepare one document."""
    own = own_names(document, analysis)
    texts = texts_of(document, analysis)
    lines = tuple(
        Line(
            source=number,
            statement=statement,
            index=index,
            order=statement.sentence,
            text=text,
            keys=tuple(key for key in found if key not in own) if own else found,
            sketch=sketch,
        )
        for index, (statement, text, found) in enumerate(
            zip(analysis.statements, texts, sketch.keys(texts, keys), strict=True)
        )
    )
    return Source(id=source_id, document=document, analysis=analysis, lines=lines)


def texts_of(document: Document, analysis: Analysis) -> list[str]:
    """Return the words of each statement, spaces levelled."""
    return [level(document.slice(statement.extent)) for statement in analysis.statements]


def sketch_lines(document: Document, analysis: Analysis, sketch: Sketch) -> None:
    """Put the keys of a document's lines into its sketch, in whatever process this is called."""
    sketch.keys(texts_of(document, analysis), keys)


def own_names(document: Document, analysis: Analysis) -> frozenset[str]:
    """Return the words by which a speech names its own state: they stand everywhere in it and tell nothing."""
    if document.metadata.genre not in ONE_VOICE:
        return frozenset()
    held = Counter(s.holder.actor for s in analysis.statements if s.holder is not None and s.holder.actor)
    own = next((actor for actor, _ in held.most_common(1)), None)
    named = {document.text[m.start : m.end] for m in analysis.mentions if m.actor == own}
    return frozenset(key for words in named for key in keys(words))


def is_known(document: Document) -> bool:
    """Tell whether the language of `document` is analysed; one that cannot be told is tried."""
    return document.metadata.language.split("-")[0] in ANALYSED


def is_wanted(document: Document, profile: Profile) -> bool:
    """Tell whether the profile lets `document` be used."""
    return not dropped(document, profile) and in_window(document, profile)


def dropped(document: Document, profile: Profile) -> bool:
    """Tell whether the profile lists but does not use `document`, by outlet or by pattern of its path."""
    outlet = (document.metadata.outlet or "").casefold()
    return any(outlet == d.casefold() or fnmatch.fnmatch(document.path, d) for d in profile.drop)


def in_window(document: Document, profile: Profile) -> bool:
    """Tell whether `document` is of the profile's days; an undated one always is."""
    published = document.metadata.published
    if published is None:
        return True
    since, until = profile.since or "", profile.until or "9999"
    return since[: len(published)] <= published and published[: len(until)] <= until
