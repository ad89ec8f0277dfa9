"""Pages written as Markdown read back as the same pages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefing.model.blocks import (
    Block,
    BulletList,
    Cell,
    Contents,
    Division,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Inlines,
    Label,
    LineBreak,
    Link,
    ListItem,
    Note,
    NoteMark,
    OrderedList,
    PageBreak,
    Pages,
    PagesMeta,
    Paragraph,
    Quotation,
    Rule,
    Strong,
    Table,
    Text,
)
from briefing.model.theme import Theme
from briefing.profile import Profile
from briefing.render import render
from briefing.render.parse import parse_pages
from briefing.write.markdown import broken, write_markdown
from tests.factories import make_briefing

META = PagesMeta(title="A: title", language="en-GB", as_of="2025-03-05", sources=(("S1", "ab"),), lines=("0a1b",))
AWKWARD = "ab Z9가字*_`[]()<>&#!|~$\\{}\"'“”.-+=:;^@ \u00a0\u2009é—…"
words = st.text(alphabet=AWKWARD, min_size=1, max_size=12)
names = st.text(alphabet="abcXYZ019-", min_size=1, max_size=6).filter(lambda n: n[0].isalpha())
labels = st.text(alphabet="ab `é|’", min_size=1, max_size=8).filter(lambda t: t.strip() == t and t.strip("`|") != "")
NOTES = ("S1-0-4", "n2", "x_y")


def texts() -> st.SearchStrategy[Inline]:
    return st.builds(Text, words, st.sampled_from([None, None, None, "ko", "ru-Latn"]))


def leaves() -> st.SearchStrategy[Inline]:
    marks = st.sampled_from(NOTES).map(lambda note: NoteMark(note, 0))
    return st.one_of(texts(), texts(), labels.map(Label), marks, st.just(LineBreak()))


def inlines(depth: int = 2) -> st.SearchStrategy[Inlines]:
    parts: st.SearchStrategy[Inline] = leaves()
    if depth:
        inner = inlines(depth - 1)
        target = st.sampled_from(
            ["#s1", "https://a.example/x?y=1&amp=2&copy=3", "http://b.example/(c)d", "mailto:a@b.example"]
        )
        parts = st.one_of(
            parts, parts, inner.map(_strong), inner.map(_emphasis), st.builds(Link, target, st.tuples(words.map(Text)))
        )
    return st.lists(parts, min_size=1, max_size=5).map(_normal).filter(_begins_and_ends_well)


def _strong(children: Inlines) -> Inline:
    return Strong(tuple(c for c in children if not isinstance(c, Strong)) or (Text("x"),))


def _emphasis(children: Inlines) -> Inline:
    return Emphasis(tuple(c for c in children if not isinstance(c, Emphasis)) or (Text("x"),))


def _normal(parts: list[Inline]) -> Inlines:
    """Join texts that follow each other, within marks as well: the form the parser gives."""
    joined: list[Inline] = []
    for part in parts:
        if isinstance(part, Strong):
            part = Strong(_normal(list(part.children)))
        elif isinstance(part, Emphasis):
            part = Emphasis(_normal(list(part.children)))
        last = joined[-1] if joined else None
        if isinstance(part, Text) and isinstance(last, Text) and part.lang == last.lang:
            joined[-1] = Text(last.text + part.text, part.lang)
        else:
            joined.append(part)
    return tuple(joined)


def _begins_and_ends_well(parts: Inlines) -> bool:
    """A forced line break neither begins nor ends a run, nor an emphasis."""
    ends = (parts[0], parts[-1])
    inner = [p.children for p in parts if isinstance(p, Strong | Emphasis)]
    return not any(isinstance(end, LineBreak) for end in ends) and all(_begins_and_ends_well(p) for p in inner)


def one_line_inlines() -> st.SearchStrategy[Inlines]:
    return inlines(1)


def paragraphs() -> st.SearchStrategy[Block]:
    return st.builds(lambda c, a: Paragraph(children=c, anchor=a), inlines(), st.one_of(st.none(), names))


@st.composite
def tables(draw: st.DrawFn) -> Block:
    columns = draw(st.integers(1, 3))
    cells = st.one_of(st.just(()), one_line_inlines()).map(lambda c: Cell(children=c))
    row = st.tuples(*[cells] * columns)
    name = draw(st.one_of(st.none(), names))
    widths = draw(st.sampled_from([(), tuple([0.25] * columns)]))
    caption = draw(st.one_of(st.just(()), inlines(1)))
    return Table(
        header=draw(row),
        rows=tuple(draw(st.lists(row, max_size=2))),
        align=tuple(draw(st.sampled_from(["left", "right", "center"])) for _ in range(columns)),
        widths=widths,
        caption=caption,
        name=name,
    )


def simple_blocks() -> st.SearchStrategy[Block]:
    headings = st.builds(
        lambda lv, c, a: Heading(level=lv, children=c, anchor=a), st.integers(1, 4), one_line_inlines(), names
    )
    figures = st.builds(
        lambda n, a, c: Figure(picture=n, alt=a, caption=c), names, words, st.one_of(st.just(()), inlines(1))
    )
    return st.one_of(
        paragraphs(),
        paragraphs(),
        headings,
        tables(),
        figures,
        st.sampled_from([Rule(), PageBreak(), Contents(), Contents(levels=(2,))]),
    )


def blocks(depth: int = 2) -> st.SearchStrategy[tuple[Block, ...]]:
    parts = simple_blocks()
    if depth:
        inner = blocks(depth - 1)
        lead = st.builds(lambda c: Paragraph(children=c), inlines(1))
        item = st.builds(
            lambda first, rest, anchor: ListItem(blocks=(first, *rest), anchor=anchor),
            lead,
            inner,
            st.one_of(st.none(), names),
        )
        items = st.lists(item, min_size=1, max_size=3).map(tuple)
        parts = st.one_of(
            parts,
            parts,
            items.map(lambda i: BulletList(items=i)),
            st.builds(lambda i, s: OrderedList(items=i, start=s), items, st.integers(0, 120)),
            inner.filter(bool).map(lambda b: Quotation(blocks=b)),
            st.builds(lambda n, b: Division(name=n, blocks=b), names, inner),
        )
    return st.lists(parts, max_size=4).map(tuple)


def numbered(found: tuple[Block, ...]) -> Pages:
    """Number the note marks by first use and give each note a text."""
    first: dict[str, int] = {}
    made = _renumber(found, first)
    notes = tuple(
        Note(
            id=note,
            number=number,
            blocks=(Paragraph(children=(Text("1. note & more"),)), Paragraph(children=(Text("b"),))),
        )
        for note, number in first.items()
    )
    return Pages(meta=META, blocks=made, notes=notes)


def _renumber(value: Any, first: dict[str, int]) -> Any:
    if isinstance(value, NoteMark):
        return NoteMark(value.note, first.setdefault(value.note, len(first) + 1))
    if isinstance(value, tuple):
        return tuple(_renumber(part, first) for part in value)
    if isinstance(value, Table):
        caption = _renumber(value.caption, first)
        header = _renumber(value.header, first)
        return replace(value, caption=caption, header=header, rows=_renumber(value.rows, first))
    for name in ("children", "blocks", "items", "caption"):
        if hasattr(value, name):
            value = replace(value, **{name: _renumber(getattr(value, name), first)})
    return value


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(blocks())
@example((Paragraph(children=(Text("in"), Strong((Text("(a)"),)), Text("b"))),))
@example((Paragraph(children=(Strong((Text(" a"),)), Emphasis((Text("b"),)), Text("c"))),))
def test_what_is_written_reads_back(made: tuple[Block, ...]) -> None:
    pages = numbered(made)
    assert parse_pages(write_markdown(pages, Theme()).decode()) == pages


@pytest.mark.slow
@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(blocks())
def test_what_is_written_reads_back_at_length(made: tuple[Block, ...]) -> None:
    pages = numbered(made)
    assert parse_pages(write_markdown(pages, Theme()).decode()) == pages


def test_a_rendered_briefing_reads_back() -> None:
    rendering = render(make_briefing(), Profile())
    assert parse_pages(write_markdown(rendering.pages, rendering.theme).decode()) == rendering.pages


def test_lines_break_at_sentence_ends_only() -> None:
    line = (
        "It costs 3.5 million. “Nobody pays”, he said.[^1] Mr. Kim of the U.S. team left. and so on. 한국은 남았다. 끝."
    )
    assert broken(line).split("\n") == [
        "It costs 3.5 million.",
        "“Nobody pays”, he said.[^1]",
        "Mr. Kim of the U.S. team left. and so on.",
        "한국은 남았다.",
        "끝.",
    ]


def test_another_word_changes_its_own_line_only() -> None:
    one = Paragraph(children=(Text("First sentence here. Second one. Third one."),))
    other = Paragraph(children=(Text("First sentence here. Second two. Third one."),))
    meta = replace(META, lines=())
    lines = [write_markdown(Pages(meta=meta, blocks=(p,)), Theme()).decode().split("\n") for p in (one, other)]
    assert [a for a, b in zip(*lines, strict=True) if a != b] == ["Second one."]
