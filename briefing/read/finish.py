"""Draft -> Document: every block gets its role, the metadata are completed, genre and language told."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

import briefing.read.metadata.genre as genres
import briefing.read.roles.shapes as shapes
from briefing.model.document import Block, Document, Metadata
from briefing.read.cues import pattern, table, word_list
from briefing.read.draft import Draft
from briefing.read.metadata.authors import BY, OFFICE, POST, Author, find_author, turned
from briefing.read.metadata.dates import first_date
from briefing.read.metadata.language import tell_language
from briefing.read.metadata.outlets import Outlet, by_file_name, by_link, by_name, domain_in
from briefing.read.metadata.publication import find_published
from briefing.read.roles.datelines import find_dateline
from briefing.read.roles.roles import assign_roles
from briefing.read.roles.view import View

INVISIBLE = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD))
NO_TITLE = re.compile(
    r"^(?:\W*|[!-~]{1,2}|\d+|untitled.*|document ?\d*|new document|no title|slide \d+|powerpoint presentation|"
    r"microsoft word - .*|\S+\.(?:docx?|pdf|rtf|odt|txt|html?|indd))$",
    re.IGNORECASE,
)
"""What programs write where a title should stand."""

PLACE = re.compile(r"^[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}$")
HANDOUT = re.compile(r"^\d[\d,]* words\b|\bcheck against delivery\b", re.IGNORECASE)
"""What stands over a speech that is handed out, and is not its title."""
MAIL = "message/rfc822"
PROPERTIED = frozenset({"application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"})
"""Media types in whose properties programs write whoever owns the machine."""
SELF_TYPED = frozenset({"text/plain", MAIL})
"""Media types whose headings are told by their shape alone."""


def finish(draft: Draft, name: str, data: bytes, *, number: int | None = None) -> Document:
    """Return the document of `draft`, read from `data` under `name`; `number` counts the entries of one file."""
    typed = draft.media_type not in SELF_TYPED
    hints = draft.hints
    if draft.media_type != MAIL and NO_TITLE.match(hints.title or ""):
        hints = replace(hints, title=None)
    view = View(text=draft.text, blocks=draft.blocks, typed=typed, titled=hints.title is not None)
    hints = _without_typist(hints, draft)
    view = assign_roles(view, title=hints.title, author=hints.author, mail=draft.media_type == MAIL)
    digest = hashlib.sha256(draft.data if draft.data is not None else data).hexdigest()
    whole = hashlib.sha256(data).hexdigest()
    return Document(
        id=whole[:12] if number is None else f"{whole[:12]}-{number}",
        path=f"{name}/{draft.part}" if draft.part else name,
        sha256=digest,
        media_type=draft.media_type,
        text=draft.text,
        blocks=view.blocks,
        metadata=complete(view, hints, name),
    )


def _without_typist(hints: Metadata, draft: Draft) -> Metadata:
    """Drop the author that a program wrote into a file's properties, unless the text names that person, too."""
    if draft.media_type not in PROPERTIED or not hints.author:
        return hints
    names = re.findall(r"[^\W\d_]{3,}", hints.author.casefold())
    named = any(re.search(rf"\b{name}\b", draft.text.casefold()) for name in names)
    return hints if named else replace(hints, author=None)


def complete(view: View, hints: Metadata, name: str) -> Metadata:
    """Return `hints` with what the text itself tells of title, outlet, author, date, place, genre and language."""
    title = hints.title or _first(view, "title")
    if title and HANDOUT.search(title):
        title = None
    outlet = _outlet(view, hints, name)
    author = _stated_author(hints, outlet) if hints.author else find_author(view)
    published = find_published(view, hints, name)
    role = hints.author_role or author.role
    portrait = genres.paint(view, title=title, outlet=outlet, link=hints.link, role=hints.author_role)
    genre, cues = genres.tell_genre(portrait)
    return replace(
        hints,
        title=title,
        outlet=outlet.name if outlet else None,
        author=author.name,
        author_role=role,
        published=published.iso,
        published_basis=published.basis,
        published_from=published.words,
        genre=hints.genre if hints.genre != "unknown" else genre,
        genre_cues=hints.genre_cues or cues,
        language=tell_language(portrait.body or view.text),
        place=hints.place or _place(view),
    )


def _stated_author(hints: Metadata, outlet: Outlet | None) -> Author:
    """Part the office from a name that a format states with it; an outlet or a login is nobody's name."""
    words = turned(BY.sub("", hints.author or ""))
    name, _, office = words.partition(", ")
    if outlet and shapes.folded(words) in (shapes.folded(outlet.name), shapes.folded(hints.outlet or "")):
        return Author()
    if words.islower() and " " not in words:
        return Author()
    if office and (OFFICE.search(office) or POST.search(office)) and not OFFICE.search(name):
        return Author(name=name, role=office)
    return Author(name=words)


def _first(view: View, kind: str) -> str | None:
    block = next((block for block in view.blocks if block.kind == kind), None)
    return " ".join(view.text[block.start : block.end].translate(INVISIBLE).split()) if block else None


def _outlet(view: View, hints: Metadata, name: str) -> Outlet | None:
    """Return the publisher: as the format states it, as the head prints it, by link, file name or dateline."""
    if hints.outlet:
        return by_name(hints.outlet) or _with_kind(hints)
    return _linked(hints) or _printed(view) or by_file_name(name) or _agency(view) or _venue(view)


def _with_kind(hints: Metadata) -> Outlet:
    """Return the publisher a format states, under the name its domain is known by, if it is."""
    linked = _linked(hints)
    if linked and linked.kind not in ("unknown", "government"):
        return linked
    if linked and linked.name != (domain_in(hints.link or "") or "").removeprefix("www."):
        return linked
    return Outlet(name=hints.outlet or "", kind=linked.kind if linked else "unknown")


def _linked(hints: Metadata) -> Outlet | None:
    return by_link(hints.link) if hints.link else None


def _printed(view: View) -> Outlet | None:
    for block in view.blocks:
        words = " ".join(view.text[block.start : block.end].split())
        linked = by_link(words) if block.kind in ("metadata", "header", "footer") else None
        if linked and (block.kind == "metadata" or linked.kind != "unknown"):
            return linked
        if block.kind in ("metadata", "byline", "source_line") and not pattern("credit_line").search(words):
            known = next(filter(None, map(by_name, _names(words))), None)
            if known:
                return known
    return None


def _names(words: str) -> list[str]:
    """Return the pieces of a head line that may be an outlet's name (`by · CNA · Join`, `Source: CNA/ch`)."""
    tail = words.split(":", 1)[-1]
    for mark in "|·•/–—,()":
        tail = tail.replace(mark, "\n")
    return [piece.strip() for piece in tail.splitlines() if piece.strip()]


def _dateline_block(view: View) -> Block | None:
    return next((block for block in view.blocks if block.kind == "dateline"), None)


def _agency(view: View) -> Outlet | None:
    block = _dateline_block(view)
    line = find_dateline(" ".join(view.text[block.start :][:400].split())) if block else None
    return (by_name(line.agency) or Outlet(name=line.agency)) if line and line.agency else None


def _venue(view: View) -> Outlet | None:
    """Name the assembly a speech was given to; it is where the words are published."""
    head = " ".join(
        view.text[block.start : block.end] for block in view.blocks[:24] if block.kind in ("title", "metadata")
    )
    words = " ".join(head.split()).casefold()
    venues = table("outlets")["venues"]
    return next((Outlet(name=name) for cue, name in venues.items() if cue.casefold() in words), None)


def _place(view: View) -> str | None:
    block = _dateline_block(view)
    line = find_dateline(" ".join(view.text[block.start :][:400].split())) if block else None
    return line.place if line else _place_and_day(view)


def _place_and_day(view: View) -> str | None:
    """Return the place of a head line that is nothing but a place and a day (`New York, 27 September 2024`)."""
    for block in view.blocks[:24]:
        words = " ".join(view.text[block.start : block.end].split())
        found = first_date(words) if block.kind == "metadata" else None
        rest = words.replace(found.words, "").strip(" ,;–—-") if found else ""
        if PLACE.match(rest) and not by_name(rest) and not word_list("not_places") & set(rest.lower().split()):
            return rest
    return None
