"""What an actor could do, does, weighs, is urged to do or rules out, whoever the reader's focus may be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.analyse.choices.cues import (
    ASKED,
    GERUND,
    ONE_OPTION,
    OPEN_TO,
    OPTIONS_HEADING,
    PRESUPPOSED,
    PROGRAMME,
    SETTING,
    STANCE,
    SUBJECT_CUES,
    URGING,
    WHICH,
    Cue,
)
from briefing.analyse.choices.subjects import OBJECT_BEFORE, TITLE_GAP, Passage, Subject, named, passage, subjects
from briefing.model.attribution import Extent
from briefing.model.document import Document
from briefing.model.findings import Analysis, Choice, OptionStatus, Statement

OWN_OFFER = re.compile(
    r"['’]s?\s+(?:\w+\s+)?(?P<cue>offer|proposal|plan|pledge|promise|intention|readiness"
    r"|willingness)\s+to\s+"
)
"""A choice named by a noun of the agent: `Oslo's offer to hold talks`."""
PAPER = re.compile(
    r"(?:\S+\s+){0,5}?(?:speech|statement|comments?|remarks|report|letter|situation|message|address"
    r"|developments?)\b",
    re.IGNORECASE,
)
"""What is reviewed or studied but is no course of action."""
THAT_AGENT = re.compile(
    r"\b(?P<cue>propos(?:e[sd]?|ing)|suggest(?:s|ed|ing)?|recommend(?:s|ed|ing)?|demand(?:s|ed|ing)?|insist(?:s"
    r"|ed|ing)?"
    r"|request(?:s|ed|ing)?|urge[sd]?)\s+(?:[\w ]{1,30}\s)?that\s+(?:the\s+)?$",
    re.IGNORECASE,
)
BARE_VERB = re.compile(
    r"\s+(?=(?!(?:is|are|was|were|has|have|had|will|would|can|could|did|does)\b)[a-z]+\b(?<!ed)(?<![^s]s)\s)"
)
CLAUSE_END = re.compile(
    r"[;:?!]|\.(?=\s|$|[\"”])|,?\s(?:but|which|although|though|because|whereas|saying|adding)\s|,\s(?:while|as"
    r"|after|with|where"
    r"|he|she|said|says|according)\b|\s[–—-]{1,2}\s|[\"”],?\s(?:he|she|the|said|[A-Z])"
)
GENERIC_WE = re.compile(
    r"\b(?:ourselves|us all|all of us|each and every|humanity"
    r"|(?:hu)?mankind|together|united nations"
    r"|international community|as a whole|the world|everyone)\b",
    re.IGNORECASE,
)
"""What tells that `we must` means everybody, not the speaker's state."""
ASIDE = re.compile(r",\s(?:\w+ly\s)?\w+ing\s(?!.*\band\s\w+ing\b)")
"""A participle that comments on the act: `hold talks, calling it urgent`."""
MAIN_CLAUSE = re.compile(r",\s(?:what|how|which|who|where|is|are|can|could|should|there|it|they)\b", re.IGNORECASE)
"""Where the main clause begins behind `Besides summoning the envoy, what …`."""
SPOKEN = re.compile(r",\s[^,;]{2,80}\s(?:said|says|warned|told\s\w+|added|announced|stated|wrote|argued|reported)\W*$")
MUTUAL = re.compile(r"\b(?:each other|one another|future generations)\b", re.IGNORECASE)
WISHED = re.compile(r"(?:would|wanted to|hoped to|planned to|intended to)", re.IGNORECASE)
"""What a speaker would do or wanted to do: a manner of speaking or a recollection, no plan."""
LONG_AGO = 10
"""Years after which a deed is history, no policy in use."""
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
MUST = re.compile(r"\s*(?:must|needs?)\b", re.IGNORECASE)
PAST_LENGTH = re.compile(r"\b(?:until (?:now|recently|then)|so far|no longer|in the past|until this)\b", re.IGNORECASE)
MODAL = re.compile(
    r"(?:will|would|won|should|ought|must|need|had better|could|can|may|might|want|wish|hope|is|are)", re.IGNORECASE
)
Found = tuple[tuple[str, ...], Extent, OptionStatus, str]
"""Agents, words of the act, status, words of the cue."""


def find_choices(document: Document, analysis: Analysis) -> tuple[Choice, ...]:
    """Return the choices of every actor in `document`; `analysis` must hold its mentions, sentences and statements."""
    found = [
        choice
        for index, statement in first_of_each_sentence(analysis.statements)
        for choice in choices_of(passage(document, analysis, statement), index)
    ]
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
        *(() if question else (*asked(of), *listed(of), *acted(of), *offered(of))),
    ):
        if any(act[0] < t[1] and t[0] < act[1] for t in taken):
            continue
        taken.append(act)
        yield Choice(
            agents=agents,
            extent=of.statement.extent,
            act=(of.start + act[0], of.start + act[1]),
            status=status,
            by=of.statement.holder,
            statement=index,
            cue=" ".join(words.split()).strip("\"“”'‘’"),
        )


def acted(of: Passage) -> Iterator[Found]:
    """Yield what each subject is said to do, weigh or leave."""
    for subject in subjects(of):
        fit = first_cue(of, subject)
        if fit is None or (MUST.match(fit[1]) and describes(of)):
            continue
        cue, words, begin = fit
        act, status = act_extent(of.text, begin), settle(cue.status, of, subject)
        if is_act(of.text, act, words) and not is_past(of, status, words) and not is_aside(of, subject):
            yield subject.agents, act, status, words


def is_past(of: Passage, status: OptionStatus, words: str) -> bool:
    """Tell whether a deed is history, or a wish of the speaker a recollection."""
    if of.spoken and WISHED.fullmatch(words):
        return True
    years = [int(year) for year in YEAR.findall(of.text)]
    return status == "in_use" and of.written is not None and bool(years) and max(years) < of.written - LONG_AGO


def is_aside(of: Passage, subject: Subject) -> bool:
    """Tell whether a pronoun acts for everybody, or only in a clause that tells which thing is meant."""
    before = of.text[: subject.start]
    we = of.text[subject.start : subject.end].lower() == "we"
    return is_everybody(of, subject) or (we and bool(WHICH.search(before)) and not SETTING.match(before))


def is_everybody(of: Passage, subject: Subject) -> bool:
    """Tell whether the `we` of a speech is everybody, not the speaker's state."""
    we = of.text[subject.start : subject.end].lower() == "we"
    return of.spoken and we and bool(GENERIC_WE.search(of.text) or MUTUAL.search(of.text))


def offered(of: Passage) -> Iterator[Found]:
    """Yield the programme that a speaker presents: `our plan aims to …` is a choice of the speaker's state."""
    found, holder = PROGRAMME.search(of.text), of.statement.holder
    if of.spoken and found and holder and holder.actor and not holder.is_author:
        act = act_extent(of.text, found.end())
        if len(of.text[act[0] : act[1]].split()) >= 2:
            yield (holder.actor,), act, "proposed", found["cue"]


def first_cue(of: Passage, subject: Subject) -> tuple[Cue, str, int] | None:
    """Return the first cue that stands right after `subject`, its words and where the act begins."""
    gap = TITLE_GAP.match(of.text, subject.end)
    for begin in dict.fromkeys((gap.end() if gap else subject.end, subject.end)):
        for cue in SUBJECT_CUES:
            found = cue.pattern.match(of.text, begin)
            if found and voiced(cue, of, subject):
                deed = found.groupdict().get("deed")
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


def settle(status: OptionStatus, of: Passage, subject: Subject) -> OptionStatus:
    """Weigh the cue's status against who speaks and where: what the agent says it should do is its own proposal."""
    if status == "advocated" and of.own(subject.agents):
        return "proposed"
    if status == "in_use" and PAST_LENGTH.search(of.text):
        return "past_policy"
    if status in ("under_review", "unknown") and lays_out(of):
        return "advocated"
    zoned = of.zone is not None and OPTIONS_HEADING.search(of.zone) and of.zone_agent in (None, *subject.agents)
    if status == "unknown" and zoned:
        return "advocated"
    return status


def lays_out(of: Passage) -> bool:
    """Tell whether a report sets out what might be done (`Congress may consider …`): nobody is said to weigh it."""
    holder = of.statement.holder
    own = of.document.metadata.genre == "report" and (holder is None or holder.is_author)
    return own and OPEN_TO.search(of.text) is not None


def is_act(text: str, act: Extent, words: str) -> bool:
    """Tell whether the words after the cue are something that can be chosen."""
    done = text[act[0] : act[1]].strip()
    if MODAL.match(words) and STANCE.match(done):
        return False
    if re.search(r"review|stud|assess|examin", words, re.IGNORECASE) and PAPER.match(done):
        return False
    if words.lower() in ("must", "should", "will", "need to") and GENERIC_WE.search(text):
        return False
    return len(done.split()) >= 2 or "review" in words.lower()


def asked(of: Passage) -> Iterator[Found]:
    """Yield what an actor is asked to do or offers: `urged Oslo to join`, `Oslo's offer to join`."""
    for subject in named(of):
        before = of.text[: subject.start]
        gap = TITLE_GAP.match(of.text, subject.end)
        asks, to = URGING.search(before), ASKED.match(of.text, subject.end)
        proposes, verb = THAT_AGENT.search(before), BARE_VERB.match(of.text, gap.end() if gap else subject.end)
        if asks and to:
            yield subject.agents, act_extent(of.text, to.end()), "advocated", asks["cue"]
        elif proposes and verb:
            status: OptionStatus = "proposed" if of.own(subject.agents) else "advocated"
            yield subject.agents, act_extent(of.text, verb.end()), status, proposes["cue"]
        elif offer := OWN_OFFER.match(of.text, subject.end):
            yield subject.agents, act_extent(of.text, offer.end()), "proposed", offer["cue"]


def listed(of: Passage) -> Iterator[Found]:
    """Yield what a sentence calls an option, of the actor that the heading names or that acts."""
    found = ONE_OPTION.search(of.text)
    agent = of.zone_agent or of.statement.agent
    if found and agent:
        yield (agent,), act_extent(of.text, found.end()), "advocated", found["cue"]


def presupposed(of: Passage) -> Iterator[Found]:
    """Yield what a sentence takes as done already: `besides summoning … and calling for …`, also in a question."""
    found = PRESUPPOSED.search(of.text)
    if found is None:
        return
    agent = of.statement.agent
    for m in of.mentions:
        if (
            m.end - of.start <= found.start()
            and of.text[m.end - of.start] != "-"
            and not OBJECT_BEFORE.search(of.text[: m.start - of.start])
        ):
            agent = m.actor
    if agent is None:
        return
    main = MAIN_CLAUSE.search(of.text, found.end())
    end = min(clause_end(of.text, found.end()), main.start() if main else len(of.text))
    gerunds = (g.start() for g in GERUND.finditer(of.text, found.end(), end))
    starts = [at for at in gerunds if begins_part(of.text, at, found.end())]
    for begin, stop in zip(starts, [*starts[1:], end], strict=True):
        tail = re.search(r"[,\s]+(?:and|or)?\s*$", of.text[begin:stop])
        yield (agent,), (begin, begin + tail.start() if tail else stop), "in_use", found["cue"]


def begins_part(text: str, at: int, first: int) -> bool:
    """Tell whether the gerund at `at` is a member of the list that begins at `first`."""
    return at == first or bool(re.search(r"(?:,|\band|\bor)\s+$", text[first:at]))


def act_extent(text: str, begin: int) -> Extent:
    """Return the words of an act that begins at `begin`: to the end of its clause, without a closing `he said`."""
    begin += len(text[begin:]) - len(text[begin:].lstrip(' \n\t"“‘'))
    end = clause_end(text, begin)
    aside = ASIDE.search(text, begin, end)
    end = aside.start() if aside else end
    tail = SPOKEN.search(text, begin, end)
    return (begin, tail.start() if tail else end)


def clause_end(text: str, begin: int) -> int:
    """Return where the clause that holds `begin` ends, before its closing mark."""
    found = CLAUSE_END.search(text, begin)
    return found.start() if found else len(text.rstrip())
