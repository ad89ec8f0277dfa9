"""Whose words: the noun phrase before or after a verb of saying, resolved to a person, body, state or unnamed source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from briefing.analyse.clauses import Rows, antecedent, is_finite, word_class
from briefing.analyse.lexicon import read_data
from briefing.analyse.naming import Naming
from briefing.analyse.people import Person, name_key, short_forms
from briefing.analyse.scene import Scene
from briefing.model.findings import Holder

NOBODY = Holder(actor=None, actor_name=None, speaker=None, role=None)
_PRESS = frozenset({"news agency", "state news agency", "newspaper", "broadcaster", "state broadcaster", "state media"})
_MINISTERIAL = frozenset(
    {"ministry", "minister", "defense", "defence", "government", "army", "military", "police", "cabinet"}
)
_PRIVATE = frozenset({"people", "public", "voters", "citizens", "media", "newspapers", "analysts", "analyst", "experts", "expert", "scholars", "researchers", "scientists", "activists", "residents", "witnesses", "historians", "economists", "observers", "critics", "many", "some", "others", "supporters", "opponents", "campaigners", "commentators", "lawyers"})  # fmt: skip
_BODIES_OF_PEOPLE = frozenset(
    {"lawmakers", "legislators", "mps", "senators", "authorities", "police", "forces", "troops", "military"}
)
_MEDIA = frozenset({"Times", "Daily", "Post", "News", "Journal", "Herald", "Gazette", "Tribune", "Telegraph", "Mail", "Magazine", "Weekly", "Ilbo", "Shimbun", "Radio", "TV", "Television"})  # fmt: skip
_SEVERAL = frozenset({"they", "both", "we"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "i", "we", "who", "which", "both"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A holder and what kind of source it is; `person` is a number in the roster."""

    holder: Holder
    kind: str
    person: int | None = None


@dataclass(slots=True)
class Memory:
    """Who spoke and acted, sentence by sentence, for the pronouns that follow."""

    spoke: list[tuple[int, Source]] = field(default_factory=list)
    acted: list[tuple[int, Source]] = field(default_factory=list)

    def last(self, sentence: int, kinds: Sequence[str], reach: int = 2) -> list[Source]:
        """Return the sources of the kinds within `reach` sentences before, speakers of a sentence before its actors, nearest first."""
        out: list[Source] = []
        for back in range(reach + 1):
            for told in (self.spoke, self.acted):
                out += [s for n, s in reversed(told) if n == sentence - back and s.kind in kinds]
        return out


def resolve(rows: Rows, scene: Scene, memory: Memory, sentence: int, *, quoted: Rows | None = None) -> Source | None:
    """Return the source that the words in `rows` name; None when they are no source at all.

    `quoted` are rows of the words said: a speaker does not name himself in them.
    """
    first, last = _stripped(rows, scene)
    if first >= last:
        return None
    words = scene.words
    for row in range(first, last):
        if words.lower[row] in ("who", "which") and row > first:
            return resolve((first, row - (words.text[row - 1] == ",")), scene, memory, sentence, quoted=quoted)
    if words.lower[first] in _PRONOUNS and (
        last - first == 1 or words.lower[first] in ("he", "she", "they", "i", "we")
    ):
        return _pronoun(words.lower[first], first, scene, memory, sentence, quoted)
    return _phrase(first, last, scene, memory, sentence)


def _stripped(rows: Rows, scene: Scene) -> Rows:
    """Leave out adverbs, connectives, blanks and fronted `for his part` before the noun phrase itself."""
    first, last = rows
    words = scene.words
    while first < last and (
        words.text[first] in ',;:–—-"“”.)'
        or words.lower[first] in word_class("connectives") | {"as", "that", "while", "when"}
    ):
        first += 1
    while last > first and (
        words.text[last - 1] in ',;:–—"“”.' or words.lower[last - 1] in ("who", "which") and last - first > 1
    ):
        last -= 1
    return first, last


def _pronoun(word: str, row: int, scene: Scene, memory: Memory, sentence: int, quoted: Rows | None) -> Source | None:
    if word in ("who", "which"):
        low, _ = scene.rows_of(scene.sentences[sentence])
        before = antecedent(scene.words, row, low)
        return None if before is None else _antecedent(_stripped(before, scene), scene, memory, sentence)
    if word in ("i", "we"):
        return Source(holder=NOBODY, kind="self")
    if word in ("he", "she"):
        return _person_before(word, row, scene, memory, sentence, quoted)
    kinds = (
        ("body", "state", "organisation", "document", "group")
        if word == "it"
        else ("group", "body", "organisation", "people", "state")
    )
    found = memory.last(sentence, kinds)
    if found:
        return found[0]
    return Source(holder=NOBODY, kind="unresolved")


def _antecedent(rows: Rows, scene: Scene, memory: Memory, sentence: int) -> Source | None:
    """The last name or people in the phrase before `who`: `on the same line as Premier Ono, who said`."""
    named = [n for n in scene.within(*rows) if n.last == rows[1]]
    if named and named[-1].form == "person" and not _governed(named[-1], rows[0], scene):
        return _named(named[-1], scene)
    noun = scene.words.lower[rows[1] - 1] if rows[1] > rows[0] else ""
    if noun in scene.lexicon.peoples | word_class("unnamed"):
        first = next(
            (
                r
                for r in range(rows[1] - 1, rows[0], -1)
                if scene.words.lower[r - 1] in word_class("prepositions")
                or scene.words.lower[r - 1].endswith(("ed", "s"))
                and r == rows[1] - 1
            ),
            rows[0],
        )
        return _phrase(first, rows[1], scene, memory, sentence)
    if named and named[-1].form == "person":
        return _named(named[-1], scene)
    return _phrase(*rows, scene, memory, sentence)


def _person_before(
    word: str, row: int, scene: Scene, memory: Memory, sentence: int, quoted: Rows | None
) -> Source | None:
    """The last speaker, else the last subject, else the only person named, in this or the two sentences before."""
    told = {n.person for n in scene.within(*quoted) if n.person is not None} if quoted else set()
    for source in memory.last(sentence, ("person", "official")):
        if source.person not in told and _agrees(word, source, scene):
            return source
    for back in range(3):
        if sentence - back < 0:
            break
        low, high = scene.rows_of(scene.sentences[sentence - back])
        named = {
            n.person for n in scene.within(low, min(high, row)) if n.person is not None and scene.inside[n.first] < 0
        }
        named = {p for p in named - told if p is not None and _agrees(word, person_source(p, scene), scene)}
        if len(named) == 1:
            return person_source(named.pop(), scene)
        if len(named) > 1:
            return Source(holder=NOBODY, kind="unresolved")
    return Source(holder=NOBODY, kind="unresolved")


def _agrees(word: str, source: Source, scene: Scene) -> bool:
    """Not `he` for a spokeswoman, not `she` for a king."""
    office = (source.holder.role or "").lower()
    if any(
        w in office.replace(".", "").split()
        for w in ("spokeswoman", "queen", "mrs", "ms", "congresswoman", "chairwoman", "princess", "lady", "actress")
    ):
        return word == "she"
    if any(
        w in office.replace(".", "").split()
        for w in ("spokesman", "king", "mr", "congressman", "prince", "emir", "pope", "lord")
    ):
        return word == "he"
    return True


def person_source(number: int, scene: Scene) -> Source:
    """Return the source for a person by the number in the roster; the document's author is marked as such."""
    person = scene.roster[number]
    author = scene.document.metadata.author
    is_author = bool(author) and name_key(person.name) in name_key(author or "")
    return Source(holder=person_holder(person, scene, is_author=is_author), kind="person", person=number)


def person_holder(person: Person, scene: Scene, *, is_author: bool = False) -> Holder:
    """Return the holder for a person of the roster."""
    actor = person.actor
    return Holder(
        actor=actor,
        actor_name=scene.lexicon.actors[actor].name if actor in scene.lexicon.actors else None,
        speaker=person.name,
        role=person.role,
        is_author=is_author,
    )


def _phrase(first: int, last: int, scene: Scene, memory: Memory, sentence: int) -> Source | None:
    """Resolve a noun phrase by its head: a name at its end, else the common noun that the names belong to."""
    if first >= last:
        return None
    named = [n for n in scene.within(first, last) if n.last <= last and scene.inside[n.first] == scene.inside[first]]
    head = named[-1] if named and named[-1].last == last else None
    if head is not None and not _governed(head, first, scene):
        return _named(head, scene)
    opening = next((n for n in named if n.form == "person"), None)
    if opening is not None and opening.last < last and _opens_phrase(opening, first, scene):
        return _named(opening, scene)
    governed = [n for n in named if n is not head] if head is None else named
    return _common(first, last, governed, scene, memory, sentence)


def _opens_phrase(person: Naming, first: int, scene: Scene) -> bool:
    """`Rabbi Ana Levi of the Elm Street temple`: the name stands first and a place or body hangs on it."""
    words = scene.words
    start = _office_start(person, first, scene)
    fresh = start <= first + 1 or (words.text[start - 1] == "." and start <= first + 2)
    return fresh and words.lower[person.last] in ("of", "from", "in", "at", "with")


def _governed(head: Naming, first: int, scene: Scene) -> bool:
    """The name hangs on a noun before it (`a spokesman for Ms Roth`, `officials in Oslo`)."""
    words = scene.words
    row = _office_start(head, first, scene) - 1
    between = {r for n in scene.within(first, head.first) if n.person is None for r in range(n.first, n.last)}
    while row > first and words.lower[row] not in word_class("prepositions"):
        if words.lower[row] in ("and", ","):
            return False
        row -= 1
    if row <= first or words.lower[row] not in word_class("prepositions"):
        return False
    adjacent = bool(between) and max(between) == head.first - 1 and head.form == "person"
    return not adjacent


def _office_start(head: Naming, first: int, scene: Scene) -> int:
    """Where the office right before a person's name begins (`Secretary of State |Rosa Lind`)."""
    if head.form != "person":
        return head.first
    words = scene.words
    for row in range(max(first, head.first - 6), head.first):
        if words.lower[row : head.first] in scene.lexicon.roles.get(words.lower[row], ()):
            return row
    return head.first


def _named(head: Naming, scene: Scene) -> Source | None:
    if head.person is not None:
        return person_source(head.person, scene)
    text = scene.slice(head.first, head.last)
    if head.actor is None:
        return Source(holder=replace(NOBODY, speaker=text), kind="outlet")
    actor = scene.lexicon.actors[head.actor]
    holder = Holder(actor=actor.id, actor_name=actor.name, speaker=None, role=None)
    if head.form in ("seat", "national"):
        return Source(holder=replace(holder, speaker=text), kind="body")
    if head.form in ("people", "adjective"):
        return Source(holder=replace(holder, description=text), kind="people")
    kind = {"state": "state", "body": "body"}.get(actor.kind, "organisation")
    return Source(holder=holder, kind=kind)


def _common(first: int, last: int, named: list[Naming], scene: Scene, memory: Memory, sentence: int) -> Source | None:
    """A phrase whose head is a common noun: office, institution, people, text or unknown organisation."""
    words = scene.words
    end = _head_end(first, last, scene)
    noun = words.lower[end - 1]
    owner = _owner(named, first, end, scene)
    text = scene.slice(first, last)
    plain = scene.slice(first + (words.lower[first] in ("the", "a", "an")), last)
    definite = words.lower[first] in ("the", "his", "her", "its", "their") or bool(named and named[0].first == first)
    role = _role_at_end(first, end, scene)
    if role:
        return _by_office(role, first, last, owner, definite, plain, scene, memory, sentence)
    if noun in word_class("documents") and not _institution_at_end(first, end, scene):
        return _text_source(first, last, owner, text, scene, memory, sentence)
    if noun in scene.lexicon.peoples or noun in word_class("unnamed"):
        owner = None if noun in _PRIVATE else owner
        speaker = plain if noun in _BODIES_OF_PEOPLE and owner else None
        holder = replace(owner or NOBODY, speaker=speaker, description=None if speaker else plain)
        return Source(holder=holder, kind="group")
    if _institution_at_end(first, end, scene):
        return _institution(first, end, owner, definite, plain, scene, memory, sentence)
    return _organisation(first, last, owner, plain, scene)


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
                for r in scene.lexicon.roles.get(words.lower[start], ())
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
    if office in _PRESS:
        return _press(plain, owner, scene, memory, sentence, first, last)
    owner = owner or _ministry_state(first, last, scene, memory, sentence)
    low, _ = scene.rows_of(scene.sentences[sentence])
    if definite:
        for source in memory.last(sentence, ("person",), reach=6):
            if source.person is not None and _holds(scene.roster[source.person], office, owner):
                return source
        holders = [i for i, p in enumerate(scene.roster) if _holds(p, office, owner)]
        named = {n.person for n in scene.namings if n.first < first or n.first >= low}
        holders = [i for i in holders if i in named]
        if len(holders) == 1:
            return person_source(holders[0], scene)
    outside = office in scene.lexicon.outside and office not in scene.lexicon.official
    actor = replace(owner, actor=None, actor_name=None) if owner and outside else owner
    if outside:
        return Source(holder=replace(actor or NOBODY, description=plain), kind="group")
    return Source(holder=replace(actor or NOBODY, role=plain, description=plain), kind="official")


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
    return before[0] if before else Source(holder=replace(NOBODY, description=plain), kind="outlet")


def _ministry_state(first: int, last: int, scene: Scene, memory: Memory, sentence: int) -> Holder | None:
    """The state of `a foreign ministry spokesman`: of those who spoke or acted before, else the first one in the sentence."""
    if not any(scene.words.lower[r] in _MINISTERIAL for r in range(first, last)):
        return None
    before = memory.last(sentence, ("person", "state", "body", "group", "official"), reach=2)
    told = next((s.holder for s in before if s.holder.actor and len(s.holder.actor) == 2), None)
    if told is not None:
        return replace(NOBODY, actor=told.actor, actor_name=told.actor_name)
    low, high = scene.rows_of(scene.sentences[sentence])
    named = next((n for n in scene.within(low, high) if n.actor and len(n.actor) == 2 and n.form != "outlet"), None)
    if named is None or named.actor is None:
        return None
    return replace(NOBODY, actor=named.actor, actor_name=scene.lexicon.actors[named.actor].name)


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
    if owner is None:
        before = memory.last(sentence, ("body", "organisation", "state", "person", "outlet", "document"))
        owner = before[0].holder if before and scene.words.lower[last - 1] in word_class("utterances") else None
    actor, name = (owner.actor, owner.actor_name) if owner else (None, None)
    return Source(holder=Holder(actor=actor, actor_name=name, speaker=text, role=None), kind="document")


def _institution(
    first: int, end: int, owner: Holder | None, definite: bool, plain: str, scene: Scene, memory: Memory, sentence: int
) -> Source:
    """`Ukraine’s foreign ministry`, `the ministry`: a body under its state; a bare one is the last of that kind."""
    noun = scene.words.lower[end - 1]
    if owner is None and definite:
        for source in memory.last(sentence, ("body",), reach=12):
            if (source.holder.speaker or "").lower().split()[-1:] == [noun]:
                return source
        before = memory.last(sentence, ("person", "state", "body", "group"), reach=3)
        owner = next((s.holder for s in before if s.holder.actor), None)
    if owner is None:
        return Source(holder=replace(NOBODY, description=plain), kind="group")
    return Source(holder=Holder(actor=owner.actor, actor_name=owner.actor_name, speaker=plain, role=None), kind="body")


def _organisation(first: int, last: int, owner: Holder | None, plain: str, scene: Scene) -> Source | None:
    """A capitalised phrase that nothing else explains is an organisation; other nouns are an unnamed source."""
    words = scene.words
    row = first + (words.lower[first] in ("the", "a", "an"))
    if (
        row < last
        and words.text[row][:1].isupper()
        and len(words.text[row]) > 1
        and not (row == first and words.lower[row] in word_class("determiners"))
    ):
        capital = [r for r in range(row, last) if words.text[r][:1].isupper()]
        media = words.text[last - 1] in _MEDIA or "newspaper" in words.lower[first:last]
        if media:
            return Source(holder=replace(NOBODY, speaker=plain), kind="outlet")
        if last - row == 1 and not words.text[row].isupper() and row == first:
            return Source(holder=replace(NOBODY, speaker=plain), kind="person")
        if len(capital) * 2 >= last - row:
            return Source(
                holder=replace(NOBODY, actor=_slug(plain), actor_name=plain, speaker=plain), kind="organisation"
            )
    if last - first > 12 or any(is_finite(words, r, first, scene.lexicon) for r in range(first + 1, last)):
        return None
    return Source(holder=replace(NOBODY, description=plain), kind="unnamed")


def _slug(name: str) -> str:
    return "-".join("".join(c.lower() if c.isalnum() else " " for c in name).split())


def known_person(label: str, scene: Scene) -> Source | None:
    """Return the person that a turn's label means (`MS. ORTIZ`)."""
    bare = label.strip().rstrip(":").strip()
    words = [
        w
        for w in bare.replace(".", " ").split()
        if w.lower() not in ("mr", "mrs", "ms", "dr", "the", "secretary", "president", "minister", "ambassador")
    ]
    if not words:
        return None
    for number, person in enumerate(scene.roster):
        forms = {f.lower() for f in (person.name, *short_forms(person.name))}
        if words[-1].lower() in forms or " ".join(words).lower() in forms:
            return person_source(number, scene)
    return None
