"""How well sources are read: pages, PDF, and a collection of odd and broken files; ours beside the library alone.

    python benchmarks/reading.py CORPORA [--only pages|hard|pdf|odd] [--most N]

CORPORA holds html/aeb (pages with their article text), html/readability (hard pages), crs (reports as PDF and as
Markdown) and parsers (docx, pdf, eml). Figures go to stdout; nothing is written.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
import io
import json
import multiprocessing
import multiprocessing.connection
import re
import resource
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pypdfium2
import trafilatura
from lxml import html

from briefing.errors import InputError
from briefing.model.document import BODY_KINDS, Document
from briefing.read import Limits, read_bytes

_TOKEN = re.compile(r"\w+")
_SPAN = 4
_HELD_OUT = 2
"""Parts that pages are split into by their names' checksums."""
_OWN_WORDS = BODY_KINDS | {"heading"}
_FURNITURE = frozenset(("header", "footer"))
_PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Score:
    """Means over pages; F1 is that of the two means."""

    pages: int
    empty: int
    precision: float
    recall: float

    def __str__(self) -> str:
        f1 = 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)
        return f"F1 {f1:.4f}  precision {self.precision:.4f}  recall {self.recall:.4f}  empty {self.empty}"


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = _TOKEN.findall(text)
    ends = range(min(_SPAN, len(words)), len(words) + 1) if words else ()
    return Counter(tuple(words[max(0, n - _SPAN) : n]) for n in ends)


def _page(truth: str, found: str) -> tuple[float, float]:
    told, read = _runs(truth), _runs(found)
    hit = sum((told & read).values())
    precision = hit / sum(read.values()) if read else 0.0
    return precision, hit / sum(told.values()) if told else 1.0


def score(truth: Mapping[str, str], found: Mapping[str, str]) -> Score:
    """Compare texts page by page by their runs of four words, as multisets."""
    pages = [_page(text, found.get(name, "")) for name, text in truth.items()]
    empty = sum(not found.get(name, "").strip() for name in truth)
    count = max(1, len(pages))
    return Score(len(pages), empty, sum(p for p, _ in pages) / count, sum(r for _, r in pages) / count)


def article(document: Document) -> str:
    """Return the words of the article itself: body and headings."""
    return "\n".join(document.text[b.start : b.end] for b in document.blocks if b.kind in _OWN_WORDS)


def _read_page(name: str, data: bytes) -> str:
    try:
        return "\n".join(article(d) for d in read_bytes(name, data, limits=Limits()))
    except InputError:
        return ""


_LIBRARY: Mapping[str, Mapping[str, Any]] = {
    "trafilatura, as it comes": {},
    "trafilatura, no comments": {"include_comments": False},
    "trafilatura, precision, no comments": {"favor_precision": True, "include_comments": False},
}


def _markitdown() -> Callable[[str, bytes], str] | None:
    """Return the converter of markitdown as a reader, without its links and marks; None where it is not installed."""
    try:
        from markitdown import MarkItDown
    except ImportError:
        print("markitdown is not installed; left out")
        return None
    converter = MarkItDown()

    def read(name: str, data: bytes) -> str:
        found = converter.convert_stream(io.BytesIO(data), file_extension=Path(name).suffix)
        return re.sub(r"[*_#|]", "", re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", str(found.text_content)))

    return read


def _library_page(settings: Mapping[str, Any], _: str, data: bytes) -> str:
    return trafilatura.extract(data, **settings) or ""


def pages(corpora: Path, most: int | None) -> None:
    """Print the scores on labelled news pages: all, and each half of a split by name."""
    folder = corpora / "html" / "aeb"
    gold = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    truth = {name: entry["articleBody"] for name, entry in list(gold.items())[:most]}
    raw = {name: gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()) for name in truth}
    readers: dict[str, Callable[[str, bytes], str]] = {"briefing": _read_page}
    for label, settings in _LIBRARY.items():
        readers[label] = partial(_library_page, settings)
    if (peer := _markitdown()) is not None:
        readers["markitdown"] = peer
    print(f"Pages with their article text (html/aeb, {len(truth)})")
    for label, reader in readers.items():
        started = time.perf_counter()
        found = {name: reader(f"{name}.html", data) for name, data in raw.items()}
        seconds = time.perf_counter() - started
        print(f"  {label:36} {score(truth, found)}  {seconds / len(raw):.2f} s a page")
        for half in range(_HELD_OUT):
            part = {n: t for n, t in truth.items() if _half(n) == half}
            print(f"    half {half + 1} ({len(part)} pages) {'':17} {score(part, found)}")


def _half(name: str) -> int:
    return hashlib.sha256(name.encode()).digest()[0] % _HELD_OUT


def hard_pages(corpora: Path, most: int | None) -> None:
    """Print which hard pages give no text, and how near their expected main part the others come."""
    folder = corpora / "html" / "readability"
    cases = sorted(p for p in folder.iterdir() if p.is_dir())[:most]
    truth = {c.name: _expected(c) for c in cases}
    raw = {c.name: gzip.decompress((c / "source.html.gz").read_bytes()) for c in cases}
    ours = {name: _read_page("page.html", data) for name, data in raw.items()}
    alone = {n: trafilatura.extract(d, favor_precision=True, include_comments=False) or "" for n, d in raw.items()}
    print(f"Hard pages (html/readability, {len(cases)}); their expected parts hold titles and captions too")
    print(f"  {'briefing':36} {score(truth, ours)}")
    print(f"  {'trafilatura, precision, no comments':36} {score(truth, alone)}")
    silent = [n for n, text in ours.items() if not text.strip() and truth[n].strip()]
    print(f"  without text though there is some: {', '.join(silent) or 'none'}")


def _expected(case: Path) -> str:
    tree = html.document_fromstring(gzip.decompress((case / "expected.html.gz").read_bytes()).decode("utf-8"))
    return " ".join(map(str, tree.itertext()))


def pdf(corpora: Path, most: int | None) -> None:
    """Print word precision and recall of reports in PDF against their Markdown, furniture left out."""
    folder = corpora / "crs"
    with (folder / "pairs.tsv").open(encoding="utf-8", newline="") as stream:
        pairs = [(row["pdf"], row["md"]) for row in csv.DictReader(stream, delimiter="\t")][:most]
    print(f"Reports in PDF against Markdown of the same (crs, {len(pairs)})")
    others = {"pypdfium2 alone": lambda _, data: _alone(data)}
    if (peer := _markitdown()) is not None:
        others["markitdown"] = peer
    rows: dict[str, list[tuple[float, float]]] = {name: [] for name in ("briefing", *others)}
    for name, markdown in pairs:
        data = (folder / "pdf" / name).read_bytes()
        truth = _words(_report(folder / "md" / markdown))
        (document,) = read_bytes(name, data, limits=Limits())
        ours = " ".join(document.text[b.start : b.end] for b in document.blocks if b.kind not in _FURNITURE)
        rows["briefing"].append(_overlap(truth, _words(ours)))
        for label, read in others.items():
            rows[label].append(_overlap(truth, _words(read(name, data))))
    for label, values in rows.items():
        precision, recall = (sum(v[n] for v in values) / len(values) for n in (0, 1))
        print(f"  {label:36} word precision {precision:.4f}  recall {recall:.4f}")


def _report(path: Path) -> str:
    """Return a report's own words: addresses, emphasis and what the web page around it says are no part of the PDF."""
    text = path.read_text(encoding="utf-8")
    listed = text.rfind(" - Version: ")
    text = text[text.index("\n", listed) :] if listed >= 0 else text
    text = re.sub(r"\]\([^)]*\)", "]", text)
    return re.sub(r"(?<![^\W_])_|_(?![^\W_])|\*\*", "", text)


def _alone(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def _words(text: str) -> Counter[str]:
    return Counter(_TOKEN.findall(text.lower()))


def _overlap(truth: Counter[str], found: Counter[str]) -> tuple[float, float]:
    hit = sum((truth & found).values())
    return hit / max(1, sum(found.values())), hit / max(1, sum(truth.values()))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one odd file."""

    path: str
    result: str
    """`text`, `refused`, `fault` (a defect of ours) or `died`."""
    detail: str
    seconds: float
    megabytes: float


def odd_files(corpora: Path, most: int | None) -> None:
    """Print what becomes of the odd and broken files, each read in a process of its own."""
    folder = corpora / "parsers"
    files = sorted(p for p in folder.rglob("*") if p.suffix in (".docx", ".pdf", ".eml", ".mbox"))[:most]
    _read_page("page.html", b"<p>Words.</p>")  # what readers import late is imported once, before the processes part
    outcomes = [_apart(path, str(path.relative_to(folder))) for path in files]
    print(f"Odd and broken files (parsers, {len(files)})")
    for suffix in (".docx", ".pdf", ".eml", ".mbox"):
        some = [o for o in outcomes if o.path.endswith(suffix)]
        counts = Counter(o.result for o in some)
        print(f"  {suffix:6} {len(some):4} files: " + ", ".join(f"{n} {r}" for r, n in sorted(counts.items())))
    slowest, largest = max(outcomes, key=lambda o: o.seconds), max(outcomes, key=lambda o: o.megabytes)
    print(f"  slowest {slowest.seconds:.1f} s {slowest.path}; largest {largest.megabytes:.0f} MB {largest.path}")
    for outcome in outcomes:
        if outcome.result in ("fault", "died") or (outcome.result == "refused" and "real_text" in outcome.path):
            print(f"  {outcome.result}: {outcome.path}: {outcome.detail}")
    causes = Counter(re.sub(r"'[^']*'|\d+", "…", o.detail) for o in outcomes if o.result == "refused")
    for cause, count in causes.most_common():
        print(f"    {count:4} refused: {cause}")


def _apart(path: Path, name: str) -> Outcome:
    near, far = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=_read_odd, args=(path, name, far))
    started = time.perf_counter()
    process.start()
    far.close()
    answered = near.poll(_PATIENCE)
    try:
        outcome = near.recv() if answered else None
    except EOFError:
        outcome = None
    process.kill()
    process.join()
    return outcome or Outcome(name, "died", "no answer", time.perf_counter() - started, 0.0)


def _read_odd(path: Path, name: str, answer: multiprocessing.connection.Connection) -> None:
    started = time.perf_counter()
    try:
        documents = read_bytes(path.name, path.read_bytes(), limits=Limits())
        result, detail = "text", str(sum(len(d.text) for d in documents))
    except InputError as fault:
        result, detail = "refused", fault.message
    except Exception as fault:  # a defect of ours is what this measures
        result, detail = "fault", repr(fault)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    answer.send(Outcome(name, result, detail, time.perf_counter() - started, peak))


_PARTS: Mapping[str, Callable[[Path, int | None], None]] = {
    "odd": odd_files,
    "pages": pages,
    "hard": hard_pages,
    "pdf": pdf,
}
"""In their order: odd files come first, since each forks, which a process with the threads of a peer must not do."""


def main() -> None:
    """Read the arguments and print the parts asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--only", choices=sorted(_PARTS), action="append")
    parser.add_argument("--most", type=int, help="only so many files of each part")
    arguments = parser.parse_args()
    for name in arguments.only or _PARTS:
        _PARTS[name](arguments.corpora, arguments.most)


if __name__ == "__main__":
    main()
