"""The bytes of a saved page -> its tree: charset, markup of any age; nothing is fetched."""

from __future__ import annotations

import ast
import re

from lxml import etree, html

from briefing.errors import UnreadableSource
from briefing.read.decode import decode

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-z0-9_:.-]{2,40})""", re.I)
_NOTATION = re.compile(rb"""^b(['"])(?=\s*<).*\1\s*\Z""", re.S | re.M)
_DECLARATION = re.compile(r"^\ufeff?\s*<\?xml[^>]{0,200}\?>")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]")


def tree_of(name: str, data: bytes) -> etree._Element:
    """Return the root of a page; a page without any markup is refused as no page."""
    data = _unquoted(data)
    declared = _CHARSET.search(data[:4096])
    text = decode(data, declared=declared[1].decode("ascii") if declared else None)
    text = _CONTROLS.sub(" ", _DECLARATION.sub("", text))
    if not text.strip():
        raise UnreadableSource("the page is empty", where=name)
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as fault:
        raise UnreadableSource("the page holds no markup that can be read", where=name) from fault
    return root


def _unquoted(data: bytes) -> bytes:
    """Return the markup itself where a program wrote its Python notation (`b'...'`) at the end of the page instead."""
    found = _NOTATION.search(data)
    if found is None:
        return data
    try:
        value = ast.literal_eval(found[0].decode("ascii").strip())
    except (ValueError, SyntaxError, RecursionError, MemoryError):
        return data
    return data[: found.start()] + value if isinstance(value, bytes) else data
