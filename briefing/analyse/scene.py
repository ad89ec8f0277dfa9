"""One document as the finders see it: words, sentences, namings, people and quotation marks side by side."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.analyse.actors.glued import part_glued
from briefing.analyse.actors.home import OWN_VOICE, dateline_state, home_actor
from briefing.analyse.actors.initials import find_initials
from briefing.analyse.actors.lands import learn_lands
from briefing.analyse.actors.lexicon import Lexicon
from briefing.analyse.actors.naming import Naming, find_namings
from briefing.analyse.actors.people import Person, find_people
from briefing.analyse.actors.runs import common_in_names
from briefing.analyse.speech.standing import settle_states
from briefing.analyse.text.marks import Marked, find_marked
from briefing.analyse.text.sentences import split_sentences
from briefing.analyse.text.words import Words, keep_capitals, read_words
from briefing.model.attribution import Extent
from briefing.model.document import BODY_KINDS, Document
from briefing.model.findings import Sentence

_NAMED_IN = BODY_KINDS | {"title", "standfirst", "heading", "author_note", "caption"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What is known of a document before anybody is given words; rows are rows of `words`."""

    document: Document
    lexicon: Lexicon
    words: Words
    sentences: tuple[Sentence, ...]
    namings: tuple[Naming, ...]
    roster: tuple[Person, ...]
    marked: tuple[Marked, ...]
    inside: tuple[int, ...]
    """For every word the number of the outermost marked words it stands in (its marks included), -1 outside."""
    starts: tuple[int, ...]
    """First rows of `namings`."""
    sent: str | None
    """The state from whose capital a news text is sent."""
    begins: tuple[int, ...]
    """Where each sentence begins."""

    def within(self, first: int, last: int) -> tuple[Naming, ...]:
        """Return the namings that begin in the rows from `first` to `last` (exclusive)."""
        return self.namings[bisect_right(self.starts, first - 1) : bisect_right(self.starts, last - 1)]

    def slice(self, first: int, last: int) -> str:
        """Return the text of the rows from `first` to `last` (exclusive) on one line."""
        if first >= last:
            return ""
        return " ".join(self.document.text[self.words.start[first] : self.words.end[last - 1]].split())

    def actor_of(self, naming: Naming) -> str | None:
        """Return the state or body a naming stands for; that of a person is the one he or she speaks for."""
        return naming.actor if naming.person is None else self.roster[naming.person].actor

    def touched(self, extent: Extent) -> range:
        """Return the numbers of the sentences that share a character with `extent`."""
        first = bisect_right(self.begins, extent[0]) - 1
        if first >= 0 and self.sentences[first].end <= extent[0]:
            first += 1
        return range(max(first, 0), bisect_left(self.begins, extent[1]))

    def rows_of(self, sentence: Sentence) -> tuple[int, int]:
        """Return the first row of a sentence and the row after its last."""
        rows = self.words.rows((sentence.start, sentence.end))
        return rows.start, rows.stop


def set_scene(document: Document, lexicon: Lexicon) -> Scene:
    """Read a document's body into a scene."""
    text = document.text
    words = part_glued(read_words(text), text, lexicon)
    sentences = split_sentences(document)
    zones = [(b.start, b.end) for b in document.blocks if b.kind in _NAMED_IN]
    author = document.metadata.author
    named = _named(words, zones, lexicon)
    roster, places = find_people(words, text, zones, named, lexicon, author)
    learned = learn_lands(words, named, places, roster, lexicon)
    if learned is not lexicon:
        lexicon, named = learned, _named(words, zones, learned)
        roster, places = find_people(words, text, zones, named, lexicon, author)
    issuer = home_actor(document, lexicon)
    home = issuer if document.metadata.genre in OWN_VOICE else None
    press = issuer if document.metadata.genre == "state_media" else None
    sent = dateline_state(document, named, lexicon)
    roster = settle_states(roster, places, named, words, sentences, home, press, sent)
    blocks = [(i, (b.start, b.end)) for i, b in enumerate(document.blocks) if b.kind in BODY_KINDS]
    marked = find_marked(text, blocks)
    namings = tuple(sorted([*named, *places], key=lambda n: (n.first, -n.last)))
    return Scene(
        document=document,
        lexicon=lexicon,
        words=keep_capitals(words, common_in_names(words, places)),
        sentences=sentences,
        namings=namings,
        roster=roster,
        sent=sent,
        marked=marked,
        inside=_quoted_rows(words, marked),
        starts=tuple(n.first for n in namings),
        begins=tuple(s.start for s in sentences),
    )


def _named(words: Words, zones: Sequence[tuple[int, int]], lexicon: Lexicon) -> list[Naming]:
    """The states and bodies named in the zones, in order."""
    found = find_namings(words, lexicon)
    ordered = sorted([*found, *find_initials(words, found)], key=lambda n: n.first)
    return [n for n in ordered if any(start <= words.start[n.first] < end for start, end in zones)]


def _quoted_rows(words: Words, marked: Sequence[Marked]) -> tuple[int, ...]:
    inside = [-1] * len(words)
    for number, span in enumerate(marked):
        if span.depth == 0:
            for row in words.rows((span.left, span.right)):
                inside[row] = number
    return tuple(inside)
