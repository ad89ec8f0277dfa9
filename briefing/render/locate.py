"""Where template sets lie: a user's folder first, then the shipped ones; `standard` stands behind every set."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path
from types import ModuleType

from briefing.errors import TemplateError
from briefing.plugins import additions

BASE = "standard"
MAIN = "briefing.md.j2"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateSet:
    """A named set: the folders its files are looked for in, the most particular first."""

    name: str
    folders: tuple[Path, ...]

    def find(self, name: str) -> Path | None:
        """Return the first file called `name` (`theme.toml`, `sections/options.md.j2`)."""
        return next((folder / name for folder in self.folders if (folder / name).is_file()), None)

    def find_all(self, name: str) -> tuple[Path, ...]:
        """Return every file called `name`, the most general first, so that later ones override."""
        return tuple(folder / name for folder in reversed(self.folders) if (folder / name).is_file())


def shipped_folder() -> Path:
    """Return the folder of the shipped sets: inside an installed package, beside it in a checkout."""
    package = Path(str(files("briefing")))
    installed = package / "_templates"
    return installed if installed.is_dir() else package.parent / "templates"


def find_set(name: str, templates: Path | None = None) -> TemplateSet:
    """Find the set `name`, a shipped one or a folder; files of `templates` (or `templates/name`) come first.

    A folder may hold single partials only: what it does not have is taken from the set of its name, then `standard`.
    """
    if templates is not None and not templates.is_dir():
        raise TemplateError(f"there is no template folder {templates}", hint="name a folder with templates in it")
    folder = Path(name)
    is_folder = folder.is_dir() and name not in list_sets(templates)
    if not is_folder:
        _require(name, list_sets(templates))
    own = [] if templates is None else [templates / folder.name, templates]
    own += [folder] if is_folder else []
    own += [_folder_of(added[name])] if name in (added := additions("briefing.templates")) else []
    shipped = [shipped_folder() / folder.name, shipped_folder() / BASE]
    found = tuple(place for place in dict.fromkeys([*own, *shipped]) if place.is_dir())
    return TemplateSet(name=folder.name, folders=found)


def _require(name: str, known: tuple[str, ...]) -> None:
    if name not in known:
        near = get_close_matches(name, known, n=1)
        hint = f"did you mean {near[0]}?" if near else "known sets: " + ", ".join(known)
        raise TemplateError(f"there is no template set {name!r}", hint=hint)


def list_sets(templates: Path | None = None) -> tuple[str, ...]:
    """Return the names of all sets: the shipped ones and the folders of `templates` that hold a main template."""
    roots = [shipped_folder(), *([templates] if templates is not None else [])]
    names = {folder.name for root in roots for folder in root.iterdir() if (folder / MAIN).is_file()}
    return tuple(sorted(names | additions("briefing.templates").keys()))


def _folder_of(package: ModuleType) -> Path:
    """Return the folder of a set that another distribution adds as a package."""
    return Path(next(iter(package.__path__)))
