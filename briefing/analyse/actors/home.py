"""Whose document a speech or statement is, by what its metadata say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise, takewhile

from briefing.analyse.actors.lexicon import Lexicon, read_data
from briefing.analyse.actors.naming import Naming, find_namings
from briefing.analyse.text.words import Words, read_words
from briefing.model.document import BODY_KINDS, Block, Document, Genre

OWN_VOICE: frozenset[Genre] = frozenset({"speech", "official_statement"})
"""Genres in which every sentence is the position of the one who speaks or issues it."""
FORUMS = frozenset({"UN", "UNGA", "UNSC"})
"""Bodies in whose hall others speak."""
SURE = 2
"""Ties to a state from which on it is taken for the speaker's own."""


def home_actor(document: Document, lexicon: Lexicon) -> str | None:
    """Return the state or body that the author's role, the outlet or the title of a speech or statement speaks for."""
    meta = document.metadata
    for text in (meta.author_role, meta.outlet):
        named = find_namings(read_words(text), lexicon) if text else ()
        found = next((n.actor for n in named if n.actor in lexicon.actors and n.actor not in FORUMS), None)
        if found:
            return found
    return issuer_named(meta.title or "", lexicon) or _head_state(document, lexicon)


def _head_state(document: Document, lexicon: Lexicon) -> str | None:
    """Return the one state or body whose bare name is a line above a speech, as on a title page."""
    if document.metadata.genre != "speech":
        return None
    lines = [document.text[b.start : b.end] for b in takewhile(_is_head, document.blocks)]
    named = {actor for line in lines if (actor := _bare_name(line, lexicon))}
    return named.pop() if len(named) == 1 else None


def _is_head(block: Block) -> bool:
    return block.kind not in BODY_KINDS


def _bare_name(line: str, lexicon: Lexicon) -> str | None:
    """Return the actor that a line names and nothing else; capitals are levelled."""
    words = read_words(" ".join(line.title().split() if line.isupper() else line.split()))
    namings = [n for n in find_namings(words, lexicon) if n.form == "name" and n.actor not in FORUMS]
    return next((n.actor for n in namings if n.first == 0 and n.last == len(words)), None)


def issuer_named(text: str, lexicon: Lexicon) -> str | None:
    """Return whose office a heading names: `Address by the President of Ghana`, not `Statement on Ghana`."""
    words = read_words(text)
    for naming in find_namings(words, lexicon):
        if naming.actor in lexicon.actors and naming.actor not in FORUMS and _names_issuer(words, naming):
            return naming.actor
    return None


def _names_issuer(words: Words, naming: Naming) -> bool:
    """Tell whether an office or ministry stands right behind the name, or before it with `of`, `by` or `from`."""
    offices = _offices()
    behind = [w for w in words.lower[naming.last : naming.last + 5] if w not in ("'", "’", "s")]
    if naming.form == "seat" or any(w in offices for w in behind[:3]):
        return True
    before = words.lower[: naming.first]
    tied = [w for w in before[-4:] if w not in ("the", "republic", "kingdom", "state", "federal", "people")]
    return bool(tied) and tied[-1] in ("of", "by", "from") and (tied[-1] != "of" or any(w in offices for w in before))


@cache
def _offices() -> frozenset[str]:
    grammar, roles = read_data("grammar"), read_data("roles")
    missions = {"delegation", "mission", "presidency", "prime"}
    return frozenset((*grammar["offices"], *grammar["ministerial"], *roles["groups"]["institution"])) | missions


def dateline_state(document: Document, namings: Sequence[Naming], lexicon: Lexicon) -> str | None:
    """Return the state from whose capital a news text is sent, if the text speaks of that state, too."""
    if document.metadata.genre != "news":
        return None
    place = (document.metadata.place or "").title()
    found = find_namings(read_words(place), lexicon)
    state = found[0].actor if len(found) == 1 and found[0].form == "capital" else None
    return state if sum(n.actor == state for n in namings) >= SURE else None


def own_state(
    words: Words, namings: Sequence[Naming], lexicon: Lexicon, more: frozenset[str] = frozenset()
) -> str | None:
    """Return the state that a speaker calls his or her own or whose doings are told as commitments; None when unsure.

    `my country, Ghana` counts most; `Ghana supports`, `Ghana is committed to` count once each. What states do to
    others is never a sign. `more` are further words that tell a doing where all is one speaker's.
    """
    counts: Counter[str] = Counter()
    for naming in namings:
        if naming.actor and naming.person is None and naming.actor not in FORUMS:
            counts[naming.actor] += _ties(words, naming, more)
    ranked = [*counts.most_common(2), ("", 0), ("", 0)]
    (first, most), (_, second) = ranked[0], ranked[1]
    return first if most >= SURE and most >= 2 * second and first in lexicon.actors else None


def _ties(words: Words, naming: Naming, more: frozenset[str]) -> int:
    before = words.lower[max(0, naming.first - 5) : naming.first]
    if any(a in ("my", "our") and b in ("country", "nation", "homeland") for a, b in pairwise(before)):
        return SURE
    acts = read_data("grammar")["own_acts"]
    for word in words.lower[naming.last : naming.last + 5]:
        if word in acts or word in more:
            return 1
        if not word.isalpha() or word in ("and", "or", "s", "of", "in", "to"):
            return 0
    return 0
