"""An invented briefing with every kind of line, on which a template set is tried."""

from __future__ import annotations

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
from briefing.model.document import Diagnostic

_WORDS = "The harbour council said that it would “review” the night ferry."
_LINE: dict[str, Any] = {
    "text": _WORDS,
    "kind": "reported_position",
    "date": "2030-05-04",
    "hedges": ("would",),
    "evidence": (Evidence(source="S1", start=0, end=len(_WORDS), text=_WORDS, page=1),),
    "actor": "Harbour council",
    "speaker": "Ada Moss",
    "role": "head of the council",
    "cue": "said",
}
_BARE: dict[str, Any] = {"text": _WORDS, "kind": "author_judgement", "evidence": _LINE["evidence"]}


def sample_briefing(*, empty: bool = False) -> Briefing:
    """Make the briefing; `empty` is one in which nothing was found."""
    full = _full()
    if not empty:
        return full
    return replace(
        full,
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
        changes=Changes(since="2030-05-03"),
        diagnostics=(),
        left_out={},
    )


def _full() -> Briefing:
    line, bare = Item(id="i1", **_LINE), Item(id="i2", **_BARE)
    unnamed = Item(id="i3", **_BARE, unnamed="a person at the quay")
    return Briefing(
        schema_version="1",
        title="The night ferry",
        as_of="2030-05-05",
        language="en",
        focus=Focus(id="harbour", name="Harbour council"),
        sources=(_source("S1"), replace(_source("S2"), duplicate_of="S1", title=None, outlet=None, published=None)),
        bottom_line=line,
        bottom_line_focus=bare,
        key_points=(line, bare, unnamed) * 3,
        positions=(
            Position(id="p1", **_LINE, others=("Port office",)),
            Position(id="p2", **_BARE, actor="Port office"),
            Position(id="p3", **_BARE, unnamed="a person at the quay"),
        ),
        options=(_option(line, bare), Option(id="o2", **_BARE)),
        quotes=(
            QuoteItem(id="q1", **{**_LINE, "text": "review"}, type="partial", context=_WORDS),
            QuoteItem(id="q2", **_LINE, context=_WORDS + " It did so after three nights without a sailing."),
            QuoteItem(id="q3", **_BARE, type="document"),
        ),
        timeline=(
            TimelineItem(id="t1", **_LINE, precision="day", expression="on Saturday"),
            TimelineItem(id="t2", **_BARE),
        ),
        disagreements=(Disagreement(what="Whether it sails", a=line, b=bare),),
        gaps=("No cost is given.",),
        unnamed_sources=(unnamed,),
        source_base="One source of 2030-05-04.",
        silent_actors=("Port office",),
        hedge_words=("would",),
        changes=Changes(since="2030-05-03", entries=_changes()),
        diagnostics=(Diagnostic(severity="warning", where="a.pdf", message="holds no text"),),
        left_out={"positions": 4, "unnamed_sources": 1},
    )


def _option(line: Item, bare: Item) -> Option:
    return Option(
        id="o1",
        **_LINE,
        status="under_review",
        by="Ada Moss",
        arguments_for=(line,),
        arguments_against=(bare,),
        reactions=(bare,),
        not_in_sources=("cost",),
    )


def _changes() -> tuple[Change, ...]:
    evidence = _LINE["evidence"]
    return (
        Change(kind="new", section="positions", text=_WORDS, evidence=evidence),
        Change(kind="status", section="options", text=_WORDS, before="proposed", after="under_review"),
        Change(kind="reworded", section="quotes", text=_WORDS, before="other words"),
    )


def _source(ident: str) -> SourceEntry:
    return SourceEntry(
        id=ident,
        path="night-ferry.txt",
        sha256="0" * 64,
        title="The night ferry",
        outlet="Quay Letter",
        author="Ben Ashe",
        author_role="reporter",
        published="2030-05-04",
        published_basis="stated",
        genre="news",
        language="en",
        descriptor="news report; by Ben Ashe (reporter); dated 2030-05-04",
        link="https://quay-letter.example/ferry",
        retrieved="2030-05-05",
        lines=("i1",),
    )
