"""The order of the stages, and nothing else: read, analyse, assemble, prove, render, write, move into place."""

from __future__ import annotations

import dataclasses
import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from briefing import __version__, each
from briefing.analyse import settle
from briefing.assemble import assemble, excerpt, prove
from briefing.each import Memory, analyse_one, analysis_version, find_all, keep_grown, lexicon_of
from briefing.errors import InputError, NothingToSay, UsageError, VerificationError
from briefing.executor import Executor, InProcess
from briefing.model.briefing import Briefing
from briefing.model.document import Diagnostic, Document, Reading
from briefing.model.findings import Analysis
from briefing.model.library import Fetched, cards_of, fetched
from briefing.model.seals import sealed
from briefing.model.sketch import Sketch
from briefing.outputs import write_run
from briefing.plugins import faults
from briefing.profile import Profile
from briefing.read import find_duplicates, read_sources
from briefing.read.sources import Shelf
from briefing.schema import from_json, to_json

Say = Callable[[str], None]
"""Tells a person what is being done; the result never depends on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to build from what."""

    sources: tuple[Path, ...]
    profile: Profile
    as_of: str | None = None
    strict: bool = False
    ocr: bool = False
    templates: Path | None = None
    previous: Briefing | None = None
    """The briefing to tell the changes from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A proven briefing with the documents it rests on."""

    briefing: Briefing
    documents: Sequence[Document]


def build(
    request: Request,
    out: Path,
    *,
    executor: Executor | None = None,
    memory: Memory | None = None,
    say: Say = lambda _: None,
) -> tuple[Built, tuple[Path, ...]]:
    """Make the briefing and write it to the folder `out`; return it and the paths written."""
    built = compose(request, executor=executor, memory=memory, say=say)
    say("writing")
    files = export(built, request)
    return built, write_run(out, files, about(built, request))


def compose(
    request: Request,
    *,
    executor: Executor | None = None,
    memory: Memory | None = None,
    say: Say = lambda _: None,
) -> Built:
    """Read, analyse and assemble; the result is proven against its sources."""
    say("reading")
    reading = read(request, memory)
    say(f"analysing {len(reading.documents)} documents")
    found = find_all(reading.documents, request.profile.actors, executor or InProcess(), memory)
    say("assembling")
    made = brief(request, reading, found.analyses, found.sketches)
    if memory:
        keep_grown(reading.documents, request.profile.actors, found.sketches, memory)
    return Built(briefing=made, documents=reading.documents)


def read(request: Request, shelf: Shelf | None = None) -> Reading:
    """Read the sources; InputError when none of them gives text, or one fails under `strict`."""
    reading = read_sources(request.sources, ocr=request.ocr, shelf=shelf)
    failed = [d for d in reading.diagnostics if d.severity == "error"]
    if not reading.documents:
        raise _no_documents(request, failed)
    if failed and request.strict:
        raise InputError(failed[0].message, where=failed[0].where, hint=failed[0].hint)
    return dataclasses.replace(reading, diagnostics=(*reading.diagnostics, *faults()))


def _no_documents(request: Request, failed: Sequence[Diagnostic]) -> InputError:
    if len(failed) == 1:
        return InputError(failed[0].message, where=failed[0].where, hint=failed[0].hint)
    where = ", ".join(p.name or str(p) for p in request.sources)
    if failed:
        causes = "; ".join(f"{d.where}: {d.message}" for d in failed[:5])
        return InputError(f"none of {len(failed)} files can be read: {causes}", where=where)
    return InputError("no document found", where=where, hint="name files or a folder that holds some")


def extract_all(request: Request, executor: Executor | None = None) -> Iterator[bytes]:
    """Yield who says what in each document that can be read, as a line of JSON."""
    return each.extract_all(read(request).documents, request.profile.actors, executor or InProcess())


def stage(request: Request, name: str) -> Any:
    """Return the value of the stage `document`, `findings`, `briefing` or `blocks`."""
    if name == "document":
        return tuple(read(request).documents)
    if name == "findings":
        documents = read(request).documents
        return tuple(analyse_one(request.profile.actors, document) for document in documents)
    briefing = compose(request).briefing
    if name == "briefing":
        return briefing
    from briefing.render import render

    short = excerpt(briefing, request.profile.length)
    return tagged(render(short, request.profile, templates=request.templates).pages)


def tagged(value: Any) -> Any:
    """Return dataclasses as tables that name their type: blocks are told apart by it."""
    if dataclasses.is_dataclass(value):
        fields = {f.name: tagged(getattr(value, f.name)) for f in dataclasses.fields(value)}
        return {"type": type(value).__name__, **fields}
    if isinstance(value, tuple):
        return [tagged(v) for v in value]
    return value


def brief(
    request: Request, reading: Reading, analyses: Sequence[Analysis], sketches: Mapping[str, Sketch] | None = None
) -> Briefing:
    """Assemble and prove; NothingToSay under `strict` when no section holds anything."""
    documents, profile = reading.documents, request.profile
    duplicates = find_duplicates(documents, prefer=profile.prefer, sketches=sketches)
    for sketch in (sketches or {}).values():
        sketch.shed()
    briefing = assemble(
        documents,
        settle(analyses),
        profile,
        as_of=as_of(request, documents),
        duplicates=duplicates,
        diagnostics=reading.diagnostics,
        lexicon=lexicon_of(profile.actors),
        sketches=sketches,
    )
    if request.previous is not None:
        briefing = _with_changes(briefing, request.previous)
    prove(briefing, documents)
    if not (briefing.key_points or briefing.positions or briefing.quotes):
        briefing = _empty(briefing, strict=request.strict)
    return sealed(briefing)


def _empty(briefing: Briefing, *, strict: bool) -> Briefing:
    """Return a briefing that holds nothing with a warning that says why; NothingToSay under `strict`."""
    if strict:
        raise NothingToSay("the sources carry nothing for this briefing", hint="leave out --strict to write it anyway")
    why = "the sources carry nothing for this briefing"
    hint = None
    if not any(source.analysed for source in briefing.sources):
        why, hint = "no source is used", "they are in another language, or left out by since, until or drop"
    said = Diagnostic(severity="warning", where=briefing.profile, message=why, hint=hint)
    return dataclasses.replace(briefing, diagnostics=(*briefing.diagnostics, said))


def _with_changes(briefing: Briefing, previous: Briefing) -> Briefing:
    from briefing.diff import compare

    return dataclasses.replace(briefing, changes=compare(previous, briefing))


def as_of(request: Request, documents: Sequence[Document]) -> str:
    """Return the date of the briefing: as told, else SOURCE_DATE_EPOCH, else the latest of its documents.

    The clock is never asked. Without any date the briefing is `undated`.
    """
    if request.as_of:
        return _day(request.as_of)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    dates = [card.metadata.published for card in cards_of(documents) if card.metadata.published]
    return max((d for d in dates if len(d) == 10), default=max(dates, default="undated"))


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise UsageError(f"{text!r} is no date", where="--as-of", hint="write it as 2024-10-24") from error


def export(built: Built, request: Request) -> Fetched[bytes]:
    """Return the files of the run by name: the briefing in every format asked for, and the text of each source."""
    from briefing.figures import draw
    from briefing.render import render
    from briefing.write import writers
    from briefing.write.printable import printable_pages

    profile, briefing = request.profile, built.briefing
    files = {"briefing.json": _checked_json(briefing)} if "json" in profile.formats else {}
    formats = [f for f in profile.formats if f != "json"]
    if formats:
        rendering = render(
            excerpt(briefing, profile.length), profile, templates=request.templates, draw=draw, tidy=printable_pages
        )
        known = writers()
        files |= {f"briefing{known[f].suffix}": known[f].write(rendering.pages, rendering.theme) for f in formats}
        for beside in (known[f].beside for f in formats):
            files |= beside(rendering.pages, rendering.theme) if beside is not None else {}
    return fetched(files) | source_texts(built)


def _checked_json(briefing: Briefing) -> bytes:
    """Return the briefing as JSON; that it reads back equal holds it to the types that the schema is made from."""
    data = to_json(briefing)
    if from_json(data, Briefing) != briefing:
        raise VerificationError("briefing.json does not read back as the briefing")
    return data


def source_texts(built: Built) -> Fetched[bytes]:
    """Return the text of every listed source as `sources/S1.txt`: offsets of the evidence point into it."""
    places = {card.path: number for number, card in enumerate(cards_of(built.documents))}
    listed = [s for s in built.briefing.sources if s.path in places]
    return Fetched({f"sources/{s.id}.txt": partial(_text, built.documents, places[s.path]) for s in listed})


def _text(documents: Sequence[Document], number: int) -> bytes:
    return documents[number].text.encode()


def about(built: Built, request: Request) -> dict[str, Any]:
    """Return what the manifest says of the run beside its files."""
    texts = source_texts(built)
    briefing = built.briefing
    return {
        "generator": f"briefing {__version__}",
        "analyser": analysis_version(request.profile.actors),
        "profile": request.profile.name,
        "settings_sha256": settings_hash(request.profile),
        "as_of": briefing.as_of,
        "sources": [_source(s.id, s.path, s.sha256, texts) for s in briefing.sources],
        "diagnostics": [dataclasses.asdict(d) for d in briefing.diagnostics],
    }


def settings_hash(profile: Profile) -> str:
    """Return the SHA-256 of the settings; where a theme or template lies does not count, its name does."""
    names = {key: Path(value).name for key in ("theme", "template") if (value := getattr(profile, key))}
    return hashlib.sha256(to_json({**dataclasses.asdict(profile), **names})).hexdigest()


def _source(identity: str, path: str, sha256: str, texts: Mapping[str, bytes]) -> dict[str, str]:
    name = f"sources/{identity}.txt"
    text = {"text": name, "text_sha256": hashlib.sha256(texts[name]).hexdigest()} if name in texts else {}
    return {"id": identity, "path": path, "sha256": sha256, **text}
