"""Pictures of a run's pages."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from briefing.errors import InputError, UnreadableSource
from briefing.preview import preview


def make_pdf(path: Path, pages: int) -> Path:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    for number in range(pages):
        canvas.rect(100, 100 + number * 10, 100, 100, fill=1)
        canvas.showPage()
    canvas.save()
    path.write_bytes(out.getvalue())
    return path


def test_a_run_gives_its_pages_and_a_sheet(tmp_path: Path) -> None:
    make_pdf(tmp_path / "briefing.pdf", 5)
    paths = preview(tmp_path)
    assert [p.name for p in paths] == [*(f"page-00{n}.png" for n in range(1, 6)), "contact-sheet.png"]
    assert {p.parent.name for p in paths} == {"preview"}
    with Image.open(paths[0]) as page, Image.open(paths[-1]) as sheet:
        assert page.width == 900
        assert sheet.width == 4 * 300 + 5 * 16
        assert sheet.height > 2 * 400


def test_a_pdf_and_a_folder_can_be_named(tmp_path: Path) -> None:
    pdf = make_pdf(tmp_path / "any.pdf", 1)
    assert [p.parent for p in preview(pdf, tmp_path / "shots")] == [tmp_path / "shots"] * 2


def test_what_cannot_be_shown_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"there is no briefing\.pdf"):
        preview(tmp_path)
    (tmp_path / "briefing.pdf").write_bytes(b"no pdf")
    with pytest.raises(UnreadableSource, match="is no PDF"):
        preview(tmp_path)
