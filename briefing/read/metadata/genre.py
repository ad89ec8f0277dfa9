"""What kind of document this is, by cues that can be counted and are named."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from briefing.model.document import Genre
from briefing.read.cues import pattern
from briefing.read.metadata.outlets import Outlet, by_name
from briefing.read.metadata.prose import Prose, measure
from briefing.read.roles.speakers import TITLED
from briefing.read.roles.speeches import is_salutation
from briefing.read.roles.view import View

FIRST_PERSON = re.compile(r"\b(I|my|we|our|us)\b")


def _cue(name: str) -> re.Pattern[str]:
    return pattern(name, file="genre")


COUNTABLE = 60
"""Words of body below which shares of a thousand say nothing."""

SAID_SOME, SAID_MUCH = 4, 8
"""Attributions in a thousand words as news has them."""

MUCH_FIRST_PERSON = 15
"""Times in a thousand words; so much of it is spoken, not written."""

ENOUGH = 5
"""Sentences of a kind below which their share says nothing."""

JUDGED, PERSONAL = 0.2, 0.1
"""Shares of the sentences from which on judging, or saying `I`, is how a text is written."""

LEANING, CLEAR = 0.1, 0.2
"""How much larger the judged share is than the attributed: news analysis reaches the first, opinion the second."""

ADVISED = 3
"""Sentences from which on a writer advises; news tells what others want done."""

ASKS_WHAT_TO_DO = re.compile(r"^(?:so |and |but )?what (?:now|next|(?:can|could|should|must)\b.*\bdo\b)", re.IGNORECASE)
"""A heading of one who goes on to answer it."""

CLEAR_WEIGHT = 4
"""Outweighs what is known of the publisher, since papers print both news and opinion."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One genre a cue speaks for, how much it weighs and the cue in plain words."""

    genre: Genre
    weight: int
    cue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """What the cues are read from."""

    view: View
    title: str
    head: str
    body: str
    prose: Prose
    outlet: Outlet | None
    link: str
    role: str = ""
    """What the file states of its author beside the name."""

    def per_thousand(self, cue: re.Pattern[str]) -> float:
        """Return how often `cue` stands in a thousand words of the body."""
        return 1000 * len(cue.findall(self.body)) / max(1, len(self.body.split()))


def tell_genre(portrait: Portrait) -> tuple[Genre, tuple[str, ...]]:
    """Return the genre with the most weight and the cues that speak for it; `unknown` without any."""
    evidence = [found for cue in CUES for found in cue(portrait)]
    totals: dict[Genre, int] = {}
    for found in evidence:
        totals[found.genre] = totals.get(found.genre, 0) + found.weight
    if not totals:
        return "unknown", ()
    best = max(totals, key=lambda genre: (totals[genre], -ORDER.index(genre)))
    if totals[best] < 2:
        return "unknown", tuple(found.cue for found in evidence)
    return best, tuple(found.cue for found in evidence if found.genre == best)


ORDER: tuple[Genre, ...] = (
    "state_media",
    "speech",
    "official_statement",
    "commentary",
    "report",
    "analysis",
    "news",
    "unknown",
)


def _labels(portrait: Portrait) -> list[Evidence]:
    found = []
    if _cue("opinion_title").match(portrait.title) or _cue("opinion_ending").search(portrait.title):
        found.append(Evidence(genre="commentary", weight=8, cue="the title names it a commentary"))
    if _cue("analysis_title").match(portrait.title):
        found.append(Evidence(genre="analysis", weight=8, cue="the title names it an analysis"))
    if (match := _cue("house_view").match(portrait.title)) and by_name(match["house"]):
        found.append(Evidence(genre="commentary", weight=8, cue=f"the title gives the view of {match['house']}"))
    if match := _cue("opinion_link").search(portrait.link):
        found.append(Evidence(genre="commentary", weight=5, cue=f"its address holds “{match.group()}”"))
    if match := _cue("news_link").search(portrait.link):
        found.append(Evidence(genre="news", weight=3, cue=f"its address holds “{match.group()}”"))
    if match := _cue("analysis_link").search(portrait.link):
        found.append(Evidence(genre="analysis", weight=3, cue=f"its address holds “{match.group()}”"))
    if any(_cue("analysis_byline").search(line.strip()) for line in portrait.head.splitlines()):
        found.append(Evidence(genre="analysis", weight=5, cue="its byline names it an analysis"))
    ending = [portrait.view.words(i) for i in range(max(0, len(portrait.view.blocks) - 6), len(portrait.view.blocks))]
    if any(_cue("own_views").search(words) for words in ending):
        found.append(Evidence(genre="commentary", weight=5, cue="a note says that the views are its author's own"))
    if any(_cue("opinion_line").search(line.strip()) for line in portrait.head.splitlines()):
        found.append(Evidence(genre="commentary", weight=5, cue="a line of the head names it an opinion"))
    return found


def _publisher(portrait: Portrait) -> list[Evidence]:
    outlet = portrait.outlet
    if not outlet:
        return []
    weights: dict[str, tuple[Genre, int]] = {
        "state": ("state_media", 6),
        "agency": ("news", 3),
        "press": ("news", 2),
        "government": ("official_statement", 5),
        "body": ("official_statement", 4),
        "institute": ("analysis", 3),
        "research": ("report", 5),
    }
    if outlet.kind not in weights:
        return []
    genre, weight = weights[outlet.kind]
    return [Evidence(genre=genre, weight=weight, cue=f"published by {outlet.name} ({outlet.kind})")]


def _forms(portrait: Portrait) -> list[Evidence]:
    found = []
    top = portrait.title + "\n" + portrait.head
    if match := _cue("speech").search(top):
        found.append(Evidence(genre="speech", weight=5, cue=f"the head says “{match.group()}”"))
    if match := _cue("statement").search(top):
        found.append(Evidence(genre="official_statement", weight=4, cue=f"the head says “{match.group()}”"))
    view = portrait.view
    greetings = sum(view.kind(i) == "metadata" and _greets(view.words(i)) for i in range(len(view.blocks)))
    if greetings:
        found.append(
            Evidence(genre="speech", weight=min(6, 3 + greetings), cue=f"{greetings} forms of address to an audience")
        )
    speakers = {block.speaker for block in portrait.view.blocks if block.speaker}
    if len(speakers) > 1:
        cue = f"a transcript with {len(speakers)} speakers"
        official = any(TITLED.match(speaker) for speaker in speakers) or _cue("statement").search(top)
        found.append(Evidence(genre="official_statement" if official else "news", weight=6, cue=cue))
    return found


def _greets(words: str) -> bool:
    return is_salutation(words) and not words.endswith(":")


def _wording(portrait: Portrait) -> list[Evidence]:
    if len(portrait.body.split()) < COUNTABLE:
        return []
    said, first = portrait.per_thousand(_cue("said_anywhere")), portrait.per_thousand(FIRST_PERSON)
    forms = _forms(portrait)
    found = [] if forms else _judgement(portrait.prose)
    if said >= SAID_SOME and not any(evidence.weight >= CLEAR_WEIGHT for evidence in found):
        weight = 3 if said >= SAID_MUCH else 2
        found.append(Evidence(genre="news", weight=weight, cue=f"{said:.0f} attributions in a thousand words"))
    if forms and first >= MUCH_FIRST_PERSON and said < SAID_SOME:
        found.append(Evidence(genre="speech", weight=2, cue=f"first person {first:.0f} times in a thousand words"))
    return found


def _judgement(prose: Prose) -> list[Evidence]:
    """Weigh the sentences in which the writer judges against those that rest on others, and hear the writer's `I`."""
    total, found = prose.sentences, []
    if prose.judged >= max(ENOUGH, JUDGED * total) and prose.margin >= LEANING:
        cue = f"its writer judges in {prose.judged} of {total} sentences, and {prose.attributed} rest on others"
        weight = CLEAR_WEIGHT if prose.margin >= CLEAR else 2
        found.append(Evidence(genre="commentary", weight=weight, cue=cue))
    elif prose.advised >= ADVISED:
        found.append(
            Evidence(genre="commentary", weight=2, cue=f"its writer advises in {prose.advised} of {total} sentences")
        )
    clear = prose.margin >= CLEAR and bool(found)
    if not clear and prose.personal >= max(ENOUGH, PERSONAL * total):
        cue = f"its writer says I in {prose.personal} of {total} sentences"
        found.append(Evidence(genre="commentary", weight=3, cue=cue))
    return found


def _shape(portrait: Portrait) -> list[Evidence]:
    kinds = [block.kind for block in portrait.view.blocks]
    length = len(portrait.body.split())
    found = []
    found += _author(portrait)
    asks = [portrait.view.words(i) for i, kind in enumerate(kinds) if kind == "heading"]
    if question := next((words for words in asks if ASKS_WHAT_TO_DO.match(words)), None):
        found.append(Evidence(genre="commentary", weight=2, cue=f"a heading asks “{question}”"))
    if "dateline" in kinds:
        found.append(Evidence(genre="news", weight=2, cue="a dateline opens it"))
    if kinds.count("footnote") >= 3:
        found.append(Evidence(genre="report", weight=3, cue=f"{kinds.count('footnote')} footnotes"))
    if kinds.count("heading") >= 4 and length > 2500:
        found.append(Evidence(genre="report", weight=3, cue=f"{kinds.count('heading')} headings over {length} words"))
    if match := _cue("report").search(portrait.title + "\n" + portrait.head + "\n" + portrait.view.text[:1500]):
        found.append(Evidence(genre="report", weight=3, cue=f"it says “{match.group()}”"))
    return found


def _author(portrait: Portrait) -> list[Evidence]:
    """Hear the note on the author: who judges from outside writes commentary, who reports for the house writes news."""
    view = portrait.view
    notes = [view.words(i) for i in range(len(view.blocks)) if view.kind(i) == "author_note"]
    note = next((words for words in notes if pattern("author_note").search(words)), "")
    if _cue("reporter").search(f"{portrait.role} {note}"):
        return [Evidence(genre="news", weight=1, cue="a note calls its author a reporter")]
    if match := _cue("outsider").search(portrait.role):
        return [Evidence(genre="commentary", weight=3, cue=f"its author is stated as “{match.group()}”")]
    if match := _cue("outsider").search(note):
        return [Evidence(genre="commentary", weight=3, cue=f"a note says what its author is: “{match.group()}”")]
    return []


CUES: tuple[Callable[[Portrait], list[Evidence]], ...] = (_labels, _publisher, _forms, _wording, _shape)


def paint(view: View, *, title: str | None, outlet: Outlet | None, link: str | None, role: str | None) -> Portrait:
    """Gather what the cues are read from."""
    heads = [
        block for block in view.blocks[:16] if block.kind in ("title", "metadata", "byline", "header", "standfirst")
    ]
    body = " ".join(
        " ".join(view.text[block.start : block.end].split()) for block in (view.blocks[i] for i in view.open())
    )
    return Portrait(
        view=view,
        title=" ".join((title or "").split()),
        head="\n".join(view.text[block.start : block.end] for block in heads),
        body=body,
        prose=measure(view),
        outlet=outlet,
        link=link or "",
        role=role or "",
    )
