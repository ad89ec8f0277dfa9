"""Named kinds of blocks: the title block, the bottom line on its ground, boxes that explain."""

from __future__ import annotations

from dataclasses import replace

from briefing.model.blocks import Block, Division
from briefing.write.pdf.bands import Band, Ground, Stroke, keep_together
from briefing.write.pdf.flow import Flow, Place

_PADDING = 10.0
_SHORT_BOX = 0.4
"""Of the page: a box up to this height is not broken."""
_BAR = 3.0
_BOXES = frozenset({"how-to-read", "box", "aside", "notice", "diagnostics"})
_SMALL = frozenset({"source-base", "small", "colophon", "byline", "context", "descriptor"})


def lay_division(flow: Flow, block: Division, place: Place, before: Block | None) -> None:
    """Lay out a division by its name; one of no known name is only a group."""
    place = replace(place, node=place.node.child("Div"))
    if block.name == "title-block":
        _title(flow, block, place)
    elif block.name == "bottom-line" and place.ground is None:
        strong = replace(place.text, size=place.text.size * 1.12, leading=place.text.leading * 1.12)
        _boxed(flow, block, replace(place, text=strong), accent=True)
    elif block.name in _BOXES and place.ground is None:
        _boxed(flow, block, replace(place, text=flow.styles.aside), accent=False)
    elif block.name in _SMALL:
        flow.blocks(block.blocks, replace(place, text=flow.styles.byline))
        flow.owe(flow.theme.spacing.paragraph)
    elif block.name == "sources":
        listed = replace(flow.styles.aside, before=flow.theme.spacing.paragraph * 0.5)
        flow.blocks(block.blocks, replace(place, text=listed, width=place.room))
    else:
        flow.blocks(block.blocks, place)


def _title(flow: Flow, block: Division, place: Place) -> None:
    colour = flow.theme.colours.accent
    flow.blocks(block.blocks, replace(place, text=flow.styles.byline))
    if flow.bands:
        flow.bands[-1].tie = True
    rule = Band(height=2.0, before=7.0)
    rule.strokes.append(Stroke(place.x, 1.0, place.room, 1.2, colour))
    flow.emit(rule, replace(place, ground=None))
    flow.owe(flow.theme.spacing.paragraph * 1.5)


def _boxed(flow: Flow, block: Division, place: Place, *, accent: bool) -> None:
    """Lay out blocks on a tinted ground; with `accent`, a bar at the left marks it in grey print too."""
    colours = flow.theme.colours
    bar = _BAR if accent else 0.0
    ground = Ground(
        x=place.x, width=place.room, tint=colours.ground, bar=colours.accent if accent else None, bar_width=bar
    )
    room = place.room - bar - 2 * _PADDING
    inner = replace(place, x=place.x + bar + _PADDING, width=room, room=room, ground=ground, boxed=True)
    flow.owe(flow.theme.spacing.paragraph * 1.5)
    flow.emit(Band(height=_PADDING - 3.0, tie=True), inner)
    start = len(flow.bands)
    flow.blocks(block.blocks, inner)
    flow.gap = 0.0
    if len(flow.bands) > start:
        flow.bands[start].before = 0.0
        flow.bands[-1].tie = True
    flow.emit(Band(height=_PADDING - 2.0), inner)
    keep_together(flow.bands[start - 1 :], flow.page_height * _SHORT_BOX)
    flow.owe(flow.theme.spacing.paragraph * 1.5)
