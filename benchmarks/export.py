"""Measure how long the writers take and how much memory, each in a process of its own, beside other programs.

    python benchmarks/export.py [--pages 50 100 250 500] [--formats docx pdf html md] [--others] [--limit 400]

A line is one run of one writer on an invented briefing with two notes a page: seconds of the call alone, on the clock
and of the processor (they differ on a busy machine), the process's peak of memory with everything in it, pages as the
PDF writer lays them out. `growth` is the exponent of processor time over pages: 1 is linear. `--others` adds pandoc
(Markdown to DOCX), WeasyPrint (HTML to PDF) and LibreOffice (DOCX to PDF) on the files that the writers made; they come
by `pip install -r benchmarks/requirements.txt` and `apt-get install libreoffice-writer-nogui libpangoft2-1.0-0`.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import math
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

FORMATS = ("docx", "pdf", "html", "md")
SMALL = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One measured run; `seconds` is None where it was stopped or failed, and `remark` says why."""

    name: str
    pages: int
    seconds: float | None
    processor: float = 0.0
    megabytes: float = 0.0
    kilobytes: float = 0.0
    remark: str = ""


def measure_writer(name: str, pages: int, target: Path) -> Run:
    """Write once in this process; the modules are loaded before, as in a run that writes several files."""
    from long_pages import long_pages

    from briefing.model.theme import Theme
    from briefing.write import WRITERS

    long, theme = long_pages(pages), Theme(contents=True)
    WRITERS[name].write(long_pages(1), theme)
    start, busy = time.perf_counter(), time.process_time()
    data = WRITERS[name].write(long, theme)
    seconds, processor = time.perf_counter() - start, time.process_time() - busy
    target.write_bytes(data)
    size = len(data) / 1024
    return Run(name=name, pages=pages, seconds=seconds, processor=processor, megabytes=_peak(), kilobytes=size)


def measure_all(pages: int, target: Path) -> Run:
    """Write every format in one fresh process, loading of the modules included."""
    start, busy = time.perf_counter(), time.process_time()
    from long_pages import long_pages

    from briefing.model.theme import Theme
    from briefing.write import WRITERS

    long, theme = long_pages(pages), Theme()
    size = sum(len(WRITERS[name].write(long, theme)) for name in FORMATS) / 1024
    seconds, processor = time.perf_counter() - start, time.process_time() - busy
    return Run(name="all formats", pages=pages, seconds=seconds, processor=processor, megabytes=_peak(), kilobytes=size)


def measure_pandoc(source: Path, pages: int, target: Path) -> Run:
    """Let pandoc make a DOCX of the Markdown that the writer made."""
    import pypandoc

    command = [pypandoc.get_pandoc_path(), "-f", "markdown", "-o", str(target), str(source)]
    return _measure_command("pandoc docx", command, pages, target)


def measure_weasyprint(source: Path, pages: int, target: Path) -> Run:
    """Let WeasyPrint make a PDF of the HTML that the writer made."""
    command = [sys.executable, "-m", "weasyprint", str(source), str(target)]
    return _measure_command("WeasyPrint pdf", command, pages, target)


def measure_libreoffice(source: Path, pages: int, target: Path) -> Run:
    """Let LibreOffice make a PDF of the DOCX that the writer made."""
    made = target.parent / "libreoffice"
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", "--headless", f"-env:UserInstallation={Path(profile).as_uri()}"]
        command += ["--convert-to", "pdf", "--outdir", str(made), str(source)]
        return _measure_command("LibreOffice pdf", command, pages, made / f"{source.stem}.pdf")


OTHERS: dict[str, tuple[str, str, Callable[[Path, int, Path], Run]]] = {
    "pandoc": ("md", "docx", measure_pandoc),
    "weasyprint": ("html", "pdf", measure_weasyprint),
    "libreoffice": ("docx", "pdf", measure_libreoffice),
}
"""By name: the format it takes, the one it makes, how it is run."""


def _measure_command(name: str, command: Sequence[str], pages: int, made: Path) -> Run:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    seconds = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Run(
        name=name,
        pages=pages,
        seconds=seconds,
        processor=used.ru_utime + used.ru_stime,
        megabytes=used.ru_maxrss / 1024,
        kilobytes=made.stat().st_size / 1024,
    )


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run_apart(job: str, pages: int, folder: Path, limit: float) -> Run:
    """Run one measurement in a process of its own."""
    command = [sys.executable, __file__, "--job", job, "--pages", str(pages), "--folder", str(folder)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=limit, check=True)
    except subprocess.TimeoutExpired:
        return Run(name=job, pages=pages, seconds=None, remark=f"stopped after {limit:.0f} s")
    except subprocess.CalledProcessError as error:
        return Run(name=job, pages=pages, seconds=None, remark=(error.stderr or "failed").strip().splitlines()[-1])
    return Run(**json.loads(done.stdout))


def do_job(job: str, pages: int, folder: Path) -> Run:
    """Do in this process what `run_apart` asked for."""
    if job == "all":
        return measure_all(pages, folder)
    if job in OTHERS:
        takes, makes, measure = OTHERS[job]
        return measure(folder / f"{pages}.{takes}", pages, folder / f"{pages}-{job}.{makes}")
    return measure_writer(job, pages, folder / f"{pages}.{job}")


def available() -> list[str]:
    """Return which of the other programs are here."""
    here = {
        "pandoc": importlib.util.find_spec("pypandoc") is not None,
        "weasyprint": importlib.util.find_spec("weasyprint") is not None,
        "libreoffice": shutil.which("soffice") is not None,
    }
    for name in (name for name, found in here.items() if not found):
        print(f"{name} is not installed; left out", file=sys.stderr)
    return [name for name, found in here.items() if found]


def growth(runs: Sequence[Run]) -> float | None:
    """Return the exponent of time over pages from the smallest to the largest run, or None for a single size."""
    timed = [run for run in runs if run.seconds is not None and run.processor > 0]
    if len(timed) < 2 or timed[0].pages == timed[-1].pages:
        return None
    first, last = timed[0], timed[-1]
    return math.log(last.processor / first.processor) / math.log(last.pages / first.pages)


def laid_out(folder: Path, pages: int) -> str:
    """Return how many pages the PDF of this size has."""
    path = folder / f"{pages}.pdf"
    if not path.is_file():
        return "-"
    import pypdfium2

    return str(len(pypdfium2.PdfDocument(path)))


def show(run: Run, folder: Path) -> None:
    """Print one line of the table."""
    seconds = "-" if run.seconds is None else f"{run.seconds:.2f}"
    processor = "-" if run.seconds is None else f"{run.processor:.2f}"
    cells = (run.name, f"{run.pages}", laid_out(folder, run.pages), seconds, processor, f"{run.megabytes:.0f}")
    print("| " + " | ".join((*cells, f"{run.kilobytes:.0f}", run.remark)) + " |", flush=True)


def report(sizes: Sequence[int], jobs: Sequence[str], folder: Path, limit: float) -> None:
    """Run and print everything."""
    print("| writer | asked pages | pages of the PDF | seconds | of the processor | peak MB | kB | |")
    print("|---|--:|--:|--:|--:|--:|--:|---|")
    show(run_apart("all", SMALL, folder, limit), folder)
    exponents = []
    for job in jobs:
        runs = [run_apart(job, pages, folder, limit) for pages in sizes]
        for run in runs:
            show(run, folder)
        exponents.append((job, growth(runs)))
    print("\n| writer | growth |\n|---|--:|")
    for job, exponent in exponents:
        print(f"| {job} | {'-' if exponent is None else f'{exponent:.2f}'} |")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, nargs="+", default=[50, 100, 250, 500])
    parser.add_argument("--formats", nargs="+", choices=FORMATS, default=["pdf", "docx", "html", "md"])
    parser.add_argument("--others", action="store_true", help="pandoc, WeasyPrint and LibreOffice as well")
    parser.add_argument("--limit", type=float, default=400.0, help="seconds after which a run is stopped")
    parser.add_argument("--job", help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.job:
        print(json.dumps(asdict(do_job(given.job, given.pages[0], given.folder))))
        return
    with tempfile.TemporaryDirectory() as folder:
        jobs = [*given.formats, *(available() if given.others else [])]
        report(given.pages, jobs, given.folder or Path(folder), given.limit)


if __name__ == "__main__":
    main()
