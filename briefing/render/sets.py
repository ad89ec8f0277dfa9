"""Template sets as their users handle them: list, show, copy, check."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import TemplateError
from briefing.render.check import problems_of_set
from briefing.render.locate import BASE, MAIN, find_set, list_sets, shipped_folder

_DESCRIPTION = re.compile(r"\{#\s*(.*?)\s*#\}", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetInfo:
    """A set by its name and what the comment at the head of its main template says."""

    name: str
    description: str


def shipped_sets() -> tuple[SetInfo, ...]:
    """Return the shipped sets in alphabetical order."""
    return tuple(SetInfo(name=name, description=_description(shipped_folder() / name / MAIN)) for name in list_sets())


def files_of(name: str) -> tuple[tuple[str, str], ...]:
    """Return the files a set is made of, its own and those it takes from `standard`, each once by its relative name."""
    found: dict[str, Path] = {}
    for folder in reversed(find_set(name).folders):
        found |= {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if _is_text(path)}
    return tuple((name, found[name].read_text(encoding="utf-8")) for name in sorted(found))


def copy_set(name: str, folder: Path) -> tuple[Path, ...]:
    """Copy all files of a set to a new folder; one that exists is left alone."""
    files = files_of(name)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise TemplateError(f"{folder} exists and is not empty", hint="name a folder that does not exist")
    try:
        _write_files(files, find_set(name).find("base.docx"), folder)
    except OSError as error:
        fault = f"{folder} cannot be written: {error.strerror}"
        raise TemplateError(fault, hint="name a folder that can be made") from error
    return tuple(sorted(path for path in folder.rglob("*") if path.is_file()))


def _write_files(files: tuple[tuple[str, str], ...], base: Path | None, folder: Path) -> None:
    for relative, text in files:
        target = folder / relative
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    if base is not None:
        shutil.copyfile(base, folder / "base.docx")


def check_set(name: str) -> tuple[str, ...]:
    """Return every problem of a set, one line each with file and line; none where it is sound."""
    return problems_of_set(find_set(name))


def _description(path: Path) -> str:
    match = _DESCRIPTION.match(path.read_text(encoding="utf-8"))
    return match[1] if match else ""


def _is_text(path: Path) -> bool:
    return path.is_file() and path.suffix in (".j2", ".toml")


__all__ = ["BASE", "SetInfo", "check_set", "copy_set", "files_of", "shipped_sets"]
