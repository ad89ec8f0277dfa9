"""Walk through all items of a briefing in the order of its sections, and tell how the kind of one is printed."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model.briefing import Briefing, Item, Option


def every_item(briefing: Briefing) -> Iterator[Item]:
    """Yield every item, those inside options and disagreements as well."""
    return (item for _, item in items_of(briefing))


def items_of(briefing: Briefing) -> Iterator[tuple[str, Item]]:
    """Yield every item with the name of its section; arguments and reactions come right after their option."""
    for item in (briefing.bottom_line, briefing.bottom_line_focus):
        if item is not None:
            yield "bottom_line", item
    for section in ("key_points", "positions", "options", "quotes", "timeline"):
        for item in getattr(briefing, section):
            yield section, item
            if isinstance(item, Option):
                yield from (("options", i) for i in _around(item))
    for pair in briefing.disagreements:
        yield from (("disagreements", side) for side in (pair.a, pair.b))
    yield from (("unnamed_sources", item) for item in briefing.unnamed_sources)


def printed_kind(item: Item, briefing: Briefing) -> str:
    """Return the key of the label of a line's kind; a judgement is its writer's or that of an outside voice."""
    outside = item.kind == "author_judgement" and not _by_writer(item, briefing)
    return "outside_judgement" if outside else item.kind


def _by_writer(item: Item, briefing: Briefing) -> bool:
    """Tell whether a line is held by the writer or outlet of a source it rests on, or by nobody named."""
    sources = {e.source for e in item.evidence}
    writers = {name for s in briefing.sources if s.id in sources for name in (s.author, s.outlet)}
    return item.speaker is None or item.speaker in writers


def _around(option: Option) -> tuple[Item, ...]:
    return (*option.arguments_for, *option.arguments_against, *option.reactions)
