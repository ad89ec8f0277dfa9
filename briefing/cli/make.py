"""The commands that read, analyse and build."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

import briefing.cli.options as o
from briefing.cli.terminal import diagnose, progress, result

if TYPE_CHECKING:
    from briefing.executor import Executor
    from briefing.profile import Profile

Stage = Literal["document", "findings", "briefing", "blocks"]


def build(
    sources: o.Sources,
    profile: o.ProfileName = None,
    focus: o.Focus = None,
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder for the outputs.")] = Path("out"),
    format: Annotated[str | None, typer.Option("--format", "-f", help="Some of docx,pdf,md,json,html.")] = None,
    template: Annotated[str | None, typer.Option(help="Template set or a folder with one.")] = None,
    lang: Annotated[Literal["en", "ko"] | None, typer.Option(help="Language of the labels.")] = None,
    title: Annotated[str | None, typer.Option(help="Title of the briefing; else taken from the story.")] = None,
    paper: Annotated[Literal["a4", "letter"] | None, typer.Option(help="Paper size.")] = None,
    mark: Annotated[str | None, typer.Option(help="Classification or embargo line for every page.")] = None,
    as_of: o.AsOf = None,
    brief: Annotated[bool, typer.Option("--brief", help="One page.")] = False,
    standard: Annotated[bool, typer.Option("--standard", help="Two to four pages (the default).")] = False,
    full: Annotated[bool, typer.Option("--full", help="Everything, with annexes.")] = False,
    since_run: Annotated[
        Path | None, typer.Option("--previous", help="An earlier briefing.json to tell the changes from.")
    ] = None,
    ocr: o.Ocr = False,
    strict: o.Strict = False,
    jobs: Annotated[int, typer.Option(help="Processes that analyse documents.", min=1)] = 1,
    scheduler: Annotated[str | None, typer.Option(help="Address of a Dask scheduler, tcp://HOST:PORT.")] = None,
    quiet: o.Quiet = False,
    verbose: o.Verbose = False,
    as_json: o.AsJson = False,
) -> None:
    """Build a briefing from files and folders and write it in every format asked for.

    The outputs are briefing.docx, .pdf, .md, .json and manifest.json; the text of each source is kept beside
    them in sources/. Nothing is fetched from anywhere.
    """
    from briefing.build import Request
    from briefing.build import build as make

    length = _length(brief=brief, standard=standard, full=full)
    changes = {"template": template, "language": lang, "title": title, "paper": paper, "mark": mark, "length": length}
    settings = _profile(profile, focus, {**changes, "formats": o.formats_of(format)})
    request = Request(
        sources=tuple(sources),
        profile=settings,
        as_of=as_of,
        strict=strict,
        ocr=ocr,
        previous=_previous(since_run),
    )
    say = progress(quiet=quiet)
    built, paths = make(request, out, executor=_executor(jobs, scheduler), say=say)
    say("")
    diagnose(built.briefing.diagnostics, quiet=quiet, verbose=verbose)
    _tell(paths, out, as_json=as_json, quiet=quiet)


def _length(*, brief: bool, standard: bool, full: bool) -> str | None:
    from briefing.errors import UsageError

    chosen = [name for name, on in (("brief", brief), ("standard", standard), ("full", full)) if on]
    if len(chosen) > 1:
        raise UsageError(f"--{chosen[0]} and --{chosen[1]} exclude each other", hint="give one of them")
    return chosen[0] if chosen else None


def _profile(name: str | None, focus: str | None, changes: dict[str, Any]) -> Profile:
    """Return the profile with what the command line changes of it."""
    from briefing.profile import default_profile, load_profile, with_focus

    profile = load_profile(name) if name else default_profile()
    if focus is not None:
        profile = with_focus(profile, focus)
    return dataclasses.replace(profile, **{k: v for k, v in changes.items() if v is not None})


def _previous(path: Path | None) -> Any:
    if path is None:
        return None
    from briefing.diff import load_briefing

    return load_briefing(path)


def _executor(jobs: int, scheduler: str | None) -> Executor:
    from briefing import executor

    return executor.choose(jobs=jobs, scheduler=scheduler)


def _tell(paths: tuple[Path, ...], out: Path, *, as_json: bool, quiet: bool) -> None:
    top = [p for p in paths if p.parent == out]
    if as_json:
        result(json.dumps({"outputs": [str(p) for p in paths]}, ensure_ascii=False))
    elif not quiet:
        for path in top:
            result(str(path))


def read(
    sources: o.Sources,
    ocr: o.Ocr = False,
    strict: o.Strict = False,
    quiet: o.Quiet = False,
    verbose: o.Verbose = False,
    as_json: o.AsJson = False,
) -> None:
    """Print the text of documents as the tool reads it; offsets of all evidence point into this text.

    With --json: metadata and typed blocks as well, one document a line.
    """
    from briefing.build import Request
    from briefing.build import read as take
    from briefing.profile import default_profile

    request = Request(sources=tuple(sources), profile=default_profile(), ocr=ocr, strict=strict)
    reading = take(request)
    diagnose(reading.diagnostics, quiet=quiet, verbose=verbose)
    for document in reading.documents:
        result(_line(document) if as_json else document.text)


def _line(value: Any) -> str:
    import msgspec

    return msgspec.json.encode(value).decode()


def extract(
    sources: o.Sources,
    jobs: Annotated[int, typer.Option(help="Processes that analyse documents.", min=1)] = 1,
) -> None:
    """Print who says what as JSON lines, one document each, with offsets into the document's text."""
    from briefing.build import Request, extract_all
    from briefing.profile import default_profile

    request = Request(sources=tuple(sources), profile=default_profile())
    for line in extract_all(request, _executor(jobs, None)):
        result(line.decode())


def inspect(
    sources: o.Sources,
    stage: Annotated[Stage, typer.Option(help="The value to print.")] = "briefing",
    profile: o.ProfileName = None,
    focus: o.Focus = None,
    as_of: o.AsOf = None,
) -> None:
    """Print any stage's value as JSON, to see in which stage something went wrong."""
    from briefing.build import Request
    from briefing.build import stage as value_of
    from briefing.schema import to_json

    request = Request(sources=tuple(sources), profile=_profile(profile, focus, {}), as_of=as_of)
    result(to_json(value_of(request, stage)).decode())


def preview(
    run: Annotated[Path, typer.Argument(help="Folder of a run, or a PDF.", metavar="RUN")],
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Folder for the pictures; else RUN/preview.")] = None,
) -> None:
    """Make a picture of each page and a contact sheet, to look at a run at once."""
    from briefing.preview import preview as draw

    for path in draw(run, out):
        result(str(path))
