"""Read a finished HTML page back."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree, html

from briefing.errors import UnreadableSource
from briefing.verify.finished.record import Finished, split_record

_BLOCKS = frozenset(
    (
        *("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "ol", "ul", "dl", "dt", "dd", "blockquote"),
        *("table", "caption", "thead", "tbody", "tr", "td", "th", "figure", "figcaption"),
        *("div", "section", "article", "aside", "main", "body"),
    )
)
_SILENT = frozenset(("script", "style", "svg", "nav", "header", "footer", "template", "title"))


def read(data: bytes, where: str) -> Finished:
    """Return the lines of the page's main part; navigation, furniture and note marks are left out."""
    try:
        root = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8", no_network=True))
    except (etree.ParserError, ValueError) as error:
        raise UnreadableSource("is not a page that can be read", where=where) from error
    kept = {str(m.get("name")): str(m.get("content") or "") for m in root.iter("meta") if m.get("name")}
    body = root.find("body")
    lines = [" ".join(run.split()) for run in _lines(body if body is not None else root)]
    return Finished(lines=tuple(line for line in lines if line), record=split_record(kept))


def _lines(node: etree._Element) -> Iterator[str]:
    """Yield runs of inline text, cut at every block element."""
    gathered = [node.text or ""]
    for child in node:
        if _is_block(child):
            yield "".join(gathered)
            yield from _lines(child)
            gathered = []
        elif not _is_silent(child):
            gathered.append("".join(_inline(child)))
        gathered.append(child.tail or "")
    yield "".join(gathered)


def _inline(node: etree._Element) -> Iterator[str]:
    yield " " if node.tag == "br" else node.text or ""
    for child in node:
        if not _is_silent(child):
            yield from _inline(child)
        yield child.tail or ""


def _is_block(node: etree._Element) -> bool:
    return node.tag in _BLOCKS and not _is_silent(node)


def _is_silent(node: etree._Element) -> bool:
    role = str(node.get("role") or "")
    return (
        not isinstance(node.tag, str)
        or node.tag in _SILENT
        or node.get("aria-hidden") == "true"
        or (node.tag == "a" and node.get("class") == "skip")
        or role in ("doc-noteref", "doc-backlink", "doc-toc", "navigation")
    )
