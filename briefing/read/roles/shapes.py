"""Measures of a run of words: capitals, sentence ends, length. No meaning, no lists of phrases."""

from __future__ import annotations

import re

from briefing.read.cues import word_list

WORD = re.compile(r"[^\W\d_][\w'’.-]*")
NO_WORD = re.compile(r"[\W_]+")
STOP = re.compile(r"[.!?…。！？][\"'”’)\]»]*$")
SENTENCE_BREAK = re.compile(r"[.!?][\"'”’)\]]*\s+[\"'“‘(\[]*[A-Z]")


def words(text: str) -> list[str]:
    """Return the words of `text`, figures and marks left out."""
    return WORD.findall(text)


def ends_sentence(text: str) -> bool:
    """Tell whether `text` closes as a sentence does."""
    return bool(STOP.search(text))


def sentences(text: str) -> int:
    """Count sentences roughly: final marks before a capital, and one for the end."""
    return len(SENTENCE_BREAK.findall(text)) + 1


def is_running(text: str) -> bool:
    """Tell running text: one long sentence, or several."""
    return ends_sentence(text) and (len(text.split()) > 14 or sentences(text) > 1)


def capitals_share(text: str) -> float:
    """Return the share of capitals among the letters of `text` that have case."""
    cased = [c for c in text if c.isupper() or c.islower()]
    return sum(c.isupper() for c in cased) / len(cased) if cased else 0.0


def title_share(text: str) -> float:
    """Return the share of longer words that begin with a capital, the first word left out."""
    longer = [w for w in words(text)[1:] if w.lower() not in word_list("small") and len(w) > 2]
    return sum(w[0].isupper() for w in longer) / len(longer) if longer else 0.0


def folded(text: str) -> str:
    """Return `text` without case, marks and spaces, for comparing repeated lines."""
    return NO_WORD.sub("", text.casefold())
