"""Build a document and its analysis from marked sentences, for tests of the assembly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model.briefing import Briefing
from briefing.model.document import Block, DateBasis, Document, Genre, Metadata
from briefing.model.findings import (
    Actor,
    Analysis,
    Choice,
    Holder,
    Kind,
    OptionStatus,
    Quote,
    QuoteType,
    Sentence,
    Statement,
    When,
)
from briefing.profile import Profile

NAMES = {"NO": "Norway", "SE": "Sweden", "FI": "Finland", "DK": "Denmark"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One sentence of a story and what the analysis is to have found in it."""

    text: str
    kind: Kind = "reported_fact"
    actor: str | None = None
    """Territory code of whose statement it is."""
    speaker: str | None = None
    role: str | None = None
    unnamed: str | None = None
    author: bool = False
    cue: str | None = None
    agent: str | None = None
    act: bool = False
    date: str | None = None
    expression: str | None = None
    actors: tuple[str, ...] = ()
    hedges: tuple[str, ...] = ()
    heading: str | None = None
    quote: str | None = None
    quote_type: QuoteType = "partial"
    choice: tuple[str, str, OptionStatus] | None = None
    """Agent, words of the act, status."""
    choice_cue: str = "will"

    def holder(self) -> Holder | None:
        if not (self.actor or self.speaker or self.unnamed or self.author):
            return None
        return Holder(
            actor=self.actor,
            actor_name=NAMES[self.actor] if self.actor else None,
            speaker=self.speaker,
            role=self.role,
            description=self.unnamed,
            is_author=self.author,
        )


def document_of(
    name: str,
    sentences: Sequence[Said],
    *,
    genre: Genre = "news",
    published: str | None = "2031-05-20",
    basis: DateBasis = "stated",
    outlet: str | None = None,
    title: str | None = "A story",
    language: str = "en",
    author: str | None = None,
    together: bool = False,
) -> tuple[Document, Analysis]:
    """Return the document `name` with one paragraph a sentence, or all in one when `together`, and its analysis."""
    text = "\n".join(s.text for s in sentences)
    blocks, found, at = [], [], 0
    for said in sentences:
        blocks.append(Block(kind="paragraph", start=at, end=at + len(said.text)))
        found.append((said, at))
        at += len(said.text) + 1
    if together:
        blocks = [Block(kind="paragraph", start=0, end=len(text))]
    document = Document(
        id=name,
        path=f"{name}.txt",
        sha256=name * 8,
        media_type="text/plain",
        text=text,
        blocks=tuple(blocks),
        metadata=Metadata(
            title=title,
            outlet=outlet or name,
            author=author,
            genre=genre,
            published=published,
            published_basis=basis if published else "unknown",
            language=language,
        ),
    )
    return document, analysis_of(name, found, together=together)


def analysis_of(name: str, found: Sequence[tuple[Said, int]], *, together: bool = False) -> Analysis:
    """Return the analysis of sentences with their offsets."""
    codes = dict.fromkeys(c for said, _ in found for c in (said.actor, said.agent, *said.actors) if c)
    return Analysis(
        document=name,
        version="test",
        actors=tuple(Actor(id=code, name=NAMES[code], kind="state") for code in codes),
        sentences=tuple(
            Sentence(start=at, end=at + len(said.text), block=0 if together else n, heading=said.heading)
            for n, (said, at) in enumerate(found)
        ),
        statements=tuple(statement_of(name, n, said, at) for n, (said, at) in enumerate(found)),
        quotes=tuple(quote_of(n, said, at) for n, (said, at) in enumerate(found) if said.quote),
        choices=tuple(choice_of(n, said, at) for n, (said, at) in enumerate(found) if said.choice),
        dates=tuple(when for said, at in found if (when := when_of(said, at))),
    )


def statement_of(name: str, number: int, said: Said, at: int) -> Statement:
    extent = (at, at + len(said.text))
    return Statement(
        id=f"{name}:{extent[0]}-{extent[1]}",
        extent=extent,
        sentence=number,
        kind=said.kind,
        holder=said.holder(),
        cue=said.cue,
        when=when_of(said, at),
        hedges=said.hedges,
        actors=said.actors or tuple(c for c in (said.actor, said.agent) if c),
        agent=said.agent,
        act=said.act,
    )


def when_of(said: Said, at: int) -> When | None:
    if said.expression is None:
        return None
    begin = at + said.text.index(said.expression)
    length = {None: "undated", 4: "year", 7: "month", 10: "day"}[len(said.date) if said.date else None]
    return When(
        date=said.date,
        precision=length,  # type: ignore[arg-type]
        expression=said.expression,
        extent=(begin, begin + len(said.expression)),
    )


def quote_of(number: int, said: Said, at: int) -> Quote:
    holder, words = said.holder(), said.quote
    assert holder is not None
    assert words is not None
    begin = at + said.text.index(words)
    return Quote(
        extent=(begin, begin + len(words)),
        type=said.quote_type,
        statement=number,
        holder=holder,
        cue=said.cue,
        context=(at, at + len(said.text)),
    )


def choice_of(number: int, said: Said, at: int) -> Choice:
    assert said.choice is not None
    agent, words, status = said.choice
    begin = at + said.text.index(words)
    return Choice(
        agents=(agent,),
        extent=(at, at + len(said.text)),
        act=(begin, begin + len(words)),
        status=status,
        by=said.holder(),
        statement=number,
        cue=said.choice_cue,
    )


def brief(*sources: tuple[Document, Analysis], profile: Profile | None = None, **more: object) -> Briefing:
    """Assemble `sources` for Norway and prove the result."""
    from briefing.assemble import assemble, prove

    documents = [d for d, _ in sources]
    made = assemble(
        documents,
        [a for _, a in sources],
        profile or Profile(focus="NO", focus_name="Norway"),
        as_of="2031-05-21",
        **more,  # type: ignore[arg-type]
    )
    prove(made, documents)
    return made
