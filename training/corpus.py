"""The corpus: texts with brat standoff files, read into words with tags and arcs.

Words, paragraphs and the rule that the first attribution to claim a word keeps it are those of
the measure, so a model that learns the tags perfectly scores perfectly.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.analyse.attribution.words import Extent, Words, read_words

KINDS = ("source", "cue", "content")
CONTENT_CUE, CONTENT_SOURCE, CUE_SOURCE = range(3)
NOBODY = -1
_PARAGRAPH = re.compile(r"[^\n]+")

Parts = dict[str, list[Extent]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One document; an arc is (relation, first word of the one, first word of the other)."""

    name: str
    text: str
    paragraphs: tuple[Extent, ...]
    words: Words
    tags: tuple[int, ...]
    arcs: tuple[tuple[int, int, int], ...]
    gold: tuple[Parts, ...]


def read_split(folder: Path, annotator: int = 0) -> list[Example]:
    """Documents of a split in the order of their names, as the first, second, ... annotator saw them."""
    files: dict[str, list[Path]] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        files.setdefault(path.stem.rsplit("_", 1)[0], []).append(path)
    seen = {name: paths[annotator] for name, paths in files.items() if annotator < len(paths)}
    return [_example(folder / "text" / f"{name}.txt", path) for name, path in seen.items()]


def _example(text_path: Path, gold_path: Path) -> Example:
    text = text_path.read_text(encoding="utf-8")
    paragraphs = tuple(match.span() for match in _PARAGRAPH.finditer(text))
    words = read_words(text, paragraphs)
    gold = read_gold(gold_path)
    claims = _claims(words, gold)
    tags = _tags(words, claims)
    return Example(
        name=text_path.stem,
        text=text,
        paragraphs=paragraphs,
        words=words,
        tags=tags,
        arcs=_arcs(words, gold, claims, tags),
        gold=tuple(gold),
    )


def read_gold(path: Path) -> list[Parts]:
    """Attributions of one standoff file."""
    spans: dict[str, tuple[str, list[Extent]]] = {}
    events: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) < 2:
            continue
        if columns[0].startswith("T"):
            kind, offsets = columns[1].split(" ", 1)
            pairs = [offset.split() for offset in offsets.split(";")]
            spans[columns[0]] = (kind.lower(), [(int(a), int(b)) for a, b in pairs])
        elif columns[0].startswith("E"):
            events.append([argument.split(":")[1] for argument in columns[1].split()])
    out = []
    for event in events:
        parts: Parts = {kind: [] for kind in KINDS}
        for number in event:
            kind, extents = spans.get(number, ("", []))
            if kind in parts:
                parts[kind] += extents
        out.append(parts)
    return out


Claim = tuple[int, int, int]


def _claims(words: Words, gold: Sequence[Parts]) -> list[Claim | None]:
    """(kind, attribution, begin of the extent) for every word; the first extent keeps it."""
    out: list[Claim | None] = [None] * len(words.extents)
    order = sorted(
        (start, end, kind, number) for number, parts in enumerate(gold) for kind in KINDS for start, end in parts[kind]
    )
    for start, end, kind, number in order:
        for at in _inside(words, start, end):
            if out[at] is None:
                out[at] = (KINDS.index(kind), number, start)
    return out


def tags_of(words: Words, gold: Sequence[Parts]) -> tuple[int, ...]:
    """The tag of every word under these attributions."""
    return _tags(words, _claims(words, gold))


def words_within(words: Words, extents: Sequence[Extent]) -> set[int]:
    """The words that lie whole in one of the extents."""
    return {at for start, end in extents for at in _inside(words, start, end)}


def _inside(words: Words, start: int, end: int) -> list[int]:
    first = bisect_left(words.extents, (start, start))
    last = bisect_left(words.extents, (end, end))
    return [at for at in range(first, last) if words.extents[at][1] <= end]


def _tags(words: Words, claims: list[Claim | None]) -> tuple[int, ...]:
    """0, or 1 + 2 x kind where a run of one claim begins, 2 + 2 x kind inside it."""
    out = []
    for at, claim in enumerate(claims):
        if claim is None:
            out.append(0)
            continue
        same = at > 0 and claims[at - 1] == claim and words.paragraph[at - 1] == words.paragraph[at]
        out.append(1 + 2 * claim[0] + same)
    return tuple(out)


def _arcs(
    words: Words, gold: list[Parts], claims: list[Claim | None], tags: tuple[int, ...]
) -> tuple[tuple[int, int, int], ...]:
    """Which content has which cue and source, by the words where the runs begin."""
    starts: dict[tuple[int, int], list[int]] = {}
    for at, (claim, tag) in enumerate(zip(claims, tags, strict=True)):
        if claim is not None and tag % 2:
            starts.setdefault((claim[0], claim[1]), []).append(at)
    out: list[tuple[int, int, int]] = []
    for number, parts in enumerate(gold):
        cue = starts.get((1, number), [None])[0]
        source = _source(words, parts, tags)
        for content in starts.get((2, number), []):
            if cue is not None or not parts["cue"]:
                out.append((CONTENT_CUE, content, NOBODY if cue is None else cue))
            if source is not None:
                out.append((CONTENT_SOURCE, content, source))
        if cue is not None and source is not None:
            out.append((CUE_SOURCE, cue, source))
    return tuple(out)


def _source(words: Words, parts: Parts, tags: tuple[int, ...]) -> int | None:
    """Where the source's run begins, NOBODY without a source, None when it is not to be seen."""
    if not parts["source"]:
        return NOBODY
    inside = _inside(words, *min(parts["source"]))
    if not inside or tags[inside[0]] not in (1, 2):
        return None
    at = inside[0]
    while tags[at] == 2:
        at -= 1
    return at
