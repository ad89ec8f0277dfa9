"""Transcripts: labels before turns (`MR. EARNEST:`, `Q`, `Secretary Blinken:`) and whose words follow them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from briefing.model.document import BODY_KINDS, Block
from briefing.read.roles.view import View

_NAME = r"[A-Z\u00c0-\u00de][\w\u00c0-\u024f.'’-]*"
_LOUD = r"(?:THE|[A-Z\u00c0-\u00de.'’-]{2,})(?: +[A-Z\u00c0-\u00de.'’-]+){0,5}"
_MIXED = rf"{_NAME}(?: (?:of|de|van|von|the|for|and) {_NAME}| {_NAME}){{0,5}}"
LABEL = re.compile(
    rf"^(?P<label>(?:{_LOUD}|{_MIXED}|Q|A|QUESTION|ANSWER)(?: ?\([^()]{{1,60}}\)| ?\[[^\]]{{1,60}}\])?)\s*:\s+(?=\S)"
)
BARE_Q = re.compile(r"^(?P<label>Q(?=[.\s])|A(?=\.\s|\s{2}))\.?\s+(?=\S)")
TITLED = re.compile(
    r"^(?:THE (?:PRESIDENT|VICE PRESIDENT|PRIME MINISTER|SECRETARY|CHAIRMAN|SPEAKER)|MR\.?|MRS\.?|MS\.?|PRESIDENT|"
    r"SECRETARY|PRIME MINISTER|FOREIGN MINISTER|AMBASSADOR|SENATOR|GENERAL|MODERATOR) ?[A-Z.'’ -]*$"
)
"""Labels that no heading looks like: one is enough."""

QUESTION = re.compile(
    r"^(?:Q|A|QUESTION|ANSWER|Question|Answer|MODERATOR|Moderator|HOST|Host|INTERVIEWER|Interviewer)\b"
)
PLAIN_SHARE = 0.3
LABEL_WORDS = 7
TURNS = 3
"""Labels needed before a colon is believed to open a turn."""


def mark_turns(view: View) -> View:
    """Split labels off and name the speaker on every block of a turn; a text with too few labels stays as it is."""
    found = {i: match for i in view.open() if (match := _label(view, i)) and _may_speak(view, i, match["label"])}
    counts = Counter(match["label"] for match in found.values())
    if not _is_dialogue(counts, len(view.open())) and not any(TITLED.match(label) for label in counts):
        return view
    blocks: list[Block] = []
    speaker: str | None = None
    for i, block in enumerate(view.blocks):
        match = found.get(i)
        if match:
            speaker = " ".join(match["label"].split())
            blocks += _split(block, match, speaker)
        elif block.kind in BODY_KINDS:
            blocks.append(replace(block, speaker=speaker))
        else:
            blocks.append(block)
    return replace(view, blocks=tuple(blocks))


def _may_speak(view: View, i: int, label: str) -> bool:
    """In a list a label is the item's own heading, unless it is one of a dialogue."""
    return view.kind(i) != "list_item" or bool(QUESTION.match(label) or TITLED.match(label))


def _is_dialogue(counts: Counter[str], blocks: int) -> bool:
    """Tell turns from the run-in headings of a report: speakers come back, and their labels are a fair share of all."""
    spoken = sum(counts.values())
    returning = [label for label, count in counts.items() if count > 1]
    asked = any(QUESTION.match(label) for label in counts)
    share = 0.1 if asked else PLAIN_SHARE
    return spoken >= TURNS and bool(returning) and 2 <= len(counts) <= 0.8 * spoken and spoken >= share * blocks


INLINE = re.compile(
    r"(?<=[.?!)\]\"”…-])\s+(?=(?:(?:MR|MS|MRS|DR)\. [A-Z'’-]{2,}|THE PRESIDENT|PRESIDENT [A-Z]{2,}|SECRETARY [A-Z]{2,}|"
    r"QUESTION):\s|Q\s{1,3}[A-Z])"
)
INLINE_TURNS = 4
"""Labels inside one paragraph that show its line breaks were lost."""


def split_inline_turns(view: View) -> View:
    """Part a paragraph that holds a whole dialogue, its line breaks lost, before every label."""
    blocks: list[Block] = []
    for block in view.blocks:
        words = view.text[block.start : block.end] if block.kind in BODY_KINDS else ""
        cuts = list(INLINE.finditer(words)) if len(words) > 400 else []
        if len(cuts) < INLINE_TURNS:
            blocks.append(block)
            continue
        starts = [0, *(cut.end() for cut in cuts)]
        ends = [*(cut.start() for cut in cuts), len(words)]
        pairs = zip(starts, ends, strict=True)
        blocks += [replace(block, start=block.start + a, end=block.start + b) for a, b in pairs]
    return replace(view, blocks=tuple(blocks))


def _label(view: View, i: int) -> re.Match[str] | None:
    block = view.blocks[i]
    raw = re.sub(r"\s", " ", view.text[block.start : block.end])
    match = LABEL.match(raw) or BARE_Q.match(raw)
    return match if match and len(match["label"].split()) <= LABEL_WORDS else None


def _split(block: Block, match: re.Match[str], speaker: str) -> list[Block]:
    """Return the label as a block of its own and the words behind it."""
    label = Block(kind="metadata", start=block.start, end=block.start + len(match.group().rstrip()), page=block.page)
    return [label, replace(block, start=block.start + match.end(), speaker=speaker)]
