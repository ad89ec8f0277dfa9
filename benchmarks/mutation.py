"""Spoil finished briefings in ten ways and count what `verify` catches; leave others alone and count its false alarms.

    python benchmarks/mutation.py SOURCES... [--spoilt 200] [--untouched 50]

SOURCES are files or folders, each the sources of a briefing of its own. Briefings differ in focus, language, length and
template. Everything is drawn from a fixed seed.
"""

from __future__ import annotations

import argparse
import dataclasses
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.sheets import Sheet, sheet_of
from benchmarks.spoil import KINDS
from briefing.assemble import excerpt
from briefing.build import Request, build
from briefing.errors import BriefingError
from briefing.figures import draw
from briefing.model.blocks import Pages
from briefing.model.briefing import Briefing
from briefing.model.items import items_of
from briefing.model.theme import Theme
from briefing.profile import Profile
from briefing.render import render
from briefing.verify import verify

FORMATS = ("docx", "pdf", "md", "html", "json")
SETTINGS: tuple[dict[str, str | None], ...] = (
    {},
    {"template": "brief", "length": "brief"},
    {"focus": "JP", "template": "background", "length": "full"},
    {"focus": "UA", "template": "cable"},
    {"language": "ko"},
    {"focus": None},
    {"focus": "RU", "spelling": "american", "paper": "letter"},
    {"focus": "US", "yardstick": "icd203"},
    {"mark": "For official use", "template": "brief"},
    {"focus": "CN", "language": "ko", "length": "full", "template": "background"},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A finished briefing: where it lies, what it says, and the pages it was written from."""

    folder: Path
    sources: Path
    briefing: Briefing
    pages: Pages
    theme: Theme

    def file(self, suffix: str) -> Path:
        """Return the finished file of a format."""
        return self.folder / f"briefing.{suffix}"

    def sheet(self, suffix: str) -> Sheet:
        """Return the finished file of a format as pieces."""
        return sheet_of(suffix, self.file(suffix).read_bytes(), self.pages, self.theme)

    def speakers(self) -> list[str]:
        """Return who speaks in it."""
        return sorted({item.speaker for _, item in items_of(self.briefing) if item.speaker})


def finish(sources: Path, settings: dict[str, str | None], folder: Path) -> Run:
    """Build a briefing in all formats."""
    profile = dataclasses.replace(Profile(), formats=FORMATS, **settings)  # type: ignore[arg-type]
    built, _ = build(Request(sources=(sources,), profile=profile), folder)
    rendering = render(excerpt(built.briefing, profile.length), profile, draw=draw)
    return Run(folder=folder, sources=sources, briefing=built.briefing, pages=rendering.pages, theme=rendering.theme)


def alarms(runs: Sequence[Run], count: int) -> Iterator[str]:
    """Yield what verify says wrongly of the first `count` untouched files."""
    files = [(run, suffix) for run in runs for suffix in FORMATS][:count]
    for run, suffix in files:
        for given in ((), (run.sources,)):
            report = verify(run.file(suffix), given)
            if report.differs or not report.count("proven"):
                yield f"{run.folder.name} {suffix}: {report.as_text().splitlines()[0]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a spoilt file."""

    suffix: str
    kind: str
    caught: bool
    what: str


def spoilt(runs: Sequence[Run], count: int, folder: Path) -> Iterator[Outcome]:
    """Spoil `count` files, formats and kinds in turn, and check each against its sources."""
    pairs = [(suffix, kind) for kind in KINDS for suffix in FORMATS]
    for number in range(count):
        suffix, kind = pairs[number % len(pairs)]
        outcome = _spoil(runs, suffix, kind, number, folder / f"{number:03}")
        if outcome is not None:
            yield outcome


def _spoil(runs: Sequence[Run], suffix: str, kind: str, number: int, folder: Path) -> Outcome | None:
    """Spoil a file of the first run, counted from `number`, that holds something to spoil in this way."""
    chance = random.Random(number)
    first = number // len(KINDS) + number
    for step in range(len(runs)):
        run = runs[(first + step) % len(runs)]
        sheet = run.sheet(suffix)
        change = KINDS[kind](sheet.pieces, run.speakers(), chance)
        if change is None:
            continue
        folder.mkdir(parents=True)
        (folder / "sources").symlink_to(run.folder.resolve() / "sources")
        file = folder / f"briefing.{suffix}"
        file.write_bytes(sheet.changed(change))
        places = [*change.words, *([] if change.removed is None else [change.removed])]
        shown = "; ".join(f"{sheet.pieces[n].text[:90]!r} -> {change.words.get(n, '')[:90]!r}" for n in places)
        return Outcome(suffix=suffix, kind=kind, caught=_caught(file), what=f"{run.folder.name}: {shown}")
    return None


def _caught(file: Path) -> bool:
    try:
        return verify(file).differs
    except BriefingError:
        return True


def table(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield the lines of a table in Markdown: caught of spoilt, by kind and format."""
    made = Counter((o.kind, o.suffix) for o in outcomes)
    caught = Counter((o.kind, o.suffix) for o in outcomes if o.caught)
    yield "| spoilt by | " + " | ".join(FORMATS) + " |"
    yield "|---|" + "--:|" * len(FORMATS)
    for kind in KINDS:
        cells = (f"{caught[kind, suffix]} of {made[kind, suffix]}" for suffix in FORMATS)
        yield f"| {kind} | " + " | ".join(cells) + " |"


def measure(sources: Sequence[Path], folder: Path, *, many: int, untouched: int) -> tuple[list[Outcome], list[str]]:
    """Build, spoil and check; return what became of the spoilt files and the false alarms."""
    wanted = max(1, -(-untouched // len(FORMATS)))
    runs = [finish(sources[n % len(sources)], SETTINGS[n % len(SETTINGS)], folder / f"run{n}") for n in range(wanted)]
    return list(spoilt(runs, many, folder / "spoilt")), list(alarms(runs, untouched))


def main() -> None:
    """Read the arguments, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", nargs="+", type=Path)
    parser.add_argument("--spoilt", type=int, default=200)
    parser.add_argument("--untouched", type=int, default=50)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        outcomes, false = measure(options.sources, Path(name), many=options.spoilt, untouched=options.untouched)
    print("\n".join(table(outcomes)))
    print(f"\nspoilt {len(outcomes)}, caught {sum(o.caught for o in outcomes)}")
    print(f"untouched {options.untouched}, false alarms {len(false)}")
    for line in (*(f"missed: {o.suffix}, {o.kind}: {o.what}" for o in outcomes if not o.caught), *false):
        print(line)


if __name__ == "__main__":
    main()
