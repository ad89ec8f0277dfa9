"""Schedules: checked by the programs that read them, the same a second time, right over clock changes."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.deliver import schedule
from briefing.deliver.config import NightlyConfig, SourceSettings
from briefing.deliver.schedule import Plan, cron_line, next_run, service_unit, timer_unit, write_units


def plan(tmp_path: Path, **more: str) -> Plan:
    config = NightlyConfig(sources=SourceSettings(paths=("in",)), folder=str(tmp_path), **more)  # type: ignore[arg-type]
    return Plan(config_file=tmp_path / "my desk.toml", config=config, command=("/usr/bin/env", "briefing"))


class Crontab:
    """A crontab program that keeps its table in memory."""

    def __init__(self) -> None:
        self.table = ""

    def __call__(self, arguments: list[str], given: str | None = None) -> subprocess.CompletedProcess[str]:
        if arguments[0] == "systemctl":
            return subprocess.CompletedProcess(arguments, 1, "", "")
        if arguments[1] == "-":
            self.table = given or ""
        return subprocess.CompletedProcess(arguments, 0, self.table, "")


@pytest.fixture
def crontab(monkeypatch: pytest.MonkeyPatch) -> Crontab:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    return Crontab()


def test_the_timer_names_the_zone(tmp_path: Path) -> None:
    assert "OnCalendar=*-*-* 05:30:00 Asia/Seoul" in timer_unit(plan(tmp_path, timezone="Asia/Seoul"))


def test_a_path_with_spaces_is_quoted(tmp_path: Path) -> None:
    assert f'nightly "{tmp_path / "my desk.toml"}" --quiet' in service_unit(plan(tmp_path))
    assert f"nightly '{tmp_path / 'my desk.toml'}'" in cron_line(plan(tmp_path))


def test_installing_twice_leaves_one_entry_and_the_others(tmp_path: Path, crontab: Crontab) -> None:
    crontab.table = "5 4 * * * other\n"
    for _ in range(2):
        schedule.install(plan(tmp_path), run=crontab, home=tmp_path)
    assert crontab.table.splitlines() == ["5 4 * * * other", cron_line(plan(tmp_path))]
    assert "cron entry" in schedule.status(plan(tmp_path), datetime(2025, 1, 1, tzinfo=UTC), run=crontab, home=tmp_path)
    schedule.remove(plan(tmp_path), run=crontab, home=tmp_path)
    assert crontab.table == "5 4 * * * other\n"
    assert schedule.remove(plan(tmp_path), run=crontab, home=tmp_path) == "nothing is installed"


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2025-03-29T23:00+00:00", "2025-03-30T03:30+02:00"),
        ("2025-03-29T10:00+00:00", "2025-03-30T03:30+02:00"),
        ("2025-10-25T23:00+00:00", "2025-10-26T02:30+02:00"),
        ("2025-06-01T00:29+00:00", "2025-06-01T02:30+02:00"),
        ("2025-06-01T00:30+00:00", "2025-06-02T02:30+02:00"),
    ],
)
def test_next_run_over_clock_changes(tmp_path: Path, now: str, due: str) -> None:
    config = plan(tmp_path, timezone="Europe/Berlin", at="02:30").config
    assert next_run(config, datetime.fromisoformat(now)).isoformat(timespec="minutes") == due


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    made = plan(tmp_path, timezone="Asia/Seoul")
    folder = write_units(made, tmp_path / "units")
    files = [str(folder / f"{made.name}.{kind}") for kind in ("service", "timer")]
    done = subprocess.run(["systemd-analyze", "verify", "--user", *files], capture_output=True, text=True, check=False)
    told = [line for line in done.stderr.splitlines() if made.name in line]
    assert told == []
    when = timer_unit(made).split("OnCalendar=")[1].splitlines()[0]
    parsed = subprocess.run(["systemd-analyze", "calendar", when], capture_output=True, text=True, check=False)
    assert parsed.returncode == 0, parsed.stderr


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("crontab") is None, reason="cron is not installed")
def test_cron_takes_the_entry(tmp_path: Path) -> None:
    table = tmp_path / "table"
    table.write_text(cron_line(plan(tmp_path)) + "\n")
    before = subprocess.run(["crontab", "-l"], capture_output=True, text=True, check=False)
    done = subprocess.run(["crontab", str(table)], capture_output=True, text=True, check=False)
    listed = subprocess.run(["crontab", "-l"], capture_output=True, text=True, check=False)
    if before.returncode == 0:
        subprocess.run(["crontab", "-"], input=before.stdout, text=True, check=True)
    else:
        subprocess.run(["crontab", "-r"], check=True)
    assert done.returncode == 0, done.stderr
    assert listed.stdout.strip() == cron_line(plan(tmp_path))


def test_the_cron_condition_asks_the_zones_clock(tmp_path: Path) -> None:
    line = cron_line(plan(tmp_path, timezone="Asia/Kathmandu", at="06:15"))
    assert '[ "$(TZ=Asia/Kathmandu date +\\%H)" = "06" ]' in line
