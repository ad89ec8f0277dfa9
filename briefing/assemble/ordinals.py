"""Which of several courses a sentence means by its number: `The first is the most costly.`"""

from __future__ import annotations

import re

from briefing.assemble.links import own_choices
from briefing.assemble.matter import Line, Matter

NUMBERS = ("first", "second", "third", "fourth", "fifth")
MEANS = re.compile(
    r"^[\"“'‘]?(?:But |Yet |And )?(?:The )?(?P<nth>first|second|third|fourth|fifth|last)"
    r"(?: (?:of these|one|option|choice|course|approach|path|alternative))?,? (?:\w+ly )?"
    r"(?:is|would|has|could|may|might|will|carries|offers|looks|seems|means)\b",
    re.IGNORECASE,
)
APART = 2
"""Sentences between two courses of one list."""
BEHIND = 15
"""Sentences behind a list within which its numbers are still meant."""


def course_meant(matter: Matter, line: Line) -> int | None:
    """Return the place of the course that `line` means by its number; None where it numbers none."""
    if not line.has(MEANS):
        return None
    courses, found = own_choices(matter, line.source), MEANS.match(line.text)
    if found is None or line.order in courses:
        return None
    run: list[int] = []
    for order in sorted((o for o in courses if line.order - BEHIND <= o < line.order), reverse=True):
        if run and run[-1] - order > APART:
            break
        run.append(order)
    run.reverse()
    nth = found["nth"].lower()
    at = len(run) - 1 if nth == "last" else NUMBERS.index(nth)
    return run[at] if len(run) > 1 and at < len(run) else None
