"""A run's files come together, and nothing of an earlier run is left or lost."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest

from briefing import outputs
from briefing.errors import ExportError
from briefing.outputs import write_run


def listing(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_manifest_holds_the_hash_of_every_file(tmp_path: Path) -> None:
    write_run(tmp_path, {"a.md": b"one", "sources/S1.txt": b"two"}, {"profile": "p"})
    manifest = json.loads((tmp_path / "manifest.json").read_bytes())
    assert manifest["outputs"]["a.md"]["sha256"] == hashlib.sha256(b"one").hexdigest()
    assert manifest["outputs"]["sources/S1.txt"]["bytes"] == 3
    assert manifest["profile"] == "p"


def test_files_of_the_earlier_run_go_and_those_of_others_stay(tmp_path: Path) -> None:
    write_run(tmp_path, {"a.md": b"one", "a.pdf": b"pdf"}, {})
    (tmp_path / "mine.txt").write_bytes(b"mine")
    write_run(tmp_path, {"a.md": b"two"}, {})
    assert set(listing(tmp_path)) == {"a.md", "manifest.json", "mine.txt"}


def test_a_manifest_cannot_name_files_outside_for_removal(tmp_path: Path) -> None:
    outside = tmp_path / "keep.txt"
    outside.write_bytes(b"keep")
    run = tmp_path / "run"
    run.mkdir()
    (run / "manifest.json").write_text(json.dumps({"outputs": {"../keep.txt": {}, str(outside): {}}}))
    write_run(run, {"a.md": b"x"}, {})
    assert outside.read_bytes() == b"keep"


def test_a_full_disk_leaves_the_earlier_run_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_run(tmp_path, {"a.md": b"one"}, {})
    before = listing(tmp_path)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError, match="No space left"):
        write_run(tmp_path, {"a.md": b"two"}, {})
    assert listing(tmp_path) == before


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    place = tmp_path / "out"
    place.write_text("a file")
    with pytest.raises(ExportError, match="cannot be written"):
        write_run(place, {"a.md": b"x"}, {})
    assert place.read_text() == "a file"
    assert outputs.MANIFEST == "manifest.json"
