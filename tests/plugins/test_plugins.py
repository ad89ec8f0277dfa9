"""Another distribution adds a reader, an analyser, a writer and a template set; a broken one is told and left out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.terminal import ARTICLE
from tests.shared import ROOT

MODULE = """
from dataclasses import replace
from briefing.model.blocks import Pages
from briefing.model.lines import lines_of
from briefing.read.formats import TEXT
from briefing.write import Writer

def read_shout(name, data, limits):
    return TEXT(name, data.decode().capitalize().encode(), limits)

def mark(document, analysis, lexicon):
    return replace(analysis, version=analysis.version + "+marked")

def write_lines(pages: Pages, theme) -> bytes:
    return "\\n".join(lines_of(pages.blocks)).encode()

lines = Writer(name="lines", suffix=".lines", media_type="text/plain", write=write_lines)
"""
POINTS = """
[briefing.readers]
shout = example:read_shout
[briefing.analysers]
mark = example:mark
[briefing.writers]
lines = example:lines
broken = example:nowhere
[briefing.templates]
plain = example_set
"""


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A folder that looks as pip leaves it."""
    site = tmp_path / "site"
    info = site / "example-1.2.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: example\nVersion: 1.2\n")
    (info / "entry_points.txt").write_text(POINTS)
    (site / "example.py").write_text(MODULE)
    (site / "example_set").mkdir()
    (site / "example_set" / "__init__.py").touch()
    (site / "example_set" / "briefing.md.j2").write_text("# {{ briefing.title }}\n\nA plain set.\n")
    return site


def run(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": f"{site}{os.pathsep}{ROOT}"}
    command = [sys.executable, "-m", "briefing", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, cwd=site)


@pytest.mark.slow
def test_all_four_kinds_work(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "a.shout").write_text(ARTICLE.upper(), encoding="utf-8")
    (tmp_path / "b.txt").write_text(ARTICLE, encoding="utf-8")
    out = tmp_path / "out"
    command = ("build", str(tmp_path / "a.shout"), str(tmp_path / "b.txt"), "--template", "plain", "--out", str(out))
    done = run(installed, *command, "--format", "lines,json")
    assert done.returncode == 0, done.stderr
    assert "A plain set." in (out / "briefing.lines").read_text(encoding="utf-8")
    paths = {s["path"] for s in json.loads((out / "briefing.json").read_text())["sources"]}
    assert paths == {"a.shout", "b.txt"}
    assert "briefing.writers broken" in done.stderr


@pytest.mark.slow
def test_what_is_installed_is_listed(installed: Path) -> None:
    told = run(installed, "plugins").stdout
    assert "shout" in told
    assert "example 1.2" in told
    assert "cannot be loaded: AttributeError" in told
