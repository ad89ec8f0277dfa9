"""Whether a PDF's letters are letters: scans, and fonts without a character map, are told from text."""

from __future__ import annotations

import shutil
from collections.abc import Sequence

from briefing.read.pdf.page import PageText

_UNKNOWN = 0.1
"""A file with more than this share of signs without a known letter is not passed on."""
_FEW = 12
"""Signs a page; with fewer on average, the pages are pictures."""


def why_illegible(pages: Sequence[PageText]) -> str | None:
    """Return why the text cannot be used: pictures of pages, or signs that only look like text; None where it can."""
    signs, unknown = sum(p.signs for p in pages), sum(p.unknown for p in pages)
    if signs < _FEW * min(len(pages), 4):
        return "the PDF holds pictures of pages, no text (a scan?)"
    if unknown > _UNKNOWN * signs:
        return "the PDF's fonts have no usable character map: its text can be seen but not read out"
    return None


def advice() -> str:
    """Return what can be done about it on this machine."""
    if shutil.which("tesseract"):
        return "try --ocr, which recognises the pages with tesseract"
    return "--ocr would recognise the pages, but the program tesseract is not installed"
