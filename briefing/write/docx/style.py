"""A named style as a value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from briefing.model.theme import Faces
from briefing.write.docx.formats import ParagraphFormat, RunFormat, paragraph_properties, run_properties
from briefing.write.docx.xml import Element, node, value

_BUILT_IN = frozenset(
    {
        *("Normal", "Body Text", "Quote", "caption", "Title", "heading 1", "heading 2", "heading 3", "TOC Heading"),
        *("toc 1", "toc 2", "toc 3", "List Bullet", "List Number", "List Continue", "header", "footer", "Strong"),
        *("Emphasis", "Hyperlink", "footnote text", "footnote reference"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A paragraph or character style; `name` is what Word shows and what a base document is searched for."""

    id: str
    name: str
    kind: Literal["paragraph", "character"] = "paragraph"
    based_on: str | None = "Normal"
    next: str | None = None
    default: bool = False
    paragraph: ParagraphFormat = field(default_factory=ParagraphFormat)
    run: RunFormat = field(default_factory=RunFormat)


def style_element(style: Style, faces: Faces) -> Element:
    """Make the `w:style` of `style`."""
    attributes = {"w:type": style.kind, "w:styleId": style.id}
    if style.default:
        attributes["w:default"] = "1"
    if style.name not in _BUILT_IN:
        attributes["w:customStyle"] = "1"
    made = node("w:style", attributes, value("w:name", style.name))
    if style.based_on:
        made.append(value("w:basedOn", style.based_on))
    if style.next:
        made.append(value("w:next", style.next))
    made.append(node("w:qFormat"))
    forms = [paragraph_properties(style.paragraph)] if style.kind == "paragraph" else []
    made.extend(form for form in (*forms, run_properties(style.run, faces)) if len(form))
    return made
