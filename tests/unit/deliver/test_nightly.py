"""Nights end to end: only what is new is worked on, and the result is that of a build from nothing."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.analyse import analyse
from briefing.deliver.config import NightlyConfig, load_config
from briefing.deliver.nightly import run_nightly
from briefing.errors import BriefingError, DeliveryError, UsageError
from tests.commands.terminal import ARTICLE, snapshot

FIRST = datetime(2025, 3, 4, 2, 0, tzinfo=UTC)
SECOND = datetime(2025, 3, 5, 2, 0, tzinfo=UTC)
SETTINGS = """
profiles = ["japan", "united-states"]
[sources]
paths = ["inbox"]
"""
OTHER = (
    "Norland reopens port\n\nNORLAND CITY: Norland reopened the northern port on Tuesday (Mar 4, 2025), "
    "its transport ministry said.\n\nJapan may send a repair ship, the foreign ministry in Tokyo said.\n"
)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "nightly.toml").write_text(SETTINGS)
    return tmp_path


def config(desk: Path) -> NightlyConfig:
    return load_config(desk / "nightly.toml")


def outputs(desk: Path) -> dict[str, bytes]:
    return {name: data for name, data in snapshot(desk / "out").items() if name != "status.json"}


def test_a_night_has_a_folder_for_each_profile(desk: Path) -> None:
    places = run_nightly(config(desk), now=FIRST)
    assert [p.relative_to(desk).as_posix() for p in places] == ["out/2025-03-04/japan", "out/2025-03-04/united-states"]
    assert os.readlink(desk / "out" / "latest") == "2025-03-04"
    status = json.loads((desk / "out" / "status.json").read_text())
    assert (status["ok"], status["exit_code"], status["night"]) == (True, 0, "2025-03-04")
    assert "night of 2025-03-04 ends with 0" in (desk / "nightly.log").read_text()


def test_the_second_night_analyses_only_what_is_new(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run_nightly(config(desk), now=FIRST)
    (desk / "inbox" / "b.txt").write_text(OTHER, encoding="utf-8")
    worked: list[str] = []

    def counting(document, lexicon):  # type: ignore[no-untyped-def]
        worked.append(document.path)
        return analyse(document, lexicon)

    monkeypatch.setattr("briefing.each.analyse", counting)
    run_nightly(config(desk), now=SECOND)
    assert worked == ["b.txt"]
    briefing = json.loads((desk / "out" / "2025-03-05" / "japan" / "briefing.json").read_text())
    assert briefing["changes"]["since"] == "2025-03-04"
    assert "source_new" in {c["kind"] for c in briefing["changes"]["entries"]}


def test_a_night_is_the_same_as_one_from_nothing(desk: Path) -> None:
    run_nightly(config(desk), now=FIRST)
    (desk / "inbox" / "b.txt").write_text(OTHER, encoding="utf-8")
    run_nightly(config(desk), now=SECOND)
    incremental = outputs(desk)
    (desk / "briefing.sqlite").unlink()
    shutil.rmtree(desk / "out" / "2025-03-05")
    run_nightly(config(desk), now=SECOND)
    assert outputs(desk) == incremental


def test_nothing_changed_is_said(desk: Path) -> None:
    run_nightly(config(desk), now=FIRST)
    run_nightly(config(desk), now=SECOND)
    briefing = json.loads((desk / "out" / "2025-03-05" / "japan" / "briefing.json").read_text())
    assert briefing["changes"] == {"since": "2025-03-04", "entries": []}


def test_a_damaged_store_costs_nothing_but_time(desk: Path) -> None:
    run_nightly(config(desk), now=FIRST)
    before = outputs(desk)
    (desk / "briefing.sqlite").write_bytes(b"damaged " * 1000)
    said: list[str] = []
    run_nightly(config(desk), now=FIRST, say=said.append)
    assert any("damaged" in line for line in said)
    assert outputs(desk) == before


def test_a_missed_night_is_caught_up(desk: Path) -> None:
    run_nightly(config(desk), now=SECOND)
    run_nightly(config(desk), now=SECOND, as_of="2025-03-04")
    assert (desk / "out" / "2025-03-04" / "japan" / "briefing.md").exists()
    assert os.readlink(desk / "out" / "latest") == "2025-03-05"
    with pytest.raises(UsageError):
        run_nightly(config(desk), now=SECOND, as_of="soon")


def test_a_clock_set_back_is_told_and_loses_nothing(desk: Path) -> None:
    run_nightly(config(desk), now=SECOND)
    before = snapshot(desk / "out" / "2025-03-05")
    said: list[str] = []
    run_nightly(config(desk), now=FIRST, say=said.append)
    assert any("is the clock right" in line for line in said)
    assert snapshot(desk / "out" / "2025-03-05") == before


def test_one_failing_profile_does_not_stop_the_others(desk: Path) -> None:
    (desk / "own.toml").write_text('languag = "en"\n')
    (desk / "nightly.toml").write_text(SETTINGS.replace('"japan"', '"own.toml"'))
    said: list[str] = []
    with pytest.raises(BriefingError, match="languag"):
        run_nightly(config(desk), now=FIRST, say=said.append)
    told = next(n for n, line in enumerate(said) if "languag" in line)
    assert told < next(n for n, line in enumerate(said) if "united-states" in line)
    assert (desk / "out" / "2025-03-04" / "united-states" / "briefing.pdf").exists()
    status = json.loads((desk / "out" / "status.json").read_text())
    assert (status["ok"], status["exit_code"]) == (False, 2)


def test_sources_that_are_gone_are_told_and_earlier_nights_stand(desk: Path) -> None:
    run_nightly(config(desk), now=FIRST)
    before = outputs(desk)
    shutil.rmtree(desk / "inbox")
    with pytest.raises(BriefingError, match="inbox"):
        run_nightly(config(desk), now=SECOND)
    assert outputs(desk) == before
    assert json.loads((desk / "out" / "status.json").read_text())["last_success"] == FIRST.isoformat()


def test_a_place_that_cannot_be_written_is_told(desk: Path) -> None:
    (desk / "out").write_text("a file")
    with pytest.raises(BriefingError):
        run_nightly(config(desk), now=FIRST)
    assert (desk / "out").read_text() == "a file"


@pytest.mark.slow
@pytest.mark.skipif(os.geteuid() != 0 or shutil.which("mount") is None, reason="only root can mount a small disk")
def test_a_full_disk_is_told_and_the_earlier_night_stands(desk: Path) -> None:
    out = desk / "out"
    out.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(out)]
    done = subprocess.run(mount, capture_output=True, check=False)
    if done.returncode:
        pytest.skip(f"no small disk can be mounted here: {done.stderr.decode().strip()}")
    try:
        run_nightly(config(desk), now=FIRST)
        before = outputs(desk)
        (out / "filler").write_bytes(b"x" * (shutil.disk_usage(out).free - 4096))
        with pytest.raises(BriefingError, match="No space left"):
            run_nightly(config(desk), now=SECOND)
        (out / "filler").unlink()
        assert outputs(desk) == before
    finally:
        subprocess.run(["umount", str(out)], check=True)


KILLED = """
import os, sys, signal
from datetime import datetime, UTC
from pathlib import Path
from briefing.deliver.config import load_config
from briefing.deliver.nightly import run_nightly
count, limit = 0, int(sys.argv[2])
def hook(event, args):
    global count
    if event in ("os.rename", "os.mkdir", "os.rmdir", "os.symlink", "os.remove", "sqlite3.connect") or (
        event == "open" and isinstance(args[1], str) and set(args[1]) & set("wax+")
    ):
        count += 1
        if count == limit:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(hook)
run_nightly(load_config(Path(sys.argv[1])), now=datetime(2025, 3, 5, 2, tzinfo=UTC))
print(count)
"""


def whole(desk: Path, wanted: dict[str, bytes]) -> None:
    """Every finished folder holds just what an undisturbed run makes."""
    for place in (desk / "out").glob("2025-*/[a-z]*"):
        found = {f"{place.relative_to(desk / 'out').as_posix()}/{name}": data for name, data in snapshot(place).items()}
        assert found == {k: v for k, v in wanted.items() if k.startswith(f"{place.relative_to(desk / 'out')}/")}


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_killed_at_each_change_of_the_disk_and_at_any_instant(desk: Path) -> None:
    (desk / "nightly.toml").write_text('profiles = ["japan"]\n[sources]\npaths = ["inbox"]\n')
    run_nightly(config(desk), now=FIRST)
    (desk / "inbox" / "b.txt").write_text(OTHER, encoding="utf-8")
    clean = desk / "clean"
    shutil.copytree(desk, clean, ignore=lambda _, names: [n for n in names if n == "clean"], symlinks=True)
    run_nightly(config(clean), now=SECOND)
    wanted = outputs(clean)
    command = [sys.executable, "-c", KILLED, str(desk / "nightly.toml")]
    total, limit = 1, 1
    while limit <= total:
        shutil.rmtree(desk / "out" / "2025-03-05", ignore_errors=True)
        done = subprocess.run([*command, str(limit)], capture_output=True, text=True, check=False)
        assert done.returncode in (-signal.SIGKILL, 0), done.stderr
        whole(desk, wanted)
        total = int(done.stdout) if done.returncode == 0 else limit + 1
        limit += 3
    for part in range(1, 11):
        shutil.rmtree(desk / "out" / "2025-03-05", ignore_errors=True)
        process = subprocess.Popen([*command, "-1"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(part * 0.15)
        process.kill()
        process.wait()
        whole(desk, wanted)
    run_nightly(config(desk), now=SECOND)
    assert outputs(desk) == wanted


def test_two_runs_at_once_are_refused(desk: Path) -> None:
    from briefing.deliver.lock import one_at_a_time

    with one_at_a_time(desk / "briefing.sqlite.lock"), pytest.raises(DeliveryError, match="another run"):
        run_nightly(config(desk), now=FIRST)
