"""Mail against a real server on loopback: what arrives equals the files, once, whatever happens in between."""

from __future__ import annotations

import dataclasses
import re
import socket
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from PIL import Image

from briefing.deliver.config import MailSettings
from briefing.deliver.mail.addresses import expanded
from briefing.deliver.mail.message import Letter, compose_message
from briefing.deliver.mail.notice import failure_notice
from briefing.deliver.mail.outbox import Result, send_message
from briefing.deliver.mail.smtp import PASSWORD
from briefing.deliver.store import Store
from briefing.errors import DeliveryError
from briefing.model.briefing import Briefing
from briefing.profile import default_profile
from tests.factories import make_briefing

FILES = {
    "briefing.docx": b"PK\x03\x04docx",
    "briefing.pdf": b"%PDF-1.7\r\n.\r\npdf",
    "briefing.md": "핵심 요지\n".encode(),
}
SETTINGS = MailSettings(sender="Desk Ministère <desk@example.org>", to=("Kim 김 <kim@example.org>", "lee@example.org"))


class Mailbox:
    """What a server does with mail; `refuse` answers a recipient, `drop` breaks the line before the data."""

    def __init__(self) -> None:
        self.messages: list[tuple[list[str], bytes]] = []
        self.refuse: dict[str, list[str]] = {}
        self.drop = 0
        self.data_answers: list[str] = []

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802
        if self.refuse.get(address):
            return self.refuse[address].pop(0)
        if self.drop:
            self.drop -= 1
            server.transport.abort()
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        if self.data_answers:
            return self.data_answers.pop(0)
        self.messages.append((list(envelope.rcpt_tos), envelope.original_content or envelope.content))
        return "250 taken"


@dataclasses.dataclass
class Post:
    box: Mailbox
    settings: MailSettings
    folder: Path

    def send(self, data: bytes) -> tuple[Result, ...]:
        with Store(self.folder / "s.sqlite") as store:
            return send_message(data, self.settings, store, pause=lambda _: None)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port: int = probe.getsockname()[1]
        return port


def _login(server: Any, session: Any, envelope: Any, mechanism: str, given: Any) -> AuthResult:
    return AuthResult(success=given.password == b"secret-word", handled=False)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def post(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Post]:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("localhost").configure_cert(context)
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    monkeypatch.setenv(PASSWORD, "secret-word")
    box = Mailbox()
    server = Controller(
        box, hostname="localhost", port=free_port(), tls_context=context, require_starttls=True, auth_required=True,
        authenticator=_login,
    )  # fmt: skip
    server.start()
    settings = dataclasses.replace(
        SETTINGS, host="localhost", port=server.port, user="desk", ca_file=str(tmp_path / "ca.pem"), timeout=5.0
    )
    yield Post(box, settings, tmp_path)
    server.stop()


def letter(settings: MailSettings = SETTINGS, **more: Any) -> Letter:
    briefing: Briefing = more.pop("briefing", None) or make_briefing()
    return Letter(
        **{
            "briefing": briefing,
            "profile": default_profile(),
            "files": FILES,
            "settings": settings,
            "sent": datetime(2025, 3, 5, 5, 30, tzinfo=UTC),
            **more,
        }
    )


@pytest.fixture(scope="module")
def message() -> bytes:
    return compose_message(letter())


def parsed(data: bytes) -> EmailMessage:
    found = message_from_bytes(data, policy=policy.default)
    assert isinstance(found, EmailMessage)
    return found


def test_the_message_has_page_one_and_the_files(message: bytes) -> None:
    mail = parsed(message)
    plain, page = mail.get_body(("plain",)), mail.get_body(("html",))
    assert plain is not None
    assert page is not None
    point = " ".join(make_briefing().key_points[0].text.split()[:3])
    assert point in " ".join(plain.get_content().split())
    assert "<html" in page.get_content()
    attached = {
        str(part.get_filename()).rpartition(".")[2]: part.get_payload(decode=True) for part in mail.iter_attachments()
    }
    assert {f"briefing.{suffix}": data for suffix, data in attached.items()} == FILES


def test_a_logo_travels_as_a_part_of_the_message(tmp_path: Path) -> None:
    Image.new("RGB", (40, 20), "navy").save(tmp_path / "logo.png")
    (tmp_path / "theme.toml").write_text('logo = "logo.png"\n')
    profile = dataclasses.replace(default_profile(), theme=str(tmp_path / "theme.toml"))
    data = compose_message(letter(profile=profile))
    mail = parsed(data)
    page = mail.get_body(("html",))
    (picture,) = [p for p in mail.walk() if p.get_content_type() == "image/png"]
    assert page is not None
    assert f'src="cid:{str(picture["Content-ID"]).strip("<>")}"' in page.get_content()
    assert "data:image" not in page.get_content()
    assert compose_message(letter(profile=profile)) == data


def test_its_head(message: bytes) -> None:
    mail = parsed(message)
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["List-Id"] == "<south-korea.briefing.example.org>"
    assert "김" in str(mail["To"])
    assert "Bcc" not in mail
    assert re.fullmatch(r"<[0-9a-f]{24}\.south-korea@example\.org>", mail["Message-ID"])


def test_the_same_run_gives_the_same_bytes(message: bytes) -> None:
    assert compose_message(letter()) == message


def test_lines_are_short_enough_and_ascii(message: bytes) -> None:
    assert max(map(len, message.split(b"\r\n"))) <= 998
    assert message.isascii()


def test_the_next_night_answers_the_last(message: bytes) -> None:
    mail = parsed(compose_message(letter(earlier=message, files={**FILES, "briefing.md": b"other"})))
    assert mail["In-Reply-To"] == parsed(message)["Message-ID"]
    assert parsed(message)["References"] in str(mail["References"])


def test_a_title_cannot_make_headers() -> None:
    briefing = dataclasses.replace(make_briefing(), title="Brief\r\nBcc: spy@example.org")
    with pytest.raises(DeliveryError, match="breaks the line"):
        compose_message(letter(briefing=briefing))


@pytest.mark.parametrize("address", ["a@example.org\r\nBcc: spy@example.org", "nobody", "a@b@c", ""])
def test_wrong_addresses_are_told(address: str) -> None:
    with pytest.raises(DeliveryError):
        expanded([address], {})


def test_a_message_that_is_too_large_is_told() -> None:
    with pytest.raises(DeliveryError, match="more than the 1,000 allowed"):
        compose_message(letter(dataclasses.replace(SETTINGS, max_bytes=1000)))


def test_a_format_that_was_not_made_cannot_be_attached() -> None:
    with pytest.raises(DeliveryError, match="cannot attach html"):
        compose_message(letter(dataclasses.replace(SETTINGS, attach=("html",))))


def test_what_arrives_is_what_was_written(post: Post, message: bytes) -> None:
    assert [r.state for r in post.send(message)] == ["sent", "sent"]
    ((recipients, data),) = post.box.messages
    assert recipients == ["kim@example.org", "lee@example.org"]
    assert data == message


def test_a_second_time_nothing_is_sent(post: Post, message: bytes) -> None:
    post.send(message)
    assert [r.state for r in post.send(message)] == ["sent", "sent"]
    assert len(post.box.messages) == 1


def test_hidden_recipients_get_it_and_are_not_named(post: Post, message: bytes) -> None:
    post.settings = dataclasses.replace(post.settings, bcc=("hidden@example.org",))
    assert len(post.send(message)) == 3
    ((recipients, data),) = post.box.messages
    assert "hidden@example.org" in recipients
    assert b"hidden@example.org" not in data


def test_one_bad_recipient_among_ten(post: Post, message: bytes) -> None:
    everybody = tuple(f"reader{n}@example.org" for n in range(10))
    post.settings = dataclasses.replace(post.settings, to=everybody)
    post.box.refuse["reader4@example.org"] = ["550 unknown here"]
    results = {r.recipient: r for r in post.send(message)}
    assert results.pop("reader4@example.org") == Result(
        recipient="reader4@example.org", state="failed", answer="550 unknown here"
    )
    assert {r.state for r in results.values()} == {"sent"}
    assert len(post.box.messages) == 1


def test_a_temporary_refusal_is_tried_again(post: Post, message: bytes) -> None:
    post.box.refuse["lee@example.org"] = ["451 later"]
    assert {r.state for r in post.send(message)} == {"sent"}
    assert [recipients for recipients, _ in post.box.messages] == [["kim@example.org"], ["lee@example.org"]]


def test_a_temporary_refusal_of_the_data_is_tried_again(post: Post, message: bytes) -> None:
    post.box.data_answers = ["452 full"]
    assert {r.state for r in post.send(message)} == {"sent"}
    assert len(post.box.messages) == 1


def test_a_final_refusal_of_the_data_is_told(post: Post, message: bytes) -> None:
    post.box.data_answers = ["554 no"]
    assert {(r.state, r.answer) for r in post.send(message)} == {("failed", "554 no")}


def test_a_dropped_line_is_tried_again(post: Post, message: bytes) -> None:
    post.box.drop = 1
    assert {r.state for r in post.send(message)} == {"sent"}
    assert len(post.box.messages) == 1


def test_after_all_tries_it_waits_for_the_next_time(post: Post, message: bytes) -> None:
    post.box.refuse["lee@example.org"] = ["451 later"] * 3
    assert [r.state for r in post.send(message)] == ["sent", "queued"]
    assert [r.state for r in post.send(message)] == ["sent", "sent"]
    assert len(post.box.messages) == 2


def test_a_run_that_died_while_sending_is_told_and_not_repeated(post: Post, message: bytes) -> None:
    class Killed(BaseException):
        pass

    with Store(post.folder / "s.sqlite") as store, pytest.MonkeyPatch.context() as patch:
        patch.setattr("smtplib.SMTP.data", lambda *_: (_ for _ in ()).throw(Killed()))
        with pytest.raises(Killed):
            send_message(message, post.settings, store)
    assert [r.state for r in post.send(message)] == ["uncertain", "uncertain"]
    assert post.box.messages == []


def test_a_wrong_password_is_told_without_the_password(
    post: Post, message: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSWORD, "wrong-word")
    with pytest.raises(DeliveryError, match="refuses the login") as caught:
        post.send(message)
    assert "wrong-word" not in str(caught.value)


def test_a_certificate_nobody_vouches_for_is_refused(post: Post, message: bytes) -> None:
    post.settings = dataclasses.replace(post.settings, ca_file=None)
    with pytest.raises(DeliveryError, match="encrypted connection is refused"):
        post.send(message)
    assert post.box.messages == []


def test_no_server_is_told(message: bytes, tmp_path: Path) -> None:
    settings = dataclasses.replace(SETTINGS, host="localhost", port=9, tries=2)
    with Store(tmp_path / "s.sqlite") as store:
        results = send_message(message, settings, store, pause=lambda _: None)
    assert {r.state for r in results} == {"queued"}


def test_a_failed_night_is_mailed_with_the_log(post: Post) -> None:
    settings = dataclasses.replace(post.settings, failures_to=("watch@example.org",))
    now = datetime(2025, 3, 5, 5, 31, tzinfo=UTC)
    failure_notice(settings, "2025-03-05", now, ["inbox: no document found"], "line one\nline two")
    ((recipients, data),) = post.box.messages
    assert recipients == ["watch@example.org"]
    body = parsed(data).get_content()
    assert "inbox: no document found" in body
    assert "line two" in body
