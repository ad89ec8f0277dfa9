"""Measure the analysis of single documents on gold briefings, before anything is assembled.

    python benchmarks/analysis.py GOLD... [-v]

GOLD are folders with `docs/` and `gold.json`. Printed: quotations found with an acceptable speaker, strings that are no
speech but quoted as such, kinds, actors of positions, dates of the timeline, seconds.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from briefing.analyse import analyse, load_lexicon
from briefing.model.document import Document
from briefing.model.findings import Analysis, Statement
from briefing.read import read_sources

Found = Mapping[str, tuple[Document, Analysis]]


def folded(name: str | None) -> str:
    """Return a name as the scorer compares it: small letters, no hyphens."""
    return " ".join((name or "").lower().replace("-", " ").split())


def same(name: str | None, acceptable: Sequence[str | None]) -> bool:
    """Return whether an acceptable name is, or is part of, `name`."""
    return any(folded(a) and folded(a) in folded(name) for a in acceptable)


def covers(found: tuple[int, int], gold: tuple[int, int]) -> bool:
    """Return whether two extents count as the same passage."""
    shared = min(found[1], gold[1]) - max(found[0], gold[0])
    return (
        shared > 0
        and shared >= 0.6 * min(found[1] - found[0], gold[1] - gold[0])
        and shared >= 0.3 * (gold[1] - gold[0])
    )


def quotations(gold: Mapping[str, Any], found: Found) -> Iterator[tuple[bool, str]]:
    """Yield for every gold quotation whether a place of it is found with an acceptable speaker, and a line on it."""
    for item in gold["quotes"]:
        if item["type"] == "headline" or (item.get("priority") == "could" and item["type"] == "full"):
            continue
        hits = []
        for place in item["evidence"]:
            for quote in found[place["doc"]][1].quotes:
                if abs(quote.extent[0] - place["start"]) <= 2 and abs(quote.extent[1] - place["end"]) <= 2:
                    holder = quote.holder
                    hits.append(holder.speaker or holder.actor_name or holder.description)
        right = any(same(hit, [item["speaker"], *item["acceptable_speakers"]]) for hit in hits)
        yield right, f"{item['id']} {item['speaker']} <- {hits} {item['evidence'][0]['text'][:70]!r} {item['priority']}"


def false_speech(gold: Mapping[str, Any], found: Found) -> Iterator[str]:
    """Yield the strings that nobody said and that are quoted all the same."""
    for item in gold["quoted_not_speech"]:
        for quote in found[item["doc"]][1].quotes:
            if abs(quote.extent[0] - item["start"]) <= 2 and abs(quote.extent[1] - item["end"]) <= 2:
                yield f"{item['text']!r} <- {quote.holder.speaker or quote.holder.actor}"


def at(analysis: Analysis, place: Mapping[str, Any]) -> list[Statement]:
    """Return the statements at a gold place."""
    return [s for s in analysis.statements if covers(s.extent, (place["start"], place["end"]))]


def kinds(gold: Mapping[str, Any], found: Found) -> Iterator[tuple[bool, str]]:
    """Yield for every labelled sentence of the body whether its first statement has an acceptable kind."""
    for item in gold["kinds"]:
        here = at(found[item["doc"]][1], item)
        if here:
            right = here[0].kind in (item["kind"], *item["acceptable_kinds"])
            yield right, f"{item['kind']} {item['acceptable_kinds']} <- {[s.kind for s in here]} {item['text'][:110]!r}"


def positions(gold: Mapping[str, Any], found: Found) -> Iterator[tuple[bool, str]]:
    """Yield for every gold position whether a statement at its places has its actor as holder or agent."""
    for item in gold["positions"]:
        seen: list[str | None] = []
        for place in item["evidence"]:
            _, analysis = found[place["doc"]]
            names = {a.id: a.name for a in analysis.actors}
            for s in at(analysis, place):
                seen.append(names.get(s.agent or ""))
                if s.holder:
                    seen += [s.holder.actor_name, s.holder.speaker, s.holder.description]
        right = any(same(name, [item["actor"], *(item.get("acceptable_actors") or [])]) for name in seen)
        met = sorted({str(s) for s in seen if s})
        yield right, f"{item['id']} {item['actor']} | {item['speaker']} <- {met} {item['evidence'][0]['text'][:80]!r}"


def events(gold: Mapping[str, Any], found: Found) -> Iterator[tuple[bool, str]]:
    """Yield for every dated gold event whether a date inside its sentences is an acceptable one."""
    for item in gold["timeline"]:
        if item["date"] == "undated":
            continue
        seen = []
        for place in item["evidence"]:
            seen += [d.date for d in found[place["doc"]][1].dates if place["start"] <= d.extent[0] < place["end"]]
        right = any(d in (item["date"], *(item.get("acceptable_dates") or [])) for d in seen)
        yield right, f"{item['date']} <- {seen} {item['evidence'][0]['text'][:80]!r}"


def tally(name: str, results: Sequence[tuple[bool, str]], *, verbose: bool) -> None:
    """Print a share and, if asked, what is wrong."""
    right = sum(r for r, _ in results)
    print(f"  {name:10} {right}/{len(results)}" + (f" {100 * right / len(results):.0f} %" if results else ""))
    if verbose:
        for ok, line in results:
            if not ok:
                print("     ", line)


def measure(case: Path, *, verbose: bool) -> None:
    """Print the figures of one gold case."""
    gold = json.loads((case / "gold.json").read_text(encoding="utf-8"))
    lexicon = load_lexicon()
    documents = read_sources([case / "docs"]).documents
    begin = time.perf_counter()
    found = {Path(d.path).name: (d, analyse(d, lexicon)) for d in documents}
    seconds = time.perf_counter() - begin
    print(f"{case.name}: {len(documents)} documents, {seconds:.2f} s")
    tally("quotations", list(quotations(gold, found)), verbose=verbose)
    wrong = list(false_speech(gold, found))
    print(f"  not speech {len(wrong)} {wrong if wrong else ''}")
    tally("kinds", list(kinds(gold, found)), verbose=verbose)
    tally("positions", list(positions(gold, found)), verbose=verbose)
    tally("dates", list(events(gold, found)), verbose=verbose)


def main() -> None:
    """Read the command line and measure each case."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true")
    args = parser.parse_args()
    for case in args.gold:
        measure(case, verbose=args.verbose)


if __name__ == "__main__":
    main()
