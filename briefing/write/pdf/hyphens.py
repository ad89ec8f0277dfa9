"""Where a word may be hyphenated, by the language it stands in; names, figures and short words are left whole."""

from __future__ import annotations

import re
from functools import lru_cache

import pyphen

_ORDINARY = re.compile(r"([\W_]*)([^\W\d_]{6,})([\W_]*)\Z")


@lru_cache(maxsize=8)
def _dictionary(language: str) -> pyphen.Pyphen | None:
    known = pyphen.language_fallback(language.replace("-", "_"))
    return pyphen.Pyphen(lang=known, left=3, right=3) if known else None


@lru_cache(maxsize=50_000)
def break_places(word: str, language: str) -> tuple[int, ...]:
    """Return the offsets at which `word` may be divided, last first; a capitalised word is taken for a name."""
    match = _ORDINARY.match(word)
    if match is None or word != word.lower():
        return ()
    dictionary = _dictionary(language)
    if dictionary is None:
        return ()
    start = match.start(2)
    return tuple(start + place for place in reversed(dictionary.positions(match[2])))
