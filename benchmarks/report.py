"""Run every benchmark and write what they print to one page.

    python benchmarks/report.py SHARED OUT.md [--quick] [--only whole nightly]

SHARED is the folder of evaluation data, with `corpora` and `eval`. Every figure of the page is what a benchmark
printed; tables stand as they are, other lines as they were printed. A benchmark that fails is said to have failed.
`--quick` takes small sizes: it shows that all of them run. `--only` measures some parts anew and keeps the others.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from itertools import groupby
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.processes import machine

HERE = Path(__file__).resolve().parent
LIMIT = 2 * 3600.0
"""Seconds after which a benchmark is stopped."""
PEERS = ("trafilatura", "markitdown", "sumy", "textacy", "spacy", "pypandoc_binary", "weasyprint", "python-crfsuite")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the page: what is measured and which script prints it, with its arguments in full and in small."""

    title: str
    about: str
    script: str
    full: tuple[str, ...]
    quick: tuple[str, ...]


def sections(shared: Path, page: Path) -> tuple[Section, ...]:
    """Return the parts of the page in order."""
    corpora, gold = str(shared / "corpora"), shared / "eval" / "gold"
    cases = sorted(str(p / "docs") for p in gold.iterdir() if p.is_dir())
    scorer, folders = str(shared / "eval" / "score_briefing.py"), [str(Path(case).parent) for case in cases]
    clusters = sorted(str(p) for p in (shared / "corpora" / "clusters" / "clusters").iterdir() if p.is_dir())
    return (
        Section(
            title="Who says what",
            about="Attributions on political news with hand-made spans: the engine, a rule of cue words, and textacy's "
            "quotation finder on the same documents. A span counts when both its ends agree; `linked` asks for the "
            "content by half and the right source.",
            script="attribution.py",
            full=(str(shared / "eval" / "polnear"),),
            quick=(str(shared / "eval" / "polnear"), "--documents", "2"),
        ),
        Section(
            title="Key points",
            about="Sentences chosen from hand-made gold briefings and from news articles with extractive summaries: "
            "the key points, the first sentences, and three summarisers of sumy on the same sentences.",
            script="summary.py",
            full=(str(gold), corpora, "--articles", "150"),
            quick=(str(gold), corpora, "--articles", "2"),
        ),
        Section(
            title="Briefings against gold ones",
            about="Whole briefings beside ones that an analyst made by hand: the scorer's mean over the sections, 0 to "
            "100, pieces of evidence that are not the source's words, and lines that run into headings or captions.",
            script="gold.py",
            full=(scorer, *folders),
            quick=(scorer, folders[0]),
        ),
        Section(
            title="Reading",
            about="The text of news pages, of hard pages and of reports in PDF: the reader, trafilatura and pypdfium2 "
            "alone, and markitdown. Then what becomes of odd and broken files.",
            script="reading.py",
            full=(corpora, "--most", "40"),
            quick=(corpora, "--most", "3"),
        ),
        Section(
            title="Export",
            about="Writing an invented briefing of so many pages, beside programs that make the same format from our "
            "other files: pandoc (Markdown to DOCX), WeasyPrint (HTML to PDF), LibreOffice (DOCX to PDF).",
            script="export.py",
            full=("--pages", "25", "100", "--others", "--limit", "180"),
            quick=("--pages", "1", "2", "--others", "--limit", "120"),
        ),
        Section(
            title="The whole job",
            about="From files to a briefing in five formats, in one process.",
            script="whole.py",
            full=(corpora, "--documents", "1", "10", "100", "1000"),
            quick=(corpora, "--documents", "1", "2"),
        ),
        Section(
            title="Twenty thousand documents",
            about="The same with two processes for the work on each document; the memory is that of all three.",
            script="whole.py",
            full=(corpora, "--documents", "1000", "10000", "20000", "--jobs", "2"),
            quick=(corpora, "--documents", "2", "3", "--jobs", "2"),
        ),
        Section(
            title="A night",
            about="The first night, which builds from nothing, one with a single new document, and one with none. The "
            "share is that of processor time.",
            script="nightly.py",
            full=(corpora, "--documents", "1000"),
            quick=(corpora, "--documents", "3"),
        ),
        Section(
            title="A night with ten thousand",
            about="The same nights over ten times as many documents.",
            script="nightly.py",
            full=(corpora, "--documents", "10000"),
            quick=(corpora, "--documents", "6"),
        ),
        Section(
            title="A hundred thousand documents",
            about="Not measured: reckoned from the two sizes above, as `benchmarks/paper.py` says. Only the work on "
            "each document alone is divided among jobs.",
            script="paper.py",
            full=(str(page),),
            quick=(str(page), "--documents", "100"),
        ),
        Section(
            title="Copies",
            about="Copies as newsrooms make them, found among synthetic articles.",
            script="duplicates.py",
            full=("--originals", "1000"),
            quick=("--originals", "20"),
        ),
        Section(
            title="Finished files, spoilt and untouched",
            about="What `verify` catches of finished files spoilt in ten ways, and its false alarms on untouched ones. "
            "The briefings differ in sources, focus, language, length and template.",
            script="mutation.py",
            full=(*cases, *clusters[:4]),
            quick=(cases[0], "--spoilt", "10", "--untouched", "5"),
        ),
    )


def run(section: Section, *, quick: bool) -> tuple[str, float]:
    """Run a section's script; return what it printed, or how it failed, and the seconds it took."""
    command = [sys.executable, str(HERE / section.script), *(section.quick if quick else section.full)]
    start = time.perf_counter()
    try:
        done = subprocess.run(command, cwd=HERE.parent, capture_output=True, text=True, timeout=LIMIT, check=False)
    except subprocess.TimeoutExpired:
        return f"Stopped after {LIMIT:.0f} seconds.", LIMIT
    seconds = time.perf_counter() - start
    if done.returncode:
        cause = (done.stderr.strip().splitlines() or ["no message"])[-1]
        return f"{done.stdout}\nFailed: {cause}", seconds
    return done.stdout, seconds


def printed(output: str) -> Iterator[str]:
    """Yield the lines of an output: tables as they are, runs of other lines as code."""
    for is_table, lines in groupby(output.strip("\n").splitlines(), key=lambda line: line.startswith("|")):
        run_of = [line.rstrip() for line in lines]
        if is_table:
            yield from ("", *run_of, "")
        elif any(run_of):
            yield from ("", "```text", *_trimmed(run_of), "```", "")


def _trimmed(lines: list[str]) -> list[str]:
    while lines and not lines[0]:
        lines = lines[1:]
    while lines and not lines[-1]:
        lines = lines[:-1]
    return lines


def versions() -> str:
    """Return the peers with their versions, and those that are not here."""
    found = []
    for name in PEERS:
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            found.append(f"{name} (not installed)")
    return ", ".join(found)


def head(*, quick: bool) -> Iterator[str]:
    """Yield the page's beginning: how it was made, on which machine, beside which peers."""
    load = os.getloadavg()[0]
    yield from ("# Benchmarks", "")
    yield "Written by `benchmarks/report.py` (`make bench`); no figure is typed by hand. Seconds depend on the machine"
    yield "and on what else it does; compare those of one table. Processor seconds depend on other programs less."
    yield from ("", f"- Machine: {machine()}", f"- Load while it ran: {load:.1f}", f"- Peers: {versions()}")
    if quick:
        yield "- Sizes: small, to show that everything runs"


def measured(section: Section, *, quick: bool) -> str:
    """Run a section's benchmark and return its part of the page."""
    print(f"{section.title} …", file=sys.stderr, flush=True)
    output, seconds = run(section, quick=quick)
    print(f"  {seconds:.0f} s", file=sys.stderr, flush=True)
    return tidy([f"## {section.title}", "", section.about, *printed(output)])


def parts_of(text: str) -> dict[str, str]:
    """Return the parts of a page by their headings; what stands before the first heading is left out."""
    pieces = re.split(r"^(?=## )", text, flags=re.MULTILINE)[1:]
    return {piece.splitlines()[0].removeprefix("## "): piece for piece in pieces}


def page(parts: Mapping[str, str], wanted: Sequence[Section], *, quick: bool) -> str:
    """Return the page with those of the parts that there are, in their order."""
    present = [parts[section.title].rstrip() + "\n" for section in wanted if section.title in parts]
    return "\n".join([tidy(list(head(quick=quick))), *present])


def tidy(lines: Sequence[str]) -> str:
    """Join lines with no two empty ones in a row."""
    kept = [line for line, before in zip(lines, ("", *lines), strict=False) if line or before]
    return "\n".join(kept).rstrip() + "\n"


def main() -> None:
    """Read the arguments, run one benchmark after the other, and write the page after each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--quick", action="store_true")
    told = "names of scripts, without .py, or titles of parts; other parts stay"
    parser.add_argument("--only", nargs="+", default=[], help=told)
    given = parser.parse_args()
    shared, everything = given.shared.resolve(), sections(given.shared.resolve(), given.out.resolve())
    for section in everything:
        if given.only and not {section.script.removesuffix(".py"), section.title} & set(given.only):
            continue
        part = measured(section, quick=given.quick).replace(str(shared), "SHARED")
        kept = parts_of(given.out.read_text(encoding="utf-8")) if given.out.is_file() else {}
        text = page({**kept, section.title: part}, everything, quick=given.quick)
        given.out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
