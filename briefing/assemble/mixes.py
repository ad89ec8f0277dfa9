"""What a key point's weight is made of: in a briefing with a focus, in one without, in a speech."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefing.assemble.matter import Line, Matter


@dataclass(frozen=True, slots=True, kw_only=True)
class Mix:
    """Shares of what a weight is made of."""

    central: float
    frequent: float
    reach: float
    standing: float
    spread: float
    lead: float
    title: float
    led: float
    """What is left of a line that leans on the one before, where that is printed with it."""
    bare: float
    """What is left of a line that leans on another which cannot be printed with it."""
    private: float
    """What is left of a private person's words."""
    apart: float
    """Up to this cosine two lines do not repeat each other."""
    topic: float = 0.0
    """Of the sentence that opens a paragraph or a section."""
    advice: float = 0.0
    """Of what the writer of a commentary would have the focus do."""
    fresh: float = 0.0
    """Of what a report tells done shortly before its day."""
    solid: float = 0.0
    """Of what a speech's line has of matter."""
    short: int = 12
    """Words below which a sentence is a fragment."""


FOCUSED = Mix(
    central=0.15,
    frequent=0.05,
    reach=0.20,
    standing=0.30,
    spread=0.15,
    lead=0.05,
    title=0.05,
    led=0.75,
    bare=0.45,
    private=0.0,
    apart=0.0,
    topic=0.05,
    advice=0.10,
    fresh=0.15,
)
PLAIN = Mix(
    central=0.05,
    frequent=0.0,
    reach=0.80,
    standing=0.05,
    spread=0.15,
    lead=0.05,
    title=0.05,
    led=0.95,
    bare=0.70,
    private=0.9,
    apart=0.25,
)
"""Without a focus the text alone decides what matters, also where it dwells on one thing."""
VOICE = replace(
    FOCUSED, central=0.05, frequent=0.0, reach=0.05, standing=0.30, topic=0.0, bare=0.60, solid=0.45, short=7
)
"""In a speech the words that stand everywhere are those that say least."""


def mix_of(matter: Matter) -> Mix:
    """Return the shares for a briefing with or without a focus."""
    return PLAIN if matter.focus is None else FOCUSED


def mix_for(matter: Matter, line: Line) -> Mix:
    """Return the shares for `line`: in a briefing with a focus those of a speech are its own."""
    return VOICE if matter.focus is not None and matter.of(line).is_one_voice else mix_of(matter)
