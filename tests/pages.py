"""Hand-made pages for tests of the writers: an invented story with every kind of block, note and link."""

from __future__ import annotations

from briefing.model.blocks import (
    Block,
    Box,
    BulletList,
    Cell,
    Contents,
    Disc,
    Division,
    Drawing,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Label,
    Line,
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
    Words,
)

META = PagesMeta(
    title="Graphite: Beijing's licence stop and the choices open to Seoul",
    language="en",
    as_of="2027-03-10",
    subject="Graphite export licences",
    author="Desk for trade security",
    keywords=("graphite", "export licences"),
    header="Graphite licence stop",
    footer=(
        "As of 10 March 2027 · 3 sources, 2 independent · assembled by machine from the listed sources; "
        "no language model used"
    ),
    mark="Internal use only",
    sources=(("S1", "ab" * 32), ("S2", "cd" * 32)),
)


def text(words: str) -> tuple[Inline, ...]:
    """Make inlines of plain words."""
    return (Text(words),)


def paragraph(*parts: str | Inline, anchor: str | None = None) -> Paragraph:
    """Make a paragraph of words and inlines."""
    return Paragraph(children=tuple(Text(part) if isinstance(part, str) else part for part in parts), anchor=anchor)


def cell(*parts: str | Inline) -> Cell:
    """Make a table cell of words and inlines."""
    return Cell(children=tuple(Text(part) if isinstance(part, str) else part for part in parts))


def note(number: int, *parts: str | Inline) -> Note:
    """Make the note `n<number>` of one paragraph."""
    return Note(id=f"n{number}", number=number, blocks=(paragraph(*parts),))


def mark(number: int) -> NoteMark:
    """Make the mark of the note `n<number>`."""
    return NoteMark(f"n{number}", number)


def timeline() -> Drawing:
    """Draw three dates on a line."""
    return Drawing(
        width=420,
        height=70,
        shapes=(
            Line(x1=10, y1=40, x2=410, y2=40, width=0.8, shade=0.4),
            Disc(x=40, y=40, radius=3.5, accent=True),
            Disc(x=200, y=40, radius=3.5, accent=True),
            Box(x=320, y=33, width=60, height=14, pattern="stripes", shade=0.4),
            Words(x=40, y=28, text="3 March", anchor="middle", strong=True),
            Words(x=200, y=28, text="4 March", anchor="middle"),
            Words(x=350, y=28, text="April 4월", anchor="middle"),
        ),
    )


def rich_pages() -> Pages:
    """Make a briefing of about three pages with every kind of block."""
    return Pages(
        meta=META, blocks=(*_first_page(), *_reference()), notes=_notes(), pictures=(("timeline", timeline()),)
    )


def _first_page() -> tuple[Block, ...]:
    return (
        Heading(level=1, children=text("Graphite: Beijing’s licence stop and the choices open to Seoul"), anchor="top"),
        Division(
            name="title-block",
            blocks=(
                paragraph("As of 10 March 2027 · for the Republic of Korea · one event"),
                paragraph("Source base: three documents, two of them independent; one commentary."),
            ),
        ),
        Division(
            name="bottom-line",
            blocks=(
                paragraph(
                    Strong(text("Bottom line")),
                    " ",
                    Label("stated"),
                    " China suspended export licences for battery graphite on Monday; Seoul has three moves open, and "
                    "none of them is cheap.",
                    mark(1),
                    mark(2),
                    " ",
                    Emphasis(text("Ministry of Commerce · 3 March 2027")),
                    anchor="bottom-line",
                ),
            ),
        ),
        Heading(level=2, children=text("Key points"), anchor="key-points"),
        OrderedList(items=tuple(_key_point(number) for number in range(1, 6))),
        Division(
            name="how-to-read",
            blocks=(
                paragraph(Strong(text("How to read this"))),
                paragraph(
                    "Labels: ",
                    Label("stated"),
                    " said by the holder; ",
                    Label("reported"),
                    " reported of the holder; ",
                    Label("fact"),
                    " reported as fact; ",
                    Label("author’s view"),
                    " a judgement of the author.",
                ),
            ),
        ),
    )


def _key_point(number: int) -> ListItem:
    return ListItem(
        blocks=(
            paragraph(
                Label("reported"),
                f" Point {number}: Washington is likely to offer shared stocks, according to a person briefed on the "
                "plan, while the administrative reorganisation of the responsible departments continues",
                mark(2 + number % 2),
                ". ",
                Emphasis(text("United States · 4 March 2027")),
            ),
        ),
        anchor=f"point-{number}",
    )


def _reference() -> tuple[Block, ...]:
    return (
        Contents(levels=(2, 3)),
        Heading(level=2, children=text("Positions"), anchor="positions"),
        _positions(),
        Heading(level=2, children=text("Pictures"), anchor="pictures"),
        Figure(
            picture="timeline",
            alt="Timeline: licences stop on 3 March, the United States answers on 4 March, talks expected in April.",
            caption=text("Dates named in the sources"),
        ),
        Heading(level=2, children=text("Quoted sources"), anchor="quotes"),
        Quotation(
            blocks=(
                paragraph("“Partners that stand together will not run short.”", mark(4)),
                paragraph(Strong(text("Carla Whitfield")), ", deputy trade secretary, ", Emphasis(text("said"))),
            )
        ),
        Quotation(blocks=(paragraph("“We will not supply those who shut us out.”"), paragraph("Li Wenbo"))),
        Heading(level=3, children=text("In other tongues"), anchor="tongues"),
        paragraph(
            "The ministry calls it ",
            Text("“수출 허가 중단”", lang="ko"),
            " (北京), the paper ",
            Text("«Графит»", lang="ru"),
            " adds more.",
            LineBreak(),
            "A new line, and an address: ",
            Link("https://example.org/a?b=c&d=e", text("https://example.org/very/long/path/that/goes/on?b=c&d=e")),
            ".",
        ),
        BulletList(
            items=(
                ListItem(
                    blocks=(paragraph("First gap."), BulletList(items=(ListItem(blocks=(paragraph("Inner."),)),)))
                ),
                ListItem(blocks=(paragraph("Second gap, with a note.", mark(5)),)),
            )
        ),
        Rule(),
        Heading(level=2, children=text("Sources"), anchor="sources"),
        paragraph(
            Strong(text("S1")), " The Harbour Post. Used in: ", Link("#key-points", text("Key points")), anchor="s1"
        ),
        PageBreak(),
        paragraph("Assembled by machine."),
    )


def _positions() -> Table:
    rows = tuple(
        (
            cell(Strong(text(actor))),
            cell("Li Wenbo, spokesperson, ", Emphasis(text("said"))),
            cell(f"Row {number}: the suspension is “economic coercion” and will be answered together.", mark(6)),
            cell(Label("stated")),
            cell("4 March 2027"),
        )
        for number, actor in enumerate(("China", "United States", "Japan", "Republic of Korea") * 4, 1)
    )
    return Table(
        header=tuple(cell(name) for name in ("Actor", "Speaker", "Position", "Kind", "Date")),
        rows=rows,
        align=("left",) * 5,
        widths=(0.14, 0.20, 0.38, 0.13, 0.15),
        caption=text("Who says what"),
        name="positions",
    )


def _notes() -> tuple[Note, ...]:
    return (
        note(1, Link("#s1", text("S1")), ", characters 0–71."),
        note(
            2, Link("#s1", text("S1")), ", characters 80–140: “Seoul has three moves open, and none of them is cheap.”"
        ),
        note(3, "S2, characters 10–20."),
        note(4, "S2, page 4. " + "The words stand in a long paragraph of the speech. " * 4),
        note(5, "S3."),
        note(6, "S1, a note in a table."),
    )
