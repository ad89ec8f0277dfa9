"""The page of benchmarks holds what the benchmarks printed, and says which of them failed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks import report
from benchmarks.synthetic import paragraphs, write_documents


def section(script: str) -> report.Section:
    return report.Section(title="Ships", about="How many.", script=script, full=("40",), quick=("4",))


def written(folder: Path, name: str, program: str) -> str:
    (folder / name).write_text(program, encoding="utf-8")
    return str(folder / name)


def test_tables_stand_as_they_are_and_other_lines_as_code() -> None:
    output = "\n  two ships\n| a | b |\n|---|---|\n| 1 | 2 |\n\nthe end\n"
    lines = report.tidy(list(report.printed(output))).splitlines()
    assert lines == [
        *("```text", "  two ships", "```", "", "| a | b |", "|---|---|", "| 1 | 2 |", ""),
        *("```text", "the end", "```"),
    ]


def test_a_benchmark_gets_its_size_and_a_failed_one_is_told(tmp_path: Path) -> None:
    counting = section(written(tmp_path, "count.py", "import sys; print(sys.argv[1], 'ships')"))
    assert report.run(counting, quick=False)[0] == "40 ships\n"
    assert report.run(counting, quick=True)[0] == "4 ships\n"
    sinking = section(written(tmp_path, "sink.py", "print('one'); raise SystemExit('it sank')"))
    assert report.run(sinking, quick=True)[0] == "one\n\nFailed: it sank"


def test_synthetic_documents_are_the_same_each_time_and_mix_several(tmp_path: Path) -> None:
    texts = tmp_path / "corpora" / "kcna"
    texts.mkdir(parents=True)
    for number in range(9):
        lines = (f"Ship {number} carried load {line} of grain from the old harbour to port" for line in range(30))
        (texts / f"{number}.txt").write_text("\n\n".join(lines), encoding="utf-8")
    for name in ("first", "second"):
        write_documents(tmp_path / "corpora", tmp_path / name, 12)
    made = [(tmp_path / name / "000011.txt").read_text(encoding="utf-8") for name in ("first", "second")]
    assert made[0] == made[1]
    assert len(paragraphs(made[0])) > 6


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_every_benchmark_runs_in_small(shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["report.py", str(shared), str(tmp_path / "page.md"), "--quick"])
    report.main()
    page = (tmp_path / "page.md").read_text(encoding="utf-8")
    assert [line for line in page.splitlines() if line.startswith(("Failed", "Stopped"))] == []
    assert page.count("\n## ") == len(report.sections(shared, tmp_path / "page.md"))
    assert str(shared) not in page
