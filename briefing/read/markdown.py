"""The Markdown reader: headings, lists, quotes and tables as the file marks them, front matter as metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from briefing.errors import UnreadableSource
from briefing.model.document import BlockKind, Metadata
from briefing.read.decode import decode
from briefing.read.draft import Draft, Piece, compose
from briefing.read.limits import Limits

if TYPE_CHECKING:
    from markdown_it.token import Token

MEDIA_TYPE = "text/markdown"
TAG = re.compile(r"<[^<>]{0,500}>|<!--.*?-->", re.DOTALL)
NAMES = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "publication", "site", "site_name", "website"),
    "author": ("author", "authors", "creator", "byline"),
    "published": ("date", "published", "publish_date", "pubdate", "created"),
    "link": ("url", "link", "canonical", "permalink", "source"),
}
"""Front-matter keys in use, the first that is there counts."""


def read_markdown(name: str, data: bytes, limits: Limits) -> Draft:
    """Read CommonMark with tables and front matter; its text is the words without the marks."""
    source = decode(data).removeprefix("\ufeff")
    if len(source) > limits.max_characters:
        raise UnreadableSource(f"holds more than {limits.max_characters:,} characters", where=name, hint="split it")
    tokens = _parse(source)
    front = next((token.content for token in tokens if token.type == "front_matter"), "")
    text, blocks = compose(_pieces(tokens, limits, name))
    return Draft(text=text, blocks=blocks, hints=_hints(front), media_type=MEDIA_TYPE)


def _parse(source: str) -> Sequence[Token]:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin

    parser = MarkdownIt("commonmark").enable("table").enable("strikethrough")
    return parser.use(front_matter_plugin).use(footnote_plugin).parse(source)


def _pieces(tokens: Sequence[Token], limits: Limits, name: str) -> Iterator[Piece]:
    opened: list[str] = []
    cells: list[str] = []
    for token in tokens:
        if token.nesting == 1:
            opened.append(f"{token.type}{token.tag}")
            if len(opened) > limits.max_depth:
                raise UnreadableSource(f"nests deeper than {limits.max_depth}", where=name, hint="flatten its lists")
        elif token.nesting == -1:
            opened.pop()
        if token.type == "tr_open":
            cells = []
        elif token.type == "tr_close":
            yield Piece(kind="table_row", text=" | ".join(cell for cell in cells if cell))
        elif token.type == "inline":
            if any(item.startswith("tr_open") for item in opened):
                cells.append(_words(token))
            else:
                yield _piece(token, opened)
        elif token.type in ("fence", "code_block"):
            yield Piece(kind="metadata", text=token.content)


def _piece(token: Token, opened: Sequence[str]) -> Piece:
    words = _words(token)
    heading = next((item for item in opened if item.startswith("heading_open")), None)
    if heading:
        level = int(heading[-1])
        return Piece(kind="title" if level == 1 else "heading", text=words, level=level)
    if not words and any(child.type == "image" for child in token.children or ()):
        captions = [child.content for child in token.children or () if child.type == "image"]
        return Piece(kind="caption", text=" ".join(captions))
    kind, depth = _container(opened)
    return Piece(kind=kind, text=words, level=depth)


def _container(opened: Sequence[str]) -> tuple[BlockKind, int]:
    depth = sum(item.startswith("list_item_open") for item in opened)
    if any(item.startswith("footnote_open") for item in opened):
        return "footnote", 0
    if any(item.startswith("blockquote_open") for item in opened):
        return "quote", 0
    return ("list_item", depth) if depth else ("paragraph", 0)


def _words(token: Token) -> str:
    """Return the words of inline content: emphasis, links and code without their marks, pictures and tags left out."""
    parts = []
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak") or child.content.lower().startswith("<br"):
            parts.append(" ")
    return TAG.sub(" ", "".join(parts))


def _hints(front: str) -> Metadata:
    values = _front_matter(front)
    found = {field: next((values[key] for key in keys if key in values), None) for field, keys in NAMES.items()}
    published = _iso(found["published"])
    link = found["link"] if str(found["link"]).startswith("http") else None
    return Metadata(
        title=_line(found["title"]),
        outlet=_line(found["outlet"]),
        author=_line(found["author"]),
        published=published,
        published_basis="stated" if published else "unknown",
        published_from=f"front matter: {found['published']}" if published else None,
        link=_line(link),
    )


def _front_matter(front: str) -> Mapping[str, Any]:
    """Read YAML front matter; a block that is none is no fault of the text below it."""
    import yaml

    try:
        values = yaml.safe_load(front) if front else None
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    return {str(key).lower(): value for key, value in values.items()} if isinstance(values, dict) else {}


def _line(value: Any) -> str | None:
    if isinstance(value, (list, tuple)):
        value = ", ".join(str(item) for item in value)
    return " ".join(str(value).split()) or None if value not in (None, "") else None


def _iso(value: Any) -> str | None:
    from briefing.read.dates import first_date

    if isinstance(value, (date, datetime)):
        return value.isoformat()[:10]
    found = first_date(str(value)) if value else None
    return found.iso if found else None
