"""Whose ministry, cabinet or army is meant that is named without its state."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from briefing.analyse.actors.home import home_actor
from briefing.analyse.actors.lexicon import state_codes, word_class
from briefing.analyse.actors.naming import Naming
from briefing.analyse.scene import Scene
from briefing.analyse.speech.sources import NOBODY, Memory
from briefing.model.findings import Holder


def ministry_state(first: int, last: int, scene: Scene, memory: Memory, sentence: int) -> Holder | None:
    """Return the state of `a foreign ministry spokesman`: that of who spoke before, else the first in the sentence.

    A state itself counts before a people or an adjective (`ten Danish hikers died in Nepal, the government said`).
    """
    if not any(scene.words.lower[r] in word_class("ministerial") for r in range(first, last)):
        return None
    own = home_actor(scene.document, scene.lexicon) if scene.document.metadata.genre == "state_media" else None
    if own is not None:
        return replace(NOBODY, actor=own, actor_name=scene.lexicon.actors[own].name)
    sent, block = scene.sent, scene.sentences[sentence].block
    goes_on = sentence > 0 and scene.sentences[sentence - 1].block == block
    before = memory.last(sentence, ("person", "state", "body", "group", "official"), reach=1 if sent and goes_on else 2)
    told = next((s.holder for s in before if s.holder.actor in state_codes()), None) if goes_on or not sent else None
    if told is not None:
        return replace(NOBODY, actor=told.actor, actor_name=told.actor_name)
    if sent is not None:
        return replace(NOBODY, actor=sent, actor_name=scene.lexicon.actors[sent].name)
    low, high = scene.rows_of(scene.sentences[sentence])
    states = [n for n in scene.within(low, high) if n.actor in state_codes() and n.form != "outlet"]
    named = next((n for n in states if _itself(n, scene)), states[0] if states else None)
    actor = named.actor if named is not None else _titled_state(scene)
    return None if actor is None else replace(NOBODY, actor=actor, actor_name=scene.lexicon.actors[actor].name)


def _titled_state(scene: Scene) -> str | None:
    """The first state that the title of a report names, where it opens it; the theme of an opinion."""
    if scene.document.metadata.genre in ("commentary", "analysis"):
        return _theme(scene)
    title = next((b for b in scene.document.blocks if b.kind == "title"), None)
    if title is None or scene.document.metadata.genre not in ("news", "state_media"):
        return None
    rows = scene.words.rows((title.start, title.end))
    named = [n for n in scene.within(rows.start, rows.start + 2) if n.actor in state_codes() and n.person is None]
    return named[0].actor if named and named[0].actor in scene.lexicon.actors else None


def _theme(scene: Scene) -> str | None:
    """The state that is named twice as often as any other."""
    named = Counter(n.actor for n in scene.namings if n.actor in state_codes())
    (first, most), (_, second) = [*named.most_common(2), (None, 0), (None, 0)][:2]
    return first if first in scene.lexicon.actors and most >= 2 * max(second, 1) else None


def _itself(naming: Naming, scene: Scene) -> bool:
    """A state by name or before one of its bodies (`the Danish army`), not one of its people or things."""
    after = scene.words.lower[naming.last : naming.last + 2]
    return naming.form not in ("people", "adjective") or any(w in word_class("ministerial") for w in after)
