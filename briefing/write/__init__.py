"""Pages to bytes: the table of writers. A writer's module is imported when it is first used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from types import MappingProxyType

from briefing.model.blocks import Pages
from briefing.model.theme import Theme
from briefing.plugins import additions
from briefing.write.legible import legible_pages

Write = Callable[[Pages, Theme], bytes]
Beside = Callable[[Pages, Theme], Mapping[str, bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """A format the briefing can be written in."""

    name: str
    suffix: str
    media_type: str
    write: Write
    beside: Beside | None = None
    """Makes the files the format needs beside its own, by their relative names; None for a self-contained one."""


def _figures_beside(pages: Pages, theme: Theme) -> Mapping[str, bytes]:
    from briefing.write.markdown import figures_beside

    return figures_beside(pages, theme)


def _writer(name: str, module: str, media_type: str) -> Writer:
    def write(pages: Pages, theme: Theme) -> bytes:
        found: Write = getattr(import_module(f"briefing.write.{module}"), f"write_{module}")
        return found(legible_pages(pages), theme)

    return Writer(name=name, suffix=f".{name}", media_type=media_type, write=write)


def _write_word(pages: Pages, theme: Theme) -> bytes:
    from briefing.write.docx import write_docx

    return write_docx(legible_pages(pages), theme, base=theme.letterhead)


_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

WRITERS: Mapping[str, Writer] = MappingProxyType(
    {
        "docx": Writer(name="docx", suffix=".docx", media_type=_DOCX, write=_write_word),
        "pdf": _writer("pdf", "pdf", "application/pdf"),
        "md": replace(_writer("md", "markdown", "text/markdown; charset=utf-8"), beside=_figures_beside),
        "html": _writer("html", "html", "text/html; charset=utf-8"),
    }
)


def writers() -> Mapping[str, Writer]:
    """Return the writers by format: ours, and those that other distributions add or put in their place."""
    added = additions("briefing.writers")
    return {**WRITERS, **{name: replace(w, write=_cleaned(w.write)) for name, w in added.items()}}


def _cleaned(write: Write) -> Write:
    """Give an added writer the same legible pages as ours."""
    return lambda pages, theme: write(legible_pages(pages), theme)
