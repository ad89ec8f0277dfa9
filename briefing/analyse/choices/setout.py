"""Choices that a sentence sets out as such: presupposed, listed, tabled, held right or wrong, part of a programme."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.analyse.choices.extents import SPOKEN, Found, act_extent, clause_end
from briefing.analyse.choices.patterns import (
    ADVISES,
    ALSO_ONE,
    CLEFT,
    DUE,
    GERUND,
    IMPERSONAL,
    INVERTED,
    NEXT_BARE,
    ONE_OPTION,
    OPTIONS_OF,
    OWN_OPTIONS,
    PRESUPPOSED,
    PRESUPPOSED_BARE,
    PROGRAMME,
    TABLED,
    THEY_ARE,
)
from briefing.analyse.choices.subjects import OBJECT_BEFORE, TITLE_GAP, Passage, named, pronouns
from briefing.model.attribution import Extent
from briefing.model.findings import OptionStatus

MOOD = re.compile(
    r"\b(?:resignation|giving (?:up|in)|despair|silence|indifference|inaction|failure|defeat|surrender|fear|hate|hatred"
    r"|looking away|business as usual)\b",
    re.IGNORECASE,
)
"""What is no course of action: `Resignation is not an option`."""
TOLD = re.compile(r".*\b(?:said|says|told (?:\w+ )?\w+|that)\s(?:that\s)?(?=\w)", re.DOTALL)
"""Who says so, before the act: `the minister told members that |selling ships| is one of several options`."""
NEXT_GERUND = re.compile(r",?\s(?:and|or)\s(?=\w+ing\b)|,\s(?=\w+ing\b)")
NEXT_TO = re.compile(r",?\s(?:and|or)\sto\s|,\sto\s")
MAIN_CLAUSE = re.compile(r",\s(?:what|how|which|who|where|is|are|can|could|should|there|it|they)\b", re.IGNORECASE)
"""Where the main clause begins behind `Besides summoning the envoy, what …`."""


def offered(of: Passage) -> Iterator[Found]:
    """Yield the programme that a speaker presents: `our plan aims to …` is a choice of the speaker's state."""
    found, holder = PROGRAMME.search(of.text), of.statement.holder
    if of.spoken and found and holder and holder.actor and not holder.is_author:
        act = act_extent(of.text, found.end())
        if len(of.text[act[0] : act[1]].split()) >= 2:
            yield (holder.actor,), act, "proposed", found["cue"]


def tabled(of: Passage) -> Iterator[Found]:
    """Yield what is said to be, or not to be, an option: for the speaker's side, else where options are set out."""
    found, holder = TABLED.search(of.text), of.statement.holder
    agent = holder.actor if holder and holder.actor and not holder.is_author else of.zone_agent
    if found and agent and not MOOD.search(found["act"]):
        status: OptionStatus = "ruled_out" if found["no"] else laid_out(of) if found["open"] else "under_review"
        told = TOLD.match(found["act"])
        yield (agent,), (found.start("act") + (told.end() if told else 0), found.end("act")), status, found["cue"]


def held(of: Passage) -> Iterator[Found]:
    """Yield what a writer holds of a course: `what Norway must not do is leave`, `it would be a mistake to leave`."""
    for subject in (*named(of), *pronouns(of)):
        cleft = CLEFT.match(of.text, subject.end)
        before = of.text[: subject.start]
        if cleft and before.rstrip().lower().endswith("what"):
            denied: OptionStatus = "ruled_out" if cleft["not"] or cleft["never"] else "advocated"
            yield subject.agents, act_extent(of.text, cleft.end()), denied, cleft["cue"] or cleft["needs"]
        if inverted := INVERTED.search(before):
            gap = TITLE_GAP.match(of.text, subject.end)
            yield subject.agents, act_extent(of.text, gap.end() if gap else subject.end), "ruled_out", inverted["cue"]
    if of.zone_agent and (of.statement.holder is None or of.statement.holder.is_author):
        yield from advised(of, of.zone_agent)


def advised(of: Passage, agent: str) -> Iterator[Found]:
    """Yield what a writer advises the actor in question, or advises it against, without naming it."""
    found = IMPERSONAL.search(of.text)
    if found:
        status: OptionStatus = "ruled_out" if found["no"] else "advocated"
        yield (agent,), act_extent(of.text, found.end()), status, found["cue"]
    own = ADVISES.match(of.text) if of.weighs else None
    if own:
        yield (agent,), act_extent(of.text, own.end()), "advocated", own["cue"]


def due(of: Passage) -> Iterator[Found]:
    """Yield what a speaker holds to be due: `Reforming the fund is an imperative`."""
    found, holder = DUE.match(of.text), of.statement.holder
    if of.spoken and found and holder and holder.actor and not holder.is_author:
        yield (holder.actor,), found.span("act"), "proposed", found["cue"]


def listed(of: Passage) -> Iterator[Found]:
    """Yield what a sentence calls an option, of the actor that the heading names or that acts."""
    found = ONE_OPTION.search(of.text)
    if found is None:
        yield from named_options(of)
        return
    inside = next((m.actor for m in of.mentions if found.start() < m.start - of.start < found.end()), None)
    agent = inside or of.zone_agent or (of.statement.agent if found["cue"] else None)
    for one in (found, *ALSO_ONE.finditer(of.text, found.end())):
        act = act_extent(of.text, one.end())
        if agent and len(of.text[act[0] : act[1]].split()) >= (1 if found["nth"] else 2):
            worst = one is found and found["worst"]
            yield (agent,), act, "ruled_out" if worst else laid_out(of), one["cue"] or found["nth"]


def laid_out(of: Passage) -> OptionStatus:
    """Return the status of what is called an option: proposed by who sets it out, open where a reporter tells of it."""
    voiced = of.zone_agent is not None or of.statement.holder is not None
    return "proposed" if voiced or of.document.metadata.genre not in ("news", "unknown") else "unknown"


def named_options(of: Passage) -> Iterator[Found]:
    """Yield what is called the options of an actor: `Norway’s options are to wait`, `options for Oslo include`."""
    for subject in named(of):
        own = OWN_OPTIONS.match(of.text, subject.end)
        behind = OPTIONS_OF.search(of.text[: subject.start])
        are = own or (THEY_ARE.match(of.text, subject.end) if behind else None)
        if are is None:
            continue
        words = behind["cue"] if behind and not own else are["cue"] or are["faced"]
        for act in members(of.text, are.end()):
            yield subject.agents, act, laid_out(of), words


def members(text: str, begin: int) -> Iterator[Extent]:
    """Yield the members of a list of acts that begins at `begin`: `waiting, |buying abroad| or |doing nothing`."""
    end = clause_end(text, begin)
    tail = SPOKEN.search(text, begin, end)
    end = tail.start() if tail else end
    more = NEXT_GERUND if GERUND.match(text, begin) else NEXT_TO
    starts = [begin, *(m.end() for m in more.finditer(text, begin, end))]
    stops = [*(m.start() for m in more.finditer(text, begin, end)), end]
    yield from (e for e in zip(starts, stops, strict=True) if len(text[slice(*e)].split()) >= 2)


def presupposed(of: Passage) -> Iterator[Found]:
    """Yield what a sentence takes as done already: `besides summoning … and calling for …`, also in a question."""
    found = PRESUPPOSED.search(of.text) or PRESUPPOSED_BARE.search(of.text)
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
    if found.re is PRESUPPOSED_BARE:
        starts = [found.end(), *(part.end() for part in NEXT_BARE.finditer(of.text, found.end(), end))]
    else:
        gerunds = (g.start() for g in GERUND.finditer(of.text, found.end(), end))
        starts = [at for at in gerunds if begins_part(of.text, at, found.end())]
    for begin, stop in zip(starts, [*starts[1:], end], strict=True):
        tail = re.search(r"[,\s]+(?:and|or)?\s*$", of.text[begin:stop])
        yield (agent,), (begin, begin + tail.start() if tail else stop), "in_use", found["cue"]


def begins_part(text: str, at: int, first: int) -> bool:
    """Tell whether the gerund at `at` is a member of the list that begins at `first`."""
    return at == first or bool(re.search(r"(?:,|\band|\bor)\s+$", text[first:at]))
