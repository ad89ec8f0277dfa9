"""What an actor could do, does, weighs, is urged to do or rules out, whoever the reader's focus may be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.analyse.choices.acts import ADDRESSING, BACKGROUND, POINTS_ONLY, can_be_chosen
from briefing.analyse.choices.cues import SUBJECT_CUES, Cue
from briefing.analyse.choices.extents import FINITE, Found, act_extent
from briefing.analyse.choices.patterns import (
    ASKED,
    ASKED_FOR,
    DECIDERS,
    EVERYBODY,
    GENERIC_WE,
    OPEN_TO,
    OPTIONS_HEADING,
    SETTING,
    URGING,
    WHICH,
)
from briefing.analyse.choices.setout import due, held, listed, offered, presupposed, tabled
from briefing.analyse.choices.subjects import (
    OWN_BODY,
    TITLE_GAP,
    Opening,
    Passage,
    Subject,
    named,
    openings,
    passage,
    subjects,
)
from briefing.model.attribution import Extent
from briefing.model.document import Document
from briefing.model.findings import Analysis, Choice, OptionStatus, Statement

OWN_OFFER = re.compile(
    r"['’]s?\s+(?:\w+\s+)?(?P<cue>(?:offer|proposal|plan|pledge|promise|intention|readiness|willingness)\s+to"
    r"|(?P<used>(?:decision|efforts?|attempts?|campaign|drive|push)\s+to|call\s+(?:for|on)"
    r"|(?:polic(?:y|ies)|strategy|approach|ban|embargo|boycott|blockade)\s+(?:of|for|on|against)(?=\s))"
    r"|(?P<no>refusal\s+to))\s+"
)
"""A choice named by a noun of the agent: `Oslo's offer to hold talks`, `Oslo's strategy for ending the strike`."""
THAT_AGENT = re.compile(
    r"\b(?P<cue>propos(?:e[sd]?|ing)|suggest(?:s|ed|ing)?|recommend(?:s|ed|ing)?|demand(?:s|ed|ing)?|insist(?:s"
    r"|ed|ing)?"
    r"|request(?:s|ed|ing)?|urge[sd]?)\s+(?:[\w ]{1,30}\s)?that\s+(?:the\s+)?$",
    re.IGNORECASE,
)
BARE_VERB = re.compile(
    r"\s+(?=(?!(?:is|are|was|were|has|have|had|will|would|can|could|did|does)\b)[a-z]+\b(?<!ed)(?<![^s]s)\s)"
)
AT_WORK = re.compile(r"(?:are|is|am|have|has|will continue|stands?)\b", re.IGNORECASE)
REACH = 6
"""Sentences of a commentary after which the actor of its last choice is no longer meant."""
AND_ALSO = re.compile(
    r",?\s(?:and|but)(?=\s(?:(?:also|now|therefore|\w+ly)\s)?(?:will|shall|would|should|must|have|has|are|is|announced"
    r"|pledged|vowed|promised|agreed|plans?|intends?)\s)"
)
"""Where a second verb of the same subject begins."""
LOCAL = re.compile(
    r"\b(?:mayor|(?:city|town|county|district|provincial|regional|municipal|local)\b|sheriff|police chief"
    r"|(?:official|minister|premier|governor|head|chief|president) (?:in|of) (?:the )?(?:\w+ )?(?:province|region"
    r"|county|city|district)\b|official in (?:the )?(?!Ministry|Department|Government|Foreign|Defen)(?-i:[A-Z]))",
    re.IGNORECASE,
)
"""Offices of a town or a part of a state."""
PRONOUN = re.compile(r"I|we|he|she|they|it", re.IGNORECASE)
DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:e|es|ed|ing)) (?:(?:any|all|the|such"
    r"|media|press) )*(?:(?:reports?|claims?|suggestions?|allegations?|rumou?rs?|accusations?|speculation)\b|that\b)"
    r"(?:(?! and | but )[^;.,])*$"
    r"|\b(?:blam|accus)(?:e[sd]?|ing)\b(?:(?! and | but )[^;.,])*"
    r"(?:,\s(?:saying|claiming|alleging)\s(?:(?! and | but )[^;.,])*)?$",
    re.IGNORECASE,
)
"""`rejected reports that it would wait`, `blamed Oslo for refusing to wait`: what is denied or charged is no course."""
RELATIVE = re.compile(r"\b(?:who|which|that|what|where|whose)\b|;")
MUTUAL = re.compile(r"\b(?:each other|one another|future generations)\b", re.IGNORECASE)
MUST = re.compile(r"\s*(?:must|needs?)\b", re.IGNORECASE)
PAST_LENGTH = re.compile(r"\b(?:until (?:now|recently|then)|so far|no longer|in the past|until this)\b", re.IGNORECASE)


def find_choices(document: Document, analysis: Analysis) -> tuple[Choice, ...]:
    """Return the choices of every actor in `document`; `analysis` must hold its mentions, sentences and statements."""
    opened, found, last = openings(document, analysis), [], None
    for index, statement in first_of_each_sentence(analysis.statements):
        if last is not None and statement.sentence - last.sentence > REACH:
            last = None
        of = passage(document, analysis, statement, opened, last)
        here = list(choices_of(of, index))
        found += here
        if here and of.sets_out and len(here[0].agents) == 1:
            last = Opening(statement.sentence, of.zone, here[0].agents[0])
    return tuple(sorted(found, key=lambda c: (c.extent, c.act)))


def first_of_each_sentence(statements: Sequence[Statement]) -> Iterator[tuple[int, Statement]]:
    """Yield one statement of each sentence, one with a holder before one without."""
    best: dict[Extent, tuple[int, Statement]] = {}
    for index, statement in enumerate(statements):
        known = best.get(statement.extent)
        if known is None or (known[1].holder is None and statement.holder is not None):
            best[statement.extent] = (index, statement)
    yield from best.values()


def choices_of(of: Passage, index: int) -> Iterator[Choice]:
    """Yield the choices of one sentence, no two of the same words; of a question only what it presupposes."""
    taken: list[Extent] = []
    question = of.text.rstrip().endswith("?")
    for agents, act, status, words in (
        *presupposed(of),
        *(() if question else (*held(of), *acted(of), *asked(of), *listed(of), *offered(of), *due(of), *tabled(of))),
    ):
        if any(act[0] < t[1] and t[0] < act[1] for t in taken) or DENIED.search(of.text[: act[0]]):
            continue
        if is_of_another_clause(of, act):
            continue
        taken.append(act)
        yield Choice(
            agents=agents,
            extent=of.statement.extent,
            act=(of.start + act[0], of.start + act[1]),
            status=status,
            by=None if is_imagined(of, act, words) else of.statement.holder,
            statement=index,
            cue=" ".join(words.split()).strip("\"“”'‘’"),
        )


def is_of_another_clause(of: Passage, act: Extent) -> bool:
    """`Some want to sail; the office said it will not`: whose the first clause is, the second does not tell."""
    holder, said = of.statement.holder, min((start for start, _ in of.statement.content), default=0) - of.start
    other = holder is not None and not holder.is_author and act[1] < said
    return other and ";" in of.text[act[1] : said]


def is_imagined(of: Passage, act: Extent, words: str) -> bool:
    """Tell whether the saying is part of what could be done (`Oslo could announce that …`): nobody has said it."""
    cue = of.statement.cue
    modal = words.lower() in ("could", "might", "may", "should", "must", "ought to", "will", "would")
    return modal and cue is not None and cue.split()[-1] in of.text[act[0] : act[1]].split()


def acted(of: Passage) -> Iterator[Found]:
    """Yield what each subject is said to do, weigh or leave."""
    for subject in predicates(of):
        fit = first_cue(of, subject)
        if fit is None or (MUST.match(fit[1]) and describes(of)):
            continue
        cue, words, begin = fit
        act, status = act_extent(of.text, begin), settle(cue.status, of, subject, words)
        if is_local(of, subject):
            continue
        if cue.voice == "official" and of.document.metadata.genre in ADDRESSING and is_imagined(of, act, words):
            continue
        if can_be_chosen(of, subject, act, status, words) and not is_aside(of, subject, words):
            yield subject.agents, act, status, words


def is_local(of: Passage, subject: Subject) -> bool:
    """Tell whether one speaks of a town or region of a state: what it will do is not the state's choice."""
    holder = of.statement.holder
    role = (holder.role if holder else None) or ""
    ours = of.own(subject.agents) and PRONOUN.fullmatch(of.text, subject.start, subject.end) is not None
    national = any(of.document.text[m.start : m.end] in role for m in of.mentions)
    return ours and not national and bool(LOCAL.search(role))


def predicates(of: Passage) -> Iterator[Subject]:
    """Yield the subjects of a sentence, once more where a second verb of theirs begins: `… and will send ships`."""
    found = list(subjects(of))
    starts = sorted(s.start for s in found)
    for subject in found:
        yield subject
        for more in AND_ALSO.finditer(of.text, subject.end):
            others = any(subject.start < start < more.end() for start in starts)
            if not others and not RELATIVE.search(of.text, subject.end, more.start()):
                yield Subject(subject.agents, subject.start, more.end())


def is_aside(of: Passage, subject: Subject, words: str) -> bool:
    """Tell whether a pronoun acts for everybody, or only in a clause that tells which thing is meant."""
    before = of.text[: subject.start]
    we = of.text[subject.start : subject.end].lower() == "we"
    return is_everybody(of, subject, words) or (we and bool(WHICH.search(before)) and not SETTING.match(before))


def is_everybody(of: Passage, subject: Subject, words: str) -> bool:
    """Tell whether the `we` of a speech is everybody, not the speaker's state: what is at work is the state's own."""
    we = of.text[subject.start : subject.end].lower() == "we"
    everybody = EVERYBODY if AT_WORK.match(words) else GENERIC_WE
    return of.spoken and we and bool(everybody.search(of.text) or MUTUAL.search(of.text))


def first_cue(of: Passage, subject: Subject) -> tuple[Cue, str, int] | None:
    """Return the first cue that stands right after `subject`, its words and where the act begins."""
    gap = TITLE_GAP.match(of.text, subject.end)
    for begin in dict.fromkeys((gap.end() if gap else subject.end, subject.end)):
        for cue in SUBJECT_CUES:
            found = cue.pattern.match(of.text, begin)
            if found and voiced(cue, of, subject):
                deed = found.groupdict().get("deed")
                if deed and BACKGROUND.search(of.text[: subject.start]):
                    return None
                return cue, found["cue"], found.start("deed") if deed else found.end()
    return None


def voiced(cue: Cue, of: Passage, subject: Subject) -> bool:
    """Tell whether the one who speaks may use `cue` of `subject`: a forecast of the writer is no plan of the state."""
    own = of.own(subject.agents)
    if cue.voice == "own":
        return own
    if cue.voice == "official":
        return own or of.statement.kind in ("reported_fact", "reported_position")
    return not (cue.voice == "other" and own and of.spoken)


def describes(of: Passage) -> bool:
    """Tell whether `must` is the law or logic that a report describes, not a course that it urges."""
    urged = of.zone is not None and OPTIONS_HEADING.search(of.zone)
    return of.document.metadata.genre == "report" and of.statement.kind == "author_judgement" and not urged


def settle(status: OptionStatus, of: Passage, subject: Subject, words: str) -> OptionStatus:
    """Weigh the cue's status against who speaks and where: what the agent says it should do is its own proposal."""
    if status == "advocated" and of.own(subject.agents):
        return "proposed"
    if status == "in_use" and PAST_LENGTH.search(of.text):
        return "past_policy"
    if status in ("under_review", "unknown") and lays_out(of, subject):
        return "proposed"
    zoned = of.zone is not None and OPTIONS_HEADING.search(of.zone) and of.zone_agent in (None, *subject.agents)
    if status == "unknown" and zoned:
        return "advocated"
    told = words.lower()
    if status == "unknown" and of.weighs and (told == "could" or (told == "can" and of.zone_agent in subject.agents)):
        return "proposed"
    return status


def lays_out(of: Passage, subject: Subject) -> bool:
    """Tell whether a report sets out what might be done (`Congress may consider …`): nobody is said to weigh it."""
    holder = of.statement.holder
    own = of.document.metadata.genre == "report" and (holder is None or holder.is_author)
    gap = TITLE_GAP.match(of.text, subject.end)
    whole = of.text[subject.start : gap.end() if gap else subject.end]
    return own and bool(OPEN_TO.search(of.text) or DECIDERS.search(whole))


def bodies(of: Passage) -> Iterator[Subject]:
    """Yield the bodies without a name in a part that is about one actor: `want |the government| to send ships`."""
    if of.zone_agent is not None:
        yield from (Subject((of.zone_agent,), b.start(), b.end()) for b in OWN_BODY.finditer(of.text))


def asked(of: Passage) -> Iterator[Found]:
    """Yield what an actor is asked to do or offers: `urged Oslo to join`, `Oslo's offer to join`."""
    for subject in (*named(of), *bodies(of)):
        before = of.text[: subject.start]
        gap = TITLE_GAP.match(of.text, subject.end)
        asks, to = URGING.search(before), ASKED.match(of.text, subject.end)
        thing = ASKED_FOR.match(of.text, subject.end) if asks else None
        proposes, verb = THAT_AGENT.search(before), BARE_VERB.match(of.text, gap.end() if gap else subject.end)
        act = act_extent(of.text, to.end()) if to else (0, 0)
        if asks and to and not POINTS_ONLY.fullmatch(of.text[act[0] : act[1]]):
            kept: OptionStatus = "ruled_out" if to["not"] else "advocated"
            yield subject.agents, act, kept, asks["cue"] + (" not" if to["not"] else "")
        elif asks and thing and asks["cue"].lower().startswith(("ask", "press", "push")):
            yield subject.agents, act_extent(of.text, thing.end()), "advocated", asks["cue"]
        elif proposes and verb:
            status: OptionStatus = "proposed" if of.own(subject.agents) else "advocated"
            yield subject.agents, act_extent(of.text, verb.end()), status, proposes["cue"]
        elif offer := OWN_OFFER.match(of.text, subject.end):
            kind: OptionStatus = "in_use" if offer["used"] else "ruled_out" if offer["no"] else "proposed"
            begin, end = act_extent(of.text, offer.end())
            verb = FINITE.search(of.text, begin, end)
            yield subject.agents, (begin, verb.start() if verb else end), kind, offer["cue"]
