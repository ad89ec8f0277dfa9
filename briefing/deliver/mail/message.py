"""Make the message of a run: page one as HTML and plain text, the files attached, the same bytes each time."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime

from briefing.deliver.config import MailSettings
from briefing.deliver.mail.addresses import expanded, parse_address
from briefing.deliver.mail.plain import plain_text
from briefing.errors import DeliveryError
from briefing.figures import draw
from briefing.model.briefing import Briefing
from briefing.profile import Profile
from briefing.render import render
from briefing.render.sets import shipped_sets
from briefing.write import WRITERS
from briefing.write.printable import printable_pages

MESSAGE = "briefing.eml"
_TYPES = {
    "docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": ("application", "pdf"),
    "md": ("text", "markdown"),
    "html": ("text", "html"),
    "json": ("application", "json"),
}
_PICTURE = re.compile(r'src="data:image/png;base64,([A-Za-z0-9+/=\s]+)"')
_POLICY = policy.SMTP.clone(max_line_length=78)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What a message is made of."""

    briefing: Briefing
    profile: Profile
    files: Mapping[str, bytes]
    settings: MailSettings
    sent: datetime
    """The date it bears."""
    earlier: bytes | None = None
    """The message of the earlier run, which this one answers."""


def compose_message(letter: Letter) -> bytes:
    """Return the message as it is kept and sent (without the hidden recipients); DeliveryError when it is too large."""
    message = EmailMessage(policy=_POLICY)
    _head(message, letter)
    text, page = _bodies(letter)
    page, pictures = _inline(page, str(message["Message-ID"]))
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(page, subtype="html", cte="quoted-printable")
    _add_pictures(message, pictures)
    for name in letter.settings.attach:
        _attach(message, name, letter)
    _fix_boundaries(message)
    data = message.as_bytes()
    limit = letter.settings.max_bytes
    if len(data) > limit:
        raise DeliveryError(
            f"the message has {len(data):,} bytes, more than the {limit:,} allowed",
            where=MESSAGE,
            hint="attach fewer formats or raise mail.max_bytes",
        )
    return data


def _head(message: EmailMessage, letter: Letter) -> None:
    settings, briefing = letter.settings, letter.briefing
    sender = parse_address(settings.sender)
    message["From"] = sender
    message["To"] = expanded(settings.to, settings.groups) or (sender,)
    message["Subject"] = _one_line(f"{briefing.title} ({briefing.as_of})")
    message["Date"] = format_datetime(letter.sent)
    message["Message-ID"] = f"<{_digest(letter)}.{_slug(briefing.profile)}@{sender.domain}>"
    thread = f"<thread.{_slug(briefing.profile)}@{sender.domain}>"
    if letter.earlier is not None:
        answered = str(message_from_bytes(letter.earlier, policy=policy.default)["Message-ID"] or "").strip()
        message["In-Reply-To"] = answered
        message["References"] = f"{thread} {answered}"
    else:
        message["References"] = thread
    message["List-Id"] = _one_line(settings.list_id or f"<{_slug(briefing.profile)}.briefing.{sender.domain}>")
    message["Auto-Submitted"] = "auto-generated"
    message["Content-Language"] = briefing.language


def _one_line(text: str) -> str:
    """Return a header's text; what breaks the line would begin a header of its own and is refused."""
    if re.search(r"[\r\n\0]", text):
        raise DeliveryError("a header breaks the line", where=repr(text[:60]), hint="use one line")
    return text


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9-]+", "-", name.lower()).strip("-") or "briefing"


def _digest(letter: Letter) -> str:
    total = hashlib.sha256(letter.briefing.as_of.encode())
    for name, data in sorted(letter.files.items()):
        total.update(name.encode() + hashlib.sha256(data).digest())
    return total.hexdigest()[:24]


def _bodies(letter: Letter) -> tuple[str, str]:
    """Return page one as plain text and as a page: by the one-page set, or in short by a set of the desk's own."""
    own = letter.profile.template not in {s.name for s in shipped_sets()}
    template = letter.profile.template if own else "brief"
    profile = dataclasses.replace(letter.profile, template=template, length="brief")
    rendering = render(letter.briefing, profile, draw=draw, tidy=printable_pages)
    return plain_text(rendering.pages), WRITERS["html"].write(rendering.pages, rendering.theme).decode()


def _inline(page: str, identity: str) -> tuple[str, dict[str, bytes]]:
    """Return the page with its pictures as parts of the message: mail programs show none kept in the page itself."""
    pictures: dict[str, bytes] = {}
    domain = identity.rpartition("@")[2].rstrip(">")

    def part(match: re.Match[str]) -> str:
        data = base64.b64decode(match[1])
        name = f"{hashlib.sha256(data).hexdigest()[:16]}@{domain}"
        pictures[name] = data
        return f'src="cid:{name}"'

    return _PICTURE.sub(part, page), pictures


def _add_pictures(message: EmailMessage, pictures: Mapping[str, bytes]) -> None:
    body = message.get_body(("html",))
    if isinstance(body, EmailMessage):
        for name, data in pictures.items():
            body.add_related(data, "image", "png", cid=f"<{name}>", disposition="inline")


def _attach(message: EmailMessage, name: str, letter: Letter) -> None:
    file = f"briefing.{name}"
    data = letter.files.get(file)
    if data is None:
        made = ", ".join(n.removeprefix("briefing.") for n in letter.files if n.startswith("briefing."))
        raise DeliveryError(f"cannot attach {name}: the run did not make it", where="mail.attach", hint=f"made: {made}")
    main, sub = _TYPES[name]
    shown = f"{_slug(letter.briefing.profile)}-{letter.briefing.as_of}.{name}"
    if main == "text":
        message.add_attachment(data, maintype=main, subtype=sub, filename=shown, params={"charset": "utf-8"})
    else:
        message.add_attachment(data, maintype=main, subtype=sub, filename=shown)


def _fix_boundaries(message: EmailMessage) -> None:
    """Give every multipart a boundary made from the message's identity: a rebuild has the same bytes."""
    identity = str(message["Message-ID"])
    for number, part in enumerate(p for p in message.walk() if p.is_multipart()):
        digest = hashlib.sha256(f"{identity} {number}".encode()).hexdigest()[:32]
        part.set_boundary(f"=_briefing_{digest}")
