"""Walk through all items of a briefing with the section each is printed in."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model.briefing import Briefing, Item, Option

SECTIONS = ("key_points", "positions", "options", "quotes", "timeline", "unnamed_sources")


def items_of(briefing: Briefing) -> Iterator[tuple[str, Item]]:
    """Yield every item, those inside options and disagreements as well, with its section's name."""
    for item in (briefing.bottom_line, briefing.bottom_line_focus):
        if item is not None:
            yield "bottom_line", item
    for section in SECTIONS:
        for item in getattr(briefing, section):
            yield section, item
            if isinstance(item, Option):
                yield from (("options", i) for i in _around(item))
    for disagreement in briefing.disagreements:
        yield "disagreements", disagreement.a
        yield "disagreements", disagreement.b


def _around(option: Option) -> tuple[Item, ...]:
    return (*option.arguments_for, *option.arguments_against, *option.reactions)
