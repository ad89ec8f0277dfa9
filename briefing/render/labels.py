"""Labels of a language from the TOML files of a template set."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import Any

from briefing.errors import TemplateError
from briefing.model.labels import Labels
from briefing.profile import Profile
from briefing.render.locate import TemplateSet, find_set, shipped_folder

_TABLES = tuple(field.name for field in fields(Labels) if field.name != "locale")
_AMERICAN = "american"
Tables = dict[str, dict[str, str]]


def labels_for(profile: Profile, *, templates: Path | None = None) -> Labels:
    """Load the labels in the language and spelling of `profile`, with what its template set changes."""
    return load_labels(find_set(profile.template, templates), profile.language, profile.spelling)


def load_labels(chosen: TemplateSet, language: str, spelling: str) -> Labels:
    """Load `labels.<language>.toml` of a set over the shipped ones; every fault of a file is told at once."""
    american = spelling == "american" and language == "en"
    tables: Tables = {}
    for path in chosen.find_all(f"labels.{language}.toml"):
        _overlay(tables, _read(path), american)
    if not tables:
        raise TemplateError(f"no labels for the language {language!r}", hint="add labels.<language>.toml to the set")
    locale = {"en": "en_US" if american else "en_GB", "ko": "ko_KR"}.get(language, language)
    return Labels(locale=locale, **{name: MappingProxyType(tables.get(name, {})) for name in _TABLES})


def problems_of(tables: Mapping[str, Any], reference: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is wrong with a label file: unknown keys, values that are no words, unfilled placeholders."""
    for name, table in tables.items():
        if name == _AMERICAN and isinstance(table, dict):
            yield from problems_of(table, reference)
        elif name not in reference or not isinstance(table, dict):
            yield f"unknown table [{name}]{_near(name, reference)}"
        else:
            yield from _table_problems(name, table, reference[name])


def _table_problems(name: str, table: Mapping[str, Any], reference: Mapping[str, Any]) -> Iterator[str]:
    for key, words in table.items():
        if key not in reference:
            yield f"unknown key {name}.{key}{_near(key, reference)}"
        elif not isinstance(words, str) or not words.strip():
            yield f"{name}.{key} must be words in quotation marks"
        elif _placeholders(words) - _placeholders(reference[key]):
            odd = ", ".join(sorted(_placeholders(words) - _placeholders(reference[key])))
            yield f"{name}.{key} has a placeholder that is never filled: {odd}"


def reference_tables() -> Mapping[str, Any]:
    """Return the tables of the shipped English labels, which name every key there is."""
    tables = tomllib.loads((shipped_folder() / "standard" / "labels.en.toml").read_text(encoding="utf-8"))
    return {name: table for name, table in tables.items() if name != _AMERICAN}


def _read(path: Path) -> dict[str, Any]:
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TemplateError(f"the labels cannot be read: {error}", where=path.name) from error
    problems = tuple(problems_of(tables, reference_tables()))
    if problems:
        raise TemplateError("; ".join(problems), where=path.name)
    return tables


def _overlay(tables: Tables, added: Mapping[str, Any], american: bool) -> None:
    layers = [added, added.get(_AMERICAN, {})] if american else [added]
    for layer in layers:
        for name, table in layer.items():
            if name != _AMERICAN:
                tables.setdefault(name, {}).update(table)


def _placeholders(words: str) -> set[str]:
    try:
        return {name for _, name, _, _ in string.Formatter().parse(words) if name is not None}
    except ValueError:
        return {words}


def _near(name: str, known: Mapping[str, Any]) -> str:
    near = get_close_matches(name, list(known), n=1)
    return f" (did you mean {near[0]}?)" if near else ""
