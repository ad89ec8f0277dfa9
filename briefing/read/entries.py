"""One file's bytes -> its documents: unpacked, read by its format, finished."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.errors import UnreadableSource
from briefing.model.document import Diagnostic, Document
from briefing.read.draft import Draft
from briefing.read.finish import finish
from briefing.read.formats import reader_for, unpack
from briefing.read.limits import Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one file gave."""

    documents: tuple[Document, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def read_bytes(name: str, data: bytes, *, limits: Limits | None = None, ocr: bool = False) -> tuple[Document, ...]:
    """Read one file in the calling process; raises `InputError` where it cannot be used."""
    return read_entry(name, data, limits=limits or Limits(), ocr=ocr).documents


def read_entry(name: str, data: bytes, *, limits: Limits, ocr: bool = False) -> Entry:
    """Read one file with the recoverable faults its reader noted."""
    if not data.strip():
        raise UnreadableSource("is empty", where=name, hint="leave it out or save it again")
    inner, plain = unpack(name, data, limits)
    read = reader_for(inner, plain, ocr=ocr)(inner, plain, limits)
    drafts = read if isinstance(read, tuple) else (read,)
    single = isinstance(read, Draft)
    documents = tuple(
        finish(draft, name, data, number=None if single else count) for count, draft in enumerate(drafts, 1)
    )
    notes = tuple(
        Diagnostic(severity="warning", where=document.path, message=note)
        for draft, document in zip(drafts, documents, strict=True)
        for note in draft.notes
    )
    return Entry(documents=documents, diagnostics=notes + _unreadable_language(documents))


def _unreadable_language(documents: tuple[Document, ...]) -> tuple[Diagnostic, ...]:
    return tuple(
        Diagnostic(
            severity="note",
            where=document.path,
            message=f"is in another language ({document.metadata.language}) and was not analysed",
            hint="only English is analysed",
        )
        for document in documents
        if document.metadata.language not in ("en", "und")
    )
