"""Mail: the sender's words apart from quoted ones and signatures; attachments are documents that know their mail."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from briefing.errors import InputError
from briefing.read import read_bytes
from briefing.read.mail.replies import mail_blocks

STATEMENT = "Statement on the ferry\n\nThe harbour ministry said on Monday that the ferry would stay where it is.\n"


def _message(body: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Ann Example <ann@example.org>"
    message["To"] = "Bo Roe <bo@example.org>, desk@example.org"
    message["Subject"] = "Ferry: état des lieux"
    message["Date"] = "Tue, 02 Jan 2018 10:00:00 +0900"
    message.set_content(body)
    return message


def test_headers_become_metadata() -> None:
    document = read_bytes("m.eml", _message("The ferry stays where it is.\n").as_bytes())[0]
    metadata = document.metadata
    assert metadata.title == "Ferry: état des lieux"
    assert metadata.author == "Ann Example"
    assert (metadata.published, metadata.published_basis) == ("2018-01-02", "stated")
    assert metadata.recipients == ("Bo Roe", "desk@example.org")
    assert metadata.outlet is None
    assert document.media_type == "message/rfc822"


def test_attachments_are_documents_that_know_their_mail() -> None:
    message = _message("See the statement.\n")
    message.add_attachment(STATEMENT.encode(), maintype="text", subtype="plain", filename="../../statement.txt")
    message.add_attachment(STATEMENT.encode(), maintype="text", subtype="plain", filename="statement.txt")
    message.add_attachment(b"\x00\x01\x02" * 50, maintype="application", subtype="octet-stream", filename="noise.bin")
    mail, first, second = read_bytes("m.eml", message.as_bytes())
    assert [d.path for d in (mail, first, second)] == ["m.eml", "m.eml/statement.txt", "m.eml/statement~2.txt"]
    assert len({mail.id, first.id, second.id}) == 3
    assert first.text == STATEMENT
    assert first.metadata.part_of == "Ferry: état des lieux"
    assert (first.metadata.published, first.metadata.published_basis) == ("2018-01-02", "inferred")


def test_an_attached_message_is_read_too() -> None:
    message = _message("Forwarded.\n")
    message.add_attachment(_message("The inner words stay.\n"))
    assert [d.text.strip() for d in read_bytes("m.eml", message.as_bytes())] == ["Forwarded.", "The inner words stay."]


def test_a_mailbox_gives_a_document_a_message() -> None:
    box = b"".join(
        b"From ann@example.org Tue Jan  2 10:00:00 2018\n" + _message(words).as_bytes() + b"\n"
        for words in ("First words.\n>From the pier.\n", "Second words.\n")
    )
    first, second = read_bytes("box.mbox", box)
    assert (first.path, second.path) == ("box.mbox/0001", "box.mbox/0002")
    assert "\nFrom the pier." in first.text
    assert first.metadata.part_of == "box.mbox"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("It sails.\n\nOn Apr 3, 2012, at 4:19 PM, Bo wrote:\n\n> Does it sail?\n", "own quoted quoted"),
        (
            "It sails.\n-----Original Message-----\nFrom: Bo\nSent: Monday\n\nDoes it?\n",
            "own quoted quoted quoted quoted",
        ),
        ("It sails.\n\nFrom: Bo <bo@example.org>\nSent: Monday\n\nDoes it?\n", "own quoted quoted quoted"),
        ("It sails.\n\n-- \nAnn Example\nHarbour desk\n", "own signature signature signature"),
        ("It sails.\n\nSent from my phone\n", "own signature"),
        ("> Does it sail?\nIt does.\n> When?\nTomorrow.\n", "quoted own quoted own"),
        ("It sails on Monday at 10.\nAnn\n", "own own"),
        ("Hello\n> On 22 Aug 2015, at 19:21, Ann wrote:\n>\n> Does it sail?\n", "own quoted quoted quoted"),
    ],
)
def test_whose_words(text: str, kinds: str) -> None:
    names = {"paragraph": "own", "quoted_reply": "quoted"}
    assert " ".join(names.get(block.kind, block.kind) for block in mail_blocks(text)) == kinds


@pytest.mark.parametrize(
    "data",
    [
        b"From: \xff\xfe <broken\nSubject: =?utf-8?q?=ZZ?=\nDate: never\n"
        b"Content-Type: text/plain; charset=no-such\n\nIt sails.\n",
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nIt sails.\n",
        b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nSXQgc2FpbHMu=\n",
    ],
    ids=["broken headers", "boundary never closed", "bad base64"],
)
def test_broken_mail_is_read_as_far_as_it_goes(data: bytes) -> None:
    assert "It sails." in read_bytes("m.eml", data)[0].text


def test_messages_nested_without_end_are_refused() -> None:
    part = b"Content-Type: text/plain\n\nIt sails.\n"
    for depth in range(40):
        part = b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n%s\n--b%d--\n" % (depth, depth, part, depth)
    with pytest.raises(InputError):
        read_bytes("m.eml", part)
