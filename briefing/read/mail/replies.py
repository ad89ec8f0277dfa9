"""The parts of a mail's text: what its sender wrote, what is quoted from others, the signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from briefing.model.document import Block, BlockKind
from briefing.read.roles.lines import Line, paragraphs, split_lines

QUOTED = re.compile(r"^\s*(?:>|\|\s)")
INTRODUCTION = re.compile(
    r"^(?:on\b.{4,200}\b(?:wrote|writes|said)\s*:|le\b.{4,160}\ba écrit\s*:|am\b.{4,160}\bschrieb\b.{0,80}:|"
    r"el\b.{4,160}\bescribió\s*:|il\b.{4,160}\bha scritto\s*:|op\b.{4,160}\bschreef\b.{0,80}:|"
    r".{3,120}<[^<>@\s]+@[^<>\s]+>.{0,40}\b(?:wrote|schrieb|a écrit)\s*:|.{0,160}\bwrote\s*:$|"
    r"-{2,}\s*(?:original message|forwarded message|original appointment|reply message|ursprüngliche nachricht|"
    r"message d'origine|mensaje original|reply above this line|please reply above this line)\b.{0,20}-*|"
    r"begin forwarded message:|_{20,}|-{20,})",
    re.IGNORECASE,
)
OPENS = re.compile(r"^(?:on|le|am|el|il|op)\b", re.IGNORECASE)
SIGNATURE = re.compile(
    r"^(?:--\s?$|__+\s*$|sent from my\b.*|sent from (?:yahoo|outlook|mail for|proton|gmail)\b.*|get outlook for\b.*|"
    r"envoyé de mon\b.*|von meinem .{2,30} gesendet.*)",
    re.IGNORECASE,
)
HEADERS = re.compile(
    r"^\*?(?:from|sent|to|date|subject|cc|reply-to|von|an|gesendet|betreff|de|envoyé|objet)\s*:\*?\s*\S", re.I
)
HEADER_LINES = 2
"""Lines shaped like mail headers, one below the other, that begin a quoted message."""

SIGNATURE_LINES = 12
"""A signature is short; behind a longer tail the two dashes were a rule."""


def mail_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a mail's plain text."""
    lines = split_lines(text)
    cut = _quoted_from(text, lines)
    blocks: list[Block] = []
    for start, end, kind in _zones(lines, cut):
        zone = paragraphs(text[start:end])
        blocks += [_moved(block, start, kind) for block in zone]
    return tuple(blocks)


def _moved(block: Block, start: int, kind: BlockKind | None) -> Block:
    moved = replace(block, start=block.start + start, end=block.end + start)
    return replace(moved, kind=kind, level=0) if kind else moved


def _quoted_from(text: str, lines: Sequence[Line]) -> int:
    """Return the index of the first line of the message quoted below the reply; all lines where there is none."""
    for i, line in enumerate(lines):
        if INTRODUCTION.match(line.words) or INTRODUCTION.match(_broken_introduction(lines, i)):
            return i
        if HEADERS.match(line.words) and _header_run(lines, i) >= HEADER_LINES:
            return i
    return len(lines)


def _broken_introduction(lines: Sequence[Line], i: int) -> str:
    """Return line `i` with the next one where mail software broke `On ... wrote:` between them."""
    if i + 1 >= len(lines) or not OPENS.match(lines[i].words) or not lines[i + 1].words.endswith(":"):
        return ""
    return f"{lines[i].words} {lines[i + 1].words}"


def _header_run(lines: Sequence[Line], i: int) -> int:
    run = 1
    for a, b in pairwise(lines[i : i + 6]):
        if b.start - a.end > 4 or not HEADERS.match(b.words):
            break
        run += 1
    return run


def _zones(lines: Sequence[Line], cut: int) -> list[tuple[int, int, BlockKind | None]]:
    """Return runs of lines of one kind; None is what the sender wrote."""
    signed = _signature_from(lines, cut)
    kinds: list[BlockKind | None] = []
    for i, line in enumerate(lines):
        quoted = (i >= cut and not _answers_below(lines, cut)) or QUOTED.match(line.words)
        kinds.append("quoted_reply" if quoted or i == cut else "signature" if i >= signed else None)
    zones: list[tuple[int, int, BlockKind | None]] = []
    for line, kind in zip(lines, kinds, strict=True):
        if zones and zones[-1][2] == kind:
            zones[-1] = (zones[-1][0], line.end, kind)
        else:
            zones.append((line.start, line.end, kind))
    return zones


def _answers_below(lines: Sequence[Line], cut: int) -> bool:
    """Tell whether the quoted message carries marks on its lines, so that unmarked ones below are the sender's own."""
    marked = [bool(QUOTED.match(line.words)) for line in lines[cut + 1 :]]
    return any(marked[:3])


def _signature_from(lines: Sequence[Line], cut: int) -> int:
    for i, line in enumerate(lines[:cut]):
        if SIGNATURE.match(line.words) and cut - i <= SIGNATURE_LINES and (i > 0 or cut > 1):
            return i
    return len(lines) if cut == len(lines) else cut if not _answers_below(lines, cut) else len(lines)
