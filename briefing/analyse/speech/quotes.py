"""Quotations: which marked words somebody or a text said, whose they are, and which are only terms, titles or irony."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.analyse.actors.home import OWN_VOICE
from briefing.analyse.actors.lexicon import SAYING, word_class
from briefing.analyse.scene import Scene
from briefing.analyse.speech.contents import leads_on
from briefing.analyse.speech.report import Report
from briefing.analyse.speech.sources import NOBODY, Source
from briefing.analyse.text.marks import Marked
from briefing.model.findings import QuoteType

NAME = 6
"""Most words of a name in marks."""
REACH = 40
"""Words before a quotation in which the verb of a court is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Marked words that are speech: whose, by which report, first and last sentence."""

    marked: Marked
    source: Source
    report: Report | None
    type: QuoteType
    sentences: tuple[int, int]


def find_said(
    scene: Scene, reports: Sequence[Sequence[Report]], agents: Sequence[Source | None]
) -> tuple[tuple[Said, ...], tuple[Marked, ...]]:
    """Return the quotations with their sources, and the marked words that nobody said."""
    spans = [m for m in scene.marked if m.depth == 0]
    found: dict[int, Said] = {}
    loose: list[int] = []
    for number, span in enumerate(spans):
        said = _attributed(scene, span, reports, agents)
        if said is not None:
            found[number] = said
        elif (place := _sentences(scene, span)) is not None and _whole_sentence(scene, span, place):
            loose.append(number)
    _carry(scene, spans, loose, found, reports)
    scare = tuple(m for n, m in enumerate(spans) if n not in found)
    return tuple(found[n] for n in sorted(found)), scare


def _sentences(scene: Scene, span: Marked) -> tuple[int, int] | None:
    touched = scene.touched((span.start, span.end))
    return (touched[0], touched[-1]) if touched else None


def _attributed(
    scene: Scene, span: Marked, reports: Sequence[Sequence[Report]], agents: Sequence[Source | None]
) -> Said | None:
    place = _sentences(scene, span)
    if place is None or _is_title(scene, span) or _is_denied(scene, span, place[0]):
        return None
    report = _covering(scene, span, reports, place)
    document = _document(scene, span, place, report)
    if document:
        return Said(marked=span, source=document, report=None, type="document", sentences=place)
    if report is None or report.source is None:
        return None
    if _is_term(scene, span, report) or _called_names(scene, report) or _is_charge(scene, span, report):
        return None
    return Said(
        marked=span, source=report.source, report=report, type=_type(scene, span, report.source), sentences=place
    )


def _covering(scene: Scene, span: Marked, reports: Sequence[Sequence[Report]], place: tuple[int, int]) -> Report | None:
    """The report whose content holds the quotation; the nearest cue where several do."""
    first, last = place
    best: list[tuple[int, Report]] = []
    row = scene.words.at(span.left)
    for number in range(first, last + 1):
        for report in reports[number]:
            cue = scene.words.start[report.cue[0]]
            overlaps = any(s < span.end and span.start < e for s, e in (*report.content, *report.reach))
            if overlaps or (last > first and number in (first, last) and report.grade in SAYING):
                vague = report.word == "according to" and report.source is not None and report.source.kind != "person"
                inner = report.nested and not row - 4 <= report.cue[1] <= row
                thought = report.grade in ("think", "policy")
                away = min(abs(cue - span.start), abs(cue - span.end)) + 5_000 * vague + 2_000 * (inner or thought)
                best.append((away + (0 if overlaps else 10_000), report))
    return min(best, key=lambda pair: pair[0])[1] if best else None


def _is_title(scene: Scene, span: Marked) -> bool:
    """Every word of weight capitalised, no verb of saying right before: a title or proper name."""
    rows = scene.words.rows((span.start, span.end))
    weighty = [
        scene.words.text[r]
        for r in rows
        if scene.words.text[r][0].isalpha() and scene.words.lower[r] not in word_class("small")
    ]
    if not weighty:
        return True
    capital = all(w[0].isupper() for w in weighty)
    before = scene.words.lower[rows.start - 2] if rows.start > 1 else ""
    spoken = before in ("said", "says", ":", ",", "quote") or scene.lexicon.verbs.get(before) in SAYING
    return (
        capital
        and not spoken
        and (len(weighty) > 1 or before in ("s", "on", "in", "the", "show", "operation", "movie", "film", "book"))
    )


def _is_term(scene: Scene, span: Marked, report: Report) -> bool:
    """`what the miners call “black bread”`, `so-called`: a word of theirs, not a statement."""
    words = scene.words
    row = words.at(span.left)
    before = words.lower[max(0, row - 4) : row]
    short = len(words.rows((span.start, span.end))) <= 4
    if (before[-1:] == ("called",) and before[-3:-2] == ("so",)) or before[-2:] == ("known", "as"):
        return True
    named = bool(set(before) & word_class("naming_words"))
    vague = report.source is not None and report.source.kind in ("people", "group", "unnamed", "unresolved")
    if short and report.word in ("call", "calls", "called", "dub", "dubs", "dubbed", "know") and vague:
        return True
    return (
        short
        and named
        and report.word
        not in (
            "called",
            "calling",
            "calls",
            "dubbed",
            "labelled",
            "labeled",
            "branded",
            "describing",
            "described",
            "denounced",
            "said",
            "says",
            "dismissed",
            "mocked",
        )
        and vague
    )


def _is_denied(scene: Scene, span: Marked, number: int) -> bool:
    """`there is no such thing as “two moons”`: a term that is refused, nobody's words."""
    before = scene.document.text[scene.sentences[number].start : span.left].lower()
    return "no such thing as" in " ".join(before.split()[-12:])


def _is_charge(scene: Scene, span: Marked, report: Report) -> bool:
    """`was jailed for “insulting the court”, his lawyer said`: the words of a charge, not of who tells of it."""
    words = scene.words
    row = words.at(span.left)
    low, _ = scene.rows_of(scene.sentences[scene.touched((span.start, span.end))[0]])
    before = words.lower[max(low, row - REACH) : row]
    opens = before[-1:] in (("for",), ("of",), ("with",)) and words.lower[words.at(span.start)].endswith("ing")
    return opens and bool(word_class("sentencing") & set(before)) and report.word not in word_class("sentencing")


def _called_names(scene: Scene, report: Report) -> bool:
    """In a speech: what opponents are said to call a thing is the speaker's own wording."""
    naming = report.word.startswith(("call", "brand", "label", "describ", "blam", "dub", "accus"))
    return scene.document.metadata.genre in OWN_VOICE and naming


def _document(scene: Scene, span: Marked, place: tuple[int, int], report: Report | None) -> Source | None:
    """A text named before the quotation with a verb of its own between (`the pact obliges “...”`)."""
    words = scene.words
    low, _ = scene.rows_of(scene.sentences[place[0]])
    row = words.at(span.left)
    verb = next(
        (
            r
            for r in range(row - 1, max(low, row - 8) - 1, -1)
            if words.lower[r] in word_class("text_verbs") and scene.inside[r] < 0
        ),
        None,
    )
    if verb is None:
        verb = _text_verb(scene, low, row)
    if verb is None or (report is not None and report.cue[1] > verb):
        return None
    for noun in range(verb - 1, max(low, verb - 22) - 1, -1):
        if words.lower[noun] in word_class("documents") and not _in_speech(scene, noun):
            return Source(holder=replace(NOBODY, speaker=_document_name(scene, noun, low), role=None), kind="document")
        if noun in {n.first for n in scene.within(noun, noun + 1) if n.form == "person"} and verb - noun < 3:
            return None
    return None


def _in_speech(scene: Scene, row: int) -> bool:
    """Inside marks that hold more than a name (`the ‘Harbour Doctrine’` is one)."""
    number = scene.inside[row]
    return number >= 0 and len(scene.words.rows((scene.marked[number].start, scene.marked[number].end))) > NAME


def _text_verb(scene: Scene, low: int, row: int) -> int | None:
    """The verb of a text that is the subject early in the sentence (`The pact gives Oslo a say if it “feels ...”`)."""
    words = scene.words
    for noun in range(low, row):
        if words.lower[noun] in word_class("documents") and scene.inside[noun] < 0:
            near = range(noun + 1, min(row, noun + 4))
            return next((r for r in near if words.lower[r] in word_class("text_verbs")), None)
    return None


def _document_name(scene: Scene, noun: int, low: int) -> str:
    words, row = scene.words, noun
    while row > low and noun - row < 7:
        before = words.lower[row - 1]
        if (
            before in word_class("determiners") | word_class("prepositions") | {"and", "but"}
            or words.text[row - 1] in ',.;:–—“”‘"'
        ):
            break
        row -= 1
    return scene.slice(row, noun + 1)


def _type(scene: Scene, span: Marked, source: Source) -> QuoteType:
    if source.kind == "document":
        return "document"
    text = scene.document.text[span.start : span.end].strip()
    words = scene.words.rows((span.start, span.end))
    opens = text[:1].isupper() or text[:1] in "[("
    finished = text[-1:] in ".,!?…"
    return "full" if len(words) > 4 and finished and opens else "partial"


def _whole_sentence(scene: Scene, span: Marked, place: tuple[int, int]) -> bool:
    """The sentence is the quotation and nothing else."""
    first, last = scene.sentences[place[0]], scene.sentences[place[1]]
    outside = scene.document.text[first.start : span.left] + scene.document.text[span.right : last.end]
    return not any(c.isalnum() for c in outside) and len(scene.words.rows((span.start, span.end))) > 3


def _carry(
    scene: Scene,
    spans: Sequence[Marked],
    loose: Sequence[int],
    found: dict[int, Said],
    reports: Sequence[Sequence[Report]],
) -> None:
    """Give a paragraph that is all quotation the speaker of the one it leads to, or else of the one before."""
    for number in reversed(loose):
        after = found.get(number + 1)
        if after and spans[number].continues and spans[number + 1].block - spans[number].block <= 1:
            found[number] = _carried(scene, spans[number], after)
    for number in loose:
        if number in found:
            continue
        place = _sentences(scene, spans[number])
        led = _led_in(scene, place, reports) if place else None
        if led is not None:
            found[number] = _said_by(scene, spans[number], led)
            continue
        before = found.get(number - 1)
        near = before is not None and place is not None and place[0] - before.sentences[1] <= 2
        if before and near:
            found[number] = _carried(scene, spans[number], before)
        elif (after := found.get(number + 1)) and place is not None and after.sentences[0] - place[1] <= 1:
            found[number] = _carried(scene, spans[number], after)


def _led_in(scene: Scene, place: tuple[int, int], reports: Sequence[Sequence[Report]]) -> Report | None:
    """The report of the sentence before in the same paragraph (`Ms Obi said the line was clear. “We hold on.”`)."""
    before = place[0] - 1
    if before < 0:
        return None
    apart = scene.sentences[before].block != scene.sentences[place[0]].block
    if apart and not leads_on(scene, before):
        return None
    outer = [r for r in reports[before] if not r.nested and not r.embedded and r.grade in SAYING]
    return outer[-1] if outer else None


def _said_by(scene: Scene, span: Marked, report: Report) -> Said:
    place = _sentences(scene, span) or (report.sentence, report.sentence)
    return Said(
        marked=span, source=report.source, report=report, type=_type(scene, span, report.source), sentences=place
    )


def _carried(scene: Scene, span: Marked, other: Said) -> Said:
    place = _sentences(scene, span) or other.sentences
    return Said(
        marked=span, source=other.source, report=other.report, type=_type(scene, span, other.source), sentences=place
    )
