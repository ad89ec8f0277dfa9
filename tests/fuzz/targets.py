"""What is fuzzed: functions that take any bytes and may fail with a `BriefingError` only."""

from __future__ import annotations

import io
import tempfile
import traceback
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from briefing.analyse import Lexicon, analyse, load_lexicon
from briefing.errors import BriefingError
from briefing.model.blocks import Pages, PagesMeta
from briefing.model.theme import Theme
from briefing.profile.load import parse_profile
from briefing.read import Limits, read_bytes
from briefing.render.environment import make_environment, run
from briefing.render.locate import MAIN, TemplateSet
from briefing.render.parse import parse_markdown
from briefing.write import WRITERS

Target = Callable[[bytes], None]
LIMITS = Limits()
META = PagesMeta(title="T", language="en", as_of="2025-01-01")
SLIPS = (AssertionError, AttributeError, LookupError, NameError, RecursionError, TypeError, ZeroDivisionError)


def _reader(suffix: str) -> Target:
    def read(data: bytes) -> None:
        if suffix == ".docx" and not data.startswith(b"PK"):
            data = _docx(data)  # Else every changed byte would be stopped by the package's check sums.
        try:
            documents = read_bytes(f"x{suffix}", data, limits=LIMITS)
        except BriefingError as error:
            _forgive(error)
            return
        for document in documents:
            for block in document.blocks:
                assert 0 <= block.start <= block.end <= len(document.text)

    return read


def _forgive(error: BriefingError) -> None:
    """Raise the slip in our own code that the reader turned into a diagnostic, if it was one."""
    cause = error.__cause__
    if "parser stopped" in error.message and isinstance(cause, SLIPS):
        place = traceback.extract_tb(cause.__traceback__)[-1].filename
        if "/briefing/" in place:
            raise cause


def analysis(data: bytes) -> None:
    """Read a text and analyse it."""
    try:
        documents = read_bytes("x.txt", data[:3000], limits=LIMITS)
    except BriefingError:
        return
    for document in documents:
        analyse(document, _lexicon())


@cache
def _lexicon() -> Lexicon:
    return load_lexicon()


def profile(data: bytes) -> None:
    """Load a profile."""
    try:
        parse_profile(data.decode("utf-8", "replace"), where="x", name="x")
    except BriefingError:
        return


def template(data: bytes) -> None:
    """Read and fill a template; words of the briefing in it may be of any kind a template meets."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / MAIN).write_bytes(data)
        chosen = TemplateSet(name="x", folders=(folder,))
        try:
            parse_markdown(run(make_environment(chosen, {}), chosen, {"text": "a*b", "items": (1, 2), "none": None}))
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

    if data.startswith(b"<w:"):
        data = _docx(data)
    for module in (md, page, pdf, word):
        try:
            module.read(data, "x")
        except BriefingError:
            continue


READERS = (".txt", ".md", ".html", ".docx", ".pdf", ".eml", ".mbox", ".rss")
TARGETS: Mapping[str, Target] = {
    **{f"read{suffix}": _reader(suffix) for suffix in READERS},
    "profile": profile,
    "template": template,
    "markdown": markdown,
    "writers": writers,
    "finished": finished,
    "analysis": analysis,
}
WORDS = (
    *(
        b"\0",
        b"\xff",
        b"\xc3\xa9",
        b"\xe2\x80\x9c",
        b"\xe2\x80\xae",
        b"\xed\xa0\x80",
        b"\r\n\r\n",
        b"&x;",
        b"&#0;",
        b"{{",
    ),
    *(b"{% ", b" %}", b"{{ ", b" }}", b"{% for i in ", b"{% include '", b"{% block a %}", b" | ", b".__class__", b"**"),
    *(
        b"<p>",
        b"</p>",
        b"<table><tr><td>",
        b"<blockquote>",
        b"<!--",
        b"<![CDATA[",
        b"<script>",
        b"<meta name='author' ",
    ),
    *(b"<w:p>", b"<w:r><w:t>", b"<w:tbl><w:tr><w:tc>", b"<w:footnoteReference w:id='1'/>", b"<w:del>", b"<w:vanish/>"),
    *(b"Content-Type: ", b"text/html", b"; charset=", b"Content-Transfer-Encoding: base64", b"=?utf-8?q?", b"\n--x\n"),
    *(
        b"[^1]: ",
        b"](",
        b"```",
        b"| ",
        b"> ",
        b"- ",
        b"1. ",
        b"# ",
        b"---\n",
        b"<item>",
        b"<link>",
        b"<entry>",
        b"<pubDate>",
    ),
    *(
        b" obj<<",
        b"/Type/Page",
        b"/Kids[",
        b"/Contents ",
        b"stream\n",
        b"BT /F 9 Tf (",
        b") Tj ET",
        b"/StructTreeRoot ",
    ),
    *(
        b"MR. NORD: ",
        b"Q ",
        b"(AP) \xe2\x80\x94 ",
        b"Mar. 3, 2025",
        b" said on Monday",
        b"No. ",
        b"By ",
        b"Photo: ",
        b"...",
    ),
)
"""Pieces of the formats, for a fuzzer to put in."""


def seeds(name: str) -> tuple[bytes, ...]:
    """Return well-formed inputs of our own to begin from."""
    texts = {
        "read.txt": b"Title\n\nBUSAN: Norland said on Monday (Mar 3) that \xe2\x80\x9cit will not wait\xe2\x80\x9d.\n",
        "read.md": b"# Title\n\nNorland *said*.\n\n- a\n- b\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
        "read.html": b"<html><head><title>T</title></head><body><article><h1>T</h1><p>Norland said no. " * 2
        + b"</p></article></body></html>",
        "read.pdf": b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 99]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>"
        b">>>>endobj\n4 0 obj<</Length 83>>stream\nBT /F 12 Tf 9 50 Td (Norland said no.) Tj 0 -20 Td (It will not "
        b"wait.) Tj ET\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF",
        "read.eml": b"From: a@example.org\nTo: b@example.org\nSubject: T\nMIME-Version: 1.0\n"
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nNorland said no.\n--x--\n",
        "read.mbox": b"From a@example.org Mon Mar  3 10:00:00 2025\nSubject: T\n\nNorland said no.\n",
        "read.rss": b"<rss version='2.0'><channel><title>T</title><item><title>A</title><description>Norland said no."
        b"</description></item></channel></rss>",
        "profile": b'focus = "KR"\nsections = ["key_points"]\n[limits]\nquotes = 3\n[[actors]]\nname = "SCO"\n',
    }
    if name == "read.docx":
        return (_docx(BODY), BODY)
    if name == "analysis":
        return (texts["read.txt"], TALK)
    if name == "template":
        return (TEMPLATE,)
    if name == "finished":
        return (MARKUP, BODY, *_written())
    return (texts.get(name, MARKUP),)


TEMPLATE = (
    b"{% macro m(x) %}*{{ x | upper }}*{% endmacro %}{% set n = 2 %}# {{ text }}\n\n{% for i in items if i > 0 %}"
    b"- {{ loop.index }} {{ m(i + n * 1.5) }}\n{% else %}none{% endfor %}{# no #}{% if none is none and not n == 3 %}"
    b"{{ items | join(', ') }}{{ items[0] }}{{ {'a': [1, 'b']}.a }}{% endif %}{%- raw %}{{ x }}{% endraw -%}\n"
)
MARKUP = (
    b"# T\n\nA `label` *b* [l](https://example.org) [t](#t) x[^1]\n\n> q\n"
    b"\n- a\n  - b\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: note\n"
)
BODY = (
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>'
    b"Norland said that it will not wait.</w:t></w:r></w:p></w:body></w:document>"
)
TALK = (
    b"BUSAN, March 3, 2025 (AP) \xe2\x80\x94 Norland may recall its envoy, minister Ann Lee said on Monday.\n\n"
    b"\xe2\x80\x9cWe will not wait,\xe2\x80\x9d she said, if Suria does not withdraw. About 300 left; two died.\n"
)


def _written() -> tuple[bytes, ...]:
    """Return a small page in every format."""
    blocks, notes = parse_markdown(MARKUP.decode())
    pages = Pages(meta=META, blocks=blocks, notes=notes)
    return tuple(writer.write(pages, Theme()) for writer in WRITERS.values())


def _docx(body: bytes) -> bytes:
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
        package.writestr("word/document.xml", body)
    return buffer.getvalue()
