"""Who does what in a sentence, without a parser: noun phrases beside a verb, the main verb and its subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from briefing.analyse.lexicon import Lexicon, read_data, word_class
from briefing.analyse.words import Words

Rows = tuple[int, int]
_STOPS = frozenset(',;:–—"“”()[]?!«»')
_QUOTES = frozenset('"“”«»「」‘')
_REACH = 30
_CLIPPED_SUBJECTS = frozenset({"he", "she", "it", "who", "that", "there"})


@cache
def shortened() -> frozenset[str]:
    """Return the words that are written with a full stop before a name (`Mr`, `Gen`)."""
    return frozenset(read_data("abbreviations")["words"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """The main clause: rows of its subject, row of its first verb; `passive` when the subject suffers the act."""

    subject: Rows | None
    verb: int | None
    passive: bool = False


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
        if words.text[first] in _STOPS:
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
    while row >= low and comma - row < _REACH and words.text[row] not in _QUOTES and words.text[row] not in ";:":
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
    while row >= low and end - row < _REACH and not _breaks(words, row, end):
        row -= 1
    return (row + 1, end + 1) if row < end else None


def _breaks(words: Words, row: int, end: int) -> bool:
    """Whether the noun phrase that ends at `end` cannot hold the word at `row`."""
    word, lower = words.text[row], words.lower[row]
    if word == "." and row < end:
        return not (row and (words.text[row - 1] in shortened() or len(words.text[row - 1]) == 1))
    if word in _STOPS or (word in "'’‘" and not _apostrophe(words, row)):
        return True
    if lower in word_class("breakers") or (lower == "and" and not _joins(words, row)):
        return True
    if lower in ("who", "he", "she", "they", "we", "it", "i"):
        return True
    return row < end and lower in word_class("auxiliaries") and word.islower()


def _apostrophe(words: Words, row: int) -> bool:
    return row > 0 and words.end[row - 1] == words.start[row]


def _joins(words: Words, row: int) -> bool:
    """`and` between two names, two officers or inside a name, not between two clauses."""
    before, after = words.text[row - 1] if row else "", words.text[row + 1] if row + 1 < len(words) else ""
    if after.lower() in ("the", "a", "his", "her", "its", "their") and row + 2 < len(words):
        after = words.text[row + 2]
    return (before[:1].isupper() and after[:1].isupper()) or after.lower() in word_class("prepositions")


def subject_after(words: Words, row: int, high: int) -> Rows | None:
    """Return the noun phrase after an inverted verb (`said Ms Ndiaye, a judge`): to the comma or the end."""
    first = row + 1
    if first >= high or words.text[first] in _STOPS or words.text[first] in ".'’":
        return None
    if words.lower[first] in word_class("breakers") | {"he", "she", "it", "they", "we", "i"} and words.lower[
        first
    ] not in ("he", "she", "they"):
        return None
    end = first
    while end < high and words.text[end] not in _STOPS and end - first < _REACH:
        if words.text[end] == "." and words.text[end - 1] not in shortened() and len(words.text[end - 1]) > 1:
            break
        if end > first and words.lower[end] in word_class("breakers") | word_class("auxiliaries"):
            break
        end += 1
    return (first, end) if end > first else None


def main_clause(words: Words, low: int, high: int, inside: Sequence[int], lexicon: Lexicon) -> Clause:
    """Return subject and verb of the first main clause of the sentence in rows `low` to `high`."""
    first = _after_front(words, low, high, inside)
    verb = _first_verb(words, first, high, inside, lexicon)
    if verb is None:
        return Clause(subject=None, verb=None)
    subject = subject_before(words, verb, first)
    if subject is None and verb - first < 3 and words.lower[verb] in word_class("auxiliaries"):
        subject = _asked_subject(words, verb, high)
    return Clause(subject=subject, verb=verb, passive=_passive(words, verb, high, lexicon))


def _asked_subject(words: Words, verb: int, high: int) -> Rows | None:
    """The subject after the verb of a question (`What can | Norway | do`): to the first small word after a capital."""
    row = verb + 1
    while row < high and (words.lower[row] in ("the", "its", "their") or words.text[row][:1].isupper()):
        row += 1
    return (verb + 1, row) if row > verb + 1 else None


def _after_front(words: Words, low: int, high: int, inside: Sequence[int]) -> int:
    """Skip connectives and a fronted phrase up to its comma (`After the talks, `)."""
    row = low
    while row < high and (words.lower[row] in word_class("connectives") or words.text[row] in ",\"“‘'"):
        row += 1
    while row < high and words.lower[row] in word_class("subordinators"):
        comma = next((r for r in range(row, min(high, row + _REACH)) if words.text[r] == "," and inside[r] < 0), None)
        if comma is None:
            return row
        row = comma + 1
        while row < high and words.lower[row] in word_class("connectives"):
            row += 1
    return row


def _first_verb(words: Words, first: int, high: int, inside: Sequence[int], lexicon: Lexicon) -> int | None:
    """The first word that can be a finite verb, outside quotations and relative clauses."""
    relative = False
    for row in range(first, high):
        if inside[row] >= 0:
            continue
        word = words.lower[row]
        if word in ("who", "which", "whom", "whose") and row > first:
            relative = True
        if words.text[row] == "," and relative:
            relative = False
            continue
        if relative or (words.text[row][:1].isupper() and row > first):
            continue
        if row > first and words.lower[row - 1] in ("we", "they", "i", "you") and _plain_verb(words, row):
            return row
        if is_finite(words, row, first, lexicon):
            return row
    return None


def _plain_verb(words: Words, row: int) -> bool:
    """The word after `we` is a verb (`we condemn`) unless it is an adverb or a noun set beside (`we Danes`)."""
    word = words.lower[row]
    return (
        word.isalpha()
        and word not in word_class("adverbs")
        and not word.endswith("ly")
        and word not in ("both", "all", "who", "and", "in")
    )


def is_finite(words: Words, row: int, first: int, lexicon: Lexicon) -> bool:
    """Return whether the word at `row` can be a finite verb of a clause that begins at row `first`."""
    word, before = words.lower[row], words.lower[row - 1] if row else ""
    if (row == first and word not in ("said", "says")) or (words.text[row][:1].isupper() and row > max(first, 0)):
        return False
    if before in word_class("determiners") or before in ("to",) or before in word_class("prepositions"):
        return False
    if word in word_class("auxiliaries") or word in word_class("deeds"):
        return before != "-"
    if word.endswith("ed") and len(word) > 3 and word not in word_class("not_past"):
        return before != "-" and (row + 1 >= len(words) or words.text[row + 1] != "-")
    known = word in lexicon.verbs and word not in word_class("nounlike") and not word.endswith("ing")
    return known and before != "-" and (word.endswith("s") or word in ("said", "told", "wrote"))


def _passive(words: Words, verb: int, high: int, lexicon: Lexicon) -> bool:
    """`has been ordered`, `was told`: a form of be, then a past form."""
    row, be = verb, False
    while row < high and (
        words.lower[row] in word_class("auxiliaries")
        or words.lower[row] in word_class("adverbs")
        or words.lower[row].endswith("ly")
    ):
        be = be or words.lower[row] in ("is", "was", "are", "were", "be", "been", "being")
        row += 1
    past = row < high and (
        words.lower[row].endswith("ed")
        or words.lower[row]
        in ("sent", "shot", "held", "hit", "struck", "cut", "met", "built", "made", "given", "taken", "told", "seen")
    )
    return be and past


def by_agent(words: Words, verb: int, high: int) -> Rows | None:
    """Return the noun phrase after `by` of a passive clause."""
    for row in range(verb, min(high, verb + 15)):
        if words.lower[row] == "by" and row + 1 < high and not words.lower[row + 1].endswith("ing"):
            return subject_after(words, row, high)
        if words.text[row] in _STOPS and words.text[row] != ",":
            return None
    return None
