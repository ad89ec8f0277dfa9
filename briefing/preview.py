"""Page thumbnails and a contact sheet of a finished PDF, to look at a run at once."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image

from briefing.errors import ExportError, InputError, UnreadableSource

_PAGE_WIDTH = 900
_THUMBNAIL_WIDTH = 300
_COLUMNS = 4
_GAP = 16
_GROUND = "#d9d9d9"
_MOST_ON_SHEET = 40
_MOST_PAGES = 200


def preview(run: Path, out: Path | None = None) -> tuple[Path, ...]:
    """Write pictures of the PDF of a run (a folder, or the PDF itself) to `out`, by default the run's `preview`."""
    pdf = run / "briefing.pdf" if run.is_dir() else run
    if not pdf.is_file():
        raise InputError("there is no briefing.pdf", where=str(run), hint="build it with --format pdf, or name a PDF")
    folder = out if out is not None else pdf.parent / "preview"
    files = pictures_of(pdf.read_bytes(), where=pdf.name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, picture in files:
            (folder / name).write_bytes(picture)
    except OSError as error:
        raise ExportError(f"the pictures cannot be written: {error.strerror}", where=str(folder)) from error
    return tuple(folder / name for name, _ in files)


def pictures_of(pdf: bytes, *, where: str, most: int = _MOST_PAGES) -> tuple[tuple[str, bytes], ...]:
    """Return PNG files by name: each of the first `most` pages (`page-001.png`) and one `contact-sheet.png`."""
    pages = _pages(pdf, where, most)
    files = [(f"page-{number:03}.png", _png(page)) for number, page in enumerate(pages, 1)]
    return (*files, ("contact-sheet.png", _png(_sheet(pages[:_MOST_ON_SHEET]))))


def _pages(pdf: bytes, where: str, most: int) -> list[Image.Image]:
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise UnreadableSource("is no PDF that can be opened", where=where) from error
    try:
        count = min(len(document), most)
        return [_page(document[number]) for number in range(count)]
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage) -> Image.Image:
    picture: Image.Image = page.render(scale=_PAGE_WIDTH / page.get_width()).to_pil()
    return picture.convert("RGB")


def _sheet(pages: list[Image.Image]) -> Image.Image:
    """Set the pages in rows of four, in reading order."""
    small = [page.resize((_THUMBNAIL_WIDTH, round(page.height * _THUMBNAIL_WIDTH / page.width))) for page in pages]
    columns = min(_COLUMNS, len(small))
    rows = [small[start : start + columns] for start in range(0, len(small), columns)]
    heights = [max(page.height for page in row) for row in rows]
    width = columns * _THUMBNAIL_WIDTH + (columns + 1) * _GAP
    sheet = Image.new("RGB", (width, sum(heights) + (len(rows) + 1) * _GAP), _GROUND)
    top = _GAP
    for row, height in zip(rows, heights, strict=True):
        for column, page in enumerate(row):
            sheet.paste(page, (_GAP + column * (_THUMBNAIL_WIDTH + _GAP), top))
        top += height + _GAP
    return sheet


def _png(picture: Image.Image) -> bytes:
    out = BytesIO()
    picture.save(out, format="PNG", optimize=True)
    return out.getvalue()
