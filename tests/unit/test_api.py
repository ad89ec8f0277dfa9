"""The Python interface does what the command line does."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import api
from briefing.errors import ExportError
from briefing.profile import load_profile
from tests.commands.terminal import ARTICLE, briefing


def test_the_verbs_give_the_bytes_of_the_command(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text(ARTICLE, encoding="utf-8")
    profile = load_profile("japan")
    reading = api.read([source])
    made = api.assemble(reading, [api.analyse(d) for d in reading.documents], profile, as_of="2025-03-05")
    rendering = api.render(made, profile)
    command = ("build", source, "--profile", "japan", "--as-of", "2025-03-05", "--out", tmp_path / "out")
    assert briefing(*command).code == 0
    for suffix in ("md", "pdf", "docx"):
        assert api.write(rendering, suffix) == (tmp_path / "out" / f"briefing.{suffix}").read_bytes()


def test_an_unknown_format_is_told(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text(ARTICLE, encoding="utf-8")
    profile = load_profile("generic")
    reading = api.read([source])
    made = api.assemble(reading, [api.analyse(d) for d in reading.documents], profile)
    with pytest.raises(ExportError, match="unknown format 'odt'"):
        api.write(api.render(made, profile), "odt")
