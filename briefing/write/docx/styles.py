"""The named styles, all of their values from the theme."""

from __future__ import annotations

from dataclasses import replace

from briefing.model.theme import Theme
from briefing.write.docx.divisions import division_styles
from briefing.write.docx.formats import Edge, ParagraphFormat, RunFormat, face_element
from briefing.write.docx.languages import is_east_asian, language_element
from briefing.write.docx.measures import half_points, text_area
from briefing.write.docx.style import Style, style_element
from briefing.write.docx.table_style import table_style
from briefing.write.docx.xml import Element, node, value


def styles_root(theme: Theme, language: str, east_asian: str) -> Element:
    """Make the whole of styles.xml."""
    defaults = node(
        "w:docDefaults",
        None,
        node("w:rPrDefault", None, _default_run(theme, language, east_asian)),
        node("w:pPrDefault"),
    )
    made = [style_element(style, theme.faces) for style in named_styles(theme, language)]
    nothing = node(
        "w:style", {"w:type": "numbering", "w:default": "1", "w:styleId": "NoList"}, value("w:name", "No List")
    )
    return node("w:styles", None, defaults, *made, *table_style(theme), nothing)


def named_styles(theme: Theme, language: str) -> tuple[Style, ...]:
    """Return every paragraph and character style of the document."""
    return (
        *_text(theme),
        *_headings(theme),
        *_lists(theme),
        *division_styles(theme),
        *_furniture(theme),
        *_characters(theme, language),
    )


def _default_run(theme: Theme, language: str, east_asian: str) -> Element:
    size = half_points(theme.sizes.body)
    return node(
        "w:rPr",
        None,
        face_element(theme.faces, theme.faces.body),
        value("w:color", theme.colours.text.lstrip("#").upper()),
        value("w:sz", size),
        value("w:szCs", size),
        language_element(language, east_asian=east_asian),
    )


def _text(theme: Theme) -> tuple[Style, ...]:
    sizes, space, colours = theme.sizes, theme.spacing, theme.colours
    small = RunFormat(family=theme.faces.tables, size=sizes.table)
    table = ParagraphFormat(before=0, after=0, leading=sizes.table_leading)
    bar = (Edge(side="left", colour=colours.rule, width=1.5, space=8),)
    quoted = ParagraphFormat(left=space.list_indent, after=0, leading=sizes.leading, edges=bar, keep_next=True)
    # One twentieth of a point keeps programs from joining the bars of two quotations.
    last = ParagraphFormat(right=0.05, after=space.paragraph * 1.5, keep_next=False)
    return (
        Style(id="Normal", name="Normal", based_on=None, default=True),
        Style(id="BodyText", name="Body Text", paragraph=ParagraphFormat(after=space.paragraph, leading=sizes.leading)),
        Style(id="Quote", name="Quote", based_on="BodyText", paragraph=quoted),
        Style(id="QuoteLast", name="Quote Last", based_on="Quote", paragraph=last),
        Style(
            id="Caption",
            name="caption",
            paragraph=ParagraphFormat(
                before=space.paragraph, after=space.cell, leading=sizes.table_leading, keep_next=True, keep_lines=True
            ),
            run=replace(small, bold=True, colour=colours.muted),
        ),
        Style(id="Figure", name="Figure", paragraph=ParagraphFormat(before=space.paragraph, after=space.cell)),
        Style(
            id="FigureCaption",
            name="Figure Caption",
            based_on="Caption",
            paragraph=ParagraphFormat(before=0, after=space.paragraph * 2, keep_next=False),
        ),
        Style(id="TableText", name="Table Text", paragraph=table, run=small),
        Style(
            id="TableHead",
            name="Table Heading",
            based_on="TableText",
            paragraph=ParagraphFormat(keep_next=True, hyphenate=False),
            run=RunFormat(bold=True),
        ),
        Style(id="AfterTable", name="After Table", paragraph=ParagraphFormat(after=0, leading=space.paragraph)),
        Style(
            id="Rule",
            name="Rule",
            paragraph=ParagraphFormat(
                after=space.paragraph * 2, leading=2, edges=(Edge(side="bottom", colour=colours.rule, space=1),)
            ),
        ),
        Style(
            id="FootnoteText",
            name="footnote text",
            paragraph=ParagraphFormat(after=2, leading=sizes.note_leading),
            run=RunFormat(size=sizes.note),
        ),
    )


def _headings(theme: Theme) -> tuple[Style, ...]:
    sizes, space, colours = theme.sizes, theme.spacing, theme.colours
    face = RunFormat(family=theme.faces.headings, bold=True, colour=colours.accent)
    keep = ParagraphFormat(keep_next=True, keep_lines=True, hyphenate=False, after=space.heading_after)
    title = replace(keep, before=0, after=space.paragraph, leading=round(sizes.title * 1.2))
    heads = tuple(
        Style(
            id=f"Heading{level}",
            name=f"heading {level}",
            next="BodyText",
            paragraph=replace(
                keep,
                before=round(space.heading_before / (1 + 0.3 * (level - 1))),
                outline=level - 1,
                leading=round(size * 1.3),
            ),
            run=replace(face, size=size),
        )
        for level, size in enumerate(sizes.heading, 1)
    )
    contents = tuple(
        Style(
            id=f"TOC{level}",
            name=f"toc {level}",
            paragraph=ParagraphFormat(
                before=space.paragraph / 2 if level == 1 else 0,
                after=0,
                leading=sizes.leading,
                left=space.list_indent * (level - 1),
                tabs=((text_area(theme).width, "right", "dot"),),
            ),
            run=RunFormat(family=theme.faces.headings, size=sizes.table + 0.5),
        )
        for level in (1, 2, 3)
    )
    return (
        Style(id="Title", name="Title", next="BodyText", paragraph=title, run=replace(face, size=sizes.title)),
        *heads,
        Style(
            id="TOCHeading",
            name="TOC Heading",
            next="BodyText",
            paragraph=replace(keep, before=space.heading_before, leading=round(sizes.heading[0] * 1.3)),
            run=replace(face, size=sizes.heading[0]),
        ),
        *contents,
    )


def _lists(theme: Theme) -> tuple[Style, ...]:
    item = ParagraphFormat(after=theme.spacing.paragraph / 2, leading=theme.sizes.leading)
    names = (("ListBullet", "List Bullet"), ("ListNumber", "List Number"), ("ListContinue", "List Continue"))
    return tuple(Style(id=key, name=name, based_on="BodyText", paragraph=item) for key, name in names)


def _furniture(theme: Theme) -> tuple[Style, ...]:
    sizes, colours, width = theme.sizes, theme.colours, text_area(theme).width
    small = RunFormat(family=theme.faces.headings, size=sizes.furniture, colour=colours.muted)
    line = ParagraphFormat(after=0, leading=round(sizes.furniture * 1.4), tabs=((width, "right", "none"),))
    mark = ParagraphFormat(after=2, leading=round(sizes.furniture * 1.5))
    return (
        Style(id="Header", name="header", paragraph=line, run=small),
        Style(
            id="Footer",
            name="footer",
            paragraph=replace(line, edges=(Edge(side="top", colour=colours.rule, space=4),)),
            run=small,
        ),
        Style(
            id="Mark",
            name="Mark",
            paragraph=mark,
            run=RunFormat(family=theme.faces.headings, size=sizes.furniture + 1, bold=True, colour=colours.mark),
        ),
    )


def _apart(theme: Theme, language: str) -> RunFormat:
    """Set words apart in italics, or paler in Korean and its neighbours, which have none."""
    return RunFormat(colour=theme.colours.muted) if is_east_asian(language) else RunFormat(italic=True)


def _characters(theme: Theme, language: str) -> tuple[Style, ...]:
    colours = theme.colours
    chip = RunFormat(
        family=theme.faces.headings,
        size=theme.sizes.label,
        bold=True,
        colour=colours.muted,
        ground=colours.ground,
        frame=colours.rule,
    )
    return tuple(
        Style(id=key, name=name, kind="character", based_on="DefaultParagraphFont", run=form)
        for key, name, form in (
            ("Strong", "Strong", RunFormat(bold=True)),
            ("Emphasis", "Emphasis", _apart(theme, language)),
            ("Label", "Label", chip),
            ("Hyperlink", "Hyperlink", RunFormat(colour=colours.accent)),
            ("FootnoteReference", "footnote reference", RunFormat(raised=True)),
        )
    )
