"""What kind of statement a sentence is, from who says it, the genre, the tense and the hedges."""

from __future__ import annotations

import re

from briefing.analyse.actors.lexicon import SAYING, word_class
from briefing.analyse.actors.people import Person
from briefing.analyse.claims.hedges import phrase_rows
from briefing.analyse.scene import Scene
from briefing.analyse.speech.report import Report
from briefing.analyse.text.agents import Agency
from briefing.model.document import Genre
from briefing.model.findings import Kind, When

OPINION: frozenset[Genre] = frozenset({"commentary", "analysis"})
_PROPOSING = ("suggest", "propos", "recommend")
_NAMING = (
    "emphasi",
    "describ",
    "highlight",
    "stress",
    "outlin",
    "detail",
    "mention",
    "under",
    "threat",
    "call",
    "express",
)


def is_question(scene: Scene, number: int) -> bool:
    """Return whether the sentence ends in a question mark, inside or outside a closing mark."""
    sentence = scene.sentences[number]
    return scene.document.text[sentence.start : sentence.end].rstrip("\"”’'»」』)").endswith("?")


def kind_of_report(scene: Scene, report: Report) -> Kind:
    """Return the kind of what a source says: a position in its own voice, or as an outside or unnamed one."""
    source = report.source
    if source is None:
        return "reported_position"
    if source.holder.is_author or is_outside(scene, report):
        return "author_judgement"
    if source.kind in ("outlet",):
        return "reported_fact"
    if source.kind in ("group", "unnamed", "unresolved") and source.holder.speaker is None:
        return "stated_position" if source.holder.actor and report.form != "indirect" else "reported_position"
    if report.grade in ("think", "policy"):
        return "reported_position" if report.form == "indirect" else "stated_position"
    return "reported_position" if report.form == "indirect" and _wordless(scene, report) else "stated_position"


def _wordless(scene: Scene, report: Report) -> bool:
    """`denounced the drills`, `stressed its firepower`: an act of speech told without any clause of what was said."""
    after = scene.words.lower[report.cue[1] : report.cue[1] + 12]
    if "that" in after[:6] or report.tail:
        return False
    verb = report.word.split()[-1]
    if (verb.startswith("ask") and "to" in after) or (verb.startswith(_PROPOSING) and after[0].endswith("ing")):
        return True
    return report.grade in ("direct", "stance", "commit") or report.word.startswith(_NAMING)


def is_outside(scene: Scene, report: Report) -> bool:
    """Return whether the source is a person who speaks for no state or body and for no client."""
    source = report.source
    if source is None or source.kind != "person" or source.person is None:
        return False
    person = scene.roster[source.person]
    return person.standing == "outside" and person.actor is None and not _is_party(person)


def _is_party(person: Person) -> bool:
    """`Her lawyer`, `Borealis’s chairman`, `a passenger`: a party to the matter, no view from outside."""
    words = (person.office or "").split()
    if bool(words) and words[-1] in ("lawyer", "attorney"):
        return bool(person.possessed)
    return bool(person.owner) or (bool(words) and words[-1] in word_class("parties") | word_class("kin"))


def kind_of_own(
    scene: Scene, number: int, agency: Agency, when: When | None, *, voiced: bool, dated_part: bool
) -> Kind:
    """Return the kind of a sentence that nobody is reported to say; `dated_part` when any clause of it has a date."""
    genre = scene.document.metadata.genre
    if is_question(scene, number):
        return "question"
    if voiced:
        return "stated_position"
    low, high = scene.rows_of(scene.sentences[number])
    opinion = genre in OPINION or _is_state_comment(scene)
    if _silence(scene, low, high) and not opinion:
        return "reported_fact"
    dated = when is not None and agency.clause.verb is not None and _past(scene, agency, high)
    judged = _judging(scene, low, high, agency)
    if opinion:
        if agency.actor and not judged and (dated or (agency.act and dated_part)):
            return "reported_fact"
        return "reported_position" if _worried(scene, low, high) else "author_judgement"
    if dated and (not judged or (agency.act and agency.actor and not _evaluates(scene, agency))):
        return "reported_fact"
    if genre == "state_media" and not agency.act:
        return "author_judgement"
    if genre == "report" and (_open(scene, agency, high) or _in_own_name(scene, agency)):
        return "author_judgement"
    if agency.actor and _lasting(scene, agency):
        return "reported_position"
    return "author_judgement" if judged else "reported_fact"


def _is_state_comment(scene: Scene) -> bool:
    """A comment of state media by its title: an agency's view of what others do, whatever its verbs."""
    known = scene.document.metadata
    words = re.findall(r"[a-z-]+", (known.title or "").lower())
    return known.genre == "state_media" and bool({"commentary", "comments", "editorial", "op-ed"} & set(words))


def _silence(scene: Scene, low: int, high: int) -> bool:
    """`declined to comment`, `did not respond`: told as a fact."""
    words = scene.words.lower
    for row in range(low, high):
        if words[row] in ("declined", "refused") and words[row + 1 : row + 3] == ("to", "comment"):
            return True
        denied = "not" in words[max(low, row - 3) : row]
        if denied and words[row] in (
            "respond",
            "reply",
            "say",
            "elaborate",
            "comment",
            "commented",
            "specify",
            "disclose",
        ):
            return True
        if words[row : row + 3] in (("not", "be", "reached"), ("not", "immediately", "available")):
            return True
    return False


def _worried(scene: Scene, low: int, high: int) -> bool:
    """`widespread suspicion that`, `growing concern`: somebody's fear is told, though nobody is named."""
    words = scene.words.lower
    return any(words[r] in word_class("worries") and words[r + 1 : r + 2] != ("for",) for r in range(low, high))


def _past(scene: Scene, agency: Agency, high: int) -> bool:
    verb = agency.clause.verb
    if verb is None:
        return False
    chain = scene.words.lower[verb : min(high, verb + 4)]
    return not set(chain[:1]) & {"will", "would", "may", "might", "could", "should", "can", "must"}


def _open(scene: Scene, agency: Agency, high: int) -> bool:
    """The main verb says what might be done (`Congress may consider`): its writer lays it out."""
    verb = agency.clause.verb
    return verb is not None and bool(set(scene.words.lower[verb : min(high, verb + 2)]) & {"may", "might", "could"})


def _in_own_name(scene: Scene, agency: Agency) -> bool:
    """`We recommend that`, `I find`: those who write a report speak for themselves."""
    subject = agency.clause.subject
    return subject is not None and scene.words.lower[subject[0]] in ("we", "i") and scene.inside[subject[0]] < 0


def _judging(scene: Scene, low: int, high: int, agency: Agency) -> bool:
    """A judging word outside quotations, or a main verb that weighs rather than tells."""
    for first, _ in phrase_rows(scene, low, high, scene.lexicon.judging):
        if scene.inside[first] < 0:
            return True
    return agency.source is None and _evaluates(scene, agency)


def _evaluates(scene: Scene, agency: Agency) -> bool:
    """The main verb weighs rather than tells (`marks`, `appears`)."""
    verb = agency.clause.verb
    return verb is not None and scene.words.lower[verb] in word_class("evaluating")


def _lasting(scene: Scene, agency: Agency) -> bool:
    """`has long favoured`, `wants`: a line or wish of the actor told by the outlet."""
    verb = agency.clause.verb
    if verb is None:
        return False
    row = verb
    while scene.words.lower[row] in word_class("auxiliaries") | word_class("adverbs") or scene.words.lower[
        row
    ].endswith("ly"):
        row += 1
        if row >= len(scene.words):
            return False
    two = " ".join(scene.words.lower[row : row + 2])
    grade = scene.lexicon.verbs.get(two) or scene.lexicon.verbs.get(scene.words.lower[row])
    return grade in ("policy", "think") or grade in SAYING - {"say", "phrase", "factive"}
