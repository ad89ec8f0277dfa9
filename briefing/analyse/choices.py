"""What an actor could do, does, weighs, is urged to do or rules out, whoever the reader's focus may be."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.analyse.choice_cues import (
    ASKED,
    GERUND,
    OPTIONS_HEADING,
    PRESUPPOSED,
    STANCE,
    SUBJECT_CUES,
    URGING,
    Cue,
)
from briefing.model.attribution import Extent
from briefing.model.document import Document
from briefing.model.findings import Analysis, Choice, Mention, OptionStatus, Statement

BODY_AFTER = (
    r"(?:(?:['’]s?)?\s+(?:and\s+)?(?:government|administration|military|army|navy|parliament|president"
    r"|prime minister|leaders?"
    r"|leadership|officials|authorities|lawmakers|cabinet|ministry|office|side|delegation|forces|diplomats"
    r"|policymakers))?"
)
TITLE_GAP = re.compile(rf"{BODY_AFTER}(?:,[^,]{{2,60}},)?(?=\s)")
"""What may stand between an actor's name and its verb: a body of it, an apposition between commas."""
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
BARE_VERB = re.compile(r"\s+(?=(?!(?:is|are|was|were|has|have|had|will|would|can|could|did|does)\b)[a-z]+\b(?<!ed)\s)")
OBJECT_BEFORE = re.compile(
    r"\b(?:of|to|against|with|on|in|from|for|at|by|towards?|into|over|between|among|near|about|than|like"
    r"|including|upon|threatened"
    r"|warned|told|urged|asked|helped?|let|made|visited?|attacked?|accused)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
PRONOUN = re.compile(r"\b(?P<who>(?i:it|they|we|he|she)|I)(?=\s|['’](?:ll|d|ve|re|s)\b)")
CLAUSE_END = re.compile(
    r"[;:?!]|\.(?=\s|$|[\"”])|,?\s(?:but|which|although|though|because|whereas|saying|adding)\s|,\s(?:while|as"
    r"|after|with|where"
    r"|he|she|said|says|according)\b|\s[–—-]{1,2}\s|[\"”],?\s(?:he|she|the|said|[A-Z])"
)
GENERIC_WE = re.compile(
    r"\b(?:ourselves|us all|all of us|each and every|humanity|mankind|together|united nations)\b", re.IGNORECASE
)
SPOKEN = re.compile(r",\s[^,;]{2,80}\s(?:said|says|warned|told\s\w+|added|announced|stated|wrote|argued|reported)\W*$")
JOINED = re.compile(r"(?:,|\s+and|,\s+and|\s+or|\s+as well as)\s+(?:the\s+)?")
PAST_LENGTH = re.compile(r"\b(?:until (?:now|recently|then)|so far|no longer|in the past|until this)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Subject:
    """An agent and where the words after it begin, relative to the sentence."""

    agents: tuple[str, ...]
    start: int
    end: int


def find_choices(document: Document, analysis: Analysis, lexicon: object = None) -> tuple[Choice, ...]:
    """Return the choices of every actor in `document`; `analysis` must hold its mentions, sentences and statements."""
    found = [
        choice
        for index, statement in first_of_each_sentence(analysis.statements)
        for choice in choices_of(document, analysis, index, statement)
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


def choices_of(document: Document, analysis: Analysis, index: int, statement: Statement) -> Iterator[Choice]:
    """Yield the choices of one sentence; of a question only what it presupposes."""
    start, end = statement.extent
    text = document.text[start:end]
    mentions = mentions_in(analysis.mentions, statement.extent)

    def choice(agents: tuple[str, ...], act: Extent, status: OptionStatus, words: str) -> Choice:
        return Choice(
            agents=agents,
            extent=statement.extent,
            act=(start + act[0], start + act[1]),
            status=status,
            by=statement.holder,
            statement=index,
            cue=" ".join(words.split()).strip("\"“”'‘’"),
        )

    yield from (choice(*found) for found in presupposed(text, mentions, start, statement))
    if text.rstrip().endswith("?"):
        return
    taken: list[Extent] = []
    zone = analysis.sentences[statement.sentence].heading
    for agents, act, status, words in (
        *asked(text, mentions, start, statement),
        *acted(text, mentions, start, statement, zone),
    ):
        if not any(act[0] < t[1] and t[0] < act[1] for t in taken):
            taken.append(act)
            yield choice(agents, act, status, words)


Found = tuple[tuple[str, ...], Extent, OptionStatus, str]


def mentions_in(mentions: Sequence[Mention], extent: Extent) -> tuple[Mention, ...]:
    """Return the mentions inside `extent`; `mentions` is sorted by position."""
    at = bisect_left(mentions, extent[0], key=lambda m: m.start)
    inside = []
    while at < len(mentions) and mentions[at].start < extent[1]:
        inside.append(mentions[at])
        at += 1
    return tuple(inside)


def acted(
    text: str, mentions: Sequence[Mention], start: int, statement: Statement, zone: str | None
) -> Iterator[Found]:
    """Yield what each subject of `text` is said to do, weigh or leave."""
    for subject in subjects(text, mentions, start, statement):
        fit = first_cue(text, subject, statement)
        if fit is None:
            continue
        cue, words, act_start = fit
        act = act_extent(text, act_start)
        if not is_act(text, act, words, statement):
            continue
        yield subject.agents, act, settle(cue.status, text, subject, statement, zone), words


def first_cue(text: str, subject: Subject, statement: Statement) -> tuple[Cue, str, int] | None:
    """Return the first cue that stands right after `subject`, its words and where the act begins."""
    gap = TITLE_GAP.match(text, subject.end)
    for begin in dict.fromkeys((gap.end() if gap else subject.end, subject.end)):
        for cue in SUBJECT_CUES:
            found = cue.pattern.match(text, begin)
            if found and voiced(cue, subject, statement):
                deed = found.groupdict().get("deed")
                return cue, found["cue"], found.start("deed") if deed else found.end()
    return None


def voiced(cue: Cue, subject: Subject, statement: Statement) -> bool:
    """Tell whether the one who speaks may use `cue` of `subject`: a forecast of the writer is no plan of the state."""
    holder = statement.holder
    own = holder is not None and holder.actor is not None and holder.actor in subject.agents
    if cue.voice == "own":
        return own
    if cue.voice == "official":
        return own or statement.kind in ("reported_fact", "reported_position")
    if cue.voice == "other":
        return not own
    return True


def settle(status: OptionStatus, text: str, subject: Subject, statement: Statement, zone: str | None) -> OptionStatus:
    """Weigh the cue's status against who speaks and where: what the agent says it should do is its own proposal."""
    holder = statement.holder
    own = holder is not None and holder.actor is not None and holder.actor in subject.agents
    if status == "advocated" and own:
        return "proposed"
    if status == "in_use" and PAST_LENGTH.search(text):
        return "past_policy"
    if status == "unknown" and zone and OPTIONS_HEADING.search(zone):
        return "advocated"
    return status


def is_act(text: str, act: Extent, words: str, statement: Statement) -> bool:
    """Tell whether the words after the cue are something that can be chosen."""
    done = text[act[0] : act[1]].strip()
    modal = re.match(
        r"(?:will|would|won|should|ought|must|need|had better|could|can|may|might|want|wish|hope|is|are)",
        words,
        re.IGNORECASE,
    )
    if modal and STANCE.match(done):
        return False
    if re.search(r"review|stud|assess|examin", words, re.IGNORECASE) and PAPER.match(done):
        return False
    if words.lower() in ("must", "should", "will", "need to") and GENERIC_WE.search(text):
        return False
    return len(done.split()) >= 2 or "review" in words.lower()


def subjects(text: str, mentions: Sequence[Mention], start: int, statement: Statement) -> Iterator[Subject]:
    """Yield the actors of `text` that can be subjects, joined ones as one, and the pronouns that stand for one."""
    for group in joined(text, mentions, start):
        begin, end = group[0].start - start, group[-1].end - start
        if not OBJECT_BEFORE.search(text[:begin]):
            yield Subject(tuple(dict.fromkeys(m.actor for m in group)), begin, end)
    for found in PRONOUN.finditer(text):
        agent = stands_for(found["who"].lower(), statement, quoted=in_quotation(text, found.start()))
        if agent:
            yield Subject((agent,), found.start(), found.end())


def stands_for(pronoun: str, statement: Statement, *, quoted: bool) -> str | None:
    """Return the actor of a subject pronoun: the speaker's own state for `we`, for `it` only in reported words."""
    holder = statement.holder
    speaker = holder.actor if holder is not None and not holder.is_author else None
    if pronoun in ("we", "i"):
        return speaker
    if pronoun in ("it", "they"):
        return None if quoted else speaker or statement.agent
    return statement.agent or speaker


def in_quotation(text: str, offset: int) -> bool:
    """Tell whether `offset` stands inside double quotation marks."""
    before = text[:offset]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def joined(text: str, mentions: Sequence[Mention], start: int) -> Iterator[list[Mention]]:
    """Yield mentions in groups that share a verb: `Seoul and Washington`."""
    group: list[Mention] = []
    for mention in mentions:
        if group and JOINED.fullmatch(text[group[-1].end - start : mention.start - start]):
            group.append(mention)
            continue
        if group and mention.start < group[-1].end:
            continue
        if group:
            yield group
        group = [mention]
    if group:
        yield group


def asked(text: str, mentions: Sequence[Mention], start: int, statement: Statement) -> Iterator[Found]:
    """Yield what an actor is asked to do or offers: `urged Oslo to join`, `Oslo's offer to join`."""
    for group in joined(text, mentions, start):
        before = URGING.search(text[: group[0].start - start])
        after = ASKED.match(text, group[-1].end - start)
        proposed, verb = THAT_AGENT.search(text[: group[0].start - start]), BARE_VERB.match(text, group[-1].end - start)
        agents = tuple(dict.fromkeys(m.actor for m in group))
        own = statement.holder is not None and statement.holder.actor in agents
        if before and after:
            yield agents, act_extent(text, after.end()), "advocated", before["cue"]
        elif proposed and verb:
            yield agents, act_extent(text, verb.end()), "proposed" if own else "advocated", proposed["cue"]
        elif offer := OWN_OFFER.match(text, group[-1].end - start):
            yield agents, act_extent(text, offer.end()), "proposed", offer["cue"]


def presupposed(text: str, mentions: Sequence[Mention], start: int, statement: Statement) -> Iterator[Found]:
    """Yield what a sentence takes as done already: `besides summoning … and calling for …`, also in a question."""
    found = PRESUPPOSED.search(text)
    if found is None:
        return
    before = [
        m for m in mentions if m.end - start <= found.start() and not OBJECT_BEFORE.search(text[: m.start - start])
    ]
    agent = before[-1].actor if before else statement.agent
    if agent is None:
        return
    end = clause_end(text, found.end())
    starts = [g.start() for g in GERUND.finditer(text, found.end(), end) if begins_part(text, g.start(), found.end())]
    for begin, stop in zip(starts, [*starts[1:], end], strict=True):
        words = text[begin:stop]
        tail = re.search(r"[,\s]+(?:and|or)?\s*$", words)
        yield (agent,), (begin, begin + tail.start() if tail else stop), "in_use", found["cue"]


def begins_part(text: str, at: int, first: int) -> bool:
    """Tell whether the gerund at `at` is a member of the list that begins at `first`."""
    return at == first or bool(re.search(r"(?:,|\band|\bor)\s+$", text[first:at]))


def act_extent(text: str, begin: int) -> Extent:
    """Return the words of an act that begins at `begin`: to the end of its clause, without a closing `he said`."""
    begin += len(text[begin:]) - len(text[begin:].lstrip(' \n\t"“‘'))
    end = clause_end(text, begin)
    tail = SPOKEN.search(text, begin, end)
    return (begin, tail.start() if tail else end)


def clause_end(text: str, begin: int) -> int:
    """Return where the clause that holds `begin` ends, before its closing mark."""
    found = CLAUSE_END.search(text, begin)
    return found.start() if found else len(text.rstrip())
