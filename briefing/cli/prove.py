"""The commands that check and compare finished briefings."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

import briefing.cli.options as o
from briefing.cli.terminal import result


def verify(
    file: Annotated[Path, typer.Argument(help="A briefing: .json, .docx, .pdf, .md or .html.", metavar="FILE")],
    sources: Annotated[
        list[Path] | None, typer.Argument(help="The sources; else those kept with the run.", metavar="SOURCE...")
    ] = None,
    quiet: o.Quiet = False,
    as_json: o.AsJson = False,
) -> None:
    """Check every quotation and note of a finished briefing word for word against the sources.

    Leaves with 0 when all is proven, 5 when something differs.
    """
    from briefing.verify import verify as check

    report = check(file, tuple(sources or ()))
    if as_json or not quiet or report.differs:
        result(report.as_json() if as_json else report.as_text())
    if report.differs:
        raise typer.Exit(5)


def trace(
    source: Annotated[Path, typer.Argument(help="A source document, or its id (S1).", metavar="SOURCE")],
    run: Annotated[Path, typer.Option("--run", help="Folder of a run or its briefing.json.")] = Path("out"),
    as_json: o.AsJson = False,
) -> None:
    """List every line of a briefing that rests on a source, for when it is corrected or withdrawn."""
    from briefing.verify import trace as follow

    lines = follow(source, run)
    result(lines.as_json() if as_json else lines.as_text())


def diff(
    old: Annotated[Path, typer.Argument(help="The earlier briefing: a run's folder or briefing.json.", metavar="OLD")],
    new: Annotated[Path, typer.Argument(help="The later one.", metavar="NEW")],
    format: Annotated[Literal["text", "md", "json"], typer.Option("--format", "-f", help="How to print it.")] = "text",
) -> None:
    """Tell what changed between two briefings."""
    from briefing.diff import compare, load_briefing, print_changes

    result(print_changes(compare(load_briefing(old), load_briefing(new)), format))
