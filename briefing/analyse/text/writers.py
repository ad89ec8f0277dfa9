"""Whose a text or a staff is that is named as the source: `Mr Obi’s testimony`, `an estimate from the Delta Centre`."""

from __future__ import annotations

from dataclasses import replace

from briefing.analyse.actors.lexicon import word_class
from briefing.analyse.scene import Scene
from briefing.analyse.speech.sources import NOBODY, Memory, Source, person_source
from briefing.model.findings import Holder

_BY = frozenset({"of", "by", "from"})


def writer_of(first: int, end: int, last: int, scene: Scene) -> Source | None:
    """Return the person or house that the text in rows `first` to `last` is by; its noun ends at `end`."""
    noun = scene.words.lower[end - 1]
    if noun not in word_class("occasions") | word_class("utterances") | word_class("appraisals"):
        return None
    return _owner(first, end, scene) or _behind(end, last, scene)


def _owner(first: int, end: int, scene: Scene) -> Source | None:
    """The person whose text it is by a possessive (`Mr Obi’s 2031 testimony`)."""
    words = scene.words
    for naming in scene.within(first, end):
        if naming.person is not None and words.lower[naming.last : naming.last + 2] in (("’", "s"), ("'", "s")):
            return person_source(naming.person, scene)
    return None


def _behind(end: int, last: int, scene: Scene) -> Source | None:
    """The person or named house after `of`, `by` or `from`."""
    words = scene.words
    if end >= last or words.lower[end] not in _BY:
        return None
    named = [n for n in scene.within(end, last) if n.last == last]
    if named and named[-1].person is not None:
        return person_source(named[-1].person, scene)
    row = end + 1 + (words.lower[end + 1 : end + 2] == ("the",))
    house = row < last - 1 and not named and words.lower[end] != "of" and words.text[row][:1].isupper()
    if not house or not words.text[last - 1][:1].isupper():
        return None
    return Source(holder=replace(NOBODY, speaker=scene.slice(row, last)), kind="organisation")


def possessor(first: int, end: int, scene: Scene, memory: Memory, sentence: int) -> Holder | None:
    """Return the state of the one whose staff `her` tells (`an official in |her| department`)."""
    if not {"his", "her"} & set(scene.words.lower[first : end + 4]):
        return None
    person = next((s.holder for s in memory.last(sentence, ("person",)) if s.holder.actor), None)
    return None if person is None else replace(NOBODY, actor=person.actor, actor_name=person.actor_name)
