"""What is said: the clause before or after a cue, and whether the sentence as a whole is the source's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.analyse.actors.lexicon import word_class
from briefing.analyse.scene import Scene
from briefing.analyse.speech.cues import BE, Cue, auxiliaries_before
from briefing.analyse.text.clauses import is_finite
from briefing.analyse.text.nounphrases import Rows, subject_before
from briefing.model.attribution import Extent, Form

_TAIL_CLAUSE = re.compile(
    r",\s+(?:which|who|where)\s+(?:could|would|may|might|can|is|was|are|were|has|have|had|will)\b"
    r"|,\s+(?:and|but)\s+(?:[A-Z][\w.’'-]*\s+){1,6}(?:said|says|told|warned|added|called|urged|denied|announced|insisted"
    r"|vowed|promised|accused|rejected|welcomed|replied|wrote|has|had|will)\b"
    r"|,\s+(?:with|according to|as\s+(?:he|she|they|it)|even as|while|whereas|but|though|although)\b|;\s"
)


def is_tail(scene: Scene, cue: Cue, rows: Rows | None, low: int, high: int) -> bool:
    """Whether what is said stands before cue and source (`Talks failed, Ms Roth said.`)."""
    words = scene.words
    shared = words.lower[cue.first - 1] in ("and", "but", "then") and rows is not None and rows[1] < cue.first - 1
    if shared and cue.last < high and words.text[cue.last] not in ".,;":
        return False
    first = min(cue.first, rows[0]) if rows and rows[0] < cue.first else cue.first
    if (
        rows
        and words.lower[cue.first - 1] == "as"
        and words.lower[rows[0] - 1] in ("quoted", "cited", "quotes", "cites")
    ):
        quoting = subject_before(words, rows[0] - 1, low)
        first = quoting[0] if quoting else first
    if first <= low or words.text[first - 1] not in ",\"”’'?!–—»":
        return False
    if cue.word == "according to" or (rows and rows[0] > cue.first):
        return True
    if cue.last >= high or words.text[cue.last] in ".,;":
        return True
    if not cue.word.endswith("ing") and scene.inside[first - 1] >= 0 and scene.inside[max(low, first - 3)] >= 0:
        return True
    said_before = scene.inside[max(low, first - 2)] >= 0 or first - low > 6
    after = words.lower[cue.last]
    return (after in word_class("after_tail") or after in word_class("times") or after.endswith("ly")) and said_before


def find_content(
    scene: Scene, cue: Cue, rows: Rows | None, low: int, high: int, *, tail: bool, inverted: bool
) -> tuple[Extent, ...]:
    """Return the extents of what is said: before a cue at the end, after any other, on both sides of one between."""
    words, text = scene.words, scene.document.text
    out: list[Extent] = []
    if tail:
        first = min(cue.first, rows[0]) if rows and not inverted else cue.first
        if words.lower[cue.first - 1] == "as" and rows and (quoting := subject_before(words, rows[0] - 1, low)):
            first = min(first, quoting[0])
        stop = words.end[first - 1]
        while stop > words.start[low] and text[stop - 1] in ", –—":
            stop -= 1
        out.append((words.start[low], stop))
    after = max(cue.last, rows[1] if rows and inverted else 0)
    goes_on = after + 1 < high and words.text[after] == "," and (
        scene.inside[after + 1] >= 0
        or _goes_on(scene, after + 1, high, inverted=inverted)
        or (words.lower[after + 1] in ("but", "and") and scene.inside[min(after + 2, high - 1)] >= 0)
    )  # fmt: skip
    if rows and words.lower[rows[0]] == "who":
        high = next((r for r in range(after, high) if words.text[r] == "," and scene.inside[r] < 0), high)
    if not tail or goes_on:
        rest = _rest(scene, cue, after, high)
        out += [rest] if rest else []
    if cue.word == "according to" and not out:
        comma = next((r for r in range(after, high) if words.text[r] == ","), None)
        out += [r] if comma is not None and (r := _rest(scene, cue, comma + 1, high)) else []
    return tuple(out)


def _goes_on(scene: Scene, row: int, high: int, *, inverted: bool) -> bool:
    """`This, he said, made it impossible`: the clause goes on after the comma; an apposition to a name does not."""
    word = scene.words.lower[row]
    stops = ("according", "while", "who", "which", "but", "and", "as")
    apposed = inverted and (word in ("a", "an", "the") or word.isdigit())
    return high - row > 3 and not word.endswith("ing") and word not in stops and not apposed


def _rest(scene: Scene, cue: Cue, row: int, high: int) -> Extent | None:
    """What is said after the cue, to the end of the clause; a `which could be` clause is not the speaker's."""
    words, text = scene.words, scene.document.text
    that = next((r for r in range(row, min(high, row + 14)) if words.lower[r] == "that"), None)
    plain = cue.grade in ("say", "factive", "claim", "warn") and that is not None
    if (
        plain
        and that is not None
        and not any(scene.inside[r] >= 0 for r in range(row, that))
        and not any(is_finite(words, r, row, scene.lexicon) for r in range(row, that))
    ):
        row = that
    while row < high and (words.text[row] in ",:" or words.lower[row] == "that"):
        row += 1
    if row >= high:
        return None
    start, end = words.start[row], words.end[high - 1]
    cut = _TAIL_CLAUSE.search(text, start, end)
    while cut and (scene.inside[words.at(cut.start())] >= 0 or _goes_on_quoting(scene, cut, end)):
        cut = _TAIL_CLAUSE.search(text, cut.end(), end)
    if cut and cut.start() > start:
        end = cut.start()
    while end > start and text[end - 1] in ".,; ":
        end -= 1
    return (start, end) if end > start else None


def _goes_on_quoting(scene: Scene, cut: re.Match[str], end: int) -> bool:
    """`said all were split, with the army in favour of “a price”`: what follows `with` is still told in their words."""
    rows = scene.words.rows((cut.start(), end))
    return cut.group().strip(" ,") == "with" and any(scene.inside[r] >= 0 for r in rows)


def form_of(scene: Scene, content: Sequence[Extent]) -> Form:
    """Return whether all, some or none of the content stands inside quotation marks."""
    rows = [r for extent in content for r in scene.words.rows(extent)]
    quoted = sum(scene.inside[r] >= 0 for r in rows)
    return "indirect" if not quoted else "direct" if quoted >= len(rows) - 1 else "mixed"


def clipped(content: Sequence[Extent], reach: Sequence[Extent]) -> tuple[Extent, ...]:
    """The engine's content inside the clause of the cue; the clause itself where the two do not meet."""
    if not content or not reach:
        return tuple(content or reach)
    both = [(max(a, s), min(b, e)) for a, b in content for s, e in reach if max(a, s) < min(b, e)]
    return tuple(both or reach)


def is_embedded(scene: Scene, rows: Rows | None, cue: Cue, low: int) -> bool:
    """Return whether cue and source stand in a relative or fronted clause (`what Lima says was a mistake`)."""
    words = scene.words
    first = rows[0] if rows and rows[0] < cue.first else cue.first
    if first <= low or (cue.word.endswith("ing") and not auxiliaries_before(scene, cue.first, low) & BE):
        return False
    before = words.lower[first - 1]
    if (rows and _noun_with_clause(scene, rows)) or _closes_relative(scene, cue, low):
        return True
    if before in word_class("subordinate") or words.lower[first] == "which" or before in ("who", "whom"):
        return True
    if words.lower[first] == "who" and before != ",":
        return True
    pronoun = words.lower[first] in ("he", "she", "it", "they")
    plain = (
        before not in word_class("times")
        and before.isalpha()
        and before not in word_class("breakers") | word_class("connectives") | word_class("adverbs")
    )
    return pronoun and plain and not before.endswith("ly")


def _closes_relative(scene: Scene, cue: Cue, low: int) -> bool:
    """`approved the loan, which takes effect at once according to the bank`: of that clause only."""
    words = scene.words
    if cue.word != "according to" or words.text[cue.first - 1] == ",":
        return False
    comma = next((row for row in range(cue.first - 1, low, -1) if words.text[row] == ","), None)
    return comma is not None and words.lower[comma + 1] in ("which", "who", "where")


def _noun_with_clause(scene: Scene, rows: Rows) -> bool:
    """`a claim Delhi denies`: the name is the subject of a clause that describes the noun before it."""
    words = scene.words
    named = next((n for n in scene.within(*rows) if n.last == rows[1] and n.form not in ("adjective", "person")), None)
    if named is None or named.first - 1 <= rows[0] or words.lower[rows[0]] not in ("a", "an", "the"):
        return False
    noun = words.lower[named.first - 1]
    known = noun in scene.lexicon.roles or noun in scene.lexicon.institutions or noun in word_class("prepositions")
    return (
        words.text[named.first - 1].islower()
        and noun.isalpha()
        and not known
        and noun not in ("newspaper", "group", "agency")
    )


def leads_on(scene: Scene, number: int) -> bool:
    """Return whether a sentence ends in a colon: what is said follows, in a paragraph of its own perhaps."""
    sentence = scene.sentences[number]
    return scene.document.text[sentence.start : sentence.end].rstrip().endswith(":")
