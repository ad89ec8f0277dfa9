"""A long, coverage-guided run of one target or of all in turn: python -m tests.fuzz.long_run [TARGET ...] [--seconds N]

Needs atheris. An input that breaks a target is written to the folder fuzz-findings/; the target then goes on for the
rest of its time, up to `ROUNDS` findings. Our own code and the parsers written in Python that do most of the work are
instrumented: all the rest costs minutes to instrument and makes each input several times slower.
"""

from __future__ import annotations

import argparse
import gc
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from types import FunctionType

from tests.fuzz.targets import TARGETS, WORDS, seeds

FINDINGS = Path("fuzz-findings")
ROUNDS = 5
INSTRUMENTED = ("briefing", "tests.fuzz.targets", "email", "markdown_it", "mdit_py_plugins", "feedparser", "justext")
LIMITS = ("-timeout=20", "-rss_limit_mb=3000", "-max_len=20000", "-print_final_stats=1")


@dataclass(frozen=True, slots=True)
class Run:
    """What one process did."""

    inputs: int
    broke: bool
    words: str


def run_here(name: str, seconds: int, corpus: Path) -> None:
    """Fuzz one target in this process, which libFuzzer ends."""
    import atheris

    for seed in seeds(name):
        TARGETS[name](seed)  # Whatever is loaded late is loaded now, so that no input pays for it.
    for thing in gc.get_objects():
        if isinstance(thing, FunctionType) and str(thing.__module__).startswith(INSTRUMENTED):
            atheris.instrument_func(thing)
    options = [*LIMITS, f"-max_total_time={seconds}", f"-artifact_prefix={FINDINGS}/{name}-"]
    options.append(f"-dict={_dictionary(corpus.with_suffix('.dict'))}")
    atheris.Setup([sys.argv[0], *options, str(corpus)], TARGETS[name])
    atheris.Fuzz()


def _dictionary(path: Path) -> Path:
    lines = ('"' + "".join(f"\\x{byte:02x}" for byte in word) + '"\n' for word in WORDS)
    path.write_text("".join(lines), encoding="ascii")
    return path


def _run_apart(name: str, seconds: int, corpus: Path) -> Run:
    command = [sys.executable, "-m", "tests.fuzz.long_run", name, "--seconds", str(seconds), "--corpus", str(corpus)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, errors="replace")
    words = done.stderr + done.stdout
    counts = [
        int(n)
        for n in re.findall(r"^(?:#(\d+)\s|stat::number_of_executed_units:\s*(\d+))", words, re.M)
        for n in n
        if n
    ]
    return Run(max(counts, default=0), bool(done.returncode), words)


def fuzz(name: str, seconds: int) -> int:
    """Fuzz one target for `seconds` in processes of its own; tell and return how often it broke."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for number, seed in enumerate(seeds(name)):
            (corpus / str(number)).write_bytes(seed)
        began, inputs, broke = time.monotonic(), 0, 0
        while broke < ROUNDS and (left := seconds - int(time.monotonic() - began)) > 0:
            run = _run_apart(name, left, corpus)
            inputs, broke = inputs + run.inputs, broke + run.broke
            if run.broke:
                print(run.words[-3000:])
        kept = len(list(corpus.iterdir()))
    spent = time.monotonic() - began
    print(f"{name}: {inputs:,} inputs in {spent:.0f} s, {kept} that reach new code, {broke} findings", flush=True)
    return broke


def main() -> int:
    """Run each target and tell which of them broke."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", default=list(TARGETS))
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--corpus", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    FINDINGS.mkdir(exist_ok=True)
    if arguments.corpus:
        run_here(arguments.targets[0], arguments.seconds, arguments.corpus)
    return 1 if sum([fuzz(name, arguments.seconds) for name in arguments.targets]) else 0


if __name__ == "__main__":
    sys.exit(main())
