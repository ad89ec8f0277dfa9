"""Who is named in a document: full names, offices in its own words, and the state or body they stand for.

A person is known only by what the document says: a title or office before the name, an apposition after
it, or a verb of saying beside it. No list of office-holders exists.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from briefing.analyse.actors.appositions import role_after
from briefing.analyse.actors.lexicon import SAYING, Lexicon, read_data, word_class
from briefing.analyse.actors.naming import Naming
from briefing.analyse.actors.roles import Role, role_before
from briefing.analyse.actors.runs import role_at, run_end
from briefing.analyse.actors.spellings import find_short_mentions, in_title_case, name_key, short_forms
from briefing.analyse.text.words import Words
from briefing.model.attribution import Extent

Standing = Literal["official", "outside", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person by the fullest name, with office and state as far as the document tells."""

    name: str
    role: str | None = None
    standing: Standing = "unknown"
    actor: str | None = None
    office: str | None = None
    """The role noun in small letters (`president`)."""
    affiliation: str | None = None
    title_only: bool = False
    possessed: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRun:
    """Capitalised words that may be a person's name."""

    first: int
    last: int
    text: str
    role: Role | None
    sure: bool
    """Something beside or in the name says that it is a person's."""


def find_people(
    words: Words, text: str, zones: Sequence[Extent], namings: Sequence[Naming], lexicon: Lexicon, author: str | None
) -> tuple[tuple[Person, ...], tuple[Naming, ...]]:
    """Return the roster in order of first full mention and every place where one of them is named.

    `author` is the document's own, known by the metadata.
    """
    starts = {n.first: n for n in namings}
    found = ((zone, run) for zone in zones for run in _runs(words, text, zone, starts, lexicon))
    runs = _recurring([r for zone, r in found if r.sure or not in_title_case(text[slice(*zone)])], words, lexicon)
    roster, index = _enrol([run for run in runs if run.sure])
    told = author is not None and any(name_key(p.name) in name_key(author) for p in roster)
    if author and " " in author and not told:
        index[name_key(author)] = len(roster)
        roster = (*roster, Person(name=author))
    places = [n for run in runs if (n := _placed(run, index)) is not None]
    taken = {row for n in (*namings, *places) for row in range(n.first, n.last)}
    places += find_short_mentions(words, zones, [p.name for p in roster], places, taken)
    return roster, tuple(sorted(places, key=lambda n: n.first))


def _runs(words: Words, text: str, zone: Extent, starts: dict[int, Naming], lexicon: Lexicon) -> Iterator[NameRun]:
    rows = words.rows(zone)
    row = rows.start
    while row < rows.stop:
        if row in starts:
            row = starts[row].last
            continue
        if office := role_at(words, row, lexicon):
            row = office
            continue
        last = run_end(words, row, rows.stop, starts, lexicon)
        if last > row:
            yield from _judged(words, text, row, last, starts, lexicon, rows)
        row = max(last, row + 1)


def _begins_with_initials(parts: Sequence[str]) -> bool:
    """`NHSA Budget Notes`: the initials of a body before two further words, not a family name in capitals."""
    families = read_data("names")["family_first"]
    first = parts[0]
    short = 2 < len(first) < 6 and first.isupper() and first.capitalize() not in families
    return short and len(parts) > 2 and all(p.isalpha() and not p.isupper() for p in parts[1:])


def _judged(
    words: Words, text: str, first: int, last: int, starts: dict[int, Naming], lexicon: Lexicon, rows: range
) -> Iterator[NameRun]:
    """Yield the run when something beside it says that it is a person's name."""
    lists = read_data("names")
    parts = words.text[first:last]
    if (
        parts[-1] in lists["organisation"]
        or parts[-1] in lists["things"]
        or all(p.isupper() and len(p) > 3 for p in parts)
        or _begins_with_initials(parts)
    ):
        return
    alone = last - first == 1 and parts[0] not in lists["family_first"]
    if words.lower[last - 1] in word_class("offices") or (alone and words.lower[first] in lexicon.roles):
        return
    role = role_before(words, text, first, last, starts, lexicon)
    if last - first > 1 and (role is None or role.title_only):
        role = role_after(words, text, last, rows.stop, starts, lexicon) or role
    role = _of_state(role, words, last, starts)
    if role is not None and "opposition" in role.words.lower().split():
        role = replace(role, standing="outside", actor=None)
    says = last - first > 1 and (_says_after(words, last, lexicon) or _says_before(words, first))
    given = len(parts) == 4 and parts[2] == "-" and parts[3].islower() and parts[0] in lists["family_first"]
    owned = _owned(words, first, starts)
    if last - first == 1 or says:
        role = role or owned
    if role is not None and owned is not None and role.office in word_class("kin"):
        role = replace(role, standing="official", actor=owned.actor)
    full = last - first > 1
    told = _aged(words, last) or _told_who(words, last) or words.lower[first - 2 : first] == ("government", "of")
    sure = role is not None or says or given or (full and told)
    yield NameRun(first=first, last=last, text=text[words.start[first] : words.end[last - 1]], role=role, sure=sure)


def _of_state(role: Role | None, words: Words, last: int, starts: dict[int, Naming]) -> Role | None:
    """`President Ana Ruiz |of Peru|`: an office before the name whose state stands behind it."""
    if role is None or role.actor is not None or role.standing != "official" or words.lower[last : last + 1] != ("of",):
        return role
    named = starts.get(last + 1 + (words.lower[last + 1 : last + 2] == ("the",)))
    plainly = named is not None and named.form in ("name", "body", "direction") and named.actor is not None
    return replace(role, actor=named.actor) if named is not None and plainly else role


def _told_who(words: Words, row: int) -> bool:
    """`, who studies`, `, a former planner who`: only a person is followed by `who`, in the apposition or at once."""
    if words.text[row : row + 1] != (",",):
        return False
    apposed = words.lower[row + 1 : row + 2] in (("a",), ("an",), ("the",))
    for word in words.lower[row + 1 : row + (8 if apposed else 2)]:
        if word in ("who", "whose"):
            return True
        if word in (",", ".", "and", "for"):
            return False
    return False


def _aged(words: Words, row: int) -> bool:
    """`, 51,` right after a name: an age, which only a person has."""
    age = words.text[row + 1 : row + 2]
    return (
        words.text[row : row + 3 : 2] in ((",", ","), (",", ".")) and bool(age) and age[0].isdigit() and len(age[0]) < 3
    )


def _owned(words: Words, row: int, starts: dict[int, Naming]) -> Role | None:
    """`Peru’s Boluarte said`: a state directly before the name."""
    if row < 3 or words.lower[row - 1] != "s" or words.text[row - 2] not in "'’":
        return None
    for naming in starts.values():
        if naming.last == row - 2 and naming.form in ("name", "capital"):
            return Role(words="", office="", standing="official", actor=naming.actor, title_only=True)
    return None


def _recurring(runs: Sequence[NameRun], words: Words, lexicon: Lexicon) -> list[NameRun]:
    """Take a full name for sure whose last word comes back alone as an actor (`Rosa Lind ... Lind has`)."""
    alone: dict[str, int] = {}
    for run in runs:
        before = words.lower[run.first - 1] if run.first else ""
        if run.last - run.first == 1 and before not in ("the", "in", "at", "of", "from", "near", "to", "a"):
            alone[run.text] = alone.get(run.text, 0) + 1
    out = []
    for run in runs:
        full = run.last - run.first > 1 and not run.sure
        again = full and any(alone.get(short, 0) > 1 and not short.isupper() for short in short_forms(run.text))
        initials = run.text.isupper() and len(run.text) < 6
        again = again or (not initials and alone.get(run.text, 0) > 2 and _says_after(words, run.last, lexicon))
        out.append(replace(run, sure=True) if again else run)
    return out


def _says_after(words: Words, row: int, lexicon: Lexicon) -> bool:
    while row < len(words) and words.lower[row] in ("also", "has", "had", "then", "later", "simply", "reportedly"):
        row += 1
    return row < len(words) and lexicon.verbs.get(words.lower[row]) in SAYING and words.lower[row] != "reports"


def _says_before(words: Words, row: int) -> bool:
    before = words.lower[row - 1] if row else ""
    for verb in range(row - 2, max(0, row - 6), -1):
        if words.lower[verb] in word_class("inverting") and words.text[verb - 1] in ",\"”’'":
            return True
        if words.text[verb] in '.,;:"“”':
            break
    return before in word_class("inverting") or (before == "to" and row > 1 and words.lower[row - 2] == "according")


def _enrol(runs: Sequence[NameRun]) -> tuple[tuple[Person, ...], dict[str, int]]:
    """Merge the runs into persons; a run of one word joins the longer name it is part of."""
    people: list[Person] = []
    index: dict[str, int] = {}
    for run in sorted(runs, key=lambda r: (len(r.text.split()) < 2, r.first)):
        number = index.get(name_key(run.text))
        if number is None and len(run.text.split()) == 1:
            number = next((i for i, p in enumerate(people) if run.text in short_forms(p.name)), None)
        if number is None:
            number = len(people)
            people.append(Person(name=run.text))
        index[name_key(run.text)] = number
        people[number] = _learned(people[number], run.role)
    return tuple(people), index


def _learned(person: Person, role: Role | None) -> Person:
    """The person with what a further mention tells; the first telling of each thing stands."""
    if role is None:
        return person
    vague = person.role is None or person.title_only
    if (vague and not (role.title_only and person.role)) or (
        person.actor is None and role.actor is not None and person.standing != "outside"
    ):
        return replace(
            person,
            role=role.words or person.role,
            standing=role.standing,
            actor=role.actor or person.actor,
            office=role.office or person.office,
            affiliation=role.affiliation or person.affiliation,
            title_only=role.title_only,
            possessed=role.possessed,
            owner=role.owner,
        )
    return person


def _placed(run: NameRun, index: dict[str, int]) -> Naming | None:
    number = index.get(name_key(run.text)) if run.sure or run.last - run.first > 1 else None
    return None if number is None else Naming(first=run.first, last=run.last, actor=None, form="person", person=number)
