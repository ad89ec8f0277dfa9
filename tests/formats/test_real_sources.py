"""Real sources of every kind: the same bytes in any order, and files that pass the validators."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import outloud
import pytest
from page import SafetyLimits, ValidationProfile, validate_pdf_bytes

from tests.commands.terminal import briefing, snapshot
from tests.shared import ROOT

KINDS = (
    ("clusters/clusters/*/*.txt", 18),
    ("kcna/txt/*.txt", 8),
    ("unga2024/*/*_en.*", 8),
    ("crs/md/*.md", 6),
    ("crs/pdf/*.pdf", 4),
    ("feeds/state_dept/html/*", 5),
    ("parsers/docx/**/*.docx", 5),
    ("parsers/eml/**/*.eml", 5),
    ("feeds/state_dept/data.rss", 1),
)
LIMITS = SafetyLimits(max_reference_depth=2000)

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def mixed(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Sixty files of nine kinds, drawn by a fixed seed."""
    folder, chance = tmp_path_factory.mktemp("mixed"), random.Random(5)
    drawn: list[Path] = []
    for pattern, count in KINDS:
        found = sorted(p for p in (shared / "corpora").glob(pattern) if p.is_file())
        drawn += chance.sample(found, count)
    return [Path(shutil.copy(p, folder / f"{n:02}_{p.name}")) for n, p in enumerate(drawn)]


def build(sources: list[Path], out: Path, *more: str) -> dict[str, bytes]:
    told = briefing("build", *sources, "--out", out, "--format", "docx,pdf,md,json", "--quiet", *more)
    assert told.code == 0, told.err
    return snapshot(out)


def test_sixty_files_in_any_order_are_one_briefing(mixed: list[Path], tmp_path: Path) -> None:
    first = build([mixed[0].parent], tmp_path / "folder")
    assert build([mixed[0].parent], tmp_path / "again") == first
    shuffled = random.Random(7).sample(mixed, len(mixed))
    assert build(shuffled, tmp_path / "shuffled") == first


@pytest.mark.parametrize("case", ["seed", "twenty sources", "Korean labels"])
def test_the_pdf_meets_both_standards(case: str, mixed: list[Path], tmp_path: Path) -> None:
    sources = mixed[:20] if case == "twenty sources" else [ROOT / "seeds"]
    data = build(sources, tmp_path, *(["--lang", "ko"] if case == "Korean labels" else []))["briefing.pdf"]
    for profile in (ValidationProfile.PDF_UA_1, ValidationProfile.PDF_A_2A):
        assert "Result: no failures" in str(validate_pdf_bytes(data, profile=profile, limits=LIMITS))
    found = outloud.check(str(tmp_path / "briefing.pdf")).findings
    assert [f for f in found if f.severity == "error"] == []
