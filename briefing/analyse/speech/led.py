"""Whose words a paragraph without marks is that a sentence before it leads on to (`and said:`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.analyse.actors.lexicon import SAYING
from briefing.analyse.scene import Scene
from briefing.analyse.speech.contents import leads_on
from briefing.analyse.speech.report import Report
from briefing.analyse.speech.sources import Memory, Source

_KINDS = ("person", "official", "body", "state", "organisation", "document")
_FIRST_PERSON = frozenset({"i", "we", "our", "us", "my", "me", "ours"})


@dataclass(slots=True)
class Leads:
    """Who was led on to, while the sentences are gone through in order, and the sentences that are theirs."""

    scene: Scene
    said_by: dict[int, Source] = field(default_factory=dict)
    last: Source | None = None
    """Who was led on to last and still speaks."""
    whole: bool = False
    """A message or statement is led on to: all that follows is its text."""

    def hear(self, number: int, reports: Sequence[Report], memory: Memory) -> None:
        """Take sentence `number`: give it to who still speaks, then see whether it leads on itself."""
        if self.last is not None and self._goes_on(number, reports):
            self.said_by[number] = self.last
            memory.spoke.append((number, self.last))
        else:
            self.last = None
        source = _who_is_led_to(self.scene, number, reports)
        if source is not None:
            self.whole = source.kind == "document"
            self.last = _writer(source, number, memory) if self.whole else source

    def _goes_on(self, number: int, reports: Sequence[Report]) -> bool:
        """The paragraph led on to is theirs; a further one where it says `we` or goes on with the list."""
        blocks, sentences = self.scene.document.blocks, self.scene.sentences
        here, before = sentences[number].block, sentences[number - 1].block
        if any(r.source.kind in ("person", "official") and not r.nested for r in reports):
            return False
        if here == before or number - 1 not in self.said_by or self.whole:
            return True
        if "list_item" in (blocks[here].kind, blocks[before].kind):
            return blocks[here].kind == blocks[before].kind
        rows = self.scene.words.rows((blocks[here].start, blocks[here].end))
        return bool(_FIRST_PERSON & set(self.scene.words.lower[rows.start : rows.stop]))


def _who_is_led_to(scene: Scene, number: int, reports: Sequence[Report]) -> Source | None:
    """Who speaks in the paragraphs after sentence `number`; None where it does not lead on to unmarked words."""
    after = number + 1
    if not leads_on(scene, number) or after >= len(scene.sentences):
        return None
    first, _ = scene.rows_of(scene.sentences[after])
    if scene.sentences[after].block == scene.sentences[number].block or scene.inside[first] >= 0:
        return None
    told = [r for r in reports if not r.nested and not r.embedded and r.grade in SAYING and r.source.kind in _KINDS]
    source = told[-1].source if told else None
    return source if source is None or source.kind != "document" or source.holder.actor else None


def _writer(source: Source, number: int, memory: Memory) -> Source:
    """Who wrote the text that is the source (`sent a message. The message said:`), else the source itself."""
    before = memory.last(number, ("person",))
    return next((s for s in before if s.holder.actor == source.holder.actor), source)
