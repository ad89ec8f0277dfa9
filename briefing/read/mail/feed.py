"""The reader of saved RSS and Atom feeds: every entry is a document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from time import struct_time
from typing import Any

from briefing.errors import UnreadableSource
from briefing.model.document import Metadata
from briefing.read.draft import Draft, Piece, compose
from briefing.read.limits import Limits
from briefing.read.roles.fragment import read_fragment

MEDIA_TYPE = "application/feed"
ENTITY_DECLARATION = b"<!ENTITY"


def read_feed(name: str, data: bytes, limits: Limits) -> tuple[Draft, ...]:
    """Read the entries of a feed, each with its own title, author, date and link; nothing they link to is fetched."""
    import feedparser

    if ENTITY_DECLARATION in data.replace(b"\0", b""):
        raise UnreadableSource("declares entities of its own", where=name, hint="save the feed without its DTD")
    feed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    entries = list(feed.entries)
    if len(entries) > limits.max_entries:
        raise UnreadableSource(f"holds more than {limits.max_entries:,} entries", where=name, hint="split it")
    if not entries:
        raise UnreadableSource("is XML but no feed with entries", where=name, hint="save it as RSS or Atom")
    outlet = _line(feed.feed.get("title"))
    drafts = (_entry(name, entry, outlet, number, limits) for number, entry in enumerate(entries, 1))
    return tuple(draft for draft in drafts if draft.text)


def _entry(name: str, entry: Mapping[str, Any], outlet: str | None, number: int, limits: Limits) -> Draft:
    hints = _hints(entry, outlet, name)
    body = _content(entry)
    draft = _body(name, body, limits)
    if not draft.text:
        text, blocks = compose([Piece(kind="title", text=hints.title or "")])
        draft = Draft(text=text, blocks=blocks)
    raw = "\n".join([hints.title or "", hints.link or "", body]).encode("utf-8", errors="replace")
    return replace(draft, hints=hints, media_type=MEDIA_TYPE, part=f"{number:04d}", data=raw)


def _hints(entry: Mapping[str, Any], outlet: str | None, name: str) -> Metadata:
    stamp = entry.get("published_parsed") or entry.get("updated_parsed")
    words = entry.get("published") or entry.get("updated")
    published = _iso(stamp)
    source = entry.get("source") or {}
    return Metadata(
        title=_line(entry.get("title")),
        outlet=_line(source.get("title")) or outlet,
        author=_line(entry.get("author")),
        published=published,
        published_basis="stated" if published else "unknown",
        published_from=f"the entry's date: {words}" if published else None,
        link=_line(entry.get("link")),
        part_of=name,
    )


def _content(entry: Mapping[str, Any]) -> str:
    """Return the longest of what the entry carries: its content, or the summary where that is all."""
    found = [str(item.get("value") or "") for item in entry.get("content") or ()]
    return max([*found, str(entry.get("summary") or "")], key=len)


def _body(name: str, body: str, limits: Limits) -> Draft:
    if not body.strip():
        return Draft(text="", blocks=())
    if "<" not in body:
        text, blocks = compose([Piece(kind="paragraph", text=part) for part in body.split("\n\n")])
        return Draft(text=text, blocks=blocks)
    return read_fragment(name, body, limits)


def _iso(stamp: struct_time | None) -> str | None:
    return f"{stamp.tm_year:04d}-{stamp.tm_mon:02d}-{stamp.tm_mday:02d}" if stamp else None


def _line(value: Any) -> str | None:
    return " ".join(str(value).split()) or None if value else None
