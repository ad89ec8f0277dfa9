"""Specimens of language: a small document and what the analysis must say of it, in one text file.

Three parts between lines of `---`: settings (`genre: news`), the document, the expectations. A line of the
document is a block; it begins with `@KIND ` where it is no paragraph (`@heading `, `@turn MS. OBI: `).
Expectations are `NAME | PLACE | VALUE`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

from briefing.analyse import Lexicon, analyse, load_lexicon
from briefing.model.document import Block, BlockKind, Document, Genre, Metadata
from briefing.model.findings import Analysis, Holder, Statement

Check = Callable[[Document, Analysis, str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Specimen:
    """One text file: its settings, its document and its expectations."""

    path: Path
    settings: dict[str, str]
    document: Document
    expectations: tuple[tuple[str, ...], ...]


def read_specimen(path: Path) -> Specimen:
    """Return the specimen in `path`."""
    head, body, tail = path.read_text(encoding="utf-8").split("\n---\n")
    settings = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line and not line.startswith("#"))
    expected = tuple(tuple(p.strip() for p in line.split(" | ")) for line in tail.splitlines() if " | " in line)
    return Specimen(path=path, settings=settings, document=_document(settings, body), expectations=expected)


def _document(settings: dict[str, str], body: str) -> Document:
    text, blocks = "", []
    for line in body.splitlines():
        if not line.strip():
            continue
        kind, speaker, words = _block(line)
        blocks.append(Block(kind=kind, start=len(text), end=len(text) + len(words), speaker=speaker))
        text += words + "\n"
    published = settings.get("published")
    return Document(
        id="specimen",
        path="specimen.txt",
        sha256="0" * 64,
        media_type="text/plain",
        text=text,
        blocks=tuple(blocks),
        metadata=Metadata(
            genre=cast(Genre, settings.get("genre", "news")),
            published=published,
            published_basis="stated" if published else "unknown",
            author=settings.get("author"),
            author_role=settings.get("author_role"),
            outlet=settings.get("outlet"),
            title=settings.get("title"),
            place=settings.get("place"),
        ),
    )


def _block(line: str) -> tuple[BlockKind, str | None, str]:
    if not line.startswith("@"):
        return "paragraph", None, line.replace("\\n", "\n")
    kind, words = line[1:].split(" ", 1)
    if kind == "turn":
        label, words = words.split(": ", 1)
        return "paragraph", label, words
    return cast(BlockKind, kind), None, words


@cache
def lexicon() -> Lexicon:
    """Return the shipped lexicon, loaded once."""
    return load_lexicon()


def faults(specimen: Specimen) -> Iterator[str]:
    """Yield a line for every expectation that the analysis does not meet."""
    document = specimen.document
    analysis = analyse(document, lexicon())
    for name, place, value in specimen.expectations:
        found = CHECKS[name](document, analysis, place)
        wanted = {v.strip() for v in value.split(" / ")}
        if found not in wanted:
            yield f"{name} of {place!r}: {found!r} instead of {value!r}"


def _at(document: Document, analysis: Analysis, place: str) -> Statement:
    start = document.text.index(place)
    return next(s for s in analysis.statements if s.extent[0] <= start < s.extent[1])


def name_of(holder: Holder | None) -> str:
    """Return a holder as a specimen writes it: speaker or description, then the actor in brackets."""
    if holder is None:
        return "nobody"
    name = holder.speaker or holder.description or holder.actor_name or "?"
    return f"{name} [{holder.actor or '-'}]" + (" author" if holder.is_author else "")


def _quote(document: Document, analysis: Analysis, words: str) -> str:
    hits = [q for q in analysis.quotes if document.text[q.extent[0] : q.extent[1]] == words]
    return name_of(hits[0].holder) if hits else "no quotation"


def _quote_type(document: Document, analysis: Analysis, words: str) -> str:
    hits = [q for q in analysis.quotes if document.text[q.extent[0] : q.extent[1]] == words]
    return hits[0].type if hits else "no quotation"


def _mention(document: Document, analysis: Analysis, words: str) -> str:
    start = document.text.index(words)
    hits = [m.actor for m in analysis.mentions if m.start < start + len(words) and start < m.end]
    return hits[0] if hits else "none"


def _date(document: Document, analysis: Analysis, words: str) -> str:
    start = document.text.index(words)
    hits = [d for d in analysis.dates if d.extent[0] < start + len(words) and start < d.extent[1]]
    return (hits[0].date or "undated") if hits else "none"


def _inferred(document: Document, analysis: Analysis, words: str) -> str:
    start = document.text.index(words)
    hits = [d for d in analysis.dates if d.extent[0] < start + len(words) and start < d.extent[1]]
    return str(hits[0].inferred).lower() if hits else "none"


def _when(document: Document, analysis: Analysis, place: str) -> str:
    when = _at(document, analysis, place).when
    return (when.date or "undated") if when else "none"


def _sentence(document: Document, analysis: Analysis, place: str) -> str:
    start = document.text.index(place)
    hit = next((s for s in analysis.sentences if s.start <= start < s.end), None)
    return " ".join(document.text[hit.start : hit.end].split()) if hit else "none"


def _content(document: Document, analysis: Analysis, place: str) -> str:
    return " ".join(document.text[s:e] for s, e in _at(document, analysis, place).content) or "none"


def _holders(document: Document, analysis: Analysis, place: str) -> str:
    start = document.text.index(place)
    return "; ".join(name_of(s.holder) for s in analysis.statements if s.extent[0] <= start < s.extent[1])


CHECKS: dict[str, Check] = {
    "kind": lambda d, a, p: _at(d, a, p).kind,
    "holder": lambda d, a, p: name_of(_at(d, a, p).holder),
    "holders": _holders,
    "role": lambda d, a, p: (h.role or "none") if (h := _at(d, a, p).holder) else "nobody",
    "speaker": lambda d, a, p: (h.speaker or "-") if (h := _at(d, a, p).holder) else "nobody",
    "described": lambda d, a, p: (h.description or "none") if (h := _at(d, a, p).holder) else "nobody",
    "cue": lambda d, a, p: _at(d, a, p).cue or "none",
    "agent": lambda d, a, p: _at(d, a, p).agent or "none",
    "act": lambda d, a, p: str(_at(d, a, p).act).lower(),
    "hedge": lambda d, a, p: ", ".join(_at(d, a, p).hedges) or "none",
    "content": _content,
    "quote": _quote,
    "quote type": _quote_type,
    "mention": _mention,
    "date": _date,
    "inferred": _inferred,
    "when": _when,
    "sentence": _sentence,
    "heading": lambda d, a, p: a.sentences[_at(d, a, p).sentence].heading or "none",
    "choice": lambda d, a, p: (
        "; ".join(f"{'+'.join(c.agents)} {c.status}" for c in a.choices if d.text.index(p) in range(*c.extent))
        or "none"
    ),
}
