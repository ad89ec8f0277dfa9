"""The bare words of inlines, and inlines without what only works in place: note marks and links."""

from __future__ import annotations

from briefing.model.blocks import Emphasis, Inline, Inlines, Label, LineBreak, Link, NoteMark, Strong, Text
from briefing.write.pdf.cleaning import clean_whole


def plain(inlines: Inlines) -> str:
    """Return the words of `inlines` in one line, as an outline shows them."""
    return clean_whole("".join(_words(inline) for inline in inlines))


def _words(inline: Inline) -> str:
    match inline:
        case Text() | Label():
            return inline.text
        case NoteMark():
            return ""
        case LineBreak():
            return " "
        case _:
            return "".join(_words(child) for child in inline.children)


def unlinked(inlines: Inlines) -> Inlines:
    """Return `inlines` without note marks and links, for a line of the contents."""
    out: list[Inline] = []
    for inline in inlines:
        match inline:
            case NoteMark():
                continue
            case LineBreak():
                out.append(Text(" "))
            case Link():
                out.extend(unlinked(inline.children))
            case Strong():
                out.append(Strong(unlinked(inline.children)))
            case Emphasis():
                out.append(Emphasis(unlinked(inline.children)))
            case _:
                out.append(inline)
    return tuple(out)
