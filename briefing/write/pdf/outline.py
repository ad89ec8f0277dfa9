"""The outline beside the pages: the headings, nested by level."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.write.pdf.file import PdfFile, number, string


@dataclass(slots=True)
class Entry:
    """A heading with those below it."""

    level: int
    text: str
    page: int
    y: float
    below: list[Entry] = field(default_factory=list)
    at: int = 0


def write_outline(entries: list[Entry], file: PdfFile) -> int | None:
    """Write the outline, open at its first two levels; None where there is no heading."""
    if not entries:
        return None
    root = Entry(level=0, text="", page=0, y=0.0, at=file.reserve())
    path = [root]
    for entry in entries:
        while path[-1].level >= entry.level:
            path.pop()
        path[-1].below.append(entry)
        path.append(entry)
    _number(root, file)
    _write(root, file, depth=0)
    file.put(root.at, f"<</Type/Outlines{_kids(root)}/Count {_open(root, 0)}>>")
    return root.at


def _number(entry: Entry, file: PdfFile) -> None:
    for kid in entry.below:
        kid.at = file.reserve()
        _number(kid, file)


def _kids(entry: Entry) -> str:
    return f"/First {entry.below[0].at} 0 R/Last {entry.below[-1].at} 0 R" if entry.below else ""


def _open(entry: Entry, depth: int) -> int:
    """Count the entries that are seen when this one is open."""
    return sum(1 + (_open(kid, depth + 1) if depth < 1 else 0) for kid in entry.below)


def _write(entry: Entry, file: PdfFile, depth: int) -> None:
    for index, kid in enumerate(entry.below):
        around = f"/Prev {entry.below[index - 1].at} 0 R" if index else ""
        if index + 1 < len(entry.below):
            around += f"/Next {entry.below[index + 1].at} 0 R"
        count = _open(kid, depth + 1)
        shown = f"/Count {count if depth < 1 else -count}" if kid.below else ""
        file.put(
            kid.at,
            f"<</Title{string(kid.text)}/Parent {entry.at} 0 R{around}{_kids(kid)}{shown}"
            f"/Dest[{kid.page} 0 R/XYZ null {number(kid.y)} null]>>",
        )
        _write(kid, file, depth + 1)
