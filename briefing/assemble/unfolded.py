"""What a writer says for and against a course right after setting it out."""

from __future__ import annotations

import re

from briefing.assemble.links import Topic, is_denied, own_choices
from briefing.assemble.matter import Line, Matter
from briefing.assemble.printed import is_unreadable
from briefing.assemble.sides import QUOTED, VERDICT, Argument, Side, weigh

WEIGHING = frozenset({"commentary", "analysis"})
"""Genres whose writers set out courses and what speaks for and against each."""
COULD = frozenset({"could", "can", "might", "may", "should", "ought to", "must"})
BUT_START = re.compile(r"^[\"“'‘]?(?:But|Yet|However|Still|Nevertheless|On the other hand|That said)\b")
OBJECTS = re.compile(
    r"\b(?:(?:the|its|one|another) (?:drawback|objection|trouble|problem|risk|catch|difficulty|danger|downside"
    r"|snag)\b"
    r"|(?:is|are|was|were) right (?:to (?:refuse|reject|resist|decline)|not to)|doubts? (?:that|whether|if|it)"
    r"|no answer"
    r"|no power|too (?:late|slow|costly|risky|weak)|backfire|hand \w+ (?:the|an) excuse|would end any)",
    re.IGNORECASE,
)
"""How a writer brings in what speaks against a course."""
FAVOURS = re.compile(r"\b(?:worth (?:taking|trying|doing|it)|(?:is|was) right to|costs? (?:\w+ )?(?:little|nothing))\b")


def unfolded(matter: Matter, topic: Topic) -> list[Argument]:
    """Return what a writer says of a course right after setting it out, up to the next one or the paragraph's end."""
    found = []
    for choice in topic.lines:
        if not is_set_out(matter, choice):
            continue
        side: Side = "against" if is_denied(matter, choice) else "for"
        for line in paragraph_after(matter, choice):
            side = turned(line, side)
            if line.statement.kind != "question" and not is_unreadable(line.text):
                found.append(Argument(line, side, 0.8 - 0.05 * (line.order - choice.order)))
    return found


def is_set_out(matter: Matter, line: Line) -> bool:
    """Tell whether the writer puts a course before the reader (`Oslo could …`), rather than tells what is done."""
    choices = [c for c in matter.of(line).analysis.choices if c.statement == line.index]
    said = any(c.by is not None and not c.by.is_author for c in choices)
    own = not said or any("under " in c.cue.lower() for c in choices)
    source = matter.of(line)
    could = all(c.cue.lower() in COULD for c in choices)
    held = any(c.status in ("advocated", "ruled_out", "under_review") for c in choices)
    weighs = source.document.metadata.genre in WEIGHING and (could or held)
    opened = could and not source.is_one_voice
    return (weighs or opened) and own and not line.statement.act and line.statement.kind != "question"


def paragraph_after(matter: Matter, choice: Line) -> list[Line]:
    """Return the sentences behind a choice in its paragraph, each once, up to the next choice of the focus."""
    source, taken = matter.of(choice), own_choices(matter, choice.source)
    found: list[Line] = []
    sentences = source.analysis.sentences
    block = sentences[choice.statement.sentence].block
    for line in source.lines:
        if line.order <= choice.order or (found and line.order == found[-1].order):
            continue
        if line.order in taken or sentences[line.statement.sentence].block != block:
            break
        found.append(line)
    return found


def turned(line: Line, side: Side) -> Side:
    """Return the side after `line`: a verdict or an objection sets it, `but` changes it, else it stays."""
    if FAVOURS.search(line.text):
        return "for"
    if OBJECTS.search(line.text):
        return "against"
    if BUT_START.match(line.text):
        return "for" if side == "against" else "against"
    sides = weigh(line.text).sides if VERDICT.search(QUOTED.sub("", line.text)) else ()
    return sides[0] if len(sides) == 1 else side
