"""Whose document a speech or statement is, by what its metadata say."""

from __future__ import annotations

from briefing.analyse.lexicon import Lexicon
from briefing.analyse.naming import find_namings
from briefing.analyse.words import read_words
from briefing.model.document import Document, Genre

OWN_VOICE: frozenset[Genre] = frozenset({"speech", "official_statement"})
"""Genres in which every sentence is the position of the one who speaks or issues it."""
FORUMS = frozenset({"UN", "UNGA", "UNSC"})
"""Bodies in whose hall others speak."""


def home_actor(document: Document, lexicon: Lexicon) -> str | None:
    """Return the state or body that the author's role, the title or the outlet of a speech or statement names."""
    meta = document.metadata
    for text in (meta.author_role, meta.outlet, meta.title):
        named = find_namings(read_words(text), lexicon) if text else ()
        found = next((n.actor for n in named if n.actor in lexicon.actors and n.actor not in FORUMS), None)
        if found:
            return found
    return None
