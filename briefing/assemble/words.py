"""Words of a sentence as keys for comparing sentences: lower case, light stems, no function words."""

from __future__ import annotations

import re
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*", re.UNICODE)
COMMON_WORDS = """
a about above after again against ago all also although always am among an and another any anyone anything are
around as at away back be became because been before being below between both but by came can cannot come could
did do does doing done down during each either else even ever every few first for from further get give go going
gone got had has have having he hence her here hers herself him himself his how however i if in indeed instead
into is it its itself just last least less let like likely made make makes making many may me might more most
much must my myself near neither never next no nor not nothing now of off often on once one only onto or other
others our ours ourselves out over own part per perhaps quite rather really same saw say saying says see seen
shall she should since so some someone something soon still such take taken than that the their theirs them
themselves then there therefore these they thing things this those though through thus till to together too took
toward towards under until up upon us use used very via was way we well went were what when where whether which
while who whom whose why will with within without would yes yet you your said told according added mr mrs ms dr
asked called two three second third already today yesterday tomorrow monday tuesday wednesday thursday friday
saturday sunday don't doesn't didn't isn't wasn't won't can't couldn't it's that's i'm we're they're
"""
FUNCTION_WORDS = frozenset(COMMON_WORDS.split())
SUFFIXES = (
    ("ational", "ate"),
    ("ations", "ate"),
    ("ation", "ate"),
    ("ements", ""),
    ("ement", ""),
    ("ments", ""),
    ("ment", ""),
    ("ings", ""),
    ("ing", ""),
    ("ities", ""),
    ("ity", ""),
    ("ives", "ive"),
    ("edly", ""),
    ("ied", "y"),
    ("ies", "y"),
    ("ers", ""),
    ("ed", ""),
    ("es", ""),
    ("er", ""),
    ("ly", ""),
    ("s", ""),
)
MIN_STEM = 4
NOUNS = frozenset({"talks"})
"""Plurals that are another thing than the verb: who talks about a matter holds no talks."""


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Cut the inflection off a lower-case `word`: `threatened` and `threats` come near each other, `bus` stays."""
    bare = word.removesuffix("'s").removesuffix("’s")
    if bare in NOUNS:
        return bare
    for suffix, replacement in SUFFIXES:
        if bare.endswith(suffix) and len(bare) - len(suffix) + len(replacement) >= MIN_STEM and not bare.endswith("ss"):
            return (bare[: len(bare) - len(suffix)] + replacement).removesuffix("e")
    return bare.removesuffix("e") if len(bare) > MIN_STEM else bare


def keys(text: str) -> tuple[str, ...]:
    """Return the stems of the content words of `text` in order, repeats kept."""
    lowered = (w.lower() for w in WORD.findall(text))
    return tuple(stem(w) for w in lowered if w not in FUNCTION_WORDS and (len(w) > 1 or w.isdigit()))


def count_words(text: str) -> int:
    """Return how many words a reader sees in `text`."""
    return len(WORD.findall(text))


def fold(text: str) -> str:
    """Return `text` with case, punctuation and spaces levelled, for comparing wordings."""
    return " ".join(w.lower().replace("’", "'") for w in WORD.findall(text))
