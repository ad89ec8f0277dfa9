"""Find every line of a briefing that rests on a source."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import InputError
from briefing.model.briefing import Briefing, Change, SourceEntry
from briefing.model.items import items_of
from briefing.render.notes import evidence_of
from briefing.verify.record import load


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """The lines that rest on one source: section, item id, printed text, start and end of the passage."""

    source: str
    lines: tuple[tuple[str, str, str, int, int], ...]

    def as_text(self) -> str:
        """Return the lines for people."""
        rows = [
            f"{section}/{item} (characters {start}-{end}): {text}" for section, item, text, start, end in self.lines
        ]
        return "\n".join([f"{self.source}: {len(rows)} lines", *rows])

    def as_json(self) -> str:
        """Return the lines for scripts."""
        keys = ("section", "item", "text", "start", "end")
        return json.dumps(
            {"source": self.source, "lines": [dict(zip(keys, r, strict=True)) for r in self.lines]}, ensure_ascii=False
        )


def trace(source: Path, run: Path) -> Trace:
    """Return the lines of the run's briefing that rest on `source`: a file, its name, or an id such as S1."""
    briefing = load(run / "briefing.json" if run.is_dir() else run)
    entry = _entry(source, briefing)
    printed = [(section, item.id, item.text, evidence_of(item)) for section, item in items_of(briefing)]
    printed += [("changes", change.kind, change.text, change.evidence) for change in _changes(briefing)]
    lines = [
        (section, name, text, e.start, e.end)
        for section, name, text, passages in printed
        for e in passages
        if e.source == entry.id
    ]
    return Trace(source=f"{entry.id} {entry.title or entry.path}", lines=tuple(lines))


def _changes(briefing: Briefing) -> tuple[Change, ...]:
    """Return what is told of the time since the last briefing; a dropped line rests on that one's sources."""
    entries = briefing.changes.entries if briefing.changes else ()
    return tuple(change for change in entries if change.kind != "dropped")


def _entry(source: Path, briefing: Briefing) -> SourceEntry:
    names = {str(source), source.name}
    sha256 = hashlib.sha256(source.read_bytes()).hexdigest() if source.is_file() else None
    for entry in briefing.sources:
        if entry.sha256 == sha256 or names & {entry.id, entry.path, Path(entry.path).name}:
            return entry
    known = ", ".join(f"{s.id} {s.path}" for s in briefing.sources[:5])
    known += f" and {len(briefing.sources) - 5} more" if len(briefing.sources) > 5 else ""
    raise InputError("is no source of this briefing", where=str(source), hint=f"its sources are {known}")
