"""Pictures: PNG parts, each kept once, and the drawing that shows one with its alternative text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from briefing.errors import ExportError
from briefing.model.blocks import Bitmap, Picture
from briefing.model.characters import legible
from briefing.model.theme import Theme
from briefing.write.docx.measures import emus
from briefing.write.docx.xml import Element, node

_PIXELS_PER_POINT = 3.0
_FIRST_IDS = {"logo": 10_000, "picture": 20_000, "note_picture": 60_000}
"""Ids are unique in a whole document; these are above those that pictures of a base document have."""
_PICTURE_KIND = "http://schemas.openxmlformats.org/drawingml/2006/picture"

PictureName = Literal["logo", "picture", "note_picture"]


class Gallery:
    """The pictures shown in one part, to which they are related; `name` begins the names of their files."""

    def __init__(
        self, part: Part, pictures: Mapping[str, Picture], theme: Theme, *, name: PictureName = "picture"
    ) -> None:
        self._name = name
        self._part = part
        self._pictures = pictures
        self._theme = theme
        self._related: dict[str, str] = {}
        self._shown = 0

    def drawing(self, name: str, alt: str, *, width: float) -> Element:
        """Show the picture `name`, no wider than `width` points."""
        picture = self._pictures.get(name)
        if picture is None:
            raise ExportError(f"the figure {name} has no picture")
        self._shown += 1
        scale = min(1.0, width / picture.width)
        extent = {"cx": emus(picture.width * scale), "cy": emus(picture.height * scale)}
        return _inline(self._relation(name, picture), str(_FIRST_IDS[self._name] + self._shown), legible(alt), extent)

    def _relation(self, name: str, picture: Picture) -> str:
        if name not in self._related:
            number = len(self._related) + 1
            uri = PackURI(f"/word/media/{self._name}{number}.png")
            self._related[name] = f"rPicture{number}"
            self._part.rels.add_relationship(
                RELATIONSHIP_TYPE.IMAGE,
                Part(uri, CONTENT_TYPE.PNG, self._png(picture), self._part.package),
                self._related[name],
            )
        return self._related[name]

    def _png(self, picture: Picture) -> bytes:
        if isinstance(picture, Bitmap):
            return picture.png
        from briefing.write.drawings.raster import to_png

        return to_png(picture, self._theme, _PIXELS_PER_POINT)


def _inline(relation: str, number: str, alt: str, extent: Mapping[str, str]) -> Element:
    name = f"Picture {number}"
    graphic = node("a:graphic", None, node("a:graphicData", {"uri": _PICTURE_KIND}, _picture(relation, name, extent)))
    return node(
        "w:drawing",
        None,
        node(
            "wp:inline",
            {"distT": "0", "distB": "0", "distL": "0", "distR": "0"},
            node("wp:extent", extent),
            node("wp:docPr", {"id": number, "name": name, "descr": alt}),
            node("wp:cNvGraphicFramePr", None, node("a:graphicFrameLocks", {"noChangeAspect": "1"})),
            graphic,
        ),
    )


def _picture(relation: str, name: str, extent: Mapping[str, str]) -> Element:
    return node(
        "pic:pic",
        None,
        node("pic:nvPicPr", None, node("pic:cNvPr", {"id": "0", "name": name}), node("pic:cNvPicPr")),
        node(
            "pic:blipFill",
            None,
            node("a:blip", {"r:embed": relation}),
            node("a:stretch", None, node("a:fillRect")),
        ),
        node(
            "pic:spPr",
            None,
            node("a:xfrm", None, node("a:off", {"x": "0", "y": "0"}), node("a:ext", extent)),
            node("a:prstGeom", {"prst": "rect"}, node("a:avLst")),
        ),
    )
