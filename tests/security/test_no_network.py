"""Nothing is fetched: a build works with every socket closed, whatever the documents refer to."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.terminal import ARTICLE

CLOSED = """
import socket, sys
def refuse(event, args):
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto") or (
        event == "socket.__new__" and args[1] not in (socket.AF_UNIX,)
    ):
        raise SystemExit(f"the network was asked: {event} {args[1:]}")
    if event in ("os.system", "os.exec", "subprocess.Popen"):
        raise SystemExit(f"a program was started: {event} {args}")
sys.addaudithook(refuse)
from briefing.cli import run
sys.exit(run(sys.argv[1:]))
"""
PAGE = """<!DOCTYPE html SYSTEM "http://127.0.0.1:9/x.dtd"><html><head><title>Port closed</title>
<link rel="stylesheet" href="http://127.0.0.1:9/x.css"><base href="http://127.0.0.1:9/"></head><body><article>
<h1>Port closed</h1><img src="http://127.0.0.1:9/x.png"><iframe src="http://127.0.0.1:9/"></iframe>
<p>Norland said on Monday (Mar 3, 2025) that it had closed the northern port to all foreign ships until summer.</p>
<p>The transport ministry said that no ship would be let in, and that fishing boats were free to leave at any time.</p>
</article></body></html>"""
FEED = """<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>T</title><item>
<title>Port &x;</title><link>http://127.0.0.1:9/</link><description>Norland said that it had closed the northern port
to all foreign ships until summer. &x;</description></item></channel></rss>"""
MAIL = (
    "From: a@example.org\nTo: b@example.org\nSubject: Port\nMIME-Version: 1.0\n"
    'Content-Type: message/external-body; access-type=URL; url="http://127.0.0.1:9/"\n\n'
    "Norland said that it had closed the northern port.\n"
)


@pytest.mark.slow
def test_a_build_with_every_socket_closed(tmp_path: Path) -> None:
    inbox = tmp_path / "in"
    inbox.mkdir()
    for name, text in {"a.txt": ARTICLE, "b.html": PAGE, "c.rss": FEED, "d.eml": MAIL}.items():
        (inbox / name).write_text(text, encoding="utf-8")
    formats = "docx,pdf,md,json,html"
    command = [sys.executable, "-c", CLOSED, "build", str(inbox), "--out", str(tmp_path / "out"), "--format", formats]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for path in (tmp_path / "out").rglob("*"):
        if path.is_file():
            assert b"root:x:0" not in path.read_bytes()


def test_the_guard_itself_works() -> None:
    program = CLOSED.partition("from briefing.cli")[0] + "socket.create_connection(('127.0.0.1', 9))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert "the network was asked" in done.stderr
