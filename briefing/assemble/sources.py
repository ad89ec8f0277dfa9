"""The list of sources with what affects their quality, and the statement on the source base as a whole."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from briefing.assemble.matter import Matter, Source, is_known
from briefing.assemble.wording import Wording
from briefing.model.briefing import Item, SourceEntry
from briefing.model.document import Card

OPINION = frozenset({"commentary", "analysis"})
NAME = re.compile(r"\b(?!The\b)[^\W\d_a-z]")
"""The beginning of a name: a capital, or a script without capitals (not so in `The report`)."""


def source_entries(
    matter: Matter,
    documents: Sequence[Card],
    duplicates: Mapping[str, str],
    items: Iterable[Item],
    wording: Wording,
) -> tuple[SourceEntry, ...]:
    """List all documents, used or not, each with the ids of the lines that rest on it."""
    resting: dict[str, dict[str, None]] = defaultdict(dict)
    for item in items:
        for evidence in item.evidence:
            resting[evidence.source][item.id] = None
    used = {source.card.id: source for source in matter.sources}
    return tuple(
        entry(d, matter, used.get(d.id), duplicates.get(d.id), tuple(resting[matter.numbers[d.id]]), wording)
        for d in documents
    )


def entry(
    document: Card,
    matter: Matter,
    source: Source | None,
    original: str | None,
    lines: tuple[str, ...],
    wording: Wording,
) -> SourceEntry:
    """Make the entry of one document."""
    known = document.metadata
    copy_of = matter.numbers.get(original) if original else None
    return SourceEntry(
        id=matter.numbers[document.id],
        path=document.path,
        sha256=document.sha256,
        title=known.title,
        outlet=known.outlet,
        author=known.author,
        author_role=known.author_role,
        published=known.published,
        published_basis=known.published_basis,
        genre=known.genre,
        language=known.language,
        descriptor=descriptor(document, source, copy_of, wording),
        duplicate_of=copy_of,
        link=known.link,
        retrieved=known.retrieved,
        analysed=source is not None or copy_of is not None,
        lines=lines,
    )


def descriptor(document: Card, source: Source | None, copy_of: str | None, wording: Wording) -> str:
    """Say in one line what affects the quality of a source: genre, author and role, date, who is quoted."""
    known = document.metadata
    parts = [wording.genre(known.genre)]
    if known.author:
        name = f"{known.author} ({known.author_role})" if known.author_role else known.author
        parts.append(wording.say("by", name=name))
    parts.append(dated(document, wording))
    if copy_of:
        parts.append(wording.say("copy", source=copy_of))
    elif source is None:
        parts.append(
            wording.say("not_used") if is_known(document) else wording.say("other_language", language=known.language)
        )
    else:
        parts.extend(voices(source, wording))
    return "; ".join(parts)


def dated(document: Card, wording: Wording) -> str:
    """Say the date of a document and whether it is stated."""
    known = document.metadata
    if known.published is None:
        return wording.say("undated")
    return wording.say("date_inferred" if known.published_basis == "inferred" else "dated", date=known.published)


def voices(source: Source, wording: Wording) -> list[str]:
    """Say who is quoted by name, and how many attributed statements have no name."""
    names = quoted(source)
    told = [q for q in source.analysis.quotes if not q.holder.is_author and (q.holder.speaker or q.holder.description)]
    nobody = wording.say("nameless" if told else "nobody")
    said = [wording.say("quoted", names=wording.some(names, 4)) if names else nobody]
    held = [s.holder for s in source.analysis.statements if s.holder is not None and not s.holder.is_author]
    unnamed = sum(h.speaker is None and h.description is not None for h in held)
    return [*said, wording.say("unnamed", count=unnamed, total=len(held))] if unnamed else said


def quoted(source: Source) -> list[str]:
    """Return the names of those whose words the source gives, most often first; a text that is quoted is nobody."""
    holders = [q.holder for q in source.analysis.quotes if q.type != "document" and not q.holder.is_author]
    counts = Counter(h.speaker for h in holders if h.speaker and NAME.search(h.speaker))
    return [name for name, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))]


def source_base(matter: Matter, documents: Sequence[Card], duplicates: Mapping[str, str], wording: Wording) -> str:
    """State the strengths and weaknesses of all sources together."""
    if not matter.sources:
        return wording.say("base_none")
    genres = Counter(s.card.metadata.genre for s in matter.sources)
    said = (
        [base_of_one(matter.sources[0], wording)] if len(documents) == 1 else [base_of_many(matter, documents, wording)]
    )
    if set(genres) <= OPINION:
        said.append(wording.say("base_opinion"))
    names = list(dict.fromkeys(name for source in matter.sources for name in quoted(source)))
    if names:
        said.append(wording.say("base_voices", names=wording.some(names)))
    unnamed = sum(
        s.holder is not None and s.holder.speaker is None and s.holder.description is not None
        for source in matter.sources
        for s in source.analysis.statements
    )
    if unnamed:
        said.append(wording.count("base_unnamed", unnamed))
    return " ".join(said)


def base_of_one(source: Source, wording: Wording) -> str:
    """State the base when there is one document."""
    known = source.card.metadata
    author = wording.say("author", name=known.author) if known.author else ""
    return wording.say(
        "base_one", genre=wording.genre(known.genre), author=author, date=f", {dated(source.document, wording)}"
    )


def base_of_many(matter: Matter, documents: Sequence[Card], wording: Wording) -> str:
    """State the base when there are several documents: how many, how many independent, of what kinds and days."""
    genres = Counter(s.card.metadata.genre for s in matter.sources)
    kinds = ", ".join(
        f"{wording.genre(g)} {n}" for g, n in sorted(genres.items(), key=lambda pair: (-pair[1], pair[0]))
    )
    dates = sorted(s.card.metadata.published for s in matter.sources if s.card.metadata.published)
    span = ""
    if dates:
        span = (
            wording.say("base_date", date=dates[0])
            if dates[0] == dates[-1]
            else wording.say("base_span", first=dates[0], last=dates[-1])
        )
    return wording.say("base_many", count=len(documents), independent=len(matter.sources), genres=kinds, span=span)
