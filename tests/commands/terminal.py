"""Run the command line in this process and see what a user sees."""

from __future__ import annotations

import contextlib
import io
from dataclasses import dataclass
from pathlib import Path

from briefing.cli import run

SENTENCES = (
    "Commentary: Why Norland's port closure worries Sudria",
    "",
    "Sudria may reopen its own harbour, after Norland closed the northern port. By Anna Berg",
    "",
    "SUDRIA CITY: Norland confirmed on Monday (Mar 3) that it has closed the northern port to foreign ships.",
    "",
    "“We will not wait for others,” Norland's transport minister Ole Dahl said on Tuesday.",
    "",
    "Japan could send a repair ship, the foreign ministry in Tokyo said, but it has ruled out sanctions.",
    "",
    "Anna Berg is a lecturer in politics at Sudria University.",
)
ARTICLE = "\n".join(SENTENCES) + "\n"


@dataclass(frozen=True, slots=True)
class Told:
    """What a command gave: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


def briefing(*arguments: str | Path) -> Told:
    """Run `briefing` with the arguments."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run([str(a) for a in arguments])
    return Told(code, out.getvalue(), err.getvalue())


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
