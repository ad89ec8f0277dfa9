"""Assemble a briefing: choose the material, fill each section, say what is missing."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from briefing.assemble.disagreements import disagreements, ranked_pairs
from briefing.assemble.gaps import Found, gaps
from briefing.assemble.matter import Matter, gather
from briefing.assemble.options import options, ranked_options
from briefing.assemble.points import bottom_line, choose, key_points
from briefing.assemble.positions import positions, silent_actors
from briefing.assemble.quotes import every_quote, quotes, unnamed_sources
from briefing.assemble.sources import source_base, source_entries
from briefing.assemble.timeline import ranked_events, timeline
from briefing.assemble.wording import Wording
from briefing.assemble.yardstick import hedge_words
from briefing.model.briefing import Briefing, Focus, Position
from briefing.model.document import Diagnostic, Document, Genre
from briefing.model.findings import Actor, Analysis
from briefing.model.items import every_item
from briefing.model.library import cards_of
from briefing.model.sketch import Sketch
from briefing.profile import Length, Limits, Profile

SCHEMA_VERSION = "1"
LEANING: dict[Genre, int] = {"state_media": 1, "commentary": 2, "analysis": 2}
"""Genres whose titles take a side; a briefing of several sources takes its title from another."""
LIMITS: Mapping[Length, Limits] = {
    "brief": Limits(key_points=10, positions=48, options=16, quotes=60, timeline=30, disagreements=6),
    "standard": Limits(key_points=10, positions=48, options=16, quotes=60, timeline=30, disagreements=6),
    "full": Limits(),
}
"""The most items of a section in the record; a profile's own limits lower them, `excerpt` shortens the print."""


LONG = 40
"""Sentences of a long article."""


class Names(Protocol):
    """What the assembly asks of a lexicon."""

    @property
    def actors(self) -> Mapping[str, Actor]:
        """Return every known actor by its id."""
        ...


def assemble(
    documents: Sequence[Document],
    analyses: Sequence[Analysis],
    profile: Profile,
    *,
    as_of: str,
    duplicates: Mapping[str, str] | None = None,
    diagnostics: Sequence[Diagnostic] = (),
    lexicon: Names | None = None,
    sketches: Mapping[str, Sketch] | None = None,
) -> Briefing:
    """Assemble `documents` and what was found in them into a briefing for the profile's focus."""
    copies = duplicates or {}
    wording = Wording(profile.language)
    matter = gather(documents, analyses, profile, copies, sketches)
    limits = limits_of(profile)
    drafted = draft(matter, profile, limits, as_of, focus_of(matter, profile, lexicon), wording)
    cards = cards_of(documents)
    held = positions(matter, limits_of(replace(profile, length="full")).positions) if drafted.positions else ()
    found = Found(
        points=drafted.key_points,
        positions=held,
        options=drafted.options,
        unnamed=drafted.unnamed_sources,
        silent=drafted.silent_actors,
        focus_name=drafted.focus.name if profile.focus else None,
    )
    items = list(every_item(drafted))
    return replace(
        drafted,
        sources=source_entries(matter, cards, copies, items, wording),
        gaps=gaps(matter, cards, profile, copies, diagnostics, found, wording),
        source_base=source_base(matter, cards, copies, wording),
        hedge_words=hedge_words((i.text for i in items), profile.yardstick, wording),
        diagnostics=tuple(diagnostics),
        left_out=beyond(matter, profile, drafted, held, wording),
    )


def draft(matter: Matter, profile: Profile, limits: Limits, as_of: str, focus: Focus, wording: Wording) -> Briefing:
    """Fill the sections that come from lines."""
    most = limits.key_points or 10
    points = choose(matter, min(most, points_for(len(matter.sources), len(matter.sentences))))
    wanted = profile.sections
    line, meaning = bottom_line(matter, points)
    return Briefing(
        schema_version=SCHEMA_VERSION,
        title=profile.title or title_of(matter),
        as_of=as_of,
        language=profile.language,
        focus=focus,
        sources=(),
        bottom_line=line,
        bottom_line_focus=meaning,
        key_points=key_points(matter, points) if "key_points" in wanted else (),
        positions=positions(matter, limits.positions) if "positions" in wanted else (),
        options=options(matter, limits.options, wording) if "options" in wanted else (),
        quotes=quotes(matter, limits.quotes) if "quotes" in wanted else (),
        timeline=timeline(matter, limits.timeline) if "timeline" in wanted else (),
        disagreements=disagreements(matter, limits.disagreements, wording) if "disagreements" in wanted else (),
        gaps=(),
        unnamed_sources=unnamed_sources(matter) if "quotes" in wanted else (),
        source_base="",
        silent_actors=silent_actors(matter),
        profile=profile.name,
    )


def beyond(
    matter: Matter, profile: Profile, drafted: Briefing, held: Sequence[Position], wording: Wording
) -> dict[str, int]:
    """Return how many lines a section of the full record has beyond those of `drafted`."""
    if profile.length == "full":
        return {}
    most, bounds = limits_of(replace(profile, length="full")), limits_of(profile)
    whole: Mapping[str, Callable[[], Sequence[object]]] = {
        "positions": lambda: held,
        "options": lambda: ranked_options(matter)[: most.options],
        "quotes": lambda: every_quote(matter)[: most.quotes],
        "timeline": lambda: ranked_events(matter, most.timeline),
        "disagreements": lambda: ranked_pairs(matter)[: most.disagreements],
    }
    counts = {name: len(getattr(drafted, name)) for name in whole if name in profile.sections}
    # A day's events are bounded as well, so that the number of a timeline does not tell whether all are there.
    cut = [name for name, count in counts.items() if name == "timeline" or count == getattr(bounds, name)]
    more = {name: len(whole[name]()) - counts[name] for name in cut}
    return {name: count for name, count in more.items() if count > 0}


def limits_of(profile: Profile) -> Limits:
    """Return the lower of the length's and the profile's own limits for each section."""
    general, own = LIMITS[profile.length], profile.limits
    lower = {name: least(getattr(general, name), getattr(own, name)) for name in Limits.__dataclass_fields__}
    return Limits(**lower)


def least(a: int | None, b: int | None) -> int | None:
    """Return the smaller of two limits, None when neither is set."""
    set_ones = [n for n in (a, b) if n is not None]
    return min(set_ones) if set_ones else None


def points_for(sources: int, sentences: int = 0) -> int:
    """Return how many key points so many sources of so many sentences deserve: 7 from one article, up to 10."""
    return min(10, 7 + round(math.log2(max(1, sources, sentences / LONG))))


def focus_of(matter: Matter, profile: Profile, lexicon: Names | None) -> Focus:
    """Return the focus with the name a briefing prints; without one both are empty."""
    if profile.focus is None:
        return Focus(id="", name="")
    known = lexicon.actors.get(profile.focus) if lexicon else None
    name = profile.focus_name or (known.name if known else None) or matter.names.get(profile.focus) or profile.focus
    return Focus(id=profile.focus, name=name)


def title_of(matter: Matter) -> str:
    """Return the story's title: that of the first news or official source, else of state media, else of an opinion."""
    titled = [s for s in matter.sources if s.card.metadata.title]
    best = min(titled, key=lambda s: LEANING.get(s.card.metadata.genre, 0), default=None)
    return (best.card.metadata.title if best else None) or "Briefing"
