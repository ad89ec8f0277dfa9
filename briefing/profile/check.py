"""Check a table of settings against the dataclass it fills and tell every fault at once."""

from __future__ import annotations

import dataclasses
import difflib
import types
import typing
from collections.abc import Mapping
from typing import Any, TypeVar

Problems = list[str]
Filled = TypeVar("Filled")


def fill(kind: type[Filled], table: Mapping[str, Any], problems: Problems, where: str = "") -> Filled | None:
    """Return `kind` filled from `table`; faults go to `problems` with their key, and the default stands in."""
    hints = typing.get_type_hints(kind)
    fields = dataclasses.fields(kind)  # type: ignore[arg-type]  # every caller gives a dataclass
    names = {f.name for f in fields}
    problems.extend(_unknown(key, names, where) for key in table if key not in names)
    values = {
        name: _value(hints[name], value, problems, f"{where}{name}") for name, value in table.items() if name in names
    }
    missing = [f.name for f in fields if _required(f) and f.name not in table]
    problems.extend(f"{where}{name} is missing" for name in missing)
    given = {name: value for name, value in values.items() if value is not _FAULT}
    if any(_required(f) and f.name not in given for f in fields):
        return None
    return kind(**given)


_FAULT = object()


def _required(field: dataclasses.Field[Any]) -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def _unknown(key: str, names: set[str], where: str) -> str:
    near = difflib.get_close_matches(key, sorted(names), n=1, cutoff=0.5)
    advice = f"did you mean {where}{near[0]}?" if near else f"known are {', '.join(sorted(names))}"
    return f"unknown key {where}{key}: {advice}"


def _value(hint: Any, value: Any, problems: Problems, where: str) -> Any:
    origin = typing.get_origin(hint)
    if origin is types.UnionType or origin is typing.Union:
        options = [a for a in typing.get_args(hint) if a is not type(None)]
        return _value(options[0], value, problems, where)
    if origin is typing.Literal:
        return _choice(typing.get_args(hint), value, problems, where)
    if origin is tuple:
        return _sequence(hint, value, problems, where)
    if origin is dict:
        return _lists(value, problems, where)
    if dataclasses.is_dataclass(hint):
        return _table(typing.cast(type, hint), value, problems, where)
    return _plain(hint, value, problems, where)


def _choice(options: tuple[Any, ...], value: Any, problems: Problems, where: str) -> Any:
    if value in options:
        return value
    near = difflib.get_close_matches(str(value), [str(o) for o in options], n=1)
    advice = f"did you mean {near[0]!r}?" if near else f"it is one of {', '.join(map(str, options))}"
    problems.append(f"{where} cannot be {value!r}: {advice}")
    return _FAULT


def _sequence(hint: Any, value: Any, problems: Problems, where: str) -> Any:
    inner = typing.get_args(hint)[0]
    if not isinstance(value, list):
        problems.append(f"{where} is a list, not {_kind_of(value)}")
        return _FAULT
    found = [_value(inner, v, problems, f"{where}[{n}]") for n, v in enumerate(value, 1)]
    return tuple(v for v in found if v is not _FAULT and v is not None)


def _lists(value: Any, problems: Problems, where: str) -> Any:
    """Return a table of lists of texts, such as groups of addresses."""
    if not isinstance(value, Mapping):
        problems.append(f"{where} is a table, not {_kind_of(value)}")
        return _FAULT
    return {key: _texts(inner, problems, f"{where}.{key}") for key, inner in value.items()}


def _texts(value: Any, problems: Problems, where: str) -> list[str]:
    found = _sequence(tuple[str, ...], value, problems, where)
    return [] if found is _FAULT else list(found)


def _table(kind: type, value: Any, problems: Problems, where: str) -> Any:
    if isinstance(value, Mapping):
        return fill(kind, value, problems, f"{where}.")
    problems.append(f"{where} is a table, not {_kind_of(value)}")
    return _FAULT


def _plain(kind: type, value: Any, problems: Problems, where: str) -> Any:
    fits = isinstance(value, kind) and not (kind is int and isinstance(value, bool))
    if fits or (kind is float and isinstance(value, int)):
        return value
    problems.append(f"{where} is {_NAMES.get(kind, kind.__name__)}, not {_kind_of(value)}")
    return _FAULT


_NAMES = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}


def _kind_of(value: Any) -> str:
    known = {list: "a list", dict: "a table", **_NAMES}
    return known.get(type(value), f"{type(value).__name__} {value}")
