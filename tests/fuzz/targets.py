"""What is fuzzed: functions that take any bytes and may fail with a `BriefingError` only."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

from briefing.errors import BriefingError
from briefing.model.blocks import Pages, PagesMeta
from briefing.model.theme import Theme
from briefing.profile.load import parse_profile
from briefing.read import Limits, read_bytes
from briefing.render.parse import parse_markdown
from briefing.write import WRITERS

Target = Callable[[bytes], None]
LIMITS = Limits()
META = PagesMeta(title="T", language="en", as_of="2025-01-01")


def _reader(suffix: str) -> Target:
    def read(data: bytes) -> None:
        try:
            documents = read_bytes(f"x{suffix}", data, limits=LIMITS)
        except BriefingError:
            return
        for document in documents:
            for block in document.blocks:
                assert 0 <= block.start <= block.end <= len(document.text)

    return read


def profile(data: bytes) -> None:
    """Load a profile."""
    try:
        parse_profile(data.decode("utf-8", "replace"), where="x", name="x")
    except BriefingError:
        return


def markdown(data: bytes) -> None:
    """Parse Markdown to blocks."""
    try:
        parse_markdown(data.decode("utf-8", "replace"))
    except BriefingError:
        return


def writers(data: bytes) -> None:
    """Parse Markdown and write it in all formats."""
    try:
        blocks, notes = parse_markdown(data.decode("utf-8", "replace"))
        pages = Pages(meta=META, blocks=blocks, notes=notes)
        for writer in WRITERS.values():
            writer.write(pages, Theme())
    except BriefingError:
        return


def finished(data: bytes) -> None:
    """Read a finished file back."""
    from briefing.verify.finished import markdown as md
    from briefing.verify.finished import page, pdf, word

    for module in (md, page, pdf, word):
        try:
            module.read(data, "x")
        except BriefingError:
            continue


READERS = (".txt", ".md", ".html", ".docx", ".pdf", ".eml", ".mbox", ".rss")
TARGETS: Mapping[str, Target] = {
    **{f"read{suffix}": _reader(suffix) for suffix in READERS},
    "profile": profile,
    "markdown": markdown,
    "writers": writers,
    "finished": finished,
}


def seeds(name: str) -> tuple[bytes, ...]:
    """Return well-formed inputs of our own to begin from."""
    texts = {
        "read.txt": b"Title\n\nBUSAN: Norland said on Monday (Mar 3) that \xe2\x80\x9cit will not wait\xe2\x80\x9d.\n",
        "read.md": b"# Title\n\nNorland *said*.\n\n- a\n- b\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
        "read.html": b"<html><head><title>T</title></head><body><article><h1>T</h1><p>Norland said no. " * 2
        + b"</p></article></body></html>",
        "read.docx": _docx(),
        "read.pdf": b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
        "read.eml": b"From: a@example.org\nTo: b@example.org\nSubject: T\nMIME-Version: 1.0\n"
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nNorland said no.\n--x--\n",
        "read.mbox": b"From a@example.org Mon Mar  3 10:00:00 2025\nSubject: T\n\nNorland said no.\n",
        "read.rss": b"<rss version='2.0'><channel><title>T</title><item><title>A</title><description>Norland said no."
        b"</description></item></channel></rss>",
        "profile": b'focus = "KR"\nsections = ["key_points"]\n[limits]\nquotes = 3\n[[actors]]\nname = "SCO"\n',
    }
    markup = (
        b"# T\n\nA `label` *b* [l](#s1) x[^1]\n\n> q\n\n- a\n  - b\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: note\n"
    )
    return (texts.get(name, markup),)


def _docx() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document'
            '.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
            "</Types>",
        )
        package.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        package.writestr(
            "word/document.xml",
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>'
            "Norland said that it will not wait.</w:t></w:r></w:p></w:body></w:document>",
        )
    return buffer.getvalue()
