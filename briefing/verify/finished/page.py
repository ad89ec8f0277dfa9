"""Read a finished HTML page back."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree, html

from briefing.errors import UnreadableSource
from briefing.model.lines import note_mark
from briefing.verify.finished.record import Finished, split_record
from briefing.write.html import without_record

_BLOCKS = frozenset(
    (
        *("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "ol", "ul", "dl", "dt", "dd", "blockquote"),
        *("table", "caption", "thead", "tbody", "tr", "td", "th", "figure", "figcaption"),
        *("div", "section", "article", "aside", "main", "body"),
    )
)
_SILENT = frozenset(("script", "style", "svg", "nav", "header", "footer", "template", "title"))


def read(data: bytes, where: str) -> Finished:
    """Return the lines of the page's main part, with the numbers of notes; navigation and furniture are left out."""
    try:
        root = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8", no_network=True))
    except (etree.ParserError, ValueError) as error:
        raise UnreadableSource("is not a page that can be read", where=where) from error
    kept = {str(m.get("name")): str(m.get("content") or "") for m in root.iter("meta") if m.get("name")}
    body = root.find("body")
    lines = [" ".join(run.split()) for run in _lines(body if body is not None else root)]
    said = tuple((name, words) for name, words in _said(root, kept) if words.strip())
    said += (("whole", without_record(data.decode("utf-8", "replace"))),)
    return Finished(
        lines=tuple(line for line in lines if line),
        record=split_record(kept),
        expected=("title", "as_of", "footer", "whole"),
        contents=tuple(tuple(map(_words, nav.iter("a"))) for nav in root.iter("nav")),
        said=said,
    )


def _words(node: etree._Element) -> str:
    return "".join(_inline(node))


def _said(root: etree._Element, kept: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what a browser shows around the page's main part or says of it."""
    yield "as_of", kept.get("date", "")
    for title in root.iterfind("head/title"):
        yield "title", "".join(_inline(title))
    for drawing in root.iter("svg"):
        yield "drawing", "".join(piece for words in drawing.iter("text") for piece in _inline(words))
    for part in (*root.iterfind("body/header"), *root.iterfind("body/footer")):
        for paragraph in part.iter("p"):
            yield "mark" if paragraph.get("class") == "mark" else "footer", "".join(_inline(paragraph))


def _lines(node: etree._Element) -> Iterator[str]:
    """Yield runs of inline text, cut at every block element."""
    gathered = [node.text or ""]
    for child in node:
        if _is_block(child):
            yield "".join(gathered)
            yield from _lines(child)
            gathered = []
        elif _is_mark(child):
            gathered.append(note_mark("".join(_inline(child))))
        elif child.tag in ("svg", "img"):
            yield "".join(gathered)
            yield str(child.get("alt") or child.findtext("title") or "")
            gathered = []
        elif not _is_silent(child):
            gathered.append("".join(_inline(child)))
        gathered.append(child.tail or "")
    yield "".join(gathered)


def _inline(node: etree._Element) -> Iterator[str]:
    yield " " if node.tag == "br" else node.text or ""
    for child in node:
        if _is_mark(child):
            yield note_mark("".join(_inline(child)))
        elif not _is_silent(child):
            yield from _inline(child)
        yield child.tail or ""


def _is_mark(node: etree._Element) -> bool:
    return isinstance(node.tag, str) and node.get("role") == "doc-noteref"


def _is_block(node: etree._Element) -> bool:
    return node.tag in _BLOCKS and not _is_silent(node)


def _is_silent(node: etree._Element) -> bool:
    role = str(node.get("role") or "")
    return (
        not isinstance(node.tag, str)
        or node.tag in _SILENT
        or node.get("aria-hidden") == "true"
        or (node.tag == "a" and node.get("class") == "skip")
        or role in ("doc-backlink", "doc-toc", "navigation")
    )
