"""Who would act: the actors and pronouns of a sentence that can be the subject of a choice."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from briefing.analyse.actors.lexicon import read_data
from briefing.analyse.choices.patterns import COURSES, DO_WHAT, OPTIONS_HEADING
from briefing.model.attribution import Extent
from briefing.model.document import Document
from briefing.model.findings import Analysis, Holder, Mention, Statement

BODY_AFTER = (
    r"(?:(?:['’]s?)?\s+(?:and\s+)?(?:government|administration|military|army|navy|parliament|president"
    r"|prime minister|leaders?"
    r"|leadership|officials|authorities|lawmakers|cabinet|ministry|office|side|delegation|forces|diplomats"
    r"|policymakers))?(?: of (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)?)?"
)
TITLE_GAP = re.compile(rf"{BODY_AFTER}(?:,[^,]{{2,60}},)?(?=\s)")
"""What may stand between an actor's name and its verb: a body of it, an apposition between commas."""
OBJECT_BEFORE = re.compile(
    r"\b(?:of|to|against|with|on|in|from|for|at|by|towards?|into|over|between|among|near|about|than|like"
    r"|including|upon|threatened"
    r"|warned|told|urged|asked|helped?|let|made|visited?|attacked?|accused)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
BODY_BEFORE = re.compile(
    r"\b(?:government|administration|ministry|ministers?|cabinet|parliament|assembly|senate|congress|officials|authorities"
    r"|lawmakers|legislators|leaders?|president|prime minister|premier|military|army|navy)\s(?:in|of)\s(?:the\s)?$",
    re.IGNORECASE,
)
"""`The government in |Oslo|`: what it does is done by the state."""
CONDITION = re.compile(
    r"\b(?:if|unless|whether|until|should|when)\s+(?:(?:with|at|in|on|after|during|for|by"
    r"|together)\b[^,;]{2,60},\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
OPENS_IT = re.compile(
    r"(?:(?:And|But|Or|So|Instead,|Alternatively,) )?it(?=\s(?:\w+ )?(?:could|should|might|ought)\b)", re.IGNORECASE
)
HOPED = re.compile(r"\bhop(?:es?|ed|ing) (?:that )?(?:the )?$", re.IGNORECASE)
"""`Oslo hopes that |Sweden will open its ports`: a hope of somebody else."""
PRONOUN = re.compile(r"\b(?P<who>(?i:it|they|we|he|she)|I)(?=\s|['’](?:ll|d|ve|re|s)\b)")
OWN_BODY = re.compile(
    r"\b(?:[Tt]he|[Oo]ur|[Hh]is|[Hh]er|[Mm]y) \(?(?:(?:[Pp]resident|[Pp]rime [Mm]inister)(?:ial|['’]s)? "
    r"|[Ff]oreign |[Dd]efen[cs]e |[a-z]+ (?=ministry))?"
    r"(?:government|office|administration|ministry|cabinet|country|nation|military|army|navy|air force|coast ?guard"
    r"|parliament|president|prime minister|premier|state|authorities)\)?(?=[\s,])"
)
"""A body without a name: that of the speaker's state, or of the one that acts."""
SPOKEN_GENRES = frozenset({"speech", "official_statement"})
"""Documents that are one quotation: `it` in them is not the speaker's state."""
MAKERS = re.compile(r"\b(?:policy-?makers|decision-?makers|lawmakers|legislators|members|officials)\b", re.IGNORECASE)
"""Those who decide: under a heading of options, of the actor that it names."""
MARK = re.compile(r"[\"“”]")
CLOSING = re.compile(r"[^\"“”]*(?:”|(?<=\S)\"(?=\W|$))")
"""The first mark of a sentence closes: its words began to be quoted before it."""
JOINED = re.compile(r"(?:,|\s+and|,\s+and|\s+or|\s+as well as)\s+(?:the\s+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence with what is known of it; offsets in `text` are relative to the sentence."""

    document: Document
    text: str
    start: int
    mentions: tuple[Mention, ...]
    statement: Statement
    zone: str | None
    """The heading it stands under."""
    zone_agent: str | None = None
    """The actor that a heading of options names (`WHAT CAN NORWAY DO?`)."""
    written: int | None = None
    """The year of the document, as far as its publication or its dates tell."""

    @property
    def spoken(self) -> bool:
        """Tell whether the document is one speech or statement."""
        return self.document.metadata.genre in SPOKEN_GENRES

    @property
    def weighs(self) -> bool:
        """Tell whether a commentator speaks here, who sets out and weighs what somebody could do."""
        holder = self.statement.holder
        return self.document.metadata.genre in ("commentary", "analysis") and (holder is None or holder.is_author)

    @property
    def sets_out(self) -> bool:
        """Tell whether a writer sets out what could be done: a commentator, or a report under a heading of options."""
        holder = self.statement.holder
        zoned = self.zone is not None and bool(OPTIONS_HEADING.search(self.zone))
        own = self.document.metadata.genre == "report" and (holder is None or holder.is_author)
        return self.weighs or (own and zoned)

    def own(self, agents: Sequence[str]) -> bool:
        """Tell whether one of `agents` is who speaks."""
        holder = self.statement.holder
        return holder is not None and holder.actor is not None and holder.actor in agents


@dataclass(frozen=True, slots=True)
class Subject:
    """Agents and where they stand."""

    agents: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Opening:
    """A sentence that asks what an actor can do: what follows it, to the next heading, is about that."""

    sentence: int
    zone: str | None
    agent: str


def openings(document: Document, analysis: Analysis) -> tuple[Opening, ...]:
    """Return the sentences by which a writer turns to what somebody could do: `What can Norway do?`."""
    found = []
    for number, sentence in enumerate(analysis.sentences):
        asks = DO_WHAT.search(document.text, sentence.start, sentence.end)
        where = asks.span() if asks else (sentence.start, sentence.end)
        opens = asks or COURSES.search(document.text, sentence.start, sentence.end)
        inside = mentions_in(analysis.mentions, where) if opens else ()
        if inside:
            found.append(Opening(number, sentence.heading, inside[0].actor))
    return tuple(found)


def passage(
    document: Document,
    analysis: Analysis,
    statement: Statement,
    opened: Sequence[Opening] = (),
    last: Opening | None = None,
) -> Passage:
    """Return the passage of a statement; `last` is the choice before it in a commentary."""
    start, end = statement.extent
    zone = analysis.sentences[statement.sentence].heading
    asked = [o.agent for o in opened if o.sentence < statement.sentence and o.zone == zone]
    headed = named_in(zone, document, analysis) if zone and OPTIONS_HEADING.search(zone) else None
    return Passage(
        document=document,
        text=document.text[start:end],
        start=start,
        mentions=mentions_in(analysis.mentions, statement.extent),
        statement=statement,
        zone=zone,
        zone_agent=headed or (asked[-1] if asked else last.agent if last and last.zone == zone else None),
        written=year_of(document, analysis),
    )


def year_of(document: Document, analysis: Analysis) -> int | None:
    """Return the year of publication, else the latest that the text itself dates something to."""
    published = document.metadata.published or max((d.date for d in analysis.dates if d.date), default="")
    return int(published[:4]) if published else None


def named_in(heading: str, document: Document, analysis: Analysis) -> str | None:
    """Return the actor that `heading` names by a name used in the text; headings themselves hold no mentions."""
    for mention in analysis.mentions:
        if document.text[mention.start : mention.end].casefold() in heading.casefold():
            return mention.actor
    return None


def mentions_in(mentions: Sequence[Mention], extent: Extent) -> tuple[Mention, ...]:
    """Return the mentions inside `extent`; `mentions` is sorted by position."""
    at = bisect_left(mentions, extent[0], key=lambda m: m.start)
    inside = []
    while at < len(mentions) and mentions[at].start < extent[1]:
        inside.append(mentions[at])
        at += 1
    return tuple(inside)


def named(of: Passage) -> Iterator[Subject]:
    """Yield the actors named, those that share a verb as one: `Oslo and Stockholm`."""
    group: list[Mention] = []
    for mention in of.mentions:
        between = of.text[group[-1].end - of.start : mention.start - of.start] if group else ""
        if group and JOINED.fullmatch(between):
            group.append(mention)
            continue
        if group and mention.start < group[-1].end:
            continue
        if group:
            yield as_subject(of, group)
        group = [mention]
    if group:
        yield as_subject(of, group)


def as_subject(of: Passage, group: Sequence[Mention]) -> Subject:
    """Return a group of mentions as one subject."""
    agents = tuple(dict.fromkeys(m.actor for m in group))
    return Subject(agents, group[0].start - of.start, group[-1].end - of.start)


def subjects(of: Passage) -> Iterator[Subject]:
    """Yield what can be the subject of a clause that is no condition, and the pronouns that stand for an actor."""
    for subject in named(of):
        before = of.text[: subject.start]
        wished = CONDITION.search(before) or HOPED.search(before)
        body = BODY_BEFORE.search(before)
        acts = not OBJECT_BEFORE.search(before[: body.start()] if body else before)
        if acts and not wished and not is_modifier(of, subject):
            yield subject
    for body in OWN_BODY.finditer(of.text):
        agent = stands_for("we", of.statement, quoted=False) or of.statement.agent or of.zone_agent
        if agent and not OBJECT_BEFORE.search(of.text[: body.start()]):
            yield Subject((agent,), body.start(), body.end())
    alone = of.zone_agent and all(m.actor == of.zone_agent for m in of.mentions)
    for group in MAKERS.finditer(of.text) if alone else ():
        yield Subject((str(of.zone_agent),), group.start(), group.end())
    yield from pronouns(of)


def pronouns(of: Passage) -> Iterator[Subject]:
    """Yield the pronouns that stand for an actor, those of conditions left out."""
    for found in PRONOUN.finditer(of.text):
        quoted = of.spoken or in_quotation(of.text, found.start())
        agent = stands_for(found["who"].lower(), of.statement, quoted=quoted) or taken_up(of, found)
        if agent and not CONDITION.search(of.text[: found.start()]):
            yield Subject((agent,), found.start(), found.end())


def taken_up(of: Passage, pronoun: re.Match[str]) -> str | None:
    """Return the actor whose courses a commentator is setting out, for an `it` that opens a sentence."""
    opens = OPENS_IT.match(of.text)
    return of.zone_agent if opens and opens.end() == pronoun.end() and of.sets_out else None


@cache
def demonyms() -> frozenset[str]:
    """Return the adjectives of states that are not their names as well."""
    states = read_data("states").values()
    return frozenset(word for state in states for word in state.get("adjective", ()) if word != state["name"])


def is_modifier(of: Passage, subject: Subject) -> bool:
    """Tell whether a demonym stands before a noun that looks like a verb: `Norwegian sanctions`, `Swedish plans`."""
    words = of.text[subject.start : subject.end]
    gap = TITLE_GAP.match(of.text, subject.end)
    alone = gap is None or gap.end() == subject.end
    people = re.search(r"\b[Tt]he $", of.text[: subject.start]) and re.search(r"(?:ese|sh|ch|ss)$", words)
    return alone and words in demonyms() and not people


def stands_for(pronoun: str, statement: Statement, *, quoted: bool) -> str | None:
    """Return the actor of a subject pronoun: the speaker's own state for `we`, for `it` only in reported words."""
    holder = statement.holder
    speaker = holder.actor if holder is not None and not holder.is_author else None
    if pronoun in ("we", "i"):
        return speaker
    if pronoun == "they":
        return None if quoted or not is_plural(holder) else speaker
    if pronoun == "it":
        return None if quoted else speaker or statement.agent
    return statement.agent or speaker


def is_plural(holder: Holder | None) -> bool:
    """Tell whether several speak (`officials`), who can mean themselves by `they`."""
    words = (holder.speaker or holder.description or "").split() if holder else []
    return any(word.endswith("s") and word[:1].islower() for word in words) or "police" in words


def in_quotation(text: str, offset: int) -> bool:
    """Tell whether `offset` stands inside double quotation marks, also those that a sentence before opened."""
    before, after = text[:offset], text[offset:]
    carried = not MARK.search(before) and CLOSING.match(after) is not None
    return carried or before.count('"') % 2 == 1 or before.count("“") > before.count("”")
