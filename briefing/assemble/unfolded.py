"""What a writer says for and against a course right after setting it out."""

from __future__ import annotations

import re

from briefing.assemble.links import Topic, is_denied, own_choices, same_zone, shared
from briefing.assemble.matter import Line, Matter
from briefing.assemble.ordinals import course_meant
from briefing.assemble.printed import is_unreadable
from briefing.assemble.sides import QUOTED, VERDICT, Argument, Side, weigh, weigh_clause

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
FAVOURS = re.compile(
    r"\b(?:worth (?:taking|trying|doing|it)|(?:is|was) right to|(?:costs?|costing|would cost) (?:\w+ )?(?:little"
    r"|nothing)"
    r"|(?:is|are|be) cheap(?:er)?|(?:gains?|benefits?|advantages?) (?:is|are|would be) (?:real|clear|plain|large)"
    r"|favou?rs? it"
    r"|instead of (?:months|years)|deters? (?:no one|nobody)|has promised its)\b",
    re.IGNORECASE,
)
DRAWBACK = re.compile(
    r"\b(?:reluctan\w+|unwilling|dislikes?|resents?"
    r"|protest(?:s|ed)?\b|complain\w*|object(?:s to|ed)?\b|would (?:also )?(?:need|require|mean)"
    r"|would (?:not|never) (?!hurt|cost)|would cost|(?:bet|plan|idea) (?:\w+ )?(?:only )?(?:pays|works)(?: off)? only"
    r"|only (?:if|when)\b|few powers|no (?:\w+ ){1,2}has (?:yet )?(?:dared|tried)|unnecessary|free riders?|rationed"
    r"|prison|(?<!to )loses?\b|higher (?:costs?|prices))",
    re.IGNORECASE,
)
"""What a course costs, needs or runs into, said without a verdict."""
POINTS_BACK = re.compile(
    r"[\"“'‘]?(?:And |Yet |But |Still, )?(?:This|That|It|Doing so|(?:Such an?|The|This|That) (?:\w+ )?"
    r"(?:move|step|course|option|plan|compromise|deal|approach|policy|choice|offer|measure|arrangement)) (?:\w+ly )?"
    r"(?:would|could|might|may|will|is|has)\b"
)
"""How a sentence goes on about the course before it: `Such a compromise would …`."""
ELSEWHERE = re.compile(r"^[^.;]{0,60},\s(?:meanwhile|for (?:its|their) part|by contrast)\b|^Meanwhile\b")
"""Another matter begins."""
CLAUSES = re.compile(r",?\s(?:but|yet|although|though|while|whereas)\s|;\s", re.IGNORECASE)
MODAL = re.compile(r"\b(?:may|might|could|would|can|tends? to|some argue|supporters|opponents|critics|oppose[sd]?)\b")
BY_YEAR = re.compile(r"(?:In|Since|From|During) (?:\w+ )?(?:19|20)\d\d\b")
"""What was done then: background of a report."""
BRINGS = re.compile(
    r"\b(?:reduc\w+|decreas\w+ (?!(?:federal|government|tax)\b|over time)|lower (?:consumer )?(?:prices|costs)"
    r"|flexib\w+|clarity|help\w*|improv\w+"
    r"|enhanc\w+|accommodat\w+|enabl\w+|allow\w*|increas\w+ (?:the )?(?:availability|access|transparency|competition"
    r"|efficiency)|benefit\w*|deter\w*|prevent\w*|encourag\w+|save[sd]?|protect\w*|welcome\w*|support\w*"
    r"|fewer|costs? less|cost less than|diversif\w+|strengthen\w*|ensur\w+|supporters|proponents|complement\w*)\b",
    re.IGNORECASE,
)
COSTS = re.compile(
    r"\b(?:not (?:address|allow|be|prevent|reach|cover|result)\w*|cost(?! less)\w*(?! less)|burden\w*|risk\w*"
    r"|retaliat\w+|(?:rais\w+|potential|serious) (?:\w+ ){0,2}concerns|(?:other |unintended )?long(?:er)?-term effects"
    r"|side effects|decreas\w+ (?:federal|government|tax|over time)|higher (?:prices|costs)"
    r"|(?:store|plant|business) closures?|unclear|unknown|uncertain\w*|import reliance|exposure|vulnerab\w+"
    r"|susceptib\w+|hoard\w*|underground|difficult\w*|limited|limitation\w*|discourag\w+|delay\w*|conflict\w*"
    r"|duplicat\w+|strain\w*|reduc\w+ (?:the )?(?:ability|funding|revenues?|oversight|incentives?|flexibility)"
    r"|require\w* (?:additional|more|further)|would (?:need|require)|might also require|opponents|critics|prefer that"
    r"|unintended|oppos\w+|contrary|inefficien\w+|reliance|leverage|unlikely)\b",
    re.IGNORECASE,
)
"""What a report says a course might bring and cost; its clauses are weighed one by one."""
WHY = re.compile(
    r"[,\s](?P<why>(?:because|so that|so as to|lest)\s[^;.]{12,}|(?<=,\s)which\s(?:may|might|could|would|lets?|allows?)"
    r"\s[^;.]{12,})[.;]?\s*$"
)
"""The clause of a course that says what it is for."""


def unfolded(matter: Matter, topic: Topic) -> list[Argument]:
    """Return what a writer says of a course right after setting it out, up to the next one or the paragraph's end."""
    found = []
    for choice in topic.lines:
        if not is_set_out(matter, choice):
            continue
        found += given_in_it(matter, choice)
        report = matter.of(choice).card.metadata.genre == "report"
        side: Side = "against" if is_denied(matter, choice) else "for"
        for line in paragraph_after(matter, choice, topic):
            sides = sides_of_report(line.text) if report else said_of_course(matter, line, choice, side)
            side = sides[-1] if sides else side
            if line.statement.kind != "question" and not is_unreadable(line.text):
                found += [Argument(line, s, 0.8 - 0.05 * (line.order - choice.order)) for s in sides]
    return found


def given_in_it(matter: Matter, choice: Line) -> list[Argument]:
    """Return the clause by which the sentence of a course says what it is for: `because a pool takes years`."""
    raw = matter.of(choice).document.slice(choice.extent)
    why = WHY.search(raw)
    if why is None or why["why"].count("“") != why["why"].count("”") or choice.statement.cue:
        return []
    start = choice.extent[0] + why.start("why")
    side: Side = "against" if is_denied(matter, choice) else "for"
    return [Argument(choice, side, 0.95, (start, start + len(why["why"])))]


def is_set_out(matter: Matter, line: Line) -> bool:
    """Tell whether the writer puts a course before the reader (`Oslo could …`), rather than tells what is done."""
    source = matter.of(line)
    choices = [c for c in source.analysis.choices if c.statement == line.index]
    genre = source.card.metadata.genre
    could = genre == "report" or all(c.cue.lower().split()[0] in COULD for c in choices)
    weighs = genre in WEIGHING or (could and not source.is_one_voice)
    if line.statement.kind == "question" or not weighs:
        return False
    if genre == "report" and line.statement.act:
        return True
    if genre in WEIGHING and is_denied(matter, line):
        return True
    said = any(c.by is not None and not c.by.is_author for c in choices)
    return not line.statement.act and (not said or any("under " in c.cue.lower() for c in choices))


def paragraph_after(matter: Matter, choice: Line, topic: Topic) -> list[Line]:
    """Return the sentences behind a choice in its paragraph, each once, up to the next choice of the focus.

    A report goes on about a course in the next paragraphs of its section.
    """
    source, taken = matter.of(choice), own_choices(matter, choice.source)
    found: list[Line] = []
    sentences = source.analysis.sentences
    block = sentences[choice.statement.sentence].block
    report = source.card.metadata.genre == "report"
    for line in source.lines:
        if line.order <= choice.order or (found and line.order == found[-1].order):
            continue
        beyond = sentences[line.statement.sentence].block != block
        goes_on = report and same_zone(matter, line, topic) and bool(shared(line, topic))
        meant = course_meant(matter, line)
        if meant is not None and meant != choice.order:
            continue
        if line.order in taken or (beyond and not goes_on) or ELSEWHERE.match(line.text):
            break
        found.append(line)
    return found


def said_of_course(matter: Matter, line: Line, choice: Line, side: Side) -> tuple[Side, ...]:
    """Return the sides of a line behind a course: what its own words weigh where it speaks of the course itself."""
    weighed = weigh(line.text)
    plain = POINTS_BACK.match(line.text) and weighed.judges and not OBJECTS.search(line.text)
    return weighed.sides if plain and weighed.sides else (turned(matter, line, choice, side),)


def turned(matter: Matter, line: Line, choice: Line, side: Side) -> Side:
    """Return the side after `line`: a verdict or an objection sets it, `but` changes it, else it stays."""
    denied = is_denied(matter, choice)
    if re.match(r"(?:He|She|They|It|Mr\.? \w+|Ms\.? \w+) (?:was|were|is|are) right\b", line.text) and denied:
        return "against"
    if OBJECTS.search(line.text):
        return "against"
    if FAVOURS.search(line.text):
        return "for"
    if DRAWBACK.search(line.text):
        return "against"
    if BUT_START.match(line.text):
        return "for" if side == "against" else "against"
    verdict = VERDICT.search(QUOTED.sub("", line.text))
    sides = weigh(line.text).sides if verdict else ()
    return sides[0] if len(sides) == 1 else side


def sides_of_report(text: str) -> tuple[Side, ...]:
    """Return the sides on which a report speaks: what a course might bring and what it might cost, clause by clause."""
    if not MODAL.search(text) or BY_YEAR.match(text):
        return ()
    sides: list[Side] = []
    for clause in CLAUSES.split(text):
        brings, costs = len(BRINGS.findall(clause)), len(COSTS.findall(clause))
        if brings != costs:
            sides.append("for" if brings > costs else "against")
        elif len(weighed := weigh_clause(clause).sides) == 1:
            sides += weighed
    return tuple(dict.fromkeys(sides))
