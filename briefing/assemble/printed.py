"""Words a statement as it is printed: what may be cut, what may be added in brackets, what must travel together."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.assemble.matter import Line, Matter
from briefing.assemble.words import count_words
from briefing.model.briefing import Evidence

OPENING = re.compile(
    r"^(?:Then (?=there (?:is|are)\b))|^(?:But|And|Yet|So|However|Moreover|Meanwhile|Furthermore|Additionally"
    r"|In addition|Nevertheless|Nonetheless"
    r"|After all|Of course|Indeed|Still|Now|Then|Also|For (?:example|instance)"
    r"|First(?:ly| of all| and foremost)?|Second(?:ly)?|Third(?:ly)?|Next|Last|Finally|Lastly),?\s+(?=\S)"
)
"""Discourse words that may be cut from the start of a line (a comma is needed after most, see `NEEDS_COMMA`)."""
NO_COMMA = frozenset({"but", "and", "yet"})
ASIDE = re.compile(r",? (?:however|nevertheless|of course|moreover|meanwhile|for example|for instance|indeed),(?= )")
DATELINE = re.compile(
    r"^(?:[A-Z][A-Z .,'’-]{2,40}(?:, [A-Z][a-z]+\.? \d{1,2})?(?: \([A-Za-z ]+\))? ?(?::|—|–|--) ?"
    r"|\([A-Z]{2,12}\) ?(?:[—–-]+ )?)"
)
PRONOUN = re.compile(r"\b(he|she)\b", re.IGNORECASE)
SUBJECT = re.compile(r"(?:But |And )?(?:It|They)(?= (?:has|have|had|is|are|was|were|will|would|also|\w+ed|\w+s)\b)")
BODY_FIRST = re.compile(
    r"^(?:[\w'’,-]+ ){0,5}(?:court|ministry|army|military|police|parliament|government|committee|company|agency|council"
    r"|party|board|commission|bank|group|team|department|assembly|senate|cabinet|navy|firm|report|paper|ship|office)\b",
    re.IGNORECASE,
)
"""A sentence whose subject is a body: `it` behind means that, not its state."""
DANGLING = re.compile(
    r"^[\"“'‘]?(?:(?:He|She|They|These|Those|Both|Such|His|Her|Their|Its|If so|The (?:former|latter|two|pair|move"
    r"|report|decision|comments?|remarks|statement|announcement|agreement|deal|plan|measure|step|visit|talks"
    r"|meeting))\b"
    r"|It\b(?! (?:is|was|will be|would be|remains|seems|has been)(?: \w+){0,2} (?:that|to|for|who|when|whether"
    r"|how|if)\b)"
    r"|(?:This|That)\b(?! is (?:also )?why\b|['’]s (?:also )?why\b)"
    r"(?! (?:year|month|week|morning|afternoon|evening|summer|winter|spring|autumn|time)\b)"
    r"|In response\b(?! to\b)|As a (?:result|consequence)\b(?! of\b)"
    r"|Another\b|Others?\b|Some (?:of|say)\b|Neither\b|Either\b|Elsewhere\b|Instead\b|Otherwise\b|Unlike (?:his"
    r"|her|their)\b|Nor (?:does|do|did|is|are|was|were|has|have|will|would|can)\b)"
    r"|^(?:(?:[A-Z][a-z]+(?: [a-z]+){0,4}|(?:On|In) [A-Z]\w+),|(?:On [A-Z][a-z]+day|In (?:\w+ )?\d{4}|Earlier|Later),?)"
    r" (?:it|he|she|they) "
    r"(?:has|have|had|is|are|was|were|will|would|also|\w+ed|said|told|took|made|gave|went|came|met|sent|fell)\b"
)
"""A start that points back to words of an earlier sentence."""
DEFINITE = re.compile(
    r"^The (?!(?:United|UN|US|EU)\b)(?:[a-z]+ ){1,2}(?:is|are|was|were|has|have|had|will|would"
    r"|came|comes|took|said|also|\w+ed)\b|^The [a-z]+, which\b"
)
"""A start with a thing that an earlier sentence has named."""
POINTING = re.compile(
    r"\b(?:this|these|that|those|such) (?:\w+ )?(?:step|move|threats?|effort|decision|approach|issue|proposal|claims?"
    r"|measures?|plans?|situation|problem|policy|idea|question|view|vision|philosophy|regard|end|reason|outcome)\b"
    r"|\bsuch an? \w+(?! (?:that|as|\w+ that)\b)"
)
VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|should|shall|won['’]t"
    r"|isn['’]t|don['’]t|\w{3,}(?:ed|s|ing)|said|told|made|went|met|took|sent|held|gave|found|put|set|let|cut|hit"
    r"|(?:we|I) [a-z]{3,})\b",
    re.IGNORECASE,
)
STRAY = re.compile(r"(?:^| )(?:[_\\~^](?: |$)|\|(?! [a-z’']+\b[^|]*$)(?: |$))|\w_\s|\(above_")
UNDER_FIGURE = re.compile(
    r"^[\W_]*(?:Sources?|Notes?|Figure|Table|Graphic)\s*[\d.]*[:.]|^\(?See (?:CRS|also|the CRS)\b"
)
"""A note under a figure or table, a reference to another paper."""
NO_LETTER = re.compile(r"[\W\d_]+")
HALF = re.compile(r"[\"“]?(?:When|While|Because|Although|Whereas|Since|After|Before|Where)\b[^,]*$")
_LOOSE = "the a an of to and or that which are is was were in for with by from at"
LOOSE_END = frozenset(_LOOSE.split())
"""Last words of a sentence that is broken off."""
BREATH = re.compile(r"^(?:To [a-z]+|[A-Z][a-z]+ing|For [^,.]{3,60}? to [a-z]+)\b")
"""A start that needs a main clause: `Joining the pact for the sea.`"""
NAMED = re.compile(r"^(?:And |Or )?(?:An?|No|Not an?) (?:[a-z-]+ ){1,3}(?:that|which) [a-z]+s\b(?P<rest>[^,;:?]*)$")
"""A thing with its relative clause: `A pact that keeps the sea open.`"""
IRREGULAR = re.compile(
    r"\b(?:died|fell|won|lost|led|rose|broke|left|came|ran|began|became|grew|drew|flew|shook|struck|sank|spread|stood)\b"
)
RELATIVE = re.compile(r"\b(?:that|which|who) (?:is|are|was|were|has|have|had|can|will|would)\b")
MAIN = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|shall|should|does|do|did|we|I|he|she|it|they)\b"
    r"|['’](?:s|re|ve|ll|d)\b|,\s(?:the\s|its\s|their\s)?[A-Z]"
)
MIN_WORDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """Words to print and the words of the sources that carry them, in the same order."""

    text: str
    evidence: tuple[Evidence, ...]
    whole: bool
    """Nothing in it points to words that are not printed."""


def print_line(matter: Matter, line: Line, *, with_context: bool = True, leans: bool = False) -> Printed:
    """Word `line` so that it can be understood alone: with brackets where certain, else with the sentence before.

    `leans` says that it cannot, whatever its words.
    """
    words, evidence = shorten(name_subject(matter, line)), matter.evidence(matter.of(line), line.extent)
    lonely = leans or is_elliptic(line.text) or (points_back(words) and "[" not in words)
    before = matter.before(line) if lonely and with_context else None
    if before is None or is_unreadable(before.text) or (not is_elliptic(line.text) and not one_voice(before, line)):
        return Printed(text=words, evidence=(evidence,), whole=not lonely)
    first = shorten(name_pronoun(before))
    both = (matter.evidence(matter.of(before), before.extent), evidence)
    return Printed(text=f"{first} {name_pronoun(line)}", evidence=both, whole=not points_back(first))


def one_voice(before: Line, line: Line) -> bool:
    """Tell whether two sentences can be printed as one line: the same holder, the same kind."""
    return before.statement.holder == line.statement.holder and before.statement.kind == line.statement.kind


def shorten(text: str) -> str:
    """Cut what may be cut: a dateline, a leading discourse word, a discourse aside. `But it may.` gives `It may.`"""
    cut = DATELINE.sub("", text, count=1)
    opening = OPENING.match(cut)
    if opening and may_cut(opening.group(), cut[opening.end() :]):
        cut = cut[opening.end() :]
    cut = ASIDE.sub("", cut, count=2) if '"' not in cut and "“" not in cut else cut
    return cut[:1].upper() + cut[1:] if cut != text else text


def may_cut(opening: str, rest: str) -> bool:
    """Tell whether `opening` is only a link: it ends with a comma or is a bare conjunction, and a clause follows."""
    word = opening.strip().rstrip(",").lower()
    linked = "," in opening or word in NO_COMMA or rest.startswith("there ")
    return linked and count_words(rest) >= MIN_WORDS and not rest.lower().startswith(("if ", "unless ", "then "))


def name_pronoun(line: Line) -> str:
    """Put the speaker in brackets after the `he` or `she` that speaks, where the analysis knows who that is.

    Without a cue the words are the speaker's own: a `he` in them is somebody else.
    """
    holder = line.statement.holder
    if holder is None or holder.speaker is None or holder.is_author or line.statement.cue is None:
        return line.text
    surname = holder.speaker.split()[-1]
    if surname in line.text or holder.speaker.split()[0] in line.text:
        return line.text
    spot = speaking_pronoun(line.text, line.statement.cue)
    return line.text if spot is None else f"{line.text[:spot]} [{holder.speaker}]{line.text[spot:]}"


def name_subject(matter: Matter, line: Line) -> str:
    """Put the actor in brackets after a leading `It` or `They` when the sentence before names no other."""
    text = name_pronoun(line)
    found, before, agent = SUBJECT.match(text), matter.before(line), line.statement.agent
    if found is None or before is None or agent is None or agent not in matter.names or "[" in text:
        return text
    if before.has(BODY_FIRST):
        return text
    named = {actor for actor in before.statement.actors if matter.kinds.get(actor) == "state"}
    return f"{found.group()} [{matter.names[agent]}]{text[found.end() :]}" if named == {agent} else text


def speaking_pronoun(text: str, cue: str) -> int | None:
    """Return where the `he` or `she` ends that stands outside quotation marks beside `cue`."""
    for found in PRONOUN.finditer(text):
        if inside_marks(text, found.start()):
            continue
        near = text[found.end() : found.end() + 60]
        if cue.split()[0].lower() in near.lower() or text[: found.start()].rstrip().endswith(cue):
            return found.end()
    return None


def inside_marks(text: str, offset: int) -> bool:
    """Tell whether `offset` stands inside double quotation marks of `text`."""
    before = text[:offset]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def points_back(text: str) -> bool:
    """Tell whether `text` needs an earlier sentence to be understood."""
    return bool(DANGLING.match(text)) or bool(POINTING.search(text))


REFERENCE = re.compile(r"^See\s.*(?:https?://|[”\"],?\s|\bpp?\.\s?\d)|^\d+ (?:U\.S\.C\.|C\.F\.R\.|Federal Register)")
CITED = re.compile(r"[”\"],? (?:[A-Z][a-z]+\.? )?\d{1,2}, \d{4},? (?:at )?https?://|\(\w+ ?[-–] ?Version: ?\d+\)")
"""A footnote that cites a work or a law, the line that names a version."""


def is_elliptic(text: str) -> bool:
    """Tell whether `text` is no sentence of its own: few words, no verb, half a sentence (`When it was over.`)."""
    if count_words(text) < MIN_WORDS or not VERB.search(text) or breaks_off(text):
        return True
    return bool(HALF.match(text)) or is_breath(text)


def breaks_off(text: str) -> bool:
    """Tell whether `text` ends where a sentence cannot end."""
    return text[-1:] in (":", ",") or text[text.rfind(" ") + 1 :] in LOOSE_END


def is_breath(text: str) -> bool:
    """Tell whether `text` is an infinitive or participle without the clause it belongs to."""
    if BREATH.match(text):
        return not MAIN.search(RELATIVE.sub("", text))
    named = NAMED.match(text)
    return named is not None and not VERB.search(named["rest"]) and not IRREGULAR.search(named["rest"])


def is_unreadable(text: str) -> bool:
    """Tell whether `text` looks damaged or like furniture: stray signs, few letters, capitals only, a reference."""
    odd = STRAY.search(text) or REFERENCE.match(text) or UNDER_FIGURE.match(text)
    if not odd and ("://" in text or "Version" in text):
        odd = CITED.search(text)
    return bool(odd) or len(NO_LETTER.sub("", text)) < 0.6 * len(text.replace(" ", "")) or text.isupper()
