"""What the file says about itself: XMP, document information and the colour space, for both standards it claims."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from xml.sax.saxutils import escape

from PIL import ImageCms

from briefing.model.blocks import PagesMeta
from briefing.model.lines import digest
from briefing.write.pdf.cleaning import clean_whole
from briefing.write.pdf.file import PdfFile, string

_UNMADE = b"made:" + b"0" * 16
_MADE = re.compile(rb"made:[0-9a-f]{16}")
_NAMESPACE = "https://briefing.example/ns/pdf/1/"
_CREATOR = "briefing"
_PROFILE_DATE = bytes((7, 0xD0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))
"""1 January 2000: the library writes the time of day into the profile."""


def add_metadata(file: PdfFile, meta: PagesMeta, seen: Sequence[str]) -> int:
    """Add the XMP packet, uncompressed as archives ask, with `seen`, the digests of the pages; return its number."""
    return file.add_stream("/Type/Metadata/Subtype/XML", _packet(meta, seen).encode("utf-8"), compress=False)


def made(data: bytes) -> str:
    """Return the digest of a finished file, without the place in its record that holds it."""
    return hashlib.sha256(_MADE.sub(_UNMADE, data, count=1)).hexdigest()[:16]


def with_made(data: bytes) -> bytes:
    """Return a finished file with the digest of all its bytes in its record."""
    return _MADE.sub(f"made:{made(data)}".encode(), data, count=1)


def about(author: str, keywords: str) -> str:
    """Return what the file says of itself beside title and subject."""
    return f"{author} | {keywords}"


def add_information(file: PdfFile, meta: PagesMeta) -> int:
    """Add the document information, which says the same as the XMP packet."""
    day = f"(D:{meta.day.replace('-', '')}000000Z)"
    entries = {"Title": meta.title, "Author": meta.author, "Subject": meta.subject, "Keywords": _keywords(meta)}
    texts = "".join(f"/{key}{string(clean_whole(text))}" for key, text in entries.items() if text)
    return file.add(
        f"<<{texts}/Creator{string(_CREATOR)}/Producer{string(_producer())}/CreationDate{day}/ModDate{day}>>"
    )


def add_output_intent(file: PdfFile) -> int:
    """Add the sRGB profile that the file's colours are meant in."""
    profile = file.add_stream("/N 3", _srgb())
    return file.add(
        "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
        f"/DestOutputProfile {profile} 0 R>>"
    )


@cache
def _srgb() -> bytes:
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = _PROFILE_DATE
    return bytes(profile)


@cache
def _producer() -> str:
    return f"briefing {version('briefing')}"


def _keywords(meta: PagesMeta) -> str:
    return "; ".join(meta.keywords)


def page_mark(number: int, seen: str) -> str:
    """Return what is kept of a page."""
    return f"{number} {seen}"


def _lines(meta: PagesMeta, seen: Sequence[str]) -> tuple[str, ...]:
    """Return the record of printed lines with the notice at the foot, a line of its own here, and that of the pages."""
    notice = (digest(meta.footer),) if meta.footer.strip() else ()
    pages = (f"page:{digest(page_mark(number, each))}" for number, each in enumerate(seen, 1))
    said = clean_whole(about(meta.author, _keywords(meta)))
    return (*meta.lines, *notice, *pages, f"about:{digest(said)}", _UNMADE.decode())


def _packet(meta: PagesMeta, seen: Sequence[str]) -> str:
    day = f"{meta.day}T00:00:00Z"
    sources = "".join(f"<rdf:li>{_text(f'{name} sha256:{digest}')}</rdf:li>" for name, digest in meta.sources)
    optional = (
        f"<dc:creator><rdf:Seq><rdf:li>{_text(meta.author)}</rdf:li></rdf:Seq></dc:creator>" if meta.author else "",
        f"<dc:description>{_default(meta.subject)}</dc:description>" if meta.subject else "",
        f"<pdf:Keywords>{_text(_keywords(meta))}</pdf:Keywords>" if meta.keywords else "",
        f"<b:sources><rdf:Seq>{sources}</rdf:Seq></b:sources>" if sources else "",
        f"<b:evidence>{_text(' '.join(meta.evidence))}</b:evidence>" if meta.evidence else "",
        f"<b:lines>{_text(' '.join(_lines(meta, seen)))}</b:lines>" if meta.lines else "",
    )
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:b="{_NAMESPACE}">
<dc:title>{_default(meta.title)}</dc:title>
<dc:language><rdf:Bag><rdf:li>{_text(meta.language)}</rdf:li></rdf:Bag></dc:language>
<dc:format>application/pdf</dc:format>
<xmp:CreatorTool>{_CREATOR}</xmp:CreatorTool><xmp:CreateDate>{day}</xmp:CreateDate><xmp:ModifyDate>{day}</xmp:ModifyDate>
<pdf:Producer>{_text(_producer())}</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<b:schemaVersion>{_text(meta.schema_version)}</b:schemaVersion>
{"".join(optional)}
</rdf:Description>
{_SCHEMAS}
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def _text(text: str) -> str:
    return escape(clean_whole(text))


def _default(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{_text(text)}</rdf:li></rdf:Alt>'


def _property(name: str, kind: str, category: str, description: str) -> str:
    return (
        f'<rdf:li rdf:parseType="Resource"><pdfaProperty:name>{name}</pdfaProperty:name>'
        f"<pdfaProperty:valueType>{kind}</pdfaProperty:valueType>"
        f"<pdfaProperty:category>{category}</pdfaProperty:category>"
        f"<pdfaProperty:description>{description}</pdfaProperty:description></rdf:li>"
    )


def _schema(title: str, uri: str, prefix: str, properties: str) -> str:
    return (
        f'<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>{title}</pdfaSchema:schema>'
        f"<pdfaSchema:namespaceURI>{uri}</pdfaSchema:namespaceURI><pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>"
        f"<pdfaSchema:property><rdf:Seq>{properties}</rdf:Seq></pdfaSchema:property></rdf:li>"
    )


_SCHEMAS = (
    '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
    ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>'
    + _schema(
        "PDF/UA identification schema",
        "http://www.aiim.org/pdfua/ns/id/",
        "pdfuaid",
        _property("part", "Integer", "internal", "Part of ISO 14289 the file conforms to"),
    )
    + _schema(
        "Briefing provenance schema",
        _NAMESPACE,
        "b",
        _property("schemaVersion", "Text", "internal", "Version of the briefing data")
        + _property("sources", "Seq Text", "external", "Source identifiers with the SHA-256 of their files")
        + _property("evidence", "Text", "external", "Passages the text rests on, with digests of their words")
        + _property("lines", "Text", "internal", "Digests of the printed lines"),
    )
    + "</rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)
