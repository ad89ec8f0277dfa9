"""Files and folders -> documents: what is read, under which name, in which order, and what is refused."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from briefing.errors import BriefingError, InputError, UnreadableSource
from briefing.model.document import Diagnostic, Document, Reading
from briefing.model.library import Library
from briefing.program import additions_digest, digest
from briefing.read.entries import Entry
from briefing.read.limits import Limits
from briefing.read.metadata.names import shown
from briefing.read.worker import Worker, worker


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file to read and the name it goes by."""

    name: str
    path: Path
    root: Path
    target: Path
    """What it is in truth, links followed."""


class Shelf(Protocol):
    """Files that were read before."""

    def recall_entry(self, name: str, sha256: str, version: str) -> Entry | None:
        """Return what a file of this name and content held, if it is known."""
        ...

    def keep_entry(self, name: str, sha256: str, version: str, entry: Entry) -> None:
        """Remember what a file held."""
        ...


def read_sources(
    paths: Sequence[Path], *, limits: Limits | None = None, ocr: bool = False, shelf: Shelf | None = None
) -> Reading:
    """Read every file of `paths`, folders with all they hold; the order of `paths` does not matter.

    One bad file costs one diagnostic. Raises `InputError` only where a path does not exist. Files that `shelf` knows
    by name and content are not read again.
    """
    limits = limits or Limits()
    found, refused = _collect(paths)
    faults = list(refused)

    def read() -> Iterator[Document]:
        with worker(limits=limits, ocr=ocr) as reader:
            for source in _named_apart(found):
                entry = _read(source, limits, reader, shelf)
                faults.extend(entry.diagnostics)
                yield from entry.documents

    documents = Library(_ids_apart(read()))
    return Reading(documents=documents, diagnostics=tuple(faults))


def _collect(paths: Sequence[Path]) -> tuple[list[Source], list[Diagnostic]]:
    sources: dict[Path, Source] = {}
    refused: dict[str, Diagnostic] = {}
    for path in sorted(set(paths)):
        if not path.exists():
            raise InputError("no such file or folder", where=shown(str(path)), hint="check the path")
        inside = path.resolve() if path.is_dir() else None
        for source in _walk(path, refused):
            target = source.target
            if inside and not target.is_relative_to(inside):
                name, hint = shown(source.name), "give the file itself if it is wanted"
                refused[name] = _fault(name, "is a link out of the folder given", hint)
            elif target.is_dir():
                continue
            elif target not in sources or len(source.name) < len(sources[target].name):
                sources[target] = source
    return sorted(sources.values(), key=lambda s: (s.name, str(s.path))), [refused[k] for k in sorted(refused)]


def _walk(path: Path, refused: dict[str, Diagnostic]) -> Iterator[Source]:
    """Yield the files and linked folders below `path`; hidden ones are nobody's sources, no link is followed."""

    def refuse(fault: OSError) -> None:
        name = shown(Path(fault.filename).relative_to(path).as_posix())
        refused[name] = _fault(name, f"is a folder that cannot be read: {fault.strerror}", "check its permissions")

    if not path.is_dir():
        yield Source(name=path.name, path=path, root=path.parent, target=path.resolve())
        return
    for folder, folders, files in os.walk(path, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _belongs_to_page(name, files))
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        place = Path(folder).resolve()
        for name in sorted([*files, *links]):
            if not name.startswith("."):
                full = Path(folder) / name
                target = full.resolve() if full.is_symlink() else place / name
                yield Source(name=full.relative_to(path).as_posix(), path=full, root=path, target=target)


def _belongs_to_page(folder: str, files: Sequence[str]) -> bool:
    """Tell the folder of pictures and scripts that a browser saves beside a page."""
    stem = folder.removesuffix("_files")
    return stem != folder and any(name in files for name in (f"{stem}.html", f"{stem}.htm"))


def _named_apart(sources: Sequence[Source]) -> list[Source]:
    """Put the folder's name before names that two folders share, and a number where that is not enough."""
    names = Counter(source.name for source in sources)
    wider = [
        replace(source, name=f"{source.root.resolve().name}/{source.name}") if names[source.name] > 1 else source
        for source in sources
    ]
    seen: dict[str, int] = {}
    apart = []
    for source in wider:
        seen[source.name] = seen.get(source.name, 0) + 1
        count = seen[source.name]
        apart.append(source if count == 1 else replace(source, name=f"{source.name}~{count}"))
    return sorted(apart, key=lambda s: s.name)


def _read(source: Source, limits: Limits, reader: Worker, shelf: Shelf | None) -> Entry:
    name = shown(source.name)
    try:
        data = _bytes(source, name, limits)
        return _known(name, data, reader, shelf) if shelf else reader.read(name, data)
    except BriefingError as fault:
        return Entry(diagnostics=(_fault(name, fault.message, fault.hint),))


def _known(name: str, data: bytes, reader: Worker, shelf: Shelf) -> Entry:
    """Return what the file held when it was read before; what could not be read is tried anew each time."""
    sha256 = hashlib.sha256(data).hexdigest()
    version = _version(ocr=reader.ocr)
    entry = shelf.recall_entry(name, sha256, version)
    if entry is None:
        entry = reader.read(name, data)
        shelf.keep_entry(name, sha256, version, entry)
    return entry


def _version(*, ocr: bool) -> str:
    return f"{digest('read', 'model')}{additions_digest('briefing.readers')}{'+ocr' if ocr else ''}"


def _bytes(source: Source, name: str, limits: Limits) -> bytes:
    try:
        if not source.path.is_file():
            raise UnreadableSource("is not a regular file", where=name, hint="leave it out")
        size = source.path.stat().st_size
        if size > limits.max_bytes:
            raise UnreadableSource(f"is larger than {limits.max_bytes:,} bytes", where=name, hint="split it")
        return source.path.read_bytes()
    except OSError as fault:
        reason = fault.strerror or "cannot be opened"
        raise UnreadableSource(f"cannot be read: {reason}", where=name, hint="check its permissions") from fault


def _fault(name: str, message: str, hint: str | None) -> Diagnostic:
    return Diagnostic(severity="error", where=name, message=message, hint=hint)


def _ids_apart(documents: Iterable[Document]) -> Iterator[Document]:
    """Lengthen the identity of a document whose bytes stand in another file too."""
    seen: dict[str, int] = {}
    for document in documents:
        count = seen[document.id] = seen.get(document.id, 0) + 1
        yield document if count == 1 else replace(document, id=f"{document.id}.{count}")
