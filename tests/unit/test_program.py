"""What another program found is not taken for this one's."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import program


def test_any_changed_file_makes_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "ROOT", tmp_path)
    (tmp_path / "read").mkdir()
    (tmp_path / "write").mkdir()
    (tmp_path / "read" / "words.toml").write_text("say = 1")
    first = program.digest("read")
    (tmp_path / "write" / "other.py").write_text("a = 1")
    program.digest.cache_clear()
    assert program.digest("read") == first
    (tmp_path / "read" / "words.toml").write_text("say = 2")
    program.digest.cache_clear()
    assert program.digest("read") != first
    program.digest.cache_clear()


def test_the_own_program_has_a_digest() -> None:
    assert program.digest("read", "model") == program.digest("read", "model")
    assert len(program.digest("analyse")) == 8
