"""The attribution engine's spans as rows of a scene, and the reports that only the engine finds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.analyse.cues import BE, Cue, auxiliaries_before, tells_nothing
from briefing.analyse.lexicon import Grade, word_class
from briefing.analyse.nounphrases import Rows
from briefing.analyse.report import Report
from briefing.analyse.scene import Scene
from briefing.analyse.sources import Memory
from briefing.analyse.speakers import resolve
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
        grade = None if named or any(scene.inside[r] >= 0 for r in range(*cue)) else _engine_grade(scene, cue)
        if grade is None or grade in ("think", "policy") or _denied(scene, cue):
            continue
        word = scene.slice(*cue)
        if tells_nothing(scene, Cue(first=cue[0], last=cue[1], word=word.lower(), grade=grade), low, high):
            continue
        rows = as_rows(scene, attribution.source)
        source = resolve(rows, scene, memory, number, quoted=quoted_rows(scene, number))
        if source is None or source.kind in ("unnamed", "self", "unresolved"):
            continue
        yield Report(
            sentence=number,
            cue=cue,
            word=word,
            grade=grade,
            source=source,
            content=attribution.content,
            form=attribution.form,
        )


def _denied(scene: Scene, cue: Rows) -> bool:
    """`could not explain`, `stopped short of calling`, `was quoted by`: nothing is said, or not by the one named."""
    words = scene.words.lower
    before = auxiliaries_before(scene, cue[0], max(0, cue[0] - 6))
    passive = any(words[r] in BE and words[r + 1].endswith(("ed", "told")) for r in range(cue[0], cue[1] - 1))
    suffered = bool(before & BE) and words[cue[0]].endswith("ed")
    denied = any(words[r] in word_class("denials") for r in range(*cue)) or bool(before & word_class("denials"))
    return denied or passive or suffered


def _engine_grade(scene: Scene, cue: Rows) -> Grade | None:
    """The grade of the first reporting word in a cue of several words; None for attitudes and deeds."""
    words = scene.words
    for row in range(*cue):
        grade = scene.lexicon.verbs.get(" ".join(words.lower[row : row + 2])) or scene.lexicon.verbs.get(
            words.lower[row]
        )
        if grade is not None and not (row > cue[0] and words.lower[row - 1] in word_class("determiners")):
            return grade
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
