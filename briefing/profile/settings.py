"""The settings as frozen values, with their defaults."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Length = Literal["brief", "standard", "full"]
Yardstick = Literal["icd203", "phia", "none"]
SectionName = Literal[
    "changes",
    "key_points",
    "positions",
    "options",
    "quotes",
    "timeline",
    "disagreements",
    "gaps",
    "sources",
]
SECTIONS: tuple[SectionName, ...] = (
    "changes",
    "key_points",
    "positions",
    "options",
    "quotes",
    "timeline",
    "disagreements",
    "gaps",
    "sources",
)


FORMATS = ("docx", "pdf", "md", "json", "html")
"""The formats that are built in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorEntry:
    """An actor a profile adds, or further aliases of one that is known."""

    name: str
    id: str | None = None
    aliases: tuple[str, ...] = ()
    kind: Literal["state", "body", "organisation"] = "organisation"
    state: str | None = None
    """Territory code of the state a body belongs to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Most items a section prints, before `Length` shortens it further; None is no limit."""

    key_points: int | None = None
    positions: int | None = None
    options: int | None = None
    quotes: int | None = None
    timeline: int | None = None
    disagreements: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Everything a user can set about what a briefing holds and how it looks."""

    name: str = "south-korea"
    title: str | None = None
    """None: taken from the story."""
    focus: str | None = "KR"
    """Territory code or actor id; None for a briefing without an options section."""
    focus_name: str | None = None
    actors: tuple[ActorEntry, ...] = ()
    sections: tuple[SectionName, ...] = SECTIONS
    limits: Limits = Limits()
    prefer: tuple[str, ...] = ()
    """Outlets whose wording is used first where several sources say the same."""
    drop: tuple[str, ...] = ()
    """Outlets or file patterns that are listed but not used."""
    since: str | None = None
    until: str | None = None
    yardstick: Yardstick = "none"
    language: Literal["en", "ko"] = "en"
    spelling: Literal["british", "american"] = "british"
    template: str = "standard"
    theme: str | None = None
    paper: Literal["a4", "letter"] | None = None
    formats: tuple[str, ...] = ("docx", "pdf", "md", "json")
    length: Length = "standard"
    mark: str | None = None
