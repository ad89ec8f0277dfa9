"""Which reader takes a file: by its suffix, else by what its bytes say."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import PurePosixPath

from briefing.errors import UnreadableSource, UnsupportedFormat
from briefing.plugins import additions
from briefing.read.decode import decode
from briefing.read.draft import Draft
from briefing.read.limits import Limits

Reader = Callable[[str, bytes, Limits], "Draft | tuple[Draft, ...]"]


def _later(module: str, function: str, **options: bool) -> Reader:
    """Return a reader whose module, and the library behind it, is loaded when it is first used."""

    def read(name: str, data: bytes, limits: Limits) -> Draft | tuple[Draft, ...]:
        reader: Callable[..., Draft | tuple[Draft, ...]] = getattr(import_module(f"briefing.read.{module}"), function)
        return reader(name, data, limits, **options)

    return read


TEXT = _later("text", "read_text")
MARKDOWN = _later("markdown", "read_markdown")
HTML = _later("html.reader", "read_html")
PDF = _later("pdf.reader", "read_pdf")
DOCX = _later("docx.reader", "read_docx")
MAIL = _later("mail.reader", "read_mail")
MAILBOX = _later("mail.reader", "read_mailbox")
FEED = _later("mail.feed", "read_feed")
RECOGNISING: Mapping[Reader, Reader] = {
    PDF: _later("pdf.reader", "read_pdf", ocr=True),
    MAIL: _later("mail.reader", "read_mail", ocr=True),
    MAILBOX: _later("mail.reader", "read_mailbox", ocr=True),
}
"""The readers that may meet pictures of pages, with recognition of their letters."""

FORMATS: Mapping[str, Reader] = {
    ".txt": TEXT,
    ".text": TEXT,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".pdf": PDF,
    ".docx": DOCX,
    ".eml": MAIL,
    ".mbox": MAILBOX,
    ".rss": FEED,
    ".atom": FEED,
}
"""Suffix -> reader. `.gz` is taken off before looking here."""

MARKUP = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,400}?-->\s*)*<(?:!doctype html|html|head|body)\b", re.I | re.DOTALL
)
FEEDS = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
HEADERS = re.compile(
    rb"^(?:(?:Return-Path|Received|Delivered-To|Message-ID|MIME-Version|From|To|Subject|Date|X-[\w-]+):"
    rb"[^\n]*\n(?:[ \t][^\n]*\n)*){2}",
    re.I,
)
DATA = re.compile(r"\.(jsonl?|ndjson|csv|tsv|ya?ml|toml|ini|cfg|conf|css|m?js|ts|py|sh|sql|log|svg|ics|vcf|lock)")
"""Text that is no document; read as one it would put keys and commas into a briefing."""

RICH_TEXT = b"{\\rtf"
FOREIGN = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an old or encrypted Office file",
    RICH_TEXT: "a Rich Text file",
    b"%!PS": "a PostScript file",
    b"-----BEGIN PGP": "an encrypted message",
    b"Rar!": "an archive",
    b"7z\xbc\xaf": "an archive",
}
"""How files begin that hold text no reader of ours reaches."""


def reader_for(name: str, data: bytes, *, ocr: bool = False) -> Reader:
    """Return the reader of a file; raises `UnsupportedFormat` where neither name nor bytes are known."""
    suffix = PurePosixPath(name).suffix.lower()
    added: Reader | None = additions("briefing.readers").get(suffix.removeprefix("."))
    if added is not None:
        return added
    if DATA.fullmatch(suffix):
        raise UnsupportedFormat(f"{suffix} files hold data, not a document", where=name, hint="leave it out")
    found = FORMATS.get(_disguised(suffix, data) or suffix) or FORMATS.get(sniff(data) or "")
    if found:
        return RECOGNISING.get(found, found) if ocr else found
    raise _refusal(name, suffix, data)


def _disguised(suffix: str, data: bytes) -> str | None:
    """Return the true suffix of a PDF under any other name and of a page saved as text."""
    if data.startswith(b"%PDF-"):
        return ".pdf"
    if suffix in (".txt", ".text") and MARKUP.match(data[:4096].removeprefix(b"\xef\xbb\xbf")):
        return ".html"
    return ".rtf" if data.startswith(RICH_TEXT) else None


def _refusal(name: str, suffix: str, data: bytes) -> UnsupportedFormat:
    for mark, kind in FOREIGN.items():
        if data.startswith(mark):
            return UnsupportedFormat(
                f"is {kind}", where=name, hint="save it as .docx, .pdf or .txt, without a password"
            )
    kind = f"{suffix} files" if suffix else "a file without a suffix and of this content"
    return UnsupportedFormat(f"no reader takes {kind}", where=name, hint=f"give it as one of {' '.join(FORMATS)}")


def sniff(data: bytes) -> str | None:
    """Return the suffix that the bytes deserve; None for binary data of no known kind."""
    head = data[:4096].removeprefix(b"\xef\xbb\xbf")
    if b"%PDF-" in head[:1024]:
        return ".pdf"
    if head.startswith(b"PK\x03\x04"):
        return ".docx" if b"word/document" in data else None
    if head.startswith(tuple(FOREIGN)):
        return None
    if MARKUP.match(head):
        return ".html"
    if head.lstrip().startswith(b"<?xml") or FEEDS.match(head.lstrip()):
        return ".rss" if FEEDS.search(head) else None
    if head.startswith(b"From ") and b"\n" in head and HEADERS.match(head.split(b"\n", 1)[1].replace(b"\r", b"")):
        return ".mbox"
    if HEADERS.match(head.replace(b"\r", b"")):
        return ".eml"
    return ".txt" if _is_text(head) else None


def _is_text(head: bytes) -> bool:
    try:
        return bool(decode(head).strip())
    except UnreadableSource:
        return False


def unpack(name: str, data: bytes, limits: Limits) -> tuple[str, bytes]:
    """Take off gzip, as often as it was put on up to three times, within the limits."""
    for _ in range(3):
        if not data.startswith(b"\x1f\x8b"):
            break
        data = _gunzip(name, data, limits)
        name = name.removesuffix(".gz").removesuffix(".GZ")
    return name, data


def _gunzip(name: str, data: bytes, limits: Limits) -> bytes:
    bound = min(limits.max_unpacked, max(1_000_000, int(len(data) * limits.max_ratio)))
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            plain = stream.read(bound + 1)
    except (OSError, EOFError, zlib.error) as fault:
        raise UnreadableSource("is a damaged gzip file", where=name, hint="pack it again") from fault
    if len(plain) > bound:
        raise UnreadableSource(
            f"unpacks to more than {bound:,} bytes", where=name, hint="unpack it and leave out the rest"
        )
    return plain
