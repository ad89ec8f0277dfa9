"""A source once it is resolved, and the memory of who spoke and acted that pronouns lean on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from briefing.analyse.actors.home import OWN_VOICE
from briefing.analyse.actors.people import Person
from briefing.analyse.actors.spellings import name_key
from briefing.analyse.scene import Scene
from briefing.model.findings import Holder

SourceKind = Literal[
    "person",
    "official",
    "body",
    "state",
    "organisation",
    "people",
    "group",
    "document",
    "outlet",
    "unnamed",
    "self",
    "unresolved",
]
NOBODY = Holder(actor=None, actor_name=None, speaker=None, role=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A holder and what kind of source it is; `person` is a number in the roster."""

    holder: Holder
    kind: SourceKind
    person: int | None = None
    words: str | None = None
    """How the text names a state (`Ankara`)."""


@dataclass(slots=True)
class Memory:
    """Who spoke and acted, sentence by sentence, for the pronouns that follow."""

    spoke: list[tuple[int, Source]] = field(default_factory=list)
    acted: list[tuple[int, Source]] = field(default_factory=list)

    def last(self, sentence: int, kinds: Sequence[str], reach: int = 2) -> list[Source]:
        """Return the sources of the kinds up to `reach` sentences back, nearest first, speakers before actors."""
        out: list[Source] = []
        for back in range(reach + 1):
            for told in (self.spoke, self.acted):
                out += [s for n, s in reversed(told) if n == sentence - back and s.kind in kinds]
        return out


def person_source(number: int, scene: Scene) -> Source:
    """Return the source for a person by the number in the roster; the document's author is marked as such."""
    person = scene.roster[number]
    author = scene.document.metadata.author
    own = scene.document.metadata.genre in OWN_VOICE
    is_author = bool(author) and not own and name_key(person.name) in name_key(author or "")
    return Source(holder=person_holder(person, scene, is_author=is_author), kind="person", person=number)


def person_holder(person: Person, scene: Scene, *, is_author: bool = False) -> Holder:
    """Return the holder for a person of the roster."""
    actor = person.actor
    return Holder(
        actor=actor,
        actor_name=scene.lexicon.actors[actor].name if actor and actor in scene.lexicon.actors else None,
        speaker=person.name,
        role=person.role,
        is_author=is_author,
    )
