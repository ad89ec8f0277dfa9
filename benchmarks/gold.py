"""Briefings against gold ones made by hand: the scorer's figures for each case, and their mean.

    python benchmarks/gold.py SCORER CASE...

SCORER is the program that compares a case with a briefing.json and prints its figures, the score last; CASE is a folder
with docs/ and gold.json, which names the focus and the day.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

SHOWN = ("score", "integrity", "leaks")


def scored(scorer: Path, case: Path, out: Path) -> dict[str, str]:
    """Build the briefing of a case and return what the scorer prints of it, by name."""
    gold = json.loads((case / "gold.json").read_text(encoding="utf-8"))
    day = ["--as-of", gold["as_of"]] if gold.get("as_of") else []
    build = [sys.executable, "-m", "briefing", "build", str(case / "docs"), "--focus", gold["focus"], *day]
    subprocess.run([*build, "--format", "json", "--out", str(out), "--quiet"], check=True, stdout=subprocess.DEVNULL)
    command = [sys.executable, str(scorer), str(case), str(out / "briefing.json")]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    rows = (line.split(None, 1) for line in done.stdout.splitlines())
    return {row[0]: row[1].strip() for row in rows if len(row) == 2}


def main() -> None:
    """Read the arguments, score the cases and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("cases", type=Path, nargs="+")
    given = parser.parse_args()
    print("| case | " + " | ".join(SHOWN) + " |")
    print("|---|" + "--:|" * len(SHOWN))
    scores = []
    for case in given.cases:
        with tempfile.TemporaryDirectory() as out:
            found = scored(given.scorer, case, Path(out))
        scores.append(float(found["score"]))
        print(f"| {case.name} | " + " | ".join(found[name] for name in SHOWN) + " |", flush=True)
    print(f"| mean | {statistics.mean(scores):.1f} |" + " |" * (len(SHOWN) - 1))


if __name__ == "__main__":
    main()
