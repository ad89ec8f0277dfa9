"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from briefing.errors import UsageError

Sources = Annotated[list[Path], typer.Argument(help="Files or folders to read.", metavar="SOURCE", show_default=False)]
ProfileName = Annotated[
    str | None,
    typer.Option("--profile", "-p", help="A shipped profile or a TOML file (see: briefing profile list)."),
]
Focus = Annotated[str | None, typer.Option(help="The country whose options are set out, or none.", metavar="NAME")]
AsOf = Annotated[str | None, typer.Option(help="Date of the briefing, 2024-10-24; else that of the newest source.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Print notes on the sources as well.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
Strict = Annotated[bool, typer.Option("--strict", help="Fail when a source cannot be used or nothing is found.")]
Ocr = Annotated[bool, typer.Option("--ocr", help="Read scanned pages with tesseract, where it is installed.")]


def formats_of(text: str | None, option: str = "--format") -> tuple[str, ...] | None:
    """Return the formats of a comma-separated list; UsageError names the one that is unknown."""
    if text is None:
        return None
    from briefing.profile import known_formats

    names = tuple(dict.fromkeys(n.strip().lower() for n in text.split(",") if n.strip()))
    unknown = [n for n in names if n not in known_formats()]
    if unknown or not names:
        raise UsageError(
            f"unknown format {unknown[0]!r}" if unknown else "no format given",
            where=option,
            hint=f"choose from {', '.join(known_formats())}",
        )
    return names
