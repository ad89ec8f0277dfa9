"""How much of a speech's line is matter: named states, hard words, figures; not words that fit any speech."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefing.assemble.matter import Line, Matter
from briefing.assemble.stance import HARD
from briefing.assemble.themes import EMPTY, THEME

GRAVE = re.compile(
    r"\b(?:terror\w*|sovereign\w*|separat\w*|genocid\w*|hostages?|escalat\w*|deescalat\w*|provocat\w*|impunity"
    r"|ceasefires?|truce|armistice|two-state|denuclear\w*|self-defen[cs]e|disarm\w*|blockades?|interfer\w+|meddl\w+"
    r"|reunif\w*|unification|independen\w+|annex\w*|permanent (?:seat|member)\w*|veto\w*|inalienable|reform\w*)\b",
    re.IGNORECASE,
)
"""What states quarrel and deal about, beside what every stand against another state has."""
FIRM = re.compile(
    r"\b(?:call(?:s|ing)? (?:on|for)|urge[sd]?|demand\w*|(?:can|I|we) (?:today )?announce|will (?:not|never)|must not"
    r"|(?:firmly|strongly|resolutely|unequivocally|categorically)|reject\w*|condemn\w*|want to see|need to see"
    r"|we will|pledg\w+|immediate(?:ly)?|top priority|insist\w*)\b",
    re.IGNORECASE,
)
"""A demand, a refusal or a promise in plain words."""
FIGURE = re.compile(
    r"[$€£¥₩]\s?\d|\b\d[\d,.]*\s?(?:%|per ?cent|percent|million|billion|trillion)|\bby (?:the year )?20\d\d\b"
)
NAME = re.compile(r"(?<![.!?…:] )(?<!^)\b(?:[A-Z][\w’'-]+|[A-Z]{2,}\d*)")
FORMAL_NAMES = """
mr madam president excellencies excellency secretary-general general assembly un united nations charter i security
global south sdgs sdg goals agenda development sustainable organization organisation world
"""
FORMAL = frozenset(FORMAL_NAMES.split())
"""Names that stand in every speech before this body of nations."""
LOOK_BACK, FADE = 3, 0.7
"""So many sentences on, what a sentence named is still spoken of; what is left of it with each."""


def matter_of_speech(matter: Matter) -> dict[tuple[int, int], float]:
    """Return source and sentence -> 0 to 1: how much of it is matter; of speeches and statements only."""
    found: dict[tuple[int, int], float] = {}
    for number, source in enumerate(matter.sources):
        if source.is_one_voice:
            lines = {line.order: line for line in source.lines}
            named = {order: names_of(matter, line) for order, line in lines.items()}
            found |= {(number, order): substance(line, named) for order, line in lines.items()}
    return found


def substance(line: Line, named: Mapping[int, float]) -> float:
    """Return 0 to 1: what of `line` is matter; `named` is the value of each sentence's names."""
    value = 0.35 * named[line.order]
    value += 0.20 * max(FADE**n * named.get(line.order - n, 0.0) for n in range(1, LOOK_BACK + 1))
    value += 0.20 if line.has(HARD) or line.has(GRAVE) else 0.0
    value += 0.20 if line.has(FIRM) else 0.0
    value += 0.10 if line.has(FIGURE) else 0.0
    value += 0.075 * min(2, len({THEME[key] for key in line.keys if key in THEME}))
    return min(1.0, value) * (1 - hollow(line))


def hollow(line: Line) -> float:
    """Return the share of the line's words that fit any speech."""
    found = set(line.keys)
    return len(found & EMPTY) / len(found) if found else 1.0


def names_of(matter: Matter, line: Line) -> float:
    """Return 0 to 1 for the other states and the things that `line` names."""
    holder = line.statement.holder
    speaker = holder.actor if holder else None
    states = {a for a in line.statement.actors if a != speaker and matter.kinds.get(a) == "state"}
    things = {n.lower() for n in NAME.findall(line.text)} - FORMAL
    return min(1.0, 0.6 * bool(states) + 0.2 * (len(states) > 1) + 0.25 * min(2, len(things)))
