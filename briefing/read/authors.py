"""Who wrote a document and as what: from its byline, its author's note, or the head of a speech."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.read import shapes
from briefing.read.cues import pattern
from briefing.read.outlets import by_name
from briefing.read.view import View

_WORD = r"(?:[A-Z\u00c0-\u00de][\w\u00c0-\u024f'’-]*\.?)"
_JOINER = r"(?:de|del|van|von|der|den|bin|al|el|la|le|da|dos)"
_MORE = rf"(?: (?:{_WORD}|{_JOINER}))"
PERSON = re.compile(rf"{_WORD}{_MORE}{{1,4}}")
BY = re.compile(r"^(?:\w+ )?by[\s:·|]+|^(?:authors?|writers?|reporters?|correspondents?)\s*[:：]\s*", re.IGNORECASE)
NOTE = re.compile(
    rf"^(?P<name>{_WORD}{_MORE}{{0,4}})\s*(?:\([^)]*\)\s*)?,?\s*(?:is|was) (?P<role>.{{4,260}}?)(?:\.\s|\.$|$)"
)
_RANK = (
    r"(?:H\.?\s?E\.?|His Excellency|Her Excellency|Hon\.?|the Hon|Senator|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|President|"
    r"Vice President|Prime Minister|Foreign Minister|Minister|Ambassador|Secretary(?: of State| General|-General)?|"
    r"Chancellor|King|Crown Prince|Chairman)"
)
SPEECH = re.compile(
    r"\b(?:remarks?|address|statement|speech|intervention|keynote)\b[^\n]{0,40}?\b(?:by|of|from)\s+(?:the\s+)?"
    rf"(?P<rank>(?:{_RANK}\s+)*)(?P<name>{_WORD}(?: {_WORD}){{0,4}})",
    re.IGNORECASE,
)
OFFICE = re.compile(
    r"\b(minister|president|secretary|ambassador|representative|chancellor|king|premier|chair|director|head of|"
    r"spokes\w+)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """A writer or speaker and the words that say what he or she is."""

    name: str | None = None
    role: str | None = None


def find_author(view: View) -> Author:
    """Return the author of a document; None for each part it does not tell."""
    noted = _from_note(view)
    named = _from_byline(view) or noted.name
    if named and noted.name and noted.name.split()[-1] in named:
        return Author(name=named, role=noted.role)
    return Author(name=named, role=None) if named else _from_speech_head(view)


def _from_byline(view: View) -> str | None:
    for block in view.blocks:
        words = " ".join(view.text[block.start : block.end].split())
        if block.kind != "byline" or pattern("credit_line").search(words):
            continue
        name = _person(BY.sub("", words))
        if name:
            return name
    return None


def _person(words: str) -> str | None:
    """Return the people a byline names, outlets and calls to join left out."""
    parts = re.split(r"\s*[|·•]\s*|,\s*|\s+(?:in|for|at|with|of)\s+", words)
    names = [part.strip(" .") for part in parts if PERSON.match(part) and not by_name(part.strip(" .,"))]
    people = [name for name in names if shapes.title_share(name) == 1.0 and len(name.split()) <= 9]
    return ", ".join(dict.fromkeys(people[:4])) or None


def _from_note(view: View) -> Author:
    for block in view.blocks:
        if block.kind == "author_note":
            match = NOTE.match(" ".join(view.text[block.start : block.end].split()))
            if match:
                role = re.sub(r"^(?:an?|the) ", "", match["role"])
                return Author(name=match["name"], role=role)
    return Author()


def _from_speech_head(view: View) -> Author:
    """Read `Statement by H.E. Name` above a speech; the office stands on the next line, or behind a comma."""
    lines = [line.strip() for line in view.text[:1500].splitlines() if line.strip()]
    for number, line in enumerate(lines[:24]):
        match = SPEECH.search(line)
        if not match:
            continue
        tail = line[match.end() :].lstrip(" ,")
        follow = lines[number + 1] if number + 1 < len(lines) else ""
        name = match["name"].strip(" .,")
        if shapes.title_share("x " + name) < 1.0 or not PERSON.fullmatch(name):
            continue
        return Author(name=name, role=_office(tail) or _office(follow) or match["rank"].strip() or None)
    return Author()


def _office(words: str) -> str | None:
    return words.strip(" ,.") if len(words.split()) <= 20 and OFFICE.search(words) and words[0].isupper() else None
