"""Views told without a verb of saying: `in the view of Ms Obi`, `in Lima’s eyes`, `as Lima sees it`."""

from __future__ import annotations

from briefing.analyse.actors.lexicon import word_class
from briefing.analyse.text.nounphrases import Rows
from briefing.analyse.text.words import Words

REACH = 10
"""Words between the phrase's beginning and its end."""
_SEES = frozenset({("sees", "it"), ("saw", "it"), ("see", "it"), ("views", "it"), ("tells", "it"), ("tell", "it")})
_CONCERNED = frozenset({("is", "concerned"), ("was", "concerned"), ("are", "concerned")})


def view_at(words: Words, row: int, high: int) -> tuple[Rows, int] | None:
    """Return the rows of whose view begins to be told at `row`, and the row behind the phrase; None where none is.

    Whose it is stands behind the phrase in `in the view of`: there its rows are empty.
    """
    lower = words.lower
    if lower[row : row + 2] in (("in", "the"), ("from", "the"), ("to", "the")) and row + 4 < high:
        end = _noun_end(words, row + 2)
        return ((end + 1, end + 1), end + 1) if end and lower[end : end + 1] == ("of",) else None
    if lower[row] in ("in", "from", "to") and row + 3 < high:
        return _owned(words, row + 1, min(high, row + REACH))
    if lower[row : row + 3] == ("as", "far", "as"):
        return _closed(words, row + 3, min(high, row + 3 + REACH), _CONCERNED)
    return _closed(words, row + 1, min(high, row + REACH), _SEES) if lower[row] == "as" else None


def told_by(words: Words, phrase: Rows, source: Rows | None) -> str:
    """Return the phrase without whose view it is (`in … view`), nothing where a verb tells it."""
    if source is None:
        return ""
    before, behind = words.lower[phrase[0] : source[0]], words.lower[source[1] : phrase[1]]
    after = " ".join(behind[2 if behind[:1] in (("'",), ("’",)) and behind[1:2] == ("s",) else 0 :]).lstrip("'’ ")
    return " ".join(before) + (f" … {after}" if after else "")


def _noun_end(words: Words, row: int) -> int | None:
    """The row behind `view`, `eyes` or `point of view` at `row`."""
    if words.lower[row : row + 3] == ("point", "of", "view"):
        return row + 3
    return row + 1 if words.lower[row] in word_class("views") else None


def _owned(words: Words, first: int, stop: int) -> tuple[Rows, int] | None:
    """`in |Lima’s| view`, `from |his| point of view`, `in |analysts’| eyes`."""
    if words.lower[first] in ("his", "her", "its", "their"):
        end = _noun_end(words, first + 1)
        return ((first, first + 1), end) if end else None
    for row in range(first + 1, stop - 1):
        if words.text[row] in ",.;:":
            return None
        if words.text[row] in "'’":
            end = _noun_end(words, row + 1 + (words.lower[row + 1] == "s"))
            return ((first, row), end) if end else None
    return None


def _closed(words: Words, first: int, stop: int, ends: frozenset[tuple[str, str]]) -> tuple[Rows, int] | None:
    """The phrase whose end is one of `ends`: `as |Lima| sees it`."""
    for row in range(first + 1, stop - 1):
        if words.text[row] in ",.;:":
            return None
        if words.lower[row : row + 2] in ends:
            return (first, row), row + 2
    return None
