"""Which lines become key points, and what keeps them apart."""

from __future__ import annotations

from briefing.assemble.matter import gather
from briefing.assemble.points import RETOLD, novelty
from briefing.assemble.vectors import vectors
from briefing.profile import Profile
from tests.unit.assemble.story import Said, brief, document_of

PLAIN = Profile(focus=None)


def test_what_another_document_tells_with_fewer_words_is_hardly_new() -> None:
    whole = Said(text="A tourist ship struck the old road bridge at Korva on Tuesday evening in heavy rain.")
    less = Said(text="The tourist ship struck the old bridge while the mayor looked on.")
    other = Said(text="The railway tunnel will be closed for repairs until the end of the season.")
    sources = [document_of("a", [whole, other]), document_of("b", [less])]
    matter = gather([d for d, _ in sources], [a for _, a in sources], PLAIN, {})
    lines = matter.sentences
    near = vectors(lines)
    assert novelty(lines, near, 2, [0], 0.0) <= RETOLD
    assert novelty(lines, near, 1, [0], 0.0) > 0.9


def test_no_sentence_is_printed_in_two_points() -> None:
    first = Said(text="Norway closed the harbour bank to all foreign boats on Monday.", agent="NO", act=True)
    then = Said(text="It was the third closing of the harbour bank to boats within a month.")
    last = Said(text="Swedish crews asked Oslo to open the harbour bank for the herring season.")
    made = brief(document_of("a", [first, then, last]), profile=PLAIN)
    spans = [e for p in made.key_points for e in p.evidence]
    assert len(spans) == len(set(spans))
