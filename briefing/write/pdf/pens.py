"""How text looks: a style asks for a family and a weight, a pen is one face at one size and colour."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from briefing.model.theme import Theme


class Pen(NamedTuple):
    """One face at one size and colour; `rise` lifts it above the line, `chip` frames it as a label."""

    face: str
    size: float
    colour: str
    rise: float = 0.0
    chip: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a run of text is asked for, before faces are chosen by coverage."""

    family: str
    size: float
    leading: float
    colour: str
    bold: bool = False
    italic: bool = False
    rise: float = 0.0
    chip: bool = False
    hyphenate: bool = True
    balance: bool = False
    """Make all lines about as long as each other, so that no word is left alone on the last."""
    before: float = 0.0
    """Space above the block."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Styles:
    """The styles of a whole document, made from its theme."""

    body: Style
    title: Style
    headings: tuple[Style, Style, Style]
    table: Style
    table_head: Style
    caption: Style
    note: Style
    label: Style
    furniture: Style
    byline: Style
    """Paragraphs of the title block."""
    aside: Style
    """Paragraphs of a box that explains."""


def make_styles(theme: Theme) -> Styles:
    """Derive every style from the theme."""
    faces, sizes, colours, spacing = theme.faces, theme.sizes, theme.colours, theme.spacing
    families = {"serif": faces.serif, "sans": faces.sans}
    body = Style(
        family=families[faces.body],
        size=sizes.body,
        leading=sizes.leading,
        colour=colours.text,
        hyphenate=theme.hyphenate,
        before=spacing.paragraph,
    )
    heading = replace(
        body, family=families[faces.headings], bold=True, hyphenate=False, balance=True, before=spacing.heading_before
    )
    table = replace(
        body, family=families[faces.tables], size=sizes.table, leading=sizes.table_leading, before=spacing.paragraph
    )
    sans = replace(body, family=faces.sans, hyphenate=False)
    return Styles(
        body=body,
        title=replace(heading, size=sizes.title, leading=sizes.title * 1.2, before=0.0),
        headings=(
            replace(heading, size=sizes.heading[0], leading=sizes.heading[0] * 1.25, colour=colours.accent),
            replace(
                heading, size=sizes.heading[1], leading=sizes.heading[1] * 1.3, before=spacing.heading_before * 0.8
            ),
            replace(
                heading, size=sizes.heading[2], leading=sizes.heading[2] * 1.3, before=spacing.heading_before * 0.6
            ),
        ),
        table=table,
        table_head=replace(table, bold=True, hyphenate=False),
        caption=replace(sans, size=sizes.table, leading=sizes.table_leading, bold=True, before=spacing.paragraph * 1.5),
        note=replace(body, size=sizes.note, leading=sizes.note_leading, before=1.5),
        label=replace(sans, size=sizes.label, leading=sizes.label * 1.3, colour=colours.muted, chip=True),
        furniture=replace(sans, size=sizes.furniture, leading=sizes.furniture * 1.25, colour=colours.muted),
        byline=replace(sans, size=sizes.table, leading=sizes.table_leading * 1.08, colour=colours.muted, before=2.0),
        aside=replace(sans, size=sizes.table, leading=sizes.table_leading * 1.04, hyphenate=theme.hyphenate),
    )
