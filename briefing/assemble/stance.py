"""What a speaker takes a stand with: commitments, proposals, demands, verdicts; not what is remembered or invoked."""

from __future__ import annotations

import re

from briefing.assemble.matter import Line, Matter

SPEAKER = r"\b(?:we|I|my (?:government|country|nation|administration|president)|our (?:government|country|nation))"
BETWEEN = (
    r"(?:,[^,]{2,60},)?\s+(?:(?:have|has|had|are|am|is|will|do|must|also|now|therefore|thus|once|again|\w+ly)\s+){0,3}"
)
PERFORM = (
    r"(?:condemn|denounc|deplor|call(?:s|ed|ing)? (?:on|upon|for)|urg(?:e|ing)|demand|reject|oppos|support|propos"
    r"|announc|pledg|commit|undert|vow|reaffirm|reiterat|advocat|insist|endors|appeal|welcom|seek|join|provid"
    r"|launch|establish|contribut|donat|impos|sanction|suspend|recogni[sz]e (?:the state|palestin)"
    r"|stand (?:with|by|ready|firmly)"
    r"|host|propos|increas|doubl|alloc|ratif|sign|invit|offer|back(?:s|ed|ing)?\b"
    r"|work(?:s|ed|ing)? (?:with|for|to(?:ward|gether))"
    r"|plan(?:s|ned|ning)? to|intend|unveil|maintain|attach)"
)
PERFORMS = re.compile(
    rf"{SPEAKER}(?:{BETWEEN}{PERFORM}|\s+(?:firmly|strongly) believe|\s[^.;:]{{0,80}}\bto call (?:for|on|upon)\b"
    r"|\s[^.;:]{0,20}\b(?:asking (?:you|for)|running for)\b)"
    r"|\b(?:our|my country['’]s|[A-Z]\w+['’]s) (?:position|commitment|goal|priority) (?:is|remains)\b",
    re.IGNORECASE,
)
"""The speaker, or the state, does with these words what the verb says, or tells what it does."""
DUE = re.compile(
    r"\b(?:must|should|needs? to|ha(?:s|ve) to|cannot|can no longer|deserves?|indispensable"
    r"|only (?:way|path)|right to|reform\w*|vision of|doctrine|initiative|proposal|framework|treaty"
    r"|urgent need|it is (?:\w+ )?(?:essential|vital|imperative|necessary|crucial|urgent) (?:to|that))\b",
    re.IGNORECASE,
)
"""What a speaker holds to be due or proposed."""
CONDEMNS = re.compile(
    r"\b(?:condemn\w*|deplor\w+|denounc\w+|unacceptable|unjustifi\w+|intolerable|outrageous|shameful|flagrant\w*"
    r"|(?:difficult|impossible|hard) to (?:justify|accept|defend)|illegal(?:ly)?"
    r"|(?:poses?|posed|constitutes?|represents?|remains?) (?:an? |the )?(?:\w+ ){0,3}"
    r"(?:threat|challenge|danger|violation|breach)|aggression (?:against|on) [A-Z]\w+"
    r"|(?:is|are|it is|as) (?:\w+ ){0,2}(?:wrong|unjust|unfair|untenable|inhumane?))\b",
    re.IGNORECASE,
)
"""What a speaker holds to be wrong."""
EVERYBODY = re.compile(
    r"\b(?:all of us|each (?:and every )?one of us|ourselves|humanity|humankind|mankind|my fellow|dear|let us"
    r"|(?:must|should|can) all|history (?:shows|teaches|tells|will)|generations?|hope and"
    r"|dreams?|ask ourselves|remember)\b",
    re.IGNORECASE,
)
"""What a speaker says of everybody and to everybody."""
TOLD = re.compile(r"\b(?:was|were|had|would go on|went|came|became|began|stood|fought|gathered)\b")
"""What is told of the past."""
PRESENTS = re.compile(
    r"\b(?:presents?|sets? out|lays? out|offers?|puts? forward|proposes?)\b.{0,40}"
    r"\b(?:vision|plan|proposal|road ?map|framework|initiative|formula|architecture|path|solution)\b",
    re.IGNORECASE,
)
"""A programme and what it is for."""
ANNOUNCES = re.compile(
    r"\b(?:would like|want(?:ed)?|wish) to (?:outline|highlight|talk|speak|begin|start|address"
    r"|touch|say|share|focus|emphasi[sz]e)\b"
    r"|\b(?:inflection|turning) point|crossroads",
    re.IGNORECASE,
)
"""What a speaker is going to speak of, and the hour it is spoken at."""
HARD = re.compile(
    r"\b(?:threat\w*|nuclear|missiles?|weapons?|war|invasion|aggression|attack\w*|sanctions?|illegal\w*|deplor\w+"
    r"|condemn\w*"
    r"|human rights|occup\w+|violat\w+|coerc\w+|crisis|conflict|ceasefire|territor\w+|commit(?:s|ted|ment)|steer\w*)\b",
    re.IGNORECASE,
)
"""Matters on which a speech about another state takes a stand."""
STANDS, SPEAKS, INVOKES = 1.25, 1.0, 0.7


def stance(matter: Matter, line: Line) -> float:
    """Return how far `line` takes a stand, as a factor; 1 outside speeches and statements.

    Commitments and demands of the speaker weigh more than the state of the world, and that more than appeals
    to everybody and recollections.
    """
    if not matter.of(line).is_one_voice:
        return SPEAKS
    if line.has(ANNOUNCES) or (line.has(EVERYBODY) and not line.has(PERFORMS)):
        return INVOKES
    if any(line.has(words) for words in (PERFORMS, PRESENTS, CONDEMNS)):
        return STANDS
    if commits(matter, line) or accuses(matter, line):
        return STANDS
    if line.has(DUE):
        return SPEAKS
    return INVOKES if line.has(TOLD) and not own_act(line) else (SPEAKS + INVOKES) / 2


def own_act(line: Line) -> bool:
    """Tell whether `line` tells what the one who speaks, or the speaker's state, did."""
    statement = line.statement
    return statement.act and statement.holder is not None and statement.agent == statement.holder.actor


def accuses(matter: Matter, line: Line) -> bool:
    """Tell whether `line` is what another state does now, on a hard matter."""
    agent, holder = line.statement.agent, line.statement.holder
    other = not line.has(TOLD) and agent is not None and holder is not None and agent != holder.actor
    return other and matter.kinds.get(agent or "") == "state" and line.has(HARD)


def commits(matter: Matter, line: Line) -> bool:
    """Tell whether `line` carries a choice of the one who speaks, made or announced."""
    holder = line.statement.holder
    own = holder.actor if holder else None
    return own is not None and any(
        choice.statement == line.index and own in choice.agents and choice.status in ("in_use", "proposed", "ruled_out")
        for choice in matter.of(line).analysis.choices
    )
