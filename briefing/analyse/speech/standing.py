"""For which state a person speaks whose office is named without one, as far as the document lets it be told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace

from briefing.analyse.actors.lexicon import read_data, state_codes, word_class
from briefing.analyse.actors.naming import Naming
from briefing.analyse.actors.people import Person
from briefing.analyse.actors.spellings import short_forms
from briefing.analyse.speech.preceding import ACTING, first_place, led_by, subject_before
from briefing.analyse.speech.themes import HEADS, can_have, rivals_in_office, state_beside, theme_state
from briefing.analyse.text.words import Words
from briefing.model.findings import Sentence


def settle_states(
    roster: Sequence[Person],
    places: Sequence[Naming],
    namings: Sequence[Naming],
    words: Words,
    sentences: Sequence[Sentence],
    home: str | None,
    press: str | None = None,
    sent: str | None = None,
) -> tuple[Person, ...]:
    """Return the roster with the states that a nearby mention or an unnamed office elsewhere in the text tells.

    In a speech or statement of `home` an office without a state is one of its own; of several presidents only those
    that the text ties to it. `press` is the state whose media wrote the text: who is a comrade there and holds no
    office elsewhere is one of its own. `sent` is the state from whose capital a news text is sent: there its
    ministers go without it.
    """
    people = [_unshared(_governing(n, person, places, words), namings) for n, person in enumerate(roster)]
    heads = [p for p in people if p.office in HEADS and not p.possessed]
    later = [n for n, p in enumerate(people) if p.possessed]
    for number in [*(n for n in range(len(people)) if n not in later), *later]:
        person = people[number]
        if person.actor or person.standing == "outside":
            continue
        if person.owner and not (boss := _boss(person, people)):
            people[number] = replace(person, standing="outside")
            continue
        if person.owner and boss and boss.actor:
            people[number] = replace(person, actor=boss.actor)
            continue
        own = home is not None and person.standing == "official" and not (person in heads and len(heads) > 1)
        comrade = press is not None and person.title_only and (person.role or "").lower() == "comrade"
        near = None if own or comrade else _told_near(number, people, places, namings, words, sentences, sent)
        actor = home if own else press if comrade else _by_name(person, namings) or near
        if actor:
            people[number] = replace(person, actor=actor, standing="official")
    return tuple(people)


def _by_name(person: Person, namings: Sequence[Naming]) -> str | None:
    """`President Han Seo-yun` in a text that names South Korea and no other state where such names are spelt so."""
    family, _, given = person.name.partition(" ")
    parts = given.split("-")
    southern = family in read_data("names")["korean"] and len(parts) == 2 and parts[1].islower() and " " not in given
    named = {n.actor for n in namings}
    plainly = "KR" in named and not named & {"KP", "TW", "HK", "SG", "MY"}
    return "KR" if southern and plainly and person.role is not None and person.standing == "official" else None


def _boss(person: Person, people: Sequence[Person]) -> Person | None:
    """`Diaz’s spokesman Bo Lind`: the person whose name owns the office."""
    return next((p for p in people if person.owner in (p.name, *short_forms(p.name)) and p is not person), None)


def _told_near(
    number: int,
    people: Sequence[Person],
    places: Sequence[Naming],
    namings: Sequence[Naming],
    words: Words,
    sentences: Sequence[Sentence],
    sent: str | None,
) -> str | None:
    """The state of an office, as the words around it or the rest of the text tell."""
    person = people[number]
    if person.possessed:
        return _possessor(number, people, places, namings)
    if person.role is not None:
        around = (places, namings, words, sentences)
        told = _speaking_in(number, *around) or state_beside(person, first_place(number, places), *around[1:])
        if told is not None:
            return told
    theme = theme_state(person, people, namings, words, sentences)
    if sent is not None and _may_be_of(sent, person, people) and not _faces(number, sent, places, namings, words):
        theme = sent
    if person.office in HEADS or person.role is None:
        beside = led_by(number, places, namings, words, sentences) if person.role is not None else None
        beside = beside if beside is not None and can_have(beside, person.office) else None
        led = beside or theme or _unnamed_head(number, people, places, namings, words)
        return None if led and _faces(number, led, places, namings, words) else led
    at = (number, places, namings, words, sentences)
    before = subject_before(*at, beyond=sent is None or theme != sent) if person.standing == "official" else None
    national = (person.office or "").endswith(("minister", "secretary", "solicitor general", "attorney general"))
    national = national or bool({"Federal", "National"} & set((person.role or "").split()))
    national = national or _of_forces(first_place(number, places), words)
    return before or (theme if national else None)


def _of_forces(place: Naming | None, words: Words) -> bool:
    """`|military spokesman Maj. Gen. Diaz`, `government spokeswoman Ana Ruiz`: an office of the whole state."""
    before = words.lower[max(0, place.first - 6) : place.first] if place is not None else ()
    return bool({"military", "army", "navy", "government", "presidential"} & set(before))


def _may_be_of(state: str, person: Person, people: Sequence[Person]) -> bool:
    """An official whose office the state has, and that no one else holds there."""
    held = any(p.actor == state and rivals_in_office(p.office, person.office) for p in people)
    return person.role is not None and person.standing == "official" and can_have(state, person.office) and not held


def _governing(number: int, person: Person, places: Sequence[Naming], words: Words) -> Person:
    """`the government of Ada Obi`: one at the head of a government, whose office the text need not tell."""
    led = (("government", "of"), ("administration", "of"), ("cabinet", "of"))
    if person.role is not None or person.standing == "outside":
        return person
    heads = any(p.person == number and words.lower[max(0, p.first - 2) : p.first] in led for p in places)
    return replace(person, office="leader", standing="official") if heads else person


def _faces(number: int, state: str, places: Sequence[Naming], namings: Sequence[Naming], words: Words) -> bool:
    """`Diaz accused Peru`, `Diaz and Peru`: who acts on a state or beside it does not speak for it."""
    named = {n.first: n for n in namings if n.actor == state and n.form in ("name", "capital")}
    beside = [p.last for p in places if p.person == number and p.last + 1 in named and words.text[p.last].isalpha()]
    return any(words.lower[row] == "and" or _is_object(words, named[row + 1]) for row in beside)


def _is_object(words: Words, naming: Naming) -> bool:
    """No verb of its own follows the name (`says Peru |was| caught`)."""
    after = words.lower[naming.last] if naming.last < len(words) else ""
    return after not in word_class("auxiliaries")


def _unshared(person: Person, namings: Sequence[Naming]) -> Person:
    """`Foreign Secretary Diaz` without Britain, where the text does not name it: others have such an office too."""
    alone = {office: state for state, offices in read_data("roles")["single_state"].items() for office in offices}
    known = alone.get(person.office or "")
    if known != "GB" or person.actor != known:
        return person
    return person if any(n.actor == known for n in namings) else replace(person, actor=None)


def _speaking_in(
    number: int, places: Sequence[Naming], namings: Sequence[Naming], words: Words, sentences: Sequence[Sentence]
) -> str | None:
    """`In Lima, Foreign Minister Ana Ruiz said`: a capital at the head of the sentence of the first mention."""
    place = first_place(number, places)
    if place is None:
        return None
    offset = words.start[place.first]
    sentence = next((s for s in sentences if s.start <= offset < s.end), None)
    if sentence is None:
        return None
    low = words.at(sentence.start)
    return next((n.actor for n in namings if n.place and low < n.first <= low + 2 and n.last < place.first), None)


def _possessor(
    number: int, people: Sequence[Person], places: Sequence[Naming], namings: Sequence[Naming]
) -> str | None:
    """`His ambassador Lena Roth`: the state of the last person named before; `its` is that of a state or body."""
    place = first_place(number, places)
    if place is not None and people[number].possessed in ("its", "their"):
        owners = [n for n in namings if n.first < place.first and n.form in ACTING and not n.place and n.actor]
        states = [n for n in owners if n.actor in state_codes()]
        return (states or owners)[-1].actor if owners else None
    before = [n for n in places if place and n.first < place.first and n.person is not None and n.person != number]
    return people[before[-1].person].actor if before and before[-1].person is not None else None


def _unnamed_head(
    number: int, people: Sequence[Person], places: Sequence[Naming], namings: Sequence[Naming], words: Words
) -> str | None:
    """`President Diaz` in a text that also says `the Peruvian president` of nobody else, or names one state's seat.

    Only the one named most of several heads without a state is settled so.
    """
    counts = Counter(n.person for n in places)
    if people[number].role is None and counts[number] < 3:
        return None
    titled = people[number].role is not None
    rivals = [
        i
        for i, p in enumerate(people)
        if p.actor is None and _may_lead(p, counts[i]) and (p.role is not None or not titled)
    ]
    if rivals and max(rivals, key=lambda i: (counts[i], -i)) != number:
        return None
    named = {n.actor for n in namings if n.actor in state_codes() and not n.place}
    equals = [i for i in rivals if i != number and 2 * counts[i] > counts[number]]
    if len(named) > 1 and any(people[i].office == people[number].office for i in equals):
        return None
    offices = {people[number].office or ""} if len(rivals) > 1 and people[number].office else HEADS
    held = {p.actor for p in people if p.actor and rivals_in_office(p.office, people[number].office)}
    loose: Counter[str] = Counter(
        n.actor
        for n in namings
        if n.actor
        and n.actor not in held
        and n.form in ("adjective", "name", "national")
        and _office_follows(words, n.last, offices)
    )
    seated = {n.actor for n in namings if n.form in ("seat", "national") and n.actor} - held
    seats = {state for state in seated if can_have(state, people[number].office)}
    if len(seats) == 1 and people[number].role is not None:
        counted = loose or _institutions(namings, words, held)
        return _first_of(Counter({k: n for k, n in counted.items() if can_have(k, people[number].office)}))
    if len(named) == 1 and not held and people[number].role is not None:
        return next(iter(named))
    return _first_of(loose)


def _first_of(counts: Counter[str]) -> str | None:
    """The one counted most; None when two share the lead."""
    best = counts.most_common(2)
    return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else None


def _institutions(namings: Sequence[Naming], words: Words, held: Set[str | None]) -> Counter[str]:
    """How often each state is named by its seat or right before one of its ministries, courts or authorities."""
    bodies = word_class("ministerial") | set(read_data("roles")["groups"]["institution"])
    counts: Counter[str] = Counter()
    for naming in namings:
        after = words.lower[naming.last : naming.last + 4]
        own = naming.form in ("seat", "national") or any(w in bodies for w in after)
        if own and naming.actor in state_codes() and naming.actor not in held:
            counts[naming.actor] += 1
    return counts


def _may_lead(person: Person, mentions: int) -> bool:
    return person.office in HEADS or (person.role is None and mentions >= 3)


def _office_follows(words: Words, row: int, offices: Set[str]) -> bool:
    """`US president`, `Peru's leader` with no name after it."""
    at = row + 2 if words.lower[row : row + 2] in (("'", "s"), ("’", "s")) else row
    for size in (2, 1):
        if " ".join(words.lower[at : at + size]) in offices:
            after = words.text[at + size] if at + size < len(words) else ""
            return not after[:1].isupper()
    return False
