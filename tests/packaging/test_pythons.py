"""The wheel with its dependencies, under each other Python that it says it runs on: the same bytes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.shared import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


def others() -> list[str]:
    """Return the versions among the classifiers that are not the one running, as `3.12`."""
    named = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["classifiers"]
    versions = [n.rsplit(" ", 1)[1] for n in named if n.startswith("Programming Language :: Python :: 3.")]
    return [v for v in versions if v != "{}.{}".format(*sys.version_info)]


def interpreter(version: str) -> str | None:
    """Return a program that runs this version: one on the path that starts, else the newest that pyenv has."""
    root = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    kept = sorted(root.glob(f"versions/{version}.*/bin/python"))
    for program in filter(None, [shutil.which(f"python{version}"), *map(str, reversed(kept))]):
        if subprocess.run([program, "--version"], capture_output=True, check=False).returncode == 0:
            return program
    return None


def build(briefing: str | Path, out: Path) -> dict[str, bytes]:
    """Build the briefing of seeds/ with this program; return its files by name."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    command = [str(briefing), "build", str(ROOT / "seeds"), "--out", str(out), "--quiet"]
    subprocess.run(command, cwd=out.parent, env=environment, check=True)
    return {str(p.relative_to(out)): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}


@pytest.mark.parametrize("version", others())
def test_the_same_bytes_under_another_python(version: str, tmp_path: Path) -> None:
    program = interpreter(version)
    if program is None:
        pytest.skip(f"Python {version} is not installed here")
    subprocess.run([program, "-m", "venv", str(tmp_path / "env")], check=True)
    quiet = [str(tmp_path / "env/bin/python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*quiet, str(ROOT)], check=True)
    here = build(Path(sys.executable).with_name("briefing"), tmp_path / "here")
    assert build(tmp_path / "env/bin/briefing", tmp_path / "there") == here
