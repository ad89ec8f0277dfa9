"""The main clause of a sentence, without a parser: its first verb, its subject, and who acts in a passive one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.analyse.actors.lexicon import Lexicon, word_class
from briefing.analyse.text.nounphrases import REACH, STOPS, Rows, subject_after, subject_before
from briefing.analyse.text.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """The main clause: rows of its subject, row of its first verb; `passive` when the subject suffers the act."""

    subject: Rows | None
    verb: int | None
    passive: bool = False


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
        comma = next((r for r in range(row, min(high, row + REACH)) if words.text[r] == "," and inside[r] < 0), None)
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
        opens = word in ("who", "which", "whom", "whose") or _participial(words, row, first, high, inside, lexicon)
        if opens and row > first:
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


def _participial(words: Words, row: int, first: int, high: int, inside: Sequence[int], lexicon: Lexicon) -> bool:
    """`, signed in Oslo, expired`: a past form between commas, before the verb of the clause."""
    if row <= first or words.text[row - 1] != "," or not words.lower[row].endswith("ed"):
        return False
    comma = next((r for r in range(row + 1, high - 1) if words.text[r] == "," and inside[r] < 0), None)
    return comma is not None and is_finite(words, comma + 1, comma, lexicon)


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
        if words.text[row] in STOPS and words.text[row] != ",":
            return None
    return None
