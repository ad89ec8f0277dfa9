"""Which state an office without one belongs to: that spoken of beside it, or that the whole text is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefing.analyse.actors.lexicon import read_data, state_codes, word_class
from briefing.analyse.actors.naming import Naming
from briefing.analyse.actors.people import Person
from briefing.analyse.text.words import Words
from briefing.model.findings import Sentence

HEADS = frozenset(
    {
        "president",
        "prime minister",
        "premier",
        "chancellor",
        "leader",
        "king",
        "emir",
        "sultan",
        "supreme leader",
        "head of state",
    }
)
_OF_GOVERNMENT = frozenset({"prime minister", "premier", "chancellor"})
_TITLE_OPENS = 4
"""Words of a title within which the state stands that the text is about."""
_LEADS = 1.5
"""So many times the next state the one is named that a text without such a title is about."""


def can_have(state: str, office: str | None) -> bool:
    """Tell whether a state has such an office: America has no prime minister, only two have a chancellor."""
    lists = read_data("roles")["offices"]
    if office == "chancellor":
        return state in lists["chancellor"]
    return office not in ("prime minister", "premier") or state not in lists["no_prime_minister"]


def rivals_in_office(one: str | None, other: str | None) -> bool:
    """Tell whether two heads cannot both stand at the top of one state; a president and a premier can."""
    if one not in HEADS or other not in HEADS:
        return False
    return (one in _OF_GOVERNMENT) == (other in _OF_GOVERNMENT) or "leader" in (one, other)


def is_shared(naming: Naming, words: Words) -> bool:
    """Tell whether an institution is named that other states call so too (`Department of Justice`)."""
    name = " ".join(words.text[naming.first : naming.last]).replace(" ' ", "'").replace(" ’ ", "’")
    return naming.form == "national" and name in read_data("bodies")["uncertain"]["names"]


def state_beside(
    person: Person, place: Naming | None, namings: Sequence[Naming], words: Words, sentences: Sequence[Sentence]
) -> str | None:
    """Return the state that the sentence before is about, or for which the person speaks in the first one."""
    if place is None:
        return None
    offset = words.start[place.first]
    at = next((i for i, s in enumerate(sentences) if s.start <= offset < s.end), None)
    if at is None:
        return None
    high = words.at(sentences[at].end)
    return _spoken_for(person, place, namings, words, high) or _led_to(place, at, namings, words, sentences)


def _spoken_for(person: Person, place: Naming, namings: Sequence[Naming], words: Words, high: int) -> str | None:
    """`Prime Minister Osei said that Accra would pay`: a promise or wish is told of one's own state."""
    for row in range(place.last, high - 2):
        if words.lower[row] != "that":
            continue
        named = next((n for n in namings if n.first == row + 1 and n.form in ("name", "capital") and n.actor), None)
        if named is None or named.actor is None or not can_have(named.actor, person.office):
            return None
        verb = next((w for w in words.lower[named.last : named.last + 2] if w.isalpha()), "")
        return named.actor if verb in word_class("own_wishes") else None
    return None


def _led_to(
    place: Naming, at: int, namings: Sequence[Naming], words: Words, sentences: Sequence[Sentence]
) -> str | None:
    """`Ghana has gone further. Prime Minister Osei said`: the state that the sentence before is about."""
    low = words.at(sentences[at].start)
    if at == 0 or sentences[at].block != sentences[at - 1].block or place.first - low > 4:
        return None
    if any(low <= n.first < place.first and n.actor for n in namings):
        return None
    subject = words.at(sentences[at - 1].start)
    named = next((n for n in namings if n.first == subject and n.form in ("name", "capital") and n.actor), None)
    goes_on = named is not None and words.lower[named.last] in word_class("auxiliaries") | {","}
    return named.actor if named is not None and goes_on else None


def theme_state(
    person: Person, people: Sequence[Person], namings: Sequence[Naming], words: Words, sentences: Sequence[Sentence]
) -> str | None:
    """Return the state that a text is about (`President Diaz` in one on Peru), where no head of it is known.

    It opens the title and is named most, or is named much more than any other. Institutions of another state in a
    text that names none of its own speak against it.
    """
    states = [n for n in namings if n.actor in state_codes()]
    ranked = [*Counter(n.actor for n in states).most_common(2), (None, 0), (None, 0)]
    theme, most = ranked[0]
    if theme is None or not (_opens(theme, states, words, sentences) or most >= _LEADS * ranked[1][1]):
        return None
    seats = {n.actor for n in states if n.form in ("seat", "national") and not is_shared(n, words)}
    held = any(p.actor == theme and rivals_in_office(p.office, person.office) for p in people)
    known = theme in seats or not seats
    return theme if known and not held and can_have(theme, person.office) and person.standing == "official" else None


def _opens(theme: str, states: Sequence[Naming], words: Words, sentences: Sequence[Sentence]) -> bool:
    head = words.at(sentences[0].start) if sentences else 0
    return bool(states) and states[0].actor == theme and states[0].first < min(head, _TITLE_OPENS)
