"""What the commands say: results to stdout, talk to stderr, errors in one line with a hint."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable

from briefing.errors import BriefingError, ProfileError
from briefing.model.document import Diagnostic

_HIDDEN = {c: f"\\x{c:02x}" for c in (*range(9), *range(11, 32), 127)} | {
    c: f"\\u{c:04x}" for c in (*range(0x200E, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
}


_SAID = {"error": "not used", "warning": "warning", "note": "note"}
"""What a diagnostic is called: a source that cannot be used does not end the run, so it is no error of the run."""


def shown(text: str) -> str:
    """Return `text` with control characters and direction marks made visible: a name cannot act on a terminal."""
    return text.translate(_HIDDEN)


def result(text: str) -> None:
    """Print a result line to stdout."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def talk(text: str) -> None:
    """Print a line to stderr."""
    sys.stderr.write(shown(text) + "\n")


def progress(*, quiet: bool) -> Callable[[str], None]:
    """Return a function that tells the present step on one line of a terminal, and nothing elsewhere."""
    if quiet or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return lambda _: None
    return lambda step: print(f"\r\033[K{shown(step)}{' ...' if step else ''}", end="", file=sys.stderr, flush=True)


def diagnose(diagnostics: Iterable[Diagnostic], *, quiet: bool, verbose: bool) -> None:
    """Print what was wrong with sources; notes only when `verbose`, warnings not when `quiet`."""
    for d in diagnostics:
        if d.severity == "error" or (d.severity == "warning" and not quiet) or verbose:
            hint = f" ({d.hint})" if d.hint else ""
            talk(f"{_SAID[d.severity]}: {d.where}: {d.message}{hint}")


def complain(error: BriefingError) -> None:
    """Print an error: what, where and what to do, a line for each problem."""
    problems = error.problems if isinstance(error, ProfileError) else (error.message,)
    place = f"{error.where}: " if error.where else ""
    for problem in problems:
        talk(f"error: {place}{' '.join(problem.split())}")
    if error.hint:
        talk(f"  hint: {error.hint}")
