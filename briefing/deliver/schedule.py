"""When the nightly run happens: a systemd timer of the user, a cron entry without systemd, or a text to copy."""

from __future__ import annotations

import hashlib
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from briefing.deliver.config import NightlyConfig, minutes_of
from briefing.deliver.status import read_status
from briefing.errors import DeliveryError

Run = Callable[[list[str], str | None], "subprocess.CompletedProcess[str]"]
"""Runs a program with its standard input and gives back what it said; replaced in tests."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One configuration's schedule."""

    config_file: Path
    """Absolute."""
    config: NightlyConfig
    command: tuple[str, ...] = (sys.executable, "-m", "briefing")

    @property
    def name(self) -> str:
        """The name of its units: the file's name and a digest of its path, so that two configurations stay apart."""
        digest = hashlib.sha256(str(self.config_file).encode()).hexdigest()[:6]
        stem = "".join(c if c.isalnum() or c == "-" else "-" for c in self.config_file.stem)
        return f"briefing-{stem}-{digest}"

    @property
    def arguments(self) -> tuple[str, ...]:
        """The command to run."""
        return (*self.command, "nightly", str(self.config_file), "--quiet")


def run_program(arguments: list[str], given: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run a program of the system."""
    return subprocess.run(arguments, input=given, capture_output=True, text=True, timeout=30, check=False)


def service_unit(plan: Plan) -> str:
    """Return the systemd service."""
    command = " ".join(_quoted(a) for a in plan.arguments)
    return (
        f"[Unit]\nDescription=Briefing of {_plain(plan.config_file.name)}\n\n"
        f"[Service]\nType=oneshot\nWorkingDirectory={_plain(str(plan.config_file.parent))}\nExecStart={command}\n"
        "Nice=10\n"
    )


def timer_unit(plan: Plan) -> str:
    """Return the systemd timer: at the time in the configuration's own zone, and soon after a missed night."""
    minutes = minutes_of(plan.config.at) or 0
    return (
        f"[Unit]\nDescription=Nightly briefing of {_plain(plan.config_file.name)}\n\n"
        f"[Timer]\nOnCalendar=*-*-* {minutes // 60:02}:{minutes % 60:02}:00 {plan.config.timezone}\n"
        "Persistent=true\nAccuracySec=1min\n\n[Install]\nWantedBy=timers.target\n"
    )


def _plain(text: str) -> str:
    """Return text for a unit file: `%` begins a specifier there."""
    return text.replace("%", "%%")


def _quoted(argument: str) -> str:
    escaped = argument.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"' if any(c in argument for c in " \t\"'\\;") else escaped


def cron_line(plan: Plan) -> str:
    """Return the cron entry. It is tried each hour of the zone's day and runs when the zone's clock says so.

    Debian's cron knows no time zones: the entry asks the clock of the configured zone itself, so that it is right
    over changes to and from daylight saving time.
    """
    minutes = minutes_of(plan.config.at) or 0
    when = f'[ "$(TZ={shlex.quote(plan.config.timezone)} date +\\%H)" = "{minutes // 60:02}" ]'
    command = " ".join(shlex.quote(a).replace("%", "\\%") for a in plan.arguments)
    return f"{_cron_minutes(plan.config.zone(), minutes)} * * * * {when} && {command} # {plan.name}"


def _cron_minutes(zone: ZoneInfo, minutes: int) -> str:
    """Return the minute here at which the zone's clock shows `minutes`: some zones differ by half hours."""
    local = datetime.now().astimezone().utcoffset() or timedelta()
    there = datetime.now(zone).utcoffset() or timedelta()
    shift = int((local - there).total_seconds() // 60)
    return str((minutes + shift) % 60)


def github_example(plan: Plan) -> str:
    """Return a workflow for GitHub Actions; its clock is UTC, so the hour is that of today's offset."""
    minutes = minutes_of(plan.config.at) or 0
    offset = datetime.now(plan.config.zone()).utcoffset() or timedelta()
    utc = (minutes - int(offset.total_seconds() // 60)) % (24 * 60)
    return (
        "name: briefing\non:\n  schedule:\n"
        f'    - cron: "{utc % 60} {utc // 60} * * *"  # {plan.config.at} {plan.config.timezone} at today\'s offset\n'
        "jobs:\n  briefing:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n"
        '      - uses: actions/setup-python@v5\n        with: { python-version: "3.12" }\n'
        f"      - run: pip install briefing\n      - run: briefing nightly {shlex.quote(plan.config_file.name)}\n"
        f"      - uses: actions/upload-artifact@v4\n        with: {{ name: briefing, path: {plan.config.out} }}\n"
    )


def windows_example(plan: Plan) -> str:
    """Return the command that makes a task on Windows."""
    command = " ".join(f'\\"{a}\\"' if " " in a else a for a in ("briefing", "nightly", str(plan.config_file)))
    return f'schtasks /Create /SC DAILY /ST {plan.config.at.zfill(5)} /TN "{plan.name}" /TR "{command}"'


def show(plan: Plan) -> str:
    """Return all ways of scheduling as text."""
    parts = (
        ("systemd service", service_unit(plan)),
        ("systemd timer", timer_unit(plan)),
        ("cron", cron_line(plan)),
        ("GitHub Actions", github_example(plan)),
        ("Windows Task Scheduler", windows_example(plan)),
    )
    return "\n\n".join(f"# {head}\n{text.rstrip()}" for head, text in parts)


def install(plan: Plan, *, run: Run = run_program, home: Path | None = None) -> str:
    """Install a timer of the user, or a cron entry where no systemd runs; a second time changes nothing more."""
    if _systemd(run):
        return _install_units(plan, run, home or Path.home())
    return _install_cron(plan, run)


def _systemd(run: Run) -> bool:
    if shutil.which("systemctl") is None:
        return False
    return run(["systemctl", "--user", "show-environment"], None).returncode == 0


def _units(home: Path) -> Path:
    return Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / "systemd" / "user"


def _install_units(plan: Plan, run: Run, home: Path) -> str:
    folder = write_units(plan, _units(home))
    for arguments in (["daemon-reload"], ["enable", "--now", f"{plan.name}.timer"]):
        _demand(run(["systemctl", "--user", *arguments], None), "systemctl")
    return f"timer {plan.name} in {folder}"


def write_units(plan: Plan, folder: Path) -> Path:
    """Write the service and the timer into `folder` and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{plan.name}.service").write_text(service_unit(plan), encoding="utf-8")
    (folder / f"{plan.name}.timer").write_text(timer_unit(plan), encoding="utf-8")
    return folder


def _demand(done: subprocess.CompletedProcess[str], program: str) -> None:
    if done.returncode != 0:
        raise DeliveryError(f"{program} refuses: {done.stderr.strip() or done.returncode}", where="schedule")


def _entries(run: Run) -> list[str]:
    if shutil.which("crontab") is None:
        hint = "see: briefing schedule show CONFIG, and copy what fits"
        raise DeliveryError("neither systemd nor cron is here", where="schedule", hint=hint)
    listed = run(["crontab", "-l"], None)
    return listed.stdout.splitlines() if listed.returncode == 0 else []


def _put_entries(run: Run, lines: list[str]) -> None:
    _demand(run(["crontab", "-"], "".join(f"{line}\n" for line in lines)), "crontab")


def _install_cron(plan: Plan, run: Run) -> str:
    others = [line for line in _entries(run) if not line.endswith(f"# {plan.name}")]
    _put_entries(run, [*others, cron_line(plan)])
    return f"cron entry {plan.name}"


def remove(plan: Plan, *, run: Run = run_program, home: Path | None = None) -> str:
    """Take the timer or cron entry away; nothing there is no fault."""
    folder = _units(home or Path.home())
    units = [folder / f"{plan.name}.{kind}" for kind in ("timer", "service")]
    if any(u.exists() for u in units):
        run(["systemctl", "--user", "disable", "--now", f"{plan.name}.timer"], None)
        for unit in units:
            unit.unlink(missing_ok=True)
        run(["systemctl", "--user", "daemon-reload"], None)
        return f"timer {plan.name} removed"
    lines = _entries(run) if shutil.which("crontab") else []
    others = [line for line in lines if not line.endswith(f"# {plan.name}")]
    if len(others) < len(lines):
        _put_entries(run, others)
        return f"cron entry {plan.name} removed"
    return "nothing is installed"


def status(plan: Plan, now: datetime, *, run: Run = run_program, home: Path | None = None) -> str:
    """Return what is installed, when the last run was and how it ended, and when the next one is due."""
    kept = read_status(plan.config.place(plan.config.out))
    last = f"last run: {kept['ended']}, exit code {kept['exit_code']}" if "ended" in kept else "last run: none"
    success = f"last success: {kept.get('last_success') or 'none'}"
    due = f"next run: {next_run(plan.config, now).isoformat(timespec='minutes')}"
    return "\n".join([f"installed: {_installed(plan, run, home)}", last, success, due])


def _installed(plan: Plan, run: Run, home: Path | None) -> str:
    if (_units(home or Path.home()) / f"{plan.name}.timer").exists():
        return f"timer {plan.name}"
    if shutil.which("crontab") and any(line.endswith(f"# {plan.name}") for line in _entries(run)):
        return f"cron entry {plan.name}"
    return "no"


def next_run(config: NightlyConfig, now: datetime) -> datetime:
    """Return the next time the zone's clock shows the configured time; a time that a clock change skips is moved on."""
    minutes = minutes_of(config.at) or 0
    zone = config.zone()
    here = now.astimezone(zone)
    for ahead in range(3):
        day = here.date() + timedelta(days=ahead)
        due = datetime(day.year, day.month, day.day, minutes // 60, minutes % 60, tzinfo=zone)
        due = due.astimezone(ZoneInfo("UTC")).astimezone(zone)
        if due > here:
            return due
    raise AssertionError("a day has a next one")
