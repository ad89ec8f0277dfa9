"""The briefing of the seed article as a person accepted it: Markdown, Word with its styles, PDF page by page."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree

from tests.accepted import Accept
from tests.commands.terminal import snapshot
from tests.shared import ROOT

KEPT = Path(__file__).parent / "seed"
FORMATS = "docx,pdf,md,json,html"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def build(folder: Path, seed: str) -> Path:
    """Build the seed in a process of its own, with its own order of hashing."""
    command = [sys.executable, "-m", "briefing", "build", "seeds", "--out", str(folder), "--format", FORMATS, "-q"]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, check=True)
    return folder


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("golden"), "1")


def test_markdown(run: Path, accept: Accept) -> None:
    accept(KEPT / "briefing.md", (run / "briefing.md").read_text(encoding="utf-8"))


def test_json(run: Path, accept: Accept) -> None:
    accept(KEPT / "briefing.json", (run / "briefing.json").read_text(encoding="utf-8"))


def test_word(run: Path, accept: Accept) -> None:
    root = etree.fromstring(zipfile.ZipFile(run / "briefing.docx").read("word/document.xml"))
    lines = [f"{_style(p):24} {''.join(t.text or '' for t in p.iter(f'{W}t'))}".rstrip() for p in root.iter(f"{W}p")]
    accept(KEPT / "docx.txt", "\n".join(lines) + "\n")


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val"))


def test_pdf(run: Path, accept: Accept) -> None:
    document = pypdfium2.PdfDocument(run / "briefing.pdf")
    try:
        texts = [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document]
    finally:
        document.close()
    pages = [f"--- page {n} of {len(texts)} ---\n{text}\n" for n, text in enumerate(texts, 1)]
    accept(KEPT / "pdf.txt", "".join(pages))


@pytest.mark.slow
def test_the_same_bytes_in_another_folder_and_with_another_order_of_hashing(run: Path, tmp_path: Path) -> None:
    def hashes(folder: Path) -> dict[str, str]:
        return {name: hashlib.sha256(data).hexdigest() for name, data in snapshot(folder).items()}

    assert hashes(build(tmp_path / "another place", "2")) == hashes(run)


def test_no_path_of_this_machine_is_in_any_output(run: Path) -> None:
    for path in run.rglob("*"):
        if path.suffix == ".docx":
            package = zipfile.ZipFile(path)
            data = b"".join(package.read(name) for name in package.namelist())
        else:
            data = path.read_bytes() if path.is_file() else b""
        for place in (ROOT, Path.home(), run):
            assert str(place).encode() + b"/" not in data
