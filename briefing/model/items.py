"""Walk through all items of a briefing, with the section each is printed in, in the order of the sections."""

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


def _around(option: Option) -> tuple[Item, ...]:
    return (*option.arguments_for, *option.arguments_against, *option.reactions)
