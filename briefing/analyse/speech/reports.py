"""Who is reported to say or think what: cues with their sources, joined with the attribution engine's spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.analyse.actors.lexicon import word_class
from briefing.analyse.scene import Scene
from briefing.analyse.speech.contents import clipped, find_content, form_of, is_embedded, is_tail, leads_on
from briefing.analyse.speech.cues import Cue, find_cues
from briefing.analyse.speech.korean import find_telling, is_korean
from briefing.analyse.speech.report import Report
from briefing.analyse.speech.sources import Memory, Source, person_source
from briefing.analyse.speech.speakers import resolve
from briefing.analyse.speech.views import told_by
from briefing.analyse.text.nounphrases import Rows, subject_after, subject_before
from briefing.analyse.text.spans import as_rows, engine_reports, quoted_rows, same_cue
from briefing.analyse.text.subjects import source_rows
from briefing.model.attribution import Attribution

_NAMED = frozenset({"person", "state", "body", "organisation", "outlet", "official"})


def find_reports(scene: Scene, memory: Memory, number: int, attributions: Sequence[Attribution]) -> list[Report]:
    """Return the reports of sentence `number`; `attributions` are the engine's that touch it."""
    low, high = scene.rows_of(scene.sentences[number])
    sentence = scene.sentences[number]
    if is_korean(scene.document.text[sentence.start : sentence.end]):
        return _korean(scene, memory, number)
    found: list[Report] = []
    for cue in find_cues(scene, low, high):
        for report in _reports_of(scene, memory, number, cue, low, high, attributions):
            found.append(report)
            if report.source.kind != "unresolved" and (not report.embedded or report.source.kind == "outlet"):
                memory.spoke.append((number, report.source))
    for report in engine_reports(scene, memory, number, attributions, found, low, high):
        found.append(report)
        memory.spoke.append((number, report.source))
    return _nested(sorted(found, key=lambda r: r.cue), scene)


def _korean(scene: Scene, memory: Memory, number: int) -> list[Report]:
    """The report of a Korean sentence."""
    sentence = scene.sentences[number]
    telling = find_telling(scene, sentence.start, sentence.end)
    if telling is None:
        return []
    memory.spoke.append((number, telling.source))
    report = Report(
        sentence=number,
        cue=as_rows(scene, [telling.cue]),
        word=scene.document.text[slice(*telling.cue)],
        grade="say",
        source=telling.source,
        content=telling.content,
        form=form_of(scene, telling.content),
    )
    return [report]


def _reports_of(
    scene: Scene, memory: Memory, number: int, cue: Cue, low: int, high: int, attributions: Sequence[Attribution]
) -> Iterator[Report]:
    """Yield the report of one cue, one for each of joint sources (`Lima and Quito said`); none when nobody says it."""
    engine = same_cue(scene, cue, attributions)
    rows, inverted = source_rows(scene, cue, low, high)
    source = _source(scene, memory, number, cue, rows, low, high, engine)
    if inverted and cue.word != "according to" and (source is None or source.kind == "unnamed"):
        plain = subject_before(scene.words, cue.first, low)
        better = _source(scene, memory, number, cue, plain, low, high, engine) if plain else None
        rows, inverted, source = (plain, False, better) if better else (rows, inverted, source)
    if source is None or source.kind == "self" or not _can_say(source, cue) or _in_keeping(scene, cue, source, low):
        return
    rows = _with_name(scene, rows, low, source)
    tail = is_tail(scene, cue, rows, low, high)
    reach = find_content(scene, cue, rows, low, high, tail=tail, inverted=inverted)
    content = clipped(engine.content, reach) if engine else reach
    content = tuple((s, e) for s, e in content if any(c.isalnum() for c in scene.document.text[s:e]))
    if not content and not leads_on(scene, number):
        return
    embedded = is_embedded(scene, rows, cue, low)
    for one in (*_joint(scene, memory, number, rows), source):
        yield Report(
            sentence=number,
            cue=(cue.first, cue.last),
            word=cue.word,
            grade=cue.grade,
            source=one,
            content=content,
            form=form_of(scene, (*content, *reach)),
            reach=reach,
            tail=tail,
            embedded=embedded,
            told=told_by(scene.words, (cue.first, cue.last), cue.source),
            shared=embedded and _word_before(scene, rows, low) == "what",
        )


def _with_name(scene: Scene, rows: Rows | None, low: int, source: Source) -> Rows | None:
    """The rows with the name before their comma, where that is who speaks (`|Ada Obi, a fellow|, said`)."""
    if rows is None or rows[0] - 2 < low or scene.words.text[rows[0] - 1] != "," or source.person is None:
        return rows
    before = [n for n in scene.within(low, rows[0]) if n.last == rows[0] - 1 and n.person == source.person]
    return (before[-1].first, rows[1]) if before else rows


def _listed(scene: Scene, memory: Memory, number: int, rows: Rows) -> Iterator[Source]:
    """The names before the last two of a list (`Lima, Quito and La Paz`)."""
    if "and" not in scene.words.lower[rows[0] : rows[1]]:
        return
    low, _ = scene.rows_of(scene.sentences[number])
    end, found = rows[0], []
    while end - 1 > low and scene.words.text[end - 1] == ",":
        name = next(
            (n for n in scene.within(max(low, end - 6), end - 1) if n.last == end - 1 and n.form != "adjective"), None
        )
        source = resolve((name.first, name.last), scene, memory, number) if name else None
        if name is None or source is None:
            break
        found.append(source)
        end = name.first
    if end <= low + 1:
        yield from reversed(found)


def _word_before(scene: Scene, rows: Rows | None, low: int) -> str:
    return scene.words.lower[rows[0] - 1] if rows and rows[0] > low else ""


def _joint(scene: Scene, memory: Memory, number: int, rows: Rows | None) -> Iterator[Source]:
    """The sources joined by `and` before the last one, where both are names."""
    if rows is None:
        return
    words = scene.words
    yield from _listed(scene, memory, number, rows)
    for row in range(rows[0] + 1, rows[1] - 1):
        named = {n.last for n in scene.within(rows[0], row) if n.form not in ("adjective", "outlet")}
        if words.lower[row] == "and" and row in named and any(n.last == rows[1] for n in scene.within(row, rows[1])):
            first = resolve((rows[0], row), scene, memory, number)
            if first is not None and first.kind in _NAMED:
                yield first


def _source(
    scene: Scene,
    memory: Memory,
    number: int,
    cue: Cue,
    rows: Rows | None,
    low: int,
    high: int,
    engine: Attribution | None,
) -> Source | None:
    """Resolve the rows before or after the cue; the engine's source where that gives nothing certain."""
    quoted = quoted_rows(scene, number)
    source = resolve(rows, scene, memory, number, quoted=quoted) if rows else None
    if rows and source is not None and (cue.source is None or source.kind != "unnamed"):
        source = _apposed_person(scene, rows, low, high, source)
    if rows and source is not None and source.kind in ("group", "official", "unnamed"):
        source = _opening_person(scene, cue, low, rows) or source
    if source is not None and source.kind == "outlet":
        source = _cited(scene, memory, number, cue, low, high) or source
    weak = source is None or source.kind in ("unnamed", "unresolved")
    if weak and engine and engine.source and cue.grade not in ("think", "policy"):
        again = resolve(as_rows(scene, engine.source), scene, memory, number, quoted=quoted)
        source = again if again and again.kind not in ("unnamed", "unresolved") else source or again
    return source


def _in_keeping(scene: Scene, cue: Cue, source: Source, low: int) -> bool:
    """`work goes on according to the pact`: as a text lays down, not as it says."""
    if cue.word != "according to" or source.kind != "document" or cue.first == low:
        return False
    nouns = set((source.holder.speaker or "").lower().split()) & word_class("documents")
    return bool(nouns) and nouns <= word_class("binding_texts") and scene.words.text[cue.first - 1] != ","


def _can_say(source: Source, cue: Cue) -> bool:
    """A noun that is no person, body or text says nothing, whatever it `underscores`; thoughts need a named thinker."""
    if cue.source is not None and source.kind in ("unnamed", "unresolved", "document"):
        return False
    if source.kind in ("unnamed", "unresolved"):
        return cue.word in word_class("animate")
    return (
        cue.grade != "policy"
        or source.kind in ("person", "state", "body", "official", "people")
        or bool(source.holder.actor)
    )


def _apposed_person(scene: Scene, rows: Rows, low: int, high: int, source: Source) -> Source:
    """The name beside an office: `his lawyer, Ada Obi, said`, `Ada Obi, a fellow at the Delta Centre told`."""
    words = scene.words
    if source.kind == "body" or any(n.last == rows[1] and n.form == "person" for n in scene.within(*rows)):
        return source
    after = next((n for n in scene.within(rows[1], min(high, rows[1] + 2)) if n.form == "person"), None)
    if after and words.text[after.first - 1] == "," and after.person is not None:
        return person_source(after.person, scene)
    if source.kind not in ("group", "official", "unnamed") or rows[0] - 2 < low or words.text[rows[0] - 1] != ",":
        return source
    before = next((n for n in scene.within(low, rows[0]) if n.last == rows[0] - 1 and n.form == "person"), None)
    return person_source(before.person, scene) if before and before.person is not None else source


def _opening_person(scene: Scene, cue: Cue, low: int, rows: Rows) -> Source | None:
    """`Ada Obi, another envoy, who, as the head of the mission, had left, said`: the name that opens the sentence."""
    words = scene.words
    if words.text[cue.first - 1] != "," or rows[0] > cue.first:
        return None
    person = next((n for n in scene.within(low, rows[0]) if n.form == "person"), None)
    if person is None or person.person is None or person.first > low + 6 or words.text[person.last] != ",":
        return None
    return person_source(person.person, scene)


def _cited(scene: Scene, memory: Memory, number: int, cue: Cue, low: int, high: int) -> Source | None:
    """`Citing Chilean officials, the paper reports`: whose words an outlet passes on; another outlet is nobody."""
    words = scene.words
    row = next((r for r in range(low, high) if words.lower[r] in ("citing", "quoting")), None)
    rows = None if row is None or scene.inside[row] >= 0 else subject_after(words, row, high)
    source = resolve(rows, scene, memory, number) if rows else None
    return source if source is not None and source.kind in ("group", "official", "person", "body", "state") else None


def _nested(reports: Sequence[Report], scene: Scene) -> list[Report]:
    """Mark reports inside what another one says as nested; the outer one keeps the name of the inner source."""
    out: list[Report] = []
    for report in reports:
        nested = any(o is not report and _holds(scene, o, report) for o in reports)
        out.append(replace(report, nested=nested, within=_inner_source(report, reports, scene)))
    return out


def _holds(scene: Scene, outer: Report, inner: Report) -> bool:
    """`inner` is a part of what `outer` says, not what a colon leads to (`Lima hinted as much: an envoy said “no”`).

    An outlet named last only passes on a speaker's own words.
    """
    if not _inside(scene.words.start[inner.cue[0]], outer) or _inside(scene.words.start[outer.cue[0]], inner):
        return False
    if any(scene.words.text[r] == ":" and scene.inside[r] < 0 for r in range(outer.cue[1], inner.cue[0])):
        return False
    passes_on = outer.word == "according to" and outer.source.kind not in ("person", "state", "body")
    return not (passes_on and inner.form != "indirect") and not outer.embedded and inner.cue != outer.cue


def _inside(place: int, report: Report) -> bool:
    return any(s <= place < e for s, e in (*report.content, *report.reach))


def _inner_source(outer: Report, reports: Sequence[Report], scene: Scene) -> str | None:
    for report in reports:
        told = (
            report.grade in ("say", "factive", "claim", "phrase")
            and report.source.kind in _NAMED
            and not report.embedded
        )
        if report is outer or not told or outer.embedded:
            continue
        if _inside(scene.words.start[report.cue[0]], outer) and report.source.holder != outer.source.holder:
            holder = report.source.holder
            return holder.speaker or holder.actor_name or holder.description
    return None
