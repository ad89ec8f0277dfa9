"""Pictures as bands, never wider than the column, with their caption below."""

from __future__ import annotations

from briefing.errors import ExportError
from briefing.model.blocks import Block, Figure
from briefing.write.pdf.bands import Band, Image
from briefing.write.pdf.cleaning import clean_whole
from briefing.write.pdf.flow import Flow, Place
from briefing.write.pdf.plain import plain


def lay_figure(flow: Flow, block: Figure, place: Place, before: Block | None) -> None:
    """Lay out a picture, tied to its caption."""
    picture = dict(flow.pages.pictures).get(block.picture)
    if picture is None:
        raise ExportError(f"the picture “{block.picture}” is not among the document's pictures")
    scale = min(1.0, place.room / picture.width, flow.page_height * 0.8 / picture.height)
    width, height = picture.width * scale, picture.height * scale
    group = place.node.child("Div")
    alt = clean_whole(block.alt) or plain(block.caption)
    if not alt:
        raise ExportError(f"the picture “{block.picture}” has no words for those who do not see it")
    node = group.child("Figure", alt=alt)
    image = Image(place.x, 0.0, width, height, picture, block.picture, node)
    flow.owe(flow.styles.caption.before)
    flow.emit(Band(height=height, images=[image], tie=bool(block.caption)), place)
    if block.caption:
        flow.owe(4.0)
        flow.text(block.caption, flow.styles.byline, group.child("Caption"), place)
    flow.owe(flow.styles.caption.before)
