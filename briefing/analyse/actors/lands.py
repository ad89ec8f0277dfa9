"""Lands that no list knows: names that own a ministry, a minister, a parliament or an army in the document itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefing.analyse.actors.lexicon import Lexicon, Name, word_class
from briefing.analyse.actors.naming import Naming
from briefing.analyse.actors.owners import Rows, name_behind, name_start
from briefing.analyse.actors.people import Person
from briefing.analyse.actors.spellings import name_key, short_forms
from briefing.analyse.text.words import Words
from briefing.model.findings import Actor

REACH = 4
"""Words between an owner and the head of what it owns (`Norland’s |deputy transport| minister`)."""


def learn_lands(
    words: Words, namings: Sequence[Naming], places: Sequence[Naming], roster: Sequence[Person], lexicon: Lexicon
) -> Lexicon:
    """Return the lexicon with the lands of this document; the same one where it has none."""
    known = [number for number, person in enumerate(roster) if " " in person.name or person.role is not None]
    people = {name_key(short) for n in known for short in (roster[n].name, *short_forms(roster[n].name))}
    starts = {n.first: n for n in (*namings, *(n for n in places if n.person in known))}
    found: dict[str, tuple[str, ...]] = {}
    for first, last in (*_possessors(words, starts, lexicon), *_of_offices(words, starts, lexicon)):
        name = " ".join(words.text[first:last])
        if name_key(name) not in people and not _titled(words, first, lexicon):
            found[name] = words.text[first:last]
    return _with(lexicon, found) if found else lexicon


def _with(lexicon: Lexicon, lands: Mapping[str, tuple[str, ...]]) -> Lexicon:
    actors, states, names = dict(lexicon.actors), dict(lexicon.states), dict(lexicon.names)
    for name, parts in lands.items():
        code = name.lower().replace(" ", "-")
        actors.setdefault(code, Actor(id=code, name=name, kind="state"))
        states.setdefault(code, code)
        known = (Name(words=parts, actor=code, form="name"), *names.get(parts[0], ()))
        names[parts[0]] = tuple(sorted(known, key=lambda n: -len(n.words)))
    return replace(lexicon, actors=actors, states=states, names=names)


def _possessors(words: Words, starts: Mapping[int, Naming], lexicon: Lexicon) -> Iterator[Rows]:
    """`Norland’s transport minister`, `Norland’s parliament`."""
    for row in range(1, len(words) - 2):
        if words.text[row] in "'’" and words.lower[row + 1] == "s" and _owns(words, row + 2):
            first = name_start(words, row, starts, lexicon)
            if first < row:
                yield first, row


def _owns(words: Words, row: int) -> bool:
    """Whether what a state alone has begins at `row`."""
    for at in range(row, min(len(words), row + REACH)):
        if words.lower[at] in word_class("of_states"):
            return True
        if not words.text[at].isalpha() or words.lower[at] in word_class("prepositions"):
            return False
    return False


def _of_offices(words: Words, starts: Mapping[int, Naming], lexicon: Lexicon) -> Iterator[Rows]:
    """`the foreign minister of Norland`; `Minister of Trade` names a field."""
    for row in range(2, len(words) - 2):
        owned = words.lower[row] == "of" and words.lower[row - 1] in word_class("of_states")
        if owned and not _lacks_field(words, row):
            first, last = name_behind(words, row, starts, lexicon)
            if first < last:
                yield first, last


def _lacks_field(words: Words, row: int) -> bool:
    """The `deputy minister |of` what it is for, not of whom; a `prime minister` and a parliament have all fields."""
    fields = word_class("office_words") - {"acting", "assistant", "chief", "deputy", "vice"} | {"prime"}
    return words.lower[row - 1] in ("minister", "ministry") and words.lower[row - 2] not in fields


def _titled(words: Words, first: int, lexicon: Lexicon) -> bool:
    """`Mr Diaz’s minister`, `President Diaz’s minister`."""
    before = first - 1 - (words.text[first - 1 : first] == (".",))
    return before >= 0 and (words.text[before] in lexicon.titles or words.lower[before] in lexicon.roles)
