"""Links as annotations: the areas of one link on one line are joined, each area knows its tag."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import quote

from briefing.write.pdf.file import PdfFile, number, string
from briefing.write.pdf.lines import Run
from briefing.write.pdf.tree import Node

_URL_SAFE = "!#$%&'()*+,-./:;=?@_~[]"


@dataclass(slots=True)
class Area:
    """Where a link can be clicked; `y` is its baseline, which tells lines apart."""

    node: Node
    page: int
    y: float
    left: float
    bottom: float
    right: float
    top: float
    words: str = ""


def link_of(node: Node) -> Node | None:
    """Return the link that `node` is or stands in."""
    here: Node | None = node
    while here is not None and here.target is None:
        here = here.parent
    return here


@dataclass(slots=True)
class Links:
    """The link areas of a document in the order of painting."""

    areas: list[Area] = field(default_factory=list)

    def add(self, run: Run, page: int, x: float, y: float, width: float) -> None:
        """Note the area of a run, if it stands in a link."""
        node = link_of(run.node)
        if node is None:
            return
        size = run.pen.size
        last = self.areas[-1] if self.areas else None
        if last is not None and last.node is node and last.page == page and abs(last.y - y) < 0.5:
            last.right = x + width
            last.words += run.text
            return
        self.areas.append(Area(node, page, y, x, y - size * 0.28, x + width, y + size * 0.86, run.text))

    def write(self, file: PdfFile, places: dict[str, tuple[int, float]], key: int, note: str) -> dict[int, list[int]]:
        """Write the annotations, their tags' kids included; return those of each page.

        `places` gives the page object and height of each anchor, `key` the first free key of the parent tree.
        """
        by_page: dict[int, list[int]] = {}
        for index, area in enumerate(self.areas):
            box = " ".join(number(value) for value in (area.left, area.bottom, area.right, area.top))
            words, target = _contents(area, note), area.node.target or ""
            at = file.add(
                f"<</Type/Annot/Subtype/Link/Rect[{box}]/Border[0 0 0]/F 4/StructParent {key + index}"
                f"/Contents{string(words)}{_action(target, places)}>>"
            )
            file.see(area.page, f"{words}|{'' if target.startswith('#') else address(target)}".encode())
            area.node.kids.append((area.page, at, 0))
            by_page.setdefault(area.page, []).append(at)
        return by_page


def _contents(area: Area, note: str) -> str:
    if area.node.title:
        return f"{note} {area.node.title}"
    words = " ".join(area.words.replace("\u00ad", "").replace("\u200b", "").split())
    return words or (area.node.target or "")


def address(target: str) -> str:
    """Return an address as PDF wants it."""
    return quote(target, safe=_URL_SAFE)


def _action(target: str, places: dict[str, tuple[int, float]]) -> str:
    if not target.startswith("#"):
        return f"/A<</S/URI/URI{string(address(target))}>>"
    page, y = places[target[1:]]
    return f"/Dest[{page} 0 R/XYZ null {number(y)} null]"
