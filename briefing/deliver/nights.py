"""The folders of nightly runs: `out/<date>/<profile>/` with a `latest` link, changed in one step each."""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from briefing.errors import ExportError
from briefing.outputs import MANIFEST, write_run

LATEST = "latest"
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_STAGED = ".new-"
_EXCHANGE = 2
"""RENAME_EXCHANGE of renameat2(2)."""


def nights(out: Path) -> tuple[str, ...]:
    """Return the dates that have a folder, the oldest first."""
    if not out.is_dir():
        return ()
    return tuple(sorted(p.name for p in out.iterdir() if p.is_dir() and _DATE.fullmatch(p.name) and not p.is_symlink()))


def earlier_run(out: Path, date: str, profile: str) -> Path | None:
    """Return the newest finished run of the profile before `date`."""
    runs = (out / night / profile for night in reversed(nights(out)) if night < date)
    return next((r for r in runs if (r / MANIFEST).is_file() and (r / "briefing.json").is_file()), None)


def put_run(out: Path, date: str, profile: str, files: Mapping[str, bytes], about: Mapping[str, Any]) -> Path:
    """Write a run beside its place and exchange it with what is there; a run killed before leaves that whole."""
    place = out / date / profile
    staged = out / date / f"{_STAGED}{profile}"
    try:
        shutil.rmtree(staged, ignore_errors=True)
        write_run(staged, files, about)
        _put(staged, place)
        point_latest(out)
    except OSError as error:
        raise ExportError(f"cannot be written: {error.strerror or error}", where=str(place)) from error
    finally:
        shutil.rmtree(staged, ignore_errors=True)
    return place


def _put(staged: Path, place: Path) -> None:
    if not place.exists():
        staged.rename(place)
        return
    _keep_strangers(staged, place)
    _exchange(staged, place)


def _keep_strangers(staged: Path, place: Path) -> None:
    """Copy what others put into the earlier run's folder: only what a run wrote is replaced."""
    ours = set(_outputs(place)) | {MANIFEST}
    for path in sorted(place.rglob("*")):
        name = path.relative_to(place).as_posix()
        if path.is_file() and name not in ours and not (staged / name).exists():
            (staged / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, staged / name)


def _exchange(a: Path, b: Path) -> None:
    """Exchange two folders in one step, by the call that Linux has for it."""
    libc = ctypes.CDLL(None, use_errno=True)
    done = libc.renameat2(-100, os.fsencode(a), -100, os.fsencode(b), _EXCHANGE)
    if done != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(b))


def point_latest(out: Path) -> None:
    """Let `latest` point to the newest night, in one step; a file or folder of that name is left alone."""
    link = out / LATEST
    dates = nights(out)
    if not dates or (link.exists() and not link.is_symlink()):
        return
    temporary = out / f".{LATEST}.new"
    temporary.unlink(missing_ok=True)
    temporary.symlink_to(dates[-1], target_is_directory=True)
    temporary.replace(link)


def _outputs(run: Path) -> dict[str, str]:
    """Return the files a run wrote, with their hashes, by its manifest; a folder without one has none."""
    try:
        outputs = json.loads((run / MANIFEST).read_text(encoding="utf-8"))["outputs"]
        return {name: str(entry["sha256"]) for name, entry in outputs.items() if _inside(name)}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _inside(name: str) -> bool:
    return not os.path.isabs(name) and ".." not in Path(name).parts


def remove_run(run: Path) -> None:
    """Remove what a run wrote and nobody changed since, and the folders that are empty then."""
    outputs = _outputs(run)
    for name, sha256 in outputs.items():
        path = run / name
        if path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256:
            path.unlink()
    if outputs and not any((run / name).exists() for name in outputs):
        (run / MANIFEST).unlink(missing_ok=True)
    for folder in sorted((p for p in run.rglob("*") if p.is_dir()), reverse=True):
        _remove_empty(folder)
    _remove_empty(run)


def _remove_empty(folder: Path) -> None:
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def remove_old_nights(out: Path, today: str, *, keep: int | None, days: int | None) -> tuple[str, ...]:
    """Remove nights beyond the newest `keep` and older than `days`; where both are set, both must allow it."""
    from datetime import date

    dates = [d for d in nights(out) if d <= today and any((out / d).glob(f"*/{MANIFEST}"))]
    spare = set(dates[: max(0, len(dates) - keep)]) if keep is not None else set(dates)
    if days is not None:
        spare = {d for d in spare if (date.fromisoformat(today) - date.fromisoformat(d)).days > days}
    if keep is None and days is None:
        return ()
    spare.discard(today)
    for night in sorted(spare):
        for run in sorted(p for p in (out / night).iterdir() if p.is_dir()):
            remove_run(run)
        _remove_empty(out / night)
    return tuple(sorted(spare))


def clear_leftovers(out: Path) -> None:
    """Remove what a killed run was writing; its place was never touched."""
    for night in nights(out):
        for path in (out / night).glob(f"{_STAGED}*"):
            shutil.rmtree(path, ignore_errors=True)
        _remove_empty(out / night)
