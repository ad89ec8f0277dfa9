"""The verbs of the tool for other programs.

```python
from pathlib import Path
from briefing.api import analyse, assemble, read, render, write
from briefing.profile import load_profile

profile = load_profile("japan")
reading = read([Path("inbox")])
briefing = assemble(reading, [analyse(d) for d in reading.documents], profile, as_of="2026-11-25")
pdf = write(render(briefing, profile), "pdf")
```

Each verb is a function from frozen values to a frozen value; what goes wrong is a `briefing.errors.BriefingError`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.model.briefing import Briefing
    from briefing.model.document import Document, Reading
    from briefing.model.findings import Analysis
    from briefing.profile import ActorEntry, Profile
    from briefing.render import Rendering

__all__ = ["analyse", "assemble", "read", "render", "write"]


def read(paths: Sequence[Path], *, ocr: bool = False) -> Reading:
    """Read files and folders; what cannot be read is among the reading's diagnostics."""
    from briefing.read import read_sources

    return read_sources(paths, ocr=ocr)


def analyse(document: Document, actors: tuple[ActorEntry, ...] = ()) -> Analysis:
    """Find who says what, when and of what kind in one document; `actors` are those a profile adds."""
    from briefing.each import analyse_one

    return analyse_one(actors, document)


def assemble(reading: Reading, analyses: Sequence[Analysis], profile: Profile, *, as_of: str | None = None) -> Briefing:
    """Choose, order and word the briefing, and prove every line; VerificationError when one is not carried.

    `analyses` has one entry for each of the reading's documents, in their order. Without `as_of` the date is that of
    the newest document.
    """
    from briefing.build import Request, brief

    return brief(Request(sources=(), profile=profile, as_of=as_of), reading, analyses)


def render(briefing: Briefing, profile: Profile, *, templates: Path | None = None) -> Rendering:
    """Render the briefing by the profile's template, at its length; files in `templates` come before those shipped."""
    from briefing.assemble import excerpt
    from briefing.figures import draw
    from briefing.render import render as fill
    from briefing.write.printable import printable_pages

    short = excerpt(briefing, profile.length)
    return fill(short, profile, templates=templates, draw=draw, tidy=printable_pages)


def write(rendering: Rendering, format: str) -> bytes:
    """Return the file in the format `docx`, `pdf`, `html` or `md`; ExportError when it cannot be written."""
    from briefing.errors import ExportError
    from briefing.write import writers

    known = writers()
    if format not in known:
        raise ExportError(f"unknown format {format!r}", hint=f"choose from {', '.join(known)}")
    return known[format].write(rendering.pages, rendering.theme)
