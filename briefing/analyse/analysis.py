"""The order of the finders, from one document to its analysis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.analyse.actors.lexicon import Lexicon
from briefing.analyse.attribution import find_attributions
from briefing.analyse.choices.finder import find_choices
from briefing.analyse.claims.statements import Sayings, make_statements
from briefing.analyse.scene import Scene, set_scene
from briefing.analyse.speech.led import Leads
from briefing.analyse.speech.quotes import Said, find_said
from briefing.analyse.speech.report import Report
from briefing.analyse.speech.reports import find_reports
from briefing.analyse.speech.sources import Memory, Source
from briefing.analyse.speech.voices import announced_voice, own_voice, turn_voice
from briefing.analyse.text.agents import Agency, find_agent
from briefing.analyse.time.dates import find_dates
from briefing.model.attribution import Attribution
from briefing.model.document import BODY_KINDS, Document
from briefing.model.findings import Actor, Analysis, Holder, Mention, Quote, Statement, When

VERSION = "1"


def analyse(document: Document, lexicon: Lexicon, attributions: Sequence[Attribution] | None = None) -> Analysis:
    """Return all that is found in `document`; the same document and lexicon give the same analysis.

    `attributions` are those of the engine, where the caller has asked it already; None: it is asked for the body.
    """
    scene = set_scene(document, lexicon)
    dates = find_dates(document, scene.sentences)
    if attributions is None:
        attributions = find_attributions(document.text, [(b.start, b.end) for b in document.body()])
    reports, agencies, led = _read_sentences(scene, attributions)
    said, scare = find_said(scene, reports, [a.source for a in agencies])
    statements = _statements(scene, reports, agencies, said, dates, led)
    analysis = Analysis(
        document=document.id,
        version=VERSION,
        actors=_actors(scene, statements),
        mentions=_mentions(scene),
        sentences=scene.sentences,
        statements=tuple(statements),
        quotes=_quotes(scene, said, statements),
        dates=dates,
        scare_quotes=tuple((m.start, m.end) for m in scare),
    )
    return replace(analysis, choices=find_choices(document, analysis))


def _read_sentences(
    scene: Scene, attributions: Sequence[Attribution]
) -> tuple[list[list[Report]], list[Agency], Mapping[int, Source]]:
    """Go through the sentences in order, so that a pronoun finds who spoke or acted before."""
    told = _by_sentence(scene, attributions)
    memory, leads = Memory(), Leads(scene)
    reports: list[list[Report]] = []
    agencies: list[Agency] = []
    for number in range(len(scene.sentences)):
        agency = find_agent(scene, memory, number)
        found = find_reports(scene, memory, number, told.get(number, []))
        if agency.source is not None:
            memory.acted.append((number, agency.source))
        leads.hear(number, found, memory)
        reports.append(found)
        agencies.append(agency)
    return reports, agencies, leads.said_by


def _by_sentence(scene: Scene, attributions: Sequence[Attribution]) -> dict[int, list[Attribution]]:
    """The attributions by the sentences that their cue touches; those without a cue by their content."""
    out: dict[int, list[Attribution]] = {}
    for attribution in attributions:
        touched = {n for extent in attribution.cue or attribution.content for n in scene.touched(extent)}
        for number in touched:
            out.setdefault(number, []).append(attribution)
    return out


def _statements(
    scene: Scene,
    reports: Sequence[list[Report]],
    agencies: Sequence[Agency],
    said: Sequence[Said],
    dates: Sequence[When],
    led: Mapping[int, Source],
) -> list[Statement]:
    own = own_voice(scene)
    nameless = own is not None and own.speaker is None and not own.description
    open_voice = own is None or own.is_author or nameless
    announced = announced_voice(scene, [a.source for a in agencies]) if open_voice else None
    turns: dict[str, Holder] = {}
    out: list[Statement] = []
    for number, sentence in enumerate(scene.sentences):
        label = scene.document.blocks[sentence.block].speaker
        if label is not None and label not in turns:
            turns[label] = turn_voice(scene, label, own)
        voice = turns[label] if label is not None else own
        if announced is not None and number >= announced[0]:
            voice = announced[1]
        elif number in led and (voice is None or voice.is_author):
            voice = led[number].holder
        sayings = Sayings(
            number=number,
            voiced=voice is not None and not voice.is_author,
            reports=tuple(reports[number]),
            agency=agencies[number],
            said=tuple(s for s in said if s.sentences[0] <= number <= s.sentences[1]),
            dates=tuple(d for d in dates if sentence.start <= d.extent[0] < sentence.end),
        )
        out += make_statements(scene, sayings, voice)
    return out


def _quotes(scene: Scene, said: Sequence[Said], statements: Sequence[Statement]) -> tuple[Quote, ...]:
    out = []
    for item in said:
        first, last = item.sentences
        start, end = item.marked.start, item.marked.end
        out.append(
            Quote(
                extent=(start, end),
                type=item.type,
                statement=_statement_of(item, statements),
                holder=replace(item.source.holder, speaker=item.source.holder.speaker or item.source.words),
                cue=item.report.word if item.report else None,
                context=(scene.sentences[first].start, scene.sentences[last].end),
            )
        )
    return tuple(out)


def _statement_of(item: Said, statements: Sequence[Statement]) -> int:
    """The statement in the quotation's sentences that has its holder, else the first of them."""
    first, last = item.sentences
    inside = [i for i, s in enumerate(statements) if first <= s.sentence <= last]
    same = [i for i in inside if statements[i].holder == item.source.holder]
    return (same or inside)[0]


def _mentions(scene: Scene) -> tuple[Mention, ...]:
    body = [(b.start, b.end) for b in scene.document.blocks if b.kind in BODY_KINDS]
    out = []
    for naming in scene.namings:
        actor, start = scene.actor_of(naming), scene.words.start[naming.first]
        if actor and not naming.place and any(s <= start < e for s, e in body):
            out.append(Mention(actor=actor, start=start, end=scene.words.end[naming.last - 1]))
    return tuple(out)


def _actors(scene: Scene, statements: Sequence[Statement]) -> tuple[Actor, ...]:
    """All actors named or speaking, in order of the first place; an organisation is one when it speaks."""
    found: dict[str, Actor] = {}
    for mention in _mentions(scene):
        found.setdefault(mention.actor, scene.lexicon.actors[mention.actor])
    for statement in statements:
        holder = statement.holder
        if holder and holder.actor and holder.actor not in found:
            known = scene.lexicon.actors.get(holder.actor)
            found[holder.actor] = known or Actor(
                id=holder.actor, name=holder.actor_name or holder.actor, kind="organisation"
            )
    return tuple(found.values())
