"""The named kinds of divisions: their paragraph styles, and those of headings and lists inside a box."""

from __future__ import annotations

from dataclasses import replace

from briefing.model.theme import Theme
from briefing.write.docx.cover import COVER
from briefing.write.docx.formats import Edge, ParagraphFormat, RunFormat, Side
from briefing.write.docx.measures import text_area
from briefing.write.docx.style import Style

BOXES = {
    "title-block": "TitleBlock",
    "bottom-line": "BottomLine",
    "sources": "Sources",
    COVER: "Cover",
    **dict.fromkeys(("how-to-read", "box", "aside", "notice", "diagnostics"), "HowToRead"),
    **dict.fromkeys(("source-base", "small", "colophon", "byline", "context", "descriptor"), "Small"),
}
"""The paragraph style of each kind; blocks of any other kind stand as they would without it."""

LAST = {"TitleBlock": "TitleBlockLast"}
"""The style of the last paragraph of a kind, where it is another."""

BOX_INDENT = 10.0
_PADDING: tuple[tuple[Side, float], ...] = (("top", 5), ("left", 9), ("bottom", 5), ("right", 7))
_FRAMED = ("BottomLine", "HowToRead")


def heading_style(level: int, box: str | None) -> str:
    """Return the style of a heading; `level` 1 is the briefing's title, Word has that apart from its headings."""
    if level <= 1:
        return "CoverTitle" if box == "Cover" else "Title"
    name = f"Heading{min(level - 1, 3)}"
    return f"{box}{name}" if box in _FRAMED else name


def list_style(style: str, box: str | None) -> str:
    """Return the style of list items in `box`."""
    return box if box is not None else style


def division_styles(theme: Theme) -> tuple[Style, ...]:
    """Return the styles of all divisions."""
    boxes = (_bottom_line(theme), _how_to_read(theme))
    return (*_small(theme), *boxes, *(head for box in boxes for head in _headings(box)))


def _small(theme: Theme) -> tuple[Style, ...]:
    """Return the style of small print, and that of the title block, which ends in a rule."""
    small = Style(
        id="Small",
        name="Small",
        paragraph=ParagraphFormat(after=2, leading=theme.sizes.table_leading),
        run=RunFormat(family=theme.faces.tables, size=theme.sizes.table, colour=theme.colours.muted),
    )
    rule = Edge(side="bottom", colour=theme.colours.accent, width=1.25, space=7)
    return (
        small,
        replace(small, id="Sources", name="Sources", run=replace(small.run, colour=theme.colours.text)),
        replace(small, id="TitleBlock", name="Title Block"),
        replace(small, id="Cover", name="Cover"),
        Style(
            id="CoverTitle",
            name="Cover Title",
            based_on="Title",
            next="Cover",
            paragraph=ParagraphFormat(
                before=round(text_area(theme).height * 0.28), after=12, leading=round(theme.sizes.title * 1.7)
            ),
            run=RunFormat(size=round(theme.sizes.title * 1.4)),
        ),
        Style(
            id="TitleBlockLast",
            name="Title Block Last",
            based_on="TitleBlock",
            paragraph=ParagraphFormat(edges=(rule,)),
        ),
    )


def _bottom_line(theme: Theme) -> Style:
    ground = theme.colours.ground
    edges = (
        Edge(side="top", colour=ground, space=5),
        Edge(side="left", colour=theme.colours.accent, width=3, space=7),
        Edge(side="bottom", colour=ground, space=5),
        Edge(side="right", colour=ground, space=7),
    )
    return Style(
        id="BottomLine",
        name="Bottom Line",
        based_on="BodyText",
        paragraph=ParagraphFormat(
            left=BOX_INDENT,
            right=8,
            ground=ground,
            edges=edges,
            after=theme.spacing.paragraph,
            leading=theme.sizes.leading + 1,
        ),
        run=RunFormat(size=theme.sizes.body + 0.5),
    )


def _how_to_read(theme: Theme) -> Style:
    ground = theme.colours.ground
    edges = tuple(Edge(side=side, colour=ground, space=space) for side, space in _PADDING)
    return Style(
        id="HowToRead",
        name="How To Read",
        paragraph=ParagraphFormat(
            left=BOX_INDENT,
            right=8,
            ground=ground,
            edges=edges,
            after=theme.spacing.paragraph / 2,
            leading=theme.sizes.table_leading,
        ),
        run=RunFormat(family=theme.faces.tables, size=theme.sizes.table),
    )


def _headings(box: Style) -> list[Style]:
    """Give the headings of `box` its ground and edges; small, for what they head is what should strike first."""
    form = replace(box.paragraph, leading=None, before=0)
    return [
        Style(
            id=f"{box.id}Heading{level}",
            name=f"{box.name} Heading {level}",
            based_on=f"Heading{level}",
            next=box.id,
            paragraph=form,
        )
        for level in (1, 2, 3)
    ]
