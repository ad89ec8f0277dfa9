"""Markdown to blocks: the marks that viewers do not show, and what is refused."""

from __future__ import annotations

import pytest

from briefing.errors import TemplateError
from briefing.model.blocks import (
    BulletList,
    Contents,
    Division,
    Emphasis,
    Figure,
    Heading,
    LineBreak,
    NoteMark,
    PageBreak,
    Paragraph,
    Table,
    Text,
)
from briefing.model.lines import words_of
from briefing.render.parse import parse_markdown


def test_divisions_nest() -> None:
    blocks, _ = parse_markdown("<!-- begin a -->\nx\n<!-- begin b -->\ny\n<!-- end b -->\n<!-- end a -->")
    (outer,) = blocks
    assert isinstance(outer, Division)
    assert outer.name == "a"
    assert [type(block) for block in outer.blocks] == [Paragraph, Division]


def test_a_table_has_name_widths_caption_and_alignment() -> None:
    blocks, _ = parse_markdown("<!-- table options 25 75 -->\n\nTwo ways.\n\n| a | b |\n|---|--:|\n| 1 | 2 |")
    (table,) = blocks
    assert isinstance(table, Table)
    assert (table.name, table.widths, table.align) == ("options", (0.25, 0.75), ("left", "right"))
    assert words_of(table.caption) == "Two ways."


def test_notes_are_numbered_by_first_use_and_unused_ones_dropped() -> None:
    blocks, notes = parse_markdown("One[^b] two[^a] three[^b]\n\n[^a]: A\n[^unused]: U\n[^b]: B")
    marks = [i for i in blocks[0].children if isinstance(i, NoteMark)]  # type: ignore[union-attr]
    assert [(m.note, m.number) for m in marks] == [("b", 1), ("a", 2), ("b", 1)]
    assert [(n.id, n.number) for n in notes] == [("b", 1), ("a", 2)]


def test_anchors_belong_to_headings_paragraphs_and_items() -> None:
    heading, again, paragraph, bullets = parse_markdown(
        '# Key points\n\n## Key points\n\n<a id="s1"></a>x\n\n- <a id="i"></a>y'
    )[0]
    assert isinstance(heading, Heading)
    assert heading.anchor == "key-points"
    assert isinstance(again, Heading)
    assert again.anchor == "key-points-1"
    assert isinstance(paragraph, Paragraph)
    assert paragraph.anchor == "s1"
    assert isinstance(bullets, BulletList)
    assert bullets.items[0].anchor == "i"


def test_words_of_another_language_breaks_and_separators() -> None:
    (paragraph,) = parse_markdown('a <span lang="ko">한 \\*국*어*</span><br>b *c*<!-- -->*d*')[0]
    assert isinstance(paragraph, Paragraph)
    assert paragraph.children == (
        Text("a "),
        Text("한 *국", "ko"),
        Emphasis((Text("어", "ko"),)),
        LineBreak(),
        Text("b "),
        Emphasis((Text("c"),)),
        Emphasis((Text("d"),)),
    )


def test_pictures_page_breaks_and_contents() -> None:
    found = parse_markdown(
        "![What *it* shows](figures/map.png)\nA caption.\n\n<!-- page break -->\n\n<!-- contents 2 -->"
    )[0]
    assert found == (
        Figure(picture="map", alt="What it shows", caption=(Text("A caption."),)),
        PageBreak(),
        Contents(levels=(2,)),
    )


def test_html_and_code_are_plain_words() -> None:
    (paragraph,) = parse_markdown("<script>alert(1)</script> <b>x</b>")[0]
    assert words_of(paragraph.children) == "<script>alert(1)</script> <b>x</b>"  # type: ignore[union-attr]
    (indented,) = parse_markdown("    four spaces")[0]
    assert isinstance(indented, Paragraph)


@pytest.mark.parametrize(
    ("markdown", "told"),
    [
        ("<!-- begin a -->\nx", "has no end"),
        ("<!-- end a -->", "unknown mark"),
        ("<!-- tabel x -->", "unknown mark"),
        ("<!-- table x -->\n\nno table", "no table follows"),
        ("[x](javascript:alert)", "a link leads to 'javascript:alert'"),
        ("[x](file:///etc/passwd)", "a link leads to"),
        ("x ![a](b.png)", "stands within a line"),
        ('x <a id="b"></a>', "stands within a line"),
    ],
)
def test_what_cannot_be_printed_is_refused(markdown: str, told: str) -> None:
    with pytest.raises(TemplateError, match=told):
        parse_markdown(markdown)
