"""Compare two briefings item by item."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from briefing.diff.match import Matching, Pair, figures, likeness, match_items
from briefing.model.briefing import Briefing, Change, ChangeKind, Changes, Item, Option, SourceEntry

SECTIONS = ("key_points", "positions", "options", "quotes", "timeline")
_NOT = re.compile(
    r"\b(?:not|no|never|neither|nor|without|refus\w+|reject\w*|den(?:y|ies|ied)|oppos\w+)\b|n[’']t\b", re.I
)


def compare(before: Briefing, after: Briefing) -> Changes:
    """Return what is new, dropped, moved, reworded or shifted in `after`; no entries when nothing is."""
    entries: list[Change] = []
    for section in SECTIONS:
        matching = match_items(getattr(before, section), getattr(after, section))
        entries += _of_section(section, matching)
    entries += _sources(before.sources, after.sources)
    return Changes(since=before.as_of, entries=tuple(entries))


def _of_section(section: str, matching: Matching) -> Iterator[Change]:
    shifted, new, dropped = _shifts(section, matching)
    yield from shifted
    yield from (_single("new", section, item) for item in new)
    for pair in matching.same:
        yield from _pair(section, pair)
    yield from _moves(section, matching.same)
    yield from (_single("dropped", section, item) for item in dropped)


def _single(kind: ChangeKind, section: str, item: Item) -> Change:
    return Change(kind=kind, section=section, text=item.text, item=item.id, evidence=item.evidence)


def _double(kind: ChangeKind, section: str, pair: Pair) -> Change:
    return Change(
        kind=kind,
        section=section,
        text=pair.after.text,
        before=pair.before.text,
        after=pair.after.text,
        item=pair.after.id,
        evidence=(*pair.before.evidence, *pair.after.evidence),
    )


def _pair(section: str, pair: Pair) -> Iterator[Change]:
    """Yield how one item changed: its status, its side, its figures or its words, the weightiest only."""
    before, after = pair.before, pair.after
    if isinstance(before, Option) and isinstance(after, Option) and before.status != after.status:
        yield Change(
            kind="status",
            section=section,
            text=after.text,
            before=before.status,
            after=after.status,
            item=after.id,
            evidence=(*before.evidence, *after.evidence),
        )
    elif before.text != after.text:
        yield _double(_change_of_words(section, before, after), section, pair)


def _change_of_words(section: str, before: Item, after: Item) -> ChangeKind:
    if section == "positions" and _turned(before.text, after.text):
        return "shifted"
    return "figure" if figures(before.text) != figures(after.text) else "reworded"


def _turned(before: str, after: str) -> bool:
    return bool(_NOT.search(before)) != bool(_NOT.search(after))


def _shifts(section: str, matching: Matching) -> tuple[list[Change], tuple[Item, ...], tuple[Item, ...]]:
    """Return positions that an actor turned round, and what is still new or dropped after them."""
    if section != "positions":
        return [], matching.new, matching.dropped
    found, new, dropped = [], list(matching.new), list(matching.dropped)
    for before in matching.dropped:
        after = next((a for a in new if _opposed(before, a)), None)
        if after is not None:
            found.append(_double("shifted", section, Pair(before, after)))
            new.remove(after)
            dropped.remove(before)
    return found, tuple(new), tuple(dropped)


_ABOUT_THE_SAME = 0.34


def _opposed(before: Item, after: Item) -> bool:
    """Whether one actor speaks of the same thing with the other sign: a third of the weighty words in common."""
    return likeness(before, after) >= _ABOUT_THE_SAME and _turned(before.text, after.text)


def _moves(section: str, pairs: Sequence[Pair]) -> Iterator[Change]:
    """Yield the key points that changed their rank among those that stayed (the fewest that explain the order)."""
    if section != "key_points":
        return
    stayed = set(_longest_rise([pair.rank_before for pair in pairs]))
    for n, pair in enumerate(pairs):
        if n not in stayed and pair.before.text == pair.after.text:
            yield _single("moved", section, pair.after)


def _longest_rise(ranks: Sequence[int]) -> list[int]:
    """Return the places of a longest rising run of `ranks`."""
    best: list[list[int]] = []
    for n, rank in enumerate(ranks):
        longest = max((b for b in best if ranks[b[-1]] < rank), key=len, default=[])
        best.append([*longest, n])
    return max(best, key=len, default=[])


def _sources(before: Iterable[SourceEntry], after: Iterable[SourceEntry]) -> Iterator[Change]:
    """Yield new and withdrawn sources; one whose file was changed is new, with its earlier name in `before`."""
    then, now = tuple(before), tuple(after)
    old, new = {s.sha256 for s in then}, {s.sha256 for s in now}
    replaced = {s.path: s for s in then if s.sha256 not in new}
    for source in now:
        if source.sha256 not in old:
            earlier = replaced.pop(source.path, None)
            yield Change(
                kind="source_new", section="sources", text=_named(source), before=_named(earlier) if earlier else None
            )
    yield from (Change(kind="source_gone", section="sources", text=_named(s)) for s in replaced.values())


def _named(source: SourceEntry) -> str:
    parts = [source.outlet, source.title or source.path, source.published]
    return ", ".join(p for p in parts if p)
