"""The one style sheet every writer reads: faces, sizes, colours, spacing, page, furniture. Lengths are points."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Paper = Literal["a4", "letter"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Faces:
    """Family names; the shipped families are Noto Serif, Noto Sans, Noto Sans Mono and two Korean ones."""

    serif: str = "Noto Serif"
    sans: str = "Noto Sans"
    mono: str = "Noto Sans Mono"
    korean_serif: str = "Briefing Myeongjo"
    korean_sans: str = "Briefing Gothic"
    body: Literal["serif", "sans"] = "serif"
    headings: Literal["serif", "sans"] = "sans"
    tables: Literal["serif", "sans"] = "sans"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Type sizes and leading."""

    body: float = 10.0
    leading: float = 13.2
    title: float = 17.0
    heading: tuple[float, float, float] = (12.5, 10.5, 10.0)
    """Of levels 2, 3 and 4."""
    table: float = 8.5
    table_leading: float = 11.2
    note: float = 8.0
    note_leading: float = 10.2
    label: float = 7.5
    furniture: float = 7.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """Hex colours; text on its ground must reach 4.5:1."""

    text: str = "#1a1a1a"
    muted: str = "#595959"
    accent: str = "#1f4e79"
    rule: str = "#b3b3b3"
    ground: str = "#f3f5f8"
    """Behind the bottom line and the box on how to read."""
    mark: str = "#8b0000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spacing:
    """Distances before and after."""

    paragraph: float = 4.5
    heading_before: float = 13.0
    heading_after: float = 4.0
    list_indent: float = 14.0
    cell: float = 3.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Paper and margins."""

    paper: Paper = "a4"
    top: float = 60.0
    bottom: float = 58.0
    left: float = 63.0
    right: float = 63.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A whole style sheet. `mark` is a classification or embargo line on every page; `logo` the emblem's file name."""

    faces: Faces = field(default_factory=Faces)
    sizes: Sizes = field(default_factory=Sizes)
    colours: Colours = field(default_factory=Colours)
    spacing: Spacing = field(default_factory=Spacing)
    page: Page = field(default_factory=Page)
    cover: bool = False
    contents: bool = False
    mark: str | None = None
    logo: str | None = None
    letterhead: bytes | None = None
    """A Word document (the set's `base.docx`) whose styles, header and footer the Word writer takes over."""
    header: str = "{title}"
    footer: str = "{footer}"
    hyphenate: bool = True
