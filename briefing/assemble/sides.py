"""On which side of a choice a sentence speaks: words of gain and of cost, strong ones that judge and weak ones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from briefing.assemble.matter import Line
from briefing.assemble.words import keys
from briefing.model.attribution import Extent

Side = Literal["for", "against"]

IN_FAVOUR = re.compile(
    r"\b(?:undercut\w* (?:these|those|the|its|his|her|their|such) threats?|(?:little|nothing|not much) to lose"
    r"|much to gain"
    r"|undermin\w+ (?:these|the|those) (?:threats|objections|arguments)|threats? (?:\w+ )?(?:less credible|hollow"
    r"|empty)"
    r"|benefit\w*|advantag\w+|opportunit\w+|outclass\w*|outweigh\w*|superior|high-quality|right direction|good chance"
    r"|work(?:s|ed|ing)? (?:out )?(?:very |so |quite )?well|prov(?:ed|en|es) (?:itself|effective|useful|right)"
    r"|welcom(?:es|ed)\b|welcoming(?= (?:[A-Z]|the|its|his|her|their|this|such))|prais\w+|hail(?:s|ed)|applaud\w*"
    r"|endors\w+|positive|constructive|effective\w*|success\w*|succeed\w*"
    r"|contribut\w+ to|makes? it (?:possible|easier)|creates? an? \w+|without (?:losing|risking|harm)|safer|fewer"
    r"|may well regret|in line with|in (?:its|the|our|their) (?:own )?interest\w*|legitimate|justif\w+|sensible"
    r"|overdue"
    r"|would (?:ensure|allow|enable|improve|deter|reassure|reduce|save|secure|help|prevent|protect|strengthen)"
    r"|will (?:ensure|allow|enable|improve|help|prevent|protect|contribute)|could help|turning point|important step"
    r"|costs? (?:\w+ )?(?:little|nothing)|cheap(?:er|est)?|popular|worth (?:taking|trying|doing|it)|necessary"
    r"|essential|crucial|vital|indispensable|deter(?:s|red|rence)?|growing demand|surging demand"
    r"|two sides of the same"
    r"|(?:would|will|could|might|may) (?:also )?(?:please|boost|ease|calm|cement|deepen|lower|satisfy|placate|unlock"
    r"|bring in|buy time|free up|pay off|shore up|open the door|keep \w+(?: \w+){0,2} (?:busy|safe|open|alive|afloat))"
    r"|leverage|boon|dividends?|pay-?offs?"
    r"|(?:little|nothing|no (?:cause|reason|excuse)) (?:to|for) (?:complain\w*|object\w*|fear|retaliat\w+))\b",
    re.IGNORECASE,
)
AGAINST = re.compile(
    r"\b(?:threat(?:en\w*|s)?|warn\w*|risk\w*|fear\w*|escalat\w+|retaliat\w+|provok\w+|provocat\w+|danger\w*"
    r"|dismiss\w*"
    r"|reject\w*|oppos(?:es?|ed|ing)|opposition to|object(?:s to|ed|ions?)\b|hostil\w+|suspicion\w*|backlash|outcry"
    r"|outrage\w*|furore?|uproar"
    r"|critici[sz]\w*|condemn\w*|denounc\w+|deplor\w+|alarm(?:s|ed|ing)|sceptic\w*|skeptic\w*|push(?:ed)? back"
    r"|irresponsib\w+|reckless\w*|impractical|unnecessary|crazy|foolish|wrong\w*|mistakes?|disastrous\w*"
    r"|catastroph\w+"
    r"|devastating|dire|shameful|illegal\w*|unlawful\w*|violat\w+|counter-?productive|futile|useless|pointless|vague"
    r"|baseless\w*|sabotag\w+|hurdles?|obstacle\w*|sticking point|contrary to|complicat\w+|loss of|end of (?:any "
    r"|all )?"
    r"(?:hope|equality|freedom|peace)|manifest|fail(?:s|ed(?! to\b)|ing|ure|ures)?\b(?! to\b)|chaos"
    r"|fuel(?:s|led|ed)|closed off"
    r"|undermin\w+|weaken\w*|harm\w*|damag\w+|jeopardi[sz]\w*|alienat\w+|wedge|band-aid|half-measure|stop-?gap"
    r"|too little|too late|not enough|insufficient|probably not|not a (?:great|good) deal|precious little|very little"
    r"|worth(?:less| little| nothing)|fig leaf"
    r"|unlikely|unpopular|prohibit\w*|cannot (?:afford|do|act|rely|count|win|replace|take)|could not take"
    r"|no legal effect"
    r"|contrary|pretext|against the (?:backdrop|interests?|law|will)|backdrop of|constrain\w*"
    r"|impress (?:nobody|anybody|no one|anyone)"
    r"|neither (?:step|measure|move|course)"
    r"|(?:would|will|could|might|may) (?:also )?(?:anger|enrage|infuriate|upset|antagoni[sz]e|embarrass|expose|isolate"
    r"|burden|drain|divert|erode|cripple|backfire)"
    r"|expos(?:e|es|ed|ing) (?:\w+ ){1,4}to|vulnerab\w+|backfir\w+|entangl\w+|isolation|stretch\w* thin"
    r"|leav\w+ (?:\w+ ){1,3}(?:exposed|isolated|alone|vulnerable)|ti(?:e|es|ed) (?:[\w’']+ ){1,3}hands"
    r"|at the (?:cost|expense|price) of)\b",
    re.IGNORECASE,
)
HELPS = re.compile(
    r"\b(?:help(?:s|ed|ing)?|ensur\w+|improv\w+|progress|strengthen\w*|secur(?:e|es|ed|ing)|deserves?|important"
    r"|need(?:s|ed)?"
    r"|supports? (?:the|this|a|such)|allow(?:s|ed)?|enabl\w+|contribut\w+|protect\w*|prevent\w*)\b",
    re.IGNORECASE,
)
LIMITS = re.compile(
    r"\b(?:concern\w*|cost\w*|difficult\w*|limit(?:s|ed|ation)\w*|shortage\w*|strain\w*|despite|unless|deadlock\w*"
    r"|dysfunction\w*|insist\w*|reluctan\w+|diverging|lose\b|could not|would not|can't|short of"
    r"|without (?:the|a|an)\b"
    r"|challeng\w+|problem\w*|against (?:the|a)\b|not much|requires (?:the|a|an|all|more)\b"
    r"|question(?:s|ed) (?:how|whether|the))",
    re.IGNORECASE,
)
VERDICT = re.compile(
    r"\b(?:(?P<pro>welcom(?:ed|es|ing)|prais(?:ed|es|ing)|hail(?:ed|s|ing)|applaud(?:ed|s|ing)|endors(?:ed|es|ing)"
    r"|support(?:ed|s) the)|(?P<con>condemn(?:ed|s|ing)|critici[sz](?:ed|es|ing)|oppos(?:ed|es|ing)|reject(?:ed|s"
    r"|ing)"
    r"|dismiss(?:ed|es|ing)|denounc(?:ed|es|ing)|voiced opposition|warn(?:ed|s|ing)|threaten(?:ed|s|ing)"
    r"|push(?:ed|es|ing) back|is against|are against))\b",
    re.IGNORECASE,
)
"""Verbs by which somebody takes a side; the first one of a sentence decides it."""
QUOTED = re.compile(r"“[^”\s]*\s[^”\s]*\s[^”]*”?|\"[^\"\s]*\s[^\"\s]*\s[^\"]*\"?")
"""A quotation of several words; a single quoted word may be the verb of the sentence."""


DENIES = re.compile(
    r"\b(?:reject|dismiss|deni|deny)\w* (?:any |all |the |such |these |those )?(?:claims?|reports?|allegations?"
    r"|accusations?|suggestions?|rumou?rs?)\b",
    re.IGNORECASE,
)
"""Who denies what is told takes no side on what is chosen."""
NEGATED = re.compile(
    r"\b(?:no \w+(?: \w+)? (?:can|could|will|would)|cannot|can['’]t|will not|won['’]t|would not|wouldn['’]t|does not"
    r"|doesn['’]t|do not|don['’]t|did not|didn['’]t|never|hardly) (?:\w+ly )?"
    r"(?:succeed|work|help|deter|ensure|improve|protect|prevent|strengthen|benefit|reassure|solve|address)\b",
    re.IGNORECASE,
)
"""A gain that does not come: `no mission can succeed`."""
CONTRAST = re.compile(
    r",\s(?:so|but|although|though|yet|while|whereas)\s|;\s|\bdespite\b"
    r"|(?<!\ball)(?<!nothing)(?<!anything)(?<!choice)(?<!option)\sbut\s(?!also\b|rather\b|for\b)",
    re.IGNORECASE,
)
OLD_STATE = re.compile(
    r"\b(?:previously|under the (?:old|former|previous|existing|current)|until (?:then|now)|so far|used to"
    r"|old (?:laws?|rules?|system)|(?:existing|current) (?:laws?|rules?|system|structure))\b",
    re.IGNORECASE,
)
"""What was bad before is a reason for the change."""
STOPS = frozenset(
    keys(
        "postpone halt end stop suspend cancel ban withdraw lift reduce cut scrap abandon delay freeze cap limit"
        " restrict curb prohibit pause close dismantle seize"
        " impound inspect detain arrest sanction expel blacklist punish"
    )
)
"""Acts against their object: who finds fault with the object speaks for them."""


@dataclass(frozen=True, slots=True)
class Weight:
    """The sides a sentence speaks on, and whether any word of it judges."""

    sides: tuple[Side, ...]
    judges: bool

    def turned(self) -> Weight:
        """Return the same weight on the other side."""
        return Weight(tuple("against" if side == "for" else "for" for side in self.sides), self.judges)


NOTHING = Weight((), judges=False)
WEIGHTS = (
    NOTHING,
    *(
        Weight(sides, judges)
        for sides in ((), ("for",), ("against",), ("for", "against"), ("against", "for"))
        for judges in (True, False)
        if sides or judges
    ),
)
"""All that a sentence can weigh: its place here is what is kept of it."""


def weight(line: Line) -> Weight:
    """Return what a line says for and against; looked for once."""
    return WEIGHTS[line.count(weight_number)]


def weight_number(text: str) -> int:
    """Return the place of what `text` weighs in `WEIGHTS`."""
    return WEIGHTS.index(weigh(text))


def weigh(text: str) -> Weight:
    """Tell what a sentence says for and against: clause by clause where they are contrasted."""
    parts = [weigh_clause(part) for part in CONTRAST.split(text)]
    telling = [w for w in parts if w.judges] or [w for w in parts if w.sides]
    if not telling:
        return NOTHING
    sides: tuple[Side, ...] = tuple(dict.fromkeys(side for w in telling for side in w.sides))
    weight = Weight(sides, telling[0].judges)
    return weight.turned() if OLD_STATE.search(text) and sides == ("against",) else weight


def weigh_clause(text: str) -> Weight:
    """Count the words of a clause; a verb that takes a side decides, words that judge come before weak ones."""
    text = NEGATED.sub("fail", DENIES.sub("", text))
    verdict = VERDICT.search(QUOTED.sub("", text))
    if verdict:
        return Weight(("for",) if verdict["pro"] else ("against",), judges=True)
    gains, costs = len(IN_FAVOUR.findall(text)), len(AGAINST.findall(IN_FAVOUR.sub("", text)))
    judges = bool(gains or costs)
    if not judges:
        gains, costs = len(HELPS.findall(text)), len(LIMITS.findall(text))
    if gains == costs:
        return Weight(("for", "against"), judges) if gains and judges else NOTHING
    return Weight(("for",) if gains > costs else ("against",), judges)


@dataclass(frozen=True, slots=True)
class Argument:
    """A line and the side it argues on."""

    line: Line
    side: Side
    strength: float
    clause: Extent | None = None
    """The words of the line that argue, where it is not the whole of it."""
