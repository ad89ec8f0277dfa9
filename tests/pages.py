"""Hand-made pages for tests of the writers: an invented story with every kind of block, note and link."""

from __future__ import annotations

from dataclasses import replace

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


def korean_pages() -> Pages:
    """Make a Korean briefing of two pages, with Hanja and words of English in it."""
    said = (
        "중국은 월요일 배터리용 흑연의 수출 허가를 중단했으며, 서울은 세 가지 선택지를 검토하고 있으나 그 어느 것도 "
        "저렴하지 않다고 상무부(商務部) 대변인이 베이징에서 밝혔다."
    )
    point = paragraph(Label("보도"), f" {said}", mark(2), " ", Emphasis(text("미국 · 2027년 3월 4일")))
    row = (cell(Strong(text("중국"))), cell(said, mark(3)), cell(Label("발언")))
    blocks: tuple[Block, ...] = (
        Heading(level=1, children=text("흑연 수출 허가 중단과 한국의 선택지"), anchor="top"),
        Division(name="title-block", blocks=(paragraph("2027년 3월 10일 기준 · 대한민국"),)),
        Division(
            name="bottom-line", blocks=(paragraph(Strong(text("핵심 요지")), " ", Label("발언"), f" {said}", mark(1)),)
        ),
        Heading(level=2, children=text("핵심 요점"), anchor="key-points"),
        OrderedList(items=(ListItem(blocks=(point,)),) * 4),
        Heading(level=2, children=text("행위자 입장"), anchor="positions"),
        Table(
            header=(cell("행위자"), cell("입장"), cell("종류")),
            rows=(row,) * 12,
            align=("left",) * 3,
            widths=(0.2, 0.6, 0.2),
        ),
        Heading(level=2, children=text("인용 출처"), anchor="quotes"),
        Quotation(blocks=(paragraph(f"“{said}”"), paragraph("리원보 대변인"))),
        paragraph("가나다라마바사아자차카타파하" * 12),
        paragraph(Strong(text("굵은 北韓")), " 보통 北韓, ", Text("the administration responded", lang="en"), "."),
    )
    meta = replace(
        META,
        title="흑연 수출 허가 중단과 한국의 선택지",
        language="ko",
        header="흑연 수출 허가",
        footer="2027년 3월 10일 기준 · 출처 3건",
        mark="대외비",
        page_label="{pages}쪽 중 {page}쪽",
        notes_label="각주",
        contents_label="차례",
    )
    notes = (note(1, "S1, 0–71자."), note(2, f"S2: “{said}”"), note(3, "S3."))
    return Pages(meta=meta, blocks=blocks, notes=notes)


def long_pages() -> Pages:
    """Make pages with many notes: long ones, ones in table rows, and a row that is longer than a page."""
    endless = "This note goes on without an end in sight. " * 120
    short = "S2, page 4: the parties consult without delay when a material runs short. "
    paragraphs = tuple(
        paragraph(f"Paragraph {number} speaks of licences", mark(number), " and of stocks. " * 25)
        for number in range(1, 13)
    )
    rows = tuple((cell("China"), cell("Row", mark(number), " of the table. " * 9)) for number in range(13, 45))
    tall = (cell("Tall"), cell(" ".join(f"word{number}" for number in range(1100)), mark(45)))
    notes = tuple(note(number, endless if number == 6 else short * (1 + number % 4)) for number in range(1, 46))
    return Pages(
        meta=META,
        blocks=(
            Heading(level=1, children=text("Many notes"), anchor="top"),
            *paragraphs,
            Heading(level=2, children=text("Positions"), anchor="positions"),
            Table(header=(cell("Actor"), cell("Position")), rows=(*rows, tall), align=("left",) * 2, widths=(0.2, 0.8)),
            paragraph("The end."),
        ),
        notes=notes,
    )
