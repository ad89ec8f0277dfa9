"""Who wrote a document and as what: from its byline, its author's note, or the head of a speech."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import briefing.read.roles.shapes as shapes
from briefing.read.cues import pattern
from briefing.read.metadata.dates import first_date
from briefing.read.metadata.outlets import by_name
from briefing.read.roles.head_lines import OFFICES
from briefing.read.roles.speeches import is_salutation
from briefing.read.roles.view import View

_WORD = r"(?:[A-Z\u00c0-\u00de][\w\u00c0-\u024f'’-]*\.?)"
_JOINER = r"(?:de|del|van|von|der|den|bin|al|el|la|le|da|dos)"
_MORE = rf"(?: (?:{_WORD}|{_JOINER}))"
PERSON = re.compile(rf"{_WORD}{_MORE}{{1,4}}")
BY = re.compile(
    r"^(?:\w+ )?by[\s:·|]+|^(?:authors?(?:\(s\))?|writers?|reporters?|correspondents?)\s*[:：][\s|]*", re.IGNORECASE
)
CATALOGUED = re.compile(r"^[A-Z][\w'’-]+, [A-Z][\w'’-]*\.?(?: [A-Z][\w'’-]*\.?){0,2}$")
SIGNED = re.compile(rf"^(?P<name>{_WORD}{_MORE}{{1,3}}), (?P<role>[^.]{{4,120}})$")
NOTE = re.compile(
    rf"^(?P<name>{_WORD}{_MORE}{{0,4}})\s*(?:\([^)]*\)\s*)?,?\s*(?:is|was) (?P<role>.{{4,260}}?)(?:\.\s|\.$|$)"
)
_STYLE = (
    r"(?:H\. ?E\.|HE|His Excellency|Her Excellency|Hon\.?|[Tt]he Hon(?:ou?rable)?\.?|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Sir|Lord)"
)
_OFFICE = (
    r"(?:Vice[- ]President|President|Deputy Prime Minister|Prime Minister|Foreign Minister|Minister|Senator|Ambassador|"
    r"Secretary of State|Secretary of Defense|Secretary[- ]General|Secretary|Chancellor|King|Queen|Crown Prince|"
    r"Chairman|"
    r"General Secretary|Premier|Supreme Leader|Governor|General|Admiral|Speaker)"
)
NAMED = re.compile(
    rf"(?P<lead>(?:^|\b[Bb][Yy] |\b[Oo][Ff] |[(,] ?))(?P<rank>(?:the )?(?:(?:{_STYLE}|{_OFFICE}),?\s+)+)"
    rf"(?P<name>{_WORD}(?: {_WORD}){{0,4}}?)(?=\s*(?:[,(]|$|\s(?:[a-z]|Before|At|On|In|To|After|During|With)\b))"
)
PLAIN = re.compile(rf"\b[Bb]y (?P<name>{_WORD}(?: {_WORD}){{1,3}})(?=\s*(?:[,(]|$))")
OFFICE = re.compile(
    r"\b(minister|president|secretary|ambassador|representative|chancellor|king|premier|chair|director|head of|"
    r"spokes\w+|member of|advis[eo]r)\b",
    re.IGNORECASE,
)
POST = re.compile(
    r"\b(editor|reporter|correspondent|writer|contributor|columnist|analyst|staff|fellow|professor)\b", re.I
)
RANKED = re.compile(
    rf"^(?P<rank>(?:{_WORD} ){{0,4}}(?:{OFFICES}|Secretary|Advisor|Adviser|Spokes\w+|Minister|President|"
    rf"Ambassador|Director|Editor|Correspondent|Officials?))\s(?P<name>{_WORD}(?: {_WORD}){{1,3}})$",
    re.IGNORECASE,
)
OCCASION = re.compile(
    r"^(?:at|to|in|on|before|for|during|general debate|\(|\d)|\b(?:general assembly|session|conference|summit)\b",
    re.IGNORECASE,
)
HEAD = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """A writer or speaker and the words that say what he or she is."""

    name: str | None = None
    role: str | None = None


def find_author(view: View) -> Author:
    """Return the author of a document; None for each part it does not tell."""
    noted = _from_note(view)
    ranked = _ranked(_from_byline(view))
    named = ranked.name or noted.name
    if named and noted.name and noted.name.split()[-1] in named:
        return Author(name=named, role=noted.role)
    return replace(ranked, name=named) if named else _from_speech_head(view)


def _ranked(name: str | None) -> Author:
    """Part the rank from a name that a byline prints with it (`Press Secretary Jay Roe`, `Jay Roe, Minister`)."""
    before, _, office = (name or "").partition(", ")
    if (OFFICE.search(office) or POST.search(office)) and not OFFICE.search(before):
        return Author(name=before, role=office)
    match = RANKED.match(name or "")
    return Author(name=match["name"], role=match["rank"]) if match else Author(name=name)


def _from_byline(view: View) -> str | None:
    for block in view.blocks:
        words = " ".join(view.text[block.start : block.end].split())
        if block.kind != "byline" or pattern("credit_line").search(words):
            continue
        name = _person(turned(BY.sub("", words)))
        if name:
            return name
    return None


def turned(words: str) -> str:
    """Return names written as catalogues do (`Roe, Jane A.; Doe, John`) in the order of speech."""
    names = [name.strip() for name in words.split(";")]
    if not all(CATALOGUED.match(name) for name in names):
        return words
    return ", ".join(" ".join(reversed(name.split(", ", 1))) for name in names)


def _person(words: str) -> str | None:
    """Return the people a byline names, outlets and calls to join left out."""
    parts = re.split(r"\s*[|·•]\s*|,\s*|\s+(?:in|for|at|with|of)\s+", words)
    names = [part.strip(" .") for part in parts if PERSON.match(part) and not by_name(part.strip(" .,"))]
    people = [name for name in names if shapes.title_share(name) == 1.0 and len(name.split()) <= 9]
    return ", ".join(dict.fromkeys(people[:4])) or None


def _from_note(view: View) -> Author:
    for block in view.blocks:
        if block.kind == "author_note":
            words = " ".join(view.text[block.start : block.end].split())
            match = NOTE.match(words) or SIGNED.match(words)
            if match:
                role = re.sub(r"^(?:an?|the) ", "", match["role"])
                return Author(name=match["name"], role=role)
    return Author()


def _from_speech_head(view: View) -> Author:
    """Read who speaks above a speech: a name with its rank, the office behind a comma or on the next lines."""
    lines = _head_lines(view)
    for number, line in enumerate(lines):
        match = NAMED.search(line) or PLAIN.search(line)
        if not match:
            continue
        rank = re.sub(rf"\b{_STYLE}(?=\s|$)|^the ", "", match.groupdict().get("rank") or "").strip(" ,")
        tail = line[match.end() :].strip(" ,")
        office = _office([tail]) or _office(lines[number + 1 : number + 4]) or rank or None
        found = _ranked(match["name"].strip(" .,"))
        return Author(name=found.name, role=found.role or office)
    return Author()


def _head_lines(view: View) -> list[str]:
    heads = [i for i in range(min(HEAD, len(view.blocks))) if view.kind(i) in ("title", "metadata")]
    lines = [view.blocks[i] for i in heads if not is_salutation(view.words(i))]
    text = "\n".join(view.text[block.start : block.end] for block in lines)
    return [line.strip() for line in text.splitlines() if line.strip()]


def _office(lines: list[str]) -> str | None:
    """Join the lines of an office until the occasion begins."""
    parts: list[str] = []
    for line in lines:
        if not line or OCCASION.search(line) or first_date(line):
            break
        parts.append(line.strip(" ,."))
    words = " ".join(parts)
    return words if words and OFFICE.search(words) and words[0].isupper() and len(words.split()) <= 30 else None
