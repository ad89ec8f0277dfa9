"""Fields with the value they show already filled in."""

from __future__ import annotations

from briefing.write.docx.xml import Element, node, value, written


def field(instruction: str, shown: str, *, style: str | None = None) -> list[Element]:
    """Make the five runs of a field; `shown` is its value until somebody updates it."""
    return [
        *field_start(instruction, style=style),
        _run(written(shown), style),
        field_end(style=style),
    ]


def field_start(instruction: str, *, style: str | None = None) -> list[Element]:
    """Open a field whose value follows."""
    return [
        _run(_mark("begin"), style),
        _run(written(f" {instruction} ", "w:instrText"), style),
        _run(_mark("separate"), style),
    ]


def field_end(*, style: str | None = None) -> Element:
    """Close the field that `field_start` opened."""
    return _run(_mark("end"), style)


def _mark(kind: str) -> Element:
    return node("w:fldChar", {"w:fldCharType": kind})


def _run(content: Element, style: str | None) -> Element:
    made = node("w:r")
    if style:
        made.append(node("w:rPr", None, value("w:rStyle", style)))
    made.append(content)
    return made
