"""The mail readers: one message (.eml) or a box of them (.mbox); attachments become documents of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import PurePosixPath

from briefing.errors import InputError, UnreadableSource
from briefing.model.document import Metadata
from briefing.read.decode import decode
from briefing.read.draft import Draft
from briefing.read.formats import MARKUP
from briefing.read.limits import Limits
from briefing.read.mail.replies import mail_blocks
from briefing.read.metadata.names import shown
from briefing.read.metadata.outlets import by_domain
from briefing.read.roles.fragment import read_fragment

MEDIA_TYPE = "message/rfc822"
MESSAGE_DEPTH = 20
"""Messages within messages; deeper ones are an attack on the reader."""

FROM_LINE = re.compile(rb"(?:\A|(?<=\n))From [^\r\n]{3,}\r?\n(?=[!-9;-~]+:)")
SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What a message holds: its own text or HTML, or something attached."""

    name: str
    type: str
    data: bytes
    charset: str | None
    attached: bool


def read_mail(name: str, data: bytes, limits: Limits, ocr: bool = False) -> tuple[Draft, ...]:
    """Read one message; the first draft is the mail itself, the others are what is attached to it."""
    return tuple(_message_drafts(name, data, limits, ocr))


def read_mailbox(name: str, data: bytes, limits: Limits, ocr: bool = False) -> tuple[Draft, ...]:
    """Read every message of a mailbox, each with its attachments."""
    starts = [match.start() for match in FROM_LINE.finditer(data)]
    if len(starts) > limits.max_entries:
        raise UnreadableSource(f"holds more than {limits.max_entries:,} messages", where=name, hint="split the box")
    if not starts:
        return read_mail(name, data, limits, ocr)
    drafts: list[Draft] = []
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(data)], strict=True), 1):
        raw = data[data.index(b"\n", start) + 1 : end].replace(b"\n>From ", b"\nFrom ")
        drafts += _numbered(_message_drafts(name, raw, limits, ocr), number, name)
    return tuple(drafts)


def _numbered(drafts: Iterator[Draft], number: int, name: str) -> Iterator[Draft]:
    for draft in drafts:
        part = f"{number:04d}/{draft.part}" if draft.part else f"{number:04d}"
        yield replace(draft, part=part, hints=replace(draft.hints, part_of=draft.hints.part_of or name))


def _message_drafts(name: str, data: bytes, limits: Limits, ocr: bool) -> Iterator[Draft]:
    message = BytesParser(policy=policy.default).parsebytes(data)
    hints = _hints(message)
    parts = list(_parts(message, limits, 0))
    body = _body(parts)
    notes: list[str] = []
    attached = [part for part in parts if part is not body and part.attached]
    drafts = list(_attachments(attached, hints, name, limits, notes, ocr))
    yield replace(_mail_draft(name, body, hints, limits), data=data, notes=tuple(notes))
    yield from drafts


def _hints(message: EmailMessage) -> Metadata:
    sender, address = parseaddr(_header(message, "from") or "")
    stamp = _header(message, "date")
    published = _day(stamp)
    return Metadata(
        title=_header(message, "subject"),
        outlet=_known_outlet(address),
        author=sender or address or None,
        published=published,
        published_basis="stated" if published else "unknown",
        published_from=f"Date: {stamp}" if published else None,
        recipients=_recipients(message),
    )


def _known_outlet(address: str) -> str | None:
    """Return the publisher a newsletter comes from, where its domain is known; a private address is none."""
    domain = address.rpartition("@")[2].lower()
    outlet = by_domain(domain) if "." in domain else None
    return outlet.name if outlet and outlet.name != domain.removeprefix("www.") else None


def _header(message: EmailMessage, name: str) -> str | None:
    """Return a header's words; broken ones are taken as they stand."""
    try:
        value = message.get(name)
        words = str(value) if value is not None else ""
    except Exception:
        words = next((str(raw) for key, raw in message.raw_items() if key.lower() == name), "")
    return " ".join(SURROGATE.sub("\ufffd", words).split()) or None


def _recipients(message: EmailMessage) -> tuple[str, ...]:
    try:
        found: list[Address] = [
            address for name in ("to", "cc") for header in message.get_all(name, []) for address in header.addresses
        ]
    except Exception:
        return ()
    return tuple(SURROGATE.sub("\ufffd", entry.display_name or entry.addr_spec) for entry in found)


def _day(stamp: str | None) -> str | None:
    try:
        return parsedate_to_datetime(stamp).date().isoformat() if stamp else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _parts(message: EmailMessage, limits: Limits, depth: int) -> Iterator[Part]:
    """Yield the leaves of a message; a message attached to it is one leaf."""
    if depth > min(MESSAGE_DEPTH, limits.max_depth):
        raise UnreadableSource(f"nests deeper than {MESSAGE_DEPTH} parts", hint="save the inner message alone")
    kind = message.get_content_type()
    if kind == "message/rfc822" and depth:
        inner = message.get_payload()
        first = inner[0] if isinstance(inner, list) and inner else None
        raw = first.as_bytes(policy=policy.default) if isinstance(first, EmailMessage) else b""
        yield Part(name=_file_name(message, ".eml"), type=kind, data=raw, charset=None, attached=True)
    elif message.is_multipart():
        for inner in message.get_payload():
            if isinstance(inner, EmailMessage):
                yield from _parts(inner, limits, depth + 1)
    else:
        yield _leaf(message, kind)


def _leaf(message: EmailMessage, kind: str) -> Part:
    payload = message.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    named = _safe(message.get_filename)
    attached = _safe(message.get_content_disposition) == "attachment" or bool(named)
    attached = attached or not kind.startswith(("text/", "message/", "multipart/"))
    suffix = {"text/html": ".html", "text/plain": ".txt", "application/pdf": ".pdf"}.get(kind, "")
    return Part(
        name=_file_name(message, suffix),
        type=kind,
        data=data,
        charset=_safe(message.get_content_charset),
        attached=attached,
    )


def _safe(ask: object) -> str | None:
    """Ask a message for a parameter; a header too broken to be read has none."""
    try:
        value = ask() if callable(ask) else None
    except Exception:
        return None
    return str(value) if value is not None else None


def _file_name(message: EmailMessage, suffix: str) -> str:
    """Return an attachment's bare name; folders in it are nobody's business."""
    named = SURROGATE.sub("\ufffd", _safe(message.get_filename) or "").replace("\\", "/")
    bare = shown(PurePosixPath(named).name)
    return bare if bare not in ("", ".", "..") else f"part{suffix}"


def _body(parts: list[Part]) -> Part | None:
    """Return the part that is the message: plain text before HTML, unless the text is empty."""
    own = [part for part in parts if not part.attached]
    plain = [part for part in own if part.type in ("text/plain", "text/enriched") and part.data.strip()]
    html = [part for part in own if part.type == "text/html" and part.data.strip()]
    return next(iter(plain or html), None) or next((part for part in own if part.data.strip()), None)


def _mail_draft(name: str, body: Part | None, hints: Metadata, limits: Limits) -> Draft:
    if body is None:
        return Draft(text="", blocks=(), hints=hints, media_type=MEDIA_TYPE)
    text = decode(body.data, declared=body.charset)
    if body.type == "text/html" or MARKUP.match(body.data[:2000]):
        return replace(read_fragment(name, text, limits), hints=hints, media_type=MEDIA_TYPE)
    return Draft(text=text, blocks=mail_blocks(text), hints=hints, media_type=MEDIA_TYPE)


def _attachments(
    parts: list[Part], mail: Metadata, name: str, limits: Limits, notes: list[str], ocr: bool
) -> Iterator[Draft]:
    """Read what is attached by its own reader; what has none is noted, not passed on."""
    from briefing.read.formats import reader_for, unpack

    for part in _named_apart(parts):
        if part.type.startswith(("image/", "audio/", "video/")) or not part.data.strip():
            continue
        try:
            inner, plain = unpack(part.name, part.data, limits)
            read = reader_for(inner, plain, ocr=ocr)(inner, plain, limits)
        except InputError as fault:
            advice = f" ({fault.hint})" if fault.hint else ""
            notes.append(f"the attachment {part.name} was left out: {fault.message}{advice}")
            continue
        for draft in read if isinstance(read, tuple) else (read,):
            yield _as_part(draft, part, mail, name)


def _named_apart(parts: list[Part]) -> list[Part]:
    """Number the attachments that share a name."""
    seen: dict[str, int] = {}
    apart = []
    for part in parts:
        seen[part.name] = seen.get(part.name, 0) + 1
        count = seen[part.name]
        stem = PurePosixPath(part.name)
        apart.append(part if count == 1 else replace(part, name=f"{stem.stem}~{count}{stem.suffix}"))
    return apart


def _as_part(draft: Draft, part: Part, mail: Metadata, name: str) -> Draft:
    hints = draft.hints
    if not hints.published and mail.published:
        hints = replace(
            hints,
            published=mail.published,
            published_basis="inferred",
            published_from=f"the mail's {mail.published_from}",
        )
    hints = replace(hints, part_of=mail.title or name)
    inner = part.name + (f"/{draft.part}" if draft.part else "")
    return replace(draft, hints=hints, part=inner, data=draft.data if draft.data is not None else part.data)
