"""The whole way from pages to bytes: lay out, paginate, paint, tag, serialise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing.model.blocks import (
    Block,
    BulletList,
    Contents,
    Division,
    Figure,
    Heading,
    ListItem,
    Note,
    OrderedList,
    PageBreak,
    Pages,
    Paragraph,
    Quotation,
    Rule,
    Table,
)
from briefing.model.theme import Theme
from briefing.write.pdf.bands import Band
from briefing.write.pdf.contents import lay_contents
from briefing.write.pdf.divisions import lay_division
from briefing.write.pdf.figures import lay_figure
from briefing.write.pdf.file import PdfFile, string
from briefing.write.pdf.flow import Flow, Layout, Place
from briefing.write.pdf.furniture import Furniture
from briefing.write.pdf.geometry import Geometry, geometry
from briefing.write.pdf.lines import LineBreaker
from briefing.write.pdf.metadata import add_information, add_metadata, add_output_intent, with_made
from briefing.write.pdf.notes import NoteBook
from briefing.write.pdf.outline import write_outline
from briefing.write.pdf.paginate import paginate
from briefing.write.pdf.paint import Painter
from briefing.write.pdf.pens import make_styles
from briefing.write.pdf.tables import lay_table
from briefing.write.pdf.texts import (
    lay_bullets,
    lay_heading,
    lay_numbers,
    lay_page_break,
    lay_paragraph,
    lay_quotation,
    lay_rule,
)
from briefing.write.pdf.tree import Node, attach, write_tree
from briefing.write.pdf.typeface import Typefaces
from briefing.write.pdf.words import Setter

LAYOUTS: dict[type, Layout] = {
    Heading: lay_heading,
    Paragraph: lay_paragraph,
    BulletList: lay_bullets,
    OrderedList: lay_numbers,
    Quotation: lay_quotation,
    Table: lay_table,
    Figure: lay_figure,
    Division: lay_division,
    Rule: lay_rule,
    PageBreak: lay_page_break,
    Contents: lay_contents,
}
_COVER_SHARE = 0.26
_COVER_TITLE = 1.35
_LONGEST_LINE = 38.5
"""In ems: about 75 characters of a text face; the eye does not find back from longer lines."""


def write_pdf(pages: Pages, theme: Theme) -> bytes:
    """Write `pages` as a PDF that is tagged (PDF/UA-1) and archival (PDF/A-2a); the same pages give the same bytes."""
    file, faces, paper = PdfFile(), Typefaces(), geometry(theme.page)
    root = Node("Document", None)
    flow = _flow(pages, theme, faces, paper)
    place = _column(paper, flow, root)
    _lay(flow, place)
    notes = NoteBook(flow, place)
    attach(root, file)
    furniture = Furniture(pages.meta, theme, flow.styles.furniture, paper, flow, root.child("P"))
    painter = Painter(
        file=file,
        faces=faces,
        theme=theme,
        paper=paper,
        furniture=furniture,
        logo=dict(pages.pictures).get("logo") if theme.logo else None,
        pages=paginate(flow.bands, paper.column_height, notes.bands),
    )
    painter.paint()
    return _serialise(pages, file, faces, root, painter)


def _column(paper: Geometry, flow: Flow, root: Node) -> Place:
    body = flow.styles.body
    width = min(paper.column, body.size * _LONGEST_LINE)
    return Place(x=paper.left, width=width, room=paper.column, node=root, text=body)


def _flow(pages: Pages, theme: Theme, faces: Typefaces, paper: Geometry) -> Flow:
    styles = make_styles(theme)
    anchors = frozenset(_anchors(pages.blocks)) | frozenset(
        anchor for note in pages.notes for anchor in _anchors(note.blocks)
    )
    return Flow(
        pages=pages,
        theme=theme,
        styles=styles,
        setter=Setter(faces, styles.label, anchors, theme.colours.accent),
        breaker=LineBreaker(faces, hyphenate=theme.hyphenate),
        layouts=LAYOUTS,
        page_height=paper.column_height,
    )


def _lay(flow: Flow, place: Place) -> None:
    """Lay out all blocks; with a cover, the title and its block stand on a page of their own."""
    blocks = flow.pages.blocks
    cover = _cover_length(blocks) if flow.theme.cover else 0
    if cover:
        title, styles = flow.styles.title, flow.styles
        large = replace(title, size=title.size * _COVER_TITLE, leading=title.leading * _COVER_TITLE)
        flow.emit(Band(height=flow.page_height * _COVER_SHARE, tie=True), place)
        flow.styles = replace(styles, title=large)
        flow.blocks(blocks[:cover], place)
        flow.styles, flow.fresh, flow.gap = styles, True, 0.0
    flow.blocks(blocks[cover:], place)


def _cover_length(blocks: tuple[Block, ...]) -> int:
    """Count the blocks that make the cover: up to the title block, or the title alone."""
    for index, block in enumerate(blocks[:4]):
        if isinstance(block, Division) and block.name == "title-block":
            return index + 1
    return 1 if blocks and isinstance(blocks[0], Heading) else 0


def _anchors(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        yield from _own_anchor(block)
        match block:
            case Division() | Quotation():
                yield from _anchors(block.blocks)
            case BulletList() | OrderedList():
                for item in block.items:
                    yield from _own_anchor(item)
                    yield from _anchors(item.blocks)


def _own_anchor(block: Block | ListItem | Note) -> Iterator[str]:
    if isinstance(block, Heading | Paragraph | ListItem) and block.anchor:
        yield block.anchor


def _serialise(pages: Pages, file: PdfFile, faces: Typefaces, root: Node, painter: Painter) -> bytes:
    parent = file.reserve()
    painter.write_pages(parent, file.add(faces.embed(file)))
    kids = " ".join(f"{at} 0 R" for at in painter.numbers)
    file.put(parent, f"<</Type/Pages/Count {len(painter.numbers)}/Kids[{kids}]>>")
    keys = len(painter.numbers) + len(painter.links.areas)
    tree = write_tree(root, file, painter.parents(), keys)
    outline = write_outline(painter.entries, file)
    shown = f"/Outlines {outline} 0 R/PageMode/UseOutlines" if outline else ""
    metadata = add_metadata(file, pages.meta, [file.seen(at) for at in painter.numbers])
    catalog = file.add(
        f"<</Type/Catalog/Pages {parent} 0 R/Lang{string(pages.meta.language)}/MarkInfo<</Marked true>>"
        f"/StructTreeRoot {tree} 0 R/ViewerPreferences<</DisplayDocTitle true>>"
        f"/Metadata {metadata} 0 R/OutputIntents[{add_output_intent(file)} 0 R]{shown}>>"
    )
    return with_made(file.finish(catalog, add_information(file, pages.meta)))
