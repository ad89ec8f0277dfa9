"""Read Word documents back for tests, with nothing of the writer's own."""

from __future__ import annotations

import io
import zipfile

from lxml import etree
from PIL import Image

from briefing.model.blocks import Bitmap, Block, Note, Pages, PagesMeta

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
META = PagesMeta(title="Graphite", language="en-GB", as_of="2027-03-10")


def pages(*blocks: Block, notes: tuple[Note, ...] = (), meta: PagesMeta = META) -> Pages:
    """Make pages of a few blocks."""
    return Pages(meta=meta, blocks=blocks, notes=notes)


def bitmap(width: float = 80.0, height: float = 40.0) -> Bitmap:
    """Make a picture of one colour."""
    target = io.BytesIO()
    Image.new("RGB", (8, 4), (10, 90, 40)).save(target, "PNG")
    return Bitmap(png=target.getvalue(), width=width, height=height)


def members(data: bytes) -> dict[str, bytes]:
    """Return the files of a package by name, in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    """Return the root of one part."""
    return etree.fromstring(members(data)[name])


def value(element: etree._Element, path: str) -> str | None:
    """Return the `w:val` at `path` (`pPr/pStyle`) below `element`."""
    found = element.find("/".join(W + step for step in path.split("/")))
    return None if found is None else found.get(f"{W}val")


def words(element: etree._Element) -> str:
    """Return all words below `element`, breaks and tabs as marks."""
    signs = {f"{W}t": None, f"{W}br": "↵", f"{W}tab": "→", f"{W}footnoteReference": "†"}
    runs = (child for run in element.iter(f"{W}r") for child in run)
    return "".join((child.text or "") if child.tag == f"{W}t" else signs.get(str(child.tag)) or "" for child in runs)


def outline(root: etree._Element) -> list[str]:
    """Return each paragraph as `Style: words`."""
    return [f"{value(p, 'pPr/pStyle')}: {words(p)}" for p in root.iter(f"{W}p")]


def relations(data: bytes, name: str) -> dict[str, tuple[str, str]]:
    """Return the relations of a part: id to target and mode."""
    folder, _, file = name.rpartition("/")
    root = etree.fromstring(members(data)[f"{folder}/_rels/{file}.rels"])
    return {str(r.get("Id")): (str(r.get("Target")), str(r.get("TargetMode"))) for r in root}
