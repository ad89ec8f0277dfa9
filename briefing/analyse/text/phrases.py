"""Sources named by a common noun: an office, an institution, a group of people, a text, an organisation."""

from __future__ import annotations

from dataclasses import replace

from briefing.analyse.actors.lexicon import read_data, word_class
from briefing.analyse.actors.naming import Naming
from briefing.analyse.actors.people import Person
from briefing.analyse.scene import Scene
from briefing.analyse.speech.sources import NOBODY, Memory, Source, person_source
from briefing.analyse.text.clauses import is_finite
from briefing.analyse.text.ministries import ministry_state
from briefing.analyse.text.opposed import is_opposed
from briefing.analyse.text.writers import possessor, writer_of
from briefing.model.findings import Holder


def common_source(
    first: int, last: int, named: list[Naming], scene: Scene, memory: Memory, sentence: int
) -> Source | None:
    """A phrase whose head is a common noun: office, institution, people, text or unknown organisation."""
    words = scene.words
    end = _head_end(first, last, scene)
    noun = words.lower[end - 1]
    if (written := writer_of(first, end, last, scene)) is not None:
        return written
    if noun in word_class("documents"):
        named = [n for n in named if words.lower[n.first - 1] != "to"]
    owner = _owner(named, first, end, scene) or possessor(first, end, scene, memory, sentence)
    text = scene.slice(first, last)
    plain = scene.slice(first + (words.lower[first] in ("the", "a", "an", "his", "her", "its", "their")), last)
    owned = "s" in words.lower[first + 2 : end] and words.text[first][:1].isupper()
    definite = words.lower[first] in ("the", "his", "her", "its", "their") or bool(named and named[0].first == first)
    definite = definite or owned
    role = _role_at_end(first, end, scene)
    if role:
        return _by_office(role, first, last, owner, definite, plain, scene, memory, sentence)
    if noun in word_class("documents") and words.text[end - 1].islower() and not _institution_at_end(first, end, scene):
        return _text_source(first, last, owner, text, scene, memory, sentence)
    if noun == "members" and owner is not None and named and named[-1].form in ("national", "body"):
        return Source(holder=replace(owner, description=plain), kind="group")
    if noun in word_class("generic_bodies") and definite and owner is None:
        before_it = memory.last(sentence, ("organisation", "body"), reach=4)
        if before_it:
            return before_it[0]
    if noun in scene.lexicon.peoples or noun in word_class("unnamed"):
        owner = None if noun in word_class("private") or is_opposed(first, end, named, words) else owner
        speaker = plain if noun in word_class("bodies_of_people") and owner else None
        holder = replace(owner or NOBODY, speaker=speaker, description=None if speaker else plain)
        return Source(holder=holder, kind="group")
    if _institution_at_end(first, end, scene):
        return _institution(first, end, owner, definite, plain, scene, memory, sentence)
    return _organisation(first, last, plain, scene)


def _head_end(first: int, last: int, scene: Scene) -> int:
    """Where the head noun ends: before the first preposition after it (`officials | in Oslo`)."""
    words = scene.words
    covered = {r for n in scene.within(first, last) for r in range(n.first, n.last)}
    for row in range(first + 1, last):
        if row in covered:
            continue
        if words.lower[row] in word_class("prepositions") or words.text[row] in ",(":
            phrase = any(
                row < start + len(r) and words.lower[start : start + len(r)] == r
                for start in range(max(first, row - 3), row)
                for known in (scene.lexicon.roles, scene.lexicon.institutions)
                for r in known.get(words.lower[start], ())
            )
            if not phrase:
                return row
    return last


def _owner(named: list[Naming], first: int, end: int, scene: Scene) -> Holder | None:
    """The state or body that the phrase's names belong to; one before the head noun counts before one after it."""
    ordered = [n for n in named if n.first < end] + [n for n in named if n.first >= end]
    for naming in ordered:
        actor = scene.actor_of(naming)
        if actor and actor in scene.lexicon.actors:
            return Holder(actor=actor, actor_name=scene.lexicon.actors[actor].name, speaker=None, role=None)
    return None


def _role_at_end(first: int, end: int, scene: Scene) -> tuple[str, ...] | None:
    words = scene.words
    for start in range(max(first, end - 6), end):
        if words.lower[start:end] in scene.lexicon.roles.get(words.lower[start], ()):
            return words.lower[start:end]
    return None


def _institution_at_end(first: int, end: int, scene: Scene) -> bool:
    words = scene.words
    return any(
        words.lower[start:end] in scene.lexicon.institutions.get(words.lower[start], ())
        for start in range(max(first, end - 5), end)
    )


def _by_office(
    role: tuple[str, ...], first: int, last: int, owner: Holder | None, definite: bool, plain: str,
    scene: Scene, memory: Memory, sentence: int,
) -> Source:  # fmt: skip
    """`the president`, `the Chilean envoy`: the person of that office told before, else an unnamed holder of it."""
    office = " ".join(role).replace(" - ", "-")
    if office in word_class("press"):
        return _press(plain, owner, scene, memory, sentence, first, last)
    low, _ = scene.rows_of(scene.sentences[sentence])
    if definite and set(scene.words.lower[first:last]) & scene.lexicon.former:
        told = [n.person for n in scene.within(low, first) if n.person is not None]
        plainly = Source(holder=replace(NOBODY, description=plain), kind="group")
        return person_source(told[-1], scene) if told else plainly
    if definite:
        for source in memory.last(sentence, ("person",), reach=6):
            if source.person is not None and _holds(scene.roster[source.person], office, owner):
                return source
        for source in memory.last(sentence, ("official",), reach=4):
            held = (source.holder.role or source.holder.speaker or "").lower()
            if office in held and (owner is None or owner.actor == source.holder.actor):
                return source
        holders = [i for i, p in enumerate(scene.roster) if _holds(p, office, owner)]
        named = {n.person for n in scene.namings if n.first < first or n.first >= low}
        holders = [i for i in holders if i in named]
        if len(holders) == 1:
            return person_source(holders[0], scene)
    owner = owner or ministry_state(first, last, scene, memory, sentence)
    return _nameless(office, owner, definite, plain, scene, of=scene.words.lower[first:last].count("of") > 0)


def _nameless(office: str, owner: Holder | None, definite: bool, plain: str, scene: Scene, *, of: bool) -> Source:
    """One who is known by an office only: unnamed, unless the office is all that need be said."""
    if office in scene.lexicon.outside and office not in scene.lexicon.official:
        return Source(holder=replace(NOBODY, description=plain), kind="group")
    alone = _on_record(office, definite) or (definite and of and office in word_class("field_offices"))
    if alone and (owner is not None or "'s " in plain or "’s " in plain):
        return Source(holder=replace(owner or NOBODY, speaker=plain), kind="official")
    return Source(holder=replace(owner or NOBODY, role=plain, description=plain), kind="official")


def _on_record(office: str, definite: bool) -> bool:
    """Who speaks for a body (`a ministry spokeswoman`) or alone holds an office (`the Chilean premier`)."""
    return office.startswith("spokes") or (definite and office not in word_class("shared_offices"))


def _press(
    plain: str, owner: Holder | None, scene: Scene, memory: Memory, sentence: int, first: int, last: int
) -> Source:
    """`the newspaper`, `the Kyodo news agency`: an outlet; one of a state's own speaks for it."""
    if owner is not None and "state" in scene.words.lower[first:last]:
        return Source(holder=replace(owner, speaker=plain), kind="body")
    named = next((n for n in scene.within(first, last) if n.form == "outlet"), None)
    if named is not None:
        return Source(holder=replace(NOBODY, speaker=scene.slice(named.first, named.last)), kind="outlet")
    before = memory.last(sentence, ("outlet",), reach=4)
    if any(w[:1].isupper() for w in scene.words.text[first + 1 : last]) and owner is None:
        return Source(holder=replace(NOBODY, speaker=plain), kind="outlet")
    return before[0] if before else Source(holder=replace(NOBODY, description=plain), kind="outlet")


def _holds(person: Person, office: str, owner: Holder | None) -> bool:
    held = person.office or ""
    same = (
        held == office
        or held.endswith(" " + office)
        or (office == "leader" and held in ("president", "prime minister", "premier"))
    )
    return same and person.standing != "outside" and (owner is None or owner.actor == person.actor)


def _text_source(
    first: int, last: int, owner: Holder | None, text: str, scene: Scene, memory: Memory, sentence: int
) -> Source:
    """`the report`, `the treaty`: the text is the holder; what an office issues stands under its state."""
    if owner is None and scene.words.lower[first] not in ("a", "an"):
        before = memory.last(sentence, ("body", "organisation", "state", "person", "outlet", "document"))
        owner = before[0].holder if before and scene.words.lower[last - 1] in word_class("utterances") else None
    actor, name = (owner.actor, owner.actor_name) if owner else (None, None)
    return Source(holder=Holder(actor=actor, actor_name=name, speaker=text, role=None), kind="document")


def _institution(
    first: int, end: int, owner: Holder | None, definite: bool, plain: str, scene: Scene, memory: Memory, sentence: int
) -> Source:
    """`Ukraine’s foreign ministry`, `the ministry`: a body under its state; a bare one is the last of that kind."""
    noun = scene.words.lower[end - 1]
    if noun == "party":
        return _party(
            plain, named=owner is not None or scene.words.text[end - 1][:1].isupper(), memory=memory, sentence=sentence
        )
    definite = definite and not _of_somebody(first, end, scene)
    if definite and owner is None:
        owner = _told_before(scene, noun, first)
    if owner is None and definite:
        for source in memory.last(sentence, ("body",), reach=12):
            if (source.holder.speaker or "").lower().split()[-1:] == [noun]:
                return source
        before = memory.last(sentence, ("person", "state", "body", "group"), reach=3)
        owner = next((s.holder for s in before if s.holder.actor), None)
        owner = owner or ministry_state(first, end, scene, memory, sentence)
    if owner is None and scene.words.text[end - 1][:1].isupper() and first < end - 1:
        return Source(holder=replace(NOBODY, actor=_slug(plain), actor_name=plain, speaker=plain), kind="organisation")
    if owner is None:
        return Source(holder=replace(NOBODY, description=plain), kind="group")
    return Source(holder=Holder(actor=owner.actor, actor_name=owner.actor_name, speaker=plain, role=None), kind="body")


def _party(plain: str, *, named: bool, memory: Memory, sentence: int) -> Source:
    """`Peru’s opposition party`, `the Moro Party`: it speaks for itself, not for the state; a bare one is the last."""
    if named:
        return Source(holder=replace(NOBODY, actor=_slug(plain), actor_name=plain, speaker=plain), kind="organisation")
    before = memory.last(sentence, ("organisation",), reach=12)
    told = next((s for s in before if (s.holder.speaker or "").lower().endswith("party")), None)
    return told or Source(holder=replace(NOBODY, description=plain), kind="group")


def _of_somebody(first: int, end: int, scene: Scene) -> bool:
    """`the Hale Administration`: the government of one who is named, not that of the state told of before."""
    words = scene.words
    named = (
        end - 2 > first
        and words.text[end - 2][:1].isupper()
        and words.text[end - 1] in ("Administration", "Government")
    )
    return named and words.lower[end - 2] not in ("federal", "national", "interim", "transitional", "central", "local")


def _told_before(scene: Scene, noun: str, first: int) -> Holder | None:
    """The state with which the same institution was named before (`Niger’s junta`, then `the junta`)."""
    words = scene.words
    for row in range(first - 1, max(0, first - 400), -1):
        if words.lower[row] != noun:
            continue
        end = row - 2 if words.lower[row - 1] == "s" and words.text[row - 2] in "'’" else row
        named = next((n for n in scene.within(max(0, end - 5), end) if n.last == end and n.actor), None)
        if named is not None and named.actor is not None and named.actor in scene.lexicon.actors:
            return replace(NOBODY, actor=named.actor, actor_name=scene.lexicon.actors[named.actor].name)
    return None


def _organisation(first: int, last: int, plain: str, scene: Scene) -> Source | None:
    """A capitalised phrase that nothing else explains is an organisation; other nouns are an unnamed source."""
    words = scene.words
    row = first + (words.lower[first] in word_class("determiners"))
    if last - row == 1 and words.lower[row].endswith(("ly", "ing")):
        return None
    row = last if _is_common(row, last, scene) else row
    while row < last - 1 and words.text[row].islower() and words.lower[row] in word_class("camps"):
        row += 1
    if row < last and _capital(words.text[row]) and _capital(words.text[last - 1]):
        if words.text[last - 1] in word_class("media") or "newspaper" in words.lower[first:last]:
            return Source(holder=replace(NOBODY, speaker=plain), kind="outlet")
        if last - row == 1 and words.text[row].endswith("s") and _opens_sentence(scene, row):
            return Source(holder=replace(NOBODY, description=plain), kind="group")
        if last - row == 1 and words.lower[first] in ("a", "an"):
            return Source(holder=replace(NOBODY, description=plain), kind="unnamed")
        if last - row == 1 and not words.text[row].isupper() and row == first:
            return Source(holder=replace(NOBODY, speaker=plain), kind="person")
        lower = [
            r for r in range(row, last) if words.text[r][:1].islower() and words.lower[r] not in word_class("small")
        ]
        if not lower and not any(n.form == "person" for n in scene.within(row, last)):
            return _named_as_one(row, last, plain, scene)
    if last - first > 12 or any(is_finite(words, r, first, scene.lexicon) for r in range(first + 1, last)):
        return None
    return Source(holder=replace(NOBODY, description=plain), kind="unnamed")


def _is_common(row: int, last: int, scene: Scene) -> bool:
    """A word that no name begins with, or people alone (`some |Members|`)."""
    people = scene.lexicon.peoples | {"members"}
    words = scene.words
    never = row < last and words.text[row] in read_data("names")["never"]
    return never or (last - row == 1 and words.lower[row] in people)


def _named_as_one(first: int, last: int, plain: str, scene: Scene) -> Source | None:
    """The organisation of a name; a `Declaration` or `Treaty` is a text, an `Avenue` nobody."""
    if scene.words.text[last - 1] in read_data("names")["things"]:
        text = scene.words.lower[last - 1] in word_class("documents")
        return Source(holder=replace(NOBODY, speaker=plain), kind="document") if text else None
    name = scene.slice(first, last)
    return Source(holder=replace(NOBODY, actor=_slug(name), actor_name=name, speaker=name), kind="organisation")


def _opens_sentence(scene: Scene, row: int) -> bool:
    return row == 0 or scene.words.text[row - 1] in '.!?:"“”‘’' or scene.words.start[row] - scene.words.end[row - 1] > 1


def _capital(word: str) -> bool:
    return len(word) > 1 and word[0].isupper()


def _slug(name: str) -> str:
    return "-".join("".join(c.lower() if c.isalnum() else " " for c in name).split())
