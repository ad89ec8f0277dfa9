"""What the focus actor could do: its choices, each once, with what the sources say for and against."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.assemble.arguments import arguments
from briefing.assemble.courses import Found, choices, merge, place
from briefing.assemble.ids import item_id
from briefing.assemble.items import fields, item
from briefing.assemble.matter import Line, Matter, level
from briefing.assemble.printed import Printed, print_line
from briefing.assemble.shortlist import shortlist
from briefing.assemble.sides import Argument
from briefing.assemble.weight import standing
from briefing.assemble.wording import Wording
from briefing.model.briefing import Item, Option
from briefing.model.findings import Holder, OptionStatus

MOST_APPEALS = 3
REACTION = re.compile(
    r"\b(?:threaten\w*|warn\w*|vow\w*|retaliat\w+|respond\w*|dismiss\w*|denounc\w+|condemn\w*|welcom\w+|object\w*"
    r"|protest\w*|reject\w*)\b",
    re.IGNORECASE,
)
COST = re.compile(
    r"\b(?:cost\w*|budget\w*|fund(?:s|ing|ed)?|billion|million|price|expens\w+|afford\w*|[$€£₩]\s?\d)", re.IGNORECASE
)
TIMING = re.compile(
    r"\b(?:by (?:the end|20\d\d|next|this)|deadline|until|within|next (?:year|month|week)|this year|timetable"
    r"|schedule\w*|january"
    r"|february|march|april|may \d|june|july|august|september|october|november|december|20\d\d|immediate\w*"
    r"|as soon as)\b",
    re.IGNORECASE,
)
LEGAL = re.compile(
    r"\b(?:law(?:s|ful|fully)?|legal\w*|constitution\w*|treaty|treaties|parliament\w*|ratif\w+|statut\w+|act of"
    r"|resolution|charter"
    r"|mandate|court|legislat\w+|ban)\b",
    re.IGNORECASE,
)
MODAL = re.compile(r"(?:could|can|might|may|should|must|ought)\b", re.IGNORECASE)
OWN_NOUN = re.compile(r"(?:offer|proposal|plan|pledge|promise|decision|efforts?|attempts?|campaign|refusal)\s+to\b")
"""A choice named as its agent's own (`Oslo's decision to …`), whoever speaks of it."""


ASKS = re.compile(r"(?:urg|call|ask|press|push|want|advis|encourag|invit|request|order|demand)", re.IGNORECASE)
"""Cues of what an actor is asked to do."""
ANYBODY = frozenset({"some", "many", "most", "others", "members", "people"})
"""Words for those who urge a course that name nobody."""
VAGUE = re.compile(
    r"(?:(?:the|this|that|such an?|these|those) (?:matter|question|issue|proposal|request|idea|possibility|offer)s?"
    r"|it|both|them)\b",
    re.IGNORECASE,
)
"""An act that only the sentence before tells: `reviewing |the matter|`."""
SUBJECT = re.compile(
    r"(?:(?:On|In|Last|Earlier)[^,;]{2,30}, )?(?:[Tt]he )?(?P<name>(?:[A-Z][\w’'-]*[\w-] ){1,4}[A-Z][\w-]+)"
    r"(?= (?:has |have |had )?(?:\w+ly )?[a-z]+(?:ed|s|t)\b)"
)
"""Who acts in a sentence that begins with a name of several words."""
SELF = re.compile(r"[\"“]?(?:And |But |So )?(?:We|I|This (?:news)?paper)\b")


def options(matter: Matter, limit: int | None, wording: Wording) -> tuple[Option, ...]:
    """Return the choices of the focus, those under decision first; nothing when there is no focus."""
    ranked = ranked_options(matter)[:limit]
    ranked.sort(key=lambda g: (place(g[0]), g[0].line.source, g[0].line.order, g[0].choice.act))
    lines = shortlist(matter)
    return tuple(option(matter, g, lines, wording) for g in ranked)


def ranked_options(matter: Matter) -> list[list[Found]]:
    """Return the choices of the focus, the weightiest first, before they are worded."""
    if matter.focus is None:
        return []
    groups = merge(choices(matter, matter.focus))
    return few_appeals(matter, each_once(matter, sorted(groups, key=lambda g: -weight(matter, g))))


def each_once(matter: Matter, ranked: Sequence[list[Found]]) -> list[list[Found]]:
    """Keep one choice of each sentence that would be printed whole; a question is printed act by act."""
    seen: set[str] = set()
    kept = []
    for group in ranked:
        text = print_choice(matter, group).text
        if text not in seen:
            kept.append(group)
        seen.add(text)
    return kept


def status(group: Sequence[Found]) -> OptionStatus:
    """Return the status of a merged choice: that of its first member."""
    return group[0].choice.status


def weight(matter: Matter, group: Sequence[Found]) -> float:
    """Return how much a choice weighs: decided or weighed by the actor itself, told by several, early."""
    first = group[0]
    value = {
        "under_review": 1.0,
        "proposed": 0.8,
        "in_use": 0.7,
        "ruled_out": 0.7,
        "advocated": 0.6,
        "past_policy": 0.4,
        "unknown": 0.3,
    }
    told = 0.2 * len({f.line.source for f in group})
    told -= 0.5 if is_appeal(matter, first) else 0.0
    return value[first.choice.status] + told + 0.6 * standing(matter, first.line) - 0.001 * first.line.order


def is_appeal(matter: Matter, found: Found) -> bool:
    """Tell whether a speech's `we must` or `we should` may mean everybody: it names no state that is to act."""
    urged = found.choice.cue.lower().startswith(("must", "should", "need", "ought"))
    named = found.line.statement.actors
    return urged and matter.of(found.line).is_one_voice and matter.focus not in named


def few_appeals(matter: Matter, ranked: Sequence[list[Found]]) -> list[list[Found]]:
    """Keep the first appeals of speeches only; other choices all."""
    appeals = [g for g in ranked if is_appeal(matter, g[0])]
    left_out = [id(g) for g in appeals[MOST_APPEALS:]]
    return [g for g in ranked if id(g) not in left_out]


def option(matter: Matter, group: Sequence[Found], lines: Sequence[Line], wording: Wording) -> Option:
    """Make the item of a choice with its arguments, reactions and what is not in the sources."""
    first = group[0]
    carried = list({(f.line.source, f.line.extent): f.line for f in group}.values())
    printed = print_choice(matter, group)
    argued = arguments(matter, lines, carried, first.act, first.choice.cue)
    words = " ".join([*(line.text for line in carried), *(a.line.text for a in argued)])
    shared = fields(matter, "options", carried, printed, actor=matter.names.get(matter.focus or ""))
    if first.line.statement.kind == "question":
        shared["kind"] = "reported_position"
    shared["id"] = item_id("options", matter.focus, first.act)
    return Option(
        **shared,
        status=status(group),
        by=who(first.choice.by, first, matter, wording),
        arguments_for=items(matter, argued, "for"),
        arguments_against=items(matter, argued, "against"),
        reactions=reactions(matter, argued),
        not_in_sources=tuple(
            name
            for name, pattern in (("cost", COST), ("timing", TIMING), ("legal_basis", LEGAL))
            if not pattern.search(words)
        ),
    )


def print_choice(matter: Matter, group: Sequence[Found]) -> Printed:
    """Print the sentence that carries the choice; of a question only the act that it presupposes."""
    first = group[0]
    if first.line.statement.kind == "question":
        act = first.act[:1].upper() + first.act[1:]
        return Printed(text=act, evidence=(matter.evidence(matter.of(first.line), first.line.extent),), whole=True)
    vague = bool(VAGUE.match(first.act))
    return print_line(matter, first.line, with_context=vague, leans=vague)


def items(matter: Matter, argued: Sequence[Argument], side: str) -> tuple[Item, ...]:
    """Make the items of one side."""
    return tuple(item(matter, "arguments", (a.line,), print_argument(matter, a)) for a in argued if a.side == side)


def print_argument(matter: Matter, argument: Argument) -> Printed:
    """Print the line of an argument, or of a course's own sentence the clause that argues."""
    if argument.clause is None:
        return print_line(matter, argument.line, with_context=False)
    evidence = matter.evidence(matter.of(argument.line), argument.clause)
    words = level(evidence.text)
    return Printed(text=words[:1].upper() + words[1:], evidence=(evidence,), whole=True)


def reactions(matter: Matter, argued: Sequence[Argument]) -> tuple[Item, ...]:
    """Return those arguments in which another state warns, threatens, welcomes or rejects."""
    chosen = {(a.line.source, a.line.extent): a.line for a in argued if is_reaction(matter, a.line)}
    return tuple(
        item(matter, "reactions", (line,), print_line(matter, line, with_context=False)) for line in chosen.values()
    )


def is_reaction(matter: Matter, line: Line) -> bool:
    """Tell whether `line` is what another state says or does about a choice of the focus."""
    holder = line.statement.holder
    actor = (holder.actor if holder else None) or line.statement.agent
    state = actor is not None and actor != matter.focus and matter.kinds.get(actor) == "state"
    return state and bool(REACTION.search(line.text))


def who(by: Holder | None, found: Found, matter: Matter, wording: Wording) -> str | None:
    """Say who raises, decides or urges a choice."""
    if OWN_NOUN.match(found.choice.cue):
        return matter.names.get(matter.focus or "")
    if ASKS.match(found.choice.cue) and (by is None or by.is_author) and not SELF.match(found.line.text):
        return asker(found, matter)
    if by is not None and by.is_author:
        return wording.by_author(by.speaker)
    if by is not None:
        named = (by.speaker or by.description, by.actor_name)
        return ", ".join(dict.fromkeys(part for part in named if part and part.lower() not in ANYBODY)) or None
    statement = found.line.statement
    meta = matter.of(found.line).card.metadata
    laid_out = meta.genre == "report" and found.choice.status in ("advocated", "proposed") and not statement.act
    if laid_out or (meta.genre in ("commentary", "analysis") and MODAL.match(found.choice.cue)):
        return wording.by_author(meta.author or meta.outlet)
    if statement.kind == "author_judgement":
        return wording.by_writer
    if statement.act and found.choice.status != "advocated":
        return matter.names.get(matter.focus or "")
    return matter.names.get(statement.agent or "")


def asker(found: Found, matter: Matter) -> str | None:
    """Name the actor that a writer tells of as asking the focus; nobody where none stands before it."""
    if subject := SUBJECT.match(found.line.text):
        return subject["name"]
    first = found.line.statement.actors[:1]
    return matter.names.get(first[0]) if first and first[0] != matter.focus else None
