"""A long invented briefing for the benchmarks of export: any number of pages, two notes a page, all kinds of blocks."""

from __future__ import annotations

from briefing.model.blocks import (
    Block,
    BulletList,
    Cell,
    Contents,
    Division,
    Emphasis,
    Heading,
    Inline,
    Label,
    Link,
    ListItem,
    Note,
    NoteMark,
    OrderedList,
    Pages,
    PagesMeta,
    Paragraph,
    Quotation,
    Strong,
    Table,
    Text,
)

NOTES_A_PAGE = 2
_ACTORS = ("Harbour Union", "Ministry of Fisheries", "Lake Provinces", "Salt Council", "Northern League")
_VERBS = ("announced", "denied", "hinted", "repeated", "warned", "proposed")
_MATTERS = (
    "that the quota for herring would be cut by a third before the winter",
    "that no vessel had crossed the new line since the talks in the spring",
    "that a common fund could pay for the idle boats if the others joined",
    "that the tariff on tinned fish will be looked at again after the harvest",
    "that the survey of the stock was late, incomplete and in parts contradictory",
)
_TAILS = (
    ", while the second chamber had yet to be heard.",
    ", though the figures for August are still missing.",
    "; a decision is expected within two weeks.",
    ", according to two people who were in the room.",
)


def long_pages(count: int) -> Pages:
    """Make a briefing that fills about `count` pages."""
    front: tuple[Block, ...] = (
        Heading(level=1, children=(Text("Herring: what the parties want and what the islands can do"),), anchor="top"),
        Division(name="title-block", blocks=(_paragraph(0, "As of 1 October 2031 · invented for measuring."),)),
        Division(name="bottom-line", blocks=(Paragraph(children=(Strong((Text("Bottom line"),)), Text(_words(3)))),)),
        Contents(levels=(2,)),
    )
    blocks = [block for page in range(count) for block in _page(page)]
    return Pages(
        meta=PagesMeta(
            title="Herring: what the parties want and what the islands can do",
            language="en",
            as_of="2031-10-01",
            header="Herring",
            footer="As of 1 October 2031 · invented for measuring",
            sources=(("S1", "0" * 64),),
        ),
        blocks=(*front, *blocks),
        notes=tuple(_note(number) for number in range(1, count * NOTES_A_PAGE + 1)),
    )


def _sentence(seed: int) -> str:
    actor, verb = _ACTORS[seed % 5], _VERBS[seed // 5 % 6]
    return f"The {actor} {verb} on day {seed % 360 + 1} {_MATTERS[seed // 3 % 5]}{_TAILS[seed // 7 % 4]}"


def _words(seed: int, sentences: int = 1) -> str:
    return " ".join(_sentence(seed * 11 + offset * 17) for offset in range(sentences))


def _paragraph(seed: int, words: str, *marks: Inline) -> Paragraph:
    label = Label(("stated", "reported", "fact")[seed % 3])
    return Paragraph(children=(label, Text(f" {words}"), *marks, Text(" "), Emphasis((Text(_ACTORS[seed % 5]),))))


def _note(number: int) -> Note:
    source = Link("#top", (Text(f"S{number % 40 + 1}"),))
    there = Link(f"https://archive.example/{number}", (Text(f"archive.example/{number}"),))
    words = Text(f", characters {number * 31} to {number * 31 + 120}: {_words(number)} ")
    return Note(id=f"n{number}", number=number, blocks=(Paragraph(children=(source, words, there)),))


def _page(page: int) -> list[Block]:
    marks = [NoteMark(f"n{number}", number) for number in range(page * 2 + 1, page * 2 + 3)]
    level = 2 if page % 4 == 0 else 3
    return [
        Heading(level=level, children=(Text(f"Question {page + 1}: who moves first"),), anchor=f"question-{page}"),
        _paragraph(page, _words(page, 2), marks[0]),
        _table(page) if page % 2 else _lists(page),
        Quotation(blocks=(_paragraph(page + 1, f"“{_words(page + 5)}”", marks[1]),)),
        _paragraph(page + 2, _words(page + 2, 3)),
        _paragraph(page + 3, _words(page + 3, 2)),
    ]


def _lists(page: int) -> Block:
    items = tuple(ListItem(blocks=(_paragraph(page + n, _words(page * 5 + n)),)) for n in range(5))
    return OrderedList(items=items) if page % 4 else BulletList(items=items)


def _table(page: int) -> Table:
    rows = tuple(
        (
            Cell(children=(Strong((Text(_ACTORS[row % 5]),)),)),
            Cell(children=(Text(_words(page * 3 + row)),)),
            Cell(children=(Label("reported"),)),
            Cell(children=(Text(f"{row + 1} Oct 2031"),)),
        )
        for row in range(5)
    )
    header = tuple(Cell(children=(Text(name),)) for name in ("Actor", "Position", "Kind", "Date"))
    return Table(header=header, rows=rows, align=("left", "left", "left", "right"), widths=(0.2, 0.48, 0.15, 0.17))
