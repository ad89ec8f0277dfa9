"""The JSON form of values, and the JSON Schema that every `briefing.json` is checked against."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any, TypeVar

import msgspec

from briefing.errors import InputError
from briefing.model.briefing import Briefing

SCHEMA_VERSION = "1"
SCHEMA_FILE = "briefing.schema.json"

Value = TypeVar("Value")


def to_json(value: Any) -> bytes:
    """Return any of our values as indented UTF-8 JSON with a final newline."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"


def from_json(data: bytes, kind: type[Value]) -> Value:
    """Return the value of type `kind` that `to_json` wrote; InputError says what does not fit."""
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"is not the JSON of a {kind.__name__.lower()}: {error}") from error


def briefing_schema() -> dict[str, Any]:
    """Return the JSON Schema as it follows from the types; the shipped file is this."""
    schema = msgspec.json.schema(Briefing)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "briefing.json", **schema}


@cache
def shipped_schema() -> dict[str, Any]:
    """Return the JSON Schema that ships with the package."""
    text = (resources.files("briefing") / "schema" / SCHEMA_FILE).read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def problems_of(data: bytes) -> tuple[str, ...]:
    """Return where a `briefing.json` breaks the shipped schema, each as `path: fault`; empty when it is right."""
    import jsonschema

    validator = jsonschema.Draft202012Validator(shipped_schema())
    faults = sorted(validator.iter_errors(json.loads(data)), key=lambda e: e.json_path)
    return tuple(f"{fault.json_path}: {fault.message}" for fault in faults)
