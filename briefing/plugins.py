"""What other distributions add by entry points: readers, analysers, writers, template sets.

| group | name | object |
|---|---|---|
| `briefing.readers` | a suffix without its dot (`odt`) | `(name, data, limits) -> Draft`, as ours in `read` |
| `briefing.analysers` | any | `(document, analysis, lexicon) -> Analysis`, applied after ours in the order of names |
| `briefing.writers` | a format (`odt`) | a `briefing.write.Writer` |
| `briefing.templates` | a set | a package whose folder is the set |

One of a built-in's name replaces it; `briefing plugins` says so. One that cannot be loaded is told and left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from briefing.model.document import Diagnostic

GROUPS = ("briefing.readers", "briefing.analysers", "briefing.writers", "briefing.templates")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugin:
    """An installed addition; `value` is None where it cannot be loaded, `fault` says why."""

    group: str
    name: str
    distribution: str
    value: Any = None
    fault: str | None = None


@cache
def installed(group: str) -> tuple[Plugin, ...]:
    """Return what is installed for the group, by name."""
    return tuple(_loaded(point) for point in sorted(entry_points(group=group), key=lambda p: (p.name, p.value)))


def _loaded(point: EntryPoint) -> Plugin:
    source = f"{point.dist.name} {point.dist.version}" if point.dist else "unknown"
    try:
        value = point.load()
    except Exception as error:  # whatever a stranger's module does at import is its fault, not the user's
        fault = f"{type(error).__name__}: {error}"
        return Plugin(group=point.group, name=point.name, distribution=source, fault=" ".join(fault.split()))
    return Plugin(group=point.group, name=point.name, distribution=source, value=value)


def additions(group: str) -> dict[str, Any]:
    """Return the loaded objects of the group by name; where two have one name, the last by value counts."""
    return {p.name: p.value for p in installed(group) if p.fault is None}


def faults() -> tuple[Diagnostic, ...]:
    """Return a diagnostic for each addition that cannot be loaded."""
    return tuple(
        Diagnostic(
            severity="warning",
            where=f"{p.group} {p.name}",
            message=f"cannot be loaded: {p.fault}",
            hint=f"update or remove {p.distribution}",
        )
        for group in GROUPS
        for p in installed(group)
        if p.fault is not None
    )
