"""Find and read a profile: a shipped name or a TOML file."""

from __future__ import annotations

import dataclasses
import datetime
import difflib
import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

from briefing.errors import ProfileError, UsageError
from briefing.profile.check import Problems, fill
from briefing.profile.consistency import consistency
from briefing.profile.settings import Profile
from briefing.profile.territories import territory_code, territory_name

DEFAULT = "south-korea"


def shipped_profiles() -> tuple[str, ...]:
    """Return the names of the profiles that come with the tool."""
    folder = resources.files("briefing.profile") / "shipped"
    return tuple(sorted(p.name.removesuffix(".toml") for p in folder.iterdir() if p.name.endswith(".toml")))


def profile_text(name: str) -> str:
    """Return the TOML of a shipped profile."""
    return (resources.files("briefing.profile") / "shipped" / f"{name}.toml").read_text(encoding="utf-8")


def default_profile() -> Profile:
    """Return the profile used when none is named."""
    return load_profile(DEFAULT)


def load_profile(name: str) -> Profile:
    """Return the shipped profile `name` or the one in the TOML file `name`; ProfileError tells all faults."""
    if name in shipped_profiles():
        return parse_profile(profile_text(name), where=name, name=name)
    path = Path(name)
    if path.suffix != ".toml" and not path.exists():
        raise ProfileError((f"no profile named {name!r}",), hint=_advice(name))
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ProfileError((f"cannot be read: {error.strerror}",), where=name, hint="name a TOML file") from error
    except UnicodeDecodeError as error:
        raise ProfileError(("is not UTF-8 text",), where=name, hint="name a TOML file") from error
    return parse_profile(text, where=name, name=path.stem, folder=path.parent)


def parse_profile(text: str, *, where: str, name: str, folder: Path | None = None) -> Profile:
    """Return the profile that the TOML `text` describes; a relative `theme` or `template` is one in `folder`."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ProfileError((f"is not valid TOML: {error}",), where=where) from error
    problems: Problems = []
    table = _without_dates(table)
    profile = fill(Profile, {"name": name, **table}, problems)
    if profile is not None:
        profile = _with_focus(profile, problems)
        problems += consistency(profile)
    if problems or profile is None:
        raise ProfileError(tuple(problems), where=where)
    return _in_folder(profile, folder)


def with_focus(profile: Profile, focus: str) -> Profile:
    """Return the profile with another focus, named by code or name; ProfileError when there is none such."""
    problems: Problems = []
    changed = _with_focus(dataclasses.replace(profile, focus=focus, focus_name=None), problems)
    if problems:
        raise ProfileError(tuple(problems), where="--focus")
    return changed


def _advice(name: str) -> str:
    near = difflib.get_close_matches(name, shipped_profiles(), n=1)
    known = f"shipped are {', '.join(shipped_profiles())}; or name a .toml file"
    return f"did you mean {near[0]}? {known}" if near else known


def _without_dates(table: dict[str, Any]) -> dict[str, Any]:
    """Turn TOML's own dates into ISO text, so that both ways of writing one are right."""
    return {k: v.isoformat() if isinstance(v, datetime.date) else v for k, v in table.items()}


def _with_focus(profile: Profile, problems: Problems) -> Profile:
    if profile.focus is None or profile.focus.lower() == "none":
        return dataclasses.replace(profile, focus=None, focus_name=None)
    own = next((a for a in profile.actors if profile.focus in (a.id, a.name, *a.aliases)), None)
    if own is not None and own.kind != "state":
        return dataclasses.replace(profile, focus=own.id or own.name, focus_name=profile.focus_name or own.name)
    code = territory_code(profile.focus)
    if code is None:
        problems.append(f"focus {profile.focus!r} is no state or actor: name one as CLDR does, or add it to actors")
        return profile
    name = profile.focus_name or (own.name if own else None) or territory_name(code)
    return dataclasses.replace(profile, focus=code, focus_name=name)


def _in_folder(profile: Profile, folder: Path | None) -> Profile:
    """Make a theme or template that lies beside the profile a path from here."""
    if folder is None:
        return profile
    return dataclasses.replace(
        profile, theme=_beside(folder, profile.theme), template=_beside(folder, profile.template) or profile.template
    )


def _beside(folder: Path, name: str | None) -> str | None:
    return str(folder / name) if name and (folder / name).exists() else name


def write_commented(path: Path, *, force: bool = False) -> None:
    """Write a profile with every key explained to `path`; UsageError when it is there already and not `force`."""
    if path.exists() and not force:
        raise UsageError("is there already", where=str(path), hint="choose another name or give --force")
    text = (resources.files("briefing.profile") / "commented.toml").read_text(encoding="utf-8")
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"cannot be written: {error.strerror}", where=str(path)) from error
