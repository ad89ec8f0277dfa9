"""theme.toml to Theme: every fault told at once, the nearest key named."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from briefing.errors import TemplateError
from briefing.model.theme import Theme
from briefing.profile import Profile
from briefing.render.contrast import contrast_problems
from briefing.render.locate import TemplateSet, find_set, list_sets

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "faces.body": ("serif", "sans"),
    "faces.headings": ("serif", "sans"),
    "faces.tables": ("serif", "sans"),
    "page.paper": ("a4", "letter"),
}


def load_theme(chosen: TemplateSet, profile: Profile, *, templates: Path | None = None) -> Theme:
    """Load the theme of a set, then the one the profile names (a set or a file), then the profile's paper and mark."""
    paths = [*chosen.find_all("theme.toml"), *_named_theme(profile.theme, templates)]
    theme = Theme()
    for path in paths:
        theme = _apply(theme, path)
    if profile.paper is not None:
        theme = replace(theme, page=replace(theme.page, paper=profile.paper))
    base = chosen.find("base.docx")
    letterhead = base.read_bytes() if base is not None else None
    return replace(theme, mark=profile.mark if profile.mark is not None else theme.mark, letterhead=letterhead)


def theme_problems(table: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what is wrong with the tables of a theme file, one line each."""
    return tuple(_problems(Theme(), table, ""))


def _named_theme(name: str | None, templates: Path | None) -> tuple[Path, ...]:
    if name is None:
        return ()
    if name in list_sets(templates):
        return find_set(name, templates).find_all("theme.toml")
    path = Path(name)
    if not path.is_file():
        raise TemplateError(f"there is no theme {name!r}", hint="name a template set or a theme.toml file")
    return (path,)


def _apply(theme: Theme, path: Path) -> Theme:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TemplateError(f"the theme cannot be read: {error}", where=path.name) from error
    problems = theme_problems(table)
    if problems:
        raise TemplateError("; ".join(problems), where=path.name)
    changed: Theme = _merged(theme, table)
    faint = tuple(contrast_problems(changed.colours))
    if faint:
        raise TemplateError("; ".join(faint), where=path.name)
    return changed


def _merged(value: Any, table: Mapping[str, Any]) -> Any:
    given = {key: _merged_field(getattr(value, key), new) for key, new in table.items()}
    return replace(value, **given)


def _merged_field(old: Any, new: Any) -> Any:
    if is_dataclass(old):
        return _merged(old, new)
    if isinstance(old, tuple):
        return tuple(float(number) for number in new)
    return float(new) if isinstance(old, float) else new


def _problems(value: Any, table: Mapping[str, Any], path: str) -> Iterator[str]:
    known = [field.name for field in fields(value) if field.name != "letterhead"]
    for key, new in table.items():
        name = f"{path}{key}"
        if key not in known:
            near = get_close_matches(key, known, n=1)
            yield f"unknown key {name}" + (f" (did you mean {path}{near[0]}?)" if near else "")
        elif is_dataclass(getattr(value, key)):
            if isinstance(new, dict):
                yield from _problems(getattr(value, key), new, f"{name}.")
            else:
                yield f"{name} must be a table"
        else:
            yield from _value_problems(name, getattr(value, key), new)


def _value_problems(name: str, old: object, new: object) -> Iterator[str]:
    if name in _CHOICES and new not in _CHOICES[name]:
        yield f"{name} must be one of {', '.join(_CHOICES[name])}"
    elif name.startswith("colours.") and not (isinstance(new, str) and _COLOUR.fullmatch(new)):
        yield f"{name} must be a colour such as #1f4e79"
    elif isinstance(old, bool):
        if not isinstance(new, bool):
            yield f"{name} must be true or false"
    elif isinstance(old, float):
        if not _is_length(new):
            yield f"{name} must be a number of points from 0 to 1000"
    elif isinstance(old, tuple):
        if not (isinstance(new, list) and len(new) == len(old) and all(_is_length(part) for part in new)):
            yield f"{name} must be {len(old)} numbers of points"
    elif not isinstance(new, str):
        yield f"{name} must be words in quotation marks"


def _is_length(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1000
