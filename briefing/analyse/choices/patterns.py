"""Other ways in which a sentence or a heading speaks of what somebody could do, and what is no such thing."""

from __future__ import annotations

import re

from briefing.analyse.choices.cues import TIME

URGING = re.compile(
    r"\b(?P<cue>urg(?:e[sd]?|ing)|call(?:s|ed|ing)? (?:on|upon)|ask(?:s|ed|ing)?|press(?:es|ed|ing)?|push(?:es|ed"
    r"|ing)?"
    r"|want(?:s|ed)?|advis(?:e[sd]?|ing)|encourag(?:e[sd]?|ing)|recommend(?:s|ed|ing)?(?: that)?|invit(?:e[sd]?|ing)"
    r"|request(?:s|ed|ing)?|order(?:s|ed|ing)?|pressur(?:e[sd]?|ing)|demand(?:s|ed|ing)?(?: that)?"
    r"|(?:up to|time for|important for|necessary for|vital for|essential for|crucial for"
    r"|incumbent (?:up)?on))\s+(?:(?:the|its|President|Prime Minister|Premier|Chancellor|Mr\.?|Ms\.?)\s+){0,2}$",
    re.IGNORECASE,
)
"""What stands right before an agent that is asked to act."""
ASKED = re.compile(
    rf"(?:\s*['’]s?)?(?:\s+(?:government|leaders?|authorities|officials))?(?:\s+{TIME})?\s+(?P<not>not\s+)?to\s+"
    r"(?!(?:the|an?|its|their|his|her|our|your|this|that|these|those|such|one|war|peace|[\w-]+ing)\b)(?=[a-z])"
)
ASKED_FOR = re.compile(
    rf"(?:\s+(?:government|leaders?|authorities|officials))?(?:\s+{TIME})?\s+(?:again\s+)?for\s+"
    r"(?!(?:the|an?|its|their|his|her)?\s*(?:comments?|answers?|details?|clarification|explanations?|information|time|help"
    r"|forgiveness|years|months|weeks|days|\w+ing)\b)(?=[\w$€£])"
)
"""`asked |Oslo| for two ships`: what is wished of it; not `for comment`."""
CLEFT = re.compile(
    r"\s+(?:(?P<cue>(?:must|should|ought to|can|could|cannot|will|would)(?P<not> not|n['’]t)?|(?P<never>must never"
    r"|should never))"
    r" do(?: \w+)?|(?P<needs>needs?)(?: now| most| above all| instead)?) (?:is|would be)(?: to)? ",
    re.IGNORECASE,
)
"""`What Norway must not do |is leave`, `what Norway needs |is a second port`."""
INVERTED = re.compile(
    r"(?:^|[.;,]\s|\band\s)(?P<cue>(?:Nor|Neither|Never) (?:should|must|will|would))\s(?:the\s)?$", re.IGNORECASE
)
"""`Nor should |Norway wait for others`."""
ADVISES = re.compile(
    r"^(?:And |But |So |First, |Instead, )?(?:We|I|This (?:news)?paper) (?P<cue>would) (?:rather |first |also )?"
    r"(?=(?!(?:be|have|like|not|never|say|argue|expect|think|add|guess|bet|hope|want|love|see|agree|call"
    r"|note)\b)[a-z]+ )"
)
"""A writer's own advice: `We would begin with the ports`."""
IMPERSONAL = re.compile(
    r"\b(?P<cue>(?P<no>(?:nor would it|it would not|it will not|it does not) (?:help|do|serve)|(?:it"
    r"|that) (?:would be|is)"
    r" (?:wrong|unwise|a mistake|futile|pointless|folly|reckless)|there is (?:no|little) point)"
    r"|(?:it would be|it is) (?:better|wise|wiser|sensible|right|time|best))(?: to| in)? (?=[a-z]+)",
    re.IGNORECASE,
)
"""What a writer holds of a course without naming who would take it: `it would be a mistake to …`."""
DO_WHAT = re.compile(
    r"\bwhat(?: else| more)? (?:can|could|should|might|must|will|would|is) (?:the )?[\w’' ]{2,40}? (?:now |then "
    r"|to )?do\b",
    re.IGNORECASE,
)
"""The question by which a writer turns to what an actor could do."""
PRESUPPOSED_BARE = re.compile(
    r"\bdo\b[^.?]{0,30}?,? (?P<cue>other than|besides|except|but|apart from)\s+(?=(?!the|an?|its|this"
    r"|that)[a-z]+(?<!ing)\s)",
    re.IGNORECASE,
)
"""`what can Oslo do, other than recall the envoy and send a note?`"""
NEXT_BARE = re.compile(
    r",?\s(?:and|or)\s(?=[a-z]+\s(?:the|an?|its|another|more|new|some|two|[a-z]+)\b)|,\s(?=[a-z]+\s(?:the|an?|its"
    r"|another)\b)"
)
PRESUPPOSED = re.compile(
    r"\b(?P<cue>besides|apart from|aside from|in addition to|other than|on top of|as well as)\s+(?=\w+ing\b)",
    re.IGNORECASE,
)
GERUND = re.compile(r"\b\w+ing\b")
_ORDINAL = r"(?:first|second|third|fourth|fifth|last|final)"
ONE_OPTION = re.compile(
    rf"\b(?:one|another|(?:an?|the) (?:(?:{_ORDINAL}|further|possible|alternative|best|better|main|other|only"
    r"|(?P<worst>worst)|obvious|simple|(?:most|least|more|less) \w+|\w{2,}est),? ){1,2}) ?"
    r"(?P<cue>option|approach|alternative|possibility|course|choice|way|remedy|route|path|solution)\b[^.;:?]{0,60}?"
    r"\b(?:is|would be|could be|might be|may be)\s+(?:to\s+)?"
    rf"|^(?:The )?{_ORDINAL}(?:,[^,]{{3,40}},)?(?: of these| one)? (?P<nth>is|would be) to ",
    re.IGNORECASE,
)
"""A choice that is named as one: `Another option would be to buy abroad`, `The second is to wait`."""
ALSO_ONE = re.compile(
    r";\s(?:and\s|or\s)?(?P<cue>another|the other|a second|a third)\s(?:is|would be)\s(?:to\s)?", re.IGNORECASE
)
"""`One option is to wait; |another is to buy abroad`."""
_CHOICES = r"(?P<cue>(?:options?|choices?|alternatives?|courses?)(?: of action)?)"
_ARE = r"(?:includes?|included|are|is|were|would be|could be|range[sd]? from)\s*:?\s+(?:either\s+)?(?:to\s+)?"
OWN_OPTIONS = re.compile(
    rf"['’]s?\s(?:[\w-]+\s){{0,3}}?{_CHOICES}(?:\s(?:now|then|here))?\s{_ARE}"
    r"|['’]?\s(?:now\s|still\s)?(?:faces?|has|have)\s(?:an?|two|three|four|five|several|these|few|no good)\s"
    r"(?:[\w-]+\s){0,2}?(?P<faced>choices?|options|alternatives)(?::|\s[–—-]|\sbetween|\sof)\s+(?:either\s+)?(?:to\s+)?",
    re.IGNORECASE,
)
"""`Norway’s |options are to wait or to sail`, `Norway |faces a choice: to wait or to sail`."""
OPTIONS_OF = re.compile(rf"\b{_CHOICES}\s(?:\w+\s){{0,2}}?(?:for|to|before|facing|of)\s(?:the\s)?$", re.IGNORECASE)
THEY_ARE = re.compile(rf"(?:\s(?:government|leaders?|navy|army))?\s{_ARE}", re.IGNORECASE)
"""`The options open to |Norway| include waiting`."""
COURSES = re.compile(
    r"\b(?:two|three|four|five|six|seven|several|a few|many|few|these) (?:\w+ ){0,2}?(?:courses?|options|ways"
    r"|paths|choices"
    r"|alternatives|possibilities|routes)\b",
    re.IGNORECASE,
)
"""`Three courses are open to Norway`: what follows, to the next heading, sets them out."""
DUE = re.compile(
    r"^(?P<act>[A-Z]\w+ing [^,;:.?]{5,90}?),?\s+(?:is|are),?\s+(?:(?:also|now|therefore|thus|indeed|\w+ly),?\s+){0,2}"
    r"(?P<cue>(?:an\s+)?imperative|(?:a\s+)?(?:must|priority|necessity)|essential|indispensable|urgent|vital|crucial|necessary"
    r"|overdue)(?=\s*(?:[.,;!]|$))"
)
"""What a speaker holds to be due: `Reforming the fund is an imperative`."""
STANCE = re.compile(
    r"\s*[\"“'‘]?(?:(?:\w+ly|never|ever|just|also|now|still|yet|always|therefore|well)\s+)*(?:be|have|sit|tolerate"
    r"|stand(?!\s(?:\w+ly\s)?(?:with|by|behind|up)\b)|accept|hesitate|forget"
    r"|remember|allow|back down|give up|give in|waver|surrender"
    r"|rest|comment|say|tell|believe|think|doubt|fear|worry|suspect|assume|disclose|confirm|elaborate|know|see"
    r"|happen|understand|face|ask(?= (?:you|myself|ourselves|why|what|how|whether|if|again))|forgive|recogni[sz]e"
    r"|note|become"
    r"|work(?!\s[^.;]{0,40}?\b(?:with|to|on|towards?)\b)"
    r"|remain|stay|seem|appear|like|lose|win|succeed|fail|suffer|benefit|feel|find|get|go away|yield|bow|budge"
    r"|abandon"
    r"|recommit|act as|play a|serve as|reali[sz]e|admit|acknowledge|turn out|pay|regret|need|want|expect|hope"
    r"|thank|congratulate"
    r"|applaud|celebrate|mark|commemorate|mean|respect|state|uphold|stop there|talk|speak"
    r"|(?:take a )?step back|(?:dismiss|denounce|decry|brush off) (?:\w+ ){0,2}?(?:criticism|claims|concerns|protests)"
    r"|come (?:up to|true|to (?:nothing|terms))|point out|draw (?:your|the) attention|highlight|underline"
    r"|stress|emphasi[sz]e|conclude|begin by|start by|quote"
    r"|touch (?:on|upon)|turn to|go on|go back|share with you|give (?:you|some))\b",
    re.IGNORECASE,
)
"""Verbs after a modal that say how somebody stands, fares or feels, not what it could choose to do."""
TABLED = re.compile(
    r"(?P<act>[^,;:.“”\"]{4,120}?)\s[\"“'‘]?(?:is|are|was|were|remains?|would be)\s(?:simply |just |still |also |now )?"
    r"(?P<cue>one of (?:the |several |many |our |its )?(?:options|possibilities)(?: on the table| under \w+)?"
    r"|(?P<open>another (?:option|possibility|choice|alternative)|one (?:option|possibility))"
    r"|(?P<no>not an option|no option|out of the question|off the table|not on the table)|on the table"
    r"|under (?:review|consideration|study|discussion|examination))\b",
    re.IGNORECASE,
)
"""`A blockade is out of the question`, `all options are on the table`: what the speaker weighs or will not do."""
OUTCOME = re.compile(
    r"\s*(?:(?:\w+ly|also|soon|still|yet|now|well|even)\s+)*(?:miss|end up|prove|fall|slip|slide|collapse|emerge"
    r"|run (?:into|out|the risk|a risk|afoul|short)"
    r"|cause|lead to|result|trigger|spark|provoke|come under|bring about|draw (?:fire|criticism|anger)"
    r"|hit (?:a|an|the) (?:snag|wall|limit)|gain|grow|shrink|struggle|risk|owe|belong|depend|cost|mean|amount|entail"
    r"|look|sound"
    r"|take (?:years|months|time|place|(?:up to |at least |about |around |as long as )?(?:\d+|two|three|five|ten"
    r"|several|many) (?:(?:to|or) \w+ )?(?:years|months|weeks|decades))|help explain|arise|drift|default|overheat)\b",
    re.IGNORECASE,
)
"""Verbs after a modal that tell what would come of something, not what is chosen."""
PROGRAMME = re.compile(
    r"\b(?:(?:[Oo]ur|[Mm]y) |[Tt]he (?=[‘“'\"]?[A-Z0-9]))[‘“'\"]?(?:[\w’-]+ ){0,6}?"
    r"(?i:doctrine|initiative|plan|formula|strategy|vision|road ?map|proposal|agenda)[,’”'\"]*"
    r"(?:\s(?:unveiled|announced|launched|presented|proposed|put forward|set out)\s[^,;.]{2,60},?)?\s"
    r"(?P<cue>presents?|sets? out|lays? out|envisages?"
    r"|aims?(?= (?:to|at)\b)|seeks?(?= to\b)|offers?|calls? for|proposes?)\s+"
)
"""A programme of the one who speaks: `our plan aims to …`, `the Coast Plan, unveiled by the premier, presents …`."""
OPTIONS_HEADING = re.compile(
    r"\b(?:policy |strategic |possible |other )?(?:options?|choices|alternatives|recommendations?|next steps"
    r"|ways? forward)\b"
    r"|\bwhat (?:can|could|should|might|must|will)\b.*\bdo\b|\bwhat is to be done\b|\bconsiderations for\b"
    r"|\b(?:policy|legislative|oversight) (?:issues|considerations)\b|\bissues for\b",
    re.IGNORECASE,
)
"""A heading under which choices are set out."""
WHICH = re.compile(
    r"\b(?!(?:and|but|or|that|as|so|then|because|while|where|when|if|today|now|therefore|thus|yet|also|what"
    r"|how|why|who|whom|which)\b)[a-z]+ $"
)
"""`the rules |we agreed to keep`: a noun right before the pronoun."""
SETTING = re.compile(
    r"(?:In|At|On|During|Last|This|Next|Since|With|For|To|By|Earlier|Later|Over|After|From|Through|Under|Here|There"
    r"|Once"
    r"|As|While|When|Within|Following|Before|Along|Together)\b"
)
"""`At the summit we agreed …`: the noun belongs to the setting."""
OPEN_TO = re.compile(
    r"\b(?:may|might|could) (?:\w+ ){0,2}?(?:consider|weigh|examine|review|explore|assess|debate|continue to"
    r"|choose to"
    r"|opt to|evaluate|conduct|require|direct)\b"
)
"""How a report puts before those who decide what they might do."""
EVERYBODY = re.compile(
    r"\b(?:ourselves|us all|all of us|each and every|humanity|(?:hu)?mankind|together|as a whole|everyone)\b",
    re.IGNORECASE,
)
GENERIC_WE = re.compile(rf"{EVERYBODY.pattern}|\b(?:united nations|international community|the world)\b", re.IGNORECASE)
"""What tells that `we must` means everybody, not the speaker's state."""
DECIDERS = re.compile(
    r"\b(?:Congress|Senate|House|Parliament|Bundestag|Diet|Knesset|Assembly|Cabinet|Members|[Ll]awmakers"
    r"|[Ll]egislators"
    r"|[Pp]olicy-?makers|[Dd]ecision-?makers|[Aa]dministration|[Gg]overnment|[Mm]inisters|[Oo]fficials)\b"
)
"""Those to whom a report puts what might be done."""
