"""Who acts in a sentence: the actor that is the subject of its main clause, and whether something is done."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from briefing.analyse.actors.lexicon import word_class
from briefing.analyse.scene import Scene
from briefing.analyse.speech.sources import Memory, Source
from briefing.analyse.speech.speakers import resolve
from briefing.analyse.text.clauses import Clause, by_agent, main_clause
from briefing.analyse.text.nounphrases import Rows

_ACTORS = frozenset({"person", "body", "state", "organisation", "group", "official"})


_WORDS_ONLY = frozenset({"think", "policy", "say", "factive", "claim"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """The acting source with its actor id, whether it is a deed, and the main clause."""

    source: Source | None
    actor: str | None
    act: bool
    clause: Clause


def find_agent(scene: Scene, memory: Memory, number: int) -> Agency:
    """Return who acts in the main clause of sentence `number`; of a passive one the phrase after `by`."""
    low, high = scene.rows_of(scene.sentences[number])
    clause = main_clause(scene.words, low, high, scene.inside, scene.lexicon)
    inner = _inner_clause(scene, clause, high)
    if inner is not None:
        clause = main_clause(scene.words, inner, high, scene.inside, scene.lexicon)
    rows = clause.subject
    if clause.verb is not None and clause.passive and not _reputed(scene, clause.verb, high):
        rows = by_agent(scene.words, clause.verb, high)
    source = _subject(_first_of(rows, scene), scene, memory, number) if rows else None
    if source is None or source.kind not in _ACTORS:
        return Agency(source=None, actor=None, act=False, clause=clause)
    actor = source.holder.actor if source.holder.actor in scene.lexicon.actors else None
    if source.kind == "organisation" and actor is None:
        return Agency(source=None, actor=None, act=False, clause=clause)
    return Agency(source=source, actor=actor, act=bool(actor) and _is_act(scene, clause, high), clause=clause)


def _reputed(scene: Scene, verb: int, high: int) -> bool:
    """`is said to be weighing a levy`: the one of whom it is said acts."""
    words = scene.words.lower[verb : min(high, verb + 4)]
    said = {("said", "to"), ("reported", "to"), ("believed", "to"), ("thought", "to"), ("understood", "to")}
    return any(pair in said for pair in pairwise(words))


def _first_of(rows: Rows, scene: Scene) -> Rows:
    """Of joint subjects (`Oslo and Riga have asked`) the rows of the first."""
    for row in range(rows[0] + 1, rows[1] - 1):
        ended = any(n.last == row and n.form not in ("adjective", "outlet") for n in scene.within(rows[0], row))
        if scene.words.lower[row] == "and" and ended:
            return rows[0], row
    return rows


def _subject(rows: Rows, scene: Scene, memory: Memory, number: int) -> Source | None:
    """The source in the rows; `it` is an actor only where the sentence before has one for its subject."""
    if rows[1] - rows[0] > 1 or scene.words.lower[rows[0]] not in ("it", "they"):
        return resolve(rows, scene, memory, number)
    acted = [s for n, s in memory.acted if n == number - 1 and s.kind in ("state", "body", "group")]
    idle = scene.words.lower[rows[1]] in ("took", "is", "was", "happened", "came", "seems", "were", "are")
    return acted[-1] if acted and not idle else None


def _inner_clause(scene: Scene, clause: Clause, high: int) -> int | None:
    """Where the clause with the actor begins after `it looks like` or `it is sad that`; None elsewhere."""
    words = scene.words.lower
    if clause.subject is None or clause.verb is None or words[clause.subject[0]] != "it":
        return None
    if words[clause.verb] in ("looks", "looked", "seems", "seemed", "appears", "appeared"):
        return clause.verb + 2
    if words[clause.verb] not in ("is", "was"):
        return None
    return next((r + 1 for r in range(clause.verb, min(high, clause.verb + 6)) if words[r] == "that"), None)


def _is_act(scene: Scene, clause: Clause, high: int) -> bool:
    """Done or being done: no modal, no negation, no bare `is`, no verb of thought or wish."""
    verb = clause.verb
    if verb is None:
        return False
    words, row = scene.words, verb
    chain: list[str] = []
    while row < high and (
        words.lower[row] in word_class("auxiliaries") | word_class("adverbs")
        or words.lower[row].endswith("ly")
        or words.lower[row] in ("t", "'", "’")
    ):
        chain.append(words.lower[row])
        row += 1
    if row >= high or words.lower[row] in word_class("determiners") | word_class("numerals"):
        return False
    if set(chain) & (word_class("modals") | {"not", "never", "n't", "t"}):
        return False
    main = words.lower[row]
    if (
        set(chain) & {"is", "are", "was", "were"}
        and not main.endswith(("ing", "ed"))
        and main not in word_class("deeds")
    ):
        return False
    return main.startswith("respond") or scene.lexicon.verbs.get(main) not in _WORDS_ONLY
