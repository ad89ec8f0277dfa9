"""Pages painted one after the other: grounds and frames first, then what is read, in reading order."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from PIL import Image as PillowImage

from briefing.model.blocks import Bitmap, Picture
from briefing.model.theme import Theme
from briefing.write.pdf.bands import Ground
from briefing.write.pdf.content import Content
from briefing.write.pdf.file import PdfFile, number
from briefing.write.pdf.furniture import Furniture
from briefing.write.pdf.geometry import Geometry
from briefing.write.pdf.links import Links
from briefing.write.pdf.outline import Entry
from briefing.write.pdf.paginate import PageLayout, Placed
from briefing.write.pdf.tree import Node, attach
from briefing.write.pdf.typeface import Typefaces

_NOTE_RULE = 72.0
_WORDY = 8
_OVERHANG = 5.0
"""How far a ground reaches past its text where a page cuts it."""


@dataclass(slots=True, kw_only=True)
class Painter:
    """Paints the pages of one document into `file`."""

    file: PdfFile
    faces: Typefaces
    theme: Theme
    paper: Geometry
    furniture: Furniture
    logo: Picture | None
    pages: Sequence[PageLayout]
    numbers: list[int] = field(default_factory=list)
    """The object of each page."""
    places: dict[str, tuple[int, float]] = field(default_factory=dict)
    """Page object and height of each anchor."""
    entries: list[Entry] = field(default_factory=list)
    links: Links = field(default_factory=Links)
    tags: list[list[Node]] = field(default_factory=list)
    """The tags of each page's content ids."""
    _page_of: dict[str, int] = field(default_factory=dict)
    _contents: list[tuple[int, str]] = field(default_factory=list)
    _images: dict[str, int] = field(default_factory=dict)

    def paint(self) -> None:
        """Paint all pages; links and the tree are written afterwards, when every place is known."""
        self.numbers = [self.file.reserve() for _ in self.pages]
        self._find_places()
        self._contents = [self._page(index, page) for index, page in enumerate(self.pages)]

    def _find_places(self) -> None:
        for index, page in enumerate(self.pages):
            at = self.numbers[index]
            for placed in (*page.body, *page.foot):
                y = self._top(placed) + 6.0
                for anchor in placed.band.anchors:
                    self.places.setdefault(anchor, (at, y))
                    self._page_of.setdefault(anchor, index + 1)
                if placed.band.heading is not None and not placed.echo:
                    level, text = placed.band.heading
                    self.entries.append(Entry(level, text, at, y))

    def _top(self, placed: Placed) -> float:
        return self.paper.height - self.paper.top - placed.y

    def _page(self, index: int, page: PageLayout) -> tuple[int, str]:
        content = Content(self.faces, self.file, self.numbers[index])
        self._grounds(content, page)
        carried = next((at for at, placed in enumerate(page.foot) if placed.starts_note), len(page.foot))
        # The rest of a note from the page before is read first: its tag was opened there.
        for placed in (*page.foot[:carried], *page.body, *page.foot[carried:]):
            self._band(content, placed)
        content.close()
        self.furniture.paint(content, index + 1, len(self.pages), self.logo)
        self.tags.append(content.marked)
        images = "".join(
            f"/I{count} {self._image(name, bitmap)} 0 R" for count, (name, bitmap) in enumerate(content.images, 1)
        )
        return self.file.add_stream("", content.finish()), images

    def _grounds(self, content: Content, page: PageLayout) -> None:
        """Paint all that lies behind the text or frames it."""
        content.artifact("/Type/Layout")
        for ground, stretch in _stretches(page.body):
            first, last = stretch[0], stretch[-1]
            over = _OVERHANG if ground.tint else 0.0
            top = self._top(first) + (over if first.band.prints else 0.0)
            bottom = self._top(last) - last.band.height - (over if last.band.prints else 0.0)
            content.ground(ground, top, bottom)
        colours = self.theme.colours
        if page.rule_at is not None:
            y = self.paper.height - self.paper.top - page.rule_at
            content.fill(self.paper.left, y, _NOTE_RULE, 0.5, colours.rule)
        for placed in (*page.body, *page.foot):
            top = self._top(placed)
            for stroke in placed.band.strokes:
                content.stroke(stroke, top - stroke.y)
            for printed in placed.band.prints:
                if printed.run.pen.chip:
                    content.chip(printed.x, top - printed.y, printed.run, colours.rule, "#ffffff")
        content.end_artifact()

    def _band(self, content: Content, placed: Placed) -> None:
        top = self._top(placed)
        if placed.echo:
            self._echo(content, placed)
            return
        for node in placed.band.nodes:
            attach(node, self.file)
        for image in placed.band.images:
            content.picture(top - image.y - image.height, image, self.theme.faces.sans, self.theme.colours.accent)
        shift = placed.across * self.paper.column
        for x, y, run in placed.band.prints:
            x += shift
            if run.page_of is not None:
                run = run._replace(text=str(self._page_of[run.page_of]))
                width = self.faces[run.pen.face].width(run.text) * run.pen.size
                x -= width
            else:
                width = run.width
            content.read(x, top - y, run)
            self.links.add(run, content.page, x, top - y, width)

    def _echo(self, content: Content, placed: Placed) -> None:
        """Repeat a table's header for the eye; a wordy one stays tagged, as artifacts of that length look like loss."""
        top, prints = self._top(placed), placed.band.prints
        if sum(len(printed.run.text.split()) for printed in prints) < _WORDY:
            content.artifact("/Type/Pagination")
            for x, y, run in prints:
                content.show(x, top - y, run.pen, run.text)
            content.end_artifact()
            return
        spans: dict[int, Node] = {}
        for x, y, run in prints:
            span = spans.setdefault(id(run.node), run.node.child("Span", silent=True))
            content.read(x, top - y, run._replace(node=span))

    def _image(self, name: str, bitmap: Bitmap) -> int:
        known = self._images.get(name)
        if known is None:
            known = self._images[name] = _add_bitmap(self.file, bitmap)
        return known

    def write_pages(self, parent: int, fonts: int) -> None:
        """Write the page objects, with their annotations."""
        annotations = self.links.write(self.file, self.places, len(self.pages), self.furniture.note_label)
        box = f"[0 0 {number(self.paper.width)} {number(self.paper.height)}]"
        for index, (content, images) in enumerate(self._contents):
            at = self.numbers[index]
            extra = f"/XObject<<{images}>>" if images else ""
            links = " ".join(f"{annotation} 0 R" for annotation in annotations.get(at, ()))
            annots = f"/Annots[{links}]" if links else ""
            self.file.put(
                at,
                f"<</Type/Page/Parent {parent} 0 R/MediaBox{box}/Resources<</Font {fonts} 0 R{extra}>>"
                f"/Contents {content} 0 R/StructParents {index}/Tabs/S{annots}>>",
            )

    def parents(self) -> str:
        """Return the parent tree: the tags of each page's content ids, then the tag of each annotation."""
        rows = [
            f"{index}[" + " ".join(f"{node.at} 0 R" for node in nodes) + "]" for index, nodes in enumerate(self.tags)
        ]
        first = len(self.pages)
        rows += [f"{first + index} {area.node.at} 0 R" for index, area in enumerate(self.links.areas)]
        return "<</Nums[" + " ".join(rows) + "]>>"


def _stretches(body: Sequence[Placed]) -> Iterator[tuple[Ground, list[Placed]]]:
    """Yield each ground with the bands that follow each other on it."""
    open_ground: Ground | None = None
    row: list[Placed] = []
    for placed in body:
        if placed.band.ground is not open_ground:
            if open_ground is not None:
                yield open_ground, row
            open_ground, row = placed.band.ground, []
        row.append(placed)
    if open_ground is not None:
        yield open_ground, row


def _add_bitmap(file: PdfFile, bitmap: Bitmap) -> int:
    """Add a picture without transparency, which is laid on white."""
    with PillowImage.open(io.BytesIO(bitmap.png)) as opened:
        picture = opened.convert("RGBA")
    flat = PillowImage.new("RGB", picture.size, "white")
    flat.paste(picture, mask=picture.getchannel("A"))
    entries = (
        f"/Type/XObject/Subtype/Image/Width {flat.width}/Height {flat.height}/ColorSpace/DeviceRGB/BitsPerComponent 8"
    )
    return file.add_stream(entries, flat.tobytes())
