"""The PDF before the checkers: both standards, soundness, the same bytes each time."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from page import SafetyLimits, ValidationProfile, validate_pdf_bytes

from briefing.model.theme import Theme
from briefing.write.pdf import write_pdf
from tests.pages import rich_pages
from tests.shared import ROOT
from tests.unit.write.pdf_reading import SAMPLES


@pytest.fixture(scope="module")
def written() -> dict[str, bytes]:
    return {name: write_pdf(make(), Theme()) for name, make in SAMPLES.items()}


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("profile", [ValidationProfile.PDF_UA_1, ValidationProfile.PDF_A_2A])
def test_both_standards_are_met(written: dict[str, bytes], sample: str, profile: ValidationProfile) -> None:
    report = validate_pdf_bytes(written[sample], profile=profile, limits=SafetyLimits(max_reference_depth=2000))
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


@pytest.mark.slow
@pytest.mark.parametrize("sample", SAMPLES)
def test_the_accessibility_checker_finds_no_error(written: dict[str, bytes], sample: str, tmp_path: Path) -> None:
    outloud = pytest.importorskip("outloud")
    path = tmp_path / "sample.pdf"
    path.write_bytes(written[sample])
    result = outloud.check(str(path))
    assert [finding for finding in result.findings if finding.severity == "error"] == []


@pytest.mark.slow
@pytest.mark.parametrize("sample", SAMPLES)
def test_qpdf_finds_the_file_sound(written: dict[str, bytes], sample: str, tmp_path: Path) -> None:
    qpdf = shutil.which("qpdf")
    if qpdf is None:
        pytest.skip("qpdf is not installed")
    path = tmp_path / "sample.pdf"
    path.write_bytes(written[sample])
    done = subprocess.run([qpdf, "--check", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_same_pages_give_the_same_bytes(written: dict[str, bytes]) -> None:
    assert write_pdf(rich_pages(), Theme()) == written["rich"]


@pytest.mark.slow
@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_bytes_do_not_depend_on_hash_order(written: dict[str, bytes], seed: str) -> None:
    code = (
        "import hashlib; from briefing.model.theme import Theme; from briefing.write.pdf import write_pdf;"
        "from tests.pages import rich_pages; print(hashlib.sha256(write_pdf(rich_pages(), Theme())).hexdigest())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == hashlib.sha256(written["rich"]).hexdigest()
