"""The commands for profiles and templates."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

import briefing.cli.options as o
from briefing.cli.terminal import result

profile_app = typer.Typer(
    help="Settings of a briefing: list, write, check.", no_args_is_help=True, rich_markup_mode=None
)
template_app = typer.Typer(help="Template sets: list, show, copy, check.", no_args_is_help=True, rich_markup_mode=None)


def plugins() -> None:
    """List what other installed packages add: readers, analysers, writers, template sets."""
    from briefing.plugins import GROUPS, installed

    found = [p for group in GROUPS for p in installed(group)]
    rows = [
        f"{p.group:20} {p.name:12} {p.distribution}{f' (cannot be loaded: {p.fault})' * bool(p.fault)}" for p in found
    ]
    result("\n".join(rows) if rows else "nothing is added by other packages")


@profile_app.command("list")
def list_profiles(as_json: o.AsJson = False) -> None:
    """List the shipped profiles."""
    from briefing.profile import shipped_profiles

    names = shipped_profiles()
    result(json.dumps(names) if as_json else "\n".join(names))


@profile_app.command("show")
def show_profile(name: Annotated[str, typer.Argument(help="A shipped profile or a TOML file.")]) -> None:
    """Print a profile with all its settings, defaults included."""
    from briefing.profile import load_profile
    from briefing.schema import to_json

    result(to_json(load_profile(name)).decode())


@profile_app.command("init")
def init_profile(
    file: Annotated[Path, typer.Argument(help="The file to write.")] = Path("profile.toml"),
    force: Annotated[bool, typer.Option("--force", help="Overwrite an existing file.")] = False,
) -> None:
    """Write a commented profile to start from."""
    from briefing.profile import write_commented

    write_commented(file, force=force)
    result(str(file))


@profile_app.command("check")
def check_profile(name: Annotated[str, typer.Argument(help="A TOML file or a shipped profile.")]) -> None:
    """Check a profile and tell all its problems at once."""
    from briefing.profile import load_profile

    load_profile(name)
    result(f"{name}: no problem found")


@template_app.command("list")
def list_templates() -> None:
    """List the shipped template sets."""
    from briefing.render.sets import shipped_sets

    result("\n".join(f"{s.name:12} {s.description}" for s in shipped_sets()))


@template_app.command("show")
def show_template(name: Annotated[str, typer.Argument(help="A template set or a folder.")]) -> None:
    """Print the files of a template set."""
    from briefing.render.sets import files_of

    for path, text in files_of(name):
        result(f"--- {path}\n{text}")


@template_app.command("copy")
def copy_template(
    name: Annotated[str, typer.Argument(help="A shipped template set.")],
    folder: Annotated[Path, typer.Argument(help="The folder to make.")],
) -> None:
    """Copy a shipped set into a folder of yours, to change it."""
    from briefing.render.sets import copy_set

    for path in copy_set(name, folder):
        result(str(path))


@template_app.command("check")
def check_template(name: Annotated[str, typer.Argument(help="A template set or a folder.")]) -> None:
    """Check a template set: file, line and name of everything undefined or unused."""
    from briefing.render.sets import check_set

    problems = check_set(name)
    result("\n".join(problems) if problems else f"{name}: no problem found")
    if problems:
        raise typer.Exit(5)
