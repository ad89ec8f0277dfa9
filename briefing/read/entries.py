"""One file's bytes -> its documents: unpacked, read by its format, finished."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.errors import BriefingError, UnreadableSource
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
    try:
        drafts = _drafts(name, data, limits, ocr)
        documents = tuple(
            finish(draft, name, data, number=count if draft.part else None)
            for count, draft in enumerate(drafts, 1)
            if draft.text.strip()
        )
    except (BriefingError, MemoryError):
        raise
    except Exception as fault:
        cause = f"cannot be read: its parser stopped ({type(fault).__name__})"
        raise UnreadableSource(cause, where=name, hint="save it anew from the program it comes from") from fault
    notes = tuple(
        Diagnostic(severity="warning", where=f"{name}/{draft.part}" if draft.part else name, message=note)
        for draft in drafts
        for note in draft.notes
    )
    if not documents:
        raise UnreadableSource("holds no text", where=name, hint=_first(notes) or "leave it out")
    return Entry(documents=documents, diagnostics=notes + _unreadable_language(documents))


def _drafts(name: str, data: bytes, limits: Limits, ocr: bool) -> tuple[Draft, ...]:
    inner, plain = unpack(name, data, limits)
    read = reader_for(inner, plain, ocr=ocr)(inner, plain, limits)
    return read if isinstance(read, tuple) else (read,)


def _first(notes: tuple[Diagnostic, ...]) -> str | None:
    return notes[0].message if notes else None


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
