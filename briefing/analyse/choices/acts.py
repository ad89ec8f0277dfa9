"""Whether the words after a cue are something that can be chosen, and still can: no outcome, no ability, no history."""

from __future__ import annotations

import re

from briefing.analyse.choices.patterns import EVERYBODY, GENERIC_WE, OPTIONS_HEADING, OUTCOME, STANCE
from briefing.analyse.choices.subjects import Passage, Subject
from briefing.model.attribution import Extent
from briefing.model.findings import OptionStatus

PAPER = re.compile(
    r"(?:\S+\s+){0,5}?(?:speech|statement|comments?|remarks|report|letter|situation|message|address"
    r"|developments?)\b",
    re.IGNORECASE,
)
"""What is reviewed or studied but is no course of action."""
MODAL = re.compile(
    r"(?:will|would|won|should|ought|must|need|had better|could|can|may|might|want|wish|hope|intend|plan|aim|is|are)",
    re.IGNORECASE,
)
FREE = re.compile(r"(?:can|could|may|might|will|would)\b", re.IGNORECASE)
"""Modals that speak of what comes about as well as of what is chosen."""
ABLE = re.compile(
    r"\s*(?:reach|carry|produce|enrich|manufacture|afford|muster|boast|bring to bear|withstand|survive|sustain"
    r"|rely|count on|claim|absorb|match|draw (?:up)?on|be able)\b",
    re.IGNORECASE,
)
"""What somebody has the power to do: `could produce a bomb within weeks`."""
MORE_THAN = re.compile(r"\bmore than any", re.IGNORECASE)
"""`wants peace more than anyone`: how much, not what."""
ADDRESSING = frozenset({"commentary", "analysis", "report"})
"""Genres whose writers tell an actor what it can do; in news `can` tells an ability."""
POINTS_ONLY = re.compile(
    r"(?:\w+ly )?\w+(?: (?:it|them|this|that|these|those|so|something|everything|anything|nothing|all|more|less"
    r"|better|us|we|you|he|she|they|him|her|what|can|could|do|done|our best|its best|happen|now|here|there|again"
    r"|together|to"
    r"|in|on|at|with|about|for|up|out|off|down))*[\s.,…]*",
    re.IGNORECASE,
)
"""An act whose object is a pronoun: read alone it says nothing (`change it`, `do all we can`)."""
WISHED = re.compile(r"(?:would|wanted to|hoped to|planned to|intended to)", re.IGNORECASE)
"""What a speaker would do or wanted to do: a manner of speaking or a recollection, no plan."""
LONG_AGO = 10
"""Years after which a rule made then is history, no policy in use."""
NOT_NOW = 2
"""Years after which a single deed is."""
RULE = re.compile(
    r"\b(?:laws?|bans?|sanctions?|treat(?:y|ies)|acts?|polic(?:y|ies)|strateg(?:y|ies)|tariffs?|quotas?|embargo"
    r"|moratorium"
    r"|agreement|pact|restrictions?|curbs?|limits?|polic\w+|programmes?|programs?|partnerships?|funds?)\b",
    re.IGNORECASE,
)
"""What stays in force after the day it is made."""
YEAR = re.compile(r"(?<!since )(?<!from )\b(?:1[89]|20)\d\d\b(?!-)")
BACKGROUND = re.compile(r"\b(?:while|although|though|after|since|because|once|before|as)\s+(?:the\s+)?$", re.IGNORECASE)
"""Before a deed: it is the setting of what the sentence tells."""
NOUN_BEFORE = re.compile(
    r"\b(?:[Tt]he|an?|any|some|every|those|these|only|of|its|their|his|her|all) (?:[a-z-]+ )?"
    r"(?!(?:years?|months?|weeks?|days?|decades?|time|quarter|summer|winter|spring|autumn|morning|evening|night"
    r"|hours?|that|and|or|but|as|if|when|while|where|because|so|than|in|left|leaves|leaving|keeps|kept)\b)"
    r"(?!\w+(?:ly|ed|ing) )[a-z]+ (?:the )?$"
)
"""`the firepower |Norway can bring`: the clause tells which thing is meant."""
WHAT = re.compile(
    r"\b(?:what|whatever|how|all|everything|anything|much|little|things?|where)(?: else)? (?:the )?$", re.IGNORECASE
)
NO_MATTER = re.compile(r"\b(?:no matter|however|whatever|whichever)\b[^,;]*$", re.IGNORECASE)
"""`No matter how hard Norway may try`: a condition that is waved away."""
MANY_WAYS = re.compile(r"\bin (?:a variety of|a number of|many|various|different|several) ways\b", re.IGNORECASE)
OF_ONE_PERSON = re.compile(r"\w+\s(?:her|his) (?:remand|detention|custody|bail|sentence|trial|arrest)\b")
"""What a court decides of somebody is no course of a state."""
THING = re.compile(r"\s(?!(?:the|an?|of|to|and|or)\b)[^\W\d]{2,}")
"""A word after the verb that names something."""
NAMES_IT = re.compile(r"[^.;]{0,60}\b(?:is|was) to\b")
"""`What Norway proposes |is to …`."""


def can_be_chosen(of: Passage, subject: Subject, act: Extent, status: OptionStatus, words: str) -> bool:
    """Tell whether the words after a cue are a course that `subject` can still take."""
    return is_act(of, subject, act, words) and not is_past(of, act, status, words) and not is_relative(of, subject)


def is_act(of: Passage, subject: Subject, act: Extent, words: str) -> bool:
    """Tell whether the words after the cue are something that can be done or left."""
    done = of.text[act[0] : act[1]].strip()
    counted = of.sets_out and of.zone_agent in (None, *subject.agents) and words.lower() in ("can", "could")
    counted = counted and (not of.weighs or (words.lower() == "can" and of.zone_agent is not None))
    if MODAL.match(words) and STANCE.match(done) and not counted:
        return False
    if FREE.match(words) and (OUTCOME.match(done) or is_ability(of, done, words)):
        return False
    if words.lower().startswith("want") and MORE_THAN.search(done):
        return False
    if re.search(r"review|stud|assess|examin", words, re.IGNORECASE) and PAPER.match(done):
        return False
    if words.lower() in ("must", "should", "will", "need to") and speaks_for_all(of, subject, words):
        return False
    if OF_ONE_PERSON.match(done):
        return False
    whole = bool(THING.search(done)) and not POINTS_ONLY.fullmatch(done) and not MANY_WAYS.search(done)
    return whole or "review" in words.lower()


def is_ability(of: Passage, done: str, words: str) -> bool:
    """Tell whether a modal says what somebody is able to do."""
    if words.lower() not in ("can", "could"):
        return False
    told = of.document.metadata.genre not in ADDRESSING and not (of.zone and OPTIONS_HEADING.search(of.zone))
    return bool(ABLE.match(done)) or (told and words.lower() == "can")


def speaks_for_all(of: Passage, subject: Subject, words: str) -> bool:
    """Tell whether a `we` means everybody; a state named works with the whole world on its own account."""
    if of.text[subject.start : subject.end].lower() == "we":
        return bool((EVERYBODY if words.lower() == "will" else GENERIC_WE).search(of.text))
    return len(subject.agents) > 1 and bool(EVERYBODY.search(of.text))


def is_past(of: Passage, act: Extent, status: OptionStatus, words: str) -> bool:
    """Tell whether a deed or plan is history, or a wish of the speaker a recollection."""
    if of.spoken and WISHED.fullmatch(words):
        return True
    years = [int(year) for year in YEAR.findall(of.text)]
    if status not in ("in_use", "proposed") or of.written is None or not years:
        return False
    return max(years) < of.written - (LONG_AGO if RULE.search(of.text, act[0], act[1]) else NOT_NOW)


def is_relative(of: Passage, subject: Subject) -> bool:
    """Tell whether the clause only says which thing is meant: `what we need to do`, `the ships Norway could send`."""
    before = of.text[: subject.start]
    if NO_MATTER.search(before):
        return True
    if WHAT.search(before):
        return not NAMES_IT.match(of.text, subject.end)
    return bool(NOUN_BEFORE.search(before)) and not before.lstrip("\"“'‘ ").startswith(SETTINGS)


SETTINGS = (
    *("In ", "At ", "On ", "During ", "Last ", "This ", "Next ", "Since ", "With ", "For ", "To ", "By ", "Earlier "),
    *("Later ", "Over ", "After ", "From ", "Through ", "Under ", "Here ", "There ", "Once ", "As ", "While ", "When "),
    *("Within ", "Following ", "Before ", "Along ", "Together ", "Until ", "Throughout "),
)
"""`At the summit we agreed …`: the noun before the subject belongs to the setting."""
