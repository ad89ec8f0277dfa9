"""How many people a sentence tells dead, hurt, missing, moved or held, or for how long; which tell of one event."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from briefing.assemble.matter import Line, Matter
from briefing.assemble.words import keys, stem

Slot = tuple[str, str]
"""What is counted: the fate and who met it."""
Voice = tuple[int, str | None]
"""A source and who speaks in it, None for the document itself."""

NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
)
WORDS = {word: value for value, word in enumerate(NUMBERS.split(), 1)}
_N = rf"(?P<n>\d[\d,]*|{'|'.join(WORDS)})"
_BOUND = r"(?:at least |more than |over |as many as |up to |about |around |some |nearly |almost )?"
_SCALE = r"hundred|thousand|million|dozen"
_WHO = rf"(?P<who>(?:(?!(?:of|more|others?|and|hours?|days?|{_SCALE})\b)[a-z-]+ ){{0,3}}?)"
_BEHIND = r"(?P<who>(?: (?!(?:and|in|on|at|when|near)\b)[a-z-]+){0,2})"
_FATES = {
    "dead": r"killed|dead|died|dying|drowned|perished|slain",
    "hurt": r"injured|wounded|hurt",
    "missing": r"missing|unaccounted for",
    "moved": r"evacuated|displaced|moved to safety|left their homes|fled their homes",
    "held": r"arrested|detained",
}
_AUX = r"(?:(?:were|was|had|have|has|are|is|been|still|known|believed|feared|confirmed|also|reported|to) ){0,5}"
FATE = re.compile(
    rf"\b(?:{'|'.join(_FATES.values())}|kill(?:s|ing)|injuring|wounding|death toll|lives"
    r"|notice|warning|in advance|beforehand)\b"
)
_PASSIVE = {
    fate: re.compile(rf"(?<![\w,.-]){_N} {_WHO}{_AUX}(?:{verbs})\b(?! by (?:the|a) )", re.IGNORECASE)
    for fate, verbs in _FATES.items()
}
_ACTIVE = {
    "dead": re.compile(
        rf"\b(?:kill(?:ed|s|ing)|claim(?:ed|ing)|death toll\b[^.;]{{0,30}}?\b(?:of|at|to)) {_BOUND}{_N}\b"
        rf"(?! (?:of|more|others?|hours|days|years|{_SCALE})\b){_BEHIND}",
        re.IGNORECASE,
    ),
    "hurt": re.compile(
        rf"\b(?:injur|wound)(?:ed|ing) {_BOUND}{_N}\b(?! (?:of|more|others?|{_SCALE})\b){_BEHIND}", re.IGNORECASE
    ),
}
_NOTICE = re.compile(
    rf"(?<![\w,.-]){_N} (?P<who>hours?|days?|minutes?)[’']? (?:[a-z]+ ){{0,4}}?"
    r"(?:notice|warning|in advance|beforehand)\b",
    re.IGNORECASE,
)
_TERM = re.compile(
    rf"\b(?:up to|at most|as (?:many|much) as|(?:sentence|penalty|term) of) {_N} (?P<who>years|months)\b", re.IGNORECASE
)
PUNISHED = re.compile(r"\b(?:prison|jail\w*|imprison\w*|behind bars|sentence\w*|penalty)\b", re.IGNORECASE)
"""How long somebody may be held: there what could be is the figure."""
_NOT_TOLD = re.compile(r"\b(?:could|would|might|may|can|if|threaten\w*|plot\w*|planned)\b", re.IGNORECASE)
ANYBODY = frozenset({"", "people", "person", "persons", "resident", "live", "life", "inhabitant", "villager"})
COUNTING = frozenset(keys("people killed dead died injured wounded missing residents others notice warning hours days"))
"""Words that tell no event from another."""
LEAD = 6
SAME_STORY = 3
OLD_DAYS, NEAR_DAYS = 31, 7


def tolls(line: Line) -> dict[Slot, int]:
    """Return the figures of `line` by what they count; what might happen is no figure."""
    found: dict[Slot, int] = {}
    if line.has(PUNISHED):
        found |= {("term", stem(t["who"].lower())): value_of(t["n"]) for t in _TERM.finditer(line.text)}
    if not line.has(FATE) or line.has(_NOT_TOLD):
        return found
    for patterns in (_ACTIVE, _PASSIVE, {"notice": _NOTICE}):
        for fate, pattern in patterns.items():
            for figure in pattern.finditer(line.text):
                found.setdefault((fate, group_of(figure["who"])), value_of(figure["n"]))
    return found


def value_of(words: str) -> int:
    """Return the number that `words` mean."""
    return WORDS.get(words.lower()) or int(words.replace(",", ""))


def group_of(words: str) -> str:
    """Return who is counted: the last noun before the verb, nothing for people in general."""
    last = stem(words.split()[-1].lower()) if words.split() else ""
    return "" if last in {stem(word) for word in ANYBODY} else last


def differing(matter: Matter, lines: Sequence[Line]) -> Iterator[tuple[Slot, Line, Line]]:
    """Yield for each thing counted two sentences that tell it of one event with other figures.

    They are of two documents, or two voices of one.
    """
    told: dict[Slot, dict[Voice, tuple[int, Line]]] = defaultdict(dict)
    for line in lines:
        for slot, value in tolls(line).items():
            told[slot].setdefault(voice_of(line), (value, line))
    for slot, by_voice in told.items():
        pairs = combinations(by_voice.values(), 2)
        odd = next(((a, b) for (v, a), (w, b) in pairs if v != w and one_event(matter, a, b)), None)
        if odd is not None:
            yield slot, *odd


def voice_of(line: Line) -> Voice:
    """Return whose figure `line` gives: the document's own or somebody's in it."""
    holder = line.statement.holder
    return line.source, (holder.speaker or holder.actor or holder.description) if holder is not None else None


def one_event(matter: Matter, a: Line, b: Line) -> bool:
    """Tell whether two sentences of one story tell of one event: both lead, or share words, and no dates part them."""
    first, second = matter.day(a.source), matter.day(b.source)
    if first and second and abs((first - second).days) > NEAR_DAYS:
        return False
    if a.source == b.source:
        if None in (voice_of(a)[1], voice_of(b)[1]):
            return False
    elif len(story_keys(matter, a.source) & story_keys(matter, b.source)) < SAME_STORY:
        return False
    if max(a.order, b.order) > LEAD and not {k for k in a.keys if k in b.keys and not k.isdigit()} - COUNTING:
        return False
    one, other = days_of(matter, a), days_of(matter, b)
    if one and other:
        return any(x.startswith(y) or y.startswith(x) for x in one for y in other)
    return is_current(first, one) and is_current(second, other)


def story_keys(matter: Matter, source: int) -> frozenset[str]:
    """Return the words of a document's title and first sentences."""
    used = matter.sources[source]
    lead = (key for line in used.lines if line.order < LEAD for key in line.keys)
    return frozenset((*keys(used.card.metadata.title or ""), *lead))


def days_of(matter: Matter, line: Line) -> list[str]:
    """Return the dates that the sentence names."""
    start, end = line.extent
    return [d.date for d in matter.of(line).analysis.dates if d.date and start <= d.extent[0] < end]


def is_current(published: date | None, named: Sequence[str]) -> bool:
    """Tell whether a sentence names no date or one of the weeks before its publication."""
    if published is None or not named:
        return not named
    return any(abs((published - date.fromisoformat((d + "-01-01")[:10])).days) < OLD_DAYS for d in named if len(d) > 4)
