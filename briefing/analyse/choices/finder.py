"""What an actor could do, does, weighs, is urged to do or rules out, whoever the reader's focus may be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.analyse.choices.acts import BACKGROUND, can_be_chosen
from briefing.analyse.choices.cues import (
    ASKED,
    DECIDERS,
    GENERIC_WE,
    GERUND,
    ONE_OPTION,
    OPEN_TO,
    OPTIONS_HEADING,
    PRESUPPOSED,
    PROGRAMME,
    SETTING,
    SUBJECT_CUES,
    TABLED,
    URGING,
    WHICH,
    Cue,
)
from briefing.analyse.choices.subjects import OBJECT_BEFORE, TITLE_GAP, Passage, Subject, named, passage, subjects
from briefing.model.attribution import Extent
from briefing.model.document import Document
from briefing.model.findings import Analysis, Choice, OptionStatus, Statement

OWN_OFFER = re.compile(
    r"['’]s?\s+(?:\w+\s+)?(?P<cue>(?:offer|proposal|plan|pledge|promise|intention|readiness|willingness)\s+to"
    r"|(?P<used>(?:decision|efforts?|attempts?|campaign|drive|push)\s+to"
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
CLAUSE_END = re.compile(
    r"[;:?!]|\.(?=\s|$|[\"”])|,?\s(?:but|which|although|though|because|whereas|saying|adding)\s|,\s(?:while|as"
    r"|after|with|where"
    r"|he|she|said|says|according)\b|\s[–—-]{1,2}\s|[\"”],?\s(?:he|she|the|said|[A-Z])"
)
FINITE = re.compile(r"\s(?:is|are|was|were|has|have|had|will|would|may|might|could|can)\b")
"""What a named choice is said to be or do: `the offer to talk |was refused`."""
ASIDE = re.compile(r",\s(?:\w+ly\s)?\w+ing\s(?!.*\band\s\w+ing\b)")
"""A participle that comments on the act: `hold talks, calling it urgent`."""
MAIN_CLAUSE = re.compile(r",\s(?:what|how|which|who|where|is|are|can|could|should|there|it|they)\b", re.IGNORECASE)
"""Where the main clause begins behind `Besides summoning the envoy, what …`."""
SPOKEN = re.compile(
    r",\s[^;]{2,120}?\s(?:said|says|warned|told\s\w+|added|announced|stated|wrote|argued|reported|explained|insisted)"
    r"(?:,?\s(?:on|in|at|after|during|late|early|earlier|this|last|yesterday|today|to|via|through)\b[^;]{0,80})?\W*$"
)
"""`…, Foreign Minister Ola Nord said on Tuesday`: who says so."""
MUTUAL = re.compile(r"\b(?:each other|one another|future generations)\b", re.IGNORECASE)
MUST = re.compile(r"\s*(?:must|needs?)\b", re.IGNORECASE)
PAST_LENGTH = re.compile(r"\b(?:until (?:now|recently|then)|so far|no longer|in the past|until this)\b", re.IGNORECASE)
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
        *(() if question else (*asked(of), *listed(of), *acted(of), *offered(of), *tabled(of))),
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
        if can_be_chosen(of, subject, act, status, words) and not is_aside(of, subject):
            yield subject.agents, act, status, words


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


def tabled(of: Passage) -> Iterator[Found]:
    """Yield what a speaker says is or is not an option for the speaker's own side."""
    found, holder = TABLED.search(of.text), of.statement.holder
    if found and holder and holder.actor and not holder.is_author:
        status: OptionStatus = "ruled_out" if found["no"] else "under_review"
        yield (holder.actor,), found.span("act"), status, found["cue"]


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


def settle(status: OptionStatus, of: Passage, subject: Subject) -> OptionStatus:
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
    return status


def lays_out(of: Passage, subject: Subject) -> bool:
    """Tell whether a report sets out what might be done (`Congress may consider …`): nobody is said to weigh it."""
    holder = of.statement.holder
    own = of.document.metadata.genre == "report" and (holder is None or holder.is_author)
    gap = TITLE_GAP.match(of.text, subject.end)
    whole = of.text[subject.start : gap.end() if gap else subject.end]
    return own and bool(OPEN_TO.search(of.text) or DECIDERS.search(whole))


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
            kind: OptionStatus = "in_use" if offer["used"] else "ruled_out" if offer["no"] else "proposed"
            begin, end = act_extent(of.text, offer.end())
            verb = FINITE.search(of.text, begin, end)
            yield subject.agents, (begin, verb.start() if verb else end), kind, offer["cue"]


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
