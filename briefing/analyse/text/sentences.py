"""Where sentences begin and end: British and American quotation order, abbreviations, initials, ellipses, notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.analyse.actors.lexicon import read_data
from briefing.model.attribution import Extent
from briefing.model.document import BODY_KINDS, Document
from briefing.model.findings import Sentence

_CLOSERS = "\"”’'»」』)\\]"
_STOP = re.compile(
    rf"(?P<stop>\.(?:[ \u00a0]\.){{2,3}}|[.!?…。]+)(?P<close>[{_CLOSERS}]*)(?P<late>[.]?)"
    r"(?P<note>\d{1,3}(?=\s|$)|\[\d{1,3}\])?(?=\s|$)"
)
_GLUED = re.compile(r"(?<=[a-z]{3})[.!?][”\"’]?(?=[“‘\"]?[A-Z][a-z]{2})")
_LAST_WORD = re.compile(r"(?:[A-Za-z]\.)*[\w’']+$")
_OPENING = re.compile(r"[\s\"“‘'«「『(\[–—•*-]*")
_BULLET = re.compile(r"\s*(?:[•·▪‣◦*–—-]\s+|\(?(?:\d{1,2}|[a-z])[.)]\s+(?=\S))?")
_NAMED_TAIL = re.compile(r"(?:[A-Z][\w’'.-]*\s+){1,4}(?P<verb>[a-z]+)\b")


def split_sentences(document: Document) -> tuple[Sentence, ...]:
    """Return the sentences of the body blocks in order, each with the heading of its zone."""
    out: list[Sentence] = []
    heading: str | None = None
    for number, block in enumerate(document.blocks):
        if block.kind == "heading":
            heading = document.text[block.start : block.end].strip()
        if block.kind in BODY_KINDS:
            out += [
                Sentence(start=start, end=end, block=number, heading=heading)
                for start, end in sentence_extents(document.text, block.start, block.end)
            ]
    return tuple(out)


def sentence_extents(text: str, start: int, end: int) -> Iterator[Extent]:
    """Yield the extents of the sentences of `text[start:end]`, without blanks and list marks at their ends."""
    begin = _skip_bullet(text, start, end)
    for stop, after in _boundaries(text, begin, end):
        yield from _trimmed(text, begin, stop)
        begin = after
    yield from _trimmed(text, begin, end)


def _skip_bullet(text: str, start: int, end: int) -> int:
    found = _BULLET.match(text, start, end)
    return found.end() if found else start


def _trimmed(text: str, start: int, end: int) -> Iterator[Extent]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start and any(c.isalnum() for c in text[start:end]):
        yield start, end


def _boundaries(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (end of a sentence, where the next may begin); a glued note number belongs to neither."""
    found = [(m.start(), m) for m in _STOP.finditer(text, start, end)]
    glued = [(m.start(), m) for m in _GLUED.finditer(text, start, end)]
    for _, match in sorted(found + glued, key=lambda pair: pair[0]):
        if match.re is _GLUED:
            yield match.end(), match.end()
        elif _ends_sentence(text, match, start, end):
            note = match.group("note")
            yield (match.start("note") if note else match.end()), match.end()


def _ends_sentence(text: str, match: re.Match[str], start: int, end: int) -> bool:
    opening = _OPENING.match(text, match.end(), end)
    at = opening.end() if opening else match.end()
    if at >= end:
        return True
    if text[at].islower() or text[at] in ",;:":
        return False
    if match.group("note") and not text[match.start() - 1].isalpha():
        return False
    if _in_brackets(text, match.start(), start, end):
        return False
    stop, close = match.group("stop"), match.group("close")
    if stop.startswith((". .", ".\u00a0.")):
        return bool(close) or stop.count(".") > 3
    if stop in ("...", "…", "....") or "…" in stop:
        if "\n\n" in text[match.end() : at]:
            return False
        return bool(close) or not text[match.start() - 1].isspace()
    if set(stop) & set("!?"):
        return not (close and _has_tail(text, at, end))
    return _full_stop_ends(text, match, start, at)


def _has_tail(text: str, at: int, end: int) -> bool:
    """`“Why now?” Ms Diallo asked.` goes on after the mark."""
    found = _NAMED_TAIL.match(text, at, end)
    return bool(found) and found is not None and found.group("verb") in read_data("abbreviations")["tails"]


def _in_brackets(text: str, at: int, start: int, end: int) -> bool:
    """Inside a bracket that opened in this sentence and closes soon."""
    opened = text.rfind("(", max(start, at - 300), at)
    if opened < 0 or ")" in text[opened : at + 1]:
        return False
    closed = text.find(")", at, min(end, at + 300))
    return closed >= 0 and closed > at + 1


def _full_stop_ends(text: str, match: re.Match[str], start: int, at: int) -> bool:
    """Decide over a full stop after a word that may be an abbreviation or an initial."""
    if match.group("close"):
        return True
    word = _LAST_WORD.search(text, max(start, match.start() - 20), match.start())
    if not word:
        return True
    short, lists = word.group(), read_data("abbreviations")
    following = re.match(r"[\w’']+", text[at : at + 24])
    starter = bool(following) and following is not None and following.group() in lists["starters"]
    if short in lists["numbered"]:
        return not text[at].isdigit()
    if short in lists["words"]:
        return False
    if short in lists["either"] or re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", short):
        return starter or text[at - 1] in '"“‘'
    if len(short) == 1 and short.isupper() and short != "I":
        return starter and not text[word.start() - 1 : word.start()].isspace()
    return not (short.isdigit() and word.start() == start)
