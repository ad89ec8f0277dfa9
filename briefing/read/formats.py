"""Which reader takes a file: by its suffix, else by what its bytes say."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import PurePosixPath
from typing import cast

from briefing.errors import UnreadableSource, UnsupportedFormat
from briefing.read.decode import decode, is_binary
from briefing.read.draft import Draft
from briefing.read.limits import Limits

Reader = Callable[[str, bytes, Limits], "Draft | tuple[Draft, ...]"]


def _later(module: str, function: str) -> Reader:
    """Return a reader whose module, and the library behind it, is loaded when it is first used."""

    def read(name: str, data: bytes, limits: Limits) -> Draft | tuple[Draft, ...]:
        reader = cast(Reader, getattr(import_module(f"briefing.read.{module}"), function))
        return reader(name, data, limits)

    return read


TEXT = _later("text", "read_text")
HTML = _later("html", "read_html")
PDF = _later("pdf", "read_pdf")
DOCX = _later("docx", "read_docx")

FORMATS: Mapping[str, Reader] = {
    ".txt": TEXT,
    ".text": TEXT,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".pdf": PDF,
    ".docx": DOCX,
}
"""Suffix -> reader. `.gz` is taken off before looking here."""

MARKUP = re.compile(rb"^\s*(<!doctype html|<html|<head|<body|<!--)", re.IGNORECASE)


def reader_for(name: str, data: bytes) -> Reader:
    """Return the reader of a file; raises `UnsupportedFormat` where neither name nor bytes are known."""
    suffix = PurePosixPath(name).suffix.lower()
    found = FORMATS.get(suffix) or FORMATS.get(sniff(data) or "")
    if found:
        return found
    kind = f"a {suffix} file" if suffix else "a file without a suffix"
    raise UnsupportedFormat(f"{kind} that no reader takes", where=name, hint=f"give it as one of {' '.join(FORMATS)}")


def sniff(data: bytes) -> str | None:
    """Return the suffix that the bytes deserve; None for binary data of no known kind."""
    head = data[:4096]
    if head.lstrip()[:5] == b"%PDF-":
        return ".pdf"
    if head.startswith(b"PK\x03\x04"):
        return ".docx" if b"word/" in data[:65_536] or b"[Content_Types].xml" in head else None
    if MARKUP.match(head.removeprefix(b"\xef\xbb\xbf")):
        return ".html"
    if is_binary(head):
        return None
    return ".txt" if decode(head).strip() else None


def unpack(name: str, data: bytes, limits: Limits) -> tuple[str, bytes]:
    """Take off gzip, as often as it was put on up to three times, within the limits."""
    for _ in range(3):
        if not data.startswith(b"\x1f\x8b"):
            break
        data = _gunzip(name, data, limits)
        name = name.removesuffix(".gz").removesuffix(".GZ")
    return name, data


def _gunzip(name: str, data: bytes, limits: Limits) -> bytes:
    from io import BytesIO

    bound = min(limits.max_unpacked, max(1_000_000, int(len(data) * limits.max_ratio)))
    try:
        with gzip.GzipFile(fileobj=BytesIO(data)) as stream:
            plain = stream.read(bound + 1)
    except (OSError, EOFError, zlib.error) as fault:
        raise UnreadableSource("is a damaged gzip file", where=name, hint="pack it again") from fault
    if len(plain) > bound:
        raise UnreadableSource(
            f"unpacks to more than {bound:,} bytes", where=name, hint="unpack it and leave out the rest"
        )
    return plain
