"""Compare a result with the one that a person accepted."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Accept:
    """Compares with kept files; with `rewrite` (pytest --accept) it writes them."""

    rewrite: bool

    def __call__(self, path: Path, text: str) -> None:
        """Fail with a diff when the kept file differs from `text`."""
        kept = path.read_text(encoding="utf-8") if path.exists() else ""
        if kept == text:
            return
        if self.rewrite:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            return
        diff = "\n".join(difflib.unified_diff(kept.splitlines(), text.splitlines(), "kept", "now", lineterm="", n=1))
        raise AssertionError(
            f"{path.name} differs; if that is right: pytest --accept, then read the diff\n{diff[:4000]}"
        )
