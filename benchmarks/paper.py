"""What nights over more documents than were measured would cost, from the measured ones: a simulation on paper.

    python benchmarks/paper.py PAGE [--documents 100000] [--jobs 16]

PAGE is a file with the tables that `nightly.py` printed for two sizes or more. Processor time grows from the two
largest as a power of the number, memory by a straight line. Only the work on each document alone is divided among the
jobs: a night with nothing new tells what is left, and that is done by one process.
"""

from __future__ import annotations

import argparse
import math
import re
from dataclasses import dataclass
from pathlib import Path

_HEAD = re.compile(r"^\| ([\d,]+) documents \|", re.MULTILINE)
_ROW = re.compile(r"^\| (?P<night>[a-z ]+) \| [\d.]+ \| (?P<processor>[\d.]+) \| (?P<megabytes>\d+) \|", re.MULTILINE)
NIGHTS = ("first night", "one new document", "nothing new")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A night over so many documents."""

    documents: int
    processor: float
    megabytes: float


def measured(page: str) -> dict[str, list[Measured]]:
    """Return the nights that the page's tables tell, by their kind, the smallest first."""
    found: dict[str, list[Measured]] = {night: [] for night in NIGHTS}
    heads = list(_HEAD.finditer(page))
    for head, behind in zip(heads, [*(h.start() for h in heads[1:]), len(page)], strict=True):
        for row in _ROW.finditer(page[head.end() : behind]):
            if row["night"] in found:
                size = int(head[1].replace(",", ""))
                made = Measured(documents=size, processor=float(row["processor"]), megabytes=float(row["megabytes"]))
                found[row["night"]].append(made)
    return {night: sorted(nights, key=lambda m: m.documents) for night, nights in found.items()}


def growth(small: Measured, large: Measured) -> float:
    """Return the exponent of processor time between two sizes: 1 is linear."""
    return math.log(large.processor / small.processor) / math.log(large.documents / small.documents)


def grown(nights: list[Measured], documents: int) -> Measured:
    """Return what a night over `documents` would cost, from the two largest that were measured."""
    small, large = nights[-2:]
    processor = large.processor * (documents / large.documents) ** growth(small, large)
    slope = (large.megabytes - small.megabytes) / (large.documents - small.documents)
    megabytes = large.megabytes + slope * (documents - large.documents)
    return Measured(documents=documents, processor=processor, megabytes=megabytes)


def table(nights: dict[str, list[Measured]], documents: int, jobs: int) -> str:
    """Return the table of what the nights would cost."""
    idle = grown(nights["nothing new"], documents)
    lines = [
        f"| {documents:,} documents, on paper | growth | hours of the processor | hours with {jobs} jobs | peak MB |",
        "|---|--:|--:|--:|--:|",
    ]
    for name, known in nights.items():
        made = grown(known, documents)
        shared = idle.processor + max(0.0, made.processor - idle.processor) / jobs
        hours = f"{made.processor / 3600:.2f} | {shared / 3600:.2f}"
        lines.append(f"| {name} | {growth(*known[-2:]):.2f} | {hours} | {made.megabytes:,.0f} |")
    return "\n".join(lines)


def main() -> None:
    """Read the arguments and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("page", type=Path)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--jobs", type=int, default=16)
    given = parser.parse_args()
    nights = measured(given.page.read_text(encoding="utf-8"))
    if any(len(known) < 2 for known in nights.values()):
        raise SystemExit("the page tells of fewer than two sizes: run nightly.py with two or more")
    print(table(nights, given.documents, given.jobs))


if __name__ == "__main__":
    main()
