"""The words right after an actor that make it choose, grouped by what they say of the choice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from briefing.model.findings import OptionStatus

Voice = Literal["own", "other", "any", "official"]
"""Who must speak for the cue to count: the agent itself, somebody else, anybody, or not the writer's own voice."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern that starts right after the agent; what follows it is the act."""

    pattern: re.Pattern[str]
    status: OptionStatus
    voice: Voice = "any"


TIME = (
    r"(?:(?:(?:on|late on|early on) )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: \w+)?"
    r"|(?:late |early )?(?:last|this|next|earlier this)"
    r" (?:week|month|year|\w+day|spring|summer|autumn|winter|\w+ber|January|February|March|April|May|June|July"
    r"|August)"
    r"|on \d{1,2} [A-Z]\w+|on [A-Z]\w+ \d{1,2}|yesterday|today|in (?:recent \w+|(?:January|February|March|April|May"
    r"|June|July|August|\w+ber)(?: \d{4})?))"
)
"""What may tell the day between a subject and its verb."""
ADVERB = (
    r"(?:(?:\w+ly|now|sometimes|often|also|still|already|soon|again|once|long|then|instead|at least|further|first|both"
    r"|for its part"
    rf"|for their part|since|in turn|in fact|at present|alone|yet|too|therefore|even|not only|meanwhile|{TIME})\s+)*"
)
QUOTE = r"[\"“”'‘’]?"


def cue(words: str, status: OptionStatus, voice: Voice = "any") -> Cue:
    """Build a cue from a pattern in which ` ~ ` stands for adverbs that may come between."""
    spaced = words.replace(" ~ ", r"\s+" + ADVERB).replace(" ", r"\s+")
    return Cue(re.compile(rf"\s*{ADVERB}(?P<cue>{spaced})(?:(?<=\s)|(?=[\s,.”\"’]))", re.IGNORECASE), status, voice)


def deed(verbs: str, voice: Voice = "any") -> Cue:
    """Build a cue from verbs that are the act themselves: `has imposed` a ban."""
    return cue(rf"(?:(?:has|have|had|is|are) ~ )?(?P<deed>{verbs})(?= )", "in_use", voice)


AUXILIARY = (
    r"(?:(?:is|are) (?:said|reported|understood|thought|believed|known) to be"
    r"|may|might|could|would|will|should|can|must|to|is|are|was|were|has been|have been|had been|has|have)"
)
WEIGHING = (
    r"(?:review(?:ing)?|reconsider(?:ing)?|weigh(?:ing)?|consider(?:ing)?|mull(?:ing)?"
    r"|contemplat(?:e|ing)|think(?:ing)? about|debat(?:e|ing)|re-?think(?:ing)?|re-?examin(?:e|ing)"
    r"|(?:explor(?:e|ing)|examin(?:e|ing)|study(?:ing)?|assess(?:ing)?|look(?:ing)? (?:at|into))"
    r"(?= (?:whether|how|if|options?|ways|the (?:possibility|option|idea|feasibility)|possib|a possible|\w+ing\b)))"
)
NEVER = r"(?:(?:will|would) ~ [\"“'‘]?(?:not|never)|won['’]t|wouldn['’]t)"
IDLE = (
    r"(?:be|hav|fac|see|suffer|experienc|gett?|go|grow|becom|los|winn|struggl|wait|watch|hop"
    r"|liv|talk|say|call|mak|show)ing"
)
BUSY = (
    r"(?:working|building|taking|investing|supporting|promoting|providing|leading|pursuing|developing|expanding"
    r"|increasing"
    r"|strengthening|preparing|negotiating|implementing|running for|contributing|striving|backing|championing"
    r"|bidding|creating|opening|launching|establishing|doubling|introducing|setting up|convening"
    r"|urging|asking|calling on"
    r"|cooperating|helping|delivering|training|sending|pressing)"
)
"""What a speaker's state does now, told as going on."""
SUBJECT_CUES: tuple[Cue, ...] = (
    cue(rf"(?:should|must|ought to|needs? to) ~ (?={WEIGHING})", "advocated"),
    cue(rf"{AUXILIARY} ~ (?:(?:wish|want|choose|opt|decide|seek) to )?{QUOTE}{WEIGHING}{QUOTE}", "under_review"),
    cue(r"(?:is|are|was|were) ~ (?:under (?:review|consideration))", "under_review"),
    cue(
        r"(?:(?:has|have) ~ (?:yet to decide|not (?:yet )?decided)|(?:is|are|remains?|was|were) ~ undecided)"
        r"(?= (?:(?:on|about) )?(?:whether|if|how)\b)",
        "under_review",
    ),
    cue(
        r"(?:is|are|was|were|has been|have been|is being|are being) ~ (?:urged|asked|called (?:on|upon)|pressed|advised"
        r"|encouraged|invited|pressured|requested) to",
        "advocated",
        "other",
    ),
    cue(r"(?:is|are|am) ~ (?:examining|studying|looking (?:at|into)|exploring|assessing)(?= )", "under_review", "own"),
    cue(r"(?:weighing|considering|mulling|debating|pondering)(?= (?:whether|how|if)\b)", "under_review"),
    cue(r"(?:weighs|weighed|mulls|mulled|reconsiders|reconsidered|considers? whether)", "under_review"),
    cue(r"(?:rules?|ruled|has ruled|have ruled|would rule|will rule) out", "ruled_out"),
    cue(
        rf"(?:{NEVER} )(?=(?:let up|relent|tire|rest|abandon|give up on|walk away|turn away|waver"
        r"|back (?:down|away))\b)",
        "in_use",
        "own",
    ),
    cue(
        rf"{NEVER} be (?=(?:used|sent|deployed|dispatched|allowed|permitted|lifted|eased|extended|renewed|drawn"
        r"|dragged) )",
        "ruled_out",
        "own",
    ),
    cue(NEVER, "ruled_out"),
    cue(r"(?:is|are|was|were) ~ not (?:going|planning|prepared|willing|ready) to", "ruled_out"),
    cue(r"(?:has|have|had) ~ no (?:plans?|intention) (?:to|of|for)", "ruled_out"),
    cue(r"(?:(?:has|have|had) ~ )?(?:refus(?:e|es|ed)|declin(?:e|es|ed)) to", "ruled_out"),
    cue(r"(?:(?:has|have|had) ~ )?stopp?(?:s|ed)? short of", "ruled_out"),
    cue(
        r"(?:(?:has|have|had) ~ )?(?:rejects?|rejected|dismisse[sd]) (?:an?|the|any|all|its|their|his"
        r"|her)? ?(?:\w+ )?(?:ideas?"
        r"|proposals?|offers?|calls?|demands?|plans?|requests?|suggestions?|deals?)(?! and\b)",
        "ruled_out",
    ),
    cue(
        r"(?:has|have) ~ (?:little|nothing|much|a lot|everything) to (?:lose|gain) (?:by|from"
        r"|in)",
        "advocated",
        "other",
    ),
    cue(r"(?:should|must|ought to) ~ think (?:twice|hard|again) (?:before|about)", "ruled_out"),
    cue(
        r"(?:(?:should|must) ~ (?:not|never)|(?:should|must|ought)n['’]t(?: to)?|ought not to|had better not)",
        "ruled_out",
    ),
    cue(r"(?:should|ought to|had better|needs? to|must)", "advocated"),
    cue(r"would (?:do well|be (?:wise|better off|well advised|right|prudent)) (?:to|by)", "advocated", "other"),
    cue(
        r"(?:propose[sd]?|offer(?:s|ed)?|(?:has|have|had) ~ (?:proposed|offered)) "
        r"(?=(?!condolences|apolog|no\b|little|thanks|prayers|comment|praise|sympath|his\b|her\b|few|its best)[a-z])",
        "proposed",
    ),
    cue(
        r"(?:(?:has|have|had) ~ )?(?:responded|replied|came back|countered|answered) with (?:an?|its"
        r"|the) ~ (?:offer|proposal|plan"
        r"|call|pledge|promise|request) (?:to|for|of)",
        "proposed",
    ),
    cue(
        r"(?:(?:has|have|had|is|are) ~ )?(?:(?:plans?|planned|planning|intends?|intended|aims?|aimed) to"
        r"|plann(?:ed|ing) for)",
        "proposed",
    ),
    cue(
        r"(?:(?:has|have|had) ~ )?(?:pledge[sd]?|vote[sd]?|vow(?:s|ed)?|promise[sd]?|undertook|agree[sd]?"
        r"|decide[sd]?|announce[sd]? (?:(?:the|an?|its|his|her|our|their) )?(?:decision|plans?|intention))"
        rf"(?: {TIME})? (?:to|that)",
        "proposed",
    ),
    cue(r"(?:is|are|was|were|remains?) ~ (?:ready|prepared|willing|set|open|poised) to", "proposed"),
    cue(r"(?:wants?|wanted|wishes|hopes?|hoped) to", "proposed", "official"),
    cue(r"wants? (?=(?:an?|greater|more|new|better|stronger|fewer|permanent)\b)", "proposed", "own"),
    cue(
        r"(?:(?:has been|have been|is|are) ~ )?(?:expressing|expressed|expresses|signalled|signaled|repeated"
        r"|reiterated|showed) "
        r"(?:its|their|his|her|a|the) ~ (?:intent|intention|willingness|readiness|wish|desire) to",
        "proposed",
    ),
    cue(
        r"(?:(?:has|have) ~ )?(?:affirm|reaffirm|reiterate|renew|underlin|underscor)(?:s|es|ed|d)? "
        r"(?:its|their|his|her|our|the|my) (?:\w+ )?commitment to",
        "in_use",
    ),
    cue(
        r"(?:(?:has|have|had) ~ )?(?:suggest(?:s|ed)?|float(?:s|ed)?|moot(?:s|ed)|recommend(?:s|ed)?) (?=\w+ing )",
        "proposed",
        "official",
    ),
    cue(r"(?:stands?|stood) ~ (?:by|with|behind)(?= )", "in_use", "own"),
    cue(r"(?:is|are|am) ~ not (?:giving|going to give) up(?: on)?", "in_use", "own"),
    cue(r"(?:has|have) ~ (?:started|begun) (?:to|(?=\w+ing\b))", "in_use", "official"),
    cue(r"(?:(?:is|are|am) ~ )?(?:call(?:s|ing)?|appeal(?:s|ing)?) (?:on|upon|for|to)(?= )", "in_use", "own"),
    cue(r"(?:is|are|was|were|seems?|appears?) ~ (?:likely|expected|certain|sure|bound|thought) to", "unknown", "other"),
    cue(r"(?:will|shall) ~ (?:continue|keep) (?:to|(?=\w+ing\b))", "in_use", "official"),
    cue(
        r"(?:(?:has|have|had) ~ )?(?:introduce[sd]?|tabled?|submits?|submitted)(?=\s(?:\w+\s){0,2}"
        r"(?:bills?|legislation|motions?|resolutions?|amendments?)\b)",
        "proposed",
        "official",
    ),
    cue(r"will(?! [\"“'‘]?(?:not|never)\b| be (?:able|hit|forced|left))", "proposed", "official"),
    cue(r"would(?! [\"“'‘]?(?:not|never)\b| be | have| like| take)", "proposed", "own"),
    cue(
        r"(?:has|have) ~ long (?:favou?red|sought|preferred|avoided|resisted|pursued|maintained|supported|opposed"
        r"|tried to)",
        "in_use",
    ),
    cue(r"(?:has|have) ~ (?:tried|sought|preferred|endeavou?red)(?= (?:for|since|to))", "in_use"),
    cue(r"(?:is|are|remains?|stays?|remain) ~ (?:fully |firmly |deeply )?(?:committed|dedicated) to", "in_use"),
    cue(r"(?:is|are|am|remains?) ~ (?:determined|resolved) to", "in_use", "own"),
    cue(rf"(?:has|have) been ~ (?=(?!{IDLE})\w+ing\b)", "in_use", "own"),
    cue(rf"(?:is|are|am) ~ (?=(?:{BUSY})\b)", "in_use", "own"),
    cue(
        r"(?:(?:has|have) ~ )?(?:commits?|committed) "
        r"(?=(?:itself |themselves )?to\b|an additional|another|[$€£]|\d|troops|funds|resources|more|up to)",
        "in_use",
    ),
    cue(r"(?:(?:has|have) ~ )?(?:continues?|continued|keeps?|kept) (?:to|on|\w+ing)", "in_use"),
    cue(
        r"(?:(?:has|have) ~ )?(?:advocates?|champions?|seeks?|pursues?|favou?rs?|supports?|backs?)(?= )",
        "in_use",
        "own",
    ),
    cue(r"(?:joins?|joined) [\w.,'’ ]{2,80}? in (?=\w+ing)", "in_use", "official"),
    deed(
        r"summon(?:s|ed|ing)|impos(?:es|ed|ing)|sanction(?:ed|ing)"
        r"|sanctions(?= (?!on|against|in|of|to|that|which|were|are|have|had|will|would|could|may)"
        r"(?!\w+ed\b)\w+)|expel(?:s|led|ling)|suspend(?:s|ed|ing)"
        r"|deploy(?:s|ed|ing)|dispatch(?:es|ed|ing)|bann(?:ed|ing)|halt(?:s|ed|ing)|resum(?:es|ed|ing)|lift(?:s|ed"
        r"|ing)"
        r"|recall(?:s|ed|ing)|ratif(?:ies|ied|ying)|tighten(?:s|ed|ing)|spearhead(?:s|ed|ing)|seiz(?:es|ed|ing)"
        r"|impound(?:s|ed|ing)|inspect(?:s|ed|ing)|detain(?:s|ed|ing)|designat(?:es|ed|ing)|boycott(?:s|ed|ing)"
        r"|freez(?:es|ing)|froze|blacklist(?:s|ed|ing)|mediat(?:es|ed|ing)|pull(?:s|ed|ing) out"
    ),
    deed(r"conven(?:es|ed)|press(?:es|ed)|invok(?:es|ed)|advocated|promot(?:es|ed)|appeal(?:s|ed)", "own"),
    deed(
        r"pass(?:es|ed)|adopt(?:s|ed)|introduc(?:es|ed)|approv(?:es|ed)|launch(?:es|ed)|sign(?:s|ed)|establish(?:es"
        r"|ed)"
        r"|sets? up|step(?:s|ped) up|rais(?:es|ed)|cuts?|increas(?:es|ed)|expand(?:s|ed)|extend(?:s|ed)|provid(?:es"
        r"|ed)"
        r"|sen(?:ds|t)|clos(?:es|ed)|open(?:s|ed)|restrict(?:s|ed)|withdr(?:aws|ew|awn)"
        r"|lower(?:s|ed)|scrap(?:s|ped)|eas(?:es|ed)|relax(?:es|ed)|abolish(?:es|ed)|postpon(?:es|ed)",
        "official",
    ),
    cue(
        r"(?:used to|(?:had|has) (?:previously|earlier|traditionally|until now|so far)|previously|traditionally)",
        "past_policy",
    ),
    cue(
        r"(?:could|can|may|might)(?! not|not| also be| be| have| only be| well be| face| see| become| suffer"
        r"| lose| find)",
        "unknown",
        "other",
    ),
)
"""Tried in this order; the first that fits after an agent is the one."""
