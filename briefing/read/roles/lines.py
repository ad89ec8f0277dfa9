"""Plain text -> paragraphs: lines with their places, soft wraps joined, list items told apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from briefing.model.document import Block
from briefing.read.cues import pattern, word_list
from briefing.read.roles.shapes import folded

BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
BULLET = re.compile(r"[ \t]*(?:[-*•‣◦–—·▪●][ \t]+|o[ \t]{2,})(?=\S)")
NUMBER = re.compile(r"[ \t]*(?:\d{1,2}[.)]|\([a-z0-9]{1,3}\)|[a-z]\)|\([ivx]+\)|[ivx]+\))[ \t]+(?=\S)")
FINAL = re.compile(r"[.!?…。！？][\"'”’)\]»]*$")
BRACKETED = re.compile(r"^\([A-Z][^()]{3,90}\)$")
REPEATS = 3
MAX_WRAP = 130
"""Lines longer than this were not broken by a typewriter, a mail program or a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line without its white space and its break."""

    start: int
    end: int
    indent: int
    words: str
    after_blank: bool
    page: int | None
    """Page by the form feeds above; None where the text has none."""


def split_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of `text` that hold words."""
    found: list[Line] = []
    at, blank, page = 0, True, 1 if "\f" in text else None
    for stop, broken in _breaks(text):
        raw = text[at:stop]
        words = raw.strip("\ufeff\u200b \t\xa0\u3000")
        if words:
            start = at + raw.index(words[0])
            found.append(
                Line(
                    start=start,
                    end=start + len(words),
                    indent=start - at,
                    words=words,
                    after_blank=blank,
                    page=page,
                )
            )
            blank = False
        else:
            blank = True
        page = page + 1 if page and broken == "\f" else page
        at = stop + len(broken)
    return tuple(found)


def _breaks(text: str) -> Iterator[tuple[int, str]]:
    for match in BREAK.finditer(text):
        yield match.start(), match.group()
    yield len(text), ""


def wrap_width(lines: tuple[Line, ...]) -> int | None:
    """Return the width at which `lines` were broken softly; None where every line is a paragraph of its own.

    Soft breaks fall inside sentences: a line without final punctuation goes on with a small letter.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if not b.after_blank]
    running = [a for a, b in pairs if b.words[0].islower() and not FINAL.search(a.words)]
    if len(running) < 2 or len(running) < 0.2 * len(pairs):
        return None
    lengths = sorted(len(line.words) for line in running)
    width = lengths[(len(lengths) * 9) // 10]
    return width if width <= MAX_WRAP else None


def paragraphs(text: str) -> tuple[Block, ...]:
    """Return the paragraphs and list items of `text`; other roles are told later, from all of them together."""
    lines = split_lines(text)
    width = wrap_width(lines)
    alone = _standing_alone(lines)
    groups: list[list[Line]] = []
    for line in lines:
        joined = width and groups and line.start not in alone and groups[-1][-1].start not in alone
        if width and joined and _continues(groups[-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(_block(group) for group in groups)


def _standing_alone(lines: tuple[Line, ...]) -> frozenset[int]:
    """Return the starts of lines no sentence runs through: page furniture, bracketed headings, lines that repeat."""
    counts = Counter(folded(line.words) for line in lines if len(line.words) < 160 and not FINAL.search(line.words))
    furniture = pattern("print_header")
    return frozenset(
        line.start
        for line in lines
        if furniture.fullmatch(line.words) or BRACKETED.match(line.words) or counts[folded(line.words)] >= REPEATS
    )


def _continues(group: list[Line], line: Line, width: int) -> bool:
    last = group[-1]
    if _marker(line) and not _dash_clause(last, line):
        return False
    if line.after_blank:
        return _runs_over_gap(last, line, width)
    if line.words[0].islower() or _dash_clause(last, line):
        return not FINAL.search(last.words)
    if line.indent > last.indent + 1 and not _marker(group[0]):
        return False
    return not _ends_early(last, line, width)


def _dash_clause(last: Line, line: Line) -> bool:
    """A dash before a small letter goes on with a sentence that is still open; elsewhere it opens a list item."""
    rest = line.words.lstrip("-–—").lstrip()
    dashed = line.words[0] in "-–—" and rest[:1].islower()
    return dashed and not line.after_blank and not last.words.endswith((":", ";")) and not FINAL.search(last.words)


def _runs_over_gap(last: Line, line: Line, width: int) -> bool:
    """A blank line stands inside a sentence where a page ended or a scan was read badly."""
    if FINAL.search(last.words) or len(last.words) < 0.7 * width:
        return False
    return line.words[0].islower() or last.words.split()[-1].lower() in word_list("small")


def _ends_early(last: Line, line: Line, width: int) -> bool:
    """A soft break stands where the next word found no room; a line that had room ended on purpose."""
    room = width - len(last.words)
    first = line.words.split(maxsplit=1)[0]
    slack = 0.1 if FINAL.search(last.words) else 0.2
    return room > len(first) + 1 + slack * width


def _marker(line: Line) -> re.Match[str] | None:
    return BULLET.match(line.words + " ") or NUMBER.match(line.words + " ")


def _block(group: list[Line]) -> Block:
    first, page = group[0], group[0].page
    depth = 1 + first.indent // 4
    bullet = BULLET.match(first.words + " ")
    if bullet and bullet.end() < len(first.words):
        return Block(kind="list_item", start=first.start + bullet.end(), end=group[-1].end, level=depth, page=page)
    if NUMBER.match(first.words) and len(first.words.split()) > 3:
        return Block(kind="list_item", start=first.start, end=group[-1].end, level=depth, page=page)
    return Block(kind="paragraph", start=first.start, end=group[-1].end, page=page)
