"""What a night costs: the first one, one with a single new document, and one with none.

    python benchmarks/nightly.py CORPORA [--documents 1000 ...] [--from-nothing]

CORPORA is the folder of real documents; variants of them fill up the number. Each night is a process of its own.
`--from-nothing` makes the night with the new document once more without the store: its files must be the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import sys
import tempfile
from pathlib import Path

from processes import Cost, machine, measure
from synthetic import write_documents

CONFIG = 'profiles = ["south-korea"]\n[sources]\npaths = ["inbox"]\n'
NEW = (
    "Norland reopens its northern port\n\nNORLAND CITY: Norland reopened the northern port on Tuesday, its transport "
    "ministry said.\n\nSouth Korea may send a repair ship, the foreign ministry in Seoul said.\n"
)


def night(desk: Path, date: str) -> Cost:
    """Run a night in a process of its own; its failure ends the benchmark."""
    command = [sys.executable, "-m", "briefing", "nightly", str(desk / "nightly.toml"), "--as-of", date, "--quiet"]
    cost = measure(command)
    if cost.code:
        raise SystemExit(f"the night of {date} failed: {cost.output}")
    return cost


def row(name: str, cost: Cost, first: Cost) -> str:
    """Return a line of the table."""
    share = 100 * cost.processor / first.processor
    return f"| {name} | {cost.seconds:.1f} | {cost.processor:.1f} | {cost.megabytes:.0f} | {share:.1f} % |"


def from_nothing(desk: Path, date: str) -> Cost:
    """Make a night again without the store; other files than those it left end the benchmark."""
    earlier = contents(desk / "out" / date)
    (desk / "briefing.sqlite").unlink()
    cost = night(desk, date)
    if contents(desk / "out" / date) != earlier:
        raise SystemExit(f"the night of {date} is not what a build from nothing makes")
    return cost


def contents(folder: Path) -> dict[str, str]:
    """Return the digest of each file below `folder`, at least one."""
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    if not files:
        raise SystemExit(f"nothing was written to {folder}")
    return {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def run(corpora: Path, documents: int, *, anew: bool) -> None:
    """Measure the nights over `documents` documents and print them."""
    desk = Path(tempfile.mkdtemp(prefix="nightly-"))
    try:
        write_documents(corpora, desk / "inbox", documents)
        (desk / "nightly.toml").write_text(CONFIG)
        print(f"\n| {documents:,} documents | seconds | of the processor | peak MB | share of the first |")
        print("|---|--:|--:|--:|--:|")
        first = night(desk, "2026-01-01")
        print(row("first night", first, first), flush=True)
        (desk / "inbox" / "new.txt").write_text(NEW)
        print(row("one new document", night(desk, "2026-01-02"), first), flush=True)
        print(row("nothing new", night(desk, "2026-01-03"), first), flush=True)
        if anew:
            print(row("from nothing", from_nothing(desk, "2026-01-02"), first), flush=True)
    finally:
        shutil.rmtree(desk)


def main() -> None:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--documents", type=int, nargs="+", default=[1000])
    parser.add_argument("--from-nothing", action="store_true", help="build once more without the store")
    arguments = parser.parse_args()
    print(machine())
    for count in arguments.documents:
        run(arguments.corpora, count, anew=arguments.from_nothing)


if __name__ == "__main__":
    main()
