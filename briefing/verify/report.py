"""What a check found: proven, unchecked or differing passages, each with its place and how it differs."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Literal

Status = Literal["proven", "unchecked", "differs"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One checked thing: where it stands, and for what differs, how."""

    status: Status
    where: str
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All findings about one file."""

    file: str
    findings: tuple[Finding, ...]

    @property
    def differs(self) -> bool:
        """Whether anything differs from the sources or was changed after the file was made."""
        return any(f.status == "differs" for f in self.findings)

    def count(self, status: Status) -> int:
        """Return how many findings have `status`."""
        return sum(f.status == status for f in self.findings)

    def as_text(self) -> str:
        """Return the report for people: what differs first, then what could not be checked, then the sum."""
        lines = [
            f"{f.status}: {f.where}: {f.message}"
            for status in ("differs", "unchecked")
            for f in self.findings
            if f.status == status
        ]
        counts = ", ".join(f"{self.count(s)} {word}" for s, word in _WORDS.items())
        verdict = "NOT as its sources carry it" if self.differs else "no difference found"
        return "\n".join([*lines, f"{self.file}: {counts}; {verdict}"])

    def as_json(self) -> str:
        """Return the report for scripts."""
        counts = {s: self.count(s) for s in _WORDS}
        return json.dumps(
            {"file": self.file, "differs": self.differs, **counts, "findings": [asdict(f) for f in self.findings]},
            ensure_ascii=False,
        )


_WORDS: dict[Status, str] = {"proven": "proven", "unchecked": "not checked", "differs": "different"}
