"""What private persons say of private matters: grief, memories, what they saw; neither a position nor a key point."""

from __future__ import annotations

import re

from briefing.assemble.matter import Line

PRIVATE_LIFE = re.compile(
    r"\b(?:sisters?|brothers?|wife|husband|son|daughter|father|mother|uncle|aunt|cousin|friends?|neighbou?rs?"
    r"|colleague|classmate|roommate|coach|teacher|student|rabbi|pastor|priest|imam|residents?|witness(?:es)?"
    r"|eyewitness(?:es)?|survivors?|passengers?|tourists?|spectators?|fans?|guests?|holidaymakers?|shopkeeper"
    r"|widow(?:er)?|parents?|relatives?)\b",
    re.IGNORECASE,
)
"""What somebody is in private life or by having been there."""
PUBLIC_MATTER = re.compile(
    r"\b(?:government|authorit(?:y|ies)|state|minist(?:er|ry)|court|law|trial|charges?|police|army|military|parliament"
    r"|demand\w*|justice|rights?|sanctions?|protest\w*|accus\w+|blam\w+|condemn\w*|oppos\w+|support(?:s|ed)? (?:the|a)"
    r"|elections?|polic(?:y|ies)|political|negotiat\w+|war|peace|occupation|compensation)\b",
    re.IGNORECASE,
)


def is_private(line: Line) -> bool:
    """Tell whether somebody without an office speaks in `line` of what concerns no state and no public matter.

    A name with its article is that of a body (`the Harbour Gazette`).
    """
    holder = line.statement.holder
    if holder is None or holder.actor is not None or holder.is_author or not (holder.speaker or holder.role):
        return False
    if holder.speaker is not None and f"the {holder.speaker}".casefold() in line.text.casefold():
        return False
    office = holder.role is not None and not PRIVATE_LIFE.search(holder.role)
    return not (office or line.statement.actors or line.has(PUBLIC_MATTER))
