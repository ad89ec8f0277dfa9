"""The whole job, from files to a briefing in all formats: what it costs by the number of documents.

    python benchmarks/whole.py CORPORA [--documents 1 10 100 1000] [--jobs 1]

CORPORA is the folder of real documents; variants of them fill up the number. Each build is a process of its own.
`growth` is the exponent of processor time between a size and the one before: 1 is linear. Builds of up to ten documents
are made three times and the median is told.
"""

from __future__ import annotations

import argparse
import math
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from processes import Cost, machine, measure
from synthetic import write_documents

FORMATS = "docx,pdf,md,html,json"
REPEATED = 10
"""Up to so many documents a build is repeated."""


def build(folder: Path, out: Path, jobs: int) -> Cost:
    """Build the briefing of a folder; a failure ends the benchmark."""
    command = [
        sys.executable,
        "-m",
        "briefing",
        "build",
        str(folder),
        "--out",
        str(out),
        "--format",
        FORMATS,
        "--quiet",
    ]
    cost = measure([*command, "--jobs", str(jobs)])
    if cost.code:
        raise SystemExit(f"the build of {folder.name} documents failed: {cost.output}")
    return cost


def median(costs: Sequence[Cost]) -> Cost:
    """Return the cost in the middle by processor time."""
    return sorted(costs, key=lambda c: c.processor)[len(costs) // 2]


def measure_size(corpora: Path, documents: int, jobs: int) -> Cost:
    """Measure builds over so many documents."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / str(documents)
        write_documents(corpora, folder, documents)
        times = 3 if documents <= REPEATED else 1
        return median([build(folder, Path(name) / "out", jobs) for _ in range(times)])


def row(documents: int, cost: Cost, before: tuple[int, Cost] | None) -> str:
    """Return a line of the table."""
    growth = "-"
    if before is not None:
        growth = f"{math.log(cost.processor / before[1].processor) / math.log(documents / before[0]):.2f}"
    each = 1000 * cost.processor / documents
    numbers = f"{cost.seconds:.1f} | {cost.processor:.1f} | {each:.0f} | {cost.megabytes:.0f} | {growth}"
    return f"| {documents:,} | {numbers} |"


def main() -> None:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--documents", type=int, nargs="+", default=[1, 10, 100, 1000])
    parser.add_argument("--jobs", type=int, default=1)
    arguments = parser.parse_args()
    print(f"{machine()}; jobs: {arguments.jobs}\n")
    print("| documents | seconds | of the processor | ms a document | peak MB | growth |")
    print("|--:|--:|--:|--:|--:|--:|")
    before = None
    for count in arguments.documents:
        cost = measure_size(arguments.corpora, count, arguments.jobs)
        print(row(count, cost, before), flush=True)
        before = (count, cost)


if __name__ == "__main__":
    main()
