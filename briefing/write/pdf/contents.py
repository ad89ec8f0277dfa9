"""The table of contents: one linked line a heading, its page number filled in when the pages are known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing.model.blocks import Block, Contents, Division, Heading, Text
from briefing.write.pdf.bands import Print
from briefing.write.pdf.flow import Flow, Place, baseline, indented
from briefing.write.pdf.lines import Run
from briefing.write.pdf.plain import unlinked
from briefing.write.pdf.tree import Node

_NUMBER_ROOM = 36.0


def lay_contents(flow: Flow, block: Contents, place: Place, before: Block | None) -> None:
    """Lay out the contents, under their own title unless a heading stands before them."""
    node = place.node.child("TOC")
    if not isinstance(before, Heading):
        style = replace(flow.styles.headings[1], before=flow.theme.spacing.paragraph)
        for band in flow.text((Text(flow.pages.meta.contents_label),), style, node.child("Caption"), place):
            band.tie = True
    top = min(block.levels, default=2)
    for heading in headings(flow.pages.blocks):
        if heading.level in block.levels:
            _entry(flow, heading, heading.level - top, node.child("TOCI").child("Reference"), place)
    flow.owe(flow.theme.spacing.heading_before)


def headings(blocks: tuple[Block, ...]) -> Iterator[Heading]:
    """Yield the headings of `blocks` and of the divisions among them."""
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Division):
            yield from headings(block.blocks)


def _entry(flow: Flow, heading: Heading, depth: int, node: Node, place: Place) -> None:
    style = replace(flow.styles.aside, before=4.0 if depth == 0 else 1.5, hyphenate=False)
    indent = depth * flow.theme.spacing.list_indent
    link = node.child("Link", target=f"#{heading.anchor}")
    inner = indented(place, indent)
    inner = replace(inner, width=inner.width - _NUMBER_ROOM)
    bands = flow.text((*unlinked(heading.children), Text("\u00a0")), style, link, inner)
    ((_, pen, _),) = flow.setter.shape("0", style)
    run = Run(0.0, "", pen, link, 0.0, heading.anchor)
    bands[-1].prints.append(Print(place.x + place.width, baseline(style), run))
    for band in bands[:-1]:
        band.tie = True
