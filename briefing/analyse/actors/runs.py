"""Where a capitalised name begins and ends: which words may be a part of one, and which only look so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from briefing.analyse.actors.lexicon import Lexicon, read_data, word_class
from briefing.analyse.actors.naming import Naming
from briefing.analyse.actors.roles import is_after_office
from briefing.analyse.text.words import Words

_GIVEN_MONTHS = frozenset({"Jan", "April", "June", "August"})
_BEFORE_MONTHS = frozenset({"in", "on", "by", "since", "until", "from", "to", "of", "last", "this", "next", "early"})
_BEFORE_MONTHS |= {
    "late",
    "mid",
    "every",
    "each",
    "for",
    "before",
    "after",
    "between",
    "and",
    "or",
    "through",
    "the",
    "-",
}


def run_end(words: Words, row: int, stop: int, starts: Mapping[int, Naming], lexicon: Lexicon) -> int:
    """Return where the capitalised name that begins at `row` ends; `row` itself when none does."""
    if not _begins(words, row, starts, lexicon):
        return row
    last = row + 1
    while last < stop and last not in starts and (step := _step(words, row, last, stop, starts, lexicon)):
        last += step
    particles = read_data("names")["particles"]
    while last > row and (words.text[last - 1] in particles or words.text[last - 1] in "-"):
        last -= 1
    return last


def common_in_names(words: Words, people: Iterable[Naming]) -> Iterator[int]:
    """Yield the rows of words in the names of people that mean something else in other places (`|He Lifeng`)."""
    lists = read_data("names")
    common = {*lists["never"], *(w for w in lists["family_first"] if w.lower() in word_class("kin"))}
    yield from (row for n in people for row in range(n.first, n.last) if words.text[row] in common)


def _step(words: Words, row: int, last: int, stop: int, starts: Mapping[int, Naming], lexicon: Lexicon) -> int:
    """How many words from `last` on belong to the name that began at `row`: 0 where it ends."""
    gap = words.start[last] - words.end[last - 1]
    if words.text[last] == "-" and gap == 0 and last + 1 < stop and words.end[last] == words.start[last + 1]:
        return 2
    if words.text[last] == "." and gap == 0 and len(words.text[last - 1]) <= 1:
        return 1
    if gap != 1 or (words.text[last][:1].isupper() and words.lower[last] in lexicon.verbs):
        return 0
    if _name_word(words, last) and _continues(words, row, last) and not role_at(words, last, lexicon):
        return 1
    if words.text[last] not in read_data("names")["particles"] or words.lower[last] == "and" or last + 1 >= stop:
        return 0
    return int((_name_word(words, last + 1) or words.text[last + 1] == "-") and last + 1 not in starts)


def _begins(words: Words, row: int, starts: Mapping[int, Naming], lexicon: Lexicon) -> bool:
    """Tell whether a name may begin at `row`: `|Oh Se-hoon`, `Minister |Will Shaw`, `|Jan Egeland`; not `In |May`."""
    lists, word = read_data("names"), words.text[row]
    if not _name_word(words, row) or role_at(words, row, lexicon):
        return False
    if word not in lists["never"]:
        return True
    if not _name_follows(words, row + 1, starts, lexicon):
        return False
    if word in lists["family_first"]:
        return not _opens_sentence(words, row) or words.text[row + 2 : row + 3] == ("-",)
    if word not in lists["words_too"]:
        return False
    return is_after_office(words, row, lexicon) or (word in _GIVEN_MONTHS and not _dated(words, row))


def _continues(words: Words, first: int, row: int) -> bool:
    """Tell whether a word of a name that began may be a part of it: `Ada |May`, `Kim |Do Yong`; not `Ada |Monday`."""
    lists, word = read_data("names"), words.text[row]
    if word not in lists["never"]:
        return True
    if word in lists["family_first"]:
        return words.text[first] in lists["family_first"]
    return word in lists["surname_too"] and not _number(words, row + 1)


def _number(words: Words, row: int) -> bool:
    return row < len(words) and words.text[row][:1].isdigit()


def _name_follows(words: Words, row: int, starts: Mapping[int, Naming], lexicon: Lexicon) -> bool:
    if row >= len(words) or row in starts or words.start[row] - words.end[row - 1] != 1 or not _name_word(words, row):
        return False
    plain = words.text[row] in read_data("names")["never"] or words.lower[row] in lexicon.verbs
    return not plain and not role_at(words, row, lexicon)


def _dated(words: Words, row: int) -> bool:
    """Tell whether a month stands at `row` after words of time (`in |April`, `5 |August`)."""
    return row > 0 and (words.lower[row - 1] in _BEFORE_MONTHS or words.text[row - 1][:1].isdigit())


def _opens_sentence(words: Words, row: int) -> bool:
    return row == 0 or words.text[row - 1] in '.!?:;"“”‘’(' or words.start[row] - words.end[row - 1] > 1


def _name_word(words: Words, row: int) -> bool:
    word = words.text[row]
    return (word[0].isupper() and word.isalpha()) or (len(word) == 2 and word[1] == "." and word[0].isupper())


def role_at(words: Words, row: int, lexicon: Lexicon) -> int | None:
    """Return the row after a title or role that has a name after it (`President Obi`, `Gen. Diaz`).

    `Ada King` is none, nor `Son Ho`, whose family name is a word as well.
    """
    if words.text[row] in read_data("names")["family_first"]:
        return None
    titles = [t for t in lexicon.titles.get(words.text[row], ()) if words.text[row : row + len(t)] == t]
    roles = [r for r in lexicon.roles.get(words.lower[row], ()) if words.lower[row : row + len(r)] == r]
    if not titles and not roles:
        return None
    after = row + max(len(found) for found in (*titles, *roles))
    if words.text[after : after + 1] == (".",) and titles:
        return after + 1
    follows = words.text[after] if after < len(words) else ""
    return after if follows[:1].isupper() else None
