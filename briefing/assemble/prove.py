"""Prove that each printed line stands in its sources and that only what may be cut was cut."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from briefing.assemble.matter import level
from briefing.assemble.printed import DATELINE
from briefing.errors import VerificationError
from briefing.model.briefing import Briefing, Evidence, Item, Option, Position, QuoteItem
from briefing.model.document import Document
from briefing.model.items import every_item
from briefing.model.library import Fetched, cards_of

MOST_LEFT_OUT = 10
"""Words of a dateline, a leading discourse word and asides together."""
INSERTED = re.compile(r" \[[^\]]*\]")
MARKS = "\"“”„«»‘’'「」『』‹›＂"
PROTECTED_WORDS = """
not no never none nor neither without cannot can't won't don't doesn't didn't isn't wasn't little few hardly
barely may might could would should must can will shall likely unlikely probably possibly perhaps apparently
reportedly allegedly if unless except besides until said says told according claimed warned denied only almost
nearly
"""
PROTECTED = frozenset(PROTECTED_WORDS.split())
"""Words that no compression may take from a sentence."""


def prove(briefing: Briefing, documents: Sequence[Document]) -> None:
    """Raise `VerificationError` at the first line that its evidence does not carry."""
    places = {card.path: number for number, card in enumerate(cards_of(documents))}
    sources = Fetched(
        {s.id: partial(documents.__getitem__, places[s.path]) for s in briefing.sources if s.path in places}
    )
    for item in every_item(briefing):
        if not item.evidence:
            raise VerificationError("a printed line has no evidence", where=item.id)
        for evidence in (*item.evidence, *(item.versions if isinstance(item, QuoteItem) else ())):
            check_evidence(item, evidence, sources)
        if isinstance(item, QuoteItem):
            check_quotation(item, sources)
        elif not derivable(item):
            raise VerificationError(
                "a printed line is not what its evidence says", where=item.id, hint=f"printed: {item.text[:120]}"
            )


def check_evidence(item: Item, evidence: Evidence, sources: Mapping[str, Document]) -> None:
    """Raise unless `evidence` is the source's own words at its place."""
    document = sources.get(evidence.source)
    if document is None:
        raise VerificationError(f"evidence names an unknown source {evidence.source}", where=item.id)
    if document.slice((evidence.start, evidence.end)) != evidence.text or not evidence.text:
        raise VerificationError(
            "evidence differs from its source", where=f"{item.id}, {document.path}:{evidence.start}-{evidence.end}"
        )


def check_quotation(quote: QuoteItem, sources: Mapping[str, Document]) -> None:
    """Raise unless the words are exactly those of each place, and each place stands inside quotation marks."""
    if quote.text != level(quote.evidence[0].text):
        raise VerificationError("a quotation differs from its source", where=quote.id)
    for evidence in quote.evidence:
        if not in_marks(sources[evidence.source].text, evidence.start, evidence.end):
            raise VerificationError(
                "a quotation does not stand in quotation marks", where=f"{quote.id}, {evidence.source}:{evidence.start}"
            )


def in_marks(text: str, start: int, end: int) -> bool:
    """Tell whether a mark opens before `start` and one closes after `end`, or the paragraph ends unclosed."""
    before, after = text[:start].rstrip(), text[end : end + 3].lstrip(" .,;:!?…")
    opened = before[-1:] in MARKS if before else False
    return opened and (after[:1] in MARKS or not after or "\n" in text[end : end + 3] or text[end - 1 : end] in ",.!?…")


def derivable(item: Item) -> bool:
    """Tell whether the text follows from the first pieces of evidence by deletions that are allowed and brackets."""
    texts = [level(e.text) for e in item.evidence]
    printed = plain(item.text, " ".join(texts))
    if isinstance(item, Option | Position) and texts[0].endswith("?") and len(printed) > 1 and printed[1:] in texts[0]:
        return True
    return any(follows(printed.split(), source) for source in sources_of(texts))


def sources_of(texts: Sequence[str]) -> Iterator[list[str]]:
    """Yield the words of the first piece, of the first two, and so on, as they are and without datelines."""
    bare = [DATELINE.sub("", text, count=1) for text in texts]
    for count in range(1, len(texts) + 1):
        for pieces in (texts[:count], [bare[0], *texts[1:count]], bare[:count]):
            yield " ".join(pieces).split()


def plain(text: str, source: str) -> str:
    """Take inserted brackets out of `text`; brackets of the source itself stay."""
    return INSERTED.sub(lambda found: found.group() if found.group() in source else "", text)


def follows(printed: Sequence[str], source: Sequence[str]) -> bool:
    """Tell whether `printed` is `source` with a few unprotected words left out; case may differ after a cut."""
    at, cut, left_out = 0, False, 0
    for word in source:
        if at < len(printed) and same_word(printed[at], word, may_change_case=cut or at == 0):
            at, cut = at + 1, False
            continue
        if word.strip(MARKS + ".,;:()").casefold() in PROTECTED or (any(c.isdigit() for c in word) and at > 0):
            return False
        cut, left_out = True, left_out + 1
    return 0 < at == len(printed) and left_out <= MOST_LEFT_OUT


def same_word(printed: str, word: str, *, may_change_case: bool) -> bool:
    """Tell whether two words are one; the comma before an aside goes with the aside."""
    words = (word, word.removesuffix(","))
    return printed in words or (may_change_case and printed.casefold() in (w.casefold() for w in words))
