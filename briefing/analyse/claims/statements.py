"""Every sentence as one statement or, with several reports in it, as several: kind, holder, date, hedges, agent."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefing.analyse.actors.lexicon import word_class
from briefing.analyse.claims.hedges import find_hedges
from briefing.analyse.claims.kinds import OPINION, is_question, kind_of_own, kind_of_report
from briefing.analyse.scene import Scene
from briefing.analyse.speech.quotes import Said
from briefing.analyse.speech.report import Report
from briefing.analyse.text.agents import Agency
from briefing.analyse.text.clauses import is_finite
from briefing.analyse.time.timing import when_of
from briefing.model.attribution import Extent
from briefing.model.findings import Holder, Statement, When

_TELLING = frozenset({"say", "factive", "claim", "warn", "phrase"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sayings:
    """All that is known of one sentence before it is worded as statements."""

    number: int
    voiced: bool
    """Every word is the position of a speaker or issuer, whatever it reports."""
    reports: tuple[Report, ...]
    agency: Agency
    said: tuple[Said, ...]
    dates: tuple[When, ...]


def make_statements(scene: Scene, sayings: Sayings, own: Holder | None) -> list[Statement]:
    """Return the statements of one sentence; `own` is who speaks in the document's or the turn's own voice."""
    outer = [r for r in sayings.reports if not r.nested]
    reports = _one_each(_main(scene, [r for r in outer if not r.embedded and _counts(scene, r)]))
    embedded = [r for r in sayings.reports if r.embedded and _tells(r) and (r.shared or not r.nested)]
    if sayings.voiced:
        return [_own(scene, sayings, own)]
    carried = [s for s in sayings.said if s.report is not None and s.report.sentence != sayings.number]
    if not reports and carried:
        return [_carried(scene, sayings, carried[0])]
    if not reports:
        return [_own(scene, sayings, own), *(_reported(scene, sayings, r) for r in embedded)]
    return [_reported(scene, sayings, r) for r in (*reports, *embedded)]


def _tells(report: Report) -> bool:
    """What stands in a relative clause counts where words are told, not a name for something (`what Danes call`).

    A text leant on in passing (`which begins in May according to the order`) tells nothing of its own.
    """
    if report.word.startswith(("call", "dub", "label", "term")) and report.source.kind in (
        "people",
        "group",
        "unnamed",
    ):
        return False
    if report.word == "according to" and report.source.kind == "document":
        return False
    return report.grade in _TELLING or (report.form != "indirect" and report.grade not in ("think", "policy"))


def _one_each(reports: list[Report]) -> list[Report]:
    """Of several reports of one source in a sentence keep the one with words of its own, else the plainest verb."""
    best: dict[Holder, Report] = {}
    for report in reports:
        known = best.get(report.source.holder)
        if known is None or _weight(report) > _weight(known):
            best[report.source.holder] = report
    return [r for r in reports if best[r.source.holder] is r]


def _weight(report: Report) -> tuple[bool, bool, bool, bool]:
    plain = not report.word.endswith("ing")
    return report.form != "indirect", report.grade in _TELLING, report.grade not in ("think", "policy"), plain


def _main(scene: Scene, reports: list[Report]) -> list[Report]:
    """A translation or outlet that passes on another report's words is no statement of its own."""
    own = ("person", "state", "body", "official")
    telling = [r for r in reports if r.word != "according to" or r.source.kind in own or r.source.holder.actor]
    return telling or reports


def _counts(scene: Scene, report: Report) -> bool:
    """Wishes and thoughts that a commentator ascribes to others are the commentator's view, not a report."""
    inner = report.grade in ("think", "policy") and report.form == "indirect"
    source = report.source
    if report.form == "indirect" and scene.document.metadata.genre in OPINION and _is_forecast(report):
        return False
    if inner and scene.document.metadata.genre in OPINION:
        return source is not None and source.kind in ("group", "unnamed") and source.holder.actor is None
    return True


def _is_forecast(report: Report) -> bool:
    """`Ms Obi will say that it is too dear`: what a commentator expects of others is the commentator's view."""
    return report.word.lower().split()[0] in word_class("modals")


def _base(scene: Scene, sayings: Sayings) -> Statement:
    sentence = scene.sentences[sayings.number]
    low, high = scene.rows_of(sentence)
    ids = (scene.actor_of(n) for n in scene.within(low, high) if not n.place)
    return Statement(
        id=f"{scene.document.id}:{sentence.start}-{sentence.end}",
        extent=(sentence.start, sentence.end),
        sentence=sayings.number,
        kind="reported_fact",
        holder=None,
        cue=None,
        hedges=find_hedges(scene, low, high),
        actors=tuple(dict.fromkeys(a for a in ids if a)),
        agent=sayings.agency.actor,
        act=sayings.agency.act,
    )


def _own(scene: Scene, sayings: Sayings, own: Holder | None) -> Statement:
    base = _base(scene, sayings)
    when = when_of(scene, sayings.number, sayings.dates, sayings.agency.clause.verb)
    kind = kind_of_own(
        scene, sayings.number, sayings.agency, when, voiced=sayings.voiced, dated_part=bool(sayings.dates)
    )
    if own is not None and own.speaker is None and own.description == "reporter":
        kind = "question"
    voice = sayings.voiced or kind in ("author_judgement", "question", "stated_position")
    agent = base.agent or (own.actor if own and sayings.voiced and _in_own_name(scene, sayings) else None)
    return replace(base, kind=kind, holder=own if voice else None, when=when, agent=agent)


def _in_own_name(scene: Scene, sayings: Sayings) -> bool:
    """`We will send`, `I have ordered`; what `we must` do is asked of all who listen."""
    clause, words = sayings.agency.clause, scene.words
    if clause.subject is None or clause.verb is None or words.lower[clause.subject[0]] not in ("we", "i"):
        return False
    return words.lower[clause.verb] not in ("must", "should", "need", "ought", "can", "cannot")


def _reported(scene: Scene, sayings: Sayings, report: Report) -> Statement:
    base = _base(scene, sayings)
    holder = report.source.holder if report.source else None
    if holder and report.within and holder.description is None:
        holder = replace(holder, description=f"quoting {report.within}")
    kind = "reported_position" if report.shared else kind_of_report(scene, report)
    if is_question(scene, sayings.number) and report.form == "indirect":
        kind = "question"
    return replace(
        base,
        kind=kind,
        holder=holder,
        cue=report.told or report.word,
        content=report.content,
        form=report.form,
        when=_when(scene, sayings, report),
    )


def _when(scene: Scene, sayings: Sayings, report: Report) -> When | None:
    """The date of the saying; of a sentence that ends in its source (`..., police said`) else that of what happened."""
    said = when_of(scene, sayings.number, sayings.dates, report.cue[0], content=_clauses(scene, report))
    if said is None and report.tail and report.form == "indirect":
        return when_of(scene, sayings.number, sayings.dates, sayings.agency.clause.verb)
    return said


def _clauses(scene: Scene, report: Report) -> tuple[Extent, ...]:
    """The parts of what is said that are clauses of their own: `announced the levy on Monday` dates the announcing."""
    return tuple(
        extent
        for extent in report.content
        if report.form != "indirect"
        or any(is_finite(scene.words, r, -1, scene.lexicon) for r in scene.words.rows(extent))
    )


def _carried(scene: Scene, sayings: Sayings, said: Said) -> Statement:
    base = _base(scene, sayings)
    report = said.report
    kind = kind_of_report(scene, report) if report else "stated_position"
    sentence = scene.sentences[sayings.number]
    content = (max(sentence.start, said.marked.start), min(sentence.end, said.marked.end))
    return replace(
        base,
        kind=kind,
        holder=said.source.holder,
        cue=report.word if report else None,
        content=(content,),
        form="direct",
    )
