"""Fetch the live feeds a configuration lists: bounded in time and size, only when changed, robots respected."""

from __future__ import annotations

import hashlib
import http.client
import time
import urllib.error
import urllib.request
import urllib.robotparser
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from briefing import __version__
from briefing.deliver.config import SourceSettings
from briefing.deliver.store import Store
from briefing.model.document import Diagnostic

AGENT = f"briefing/{__version__}"
_NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server sent: None as `body` when the feed has not changed."""

    body: bytes | None
    etag: str | None = None
    modified: str | None = None


class _Refused(Exception):
    """A feed cannot be had; the text says why."""


def fetch_feeds(settings: SourceSettings, folder: Path, store: Store) -> tuple[Diagnostic, ...]:
    """Bring the listed feeds into `folder`, a file each; a feed that fails keeps its earlier file and is told."""
    folder.mkdir(parents=True, exist_ok=True)
    faults = [_fetch(url, settings, folder, store) for url in settings.feeds]
    _forget(folder, settings.feeds)
    return tuple(f for f in faults if f is not None)


def saved_as(url: str) -> str:
    """Return the file name of a feed: its host and a digest of its address."""
    host = "".join(c if c.isalnum() or c in ".-" else "_" for c in urlsplit(url).hostname or "feed")
    return f"{host}-{hashlib.sha256(url.encode()).hexdigest()[:10]}.xml"


def _fetch(url: str, settings: SourceSettings, folder: Path, store: Store) -> Diagnostic | None:
    place = folder / saved_as(url)
    known = store.feed_state(url) if place.exists() else (None, None)
    try:
        _ask_robots(url, settings.timeout)
        answer = _get(url, settings, *known)
    except (_Refused, OSError, http.client.HTTPException, ValueError) as error:
        kept = "; the copy of an earlier night is used" if place.exists() else ""
        return Diagnostic(severity="warning", where=url, message=f"cannot be fetched: {_reason(error)}{kept}")
    if answer.body is not None:
        temporary = place.with_suffix(".part")
        temporary.write_bytes(answer.body)
        temporary.replace(place)
        store.keep_feed_state(url, answer.etag, answer.modified)
    return None


def _reason(error: Exception) -> str:
    if isinstance(error, urllib.error.HTTPError):
        return f"the server answered {error.code}"
    if isinstance(error, urllib.error.URLError):
        return str(error.reason)
    return str(error) or type(error).__name__


def _request(url: str, headers: dict[str, str]) -> urllib.request.Request:
    if urlsplit(url).scheme not in ("http", "https"):
        raise _Refused("only http and https addresses are fetched")
    return urllib.request.Request(url, headers={"User-Agent": AGENT, **headers})


def _ask_robots(url: str, timeout: float) -> None:
    """Refuse an address that the site's robots.txt closes to programs; no robots.txt closes nothing."""
    parts = urlsplit(url)
    robots = f"{parts.scheme}://{parts.netloc}/robots.txt"
    try:
        with _open(_request(robots, {}), timeout) as response:
            lines = response.read(500_000).decode("utf-8", "replace").splitlines()
    except urllib.error.HTTPError as error:
        if error.code in (401, 403):
            raise _Refused("robots.txt is closed to us") from error
        return
    rules = urllib.robotparser.RobotFileParser()
    rules.parse(lines)
    if not rules.can_fetch(AGENT, url):
        raise _Refused("robots.txt asks programs to leave it alone")


def _get(url: str, settings: SourceSettings, etag: str | None, modified: str | None) -> Answer:
    headers = {"Accept": "application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.1"}
    if etag:
        headers["If-None-Match"] = etag
    if modified:
        headers["If-Modified-Since"] = modified
    try:
        with _open(_request(url, headers), settings.timeout) as response:
            body = _bounded(response.read1, settings)
            return Answer(body=body, etag=response.headers["ETag"], modified=response.headers["Last-Modified"])
    except urllib.error.HTTPError as error:
        if error.code == _NOT_MODIFIED:
            return Answer(body=None)
        raise


def _bounded(read: Callable[[int], bytes], settings: SourceSettings) -> bytes:
    """Read all, within the size and the time allowed: a server that drips a byte now and then is given up, too."""
    body, end = bytearray(), time.monotonic() + settings.timeout
    while chunk := read(65_536):
        body += chunk
        if len(body) > settings.max_bytes:
            raise _Refused(f"it is larger than {settings.max_bytes:,} bytes")
        if time.monotonic() > end:
            raise _Refused(f"it took longer than {settings.timeout:g} seconds")
    return bytes(body)


class _SameScheme(urllib.request.HTTPRedirectHandler):
    """Follow redirects to http and https addresses only."""

    def redirect_request(self, req, fp, code, msg, headers, newurl):  # type: ignore[no-untyped-def]
        if urlsplit(newurl).scheme not in ("http", "https"):
            raise _Refused("it redirects to something that is no web address")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _open(request: urllib.request.Request, timeout: float) -> http.client.HTTPResponse:
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _SameScheme(),
    ):
        opener.add_handler(handler)
    response: http.client.HTTPResponse = opener.open(request, timeout=timeout)
    return response


def _forget(folder: Path, urls: Iterable[str]) -> None:
    """Remove the files of feeds that are no longer listed."""
    wanted = {saved_as(url) for url in urls}
    for path in folder.glob("*.xml"):
        if path.name not in wanted:
            path.unlink()
