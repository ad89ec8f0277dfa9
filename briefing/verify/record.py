"""Check a `briefing.json`: its form, its seals, and every item against the words of its sources."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from briefing.assemble.matter import level
from briefing.assemble.prove import derivable
from briefing.errors import InputError
from briefing.model.briefing import Briefing, Evidence, Item, QuoteItem
from briefing.model.items import items_of
from briefing.model.seals import seals_of
from briefing.render.notes import evidence_of
from briefing.schema import from_json, problems_of, to_json
from briefing.verify.report import Finding
from briefing.verify.sources import Texts


def load(path: Path) -> Briefing:
    """Read a `briefing.json`; InputError says what is wrong with it."""
    try:
        data = path.read_bytes()
    except OSError as error:
        hint = "name a run's folder or its briefing.json"
        raise InputError(f"cannot be read: {error.strerror}", where=str(path), hint=hint) from error
    try:
        json.loads(data)
    except ValueError as error:
        raise InputError("is not JSON", where=str(path)) from error
    if problems := problems_of(data):
        raise InputError(f"is no briefing.json: {problems[0]}", where=str(path))
    return from_json(data, Briefing)


def check_record(path: Path, texts: Texts) -> tuple[Finding, ...]:
    """Return what is proven, unchecked or different in a `briefing.json`."""
    briefing = load(path)
    hashes = {s.id: s.sha256 for s in briefing.sources}
    return (*_form(path, briefing), *_seals(briefing), *_evidence(briefing, texts, hashes), *_printed(briefing))


def _form(path: Path, briefing: Briefing) -> Iterator[Finding]:
    """Find what stands in the file beside the briefing, where other programs may read it."""
    if json.loads(path.read_bytes()) != json.loads(to_json(briefing)):
        yield Finding(status="differs", where="the file as a whole", message="holds what no briefing holds, or less")


def _seals(briefing: Briefing) -> Iterator[Finding]:
    if not briefing.seals:
        yield Finding(status="unchecked", where="seals", message="the file keeps no digests of its parts")
        return
    now = seals_of(briefing)
    for name in sorted(now.keys() | briefing.seals.keys()):
        kept = briefing.seals.get(name)
        if kept is None:
            yield Finding(status="differs", where=name, message="was added after the briefing was made")
        elif name not in now:
            yield Finding(status="differs", where=name, message="was taken out after the briefing was made")
        elif now[name] != kept:
            yield Finding(status="differs", where=name, message="was changed after the briefing was made")


def _evidence(briefing: Briefing, texts: Texts, hashes: dict[str, str]) -> Iterator[Finding]:
    for section, item in items_of(briefing):
        for evidence in evidence_of(item):
            yield _passage(f"{section}/{item.id}", evidence, texts.of(evidence.source, hashes.get(evidence.source)))


def _passage(item: str, evidence: Evidence, text: str | None) -> Finding:
    where = f"{item} ({evidence.source}, characters {evidence.start}-{evidence.end})"
    if text is None:
        return Finding(status="unchecked", where=where, message="the source is not among those given")
    there = text[evidence.start : evidence.end]
    if there == evidence.text:
        return Finding(status="proven", where=where)
    return Finding(status="differs", where=where, message=f"the source has “{there[:80]}” there")


def _printed(briefing: Briefing) -> Iterator[Finding]:
    """Check that what is printed follows from its evidence by the permitted cuts and brackets alone."""
    for section, item in items_of(briefing):
        if not _carried(item):
            message = f"its evidence does not say “{item.text[:80]}”"
            yield Finding(status="differs", where=f"{section}/{item.id}", message=message)


def _carried(item: Item) -> bool:
    if not item.evidence:
        return False
    if isinstance(item, QuoteItem):
        return item.text == level(item.evidence[0].text)
    return derivable(item)
