"""Briefing to Markdown by a template, once, and Markdown to the pages all writers take."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.model.blocks import Drawing, Pages
from briefing.model.briefing import Briefing
from briefing.model.labels import Labels
from briefing.model.lines import digest, lines_of, record_of
from briefing.model.theme import Theme
from briefing.profile import Profile
from briefing.render.context import make_view
from briefing.render.environment import make_environment, run
from briefing.render.labels import labels_for, load_labels
from briefing.render.links import check_links
from briefing.render.locate import find_set
from briefing.render.meta import make_meta
from briefing.render.parse import parse_markdown
from briefing.render.pictures import logo_of, own_pictures
from briefing.render.style import load_theme

Draw = Callable[[Briefing, Labels], tuple[tuple[str, Drawing], ...]]

__all__ = ["Draw", "Rendering", "labels_for", "render"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """A rendered briefing: the template's Markdown, the pages read from it, the style sheet for the writers."""

    markdown: str
    pages: Pages
    theme: Theme


def render(
    briefing: Briefing,
    profile: Profile,
    *,
    templates: Path | None = None,
    draw: Draw | None = None,
    tidy: Callable[[Pages], Pages] = lambda pages: pages,
) -> Rendering:
    """Render a briefing by the template set of `profile`; files in the folder `templates` come before the shipped ones.

    `draw` makes the pictures a template can place (`briefing.figures.draw`); without it there are none. `tidy` has the
    last word on the pages, before the record of their lines is made.
    """
    chosen = find_set(template_of(profile), templates)
    labels = load_labels(chosen, profile.language, profile.spelling)
    theme = load_theme(chosen, profile, templates=templates)
    drawn = draw(briefing, labels) if draw is not None else ()
    emblem = logo_of(chosen, theme.logo, profile.theme)
    view = make_view(briefing, profile, labels, theme, drawn)
    markdown = run(make_environment(chosen, view.filters()), chosen, view.names())
    blocks, notes = parse_markdown(markdown)
    check_links(blocks, notes)
    pictures = (*drawn, *emblem, *own_pictures(blocks, (name for name, _ in drawn), chosen))
    meta = replace(
        make_meta(briefing, labels, theme),
        evidence=tuple(f"{p.source}:{p.start}-{p.end}:{digest(p.text)}" for p in view.notebook.passages),
    )
    pages = tidy(Pages(meta=meta, blocks=blocks, notes=notes, pictures=pictures))
    lines = record_of(lines_of(pages.blocks, pages.notes), pages.meta)
    return Rendering(markdown=markdown, pages=replace(pages, meta=replace(pages.meta, lines=lines)), theme=theme)


def template_of(profile: Profile) -> str:
    """Return the set to use: a one-page briefing has a set of its own, unless the profile names another."""
    return "brief" if profile.length == "brief" and profile.template == "standard" else profile.template
