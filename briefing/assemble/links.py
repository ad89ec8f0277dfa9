"""What ties a sentence to a choice: it names it, shares its things, follows it, or is the reason given before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.assemble.matter import Line, Matter
from briefing.assemble.printed import POINTING, is_elliptic
from briefing.assemble.themes import EMPTY, THEME, themes
from briefing.assemble.words import count_words, keys, stem

SEQUEL = 5
"""Sentences behind a choice, in its zone, that may argue about it without naming it."""
NEXT = 0.9
NEAR = 8
"""Sentences around a choice in which it can be meant by `the decision`."""
OLD_DAYS = 30
NAMED = 0.5
WHOLE = 6
"""Words from which on a sentence of a speech is more than a breath."""
OF_OTHERS = 0.25
"""What it adds that another state speaks: its stand on the choice outweighs remarks."""
ACT_NOUNS = [
    "decision",
    "move",
    "step",
    "measure",
    "plan",
    "proposal",
    "resolution",
    "bill",
    "law",
    "ban",
    "vote",
    "offer",
    "deal",
    "agreement",
    "approval",
    "announcement",
    "policy",
    "strategy",
    "call",
    "initiative",
    "effort",
    "attempt",
    "crackdown",
    "operation",
    "seizure",
    "withdrawal",
    "deployment",
    "transfer",
    "talks",
    "programme",
    "program",
    "allocation",
    "pledge",
    "idea",
]
REFERS = re.compile(
    r"(?:\b(?:the|this|that|such an?|such|these|those|its|their|his|her|any)"
    r"|['’]s?|^an?)\s(?:[\w-]+\s){0,2}?(?P<noun>[a-z-]{4,})\b",
    re.IGNORECASE,
)
NOUN_FIRST = re.compile(r"^[\"“'‘]?(?P<noun>[A-Z][a-z-]{4,})\s(?:would|could|might|may|will|is|has)\b")
"""`Suspension would …`: the noun of an act that opens the sentence."""
CIRCUMSTANCE = re.compile(r"(?<=\w{3})\s(?:after|following|amid|because|in response to|in the wake of)\s")
"""Where an act ends and what it answers begins: `suspend the accord |after drones crossed the border`."""
GENERIC = re.compile(
    r"\b(?:this|that|such an?|the)\s(?:[\w-]+\s)?(?:decision|move|step|measure|plan|proposal|idea|approach|policy"
    r"|strategy)\b(?! to\b)"
    r"|\bdoing so\b|\bto do so\b|\b(?:this|that) would\b|\bit would\b",
    re.IGNORECASE,
)
OPENS = re.compile(
    r"^[\"“'‘]?(?:This|That|These|Those|Such|It|Because|But|Yet|However|Still|And this|In this way|Doing so)\b"
)
"""A start that leans on the sentence before."""
TURN = re.compile(
    r"^(?:Turning to|Next,|First|Second|Third|Fourth|Finally|Lastly|Another\b|Let me|Allow me|I (?:now )?turn"
    r"|I would (?:now )?like|As for|With regard to|Regarding|Ladies and|Mr\.? President|Madam President|Distinguished"
    r"|Excellenc)",
)
"""The beginning of another topic in a speech."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What a choice is about: the lines that carry it and the things its act names, without names of actors."""

    lines: tuple[Line, ...]
    about: frozenset[str]
    head: frozenset[str]
    """The first things the act names."""
    verbs: frozenset[str]
    """Stems of the verbs that make the choice; `approved` is taken up by `the approval`."""
    speakers: frozenset[str]
    """Who makes, announces or urges the choice."""
    nouns: frozenset[str]
    """What the sentence of the choice itself calls an act (`a resolution that …`)."""


def topic_of(matter: Matter, choice_lines: Sequence[Line], act: str, cue: str) -> Topic:
    """Return the topic of a choice; the verb of the act and the names of actors say nothing of it."""
    words = keys(CIRCUMSTANCE.split(act)[0])
    things = [key for key in words[1:] if key not in matter.name_keys and key not in EMPTY]
    telling = [key for key in things if key not in matter.common] or things
    named = [*dict.fromkeys(THEME.get(key, key) for key in telling)]
    said = {word for line in choice_lines for word in re.findall(r"[a-z]+", line.text.lower())}
    return Topic(
        lines=tuple(choice_lines),
        about=frozenset(named[:6]),
        head=frozenset(named[:3]),
        speakers=frozenset(h.speaker for line in choice_lines if (h := line.statement.holder) and h.speaker),
        verbs=frozenset(key for key in (*words[:1], *keys(cue)) if len(key) >= 4),
        nouns=frozenset(noun for noun in ACT_NOUNS if noun in said),
    )


def distance(line: Line, topic: Topic) -> int:
    """Return how many sentences `line` stands behind the choice in its document; many when it does not."""
    behind = (line.order - c.order for c in topic.lines if c.source == line.source and line.order > c.order)
    return min(behind, default=10**6)


def shared(line: Line, topic: Topic) -> frozenset[str]:
    """Return the things of the choice that `line` names."""
    return themes(line.keys) & topic.about


def names_it(matter: Matter, line: Line, topic: Topic) -> float:
    """Return how surely `line` names the choice by a noun: `the decision`, `the approval`, `Oslo's offer`."""
    here = any(c.source == line.source for c in topic.lines)
    behind = distance(line, topic)
    reach = NEAR if is_voice(line, topic) else 2
    if here and behind <= reach and GENERIC.search(line.text) and not choice_between(matter, line, behind):
        return NEXT if behind <= 2 else NAMED
    nouns = nouns_named(line.text) if has_noun(line, topic) else set()
    by_noun = nouns & topic.nouns
    by_verb = any(is_from(stem(noun), verb) for noun in nouns for verb in topic.verbs)
    if not by_noun and not by_verb:
        return 0.0
    if here and behind <= NEAR:
        return NAMED + 0.3 * (1 - behind / (NEAR + 1))
    return NAMED if shared(line, topic) & topic.head else 0.0


def nouns_named(text: str) -> set[str]:
    """Return the nouns by which `text` may name an act: behind a determiner, or first in the sentence."""
    first = NOUN_FIRST.match(text)
    return {found["noun"].lower() for found in REFERS.finditer(text)} | ({first["noun"].lower()} if first else set())


def has_noun(line: Line, topic: Topic) -> bool:
    """Tell whether a word of `line` can be the noun of the choice; asked of its keys, which are at hand."""
    nouns = {stem(noun) for noun in topic.nouns}
    return any(key in nouns or any(is_from(key, verb) for verb in topic.verbs) for key in line.keys)


def is_from(noun: str, verb: str) -> bool:
    """Tell whether `noun` is made from `verb`: `approval` from `approv`."""
    return len(verb) >= 4 and noun.startswith(verb[: max(5, len(verb) - 1)]) and abs(len(noun) - len(verb)) <= 5


def is_about(matter: Matter, line: Line, topic: Topic) -> bool:
    """Tell whether a line apart from the choice is about it: it names its things, and is of its days."""
    named = shared(line, topic)
    if not (named & topic.head or len(named) >= 3):
        return False
    own = [c for c in topic.lines if c.source == line.source]
    days = [day for c in topic.lines if (day := matter.day(c.source))]
    day = matter.day(line.source)
    if not own and day and days and abs((day - max(days)).days) >= OLD_DAYS:
        return False
    if matter.of(line).is_one_voice:
        return len(named) >= 2
    voiced = of_another(matter, line) or is_voice(line, topic)
    near = any(abs(c.order - line.order) <= NEAR for c in own)
    if len(named) >= 2:
        return voiced or matter.focus in line.statement.actors
    return (voiced and (near or bool(own))) or (near and matter.focus in line.statement.actors)


def of_another(matter: Matter, line: Line) -> bool:
    """Tell whether `line` is the word or act of another state than the focus."""
    holder = line.statement.holder
    actor = (holder.actor if holder else None) or (line.statement.agent if line.statement.act else None)
    return actor is not None and actor != matter.focus and matter.kinds.get(actor) == "state"


def is_voice(line: Line, topic: Topic) -> bool:
    """Tell whether somebody says it who is neither the writer nor the one who makes the choice."""
    holder = line.statement.holder
    named = holder is not None and not holder.is_author and (holder.speaker or holder.description)
    return bool(named) and named not in topic.speakers


def following(matter: Matter, line: Line, topic: Topic) -> float:
    """Return what it adds that `line` stands behind the choice in its zone and leans on it."""
    behind = distance(line, topic)
    if behind > SEQUEL or not same_zone(matter, line, topic) or is_turned(matter, line, behind):
        return 0.0
    points = bool(POINTING.search(line.text)) or (behind <= 2 and matter.focus in line.statement.actors)
    named = bool(shared(line, topic))
    if not named and choice_between(matter, line, behind):
        return 0.0
    holder = line.statement.holder
    goes_on = behind <= 3 and holder is not None and not holder.is_author and holder.speaker in topic.speakers
    leans = behind == 1 or (behind == 2 and same_paragraph(matter, line, topic)) or goes_on
    return NEXT * (1 - (behind - 1) / (SEQUEL + 1)) if named or points or leans else 0.0


def same_zone(matter: Matter, line: Line, topic: Topic) -> bool:
    """Tell whether `line` stands under the heading of the choice."""
    return any(c.source == line.source and matter.heading(c) == matter.heading(line) for c in topic.lines)


def is_turned(matter: Matter, line: Line, behind: int) -> bool:
    """Tell whether a speech begins another topic between the choice and `line`."""
    source = matter.of(line)
    between = (o for o in source.lines if line.order - behind < o.order <= line.order)
    return source.is_one_voice and any(TURN.match(o.text) for o in between)


def choice_between(matter: Matter, line: Line, behind: int) -> bool:
    """Tell whether another choice of the focus stands nearer before `line`, so that `this step` means that one."""
    return any(line.order - behind < order < line.order for order in own_choices(matter, line.source))


def own_choices(matter: Matter, number: int) -> frozenset[int]:
    """Return the places of the focus's choices in a source."""
    source = matter.sources[number]
    return frozenset(source.lines[c.statement].order for c in source.analysis.choices if matter.focus in c.agents)


def same_paragraph(matter: Matter, line: Line, topic: Topic) -> bool:
    """Tell whether `line` stands in the paragraph of the choice."""
    sentences = matter.of(line).analysis.sentences
    block = sentences[line.statement.sentence].block
    return any(c.source == line.source and sentences[c.statement.sentence].block == block for c in topic.lines)


def before(matter: Matter, choice: Line, most: int) -> list[Line]:
    """Return up to `most` sentences of its topic before a choice, the nearest first; another choice ends them."""
    taken = own_choices(matter, choice.source)
    found: list[Line] = []
    for line in reversed(matter.of(choice).lines):
        if not 0 < choice.order - line.order <= 2 * most or (found and line.order == found[-1].order):
            continue
        if matter.heading(line) != matter.heading(choice) or len(found) == most:
            break
        if not is_elliptic(line.text) and count_words(line.text) >= WHOLE and line.text[:1].isupper():
            found.append(line)
        if line.order in taken or TURN.match(line.text):
            break
    return found


def is_commitment(matter: Matter, line: Line) -> bool:
    """Tell whether `line` is another course that the focus itself takes: its own option, no argument on this one."""
    holder = line.statement.holder
    own = holder is not None and holder.actor is not None and holder.actor == matter.focus
    laid_out = matter.of(line).card.metadata.genre == "report"
    return (own or laid_out or line.statement.act) and line.order in own_choices(matter, line.source)


def is_denied(matter: Matter, line: Line) -> bool:
    """Tell whether the sentence rules its course out."""
    return any(c.status == "ruled_out" for c in matter.of(line).analysis.choices if c.statement == line.index)
