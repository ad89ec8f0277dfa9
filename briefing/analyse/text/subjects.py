"""Where the source of a cue stands: before it, after it, before an apposition, or shared with an earlier verb."""

from __future__ import annotations

from briefing.analyse.actors.lexicon import SAYING, word_class
from briefing.analyse.scene import Scene
from briefing.analyse.speech.cues import BE, Cue, auxiliaries_before
from briefing.analyse.text.clauses import is_finite, main_clause
from briefing.analyse.text.nounphrases import Rows, antecedent, subject_after, subject_before
from briefing.analyse.text.words import Words

_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday"})


def source_rows(scene: Scene, cue: Cue, low: int, high: int) -> tuple[Rows | None, bool]:
    """Return where the source stands, and whether it follows the cue."""
    words = scene.words
    if cue.source is not None and cue.source[0] < cue.source[1]:
        return cue.source, True
    if cue.source is not None:
        comma = next((r for r in range(cue.last, high) if words.text[r] == ","), high)
        return subject_after(words, cue.last - 1, comma), True
    if cue.word == "according to":
        return _past_initials(words, subject_after(words, cue.last - 1, high), high), True
    if cue.word.endswith("ing") and not auxiliaries_before(scene, cue.first, low) & BE:
        return _participle_subject(scene, cue, low, high), False
    before = words.text[cue.first - 1] if cue.first > low else ""
    joined = before in ("and", "but", "then") and scene.inside[cue.first - 1] < 0
    if joined and cue.first - 1 - low >= 2:
        return shared_subject(scene, cue.first - 1, low, high), False
    after_quote = cue.first > low and scene.inside[cue.first - 1] >= 0 and cue.grade in SAYING
    if (cue.word in word_class("inverting") or after_quote) and _opens(scene, cue, low):
        found = _inverted(scene, cue, high)
        if found and not _closes_apposition(scene, cue, low):
            return found, True
    return _plain_subject(scene, cue, low), False


def _past_initials(words: Words, rows: Rows | None, high: int) -> Rows | None:
    """`the Northern Command (NORCOM) |Commander Ada Obi|`: the phrase goes on behind the initials of a body."""
    if rows is None or rows[1] + 3 >= high or words.text[rows[1]] != "(" or words.text[rows[1] + 2] != ")":
        return rows
    end = rows[1] + 3
    while end < high and words.text[end][:1].isupper():
        end += 1
    return (rows[0], end) if words.text[rows[1] + 1].isupper() and end > rows[1] + 3 else rows


def _plain_subject(scene: Scene, cue: Cue, low: int) -> Rows | None:
    """The phrase before the cue; a bare date there is the end of a relative clause, whose noun is the subject."""
    words = scene.words
    found = subject_before(words, cue.first, low)
    if found and found[0] - 1 > low and words.lower[found[0] - 1] in ("who", "that"):
        opens = words.lower[found[0]]
        inner = is_finite(words, found[0], -1, scene.lexicon) or opens in word_class("auxiliaries")
        verb = words.text[found[0]].islower() and opens.endswith("s") and opens not in word_class("determiners")
        inner = inner or (words.lower[found[0] - 1] == "who" and verb)
        return antecedent(words, found[0] - 1, low) if inner else found
    if found and found[1] - found[0] <= 2 and not _date_words(scene, found):
        return found
    if found and _date_words(scene, found):
        who = next((r for r in range(found[0], low, -1) if words.lower[r] in ("who", "which")), None)
        return None if who is None else subject_before(words, who, low)
    return found


def _date_words(scene: Scene, rows: Rows) -> bool:
    months = (
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    )
    return all(
        scene.words.lower[r] in months or scene.words.text[r].isdigit() or scene.words.lower[r] in _DAYS
        for r in range(*rows)
    )


def _opens(scene: Scene, cue: Cue, low: int) -> bool:
    """A comma, mark or dash right before the verb, or nothing."""
    if cue.first == low:
        return True
    text = scene.words.text
    return text[cue.first - 1] in ",\"”’'–—»?!" or text[cue.first - 2 : cue.first] == ("-", "-")


def _inverted(scene: Scene, cue: Cue, high: int) -> Rows | None:
    """The subject after the verb, when the clause ends behind it and no further verb follows."""
    words = scene.words
    if cue.last >= high or words.lower[cue.last] in word_class("not_inverted") or scene.inside[cue.last] >= 0:
        return None
    found = subject_after(words, cue.last - 1, high)
    if found is None:
        return None
    if cue.word == "told" or (found[1] < high and words.lower[found[1]] in word_class("auxiliaries")):
        return None
    verbs = [
        r
        for r in range(found[0] + 1, found[1])
        if is_finite(words, r, found[0], scene.lexicon) and words.text[r].islower()
    ]
    named = {r for n in scene.within(*found) for r in range(n.first, n.last)}
    return None if [r for r in verbs if r not in named] else found


def _closes_apposition(scene: Scene, cue: Cue, low: int) -> bool:
    """`Ms Roth, the envoy, said talks had failed`: the comma before the verb closes an apposition to a name."""
    words = scene.words
    if words.text[cue.first - 1] != ",":
        return False
    found = subject_before(words, cue.first, low)
    if found is None:
        return False
    comma = next((r for r in range(found[1], cue.first) if words.text[r] == ","), cue.first)
    named = any(n.last == found[1] for n in scene.within(*found)) or any(
        n.first == comma + 1 and n.last == cue.first - 1 for n in scene.within(comma, cue.first)
    )
    noun = words.lower[found[1] - 1]
    named = (
        named or noun in word_class("documents") or noun in scene.lexicon.institutions or noun in scene.lexicon.roles
    )
    opens = words.lower[comma + 1]
    described = opens in (
        "a",
        "an",
        "the",
        "who",
        "whose",
        "which",
        "one",
        "also",
        "speaking",
        "head",
        "chief",
        "together",
    ) or (
        opens in scene.lexicon.roles
        or opens.isdigit()
        or opens in scene.lexicon.former
        or opens in word_class("participles")
        or words.text[comma + 1][:1].isupper()
    )
    return named and cue.first - comma < 25 and described


def _participle_subject(scene: Scene, cue: Cue, low: int, high: int) -> Rows | None:
    """The subject of `..., adding that`: a person right before the participle, else that of the verb before."""
    before = scene.within(max(low, cue.first - 6), cue.first)
    person = next((n for n in before if n.last == cue.first and n.form == "person"), None)
    if person:
        return person.first, person.last
    if scene.words.lower[cue.first - 1] == "as":
        return _quoted_as(scene, cue, low)
    return shared_subject(scene, cue.first, low, high)


def _quoted_as(scene: Scene, cue: Cue, low: int) -> Rows | None:
    """`The paper quoted Mr Ito as saying`, `Mr Ito was quoted as saying`: he whose words they are."""
    words = scene.words
    for row in range(cue.first - 2, max(low, cue.first - 14), -1):
        if words.lower[row] in ("quoted", "quotes", "quoting", "cited", "cites", "citing"):
            if row == cue.first - 2 or auxiliaries_before(scene, row, low) & BE:
                return subject_before(words, row, low)
            return row + 1, cue.first - 1
    return None


def shared_subject(scene: Scene, row: int, low: int, high: int) -> Rows | None:
    """Return the subject of the last finite verb before `row`, else that of the main clause."""
    words = scene.words
    for verb in range(row - 1, low, -1):
        if scene.inside[verb] >= 0 or not is_finite(words, verb, low, scene.lexicon):
            continue
        if words.lower[verb] in word_class("auxiliaries") or "to" in words.lower[max(low, verb - 2) : verb]:
            continue
        found = subject_before(words, verb, low)
        if found and found[0] > low and words.lower[found[0] - 1] in ("that", "which", "who", "what", "whom"):
            continue
        if found is None and scene.lexicon.verbs.get(words.lower[verb]) in SAYING:
            found = subject_after(words, verb, row)
        if found and words.lower[found[0]] not in ("who", "which", "that"):
            return found
    found = main_clause(words, low, row, scene.inside, scene.lexicon).subject
    return found or main_clause(words, low, high, scene.inside, scene.lexicon).subject
