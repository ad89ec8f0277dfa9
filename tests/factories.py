"""Hand-made values for tests: an invented story on graphite export licences, with sources that carry every line."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from briefing.model.briefing import (
    Briefing,
    Change,
    Changes,
    Disagreement,
    Evidence,
    Focus,
    Item,
    Option,
    Position,
    QuoteItem,
    SourceEntry,
    TimelineItem,
)
from briefing.model.document import Block, Diagnostic, Document, Metadata
from briefing.model.findings import Kind

TEXTS: dict[str, str] = {
    "S1": (
        "China suspended export licences for battery graphite on Monday (Mar 3).\n"
        "“We will not supply those who shut us out”, commerce ministry spokesperson Li Wenbo said in Beijing.\n"
        "South Korea said that it would “review” its own licence rules for chip gases.\n"
        "Cutting chip gas shipments would hurt Korean makers first, the ministry warned.\n"
        "Officials in two capitals expect talks to resume in April.\n"
        "Seoul has already released a third of its graphite reserve.\n"
        "Battery makers hold stocks for 40 days, the industry association said.\n"
    ),
    "S2": (
        "The United States called the suspension “economic coercion” on Tuesday.\n"
        "Deputy trade secretary Carla Whitfield said: “Partners that stand together will not run short.”\n"
        "Washington is likely to offer shared stocks, according to a person briefed on the plan.\n"
        "Battery makers hold stocks for 70 days, the deputy secretary said.\n"
        "The 2023 supply agreement obliges the parties to “consult without delay” when a material runs short.\n"
        "Japan has not spoken.\n"
    ),
    "S3": (
        "Seoul has three moves open, and none of them is cheap.\n"
        "It could join the stockpile that Washington offers, though Beijing may answer with a wider ban.\n"
        "It could buy from Mozambique, but the first cargo would not arrive before autumn.\n"
        "A tariff on finished cells has been ruled out by trade minister Han Seo-jin.\n"
        "The dispute looks like a test of how far Beijing can press one neighbour at a time.\n"
    ),
}
"""The texts of the three sources, by source id."""

_MADE: dict[str, dict[str, Any]] = {
    "S1": {
        "path": "daily/graphite-licences.txt",
        "title": "Beijing halts graphite licences",
        "outlet": "Harbour Daily",
        "author": "Mina Osei",
        "author_role": "trade reporter",
        "published": "2025-03-04",
        "published_basis": "stated",
        "genre": "news",
        "descriptor": "news report; by Mina Osei (trade reporter); dated 2025-03-04; quotes Li Wenbo",
        "link": "https://harbour-daily.example/graphite?id=7&x=1",
    },
    "S2": {
        "path": "daily/washington-answers.txt",
        "title": "Washington answers the graphite halt",
        "outlet": "The Pilot",
        "author": None,
        "author_role": None,
        "published": "2025-03-05",
        "published_basis": "inferred",
        "genre": "news",
        "descriptor": "news report; date inferred: 2025-03-05; quotes Carla Whitfield; 1 of 3 statements unnamed",
    },
    "S3": {
        "path": "comment/three-moves.txt",
        "title": "Commentary: Three moves, none of them cheap",
        "outlet": "Strait Review",
        "author": "Tomasz Bielak",
        "author_role": "lecturer in trade policy at the University of Gdynia",
        "published": None,
        "published_basis": "unknown",
        "genre": "commentary",
        "descriptor": "commentary; by Tomasz Bielak (lecturer in trade policy); undated; quotes nobody",
    },
}


def make_evidence(source: str, words: str, page: int | None = None) -> Evidence:
    """Point at the first place where `words` stand in `TEXTS[source]`."""
    start = TEXTS[source].index(words)
    return Evidence(source=source, start=start, end=start + len(words), text=words, page=page)


def make_item(ident: str, source: str, text: str, kind: Kind, **given: Any) -> Item:
    """Make a line whose evidence is `text` itself unless `words` names other words of the source."""
    words = given.pop("words", text)
    return Item(id=ident, text=text, kind=kind, evidence=(make_evidence(source, words),), **given)


def _sentence(source: str, number: int) -> str:
    return TEXTS[source].splitlines()[number]


def make_positions() -> tuple[Position, ...]:
    """Make the actors' positions: three states, one of them with two lines."""
    return (
        Position(
            id="p-cn-1",
            text=_sentence("S1", 0),
            kind="reported_fact",
            date="2025-03-03",
            actor="China",
            evidence=(make_evidence("S1", _sentence("S1", 0)),),
        ),
        Position(
            id="p-cn-2",
            text=_sentence("S1", 1),
            kind="stated_position",
            date="2025-03-03",
            actor="China",
            speaker="Li Wenbo",
            role="commerce ministry spokesperson",
            cue="said",
            evidence=(make_evidence("S1", _sentence("S1", 1)),),
        ),
        Position(
            id="p-kr-1",
            text=_sentence("S1", 2),
            kind="reported_position",
            date="2025-03-04",
            hedges=("would",),
            actor="South Korea",
            cue="said",
            evidence=(make_evidence("S1", _sentence("S1", 2)),),
        ),
        Position(
            id="p-us-1",
            text=_sentence("S2", 0),
            kind="stated_position",
            date="2025-03-04",
            actor="United States",
            cue="called",
            others=("Canada",),
            evidence=(make_evidence("S2", _sentence("S2", 0)),),
        ),
    )


def make_options() -> tuple[Option, ...]:
    """Make South Korea's options: under review, advocated, in use and ruled out."""
    warned = make_item("o-1-a", "S1", _sentence("S1", 3), "stated_position", actor="South Korea", cue="warned")
    wider = make_item(
        "o-2-r",
        "S3",
        "Beijing may answer with a wider ban.",
        "author_judgement",
        words="Beijing may answer with a wider ban",
        hedges=("may",),
    )
    return (
        Option(
            id="o-1",
            text="Review its own licence rules for chip gases.",
            kind="reported_position",
            status="under_review",
            by="South Korea",
            date="2025-03-04",
            evidence=(make_evidence("S1", _sentence("S1", 2)),),
            arguments_against=(warned,),
            not_in_sources=("timing", "legal_basis"),
        ),
        Option(
            id="o-2",
            text="Join the stockpile that Washington offers.",
            kind="author_judgement",
            status="advocated",
            by="Tomasz Bielak",
            evidence=(make_evidence("S3", _sentence("S3", 1)),),
            reactions=(wider,),
            not_in_sources=("cost",),
        ),
        Option(
            id="o-3",
            text=_sentence("S1", 5),
            kind="reported_fact",
            status="in_use",
            evidence=(make_evidence("S1", _sentence("S1", 5)),),
            not_in_sources=("cost", "timing", "legal_basis"),
        ),
        Option(
            id="o-4",
            text=_sentence("S3", 3),
            kind="reported_position",
            status="ruled_out",
            by="Han Seo-jin",
            evidence=(make_evidence("S3", _sentence("S3", 3)),),
        ),
    )


def make_quotes() -> tuple[QuoteItem, ...]:
    """Make the quotations: two full, two partial, one of a document."""

    def quote(ident: str, source: str, words: str, number: int, **given: Any) -> QuoteItem:
        evidence = (make_evidence(source, words),)
        context = _sentence(source, number)
        return QuoteItem(id=ident, text=words, kind="stated_position", evidence=evidence, context=context, **given)

    return (
        quote(
            "q-1",
            "S1",
            "We will not supply those who shut us out",
            1,
            speaker="Li Wenbo",
            role="commerce ministry spokesperson",
            actor="China",
            cue="said",
            date="2025-03-03",
        ),
        quote("q-2", "S1", "review", 2, actor="South Korea", cue="said", type="partial", date="2025-03-04"),
        quote("q-3", "S2", "economic coercion", 0, actor="United States", cue="called", type="partial"),
        quote(
            "q-4",
            "S2",
            "Partners that stand together will not run short.",
            1,
            speaker="Carla Whitfield",
            role="deputy trade secretary",
            actor="United States",
            cue="said",
            date="2025-03-04",
        ),
        quote(
            "q-5", "S2", "consult without delay", 4, speaker="The 2023 supply agreement", cue="obliges", type="document"
        ),
    )


def make_timeline() -> tuple[TimelineItem, ...]:
    """Make the dated events: a year, two days, a month and one undated."""

    def event(ident: str, source: str, number: int, date: str | None, precision: Any, expression: str) -> TimelineItem:
        words = _sentence(source, number)
        return TimelineItem(
            id=ident,
            text=words,
            kind="reported_fact",
            date=date,
            precision=precision,
            expression=expression,
            evidence=(make_evidence(source, words),),
        )

    return (
        event("t-1", "S2", 4, "2023", "year", "2023"),
        event("t-2", "S1", 0, "2025-03-03", "day", "on Monday (Mar 3)"),
        event("t-3", "S2", 0, "2025-03-04", "day", "on Tuesday"),
        event("t-4", "S1", 4, "2025-04", "month", "in April"),
        event("t-5", "S1", 5, None, "undated", "already"),
    )


def make_sources() -> tuple[SourceEntry, ...]:
    """Make the source list: the three of `TEXTS`, one copy of the first, one in a language that is not analysed."""
    made = tuple(
        SourceEntry(
            id=ident,
            sha256=hashlib.sha256(TEXTS[ident].encode()).hexdigest(),
            language="en",
            lines=_lines_of(ident),
            **_MADE[ident],
        )
        for ident in TEXTS
    )
    copy = replace(made[0], id="S4", path="wire/copy.txt", outlet="Coast Wire", duplicate_of="S1", lines=(), link=None)
    foreign = replace(
        made[2],
        id="S5",
        path="daily/heukyeon.txt",
        title="흑연 수출 허가 중단",
        outlet="바다일보",
        author="김하늘",
        author_role="기자",
        language="ko",
        analysed=False,
        lines=(),
        descriptor="news report; undated; not analysed: language ko",
        genre="news",
    )
    return (*made, copy, foreign)


def _lines_of(source: str) -> tuple[str, ...]:
    items = (*make_key_points(), *make_positions(), *make_options(), *make_quotes(), *make_timeline())
    return tuple(i.id for i in items if any(e.source == source for e in i.evidence))


def make_key_points() -> tuple[Item, ...]:
    """Make five key points: each kind of statement but a question."""
    return (
        make_item("k-1", "S1", _sentence("S1", 0), "reported_fact", date="2025-03-03", actor="China"),
        make_item(
            "k-2",
            "S1",
            _sentence("S1", 2),
            "reported_position",
            date="2025-03-04",
            actor="South Korea",
            cue="said",
            hedges=("would",),
        ),
        make_item("k-3", "S2", _sentence("S2", 0), "stated_position", date="2025-03-04", actor="United States"),
        make_item(
            "k-4",
            "S2",
            "Washington is likely to offer shared stocks.",
            "reported_position",
            words=_sentence("S2", 2),
            hedges=("likely",),
            actor="United States",
            unnamed="a person briefed on the plan",
            cue="according to",
        ),
        make_item(
            "k-5",
            "S3",
            _sentence("S3", 4),
            "author_judgement",
            hedges=("looks like",),
            speaker="Tomasz Bielak",
            role="lecturer in trade policy at the University of Gdynia",
        ),
    )


def make_changes() -> Changes:
    """Make the changes since an earlier briefing: one line new, one gone, one with another status."""
    return Changes(
        since="2025-03-04",
        entries=(
            Change(
                kind="new",
                section="positions",
                text=_sentence("S2", 0),
                item="p-us-1",
                evidence=(make_evidence("S2", _sentence("S2", 0)),),
            ),
            Change(
                kind="status",
                section="options",
                text="Review its own licence rules for chip gases.",
                before="proposed",
                after="under_review",
                item="o-1",
                evidence=(make_evidence("S1", _sentence("S1", 2)),),
            ),
            Change(kind="source_new", section="sources", text="Strait Review, Three moves, none of them cheap"),
            Change(kind="dropped", section="gaps", text="No statement of the United States is quoted."),
        ),
    )


def make_briefing(**changes: Any) -> Briefing:
    """Make a rich briefing; `changes` replaces fields of it."""
    stocks = (
        make_item("d-1-a", "S1", _sentence("S1", 6), "reported_position", unnamed="the industry association"),
        make_item("d-1-b", "S2", _sentence("S2", 3), "stated_position", speaker="Carla Whitfield"),
    )
    made = Briefing(
        schema_version="1",
        title="Graphite licences: what the halt means for South Korea",
        as_of="2025-03-05",
        language="en",
        focus=Focus(id="KR", name="South Korea"),
        sources=make_sources(),
        bottom_line=make_item(
            "b-1",
            "S1",
            "China suspended export licences for battery graphite, and South Korea said that it would “review” its own "
            "licence rules for chip gases.",
            "reported_fact",
            words=_sentence("S1", 0) + "\n" + _sentence("S1", 1) + "\n" + _sentence("S1", 2),
            date="2025-03-03",
            hedges=("would",),
        ),
        key_points=make_key_points(),
        positions=make_positions(),
        options=make_options(),
        quotes=make_quotes(),
        timeline=make_timeline(),
        disagreements=(Disagreement(what="For how many days the stocks last", a=stocks[0], b=stocks[1]),),
        gaps=("No statement of Japan is quoted.", "S3 carries no date.", "The size of the reserve is not given."),
        unnamed_sources=(
            make_item(
                "u-1",
                "S2",
                _sentence("S2", 2),
                "reported_position",
                unnamed="a person briefed on the plan",
                hedges=("likely",),
                cue="according to",
            ),
            make_item(
                "u-2",
                "S1",
                _sentence("S1", 4),
                "reported_position",
                unnamed="Officials in two capitals",
                cue="expect",
            ),
        ),
        source_base=(
            "Three independent sources, two of them news reports and one commentary; no Japanese statement is quoted."
        ),
        silent_actors=("Japan", "Mozambique"),
        hedge_words=("likely", "looks like", "may", "would"),
        changes=make_changes(),
        diagnostics=(
            Diagnostic(severity="warning", where="daily/scan.pdf", message="holds no text", hint="try --ocr"),
        ),
    )
    return replace(made, **changes)


def make_empty_briefing() -> Briefing:
    """Make a briefing in which nothing was found."""
    return make_briefing(
        bottom_line=None,
        bottom_line_focus=None,
        key_points=(),
        positions=(),
        options=(),
        quotes=(),
        timeline=(),
        disagreements=(),
        gaps=(),
        unnamed_sources=(),
        silent_actors=(),
        hedge_words=(),
        changes=None,
        diagnostics=(),
        sources=make_sources()[:1],
        source_base="One source; nothing in it could be used.",
    )


def make_documents() -> tuple[Document, ...]:
    """Make the documents that `make_briefing()` rests on, one paragraph a line."""
    return tuple(_document(ident) for ident in TEXTS)


def _document(ident: str) -> Document:
    text, made = TEXTS[ident], _MADE[ident]
    sha = hashlib.sha256(text.encode()).hexdigest()
    starts = [0, *(i + 1 for i, letter in enumerate(text[:-1]) if letter == "\n")]
    blocks = tuple(Block(kind="paragraph", start=s, end=text.index("\n", s)) for s in starts)
    known = ("title", "outlet", "author", "author_role", "published", "published_basis", "genre")
    metadata = Metadata(language="en", link=made.get("link"), **{key: made[key] for key in known})
    return Document(
        id=sha[:12], path=made["path"], sha256=sha, media_type="text/plain", text=text, blocks=blocks, metadata=metadata
    )
