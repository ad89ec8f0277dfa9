"""Run a command and measure it: seconds on the clock, seconds of processor, peak memory of the whole tree."""

from __future__ import annotations

import os
import platform
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command cost."""

    seconds: float
    processor: float
    megabytes: float
    code: int
    output: str


def measure(command: Sequence[str], *, folder: Path | None = None) -> Cost:
    """Run the command and wait; memory is the largest sum over the process and its children, looked at often."""
    before = os.times()
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=_environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    peak = _Peak(process.pid)
    output, _ = process.communicate()
    seconds = time.perf_counter() - start
    after = os.times()
    processor = after.children_user + after.children_system - before.children_user - before.children_system
    return Cost(seconds, processor, peak.stop() / 1e6, process.returncode, output)


def _environment() -> dict[str, str]:
    """Return the environment of a program as it is installed: Python keeps what it has compiled."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


class _Peak:
    """Watches the memory of a process tree in a thread."""

    def __init__(self, pid: int) -> None:
        self._pid, self._most, self._going = pid, 0, True
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def _watch(self) -> None:
        while self._going:
            self._most = max(self._most, sum(_resident(p) for p in _tree(self._pid)))
            time.sleep(0.05)

    def stop(self) -> int:
        self._going = False
        self._thread.join()
        return self._most


def _tree(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [pid, *(p for child in children for p in _tree(int(child)))]


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0


def machine() -> str:
    """Return the machine in words: processor, cores, memory, system, Python."""
    model = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if "model name" in line
        ),
        platform.processor(),
    )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{model}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()}, Python {platform.python_version()}"
