"""Ten ways in which a finished briefing is spoilt, the same for every format; `sheets` says where they are applied."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

Role = str
"""Of a piece: `text`, `label` (the kind of a statement) or `mark` (the number of a note)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of words in a finished file; `quoted` where all of it stands in quotation marks."""

    text: str
    role: Role = "text"
    quoted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """New words by the index of their piece, and the piece that is taken out."""

    words: Mapping[int, str]
    removed: int | None = None


Spoil = Callable[[Sequence[Piece], Sequence[str], random.Random], Change | None]
"""Changes the pieces of a file whose speakers are given; None where it holds nothing of the kind."""

_CLOSED = re.compile(
    r"\[\^[^\]]*\]|\]\([^)]*\)|<[^>]*>|`[^`]*`|^\s*(?:title|as_of|header|footer|subject): |^\s*(?:\d+\.|[-#>|*]+) "
)
"""What is syntax in Markdown, not words."""
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_DATE = re.compile(rf"\b(\d{{1,2}}) (?:{_MONTHS})\w*|\b(?:{_MONTHS})\w* (\d{{1,2}})\b|\b\d{{4}}-\d\d-(\d\d)\b|(\d+)일")
_WORD = re.compile(r"\b[a-z]{5,}\b")
_FIGURE = re.compile(r"(?<![\w.,-])\d[\d,.]*\d(?![\w-])|(?<![\w.,-])\d(?![\w.,-])")
_NEGATION = re.compile(r" (?:not|no|never)\b|n[’']t\b|\bcannot\b")
_SOURCE = re.compile(r"\bS(\d+)\b")
_QUOTED = re.compile(r"“[^“”]*?\b([A-Za-z]{4,})\b[^“”]*”")
_NOTE = re.compile(r"\[\^([^\]]+)\]")
_OTHER_WORD = "lanterns"
_NOBODY = "Pat Morrow"
_SENTENCE = "The ministry has already agreed to all of this."


def _open(text: str, at: tuple[int, int]) -> bool:
    return not any(m.start() < at[1] and at[0] < m.end() for m in _CLOSED.finditer(text))


def _one(
    pieces: Sequence[Piece], pattern: re.Pattern[str], chance: random.Random, *, roles: Sequence[Role] = ("text",)
) -> tuple[int, re.Match[str]] | None:
    """Choose one match among those in all pieces that are words."""
    found = [
        (number, match)
        for number, piece in enumerate(pieces)
        if piece.role in roles
        for match in pattern.finditer(piece.text)
        if _open(piece.text, match.span())
    ]
    return chance.choice(found) if found else None


def _put(text: str, span: tuple[int, int], words: str) -> str:
    return text[: span[0]] + words + text[span[1] :]


def _replaced(
    pieces: Sequence[Piece], found: tuple[int, re.Match[str]] | None, words: str, group: int = 0
) -> Change | None:
    if found is None:
        return None
    number, match = found
    return Change(words={number: _put(pieces[number].text, match.span(group), words)})


def word(pieces: Sequence[Piece], speakers: Sequence[str], chance: random.Random) -> Change | None:
    """Change a word."""
    return _replaced(pieces, _one(pieces, _WORD, chance), _OTHER_WORD)


def speaker(pieces: Sequence[Piece], speakers: Sequence[str], chance: random.Random) -> Change | None:
    """Exchange two speakers' places, or give a line to somebody else."""
    alone = [n for n, piece in enumerate(pieces) if piece.text.strip() in speakers]
    others = [n for n in alone if pieces[n].text.strip() != pieces[alone[0]].text.strip()]
    if others and chance.random() < 0.5:
        a, b = alone[0], chance.choice(others)
        return Change(words={a: pieces[b].text, b: pieces[a].text})
    if not speakers:
        return None
    named = re.compile("|".join(re.escape(name) for name in sorted(speakers, key=len, reverse=True)))
    found = _one(pieces, named, chance)
    rest = [name for name in speakers if found and name != found[1].group()]
    return _replaced(pieces, found, chance.choice(rest) if rest else _NOBODY)


def source(pieces: Sequence[Piece], speakers: Sequence[str], chance: random.Random) -> Change | None:
    """Name another source, or exchange two notes."""
    marks = [n for n, piece in enumerate(pieces) if piece.role == "mark"]
    others = [n for n in marks if pieces[n].text != pieces[marks[0]].text]
    if others and chance.random() < 0.5:
        a, b = marks[0], chance.choice(others)
        return Change(words={a: pieces[b].text, b: pieces[a].text})
    if chance.random() < 0.5 and (change := _notes(pieces, chance)):
        return change
    found = _one(pieces, _SOURCE, chance)
    return _replaced(pieces, found, str(int(found[1].group(1)) % 9 + 1) if found else "", group=1)


def _notes(pieces: Sequence[Piece], chance: random.Random) -> Change | None:
    """Exchange two note marks of Markdown, which are part of the words."""
    found = [(n, m) for n, piece in enumerate(pieces) for m in _NOTE.finditer(piece.text) if m.start()]
    names = sorted({m.group(1) for _, m in found})
    if len(names) < 2:
        return None
    number, match = chance.choice(found)
    other = chance.choice([name for name in names if name != match.group(1)])
    return Change(words={number: _put(pieces[number].text, match.span(1), other)})


def negation(pieces: Sequence[Piece], speakers: Sequence[str], chance: random.Random) -> Change | None:
    """Drop a negation."""
    return _replaced(pieces, _one(pieces, _NEGATION, chance), "")


def figure(pieces: Sequence[Piece], speakers: Sequence[str], chance: random.Random) -> Change | None:
    """Change a figure."""
    found = _one(pieces, _FIGURE, chance)
    return _replaced(pieces, found, f"{int(found[1].group()[0]) % 9 + 1}{found[1].group()[1:]}" if found else "")


def date(pieces: Sequence[Piece], speakers: Sequence[str], chance: random.Random) -> Change | None:
    """Change the day of a date."""
    found = _one(pieces, _DATE, chance)
    if found is None:
        return None
    group = next(n for n in range(1, 5) if found[1].group(n))
    day = int(found[1].group(group)) % 28 + 1
    return _replaced(pieces, found, f"{day:0{len(found[1].group(group))}}", group=group)


def quotation(pieces: Sequence[Piece], speakers: Sequence[str], chance: random.Random) -> Change | None:
    """Change a word inside quotation marks."""
    quoted = [n for n, piece in enumerate(pieces) if piece.quoted and _WORD.search(piece.text)]
    if quoted:
        number = chance.choice(quoted)
        return Change(words={number: _WORD.sub(_OTHER_WORD, pieces[number].text, count=1)})
    return _replaced(pieces, _one(pieces, _QUOTED, chance), _OTHER_WORD, group=1)


def label(pieces: Sequence[Piece], speakers: Sequence[str], chance: random.Random) -> Change | None:
    """Give a line the label of another kind."""
    labels = [n for n, piece in enumerate(pieces) if piece.role == "label"]
    names = sorted({pieces[n].text for n in labels})
    if len(names) < 2:
        return None
    number = chance.choice(labels)
    return Change(words={number: chance.choice([name for name in names if name != pieces[number].text])})


def added(pieces: Sequence[Piece], speakers: Sequence[str], chance: random.Random) -> Change | None:
    """Add a sentence behind another one."""
    found = _one(pieces, re.compile(r"[a-z]{3}\.(?=\s|$)"), chance)
    return _replaced(pieces, found, f"{found[1].group()} {_SENTENCE}" if found else "")


def deleted(pieces: Sequence[Piece], speakers: Sequence[str], chance: random.Random) -> Change | None:
    """Take a line out."""
    long = [n for n, piece in enumerate(pieces) if piece.role == "text" and len(_WORD.findall(piece.text)) > 3]
    return Change(words={}, removed=chance.choice(long)) if long else None


KINDS: Mapping[str, Spoil] = {
    "changed word": word,
    "swapped speaker": speaker,
    "swapped source": source,
    "dropped negation": negation,
    "changed figure": figure,
    "added sentence": added,
    "deleted line": deleted,
    "changed quotation": quotation,
    "changed date": date,
    "changed label": label,
}
