"""A long, coverage-guided run of one target or of all in turn: python -m tests.fuzz.long_run [TARGET ...] [--seconds N]

Needs atheris. An input that breaks a target is written to the folder fuzz-findings/.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.fuzz.targets import TARGETS, seeds

FINDINGS = Path("fuzz-findings")


def run_one(name: str, seconds: int) -> None:
    """Fuzz one target in this process; it does not return when atheris ends it."""
    import atheris

    corpus = Path(tempfile.mkdtemp())
    for number, seed in enumerate(seeds(name)):
        (corpus / str(number)).write_bytes(seed)
    FINDINGS.mkdir(exist_ok=True)
    options = [f"-max_total_time={seconds}", f"-artifact_prefix={FINDINGS}/{name}-"]
    options += ["-timeout=20", "-rss_limit_mb=2048"]
    atheris.instrument_all()
    atheris.Setup([sys.argv[0], str(corpus), *options], TARGETS[name])
    atheris.Fuzz()


def main() -> int:
    """Run each target in a process of its own and tell which of them broke."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", default=list(TARGETS))
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.here:
        run_one(arguments.targets[0], arguments.seconds)
    broken = []
    for name in arguments.targets:
        command = [sys.executable, "-m", "tests.fuzz.long_run", name, "--here", "--seconds", str(arguments.seconds)]
        done = subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False)
        print(f"{name}: {'broke' if done.returncode else 'nothing found'}", flush=True)
        if done.returncode:
            broken.append(name)
            print(done.stderr[-3000:])
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
