"""Who says what in one document, as the JSON record that `briefing extract` prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from briefing.analyse import Lexicon, analyse
from briefing.analyse.attribution import find_attributions
from briefing.model.attribution import Attribution, Extent
from briefing.model.document import Document
from briefing.model.findings import Analysis, Holder, Statement

_SILENT = frozenset(("promotion", "source_line", "header", "footer", "metadata", "signature"))


def extract(document: Document, lexicon: Lexicon) -> dict[str, Any]:
    """Return the record of a document: every attribution with extents, form, and speaker and actor where known.

    Headlines, captions and notes are searched as well; the speakers come from the analysis of the body.
    """
    paragraphs = [(b.start, b.end) for b in document.blocks if b.kind not in _SILENT]
    found = find_attributions(document.text, paragraphs)
    analysis = analyse(document, lexicon, found)
    return {"path": document.path, "attributions": list(_records(found, analysis))}


def _records(found: Iterable[Attribution], analysis: Analysis) -> Iterator[dict[str, Any]]:
    for attribution in found:
        holder = _holder(attribution, analysis.statements)
        yield {
            "source": attribution.source,
            "cue": attribution.cue,
            "content": attribution.content,
            "form": attribution.form,
            "speaker": holder.speaker if holder else None,
            "actor": holder.actor_name if holder else None,
        }


def _holder(attribution: Attribution, statements: Sequence[Statement]) -> Holder | None:
    """Return the holder of the statement that shares most with the attribution's content."""
    if not attribution.source:
        return None
    shares = [(_common(attribution.content, s.content), -n) for n, s in enumerate(statements) if s.holder]
    best, place = max(shares, default=(0, 0))
    return statements[-place].holder if best else None


def _common(a: Iterable[Extent], b: Iterable[Extent]) -> int:
    other = tuple(b)
    return sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a for y in other)
