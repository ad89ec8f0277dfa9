"""The attribution engine's spans as rows of a scene, and the reports that only the engine finds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.analyse.actors.lexicon import word_class
from briefing.analyse.scene import Scene
from briefing.analyse.speech.contents import is_embedded
from briefing.analyse.speech.cues import BE, Cue, auxiliaries_before, tells_nothing
from briefing.analyse.speech.report import Report
from briefing.analyse.speech.sources import Memory
from briefing.analyse.speech.speakers import resolve
from briefing.analyse.text.nounphrases import Rows
from briefing.model.attribution import Attribution, Extent


def engine_reports(
    scene: Scene,
    memory: Memory,
    number: int,
    attributions: Sequence[Attribution],
    found: Sequence[Report],
    low: int,
    high: int,
) -> Iterator[Report]:
    """Yield what the engine finds where no verb of the lexicon has a subject."""
    for attribution in attributions:
        if not attribution.source or not attribution.cue or not attribution.content:
            continue
        cue = as_rows(scene, attribution.cue)
        if not low <= cue[0] < high or any(r.cue[0] < cue[1] and cue[0] < r.cue[1] for r in found):
            continue
        if scene.words.text[cue[0]][:1].isupper() and cue[0] > low:
            continue
        named = any(n.first <= cue[0] < n.last for n in scene.within(max(low, cue[0] - 6), cue[1]))
        quoted = any(scene.inside[r] >= 0 for r in range(*cue))
        verb = None if named or quoted or _denied(scene, cue) else _reporting_verb(scene, cue)
        if verb is None or tells_nothing(scene, verb, low, high):
            continue
        rows = as_rows(scene, attribution.source)
        source = resolve(rows, scene, memory, number, quoted=quoted_rows(scene, number))
        if source is None or source.kind in ("unnamed", "self", "unresolved"):
            continue
        yield Report(
            sentence=number,
            cue=cue,
            word=scene.slice(*cue),
            grade=verb.grade,
            source=source,
            content=attribution.content,
            form=attribution.form,
            embedded=is_embedded(scene, rows, verb, low),
        )


def _denied(scene: Scene, cue: Rows) -> bool:
    """`could not explain`, `stopped short of calling`, `was quoted by`: nothing is said, or not by the one named."""
    words = scene.words.lower
    before = auxiliaries_before(scene, cue[0], max(0, cue[0] - 6))
    passive = words[cue[1] - 1].endswith(("ed", "told")) and any(words[r] in BE for r in range(cue[0], cue[1] - 1))
    suffered = bool(before & BE) and words[cue[0]].endswith("ed")
    adjunct = words[cue[0]] in ("from", "in", "for", "without", "by")
    denied = (
        adjunct or any(words[r] in word_class("denials") for r in range(*cue)) or bool(before & word_class("denials"))
    )
    return denied or passive or suffered


def _reporting_verb(scene: Scene, cue: Rows) -> Cue | None:
    """The first reporting word in a cue of several words; None for attitudes, wishes and deeds."""
    words = scene.words
    for row in range(*cue):
        noun = row > cue[0] and words.lower[row - 1] in word_class("determiners")
        for size in (2, 1):
            word = " ".join(words.lower[row : row + size])
            grade = scene.lexicon.verbs.get(word)
            if grade is not None and not noun:
                return None if grade in ("think", "policy") else Cue(first=row, last=row + size, word=word, grade=grade)
    return None


def same_cue(scene: Scene, cue: Cue, attributions: Sequence[Attribution]) -> Attribution | None:
    """Return the attribution whose cue covers this one."""
    start, end = scene.words.start[cue.first], scene.words.end[cue.last - 1]
    return next((a for a in attributions if any(s < end and start < e for s, e in a.cue)), None)


def as_rows(scene: Scene, extents: Sequence[Extent]) -> Rows:
    """Return the rows from the first to the last of the extents."""
    rows = scene.words.rows((extents[0][0], extents[-1][1]))
    return rows.start, rows.stop


def quoted_rows(scene: Scene, number: int) -> Rows | None:
    """The quoted rows of a sentence, with those of sentences before it that are all quotation."""
    low, high = scene.rows_of(scene.sentences[number])
    quoted = [r for r in range(low, high) if scene.inside[r] >= 0]
    if not quoted:
        return None
    first = quoted[0]
    while number > 0 and first <= low + 1:
        number -= 1
        low, end = scene.rows_of(scene.sentences[number])
        if any(scene.inside[r] < 0 and scene.words.text[r][0].isalnum() for r in range(low, end)):
            break
        first = low
    return first, quoted[-1] + 1
