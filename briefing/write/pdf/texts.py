"""Headings, paragraphs, lists, quotations, rules and page breaks as bands."""

from __future__ import annotations

from dataclasses import replace

from briefing.model.blocks import (
    Block,
    BulletList,
    Heading,
    ListItem,
    OrderedList,
    PageBreak,
    Paragraph,
    Quotation,
    Rule,
)
from briefing.write.pdf.bands import Band, Ground, Print, Stroke, keep_together
from briefing.write.pdf.flow import Flow, Place, baseline, indented
from briefing.write.pdf.lines import Run
from briefing.write.pdf.plain import plain
from briefing.write.pdf.tree import Node

_LONG_TITLE = 90
"""Letters from which on a title is set smaller, to stand in two or three lines."""
_SMALLER = 0.82
_SHORT_QUOTATION = 0.25
"""Share of the page up to which a quotation stays whole, with the line that says whose it is."""


def lay_heading(flow: Flow, block: Heading, place: Place, before: Block | None) -> None:
    """Lay out a heading, tied to what follows it."""
    style = flow.styles.title if block.level == 1 else flow.styles.headings[min(block.level, 4) - 2]
    if place.boxed and block.level > 1:
        style = replace(flow.styles.headings[2], before=flow.theme.spacing.paragraph)
    flow.anchors.append(block.anchor)
    # A level that is left out would mislead who listens: the tag goes one deeper at most.
    flow.depth = min(block.level, flow.depth + 1, 6)
    words = plain(block.children)
    if block.level == 1:
        place = replace(place, width=place.room)
        if len(words) > _LONG_TITLE:
            style = replace(style, size=style.size * _SMALLER, leading=style.leading * _SMALLER)
    bands = flow.text(block.children, style, place.node.child(f"H{flow.depth}"), place)
    for band in bands:
        band.tie = True
    bands[0].heading = (block.level, words)
    flow.owe(flow.theme.spacing.heading_after)


def lay_paragraph(flow: Flow, block: Paragraph, place: Place, before: Block | None) -> None:
    """Lay out a paragraph; the first one under a heading stands close to it."""
    if block.anchor:
        flow.anchors.append(block.anchor)
    style = replace(place.text, before=0.0) if isinstance(before, Heading) else place.text
    flow.text(block.children, style, place.node.child("P"), place)


def lay_bullets(flow: Flow, block: BulletList, place: Place, before: Block | None) -> None:
    """Lay out an unordered list."""
    _list(flow, block.items, ["•"] * len(block.items), place, "Disc")


def lay_numbers(flow: Flow, block: OrderedList, place: Place, before: Block | None) -> None:
    """Lay out a numbered list from its start."""
    marks = [f"{number}." for number in range(block.start, block.start + len(block.items))]
    _list(flow, block.items, marks, place, "Decimal")


def _list(flow: Flow, items: tuple[ListItem, ...], marks: list[str], place: Place, kind: str) -> None:
    node = place.node.child("L", attributes=f"<</O/List/ListNumbering/{kind}>>")
    style = replace(place.text, bold=False, italic=False)
    widest = max((flow.setter.shape(mark, style)[0][2] for mark in marks), default=0.0)
    indent = max(flow.theme.spacing.list_indent, widest + style.size * 0.5)
    inner = replace(indented(place, indent), text=replace(place.text, before=place.text.before * 0.6))
    for item, mark in zip(items, marks, strict=True):
        _item(flow, item, mark, node.child("LI"), inner, indent)
    flow.owe(place.text.before)


def _item(flow: Flow, item: ListItem, mark: str, node: Node, inner: Place, indent: float) -> None:
    """Lay out one item; its mark waits for its first line, and a number ends where a bullet would."""
    style = replace(inner.text, bold=False, italic=False)
    ((text, pen, width),) = flow.setter.shape(mark, style)
    offset = style.size * 0.15 - indent if mark == "•" else -width - style.size * 0.45
    run = Run(0.0, f"{text} ", pen, node.child("Lbl"), width)
    flow.lead.append(Print(inner.x + offset, baseline(style), run))
    if item.anchor:
        flow.anchors.append(item.anchor)
    body = node.child("LBody")
    if item.blocks:
        flow.blocks(item.blocks, replace(inner, node=body))
    else:
        flow.text((), inner.text, body, inner)[0].nodes.append(body)


def lay_quotation(flow: Flow, block: Quotation, place: Place, before: Block | None) -> None:
    """Lay out words set apart: indented beside a thin bar, and small below them whose words they are."""
    indent = flow.theme.spacing.list_indent
    bar = Ground(x=place.x + 1.0, width=place.room, bar=flow.theme.colours.rule, bar_width=1.5)
    inner = replace(indented(place, indent), node=place.node.child("BlockQuote"), ground=place.ground or bar)
    flow.owe(place.text.before * 1.3)
    start = len(flow.bands)
    flow.blocks(block.blocks[:1], inner)
    flow.blocks(block.blocks[1:], replace(inner, text=inner.text if place.boxed else flow.styles.byline))
    keep_together(flow.bands[start:], flow.page_height * _SHORT_QUOTATION)
    flow.owe(place.text.before * 1.3)


def lay_rule(flow: Flow, block: Rule, place: Place, before: Block | None) -> None:
    """Lay out a thematic break."""
    space = flow.theme.spacing.paragraph
    band = Band(height=space, before=space)
    band.strokes.append(Stroke(place.x, space / 2, place.room, 0.5, flow.theme.colours.rule))
    flow.emit(band, place)


def lay_page_break(flow: Flow, block: PageBreak, place: Place, before: Block | None) -> None:
    """Let what follows begin a page; a document does not begin with an empty one."""
    flow.fresh = bool(flow.bands)
