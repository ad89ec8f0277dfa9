"""Folders of nights: put in one step, found again, removed only where a run wrote them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.deliver import nights
from briefing.deliver.lock import one_at_a_time
from briefing.deliver.nights import clear_leftovers, earlier_run, put_run, remove_old_nights
from briefing.errors import DeliveryError, ExportError

FILES = {"briefing.json": b"{}", "sources/S1.txt": b"text"}


def put(out: Path, *dates: str) -> None:
    for date in dates:
        put_run(out, date, "kr", FILES, {})


def test_latest_points_to_the_newest_night_also_after_the_clock_went_back(tmp_path: Path) -> None:
    put(tmp_path, "2025-03-05", "2025-03-04")
    assert os.readlink(tmp_path / "latest") == "2025-03-05"


def test_a_folder_named_latest_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "latest").mkdir()
    put(tmp_path, "2025-03-05")
    assert not (tmp_path / "latest").is_symlink()


def test_the_earlier_run_is_of_an_earlier_date(tmp_path: Path) -> None:
    put(tmp_path, "2025-03-03", "2025-03-05")
    assert earlier_run(tmp_path, "2025-03-05", "kr") == tmp_path / "2025-03-03" / "kr"
    assert earlier_run(tmp_path, "2025-03-03", "kr") is None
    assert earlier_run(tmp_path, "2025-03-05", "jp") is None


def test_a_second_run_of_a_night_replaces_the_first_and_keeps_what_others_put_there(tmp_path: Path) -> None:
    put(tmp_path, "2025-03-05")
    place = tmp_path / "2025-03-05" / "kr"
    (place / "remarks.txt").write_text("mine")
    put_run(tmp_path, "2025-03-05", "kr", {"briefing.json": b"[]"}, {})
    assert {p.name for p in place.iterdir()} == {"briefing.json", "manifest.json", "remarks.txt"}
    assert (place / "briefing.json").read_bytes() == b"[]"


def test_a_run_that_fails_while_writing_leaves_the_first_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "2025-03-05")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(nights, "_exchange", refuse)
    with pytest.raises(ExportError, match="No space left"):
        put_run(tmp_path, "2025-03-05", "kr", {"briefing.json": b"[]"}, {})
    assert (tmp_path / "2025-03-05" / "kr" / "briefing.json").read_bytes() == b"{}"
    assert [p.name for p in (tmp_path / "2025-03-05").iterdir()] == ["kr"]


def test_retention_keeps_the_newest_and_what_others_wrote(tmp_path: Path) -> None:
    put(tmp_path, "2025-03-01", "2025-03-02", "2025-03-03", "2025-03-04")
    (tmp_path / "2025-03-01" / "kr" / "remarks.txt").write_text("mine")
    (tmp_path / "2025-03-02" / "kr" / "briefing.json").write_text("edited")
    (tmp_path / "2024-01-01").mkdir()
    (tmp_path / "2024-01-01" / "photo.jpg").write_bytes(b"x")
    removed = remove_old_nights(tmp_path, "2025-03-04", keep=2, days=None)
    assert removed == ("2025-03-01", "2025-03-02")
    assert not (tmp_path / "2025-03-01" / "kr" / "briefing.json").exists()
    assert (tmp_path / "2025-03-01" / "kr" / "remarks.txt").exists()
    assert (tmp_path / "2025-03-02" / "kr" / "briefing.json").read_text() == "edited"
    assert (tmp_path / "2024-01-01" / "photo.jpg").exists()
    assert (tmp_path / "2025-03-03" / "kr" / "briefing.json").exists()


def test_retention_by_age_and_count_needs_both(tmp_path: Path) -> None:
    put(tmp_path, "2025-01-01", "2025-03-01", "2025-03-04")
    assert remove_old_nights(tmp_path, "2025-03-04", keep=1, days=30) == ("2025-01-01",)
    assert remove_old_nights(tmp_path, "2025-03-04", keep=None, days=None) == ()


def test_leftovers_of_a_killed_run_go(tmp_path: Path) -> None:
    put(tmp_path, "2025-03-05")
    (tmp_path / "2025-03-05" / ".new-kr").mkdir()
    (tmp_path / "2025-03-06" / ".new-kr").mkdir(parents=True)
    clear_leftovers(tmp_path)
    assert [p.name for p in (tmp_path / "2025-03-05").iterdir()] == ["kr"]
    assert not (tmp_path / "2025-03-06").exists()


def test_one_run_at_a_time(tmp_path: Path) -> None:
    with (
        one_at_a_time(tmp_path / "lock"),
        pytest.raises(DeliveryError, match=f"process {os.getpid()}"),
        one_at_a_time(tmp_path / "lock"),
    ):
        raise AssertionError("two runs at once")
    with one_at_a_time(tmp_path / "lock"):
        assert (tmp_path / "lock").read_text().strip() == str(os.getpid())
