"""Verbs of saying and thinking in a sentence, told from nouns, adjectives and passives of the same letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from briefing.analyse.actors.lexicon import SAYING, Grade, word_class
from briefing.analyse.scene import Scene
from briefing.analyse.speech.views import view_at
from briefing.analyse.text.nounphrases import Rows

BE = frozenset({"is", "was", "are", "were", "be", "been", "being"})
_CLIPPED = {"s": "is", "re": "are", "ve": "have", "d": "had", "ll": "will", "m": "am"}
TOLD_WITHIN = 7
"""Words after a verb within which `that` begins what is told (`stated in a letter of May that`)."""
_SUBJECTS = frozenset({"he", "she", "it", "they", "we", "i", "who", "that"})
_NEEDS_WORDS = (
    "respond", "continu", "speak", "spoke", "answer", "post", "repl", "went on", "goes on", "comment", "press",
    "appeal",
    "protest", "wish", "state", "tweet", "boast", "attack", "label", "brand", "testif", "brief", "interject", "shout",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A reporting verb or phrase: its rows, its words and how it reports."""

    first: int
    last: int
    word: str
    grade: Grade
    source: Rows | None = None
    """Where the phrase of a view names whose it is (`in |Lima’s| view`); empty where that stands behind it."""


def find_cues(scene: Scene, low: int, high: int) -> Iterator[Cue]:
    """Yield the cues outside quotations in the rows of a sentence."""
    row = low
    while row < high:
        cue = _cue_at(scene, row, low, high) if scene.inside[row] < 0 or _verb_alone(scene, row) else None
        if cue and not tells_nothing(scene, cue, low, high):
            yield cue
        row = cue.last if cue else row + 1


def _verb_alone(scene: Scene, row: int) -> bool:
    """`Ms Obi “welcomed” the offer`: a verb alone in marks right after the name of who does so."""
    marked = scene.marked[scene.inside[row]]
    alone = len(scene.words.rows((marked.start, marked.end))) == 1
    before = [n for n in scene.within(max(0, row - 6), row) if n.last == row - 1]
    return alone and any(n.form not in ("adjective", "outlet") for n in before)


def _cue_at(scene: Scene, row: int, low: int, high: int) -> Cue | None:
    words = scene.words
    if words.lower[row : row + 2] == ("according", "to") and row + 2 < high:
        return Cue(first=row, last=row + 2, word="according to", grade="phrase")
    if (view := view_at(words, row, high)) is not None:
        grade: Grade = "phrase" if "words" in words.lower[row : view[1]] else "think"
        return Cue(first=row, last=view[1], word="according to", grade=grade, source=view[0])
    two = " ".join(words.lower[row : row + 2])
    if two in scene.lexicon.verbs and scene.inside[min(row + 1, high - 1)] < 0:
        pair = scene.lexicon.verbs[two]
        last = min(row + 2, len(words.lower))
        return Cue(first=row, last=last, word=two, grade=pair) if _is_verb(scene, row, low, high, pair) else None
    one = scene.lexicon.verbs.get(words.lower[row])
    if one is None or words.text[row].isupper() or not _is_verb(scene, row, low, high, one):
        return None
    return Cue(first=row, last=row + 1, word=words.lower[row], grade=one)


def _is_verb(scene: Scene, row: int, low: int, high: int, grade: Grade) -> bool:
    """Tell a verb in use from a noun, an adjective and a passive form of the same letters."""
    words = scene.words
    word, before = words.lower[row], words.lower[row - 1] if row > low else ""
    after = words.lower[row + 1] if row + 1 < high else ""
    plain = word in ("said", "says", "told")
    noun = before in ("to", "of", "-", "in") or before in word_class("determiners") or after == "-"
    if (words.text[row][:1].isupper() and row > low) or (noun and not plain) or _postmodifier(word, after, before):
        return False
    if word in word_class("needs_that") and not {"that", ":"} & set(words.lower[row + 1 : row + 4]):
        return False
    chain = auxiliaries_before(scene, row, low)
    if chain & BE and not word.endswith("ing"):
        return words.lower[row : row + 2] == ("quoted", "as")
    if word.endswith("ing"):
        return _is_participle(scene, row, low, chain)
    if chain & {"not", "t", "never"} and word not in ("said", "says"):
        return False
    if word == "add":
        return False
    if word in word_class("nounlike"):
        return _after_subject(scene, row, low)
    if grade in ("think", "policy") and before in ("who", "which", "that"):
        return False
    return not chain & word_class("modals")


def _postmodifier(word: str, after: str, before: str) -> bool:
    """`sanctions proposed by`, `promised for those`, `the case mentioned is`: a past form that belongs to a noun."""
    if not word.endswith("ed"):
        return False
    if after == "by" or (after in BE and before != ","):
        return True
    return after == "for" and word not in (
        "called",
        "appealed",
        "asked",
        "thanked",
        "pushed",
        "pressed",
        "pleaded",
        "blamed",
        "praised",
        "criticised",
        "criticized",
    )


def auxiliaries_before(scene: Scene, row: int, low: int) -> set[str]:
    """Return the auxiliaries and adverbs right before a verb."""
    words, out = scene.words, set()
    at = row - 1
    small = word_class("auxiliaries") | word_class("adverbs")
    while at >= low and words.text[at].islower() and (words.lower[at] in small or words.lower[at].endswith("ly")):
        out.add(words.lower[at])
        at -= 1
    if at - 1 > low and words.text[at - 1] in "'’" and words.lower[at] in _CLIPPED and words.lower[at - 2] in _SUBJECTS:
        out.add(_CLIPPED[words.lower[at]])
    return out


def _is_participle(scene: Scene, row: int, low: int, chain: set[str]) -> bool:
    """`, adding`, `with Ms Obi saying`, `is warning`; not the noun `warning`."""
    words = scene.words
    if row == low or scene.lexicon.verbs.get(words.lower[row]) not in SAYING:
        return False
    before = words.lower[row - 1]
    if words.lower[row + 1 : row + 2] == ("that",):
        return True
    if chain & BE or before in (",", "while", "before", "after", "by", "as", "when"):
        return True
    if before in word_class("adverbs") and before not in ("not", "even"):
        return True
    return any(n.last == row for n in scene.within(max(low, row - 6), row) if n.form == "person")


def _after_subject(scene: Scene, row: int, low: int) -> bool:
    """A name, pronoun or plural of people directly before makes `claims` or `report` a verb."""
    words, word = scene.words, scene.words.lower[row]
    at = row - 1
    while at >= low and (
        words.lower[at] in word_class("adverbs")
        or words.lower[at].endswith("ly")
        or words.lower[at] in ("has", "have", "had")
    ):
        at -= 1
    if at - 2 > low and words.text[at] == ")" and words.text[at - 2] == "(":
        at -= 3
    if at < low:
        return False
    noun = words.lower[at]
    base = not word.endswith(("s", "ed")) and word not in ("saw", "felt")
    if noun in ("they", "we", "i", "who") or (noun in ("he", "she", "it", "which") and not base):
        return True
    if noun in ("media", "news", "press", "police") and word in ("reports", "report", "posts", "briefing"):
        return word == "report" and noun in ("media", "police")
    if noun in scene.lexicon.peoples or (noun in word_class("unnamed") and noun not in ("some", "many", "others")):
        return base == noun.endswith(("s", "people", "police", "public"))
    if noun in word_class("documents") and words.text[at].islower():
        return word in (
            "reads",
            "states",
            "suggest",
            "suggests",
            "read",
            "notes",
            "finds",
            "shows",
            "claims",
            "indicate",
        )
    if word.endswith("s") and words.lower[row + 1 : row + 2] == ("that",) and words.text[at][:1].isupper():
        return True
    return not base and _name_or_office(scene, at, low)


def _name_or_office(scene: Scene, at: int, low: int) -> bool:
    """A name or role noun ends at row `at`, or a comma or mark closes what stands between."""
    words = scene.words
    if words.lower[at + 1] in ("states", "state") and words.lower[at] in (
        "member",
        "arab",
        "gulf",
        "baltic",
        "western",
        "african",
    ):
        return False
    ended = any(n.last == at + 1 and n.form != "adjective" for n in scene.within(max(low, at - 6), at + 1))
    role = any(
        words.lower[s : at + 1] in scene.lexicon.roles.get(words.lower[s], ()) for s in range(max(low, at - 3), at + 1)
    )
    institution = words.lower[at] in ("government", "ministry", "administration", "army", "party", "agency", "office")
    return ended or role or institution or words.text[at] in ',”"'


def _counted(scene: Scene, row: int) -> bool:
    """`added four ships`, `added to the list`: a thing is added, not a word."""
    word = scene.words.lower[row] if row < len(scene.words) else ""
    return word.isdigit() or word in ("to", "two", "three", "four", "five", "six", "more", "another", "new", "a")


def tells_nothing(scene: Scene, cue: Cue, low: int, high: int) -> bool:
    """Return whether no words of anybody follow or precede a cue (`responded calmly`, `denied four ships access`)."""
    if cue.word in ("citing", "quoting") or _passes_on(scene, cue, high):
        return True
    if _is_done(scene, cue):
        return not _words_beside(scene, cue, low, high)
    if cue.word in ("added", "adding"):
        return _counted(scene, cue.last)
    if cue.word.startswith(("deny", "deni")):
        return bool(word_class("withheld") & set(scene.words.lower[cue.last : min(cue.last + 6, high)]))
    if cue.word.startswith("call") and cue.last - cue.first == 1:
        near = scene.words.lower[cue.last : cue.last + 4]
        if set(near) & word_class("gatherings") and not any(
            scene.inside[r] >= 0 for r in range(cue.last, min(high, cue.last + 4))
        ):
            return True
    if cue.word.startswith("ask") and (
        scene.words.lower[cue.last : cue.last + 1] == ("not",) or _was_asked(scene, cue, low)
    ):
        return True
    if cue.word.startswith("hail") and scene.words.lower[cue.last : cue.last + 1] == ("from",):
        return True
    if not cue.word.startswith(_NEEDS_WORDS):
        return False
    return not _words_beside(scene, cue, low, high)


def _is_done(scene: Scene, cue: Cue) -> bool:
    """`does its part by writing the duty into law`, `declares a disaster`: done by words rather than said."""
    after = scene.words.lower[cue.last : cue.last + 1]
    by = cue.word == "writing" and scene.words.lower[cue.first - 1] == "by"
    return by or (cue.word.startswith("declar") and after in (("a",), ("an",), ("war",)))


def _was_asked(scene: Scene, cue: Cue, low: int) -> bool:
    """`|Asked| about the cargo, Ms Obi said`, `When asked whether`: the one who answers was asked."""
    lower = scene.words.lower
    opens = cue.first == low or lower[cue.first - 1] in ("when", "if", "once", "also", "“", '"')
    return opens and bool(set(lower[cue.last : cue.last + 1]) & word_class("asked_what"))


def _passes_on(scene: Scene, cue: Cue, high: int) -> bool:
    """`quoted Ms Obi as saying`: the participle has her for its subject; `press release` is a noun."""
    after = scene.words.lower[cue.last : min(cue.last + 8, high)]
    noun = cue.word == "press" and after[:1] in (("release",), ("releases",), ("conference",), ("statement",))
    return noun or (cue.word in ("quoted", "quotes", "cited", "cites") and ("as", "saying") in pairwise(after))


def _words_beside(scene: Scene, cue: Cue, low: int, high: int) -> bool:
    """Whether a clause with `that`, a colon or a quotation stands beside a verb that may also tell a deed."""
    quoted = any(scene.inside[r] >= 0 for r in range(max(low, cue.first - 5), min(high, cue.last + 4)))
    follows = scene.words.lower[cue.last : cue.last + 1]
    if follows == ("to",):
        return False
    if "that" in scene.words.lower[cue.last : min(cue.last + TOLD_WITHIN, high)]:
        return True
    if follows == ("with",) and not cue.word.startswith("respond"):
        return False
    return quoted or follows in ((":",), ("by",), ("with",))
