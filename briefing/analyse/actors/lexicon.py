"""The words the analysis knows: states and bodies by all their names, offices, verbs that report, hedges.

The lists are TOML beside this module; nothing in them names a person or an event.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from briefing.analyse.text.words import read_words
from briefing.model.findings import Actor
from briefing.profile import ActorEntry

NameForm = Literal["name", "adjective", "people", "capital", "seat", "body", "national", "organisation", "outlet"]
Grade = Literal["factive", "say", "claim", "warn", "direct", "stance", "commit", "think", "policy", "phrase"]
SAYING: frozenset[Grade] = frozenset({"factive", "say", "claim", "warn", "direct", "stance", "commit", "phrase"})
"""Grades of verbs by which somebody utters something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One way to name an actor; `actor` is None for an outlet."""

    words: tuple[str, ...]
    actor: str | None
    form: NameForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Everything the finders look up; built once and shared by all documents of a run."""

    actors: Mapping[str, Actor]
    names: Mapping[str, tuple[Name, ...]]
    """By first word, the longest first."""
    states: Mapping[str, str]
    """State of a body or organisation (`KR` of one a profile adds), the state itself for a state."""
    verbs: Mapping[str, Grade]
    """Every form of every reporting verb; two-word verbs with a blank."""
    official: frozenset[str]
    outside: frozenset[str]
    roles: Mapping[str, tuple[tuple[str, ...], ...]]
    """Role nouns as words, by first word, the longest first."""
    former: frozenset[str]
    titles: Mapping[str, tuple[tuple[str, ...], ...]]
    single_state: Mapping[str, str]
    single_body: Mapping[str, str]
    institutions: Mapping[str, tuple[tuple[str, ...], ...]]
    peoples: frozenset[str]
    compound_after: frozenset[str]
    state_organs: frozenset[str]
    hedges: Mapping[str, tuple[tuple[str, ...], ...]]
    judging: Mapping[str, tuple[tuple[str, ...], ...]]
    abbreviations: frozenset[str]
    korean: Mapping[str, str]
    """Hangul names, matched inside words because particles are attached to them."""


@cache
def read_data(name: str) -> dict[str, Any]:
    """Return one of the word lists of this package."""
    return tomllib.loads(files("briefing.analyse").joinpath("data", f"{name}.toml").read_text(encoding="utf-8"))


@cache
def state_codes() -> frozenset[str]:
    """Return the ids of the states that ship; bodies have others."""
    return frozenset(read_data("states"))


@cache
def word_class(name: str) -> frozenset[str]:
    """Return one of the closed classes of words."""
    return frozenset(read_data("grammar")[name])


def load_lexicon(actors: tuple[ActorEntry, ...] = ()) -> Lexicon:
    """Return the lexicon with the actors a profile adds; an entry with a known name or id only adds its aliases."""
    shipped, shipped_names, shipped_states, korean = _shipped()
    known, names, states = dict(shipped), list(shipped_names), dict(shipped_states)
    for entry in actors:
        actor = _entry_actor(entry, known)
        known.setdefault(actor.id, actor)
        states.setdefault(actor.id, entry.state or actor.id)
        form: NameForm = "name" if actor.kind == "state" else "body" if actor.kind == "body" else "organisation"
        names += [_name(alias, actor.id, form) for alias in (entry.name, *entry.aliases)]
    roles, verbs, hedges = read_data("roles"), read_data("verbs"), read_data("hedges")
    return Lexicon(
        actors=known,
        names=_by_first(names),
        states=states,
        verbs=_verb_forms(verbs),
        official=frozenset(roles["official"]),
        outside=frozenset(roles["outside"]),
        roles=_phrases([*roles["official"], *roles["outside"]]),
        former=frozenset(roles["former"]),
        titles=_phrases(roles["titles"]),
        single_state={office: state for state, offices in roles["single_state"].items() for office in offices},
        single_body={office: body for body, offices in roles["single_body"].items() for office in offices},
        institutions=_phrases(roles["groups"]["institution"]),
        peoples=frozenset(roles["groups"]["people"]),
        compound_after=frozenset(roles["compounds"]["after"]),
        state_organs=frozenset(roles["compounds"]["state_organs"]),
        hedges=_phrases(hedges["hedges"]),
        judging=_phrases(hedges["judging"]),
        abbreviations=frozenset(read_data("abbreviations")["words"]),
        korean=korean,
    )


def _entry_actor(entry: ActorEntry, known: Mapping[str, Actor]) -> Actor:
    if entry.id is not None and entry.id in known:
        return known[entry.id]
    for actor in known.values():
        if entry.id is None and actor.name == entry.name:
            return actor
    return Actor(id=entry.id or entry.name.lower().replace(" ", "-"), name=entry.name, kind=entry.kind)


@cache
def _shipped() -> tuple[dict[str, Actor], tuple[Name, ...], dict[str, str], dict[str, str]]:
    """The states and bodies of the word lists."""
    known: dict[str, Actor] = {}
    names: list[Name] = []
    korean: dict[str, str] = {}
    for code, state in read_data("states").items():
        known[code] = Actor(id=code, name=state["name"], kind="state")
        names += _state_names(code, state)
        korean |= dict.fromkeys(state.get("korean", ()), code)
    states = {code: code for code in known}
    bodies = read_data("bodies")
    for section, kind, form in (("international", "body", "body"), ("organisations", "organisation", "organisation")):
        for code, aliases in bodies[section].items():
            known[code] = Actor(id=code, name=aliases[0], kind=kind)  # type: ignore[arg-type]
            names += [_name(alias, code, form) for alias in aliases]  # type: ignore[arg-type]
    for code, aliases in bodies["national"].items():
        names += [_name(alias, code, "national") for alias in aliases]
    names += [_name(alias, None, "outlet") for alias in bodies["outlets"]["names"]]
    for section in ("international", "national", "organisations"):
        for code, aliases in bodies[section].items():
            korean |= {alias: code for alias in aliases if "가" <= alias[0] <= "힣"}
    return known, tuple(names), states, korean


def _state_names(code: str, state: Mapping[str, Any]) -> list[Name]:
    forms: tuple[tuple[str, NameForm], ...] = (
        ("also", "name"),
        ("adjective", "adjective"),
        ("people", "people"),
        ("capital", "capital"),
        ("seat", "seat"),
    )
    out = [_name(state["name"], code, "name")]
    for key, form in forms:
        out += [_name(alias, code, form) for alias in state.get(key, ())]
    return out


def _name(alias: str, actor: str | None, form: NameForm) -> Name:
    return Name(words=read_words(alias).text, actor=actor, form=form)


def _by_first(names: Iterable[Name]) -> dict[str, tuple[Name, ...]]:
    """Group by first word; among names of the same words the form given first wins."""
    out: dict[str, dict[tuple[str, ...], Name]] = {}
    for name in names:
        for words in _apostrophes(name.words):
            out.setdefault(words[0], {}).setdefault(words, Name(words=words, actor=name.actor, form=name.form))
    return {first: tuple(sorted(group.values(), key=lambda n: -len(n.words))) for first, group in out.items()}


def _apostrophes(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The name with a straight and with a curly apostrophe."""
    if not {"'", "’"} & set(words):
        return (words,)
    return tuple(tuple(mark if w in "'’" else w for w in words) for mark in "'’")


def _phrases(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    out: dict[str, set[tuple[str, ...]]] = {}
    for phrase in phrases:
        for words in _apostrophes(read_words(phrase).text):
            out.setdefault(words[0], set()).add(words)
    return {first: tuple(sorted(group, key=lambda w: (-len(w), w))) for first, group in out.items()}


def _verb_forms(verbs: Mapping[str, Mapping[str, list[str]]]) -> dict[str, Grade]:
    out: dict[str, Grade] = {}
    for grade, entries in verbs.items():
        if grade == "phrases":
            out |= {phrase: "phrase" for phrases in entries.values() for phrase in phrases}
            continue
        for base, forms in entries.items():
            for form in (base, *forms):
                out.setdefault(form, grade)  # type: ignore[arg-type]
    return out
