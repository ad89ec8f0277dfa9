"""What is done for each document alone, by whatever executor, and kept between runs."""

from __future__ import annotations

import dataclasses
import functools
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

import msgspec

from briefing.analyse import VERSION, analyse, load_lexicon
from briefing.assemble import sketch_lines
from briefing.executor import Executor
from briefing.extract import extract
from briefing.model.document import Card, Document
from briefing.model.findings import Analysis
from briefing.model.library import cards_of
from briefing.model.sketch import Sketch
from briefing.plugins import additions
from briefing.profile import ActorEntry
from briefing.program import additions_digest, digest
from briefing.read import sketch_features
from briefing.read.sources import Shelf

Actors = tuple[ActorEntry, ...]
"""Those that a profile adds to the lexicon."""


class Memory(Shelf, Protocol):
    """Documents, analyses and sketches kept from earlier runs."""

    def recall(self, document: Card, version: str) -> Analysis | None:
        """Return what was found in the document by the program `version`, if it is known."""
        ...

    def keep(self, document: Card, version: str, analysis: Analysis) -> None:
        """Remember what was found in the document."""
        ...

    def recall_sketch(self, document: Card, version: str) -> bytes | None:
        """Return what is known of the document's words, if anything is, as `Sketch.packed` made it."""
        ...

    def keep_sketch(self, document: Card, version: str, sketch: bytes) -> None:
        """Remember what is known of the document's words."""
        ...


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What each document gave alone, by their order and by their ids; its mentions of actors are in its sketch."""

    analyses: tuple[Analysis, ...]
    sketches: Mapping[str, Sketch]


def find_all(documents: Sequence[Document], actors: Actors, executor: Executor, memory: Memory | None = None) -> Found:
    """Analyse and sketch the documents, only the new ones where a `memory` knows the others."""
    version = kept_version(actors)
    cards = cards_of(documents)
    known = {card.id: _recalled(card, version, memory) for card in cards}
    new = [number for number, card in enumerate(cards) if known[card.id] is None]
    work = executor.map(functools.partial(_find, actors), (documents[number] for number in new))
    for number, (analysis, packed) in zip(new, work, strict=True):
        card, named = cards[number], dataclasses.replace(analysis, version=analysis_version(actors))
        known[card.id] = (_lean(named), Sketch.unpacked(packed))
        if memory:
            memory.keep(card, version, named)
            memory.keep_sketch(card, version, packed)
    found = [pair for pair in known.values() if pair is not None]
    return Found(analyses=tuple(a for a, _ in found), sketches={a.document: s for a, s in found})


def _recalled(card: Card, version: str, memory: Memory | None) -> tuple[Analysis, Sketch] | None:
    """Return what is known of a document when all of it is."""
    analysis = memory and memory.recall(card, version)
    sketch = memory and memory.recall_sketch(card, version)
    return (_lean(analysis), Sketch.unpacked(sketch)) if analysis and sketch else None


def _lean(analysis: Analysis) -> Analysis:
    """Return the analysis without the places where actors are named, of which the sketch knows the words."""
    return dataclasses.replace(analysis, mentions=())


def keep_grown(documents: Sequence[Document], actors: Actors, sketches: Mapping[str, Sketch], memory: Memory) -> None:
    """Remember what assembling has found out about the words of the documents."""
    version = kept_version(actors)
    for card in cards_of(documents):
        kept = memory.recall_sketch(card, version) if sketches[card.id].grown else None
        if kept is not None:
            whole = Sketch.unpacked(kept)
            whole.learn(sketches[card.id])
            memory.keep_sketch(card, version, whole.packed())


def analysis_version(actors: Actors) -> str:
    """Return the name of the analyser with the actors a profile adds."""
    if not actors:
        return VERSION
    return f"{VERSION}+{hashlib.sha256(repr(actors).encode()).hexdigest()[:12]}"


def kept_version(actors: Actors) -> str:
    """Return under which name findings are kept: another program or addition, another name."""
    program = digest("read", "analyse", "assemble", "model", "profile") + additions_digest("briefing.analysers")
    return f"{analysis_version(actors)}@{program}"


def _find(actors: Actors, document: Document) -> tuple[Analysis, bytes]:
    analysis, sketch = analyse_one(actors, document), Sketch()
    sketch_features(document, sketch)
    sketch_lines(document, analysis, sketch)
    return analysis, sketch.packed()


def analyse_one(actors: Actors, document: Document) -> Analysis:
    """Analyse one document (in whatever process this is called)."""
    lexicon = lexicon_of(actors)
    found = analyse(document, lexicon)
    for _, add in sorted(additions("briefing.analysers").items()):
        found = add(document, found, lexicon)
    return found


lexicon_of = functools.lru_cache(maxsize=4)(load_lexicon)


def extract_all(documents: Sequence[Document], actors: Actors, executor: Executor) -> Iterator[bytes]:
    """Yield who says what in each document, as a line of JSON."""
    return executor.map(functools.partial(_extract, actors), documents)


def _extract(actors: Actors, document: Document) -> bytes:
    return msgspec.json.encode(extract(document, lexicon_of(actors)))
