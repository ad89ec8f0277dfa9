"""The command line: parse, call, print; no logic. Heavy modules are imported by the command that needs them."""

from __future__ import annotations

import sys

import typer

from briefing import __version__
from briefing.cli.customise import plugins, profile_app, template_app
from briefing.cli.deliver import mail, nightly, schedule_app
from briefing.cli.make import build, extract, inspect, preview, read
from briefing.cli.prove import diff, trace, verify
from briefing.cli.terminal import complain, result, talk
from briefing.errors import BriefingError

app = typer.Typer(
    name="briefing",
    help="Assemble a policy briefing from documents and export it to DOCX, PDF and Markdown.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        print(f"briefing {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Assemble a policy briefing from documents and export it to DOCX, PDF and Markdown."""


for command in (build, read, extract, inspect, verify, trace, diff, nightly, mail, preview, plugins):
    app.command()(command)
app.add_typer(template_app, name="template")
app.add_typer(profile_app, name="profile")
app.add_typer(schedule_app, name="schedule")


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with the exit code of what happened."""
    sys.exit(run(arguments))


def run(arguments: list[str] | None = None) -> int:
    """Run the command line on `arguments` (None: the process's own) and return the exit code."""
    try:
        return int(app(args=arguments, prog_name="briefing", standalone_mode=False) or 0)
    except BriefingError as error:
        complain(error)
        return error.exit_code
    except typer.Exit as leave:
        return leave.exit_code
    except Exception as error:
        return _usage(error)


def _usage(error: Exception) -> int:
    """Tell a mistake on the command line in one line; anything else is a fault of ours and keeps its traceback."""
    format_message = getattr(error, "format_message", None)
    if isinstance(error, typer.Abort) or type(error).__name__ == "Abort":
        talk("stopped")
        return 1
    if format_message is None:
        raise error
    if type(error).__name__ == "NoArgsIsHelpError":
        result(format_message())
        return 0
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "briefing"
    talk(f"error: {' '.join(format_message().split())}")
    talk(f"  hint: see {command} --help")
    return 2
