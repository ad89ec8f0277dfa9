"""Word documents before programs that are not ours: the Open XML SDK's validator and LibreOffice."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.model.theme import Theme
from briefing.write.docx import write_docx
from tests.pages import rich_pages
from tests.shared import ROOT
from tests.unit.write.word import bitmap

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

NODE = ROOT / "tests" / "node" / "node_modules" / "@xarsh" / "ooxml-validator" / "dist" / "src" / "cli.js"


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("docx") / "briefing.docx"
    pages = replace(rich_pages(), pictures=(("timeline", bitmap(420, 70)),))
    path.write_bytes(write_docx(pages, Theme(cover=True, contents=True)))
    return path


def test_the_open_xml_validator_finds_no_error(document: Path) -> None:
    if shutil.which("node") is None or not NODE.is_file():
        pytest.skip("needs node and `npm install` in tests/node (tests/tools.sh does it)")
    done = subprocess.run(["node", str(NODE), str(document)], capture_output=True, text=True, check=False)
    assert json.loads(done.stdout)["errors"] == []


def test_libreoffice_prints_text_notes_contents_and_page_numbers(document: Path, tmp_path: Path) -> None:
    if shutil.which("soffice") is None or shutil.which("pdftotext") is None:
        pytest.skip("needs LibreOffice Writer and pdftotext (tests/tools.sh installs them)")
    profile = f"-env:UserInstallation={tmp_path.as_uri()}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path), str(document)]
    subprocess.run(command, capture_output=True, check=True, timeout=240)
    printed = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "briefing.pdf"), "-"], capture_output=True, text=True, check=True
    ).stdout
    pages = [" ".join(page.split()) for page in printed.split("\f")]
    assert "Graphite: Beijing’s licence stop" in pages[0]
    assert "Bottom line stated China suspended export licences" in pages[1]
    assert "1 S1, characters 0–71." in pages[1]
    assert re.search(r"Quoted sources\.* ?\d", printed)
    assert all("Internal use only" in page for page in pages[:-1])
    assert f"Page 2 of {len(pages) - 1}" in pages[1]
    assert all("no language model used" in page for page in pages[:-1])
    assert "수출 허가 중단" in printed
