"""Files that other programs only opened and saved, and pages whose lines break at hyphens, are not suspected."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from briefing.build import Request, build
from briefing.model.blocks import Pages
from briefing.model.lines import folded
from briefing.model.theme import Theme
from briefing.profile import default_profile
from briefing.verify import verify
from briefing.verify.finished.pdf import read
from briefing.write import WRITERS
from tests.pages import META, paragraph
from tests.shared import ROOT


@pytest.mark.parametrize("before", range(0, 60, 4))
def test_a_hyphen_at_the_end_of_a_line_is_read_back(before: int) -> None:
    words = "w " * before + "a path of low- carbon and low-carbon growth - and more"
    pages = Pages(meta=META, blocks=(paragraph(words),))
    assert folded(read(WRITERS["pdf"].write(pages, Theme()), "x").lines[0]) == folded(words)


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_what_libreoffice_saved_is_checked_by_its_quotations(tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("needs LibreOffice Writer (tests/tools.sh installs it)")
    build(Request(sources=(ROOT / "seeds",), profile=default_profile()), tmp_path / "run")
    profile, kept = f"-env:UserInstallation={tmp_path.as_uri()}/profile", tmp_path / "kept"
    command = ["soffice", "--headless", profile, "--convert-to", "docx", "--outdir", str(kept)]
    subprocess.run([*command, str(tmp_path / "run/briefing.docx")], capture_output=True, check=True, timeout=240)
    report = verify(kept / "briefing.docx", (ROOT / "seeds",))
    assert [f.message for f in report.findings if f.status == "differs"] == []
    assert [f.where for f in report.findings if f.status == "unchecked"] == ["lines"]
    assert report.count("proven") > 3
