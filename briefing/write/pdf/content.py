"""A page's content stream: marked content for what is read, artifacts for what is only seen."""

from __future__ import annotations

from functools import lru_cache

from briefing.model.blocks import Bitmap, Picture
from briefing.write.pdf.bands import Ground, Image, Stroke
from briefing.write.pdf.file import PdfFile, number
from briefing.write.pdf.lines import Run
from briefing.write.pdf.pens import Pen
from briefing.write.pdf.shapes import draw
from briefing.write.pdf.tree import Node, attach
from briefing.write.pdf.typeface import Typefaces
from briefing.write.pdf.words import CHIP_PADDING

Rectangle = tuple[float, float, float, float]
_CURVE = 0.5523


@lru_cache(maxsize=64)
def colour(hexadecimal: str) -> str:
    """Write `#rrggbb` as three numbers."""
    return " ".join(number(int(hexadecimal[at : at + 2], 16) / 255) for at in (1, 3, 5))


def rounded(x: float, y: float, width: float, height: float, radius: float) -> str:
    """Write the path of a box with round corners, from its lower left one."""
    k = radius * (1 - _CURVE)
    right, top = x + width, y + height
    points = (
        ((x + radius, y), "m"),
        ((right - radius, y), "l"),
        ((right - k, y, right, y + k, right, y + radius), "c"),
        ((right, top - radius), "l"),
        ((right, top - k, right - k, top, right - radius, top), "c"),
        ((x + radius, top), "l"),
        ((x + k, top, x, top - k, x, top - radius), "c"),
        ((x, y + radius), "l"),
        ((x, y + k, x + k, y, x + radius, y), "c"),
    )
    return " ".join(" ".join(number(value) for value in values) + f" {op}" for values, op in points) + " h"


class Content:
    """Collects the operators of one page; `y` is measured from the bottom of the paper here."""

    def __init__(self, faces: Typefaces, file: PdfFile, page: int) -> None:
        self._faces = faces
        self._file = file
        self.page = page
        self._ops: list[str] = []
        self._node: Node | None = None
        self._in_text = False
        self._pen: Pen | None = None
        self.marked: list[Node] = []
        """The tag of each content id."""
        self.images: list[tuple[str, Bitmap]] = []

    def artifact(self, entries: str = "") -> None:
        """Begin what is only seen."""
        self.close()
        self._ops.append(f"/Artifact <<{entries}>> BDC" if entries else "/Artifact BMC")

    def end_artifact(self) -> None:
        """End what is only seen."""
        self._end_text()
        self._ops.append("EMC")

    def fill(self, x: float, y: float, width: float, height: float, tint: str) -> None:
        """Fill a box, `y` at its bottom."""
        box = " ".join(number(value) for value in (x, y, width, height))
        self._ops.append(f"{colour(tint)} rg {box} re f")
        self._pen = None

    def ground(self, ground: Ground, top: float, bottom: float) -> None:
        """Paint a ground between two heights."""
        if ground.tint:
            self.fill(ground.x, bottom, ground.width, top - bottom, ground.tint)
        if ground.bar:
            self.fill(ground.x, bottom, ground.bar_width, top - bottom, ground.bar)

    def stroke(self, stroke: Stroke, y: float) -> None:
        """Paint a rule at height `y`."""
        self.fill(stroke.x, y - stroke.width / 2, stroke.length, stroke.width, stroke.colour)

    def chip(self, x: float, y: float, run: Run, frame: str, tint: str) -> None:
        """Paint the frame of a label whose text stands on `y`."""
        size = run.pen.size
        path = rounded(x + 0.3, y - size * 0.34, run.width - 0.6, size * 1.36, 1.8)
        self._ops.append(f"{colour(tint)} rg {colour(frame)} RG 0.5 w {path} B")
        self._pen = None

    def show(self, x: float, y: float, pen: Pen, text: str) -> None:
        """Show `text` with its baseline starting at the point."""
        if not self._in_text:
            self._ops.append("BT")
            self._in_text = True
        if pen is not self._pen:
            if self._pen is None or (pen.face, pen.size) != (self._pen.face, self._pen.size):
                self._ops.append(f"/{self._faces[pen.face].label} {number(pen.size)} Tf")
            if self._pen is None or pen.colour != self._pen.colour:
                self._ops.append(f"{colour(pen.colour)} rg")
            self._pen = pen
        self._ops.append(f"1 0 0 1 {number(x)} {number(y)} Tm<{self._faces[pen.face].encode(text)}>Tj")

    def read(self, x: float, y: float, run: Run) -> None:
        """Show a run as content of its tag."""
        if run.node is not self._node:
            self._mark(run.node)
        self.show(x + (CHIP_PADDING if run.pen.chip else 0.0), y, run.pen, run.text)

    def picture(self, y: float, image: Image, family: str, accent: str) -> None:
        """Paint a picture as content of its tag, `y` at its bottom; a drawing's words are set in `family`."""
        x = image.x
        box = " ".join(number(value) for value in (x, y, x + image.width, y + image.height))
        image.node.attributes = f"<</O/Layout/Placement/Block/BBox[{box}]>>"
        self._mark(image.node)
        self._end_text()
        self._paint(image.picture, image.name, (x, y, image.width, image.height), family, accent)
        self.close()

    def logo(self, picture: Picture, name: str, box: Rectangle, family: str, accent: str) -> None:
        """Paint a picture that is only seen."""
        self.artifact("/Type/Pagination/Subtype/Header")
        self._paint(picture, name, box, family, accent)
        self.end_artifact()

    def _paint(self, picture: Picture, name: str, box: Rectangle, family: str, accent: str) -> None:
        x, y, width, height = box
        if isinstance(picture, Bitmap):
            self.images.append((name, picture))
            size = " ".join(number(value) for value in (width, 0, 0, height, x, y))
            self._ops.append(f"q {size} cm /I{len(self.images)} Do Q")
        else:
            scale = width / picture.width
            place = f"q {scale:.4f} 0 0 {scale:.4f} {number(x)} {number(y)} cm"
            self._ops.append(f"{place}\n{draw(picture, self._faces, family, colour(accent))}\nQ")
        self._pen = None

    def _mark(self, node: Node) -> None:
        self.close()
        self._node = node
        if any(isinstance(kid, Node) for kid in node.kids):
            # Words after a link or a note stand in a span, so that tags keep the order of the words.
            node = node.child("Span")
        attach(node, self._file)
        identity = len(self.marked)
        node.kids.append((self.page, identity))
        self.marked.append(node)
        self._ops.append(f"/{node.kind} <</MCID {identity}>> BDC")

    def close(self) -> None:
        """End the open marked content, if any."""
        self._end_text()
        if self._node is not None:
            self._ops.append("EMC")
            self._node = None

    def _end_text(self) -> None:
        if self._in_text:
            self._ops.append("ET")
            self._in_text = False

    def finish(self) -> bytes:
        """Return the stream."""
        self.close()
        data = "\n".join(self._ops).encode("ascii")
        self._file.see(self.page, data)
        return data
