"""Names that nobody knows beside an office: the firm, town or land that the office is said to belong to."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.analyse.actors.lexicon import Lexicon, read_data, word_class
from briefing.analyse.actors.naming import Naming
from briefing.analyse.text.words import Words

REACH = 5
"""Words between an owner and its office (`Borealis’s |long-serving vice| chairman`)."""
LONGEST = 8
"""Words of the longest name of a state or body."""
Rows = tuple[int, int]


def named_owner(words: Words, first: int, last: int, starts: Mapping[int, Naming], lexicon: Lexicon) -> Rows:
    """Return the rows of the unknown name that owns the office in rows `first` to `last`; no rows where none does.

    It stands before the office or behind `of`. Only offices that a firm, a town or a land has: a commander or judge of
    something is still one of the state.
    """
    if words.lower[last - 1] not in word_class("owned_offices"):
        return last, last
    for row in range(first, max(1, first - REACH), -1):
        if words.lower[row - 1] == "s" and words.text[row - 2] in "'’":
            return name_start(words, row - 2, starts, lexicon), row - 2
        if not words.text[row - 1].isalpha() and words.text[row - 1] != "-":
            break
    return name_behind(words, last, starts, lexicon) if words.lower[last : last + 1] == ("of",) else (last, last)


def name_behind(words: Words, row: int, starts: Mapping[int, Naming], lexicon: Lexicon) -> Rows:
    """Return the rows of the unknown name behind `of` at `row` (`the mayor |of| Ostby`), none where it has none."""
    first = last = row + 1
    while last < len(words) and words.text[last].istitle() and not _taken(last, starts):
        last += 1
    named = last > first and name_start(words, last, starts, lexicon) == first
    return (first, last) if named else (row, row)


def name_start(words: Words, last: int, starts: Mapping[int, Naming], lexicon: Lexicon) -> int:
    """Return where the unknown name that ends before `last` begins; `last` itself where none does."""
    lists, first = read_data("names"), last
    while first > 0 and _part(words, first - 1, starts) and words.text[first - 1] not in lists["never"]:
        first -= 1
    parts = words.text[first:last]
    plain = {part.lower() for part in parts}
    office = plain & (word_class("office_words") | word_class("ministerial"))
    common = any(part in lexicon.institutions or part in lexicon.roles for part in plain)
    company = set(parts) & ({*lists["organisation"], *lists["things"]} | lexicon.compound_after)
    return last if office or common or company else first


def _part(words: Words, row: int, starts: Mapping[int, Naming]) -> bool:
    close = row + 1 >= len(words) or words.start[row + 1] - words.end[row] < 2
    return close and words.text[row].istitle() and len(words.text[row]) > 1 and not _taken(row, starts)


def _taken(row: int, starts: Mapping[int, Naming]) -> bool:
    """A name that is known covers the row."""
    return any(at in starts and starts[at].last > row for at in range(row, row - LONGEST, -1))
