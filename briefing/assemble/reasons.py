"""The reasons that a speech gives around a course: the problem it answers, what is due, what follows `because`."""

from __future__ import annotations

import re

from briefing.assemble.links import Topic, before, following, is_commitment, same_paragraph, same_zone, shared
from briefing.assemble.matter import Line, Matter
from briefing.assemble.printed import is_elliptic, is_unreadable
from briefing.assemble.sides import AGAINST, Argument

PROBLEM = re.compile(
    r"\b(?:concern|crisis|crises|conflict|tragedy|demand for|misuse|escalat\w+|pollution|poverty|hunger|shortfall"
    r"|deadlock\w*|dysfunction\w*|deplorable|threat\w*|war|injustice|inequalit\w+|gap|deficit|challenges?|risks?"
    r"|global issue|hostage|reversal)\b",
    re.IGNORECASE,
)
"""A problem that a speaker names before the answer to it."""
NEED = re.compile(
    r"\b(?:important|vital|essential|necessary|urgent|crucial|indispensable|pressing|in need of|need for|needed"
    r"|calling for|only (?:way|be possible)|deserves?|responsibilit\w+|duty|matters|lasting)\b",
    re.IGNORECASE,
)
"""What a speaker holds to be due, before what is done about it."""
WHY = re.compile(
    r"^(?:(?:And|But|So) )?(?:[Tt]his|[Tt]hat|[Ii]t)(?:['’]s| is)(?: also)? (?:why|in this (?:spirit|context)"
    r"|with this"
    r"|for this reason)|^(?:And |So )?(?:[Ww]hy|[Tt]herefore|[Tt]hus|[Tt]o this end|[Tt]o that end"
    r"|[Ii]n this (?:regard|context"
    r"|spirit)|[Ff]or this reason|[Ww]ith (?:this|these)\b|[Aa]gainst this back|[Aa]s (?:an initiative|part of)"
    r"|[Ii]n response"
    r"|[Ii]n order to|[Cc]onsequently|[Hh]ence)"
)
"""A start by which the choice names what stands before it as its reason."""
CONCLUDES = re.compile(
    r"^(?:And |But )?(?:(?:[Tt]his|[Tt]hat)(?:['’]s| is)(?: also)? why|[Ww]hy\b|[Tt]herefore)|\bI(?:['’]?d"
    r"| would) like to\b"
    r"|\bin this regard\W*$"
)
"""A line that ends or opens another matter: a conclusion drawn, what a speaker is going to say."""
HALVED = re.compile(
    r"^(?:Is|Are|Was|Were|Has|Have|Had|(?:First|Second|Third|Fourth|Fifth|Finally),? by)\b"
    r"|(?:[,:;–—-]|\.\.\.|…)\W*$|\b(?:the|of|and|to|a|[A-Z]\w+)$"
)
"""A line of a speech that is only a part of a sentence."""
BECAUSE = re.compile(r"^(?:Because|For only|After all|Otherwise)\b")
WITH_REASON, WITHOUT_REASON = 5, 3
"""Sentences before a choice of a speech that may be its reasons."""


def reasons(matter: Matter, topic: Topic) -> list[Argument]:
    """Return what a speech gives as reasons around a choice: the problem, what is due, what follows `because`."""
    return [
        argument
        for choice in topic.lines
        if matter.of(choice).is_one_voice
        for argument in (*given_before(matter, choice, topic), *given_after(matter, choice, topic))
    ]


def given_before(matter: Matter, choice: Line, topic: Topic) -> list[Argument]:
    """Return the problems and needs named right before a choice; more of them where it says `this is why`."""
    why = bool(WHY.match(choice.text))
    found = []
    for place, line in enumerate(before(matter, choice, WITH_REASON if why else WITHOUT_REASON)):
        due = (
            NEED.search(line.text) or PROBLEM.search(line.text) or AGAINST.search(line.text) or BECAUSE.match(line.text)
        )
        near = why or place == 0 or shared(line, topic) or (place <= 2 and same_paragraph(matter, line, topic))
        if ((why and place == 0) or due) and near and is_reason(matter, line, topic):
            found.append(Argument(line, "for", 0.75 - 0.12 * place))
    return found


def is_reason(matter: Matter, line: Line, topic: Topic) -> bool:
    """Tell whether a line can be a reason: no question or conclusion, no course of its own but for the problem."""
    if line.statement.kind == "question" or is_unreadable(line.text) or CONCLUDES.search(line.text):
        return False
    if HALVED.search(line.text) or (line.has(is_elliptic) and not BECAUSE.match(line.text)):
        return False
    return not is_commitment(matter, line) or bool(PROBLEM.search(line.text) and len(shared(line, topic)) >= 2)


def given_after(matter: Matter, choice: Line, topic: Topic) -> list[Argument]:
    """Return the reasons and needs that stand right behind a choice: an unbroken run of `because`, then what is due."""
    found, run = [], choice.order
    for line in matter.of(choice).lines:
        behind = line.order - choice.order
        if not 0 < behind <= WITHOUT_REASON or not same_zone(matter, line, topic) or not is_reason(matter, line, topic):
            continue
        because = bool(BECAUSE.match(line.text)) and line.order == run + 1
        run = line.order if because else run
        if because or (NEED.search(line.text) and shared(line, topic) and following(matter, line, topic)):
            found.append(Argument(line, "for", 0.7 - 0.1 * behind))
    return found
