"""Notes: one for each passage of a source that carries printed lines, made as lines refer to it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from briefing.model.briefing import Briefing, Change, Evidence, Item, QuoteItem
from briefing.model.items import every_item
from briefing.model.markdown import one_line


def passages(briefing: Briefing) -> tuple[Evidence, ...]:
    """Return the passages of the sources that carry the briefing; one that lies within another is part of it."""
    changes = briefing.changes.entries if briefing.changes else ()
    current = {source.id for source in briefing.sources}
    found = [evidence for item in every_item(briefing) for evidence in evidence_of(item)]
    found += [e for change in changes if change.kind != "dropped" for e in change.evidence if e.source in current]
    found.sort(key=lambda e: (e.source, e.start, -e.end))
    kept: list[Evidence] = []
    for evidence in found:
        if not (kept and kept[-1].source == evidence.source and evidence.end <= kept[-1].end):
            kept.append(evidence)
    return tuple(kept)


def evidence_of(item: Item) -> tuple[Evidence, ...]:
    """Return the passages a line rests on, those with another version of a quotation as well."""
    return (*item.evidence, *item.versions) if isinstance(item, QuoteItem) else item.evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A passage as a note prints it; `words` is None where the text itself prints them."""

    source: str
    page: int | None
    start: int
    end: int
    words: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageNote:
    """A note: the passage that carries the line, and where other sources have the same."""

    id: str
    place: Place
    also: tuple[Place, ...]


Key = tuple[Evidence, tuple[Evidence, ...]]
"""A passage and those of other sources that say the same."""


@dataclass(slots=True)
class Notebook:
    """Remembers during one rendering which passages were referred to, and by which printed words."""

    passages: tuple[Evidence, ...]
    printed: dict[Key, list[str]] = field(default_factory=dict)
    ids: dict[Key, str] = field(default_factory=dict)
    counts: Counter[Evidence] = field(default_factory=Counter)
    by_source: dict[str, list[Evidence]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for passage in self.passages:
            self.by_source[passage.source].append(passage)

    def refer(self, item: Item | Change) -> tuple[str, ...]:
        """Return the note ids for a line, one a passage of its first source, and remember the words it prints.

        The passages of other sources are told in the first of these notes: a line that ten papers carry has one mark.
        """
        found = tuple(dict.fromkeys(p for e in _evidence(item) if (p := self._passage(e)) is not None))
        if not found:
            return ()
        words = [item.text]
        if isinstance(item, QuoteItem) and item.context is not None:
            words.append(item.context)
        first = [passage for passage in found if passage.source == found[0].source]
        others = tuple(passage for passage in found if passage.source != found[0].source)
        keys: list[Key] = [(first[0], others), *((passage, ()) for passage in first[1:])]
        for key in keys:
            self.printed.setdefault(key, []).extend(words)
        return tuple(self._id(key) for key in keys)

    def notes(self) -> tuple[PassageNote, ...]:
        """Return the notes referred to so far, in the order of their first use."""
        return tuple(self._note(key, words) for key, words in self.printed.items())

    def _id(self, key: Key) -> str:
        if key not in self.ids:
            passage = key[0]
            same = self.counts[passage]
            self.counts[passage] += 1
            name = f"{passage.source}-{passage.start}-{passage.end}"
            self.ids[key] = name if not same else f"{name}-{same + 1}"
        return self.ids[key]

    def _passage(self, evidence: Evidence) -> Evidence | None:
        """Return the passage an evidence lies in: none lies within another, so the last that begins before it."""
        there = self.by_source.get(evidence.source, [])
        before = bisect_right(there, evidence.start, key=lambda passage: passage.start)
        found = there[before - 1] if before else None
        return found if found is not None and evidence.end <= found.end else None

    def _note(self, key: Key, printed: Iterable[str]) -> PassageNote:
        passage, others = key
        words = one_line(passage.text)
        in_text = any(words in one_line(line) for line in printed)
        return PassageNote(
            id=self._id(key),
            place=_place(passage, None if in_text else words),
            also=tuple(_place(other, None) for other in others),
        )


def _place(passage: Evidence, words: str | None) -> Place:
    return Place(source=passage.source, page=passage.page, start=passage.start, end=passage.end, words=words)


def _evidence(item: Item | Change) -> tuple[Evidence, ...]:
    if isinstance(item, Item):
        return evidence_of(item)
    # A dropped line rests on a source of the earlier briefing, whose number may be another one here.
    return () if item.kind == "dropped" else item.evidence
