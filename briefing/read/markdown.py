"""The Markdown reader: headings, lists, quotes and tables as the file marks them, front matter as metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from briefing.errors import UnreadableSource
from briefing.model.document import BlockKind, Genre, Metadata
from briefing.read.cues import pattern
from briefing.read.decode import decode
from briefing.read.draft import Draft, Piece, compose
from briefing.read.limits import Limits

if TYPE_CHECKING:
    from markdown_it.token import Token

MEDIA_TYPE = "text/markdown"
TITLE = "heading_openh1"
TAG = re.compile(r"<[^<>]{0,500}>|<!--.*?-->", re.DOTALL)
STARS = re.compile(r"(?<![\d*])\*{2,}|\*{2,}(?![\d*])")
GLUED_STARS = re.compile(r"(?<=[\w.,:;)\]])\*{2,}(?=[^\W\d])|(?<=[^\W\d])\*{2,}(?=\w)")
"""Emphasis that CommonMark leaves standing because a space is missing or too many; it parts two words."""

FIELD = re.compile(r"^(?P<name>[A-Z][\w ()./-]{1,30}?)\s*:\s+(?P<value>\S.*)$")
NAMES = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "publication", "site", "site_name", "website"),
    "author": ("author", "authors", "creator", "byline"),
    "author_role": ("author_role", "author_title", "role", "position", "affiliation"),
    "published": ("date", "published", "publish_date", "publication date", "pubdate", "created"),
    "link": ("url", "link", "canonical", "permalink", "source"),
}
"""Front-matter keys in use, the first that is there counts."""

GENRES: dict[str, Genre] = {
    **{"news": "news", "news report": "news", "report": "report", "analysis": "analysis", "speech": "speech"},
    **{"remarks": "speech", "address": "speech", "statement": "official_statement", "commentary": "commentary"},
    **{"official_statement": "official_statement", "press release": "official_statement", "state_media": "state_media"},
    **{"opinion": "commentary", "op-ed": "commentary", "editorial": "commentary", "column": "commentary"},
}
"""What a file may call itself in its field `genre`."""


def read_markdown(name: str, data: bytes, limits: Limits) -> Draft:
    """Read CommonMark with tables and front matter; its text is the words without the marks."""
    source = decode(data).removeprefix("\ufeff")
    if len(source) > limits.max_characters:
        raise UnreadableSource(f"holds more than {limits.max_characters:,} characters", where=name, hint="split it")
    tokens = _parse(source)
    front = next((token.content for token in tokens if token.type == "front_matter"), "")
    stated = _front_matter(front) or _form(tokens)
    text, blocks = compose(_pieces(tokens, limits, name))
    return Draft(text=text, blocks=blocks, hints=_hints(stated), media_type=MEDIA_TYPE)


def _parse(source: str) -> Sequence[Token]:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin

    parser = MarkdownIt("commonmark").enable("table").enable("strikethrough")
    return parser.use(front_matter_plugin).use(footnote_plugin).parse(source)


def _pieces(tokens: Sequence[Token], limits: Limits, name: str) -> Iterator[Piece]:
    cells: list[str] = []
    titled = False
    for token, opened in _nested(tokens, limits, name):
        if token.type == "tr_open":
            cells = []
        elif token.type == "tr_close":
            yield Piece(kind="table_row", text=" | ".join(cell for cell in cells if cell))
        elif token.type in ("fence", "code_block"):
            yield Piece(kind="metadata", text=token.content)
        elif token.type == "inline" and "tr_opentr" in opened:
            cells.append(_words(token))
        elif token.type == "inline":
            yield from _text_pieces(token, opened, titled=titled)
            titled = titled or TITLE in opened


def _nested(tokens: Sequence[Token], limits: Limits, name: str) -> Iterator[tuple[Token, tuple[str, ...]]]:
    """Yield every token with what is open around it."""
    opened: list[str] = []
    for token in tokens:
        if token.nesting == -1:
            opened.pop()
        yield token, tuple(opened)
        if token.nesting == 1:
            opened.append(f"{token.type}{token.tag}")
        if len(opened) > limits.max_depth:
            raise UnreadableSource(f"nests deeper than {limits.max_depth}", where=name, hint="flatten its lists")


def _text_pieces(token: Token, opened: Sequence[str], *, titled: bool) -> Iterator[Piece]:
    """Yield what a run of words is; only the first heading of the first order is the title."""
    if TITLE in opened and titled:
        yield Piece(kind="heading", text=_words(token), level=1)
    elif _is_form(token):
        yield from (Piece(kind="metadata", text=line) for line in _words(token).splitlines())
    elif _is_table(token):
        yield from map(_row, _words(token).splitlines())
    elif _only_links(token):
        yield Piece(kind="promotion", text=_words(token))
    else:
        yield _piece(token, opened)


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


def _is_form(token: Token) -> bool:
    """Tell a paragraph whose every line is a name, a colon and a value: what a catalogue says of its document."""
    lines = _words(token).splitlines()
    return len(lines) > 1 and all(FIELD.match(line) for line in lines)


def _is_table(token: Token) -> bool:
    """Tell a table whose rule below the header is missing, so that CommonMark takes it for a paragraph."""
    lines = _words(token).splitlines()
    return len(lines) > 1 and all(line.lstrip().startswith("|") for line in lines)


def _row(line: str) -> Piece:
    cells = [cell.strip() for cell in line.strip().strip("|").split("|") if cell.strip()]
    words = " | ".join(cells)
    if not cells or not cells[0].endswith(":"):
        return Piece(kind="table_row", text=words)
    return Piece(kind="byline" if pattern("byline").match(words) else "metadata", text=words)


def _only_links(token: Token) -> bool:
    """Tell a line of navigation: several links and hardly a word between them."""
    depth, links, linked, plain = 0, 0, 0, 0
    for child in token.children or ():
        depth += {"link_open": 1, "link_close": -1}.get(child.type, 0)
        links += child.type == "link_open"
        if child.type == "text":
            letters = sum(c.isalnum() for c in child.content)
            linked, plain = (linked + letters, plain) if depth else (linked, plain + letters)
    return links > 1 and plain < 0.25 * linked and not _words(token).rstrip().endswith((".", "!", "?"))


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
            parts.append("\n")
    coded = any(child.type == "code_inline" and "**" in child.content for child in token.children or ())
    words = "".join(parts)
    return TAG.sub(" ", words if coded else STARS.sub("", GLUED_STARS.sub(" ", words)))


def _form(tokens: Sequence[Token]) -> Mapping[str, Any]:
    """Return the fields of the first paragraph that is a form, under the names front matter would give them."""
    form = next((token for token in tokens if token.type == "inline" and _is_form(token)), None)
    lines = _words(form).splitlines() if form else []
    fields = (match.groups() for line in lines if (match := FIELD.match(line)))
    return {name.lower().replace("(s)", ""): value for name, value in fields}


def _hints(values: Mapping[str, Any]) -> Metadata:
    found = {field: next((values[key] for key in keys if key in values), None) for field, keys in NAMES.items()}
    published = _iso(found["published"])
    link = found["link"] if str(found["link"]).startswith("http") else None
    stated = str(values.get("genre", "")).strip().lower()
    genre = GENRES.get(stated, "unknown")
    return Metadata(
        title=_line(found["title"]),
        outlet=_line(found["outlet"]),
        author=_line(found["author"]),
        author_role=_line(found["author_role"]),
        genre=genre,
        genre_cues=(f"the file's own field: {stated}",) if genre != "unknown" else (),
        published=published,
        published_basis="stated" if published else "unknown",
        published_from=f"the file's own field: {found['published']}" if published else None,
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
    from briefing.read.metadata.dates import first_date

    if isinstance(value, (date, datetime)):
        return value.isoformat()[:10]
    found = first_date(str(value)) if value else None
    return found.iso if found else None
