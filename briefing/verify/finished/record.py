"""A finished file as the check sees it, whatever its format."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import UnreadableSource, UnsupportedFormat

RECORD = ("briefing-lines", "briefing-evidence", "briefing-sources")
"""Names under which writers keep the record; each holds words divided by spaces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """What a finished file says and what it keeps about itself."""

    lines: tuple[str, ...]
    """The printed lines as they stand in the file now."""
    record: dict[str, tuple[str, ...]]
    """By the names of `RECORD`; empty where the file keeps none (it was made or converted by another program)."""
    expected: tuple[str, ...] = ()
    """What a file of this format must say around its lines, if its record has it."""
    said: tuple[tuple[str, str], ...] = ()
    """What stands around the lines: a name (`title`, `footer`) and the words; without words it is left out."""
    contents: tuple[tuple[str, ...], ...] = ()
    """Tables of contents and the like: each repeats headings in their order."""
    spaced: bool = True
    """Whether the lines hold the spaces that were written; in a PDF they are guessed from distances."""
    made: str | None = None
    """The digest of all bytes, where another program that only saves the file anew would change it."""


_READERS = {".docx": "word", ".pdf": "pdf", ".html": "page", ".htm": "page", ".md": "markdown"}


def read_finished(path: Path) -> Finished:
    """Read a finished briefing; UnsupportedFormat or UnreadableSource say what is wrong with it."""
    module = _READERS.get(path.suffix.lower())
    if module is None:
        raise UnsupportedFormat(
            "is no briefing that can be checked", where=str(path), hint="give a .json, .docx, .pdf, .md or .html"
        )
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableSource(f"cannot be read: {error.strerror}", where=str(path)) from error
    reader = importlib.import_module(f"briefing.verify.finished.{module}")
    finished: Finished = reader.read(data, str(path))
    return finished


def split_record(kept: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """Return the kept strings of `RECORD` as words; other keys are dropped."""
    return {name: tuple(kept[name].split()) for name in RECORD if kept.get(name)}
