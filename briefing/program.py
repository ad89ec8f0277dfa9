"""Which program found something: what was kept by another one is found anew."""

from __future__ import annotations

import zlib
from functools import cache
from pathlib import Path

from briefing.plugins import installed

ROOT = Path(__file__).resolve().parent


@cache
def digest(*folders: str) -> str:
    """Return eight letters that stand for all files in these folders of the package: code, word lists, weights."""
    value = 0
    for path in sorted(p for name in folders for p in (ROOT / name).rglob("*") if _counts(p)):
        value = zlib.crc32(path.relative_to(ROOT).as_posix().encode(), value)
        value = zlib.crc32(path.read_bytes(), value)
    return f"{value:08x}"


def _counts(path: Path) -> bool:
    return path.is_file() and path.suffix != ".pyc"


def additions_digest(group: str) -> str:
    """Return what stands for the additions of other distributions to `group`; empty where there are none."""
    names = "".join(f"{plugin.name} {plugin.distribution};" for plugin in installed(group))
    return f"{zlib.crc32(names.encode()):08x}" if names else ""
