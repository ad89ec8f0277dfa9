"""Pages as one self-contained web page: no scripts, nothing remote, readable on a phone and printable."""

from __future__ import annotations

import re
from html import escape

from briefing.model.blocks import Bitmap, Drawing, Note, Pages, PagesMeta, Picture, Words
from briefing.model.lines import digest, exact
from briefing.model.theme import Theme
from briefing.write.html.blocks import Body, bitmap
from briefing.write.html.style import style_sheet

_KEPT = re.compile(r'<meta name="briefing-(?:lines|evidence|sources)" content="[^">]*">')


def write_html(pages: Pages, theme: Theme) -> bytes:
    """Write an accessible page that is also fit to be the body of a mail."""
    meta = pages.meta
    body = Body(pages=pages, theme=theme)
    main = body.blocks(pages.blocks)
    drawn = _drawn(tuple(picture for _, picture in pages.pictures))
    page = _page(pages, theme, body, main, ())
    whole = f"whole:{exact(without_record(page))}"
    return (page if not meta.lines else _page(pages, theme, body, main, (*meta.lines, *drawn, whole))).encode()


def without_record(page: str) -> str:
    """Return a page without what it keeps for a check, which can be no part of what is checked."""
    return _KEPT.sub("", page)


def _page(pages: Pages, theme: Theme, body: Body, main: str, record: tuple[str, ...]) -> str:
    meta = pages.meta
    parts = (
        "<!DOCTYPE html>",
        f'<html lang="{escape(meta.language)}">',
        "<head>",
        *_head(meta, record),
        f"<style>\n{style_sheet(theme)}</style>",
        "</head>",
        "<body>",
        f'<a class="skip" href="#content">{escape(meta.skip_label)}</a>',
        *_banner(pages, theme),
        f'<main id="content">\n{main}',
        *_endnotes(pages.notes, body, meta),
        "</main>",
        *_foot(meta, theme),
        "</body>",
        "</html>",
    )
    return "\n".join(parts) + "\n"


def _head(meta: PagesMeta, record: tuple[str, ...]) -> tuple[str, ...]:
    named = {
        "viewport": "width=device-width, initial-scale=1",
        "color-scheme": "light",
        "description": meta.footer,
        "keywords": ", ".join(meta.keywords),
        "author": meta.author,
        "date": meta.as_of,
        "briefing-schema": meta.schema_version,
        "briefing-sources": " ".join(f"{source}:{sha256}" for source, sha256 in meta.sources),
        "briefing-evidence": " ".join(meta.evidence),
        "briefing-lines": " ".join(record),
    }
    metas = (f'<meta name="{name}" content="{escape(content)}">' for name, content in named.items() if content)
    return ('<meta charset="utf-8">', f"<title>{escape(meta.title)}</title>", *metas)


def _drawn(pictures: tuple[Picture, ...]) -> tuple[str, ...]:
    """Return the record of the words in drawings, which stand in the page as words."""
    drawn = ("".join(s.text for s in p.shapes if isinstance(s, Words)) for p in pictures if isinstance(p, Drawing))
    return tuple(f"drawing:{digest(words)}" for words in drawn)


def _banner(pages: Pages, theme: Theme) -> tuple[str, ...]:
    inside = _logo(pages, theme) + _mark(pages.meta, theme)
    return (f"<header>{inside}</header>",) if inside else ()


def _logo(pages: Pages, theme: Theme) -> str:
    logo = dict(pages.pictures).get("logo") if theme.logo else None
    return f'<p class="logo">{bitmap(logo, pages.meta.author)}</p>\n' if isinstance(logo, Bitmap) else ""


def _foot(meta: PagesMeta, theme: Theme) -> tuple[str, ...]:
    return (f"<footer>\n<p>{escape(meta.footer)}</p>\n{_mark(meta, theme)}</footer>",)


def _mark(meta: PagesMeta, theme: Theme) -> str:
    mark = meta.mark or theme.mark
    return f'<p class="mark">{escape(mark)}</p>\n' if mark else ""


def _endnotes(notes: tuple[Note, ...], body: Body, meta: PagesMeta) -> tuple[str, ...]:
    if not notes:
        return ()
    items = "\n".join(body.note(note) for note in notes)
    heading = f'<header><h2 id="notes-heading">{escape(meta.notes_label)}</h2></header>'
    return (
        f'<section role="doc-endnotes" aria-labelledby="notes-heading">\n{heading}\n<ol>\n{items}\n</ol>\n</section>',
    )
