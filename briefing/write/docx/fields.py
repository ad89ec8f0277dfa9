"""Fields with the value they show already filled in."""

from __future__ import annotations

from collections.abc import Callable

from briefing.write.docx.xml import Element, node, qualified, written

Dress = Callable[[Element], Element]
"""Makes the run around a piece of a field."""


def bare(content: Element) -> Element:
    """Make a run that looks as its paragraph says."""
    return node("w:r", None, content)


def field(instruction: str, shown: str, *, dress: Dress = bare) -> list[Element]:
    """Make the five runs of a field; `shown` is its value until somebody updates it."""
    return [*field_start(instruction, dress=dress), dress(written(shown)), field_end(dress=dress)]


def field_start(instruction: str, *, dress: Dress = bare) -> list[Element]:
    """Open a field whose value follows."""
    return [
        dress(_mark("begin")),
        dress(written(f" {instruction} ", "w:instrText")),
        dress(_mark("separate")),
    ]


def field_end(*, dress: Dress = bare) -> Element:
    """Close the field that `field_start` opened."""
    return dress(_mark("end"))


def _mark(kind: str) -> Element:
    return node("w:fldChar", {"w:fldCharType": kind})


def steady_words(root: Element) -> tuple[str, ...]:
    """Return the words of each paragraph below `root` without the values of fields, which a program may renew."""
    return tuple(words for p in root.iter(qualified("w:p")) if (words := _words(p, inside=False).strip()))


def renewed_words(root: Element) -> tuple[str, ...]:
    """Return the values of the fields of each paragraph below `root`."""
    return tuple(words for p in root.iter(qualified("w:p")) if (words := _words(p, inside=True).strip()))


def _words(paragraph: Element, *, inside: bool) -> str:
    depth, pieces = 0, []
    for part in paragraph.iter(qualified("w:t"), qualified("w:fldChar")):
        if part.tag == qualified("w:t"):
            pieces.append(part.text or "" if (depth > 0) == inside else "")
        else:
            depth += {"begin": 1, "end": -1}.get(str(part.get(qualified("w:fldCharType"))), 0)
    return "".join(pieces)
