"""Lists: one shape for bullets, one for numbers, and a number of its own for each list that counts."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.model.theme import Theme
from briefing.write.docx.formats import RunFormat, run_properties
from briefing.write.docx.measures import twips
from briefing.write.docx.xml import Element, node, qualified, value

LEVELS = 9
_BULLETS = ("•", "–", "·")
_COUNTS = ("decimal", "lowerLetter", "lowerRoman")

_PICTURE, _SHAPE, _CLEANUP = map(qualified, ("w:numPicBullet", "w:abstractNum", "w:numIdMacAtCleanup"))


class Numbering:
    """Hands out list numbers; `first` is the first number that the base document does not use."""

    def __init__(self, theme: Theme, *, first: int = 1) -> None:
        self._theme = theme
        self._bullets = first
        self._starts: list[tuple[int, int]] = []

    def bullets(self) -> int:
        """Return the number of all unordered lists."""
        return self._bullets

    def count_from(self, start: int, level: int) -> int:
        """Return the number of a new list that counts from `start` at `level` (0 outermost)."""
        self._starts.append((start, min(level, LEVELS - 1)))
        return self._bullets + len(self._starts)

    def definitions(self) -> tuple[list[Element], list[Element]]:
        """Make the shapes (`w:abstractNum`) and the lists (`w:num`) that refer to them."""
        shapes = [
            _shape(self._bullets, [_bullet(level, self._theme) for level in range(LEVELS)]),
            _shape(self._bullets + 1, [_count(level, self._theme) for level in range(LEVELS)]),
        ]
        lists = [_list(self._bullets, self._bullets)]
        for offset, (start, level) in enumerate(self._starts, 1):
            override = node("w:lvlOverride", {"w:ilvl": str(level)}, value("w:startOverride", str(start)))
            lists.append(_list(self._bullets + offset, self._bullets + 1, [override]))
        return shapes, lists


def add_lists(root: Element, numbering: Numbering) -> None:
    """Put the lists of the briefing into a numbering part, all shapes before all lists as the schema wants it."""
    shapes, lists = numbering.definitions()
    first = next((at for at, child in enumerate(root) if child.tag != _PICTURE and child.tag != _SHAPE), len(root))
    root[first:first] = shapes
    last = next((at for at, child in enumerate(root) if child.tag == _CLEANUP), len(root))
    root[last:last] = lists


def item_indent(theme: Theme) -> float:
    """Return how far each level of a list moves in, with room for a number of two digits."""
    return max(theme.spacing.list_indent, theme.sizes.body * 1.7)


def highest_number(numbering: Element) -> int:
    """Return the highest list or shape number in a numbering part."""
    names = (qualified("w:numId"), qualified("w:abstractNumId"))
    return max((int(child.get(name, 0)) for child in numbering for name in names), default=0)


def _shape(number: int, levels: list[Element]) -> Element:
    return node(
        "w:abstractNum",
        {"w:abstractNumId": str(number)},
        value("w:nsid", f"{0x1B5A0000 + number:08X}"),
        value("w:multiLevelType", "multilevel"),
        value("w:tmpl", f"{0x2C6B0000 + number:08X}"),
        *levels,
    )


def _list(number: int, shape: int, overrides: Iterable[Element] = ()) -> Element:
    return node("w:num", {"w:numId": str(number)}, value("w:abstractNumId", str(shape)), *overrides)


def _bullet(level: int, theme: Theme) -> Element:
    made = _level(level, "bullet", _BULLETS[level % len(_BULLETS)], theme)
    face = RunFormat(family="sans", colour=theme.colours.muted)
    made.append(run_properties(face, theme.faces))
    return made


def _count(level: int, theme: Theme) -> Element:
    return _level(level, _COUNTS[level % len(_COUNTS)], f"%{level + 1}.", theme)


def _level(level: int, form: str, text: str, theme: Theme) -> Element:
    step = item_indent(theme)
    indent = {"w:left": twips(step * (level + 1)), "w:hanging": twips(step)}
    return node(
        "w:lvl",
        {"w:ilvl": str(level)},
        value("w:start", "1"),
        value("w:numFmt", form),
        value("w:lvlText", text),
        value("w:lvlJc", "left"),
        node("w:pPr", None, node("w:ind", indent)),
    )
