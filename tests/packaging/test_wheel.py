"""The wheel works without the checkout: templates, weights, faces and their licences are in it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.shared import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
MOST_BYTES = 40_000_000


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sdist and, from it, the wheel."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--quiet", "--outdir", str(folder), str(ROOT)], check=True)
    return folder


def wheel(built: Path) -> Path:
    (found,) = built.glob("*.whl")
    return found


def test_the_wheel_is_small_enough_and_complete(built: Path) -> None:
    assert wheel(built).stat().st_size < MOST_BYTES
    names = zipfile.ZipFile(wheel(built)).namelist()
    for wanted in (
        "briefing/_templates/standard/briefing.md.j2",
        "briefing/_templates/standard/theme.toml",
        "briefing/schema/briefing.schema.json",
        "briefing/profile/shipped/south-korea.toml",
        "briefing/analyse/attribution/weights/attribution.onnx",
        "briefing/analyse/attribution/weights/MODEL_CARD.md",
        "briefing/py.typed",
    ):
        assert wanted in names
    assert any(n.startswith("briefing/write/fonts/") and n.endswith(".ttf") for n in names)
    assert any(n.startswith("briefing/write/fonts/OFL") for n in names)
    assert any("LICENSE" in n and n.startswith("briefing/analyse/attribution/weights/") for n in names)
    assert not any(n.startswith(("tests/", "training/", "out/")) for n in names)


def test_the_sdist_has_what_a_wheel_is_built_from(built: Path) -> None:
    (found,) = built.glob("*.tar.gz")
    with tarfile.open(found) as archive:
        names = archive.getnames()
    assert any(n.endswith("templates/standard/briefing.md.j2") for n in names)


def test_a_briefing_is_built_from_the_installed_wheel(built: Path, tmp_path: Path) -> None:
    """Install the wheel alone; what it needs is lent by the environment of the tests."""
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "env")], check=True)
    python = tmp_path / "env" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--no-deps", str(wheel(built))], check=True)
    site = next((tmp_path / "env" / "lib").glob("python*/site-packages"))
    (site / "lent.pth").write_text(sysconfig.get_paths()["purelib"] + "\n")
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    command = [str(python.with_name("briefing")), "build", str(ROOT / "seeds"), "--out", "out", "--json"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    made = {Path(p).name for p in json.loads(done.stdout)["outputs"]}
    assert made >= {"briefing.docx", "briefing.pdf", "briefing.md", "briefing.json", "manifest.json"}
    where = subprocess.run(
        [python, "-c", "import briefing; print(briefing.__file__)"], cwd=tmp_path, env=environment, capture_output=True,
        text=True, check=True,
    )  # fmt: skip
    assert str(site) in where.stdout


@pytest.mark.parametrize("runner", ["pipx", "uvx"])
def test_it_runs_as_a_tool_of_its_own(built: Path, tmp_path: Path, runner: str) -> None:
    """Let pipx install the wheel with all it needs, and uvx run it without installing: both give a briefing."""
    environment = {
        **{k: v for k, v in os.environ.items() if not k.startswith("PYTHON")},
        **{"PIPX_HOME": str(tmp_path / "home"), "PIPX_BIN_DIR": str(tmp_path / "bin")},
        **{"UV_TOOL_DIR": str(tmp_path / "tools"), "UV_CACHE_DIR": str(tmp_path / "cache")},
    }
    command = [sys.executable, "-m", "uv", "tool", "run", "--from", str(wheel(built)), "briefing"]
    if runner == "pipx":
        install = [sys.executable, "-m", "pipx", "install", "--quiet", str(wheel(built))]
        subprocess.run(install, cwd=tmp_path, env=environment, check=True)
        command = [str(tmp_path / "bin" / "briefing")]
    build = [*command, "build", str(ROOT / "seeds"), "--out", "out"]
    done = subprocess.run(build, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "briefing.pdf").read_bytes().startswith(b"%PDF-")
