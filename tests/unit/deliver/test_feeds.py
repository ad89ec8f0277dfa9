"""Live feeds from a server on this machine: only when changed, within limits, robots respected."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from briefing.deliver.config import SourceSettings
from briefing.deliver.feeds import fetch_feeds, saved_as
from briefing.deliver.store import Store

FEED = b"<rss version='2.0'><channel><title>T</title><item><title>One</title></item></channel></rss>"


@dataclass
class Site:
    url: str = ""
    robots: tuple[int, bytes] = (404, b"")
    answer: tuple[int, bytes] = (200, FEED)
    etag: str | None = None
    location: str | None = None
    asked: list[tuple[str, str | None]] = field(default_factory=list)


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, self.headers["If-None-Match"]))
            code, body = site.robots if self.path == "/robots.txt" else site.answer
            if self.path != "/robots.txt" and site.etag and self.headers["If-None-Match"] == site.etag:
                code, body = 304, b""
            self.send_response(code)
            if site.etag:
                self.send_header("ETag", site.etag)
            if site.location and self.path == "/feed":
                self.send_header("Location", site.location)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.url = f"http://127.0.0.1:{server.server_port}/feed"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield site
    server.shutdown()
    server.server_close()
    thread.join()


def fetch(site: Site, folder: Path, **more: float) -> list[str]:
    settings = SourceSettings(feeds=(site.url,), **more)  # type: ignore[arg-type]
    with Store(folder / "s.sqlite") as store:
        return [d.message for d in fetch_feeds(settings, folder / "feeds", store)]


def saved(site: Site, folder: Path) -> Path:
    return folder / "feeds" / saved_as(site.url)


def test_a_feed_is_saved(site: Site, tmp_path: Path) -> None:
    assert fetch(site, tmp_path) == []
    assert saved(site, tmp_path).read_bytes() == FEED


def test_an_unchanged_feed_is_not_sent_again(site: Site, tmp_path: Path) -> None:
    site.etag = '"one"'
    fetch(site, tmp_path)
    assert fetch(site, tmp_path) == []
    assert site.asked[-1] == ("/feed", '"one"')
    assert saved(site, tmp_path).read_bytes() == FEED


def test_robots_are_respected(site: Site, tmp_path: Path) -> None:
    site.robots = (200, b"User-agent: *\nDisallow: /feed\n")
    (message,) = fetch(site, tmp_path)
    assert "robots.txt" in message
    assert [path for path, _ in site.asked] == ["/robots.txt"]


def test_a_failing_server_leaves_the_earlier_copy(site: Site, tmp_path: Path) -> None:
    fetch(site, tmp_path)
    site.answer = (503, b"")
    (message,) = fetch(site, tmp_path)
    assert "503" in message
    assert "earlier night" in message
    assert saved(site, tmp_path).read_bytes() == FEED


def test_a_feed_that_is_too_large_is_refused(site: Site, tmp_path: Path) -> None:
    site.answer = (200, b"x" * 5000)
    (message,) = fetch(site, tmp_path, max_bytes=1000)
    assert "larger than 1,000 bytes" in message
    assert not saved(site, tmp_path).exists()


def test_a_redirect_to_a_file_is_refused(site: Site, tmp_path: Path) -> None:
    site.answer, site.location = (302, b""), "file:///etc/passwd"
    (message,) = fetch(site, tmp_path)
    assert "cannot be fetched" in message
    assert not saved(site, tmp_path).exists()


def test_an_address_where_nobody_answers(tmp_path: Path) -> None:
    (message,) = fetch(Site(url="http://127.0.0.1:9/feed"), tmp_path)
    assert "cannot be fetched" in message


def test_feeds_no_longer_listed_go(site: Site, tmp_path: Path) -> None:
    fetch(site, tmp_path)
    with Store(tmp_path / "s.sqlite") as store:
        fetch_feeds(SourceSettings(), tmp_path / "feeds", store)
    assert list((tmp_path / "feeds").iterdir()) == []
