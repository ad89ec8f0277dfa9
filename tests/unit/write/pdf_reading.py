"""How tests read a PDF: text by page, links, tags."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pikepdf
import pypdfium2

from briefing.model.blocks import Block, Heading, Pages
from tests.pages import META, korean_pages, long_pages, rich_pages, text

SAMPLES = {"rich": rich_pages, "korean": korean_pages, "long": long_pages}


def opened(data: bytes) -> pikepdf.Pdf:
    """Open a PDF; what is read from it lives as long as it does."""
    return pikepdf.open(io.BytesIO(data))


def texts(data: bytes) -> list[str]:
    """Read the text of each page; a soft hyphen at a line's end joins the parts of its word."""
    pages = pypdfium2.PdfDocument(data)
    return [re.sub(r"[\ufffe\u00ad\u200b]\s*", "", page.get_textpage().get_text_range()) for page in pages]


def dense(words: str) -> str:
    """Take all white space out."""
    return re.sub(r"[\s\u00a0]+", "", words)


def links(pdf: pikepdf.Pdf) -> Iterator[tuple[int, str, Any]]:
    """Yield page number, description and annotation of every link."""
    for number, page in enumerate(pdf.pages):
        for annotation in page.get("/Annots", []):
            yield number, str(annotation["/Contents"]), annotation


def nodes(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Yield the structure elements in reading order."""
    waiting = [pdf.Root.StructTreeRoot.K[0]]
    while waiting:
        node = waiting.pop()
        if isinstance(node, pikepdf.Dictionary) and "/S" in node:
            yield node
            waiting.extend(reversed(list(node.get("/K", []))))


def minimal(*blocks: Block, **changes: Any) -> Pages:
    """Make pages of a title and `blocks`; `changes` go to the properties."""
    heading = Heading(level=1, children=text("A title"), anchor="title")
    return Pages(meta=replace(META, **changes), blocks=(heading, *blocks))
