"""The lines of a PDF set into blocks: paragraphs, headings, list items, rows of tables, notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefing.model.document import BlockKind
from briefing.read.draft import Piece
from briefing.read.pdf.furniture import begins_note, is_raised
from briefing.read.pdf.hyphens import Joiner
from briefing.read.pdf.lines import Line, weighted_size
from briefing.read.pdf.page import Word

_BULLET = re.compile(r"^[•●▪■◦○‣⁃∙·–—\uf0b7\uf0a7oO]$")
_LABEL = re.compile(r"^(?:\(?\d{1,2}[.)]|\(?[a-zA-Z][.)]|\(?[ivx]{1,4}[.)])$")
_NOTE_REFERENCE = re.compile(r"^[\d,*†‡§–-]+$")
_LEADERS = re.compile(r"(?:\. ?){5,}|…{2,}|_{5,}")
_CAPTION = re.compile(r"^(?:Figure|Table|Chart|Map|Box|Exhibit|Photo|Abbildung|Tabelle)\s+[\dA-Z][\d.\-]*[.:]", re.I)
_SOURCE = re.compile(r"^(?:Sources?|Notes?|Quelle)\s?:", re.I)
_ENDS = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_LONGEST_HEADING = 220


@dataclass(slots=True)
class Group:
    """Lines that belong together, before their words are joined."""

    kind: BlockKind
    lines: list[Line]
    level: int = 0

    @property
    def size(self) -> float:
        """Return the letter size of the group."""
        return weighted_size(w for line in self.lines for w in line.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How the document is set: the size of its text, the usual distance from line to line, by letter size."""

    size: float
    pitch: Mapping[int, float]


def setting_of(pages: Sequence[Sequence[Line]], size: float) -> Setting:
    """Return the usual distances of lines of each letter size."""
    seen: dict[int, Counter[float]] = {}
    for lines in pages:
        for a, b in pairwise(lines):
            step = b.bottom - a.bottom
            if a.column == b.column and 0 < step < 3 * b.size and abs(a.size - b.size) < 0.6:
                seen.setdefault(round(b.size), Counter())[round(step * 2) / 2] += 1
    return Setting(size=size, pitch={s: min(c, key=lambda v: (-c[v], v)) for s, c in seen.items()})


def groups_of(lines: Sequence[Line], setting: Setting) -> list[Group]:
    """Return one page's text lines as groups in reading order."""
    groups: list[Group] = []
    margins = _right_margins(lines)
    for line in lines:
        kind = _line_kind(line)
        last = groups[-1] if groups else None
        if last is not None and last.kind == kind and kind != "table_row" and kind != "metadata":
            if not _breaks(last, line, margins, setting):
                last.lines.append(line)
                continue
        elif last is not None and kind == "paragraph" and last.kind == "list_item" and _hangs(last, line, setting):
            last.lines.append(line)
            continue
        groups.append(Group(kind, [line]))
    return [_typed(g, setting) for g in groups]


def _right_margins(lines: Sequence[Line]) -> dict[int, float]:
    margins: dict[int, float] = {}
    for line in lines:
        margins[line.column] = max(margins.get(line.column, 0.0), line.right)
    return margins


def _line_kind(line: Line) -> BlockKind:
    if _LEADERS.search(line.text):
        return "metadata"
    first = line.words[0].text
    if len(line.words) > 1 and (_BULLET.match(first) or (_LABEL.match(first) and len(line.words) > 2)):
        return "list_item"
    if len(line.cells) > 1:
        return "table_row"
    return "paragraph"


def _breaks(group: Group, line: Line, margins: Mapping[int, float], setting: Setting) -> bool:
    """Tell whether a line begins a new paragraph after the group."""
    last = group.lines[-1]
    if group.kind == "list_item" or last.bold != line.bold or abs(last.size - line.size) > 0.12 * setting.size:
        return True
    if last.column != line.column or last.page != line.page:
        return True
    if _is_apart(last, line, setting):
        return True
    if _is_initial(group.lines[0].words[0], line.size) and len(group.lines) < 4:
        return False
    indented = line.left - last.left
    if indented > 0.8 * line.size and not _is_centred(last, line):
        return True
    if len(group.lines) > 1 and indented < -0.8 * line.size and not _is_centred(last, line):
        return True
    return _ended_early(last, line, margins[line.column])


def _is_apart(last: Line, line: Line, setting: Setting) -> bool:
    step = line.bottom - last.bottom
    usual = setting.pitch.get(round(line.size), 1.25 * line.size)
    return step > max(1.22 * usual, usual + 1.6) or step < -0.5 * line.size


def _is_centred(last: Line, line: Line) -> bool:
    return abs((last.left + last.right) - (line.left + line.right)) < 0.6 * line.size


def _ended_early(last: Line, line: Line, margin: float) -> bool:
    """Tell whether the next line's first word would still have fitted: the break was meant."""
    first = line.words[0]
    room = margin - last.right - (first.right - first.left) - 0.4 * line.size
    meant = bool(_ENDS.search(last.text)) or line.text[0].isupper() or line.text[0].isdigit()
    return meant and room > (0.6 if _ENDS.search(last.text) else 4.0) * line.size


def _hangs(group: Group, line: Line, setting: Setting) -> bool:
    """Tell whether a line goes on with a list item: same place as its words, or back at its mark, no gap between."""
    first, last = group.lines[0], group.lines[-1]
    if last.column != line.column or last.page != line.page or _is_apart(last, line, setting):
        return False
    if last.bold != line.bold and line.bold:
        return False
    text_left = first.words[1].left
    return line.left >= first.left - 0.5 * line.size and (
        abs(line.left - text_left) < 0.8 * line.size or not _ENDS.search(last.text)
    )


def _typed(group: Group, setting: Setting) -> Group:
    if group.kind != "paragraph":
        return group
    text = " ".join(line.text for line in group.lines)
    if _CAPTION.match(text) and len(text) < 2 * _LONGEST_HEADING:
        group.kind = "caption"
    elif _SOURCE.match(text) and group.size < 0.97 * setting.size:
        group.kind = "source_line"
    elif _is_heading(group, text, setting):
        group.kind = "heading"
    return group


def _is_heading(group: Group, text: str, setting: Setting) -> bool:
    if len(text) > _LONGEST_HEADING or not any(c.isalpha() for c in text):
        return False
    if group.size > 1.12 * setting.size:
        return len(group.lines) <= 4 and not (text.endswith(".") and group.size < 1.4 * setting.size)
    bold = all(line.bold for line in group.lines)
    return bold and len(group.lines) <= 3 and not text.rstrip().endswith((",", ";"))


def note_groups(lines: Sequence[Line]) -> list[Group]:
    """Return the footnotes of one page, each from its mark to the next."""
    groups: list[Group] = []
    for line in lines:
        if groups and not begins_note(line):
            groups[-1].lines.append(line)
        else:
            groups.append(Group("footnote", [line]))
    return groups


def goes_on(group: Group, after: Group) -> bool:
    """Tell whether a paragraph that ends a column or page runs on into the first of the next."""
    if group.kind not in {"paragraph", "list_item"} or after.kind != "paragraph":
        return False
    if abs(group.size - after.size) > 0.6 or _ENDS.search(group.lines[-1].text):
        return False
    begins = after.lines[0].text
    return begins[0].islower() or (not begins[0].isdigit() and len(group.lines) > 1)


def levels(groups: Sequence[Group]) -> None:
    """Give headings their depth: the larger, then the bolder, the higher."""
    forms = sorted({(-round(g.size), not g.lines[0].bold) for g in groups if g.kind == "heading"})
    for group in groups:
        if group.kind == "heading":
            group.level = min(6, forms.index((-round(group.size), not group.lines[0].bold)) + 1)


def pieces_of(groups: Sequence[Group], joiner: Joiner) -> Iterator[Piece]:
    """Yield the words of each group."""
    for group in groups:
        piece = Piece(kind=group.kind, text="", level=group.level, page=group.lines[0].page)
        if group.kind == "table_row":
            cells = group.lines[0].cells
            yield replace(piece, text=" | ".join(joiner.join([_text(c, group.lines[0])]) for c in cells))
            continue
        texts = [_text(line.words, line, keep_first=group.kind == "footnote") for line in group.lines]
        first = group.lines[0]
        if group.kind == "list_item" and _BULLET.match(first.words[0].text):
            texts[0] = _text(first.words[1:], first)
        level = 1 if group.kind == "list_item" else group.level
        yield replace(piece, text=joiner.join([t for t in texts if t]), level=level)


def _text(words: Sequence[Word], line: Line, *, keep_first: bool = False) -> str:
    """Return the words of a line without its references to notes."""
    kept = [
        w
        for n, w in enumerate(words)
        if (keep_first and n == 0) or not (_NOTE_REFERENCE.match(w.text) and is_raised(w, line))
    ]
    text = ""
    for n, word in enumerate(kept):
        text += word.text if n == 0 or _is_glued(kept[n - 1], word) else " " + word.text
    return text


def _is_glued(last: Word, word: Word) -> bool:
    """Tell whether two runs of letters drawn apart are one word: `79th` with a raised `th`, a large initial, a sign."""
    gap = (word.left - last.right) / min(last.size, word.size)
    if _is_initial(last, word.size):
        return gap < 0.3
    drawn_apart = abs(last.size - word.size) > 0.1 * last.size or last.bold != word.bold
    return -0.2 < gap < (0.12 if drawn_apart else 0.05)


def _is_initial(word: Word, size: float) -> bool:
    """Tell whether a word is the large first letter of a chapter."""
    return len(word.text) == 1 and word.text.isupper() and word.size > 1.6 * size
