"""Pages without readable text, recognised by the tesseract program through pytesseract."""

from __future__ import annotations

import importlib
import shutil
from collections.abc import Iterator
from typing import Any

from briefing.errors import UnreadableSource
from briefing.read.draft import Piece

_SCALE = 300 / 72
_MAX_PIXELS = 40_000_000


def recognise(name: str, document: Any) -> Iterator[Piece]:
    """Yield the paragraphs that tesseract sees on each page of an open document."""
    if shutil.which("tesseract") is None:
        raise UnreadableSource(
            "its pages cannot be recognised: the program tesseract is not installed",
            where=name,
            hint="install tesseract-ocr and run again with --ocr",
        )
    tesseract = _library(name)
    for number in range(len(document)):
        page = document[number]
        width, height = page.get_size()
        scale = min(_SCALE, (_MAX_PIXELS / max(width * height, 1.0)) ** 0.5)
        picture = page.render(scale=scale).to_pil()
        page.close()
        for paragraph in tesseract.image_to_string(picture).split("\n\n"):
            yield Piece(kind="paragraph", text=paragraph, page=number + 1)


def _library(name: str) -> Any:
    try:
        return importlib.import_module("pytesseract")
    except ModuleNotFoundError as fault:
        raise UnreadableSource(
            "its pages cannot be recognised: the library pytesseract is not installed",
            where=name,
            hint="pip install 'briefing[ocr]'",
        ) from fault
