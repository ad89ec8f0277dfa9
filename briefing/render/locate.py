"""Where template sets lie: a user's folder first, then the shipped ones; `standard` stands behind every set."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path

from briefing.errors import TemplateError

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
    """Find the set `name`; files of the folder `templates` (or of `templates/name`) come before the shipped ones."""
    if templates is not None and not templates.is_dir():
        raise TemplateError(f"there is no template folder {templates}", hint="name a folder with templates in it")
    own = [] if templates is None else [templates / name, templates]
    shipped = [shipped_folder() / name, shipped_folder() / BASE]
    folders = [folder for folder in dict.fromkeys([*own, *shipped]) if folder.is_dir()]
    known = list_sets(templates)
    if name not in known:
        near = get_close_matches(name, known, n=1)
        hint = f"did you mean {near[0]}?" if near else "known sets: " + ", ".join(known)
        raise TemplateError(f"there is no template set {name!r}", hint=hint)
    return TemplateSet(name=name, folders=tuple(folders))


def list_sets(templates: Path | None = None) -> tuple[str, ...]:
    """Return the names of all sets: the shipped ones and the folders of `templates` that hold a main template."""
    roots = [shipped_folder(), *([templates] if templates is not None else [])]
    names = {folder.name for root in roots for folder in root.iterdir() if (folder / MAIN).is_file()}
    return tuple(sorted(names))
