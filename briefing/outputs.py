"""Put a run's files into their folder: all of them or none, and nothing of an earlier run left among them."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from briefing.errors import ExportError
from briefing.model.library import fetched

MANIFEST = "manifest.json"
_AT_ONCE = 4


def write_run(folder: Path, files: Mapping[str, bytes], about: Mapping[str, Any]) -> tuple[Path, ...]:
    """Write `files` (relative names) and a manifest of them into `folder`; return their paths.

    Everything is written beside its place first and moved there at the end, the manifest last. Files that the
    folder's earlier manifest names and this run does not make are removed; other files are left alone.
    """
    manifest = {**about, "outputs": {name: _entry(files[name]) for name in sorted(files)}}
    everything = fetched(files) | {MANIFEST: _json(manifest)}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        earlier = _earlier(folder)
        staging = Path(tempfile.mkdtemp(prefix=".briefing-", dir=folder))
    except OSError as error:
        raise _refused(folder, error) from error
    try:
        _stage(staging, everything)
        _move(staging, folder, everything)
        _remove(folder, earlier - everything.keys())
    except OSError as error:
        raise _refused(folder, error) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return tuple(folder / name for name in everything)


def _refused(folder: Path, error: OSError) -> ExportError:
    reason = error.strerror or str(error)
    return ExportError(f"cannot be written: {reason}", where=str(folder), hint="choose another folder with --out")


def _entry(data: bytes) -> dict[str, Any]:
    return {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def _earlier(folder: Path) -> set[str]:
    """Return the names that the folder's manifest lists; an unreadable manifest lists none."""
    try:
        outputs = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["outputs"]
        return {name for name in outputs if _inside(name)}
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def _inside(name: str) -> bool:
    return isinstance(name, str) and not os.path.isabs(name) and ".." not in Path(name).parts


def _stage(staging: Path, files: Mapping[str, bytes]) -> None:
    """Write the files and put them on the disk, several at once: one after the other, each would wait for the disk."""
    for folder in sorted({(staging / name).parent for name in files}):
        folder.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        list(pool.map(lambda name: _write(staging / name, files[name]), files))


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _move(staging: Path, folder: Path, files: Mapping[str, bytes]) -> None:
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
    for name in files:
        os.replace(staging / name, folder / name)


def _remove(folder: Path, names: set[str]) -> None:
    for name in sorted(names):
        (folder / name).unlink(missing_ok=True)
