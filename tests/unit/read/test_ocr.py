"""Scanned pages are refused, or read with tesseract when that is asked for and installed."""

from __future__ import annotations

import io
import shutil

import pytest
from PIL import Image, ImageDraw, ImageFont

from briefing.errors import UnreadableSource
from briefing.read import read_bytes
from tests.shared import ROOT

SENTENCE = "Norland said on Monday that it had closed the northern port."


def scan() -> bytes:
    """Return a PDF whose one page is a picture of a sentence."""
    face = ImageFont.truetype(ROOT / "briefing" / "write" / "fonts" / "NotoSerif-Regular.ttf", 40)
    page = Image.new("L", (1654, 2339), 255)
    drawing = ImageDraw.Draw(page)
    for number in range(8):
        drawing.text((150, 200 + 90 * number), SENTENCE, font=face, fill=0)
    buffer = io.BytesIO()
    page.save(buffer, "PDF", resolution=200)
    return buffer.getvalue()


def test_a_scan_is_refused_and_the_option_named() -> None:
    with pytest.raises(UnreadableSource) as caught:
        read_bytes("scan.pdf", scan())
    assert "--ocr" in f"{caught.value.message} {caught.value.hint}"


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
def test_a_scan_is_read_by_tesseract() -> None:
    pytest.importorskip("pytesseract")
    (document,) = read_bytes("scan.pdf", scan(), ocr=True)
    assert document.text.count(SENTENCE) >= 6
    assert document.blocks[0].page == 1
