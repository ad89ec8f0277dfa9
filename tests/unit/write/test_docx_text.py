"""Blocks and inlines as Word paragraphs: styles, words, links, languages, lists, tables, pictures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.errors import ExportError
from briefing.model.blocks import (
    Block,
    BulletList,
    Cell,
    Contents,
    Division,
    Emphasis,
    Figure,
    Heading,
    Label,
    Link,
    ListItem,
    OrderedList,
    PageBreak,
    Paragraph,
    Strong,
    Table,
    Text,
)
from briefing.model.theme import Theme
from briefing.write.docx import write_docx
from tests.pages import cell, paragraph, rich_pages, text
from tests.unit.write.word import R, W, bitmap, members, outline, pages, part, relations, value, words

ROOM = 595.3 - Theme().page.left - Theme().page.right
"""Width of the text on A4, in points."""
GOLDEN = Path(__file__).with_name("rich_docx.txt")


def body(*blocks: Block) -> list[str]:
    return outline(part(write_docx(pages(*blocks), Theme())))


def item(*blocks: Block, anchor: str | None = None) -> ListItem:
    return ListItem(blocks=blocks, anchor=anchor)


def test_every_kind_of_block_has_its_style_and_its_words() -> None:
    data = write_docx(replace(rich_pages(), pictures=(("timeline", bitmap(420, 70)),)), Theme())
    found = [*outline(part(data)), "--- notes", *outline(part(data, "word/footnotes.xml"))[2:]]
    assert "\n".join(found) + "\n" == GOLDEN.read_text(encoding="utf-8")


def test_every_style_in_use_is_defined() -> None:
    data = write_docx(replace(rich_pages(), pictures=(("timeline", bitmap()),)), Theme())
    defined = {style.get(f"{W}styleId") for style in part(data, "word/styles.xml").iter(f"{W}style")}
    stories = [name for name in members(data) if name.startswith("word/") and name.endswith(".xml")]
    uses = [use for name in stories for use in part(data, name).iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")]
    assert {use.get(f"{W}val") for use in uses} <= defined


@pytest.mark.parametrize(
    ("inline", "expected"),
    [
        (Text("plain"), {}),
        (Strong(text("strong")), {"rStyle": "Strong"}),
        (Emphasis(text("apart")), {"rStyle": "Emphasis"}),
        (Strong((Emphasis(text("both")),)), {"rStyle": "Strong", "i": None}),
        (Label("stated"), {"rStyle": "Label"}),
        (Text("말", lang="ko"), {"lang": "en-US"}),
        (Text("mot", lang="fr-CA"), {"lang": "fr-CA"}),
        (Text("قال", lang="ar"), {"rtl": None, "lang": None}),
        (Link("https://example.org/", (Strong(text("there")),)), {"rStyle": "Hyperlink", "b": None}),
    ],
)
def test_what_a_run_says_of_its_words(inline: Text, expected: dict[str, str | None]) -> None:
    root = part(write_docx(pages(paragraph(inline)), Theme()))
    run = next(root.iter(f"{W}r"))
    properties = run.find(f"{W}rPr")
    found = {} if properties is None else {str(p.tag).removeprefix(W): p.get(f"{W}val") for p in properties}
    assert {key: found.get(key) for key in expected} == expected
    assert set(found) - {f"{key}Cs" for key in expected} == set(expected)


def test_korean_words_are_tagged_in_the_place_of_their_script() -> None:
    root = part(write_docx(pages(paragraph(Text("말", lang="ko"))), Theme()))
    assert [lang.get(f"{W}eastAsia") for lang in root.iter(f"{W}lang")] == ["ko-KR"]


def test_links_lead_out_by_relation_and_within_by_bookmark() -> None:
    data = write_docx(
        pages(
            paragraph(Link("https://example.org/a b?q=é&x=1", text("out")), Link("#other", text("in"))),
            paragraph("Other", anchor="other"),
        ),
        Theme(),
    )
    out, within = part(data).iter(f"{W}hyperlink")
    target = relations(data, "word/document.xml")[str(out.get(f"{R}id"))]
    assert target == ("https://example.org/a%20b?q=%C3%A9&x=1", "External")
    bookmarks = [mark.get(f"{W}name") for mark in part(data).iter(f"{W}bookmarkStart")]
    assert bookmarks == [within.get(f"{W}anchor")]


def test_the_same_address_is_related_once() -> None:
    twice = paragraph(Link("https://example.org/", text("one")), Link("https://example.org/", text("two")))
    targets = [target for target, mode in relations(write_docx(pages(twice), Theme()), "word/document.xml").values()]
    assert targets.count("https://example.org/") == 1


def test_a_link_to_nothing_is_an_error_that_names_it() -> None:
    with pytest.raises(ExportError, match="#nowhere"):
        write_docx(pages(paragraph(Link("#nowhere", text("lost")))), Theme())


def test_each_numbered_list_counts_for_itself() -> None:
    one = OrderedList(items=(item(paragraph("a")), item(paragraph("b"), OrderedList(items=(item(paragraph("c")),)))))
    data = write_docx(pages(one, OrderedList(items=(item(paragraph("d")),), start=7)), Theme())
    numbers = [value(p, "pPr/numPr/numId") for p in part(data).iter(f"{W}p")]
    first, second, inner, other = numbers
    assert first == second
    assert len({first, inner, other}) == 3
    starts = {
        number.get(f"{W}numId"): (
            number.find(f"{W}lvlOverride").get(f"{W}ilvl"),  # type: ignore[union-attr]
            value(number, "lvlOverride/startOverride"),
        )
        for number in part(data, "word/numbering.xml").iter(f"{W}num")
        if number.find(f"{W}lvlOverride") is not None
    }
    assert [starts[number] for number in (first, inner, other)] == [("0", "1"), ("1", "1"), ("0", "7")]


def test_lists_deeper_than_word_counts_keep_its_deepest_level() -> None:
    inner: Block = BulletList(items=(item(paragraph("deepest")),))
    for _ in range(11):
        inner = BulletList(items=(item(paragraph("outer"), inner),))
    levels = [value(p, "pPr/numPr/ilvl") for p in part(write_docx(pages(inner), Theme())).iter(f"{W}p")]
    assert levels == [*map(str, range(9)), "8", "8", "8"]


def test_an_item_that_begins_with_no_paragraph_has_its_bullet_still() -> None:
    assert body(BulletList(items=(item(BulletList(items=(item(paragraph("in")),))), item()))) == [
        "ListBullet: ",
        "ListBullet: in",
        "ListBullet: ",
    ]


def test_a_page_break_belongs_to_what_follows() -> None:
    root = part(write_docx(pages(paragraph("one"), PageBreak(), paragraph("two"), PageBreak()), Theme()))
    breaks = [p.find(f"{W}pPr/{W}pageBreakBefore") is not None for p in root.iter(f"{W}p")]
    assert breaks == [False, True]


def test_a_table_after_a_page_break_and_one_after_a_table_are_parted() -> None:
    table = Table(header=(cell("A"),), rows=((cell("b"),),), align=("left",))
    root = part(write_docx(pages(PageBreak(), table, table), Theme()))
    tags = [str(child.tag).removeprefix(W) for child in root[0]]
    assert tags == ["p", "tbl", "p", "tbl", "p", "sectPr"]


def test_a_table_repeats_its_head_and_keeps_its_rows_whole_unless_they_are_long() -> None:
    long = cell("word " * 900)
    table = Table(
        header=(cell("A"), cell("B")),
        rows=((cell("b"), cell("1")), (long, cell("2"))),
        align=("left", "right"),
        widths=(0.75, 0.25),
        caption=text("Numbers"),
    )
    root = part(write_docx(pages(table), Theme()))
    rows = [{str(p.tag).removeprefix(W) for p in row.iterfind(f"{W}trPr/*")} for row in root.iter(f"{W}tr")]
    assert rows == [{"cantSplit", "tblHeader"}, {"cantSplit"}, set()]
    columns = [int(str(column.get(f"{W}w"))) for column in root.iter(f"{W}gridCol")]
    assert columns[0] == pytest.approx(3 * columns[1], abs=2)
    assert [value(p, "pPr/jc") for p in root.iter(f"{W}p")][1:5] == [None, "right", None, "right"]
    head = next(root.iter(f"{W}tblPr"))
    assert (value(head, "tblCaption"), value(head, "tblDescription")) == ("Numbers", "A; B")


def test_columns_without_shares_are_as_wide_as_what_they_hold() -> None:
    table = Table(header=(cell("No"), cell("Title")), rows=((cell("1"), cell("word " * 20)),), align=("left", "left"))
    columns = [int(str(c.get(f"{W}w"))) for c in part(write_docx(pages(table), Theme())).iter(f"{W}gridCol")]
    assert columns[1] > 4 * columns[0]


def test_a_column_is_as_wide_as_its_longest_word() -> None:
    words = (cell("3\N{NO-BREAK SPACE}Mar\N{NO-BREAK SPACE}2025"), cell("word " * 50))
    table = Table(header=(cell("Date"), cell("Text")), rows=(words,), align=("left", "left"), widths=(0.1, 0.9))
    columns = [int(str(c.get(f"{W}w"))) for c in part(write_docx(pages(table), Theme())).iter(f"{W}gridCol")]
    assert columns[0] > 20 * 50
    assert sum(columns) == pytest.approx(469.3 * 20, abs=3)


def test_rows_of_too_few_or_too_many_cells_are_squared() -> None:
    table = Table(
        header=(cell("A"), cell("B")), rows=((cell("1"),), (cell("1"), cell("2"), cell("3"))), align=("left",)
    )
    root = part(write_docx(pages(table), Theme()))
    assert [len(row.findall(f"{W}tc")) for row in root.iter(f"{W}tr")] == [2, 2, 2]


def test_a_picture_is_kept_once_and_shown_no_wider_than_the_text_with_its_alternative_text() -> None:
    figure = Figure(picture="map", alt="A map of\x00 the strait", caption=text("The strait"))
    shown = replace(pages(figure, figure), pictures=(("map", bitmap(4000, 1000)),))
    data = write_docx(shown, Theme())
    assert [name for name in members(data) if name.startswith("word/media/")] == ["word/media/picture1.png"]
    drawings = [d for d in part(data).iter() if str(d.tag).endswith("}docPr")]
    assert [d.get("descr") for d in drawings] == ["A map of the strait"] * 2
    assert len({d.get("id") for d in drawings}) == 2
    extent = next(e for e in part(data).iter() if str(e.tag).endswith("}extent"))
    width, height = int(str(extent.get("cx"))), int(str(extent.get("cy")))
    assert width == pytest.approx(4 * height, abs=4)
    assert width <= 12700 * 470


def test_a_figure_without_its_picture_is_an_error() -> None:
    with pytest.raises(ExportError, match="map"):
        write_docx(pages(Figure(picture="map", alt="")), Theme())


def test_contents_have_their_entries_and_pages_already() -> None:
    far = [paragraph("word " * 900) for _ in range(4)]
    data = write_docx(
        pages(
            Contents(levels=(2, 3)),
            Heading(level=2, children=text("Near"), anchor="near"),
            *far,
            Heading(level=3, children=(Text("Far"), Label("new")), anchor="far"),
        ),
        Theme(),
    )
    found = [line for line in outline(part(data)) if line.startswith("TOC")]
    assert found[0] == "TOCHeading: Contents"
    assert found[1] == "TOC1: Near→1"
    name, page = found[2].split("→")
    assert (name, int(page) > 3) == ("TOC2: Farnew", True)
    fields = [words.text for words in part(data).iter(f"{W}instrText")]
    assert [str(field).split()[0] for field in fields] == ["TOC", "PAGEREF", "PAGEREF"]
    assert part(data, "word/settings.xml").find(f"{W}updateFields") is None


def test_no_contents_where_there_are_no_headings() -> None:
    assert body(Contents(), paragraph("words")) == ["BodyText: words"]


def test_headings_and_lists_of_a_box_stand_on_its_ground() -> None:
    box = Division(
        name="bottom-line",
        blocks=(
            Heading(level=2, children=text("Bottom line"), anchor="b"),
            paragraph("words"),
            BulletList(items=(item(paragraph("point")),)),
        ),
    )
    assert body(box) == ["BottomLineHeading1: Bottom line", "BottomLine: words", "BottomLine: point"]


def test_a_division_of_no_known_name_is_only_a_group() -> None:
    assert body(Division(name="my-own", blocks=(paragraph("words"),))) == ["BodyText: words"]


def test_empty_pages_are_a_document_too() -> None:
    assert body() == []
    assert words(part(write_docx(pages(Paragraph(children=()), Table(header=(), rows=(), align=())), Theme()))) == ""


def test_cells_hold_marks_and_breaks() -> None:
    table = Table(header=(Cell(children=text("A")),), rows=((Cell(children=(Label("fact"), Text(" x"))),),), align=())
    assert body(table)[1] == "TableText: \N{NO-BREAK SPACE}fact\N{NO-BREAK SPACE} x"
