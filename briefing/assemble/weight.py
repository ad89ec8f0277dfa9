"""How much a statement weighs as a key point: how central, how corroborated, whose, how plain to read."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from briefing.assemble.matter import Line, Matter
from briefing.assemble.mixes import mix_for
from briefing.assemble.place import freshly_done, opens, recommends
from briefing.assemble.printed import DEFINITE, is_breath, is_elliptic, is_unreadable, one_voice, points_back
from briefing.assemble.private import is_private
from briefing.assemble.stance import HARD, INVOKES, stance
from briefing.assemble.substance import FIRM, matter_of_speech
from briefing.assemble.vectors import Vectors, centroid, dot
from briefing.assemble.words import count_words, keys

OLD_DAYS = 30
BESIDE_TITLE = 12
"""So many words more than the title has make a sentence of its own."""
LONGEST = 48
"""Words of a sentence that is no paragraph."""
NUMBER = re.compile(
    r"(?:[$€£₩]\s?\d|\b\d[\d,.]*\s?(?:per ?cent|%|million|billion|trillion|troops|people|soldiers|tons?|years)\b)"
)
FRAME = re.compile(
    r"\bfollowing (?:\w+ )?(?:statements?|remarks|texts?|commentar(?:y|ies)|articles?"
    r"|messages?)\b"
    r"|\b(?:was|were) (?:responding|replying|reacting|answering) to\b"
    r"|\bfor (?:more|further|additional) (?:information|details?|on\b)"
    r"|\b(?:is|are) (?:\w+ )?(?:highlighted|listed|shown|summari[sz]ed|presented|given)"
    r" (?:below|in (?:the )?(?:table|figure|box|appendix))\b"
    r"|^(?:table|figure) \d+ (?:shows|lists|presents|summari[sz]es|gives)\b"
    r"|\bmade (?:the|these|those|his|her|their) (?:remarks?|comments?)\b"
    r"|^(?:some|many|others|people) (?:of you )?(?:have )?(?:ask(?:ed)?|wonder(?:ed)?)\b",
    re.IGNORECASE,
)
"""A sentence that only announces the words that follow, or says what they answer."""
WEIGHTY = re.compile(
    r"\b(?:commit(?:s|ted|ment)|pledg\w+|vow\w*|demand\w*|condemn\w*|deplor\w+|warn\w*|threat\w*|reject\w*"
    r"|propos(?:e|ed|es|al)|offers|offered"
    r"|agree[ds]?|announc\w+|decid\w+|order(?:s|ed)|ratif\w+|sign(?:s|ed)|veto\w*|sanction\w*|suspend\w*|impos\w+"
    r"|launch\w*|ruled? out|refus\w+"
    r"|review|reconsider|reform|nuclear|missiles?|troops|ceasefire|invasion|attack\w*|human rights)\b",
    re.IGNORECASE,
)
"""Words of decisions, demands and hard matters."""
NO_NEWS = re.compile(
    r"\b(?:still (?:reviewing|studying)|no comment|declin\w+ to comment|did not (?:immediately )?(?:respond"
    r"|reply)|could not be reached"
    r"|when I (?:was|came|became)|I remember|I (?:don['’]t|do not) (?:know|have|recall)"
    r"|I['’]m not (?:aware|sure|going to)"
    r"|(?:can['’]t|not going to) (?:speak|comment|get into|speculate)|refer you to|you['’]d have to ask"
    r"|(?:posted|shared|tweeted) (?:\w+ ){0,2}(?:photographs?|photos?|pictures?|images?|videos?|footage)"
    r"|(?:is|are) (?:\w+ )?known for"
    r"|(?:have to|will|['’]ll) (?:check|get back to you|take a look|let you know))\b|^(?:Then|Also) there\b",
    re.IGNORECASE,
)
"""An answer that says nothing yet, a memory, pictures shown, the tail of a list."""
SMALL_TALK = re.compile(
    r"\b(?:jok(?:es?|ing)|humou?r|funny|laugh(?:s|ed|ter)?|birthday|golf|tournament|good (?:luck|weekend|question)"
    r"|happy to|looking forward to|my (?:wife|kids|job)|I(?:['’]m going to| will|['’]ll) try|point taken|fair enough"
    r"|(?:is|are|was|were) (?:a |the )?(?:cousin|nephew|niece|uncle|aunt|brother|sister|friend|neighbou?r)s? of"
    r"|I think (?:all of you|you all|many of you)|exciting|had fun|tickets?"
    r"|(?:absolutely|truly|really|so|pretty) (?:amazing|beautiful|awesome|wonderful|incredible|lucky|scary))\b",
    re.IGNORECASE,
)
"""What is said in passing, at the lectern or by those who were there."""
OPENS_QUOTED = re.compile(r"\A[\"“‘']")
PAST_YEARS, PAST = 3, 0.75
"""A line of a report whose latest year lies so long before it is background."""
YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
COURTESY = re.compile(
    r"\b(?:congratulat\w+|pay tribute|gratitude|thank(?:s| you| every| all)|honou?r(?:ed)? to|privilege|excellenc\w+"
    r"|distinguished|allow me|let me|greetings|ladies and gentlemen|condolences"
    r"|I (?:wish|am (?:pleased|delighted|happy))|wish(?:ed|es|ing)? [\w ]{0,30}\bsuccess)\b",
    re.IGNORECASE,
)


FIRMLY = 1.1
"""The factor of a demand, a refusal or a promise, between a judgement's and a stand's."""


def weigh(matter: Matter, lines: Sequence[Line], near: Vectors, groups: Sequence[int]) -> tuple[float, ...]:
    """Return the weight of each of `lines`, higher is better, 0 for what must not be a key point."""
    central, frequent, reaching = centrality(lines, near), frequency(lines), reach(lines)
    spread = corroboration(lines, groups)
    titles, solid = title_keys(matter), matter_of_speech(matter)

    def of(n: int, line: Line) -> float:
        mix = mix_for(matter, line)
        made = mix.central * central[n] + mix.frequent * frequent[n] + mix.reach * reaching[n]
        made += mix.standing * standing(matter, line) + mix.spread * spread[n]
        made += mix.lead * lead(matter, line) + mix.title * of_title(line, titles)
        made += mix.topic * opens(matter, line) + mix.advice * recommends(matter, line)
        made += mix.fresh * freshly_done(matter, line)
        made += mix.solid * solid.get((line.source, line.order), 0.0)
        return made * readability(matter, line) * currency(matter, line) * posture(matter, line)

    return tuple(0.0 if unfit(line) or is_title(matter, line) else of(n, line) for n, line in enumerate(lines))


def posture(matter: Matter, line: Line) -> float:
    """Return the factor of `stance`; a demand, a refusal or a promise in plain words is one whatever its verb."""
    taken = stance(matter, line)
    firm = matter.of(line).is_one_voice and taken > INVOKES and line.has(FIRM)
    return max(taken, FIRMLY) if firm else taken


def is_title(matter: Matter, line: Line) -> bool:
    """Tell whether `line` is the document's title again, with a date or number beside it."""
    title = " ".join((matter.of(line).card.metadata.title or "").casefold().split())
    words = len(title.split())
    if words <= 3 or line.count(plain_words) >= words + BESIDE_TITLE:
        return False
    return set(line.keys).issuperset(keys(title)) and title in line.text.casefold()


def plain_words(text: str) -> int:
    """Count what stands between spaces."""
    return len(text.split())


def title_keys(matter: Matter) -> list[frozenset[str]]:
    """Return the words of each source's title."""
    return [frozenset(keys(source.card.metadata.title or "")) for source in matter.sources]


def of_title(line: Line, titles: Sequence[frozenset[str]]) -> float:
    """Return the share of the title's words that the line has."""
    title = titles[line.source]
    return len(title & set(line.keys)) / len(title) if title else 0.0


def currency(matter: Matter, line: Line) -> float:
    """Return 1 for what is of the story's days, less for an old document and for what tells of years ago."""
    own, newest = matter.day(line.source), matter.newest
    aged = 0.55 if own and newest and (newest - own).days >= OLD_DAYS else 1.0
    if own is None or matter.of(line).card.metadata.genre != "report":
        return aged
    return aged * (PAST if 0 < line.count(latest_year) <= own.year - PAST_YEARS else 1.0)


def latest_year(text: str) -> int:
    """Return the latest year that `text` names, 0 for none."""
    return max((int(year) for year in YEAR.findall(text)), default=0)


def centrality(lines: Sequence[Line], near: Vectors) -> list[float]:
    """Return how near each line is to its own document and to all documents, 1 the nearest."""
    whole = centroid(near.rows())
    members: dict[int, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        members[line.source].append(number)
    own = {source: centroid(map(near.row, rows)) for source, rows in members.items()}
    raw = [dot(row, whole) + dot(row, own[line.source]) for row, line in zip(near.rows(), lines, strict=True)]
    return scaled(raw)


def frequency(lines: Sequence[Line]) -> list[float]:
    """Return the mean frequency of each line's words over the documents, 1 the highest."""
    counts = Counter(key for line in lines for key in line.keys)
    raw = [
        sum(math.log1p(counts[k]) for k in set(line.keys)) / (3 + len(set(line.keys))) if line.keys else 0.0
        for line in lines
    ]
    return scaled(raw)


def reach(lines: Sequence[Line]) -> list[float]:
    """Return with how many other lines each shares its words, long lines held back a little, 1 the most."""
    spread = Counter(key for line in lines for key in set(line.keys))
    raw = [sum(spread[k] - 1 for k in set(line.keys)) / math.log(3 + len(set(line.keys))) for line in lines]
    return scaled(raw)


def corroboration(lines: Sequence[Line], groups: Sequence[int]) -> list[float]:
    """Return how many documents say what each line says: 0 for one, towards 1 for many."""
    sources: dict[int, set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        sources[group].add(lines[number].source)
    return [1 - 1 / len(sources[group]) for group in groups]


def lead(matter: Matter, line: Line) -> float:
    """Return 1 for the first sentence of an article, falling fast; speeches begin with courtesies."""
    return 0.0 if matter.of(line).is_one_voice else 1 / (1 + 0.35 * line.order)


def standing(matter: Matter, line: Line) -> float:
    """Return what kind of statement it is worth: an actor's word or a dated act before a remark of the writer."""
    statement = line.statement
    holder = statement.holder
    official = holder is not None and holder.actor is not None and not holder.is_author
    value = 0.30 if official and not matter.of(line).is_one_voice else 0.0
    value += 0.20 if statement.act or (statement.when is not None and statement.when.date) else 0.0
    value += relation(matter, line)
    value += 0.15 if line.has(NUMBER) else 0.0
    value += 0.15 if line.has(WEIGHTY) else 0.0
    return min(1.0, value)


def relation(matter: Matter, line: Line) -> float:
    """Return more for a line that relates states: the focus and another, or another than the one who speaks."""
    statement, holder = line.statement, line.statement.holder
    own = holder.actor if holder else None
    states = {actor for actor in statement.actors if matter.kinds.get(actor) == "state"}
    hard = matter.of(line).is_one_voice and line.has(HARD)
    others = 0.32 if hard else 0.15
    value = others if states - {own, matter.focus} else 0.0
    value += 0.10 if len(states) >= 2 else 0.0
    if matter.focus is None or matter.of(line).is_one_voice:
        return value
    value += 0.20 if matter.focus in statement.actors else 0.0
    return value + (0.10 if matter.focus in (own, statement.agent) else 0.0)


def readability(matter: Matter, line: Line) -> float:
    """Return 1 for a plain sentence, less for one that leans on others, is very long or opens inside a quotation."""
    words, mix = line.count(count_words), mix_for(matter, line)
    low, high = mix.short, LONGEST
    factor = 1.0 if low <= words <= high else (0.75 if words < low else max(0.5, high / words))
    if line.has(points_back):
        factor *= mix.led if can_bring_context(matter, line) else mix.bare
    elif line.has(DEFINITE):
        factor *= 0.8
    if line.has(OPENS_QUOTED):
        factor *= 0.85
    if line.has(NO_NEWS):
        factor *= 0.6
    if line.has(SMALL_TALK) and not line.has(HARD):
        factor *= 0.5
    if is_private(line):
        factor *= mix.private
    return factor


def can_bring_context(matter: Matter, line: Line) -> bool:
    """Tell whether the sentence before can be printed with `line` without mixing two voices."""
    before = matter.before(line)
    if before is None or before.has(points_back) or before.has(is_elliptic):
        return False
    return one_voice(before, line)


def unfit(line: Line) -> bool:
    """Tell whether `line` can be no key point: a question, a fragment, a courtesy, damaged words."""
    return (
        line.statement.kind == "question"
        or line.has(is_elliptic)
        or line.has(is_unreadable)
        or line.has(is_means)
        or says_nothing(line)
        or len(set(line.keys)) < 4
    )


def is_means(text: str) -> bool:
    """Tell whether `text` is a means without what it is for: `By planting trees.`"""
    return text.startswith("By ") and is_breath(text[3:4].upper() + text[4:])


def begins_small(text: str) -> bool:
    """Tell whether `text` begins in small letters, as what is left of a broken sentence does."""
    return text[:1].islower()


def scaled(raw: Sequence[float]) -> list[float]:
    """Scale values so that the largest is 1."""
    top = max(raw, default=0.0)
    return [value / top for value in raw] if top > 0 else [0.0 for _ in raw]


def says_nothing(line: Line) -> bool:
    """Tell whether `line` is a courtesy, an announcement of other words or the tail of a broken sentence."""
    return line.has(COURTESY) or line.has(FRAME) or line.has(begins_small)
