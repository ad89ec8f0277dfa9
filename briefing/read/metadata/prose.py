"""How a text is written, sentence by sentence: how much of it is told of others, how much its writer judges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.read.cues import pattern
from briefing.read.roles.view import View

QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|''(?:[^']|'(?!'))*(?:''|$)|(?<!\w)‘[^’]{12,}’(?!\w)")
"""Words between quotation marks; a mark that is not closed runs to the end of its paragraph."""

BREAK = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])")
TURN = re.compile(r"^(?:[QA]|Question|Answer)[:.]\s|^[A-Z][A-Z.'’ -]{2,40}:\s")
TURNS = 3
"""Blocks that open with a speaker: from so many on the text is an interview, and `I` is no writer's."""

SINGULAR = re.compile(r"\b(?:I|my|me|myself)\b(?!\.)")
FIRST_PERSON = re.compile(r"\b(?:I|my|me|myself|we|our|us|ours)\b(?!\.)")
ADVICE = re.compile(
    r"\b(?:should(?! (?:the|a|an|any|it|they|he|she|that|this) )|ought (?:not )?to|had better|must not|needs? to"
    r"|would (?:do well|be wise|be well advised))\b",
)
PLACE_HELD = "“”"
SHORTEST = 3
"""Words of a sentence below which it is a cry or an abbreviation."""

LOOKED_AT = 60_000
"""Characters of the body that are counted; how a text is written shows long before its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """Counts of the sentences of a body, its quotations taken out."""

    sentences: int = 0
    attributed: int = 0
    """Sentences that give others' words or name who says it."""
    judged: int = 0
    """Sentences nobody is named for that advise, weigh, ask or speak of the writer."""

    advised: int = 0
    """Judged sentences that say what somebody is to do."""

    personal: int = 0
    """Sentences in which the writer says `I`."""

    @property
    def margin(self) -> float:
        """How much larger the judged share is than the attributed one, between -1 and 1."""
        return (self.judged - self.attributed) / max(1, self.sentences)


def measure(view: View) -> Prose:
    """Count the sentences of the body; those of an interview are not its writer's and count for nothing."""
    if sum(view.blocks[i].speaker is not None or bool(TURN.match(view.words(i))) for i in view.open()) >= TURNS:
        return Prose()
    total = attributed = judged = advised = personal = 0
    for sentence in _sentences(view):
        total += 1
        personal += bool(SINGULAR.search(sentence))
        if pattern("reporting", file="genre").search(sentence):
            attributed += 1
            continue
        attributed += PLACE_HELD in sentence
        judged += _judges(sentence)
        advised += bool(ADVICE.search(sentence))
    return Prose(sentences=total, attributed=attributed, judged=judged, advised=advised, personal=personal)


def _sentences(view: View) -> Iterator[str]:
    seen = 0
    for i in view.open():
        words = view.words(i)
        seen += len(words)
        yield from (s for s in BREAK.split(QUOTED.sub(PLACE_HELD, words)) if len(s.split()) >= SHORTEST)
        if seen > LOOKED_AT:
            return


def _judges(sentence: str) -> bool:
    asked = sentence.rstrip(PLACE_HELD + " )").endswith("?")
    return asked or bool(FIRST_PERSON.search(sentence) or pattern("judging", file="genre").search(sentence))
