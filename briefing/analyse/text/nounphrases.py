"""The noun phrase beside a verb: before it, after it, before an apposition or a relative pronoun."""

from __future__ import annotations

from functools import cache

from briefing.analyse.actors.lexicon import read_data, word_class
from briefing.analyse.text.words import Words

Rows = tuple[int, int]
STOPS = frozenset(',;:–—―"“”()[]?!«»')
_QUOTES = frozenset('"“”«»「」‘')
REACH = 30
_CLIPPED_SUBJECTS = frozenset({"he", "she", "it", "who", "that", "there"})


@cache
def shortened() -> frozenset[str]:
    """Return the words that are written with a full stop before a name (`Mr`, `Gen`)."""
    return frozenset(read_data("abbreviations")["words"])


def subject_before(words: Words, row: int, low: int) -> Rows | None:
    """Return the noun phrase whose verb is at `row`; `low` is the first row of the sentence.

    An apposition between commas is stepped over (`Mr Osei, the envoy to Mali, said`).
    """
    end = _skip_left(words, row - 1, low)
    if end < low:
        return None
    if words.text[end] == ",":
        return _over_apposition(words, end, low)
    if words.text[end] in ")]":
        opened = _opening_bracket(words, end, low)
        return _phrase_left(words, opened - 1, low) if opened > low else None
    if words.text[end] in "–—-":
        return None
    found = _phrase_left(words, end, low)
    if found and words.lower[found[0]] == "for" and words.lower[end] == "part" and found[0] - 1 > low:
        return _phrase_left(words, found[0] - 2, low)
    return found


def antecedent(words: Words, row: int, low: int) -> Rows | None:
    """Return the noun phrase that the relative pronoun at `row` stands for: the one right before it and its comma."""
    end = row - 1
    if end >= low and words.text[end] == ",":
        end -= 1
    if end < low:
        return None
    found = _phrase_left(words, end, low)
    if found is None:
        return None
    first = found[1] - 1
    while (
        first > found[0]
        and words.lower[first - 1] not in word_class("prepositions") | word_class("determiners")
        and not (words.lower[first - 1].endswith("ing") or words.lower[first - 1].endswith("ed"))
    ):
        first -= 1
    return first, found[1]


def _skip_left(words: Words, row: int, low: int) -> int:
    """Step over auxiliaries, adverbs and short phrases of time or occasion before a verb."""
    while row >= low:
        word = words.lower[row]
        adverb = word in word_class("adverbs") or (
            word.endswith("ly") and len(word) > 4 and word not in word_class("ly_nouns")
        )
        if adverb or (word in word_class("auxiliaries") and (words.text[row].islower() or row == low)):
            row -= 1
        elif (
            word in ("week", "month", "year", "morning", "weekend")
            and row > low
            and words.lower[row - 1] in ("this", "last")
        ):
            row -= 2
        elif word in word_class("days"):
            row -= 2 if row - 1 >= low and words.lower[row - 1] in ("on", "last") else 1
        elif (word in ("t", "ve", "re", "d", "ll", "m") and row - 1 >= low and words.text[row - 1] in "'’") or (
            word == "s" and row - 2 >= low and words.text[row - 1] in "'’" and words.lower[row - 2] in _CLIPPED_SUBJECTS
        ):
            row -= 2
        elif word in word_class("occasions") and (before := _occasion_start(words, row, low)) is not None:
            row = before - 1
        else:
            break
    return row


def _occasion_start(words: Words, row: int, low: int) -> int | None:
    """Where `in a joint statement` or `at a news conference` begins; None when the noun is no such phrase."""
    for first in range(row - 1, max(low, row - 6), -1):
        if words.text[first] in STOPS:
            return None
        if words.lower[first] in ("in", "at", "during", "on", "through", "via"):
            return first if first > low else None
    return None


def _opening_bracket(words: Words, row: int, low: int) -> int:
    while row > low and words.text[row] not in "([":
        row -= 1
    return row


def _over_apposition(words: Words, comma: int, low: int) -> Rows | None:
    """The phrase before `, an apposition,`; None when the comma ends a clause in front."""
    row = comma - 1
    while row >= low and comma - row < REACH and words.text[row] not in _QUOTES and words.text[row] not in ";:":
        if words.text[row] == "," and not _list_comma(words, row, comma):
            found = _phrase_left(words, row - 1, low)
            return found if found and _apposes(words, row + 1) else None
        row -= 1
    whole = _phrase_left(words, comma - 1, low)
    return whole if whole and whole[0] <= low + 1 and words.text[comma - 1] not in _QUOTES else None


def _list_comma(words: Words, row: int, comma: int) -> bool:
    """A comma inside the apposition before its last part (`, head of trade, finance and labour,`)."""
    return (
        "and" in words.lower[row + 1 : comma]
        and row + 6 > comma
        and words.lower[row + 1] not in ("a", "an", "the", "who")
    )


def _apposes(words: Words, row: int) -> bool:
    """Whether the words after a comma describe what stands before it."""
    word = words.lower[row]
    return word not in word_class("pronouns") - {"who", "which", "one"} and word not in ("and", "but", "so")


def _phrase_left(words: Words, end: int, low: int) -> Rows | None:
    """Walk left from the last word of a noun phrase to its first; a pronoun is a phrase of its own."""
    if words.lower[end] in ("who", "which", "he", "she", "they", "we", "it", "i"):
        return (end, end + 1)
    if words.text[end] in ")]":
        end = _opening_bracket(words, end, low) - 1
    row = end
    while row >= low and end - row < REACH and not _breaks(words, row, end):
        row -= 1
    return (row + 1, end + 1) if row < end else None


def _breaks(words: Words, row: int, end: int) -> bool:
    """Whether the noun phrase that ends at `end` cannot hold the word at `row`."""
    word, lower = words.text[row], words.lower[row]
    if word == "." and row < end:
        return not (row and (words.text[row - 1] in shortened() or len(words.text[row - 1]) == 1))
    if word in STOPS or (word in "'’‘" and not _apostrophe(words, row)):
        return True
    if lower in word_class("breakers") or (lower == "and" and not _joins(words, row)):
        return True
    if lower in ("who", "he", "she", "they", "we", "it", "i"):
        return True
    return row < end and lower in word_class("auxiliaries") and word.islower()


def _apostrophe(words: Words, row: int) -> bool:
    return row > 0 and words.end[row - 1] == words.start[row] and words.text[row - 1][0].isalnum()


def _joins(words: Words, row: int) -> bool:
    """`and` between two names, two officers or inside a name, not between two clauses."""
    before, after = words.text[row - 1] if row else "", words.text[row + 1] if row + 1 < len(words) else ""
    if after.lower() in ("the", "a", "his", "her", "its", "their") and row + 2 < len(words):
        after = words.text[row + 2]
    people = before.lower() in word_class("unnamed")
    return people or (before[:1].isupper() and after[:1].isupper()) or after.lower() in word_class("prepositions")


def subject_after(words: Words, row: int, high: int) -> Rows | None:
    """Return the noun phrase after an inverted verb (`said Ms Ndiaye, a judge`): to the comma or the end."""
    first = row + 1
    if first >= high or words.text[first] in STOPS or words.text[first] in ".'’":
        return None
    if words.lower[first] in word_class("breakers") | {"he", "she", "it", "they", "we", "i"} and words.lower[
        first
    ] not in ("he", "she", "they"):
        return None
    end = first
    while end < high and words.text[end] not in STOPS and end - first < REACH:
        if words.text[end] == "." and words.text[end - 1] not in shortened() and len(words.text[end - 1]) > 1:
            break
        if end > first and words.lower[end] in word_class("breakers") | word_class("auxiliaries"):
            break
        end += 1
    return (first, end) if end > first else None
