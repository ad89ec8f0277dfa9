"""Digests of a briefing's parts, kept in `briefing.json`, by which an item changed afterwards is recognised.

They show a change, they do not prevent one: whoever recomputes them can hide it from this check, not from the
comparison with the sources.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterator
from typing import Any

import msgspec

from briefing.model.briefing import Briefing

SEAL_LENGTH = 16
_OTHERS = (
    *("title", "as_of", "focus", "bottom_line", "bottom_line_focus", "gaps", "source_base", "silent_actors", "changes"),
    *("schema_version", "language", "profile", "hedge_words", "diagnostics", "left_out"),
)
_ITEMS = ("key_points", "positions", "options", "quotes", "timeline", "unnamed_sources")


def seals_of(briefing: Briefing) -> dict[str, str]:
    """Return a digest for each item and source by its id, and for each other part by its name."""
    return {name: _digest(part) for name, part in _parts(briefing)}


def sealed(briefing: Briefing) -> Briefing:
    """Return the briefing with its seals set."""
    return dataclasses.replace(briefing, seals=seals_of(briefing))


def _parts(briefing: Briefing) -> Iterator[tuple[str, Any]]:
    for section in _ITEMS:
        for item in getattr(briefing, section):
            yield f"{section}/{item.id}", item
    for source in briefing.sources:
        yield f"sources/{source.id}", source
    for number, disagreement in enumerate(briefing.disagreements, 1):
        yield f"disagreements/{number}", disagreement
    for name in _OTHERS:
        yield name, getattr(briefing, name)
    for section in _ITEMS:
        yield f"{section}/order", [item.id for item in getattr(briefing, section)]


def _digest(part: Any) -> str:
    return hashlib.sha256(msgspec.json.encode(part)).hexdigest()[:SEAL_LENGTH]
