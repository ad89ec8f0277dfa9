"""Who speaks in the document's own voice: its author, the speaker of a speech or turn, the state that issues it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from briefing.analyse.actors.home import FORUMS, OWN_VOICE, home_actor, issuer_named, own_state
from briefing.analyse.actors.lexicon import word_class
from briefing.analyse.actors.naming import Naming, find_namings
from briefing.analyse.actors.people import Person
from briefing.analyse.actors.spellings import name_key
from briefing.analyse.claims.kinds import OPINION
from briefing.analyse.scene import Scene
from briefing.analyse.speech.sources import NOBODY, Source, person_holder
from briefing.analyse.speech.speakers import known_person
from briefing.analyse.text.words import read_words
from briefing.model.findings import Holder

_HEADS = frozenset({"president", "premier", "chancellor", "king", "emir", "sultan", "prime"})
"""How the label of one begins who speaks for a state and has no namesake in office there."""
_SPEECH = frozenset({"statement", "remarks", "address", "speech", "testimony", "interview", "briefing", "conference"})
_ANNOUNCED = re.compile(
    r"\b(?:released|issued|made(?: public)?|gave|delivered|published)\b.{0,60}?"
    r"\b(?:statement|speech|address|answer|talk|commentary|communiqu[eé]|remarks)\b",
    re.I | re.S,
)


def own_voice(scene: Scene) -> Holder | None:
    """Return whose words the unattributed sentences are; None in news, where they are nobody's position."""
    genre = scene.document.metadata.genre
    if genre in OWN_VOICE:
        return _speaker(scene)
    meta = scene.document.metadata
    if genre in OPINION or genre == "report" or genre == "state_media":
        actor = _issuer(scene) if genre == "state_media" else None
        return Holder(
            actor=actor,
            actor_name=scene.lexicon.actors[actor].name if actor else None,
            speaker=meta.author or meta.outlet,
            role=meta.author_role,
            is_author=True,
        )
    return None


def announced_voice(scene: Scene, sources: Sequence[Source | None]) -> tuple[int, Holder] | None:
    """Return from which sentence on a text is another's statement, and whose (`issued the following statement:`).

    `sources` are the acting subjects of the sentences.
    """
    statement_title = re.search(r"\b(?:statement|speech|address)\b", scene.document.metadata.title or "", re.I)
    for number, sentence in enumerate(scene.sentences[:4]):
        text = scene.document.text[sentence.start : sentence.end]
        found = _ANNOUNCED.search(text)
        source = sources[number]
        if found and source is not None and ("following" in found.group() or statement_title):
            return number + 1, source.holder
    return None


def turn_voice(scene: Scene, label: str, whole: Holder | None) -> Holder:
    """Return who a turn's label means: a person of the text, or the label itself (`Q` is an unnamed reporter)."""
    if label.strip(" .:") in ("Q", "QUESTION", "Question", "REPORTER", "Reporter") or _only_asks(scene, label):
        return replace(NOBODY, description="reporter")
    name = label.strip(" :")
    named = name.title() if name.isupper() else name
    key = name_key(named).removeprefix("the ")
    if whole and (_ordinal(key) or key == name_key(whole.role or "") or key in scene.lexicon.roles):
        return whole
    if whole and whole.speaker and key.split()[-1:] == name_key(whole.speaker).split()[-1:]:
        return whole
    known = known_person(label, scene)
    holder = known.holder if known else replace(whole or NOBODY, speaker=named, role=None)
    if holder.actor or not whole:
        return holder
    own = (_titled_state(scene, key) or _own_of_turns(scene, label)) if _is_head(label) else whole.actor
    return replace(holder, actor=own, actor_name=scene.lexicon.actors[own].name if own else None)


def _only_asks(scene: Scene, label: str) -> bool:
    """A short label without an office all of whose turns end in a question: `KBS: … What is your comment?`."""
    turns = [scene.document.text[b.start : b.end].rstrip(' "”') for b in scene.document.blocks if b.speaker == label]
    words = label.strip(" .:").split()
    office = any((w.lower().strip("."),) in scene.lexicon.roles.get(w.lower().strip("."), ()) for w in words)
    named = len(words) > 1 and not label.isupper()
    return bool(turns) and all(turn.endswith("?") for turn in turns) and not office and not named


def _is_head(label: str) -> bool:
    return label.lower().split(" ", 1)[0] in _HEADS


def _titled_state(scene: Scene, key: str) -> str | None:
    """The state that the title names behind the name of one who speaks (`President Soto of Peru`)."""
    words = read_words(scene.document.metadata.title or "")
    at = next((row for row, word in enumerate(words.lower) if word == key.split()[-1]), None)
    if at is None or words.lower[at + 1 : at + 2] != ("of",):
        return None
    named = find_namings(words, scene.lexicon)
    return next((n.actor for n in named if at + 1 < n.first <= at + 4 and n.actor in scene.lexicon.actors), None)


def _own_of_turns(scene: Scene, label: str) -> str | None:
    """The state that one of several presidents at a joint appearance calls his or her own."""
    turns = [(b.start, b.end) for b in scene.document.blocks if b.speaker == label]
    said = [n for n in scene.namings if any(s <= scene.words.start[n.first] < e for s, e in turns)]
    return own_state(scene.words, said, scene.lexicon, frozenset({"will", "opposes", "opposed", "firmly", "urged"}))


def _ordinal(key: str) -> bool:
    """`Second:` counts a point; it names no speaker."""
    return key in ("first", "second", "third", "fourth", "fifth", "finally", "next", "last", "note", "conclusion")


def _speaker(scene: Scene) -> Holder:
    if sum(_is_head(label) for label in {b.speaker for b in scene.document.blocks if b.speaker}) > 1:
        return NOBODY
    meta = scene.document.metadata
    person = next((p for p in scene.roster if meta.author and name_key(p.name) in name_key(meta.author)), None)
    person = _attributable(scene) or person or (_titled(scene) if not meta.author else None)
    actor = _joint(scene) or _role_actor(scene) or home_actor(scene.document, scene.lexicon)
    actor = actor or _own(scene) or _seat(scene)
    actor = (person.actor if person else None) or actor or _issuer(scene)
    actor = actor or (_own_of_turns(scene, person.name) if person else None)
    office, name = _parted(scene, meta.author)
    holder = person_holder(person, scene) if person else replace(NOBODY, speaker=None if _joint(scene) else name)
    return replace(
        holder,
        speaker=name if holder.speaker == meta.author and not _joint(scene) else holder.speaker,
        actor=actor,
        actor_name=scene.lexicon.actors[actor].name if actor else None,
        role=office or meta.author_role or holder.role,
    )


def _joint(scene: Scene) -> str | None:
    """The body in whose name `We, the G20 ministers of ...` speak."""
    found = re.search(r"\bWe, the ", scene.document.text[:3000])
    if found is None:
        return None
    row = scene.words.at(found.end())
    named = next((n for n in scene.within(row, row + 6) if n.form == "body"), None)
    return named.actor if named else None


def _attributable(scene: Scene) -> Person | None:
    """The person to whom the first lines say that what follows is attributable."""
    found = re.search(r"\battributable to\b", scene.document.text[:600])
    if found is None:
        return None
    row = scene.words.at(found.end())
    named = next((n for n in scene.within(row, row + 6) if n.person is not None), None)
    return scene.roster[named.person] if named and named.person is not None else None


def _parted(scene: Scene, author: str | None) -> tuple[str | None, str | None]:
    """Part an author as printed into office and name (`Press Secretary |Ada Obi`)."""
    words = (author or "").split()
    for size in range(min(4, len(words) - 1), 0, -1):
        if tuple(w.lower() for w in words[:size]) in scene.lexicon.roles.get(words[0].lower(), ()):
            return " ".join(words[:size]), " ".join(words[size:])
    return None, author


def _titled(scene: Scene) -> Person | None:
    """The one person that the title of an unsigned speech names as the one who speaks."""
    titles = [(b.start, b.end) for b in scene.document.blocks if b.kind == "title"]
    named = {
        n.person
        for n in scene.namings
        if n.person is not None and any(s <= scene.words.start[n.first] < e and _speaks(scene, n, s) for s, e in titles)
    }
    person = scene.roster[named.pop()] if len(named) == 1 else None
    known = home_actor(scene.document, scene.lexicon)
    if person is None or (person.role is None and scene.document.metadata.genre != "speech"):
        return None
    return person if known is None or person.actor in (None, known) else None


def _speaks(scene: Scene, named: Naming, start: int) -> bool:
    """`Remarks by …`, `Address of …`, `Secretary Lind at a press conference`; not `The death of …`, `Modern Art`."""
    low = scene.words.at(start)
    before = scene.words.lower[low : named.first]
    role = (scene.roster[named.person].role or "").lower().split() if named.person is not None else []
    plain = {".", "the", "h", "e", "mr", "ms", "mrs", "dr", "hon"}
    small = plain | word_class("ministerial") | word_class("office_words")
    while before and (before[-1] in role or before[-1] in small):
        before = before[:-1]
    if not before:
        return named.first > low or scene.document.metadata.genre == "speech"
    return before[-1] in ("by", "from", "with") or (before[-1] == "of" and bool(_SPEECH & set(before)))


def _seat(scene: Scene) -> str | None:
    """In a transcript of turns: the state whose seat or ministries are named most (`White House`)."""
    if not any(b.speaker for b in scene.document.blocks):
        return None
    counts = Counter(n.actor for n in scene.namings if n.form in ("seat", "national") and n.actor)
    best = counts.most_common(1)
    return best[0][0] if best else None


def _own(scene: Scene) -> str | None:
    """The state whose doings the speaker tells as commitments."""
    return own_state(scene.words, scene.namings, scene.lexicon)


def _role_actor(scene: Scene) -> str | None:
    """The state that the author's role names (`Minister of Foreign Affairs of Ghana`)."""
    role = scene.document.metadata.author_role
    named = find_namings(read_words(role), scene.lexicon) if role else ()
    return next((n.actor for n in named if n.actor), None)


def _issuer(scene: Scene) -> str | None:
    """The state or body that the outlet names, or whose office title or opening lines name."""
    meta = scene.document.metadata
    named = find_namings(read_words(meta.outlet), scene.lexicon) if meta.outlet else ()
    found = next((n.actor for n in named if n.actor in scene.lexicon.actors and n.actor not in FORUMS), None)
    opening = scene.document.text[:600]
    return found or issuer_named(meta.title or "", scene.lexicon) or issuer_named(opening, scene.lexicon)
