"""The command line: parse, call, print; no logic. Heavy modules are imported by the command that needs them."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable

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
    help="Assemble a policy briefing from documents and export it to DOCX, PDF, Markdown and HTML.",
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
    """Assemble a policy briefing from documents and export it to DOCX, PDF, Markdown and HTML."""


_BRIEFLY: dict[Callable[..., None], str] = {
    build: "Build a briefing from files and folders.",
    read: "Print the text of documents as the tool reads it.",
    extract: "Print who says what as JSON lines.",
    inspect: "Print the value of any stage as JSON.",
    verify: "Check a finished briefing against its sources.",
    trace: "List the lines that rest on a source.",
    diff: "Tell what changed between two briefings.",
    nightly: "Make the briefings of a night.",
    mail: "Write the mail of a run, and send it if asked.",
    preview: "Make a picture of each page of a run.",
    plugins: "List what other distributions add.",
}
"""Lines for the list of commands, which cuts longer ones short."""

for command, line in _BRIEFLY.items():
    app.command(short_help=line)(command)
app.add_typer(template_app, name="template")
app.add_typer(profile_app, name="profile")
app.add_typer(schedule_app, name="schedule")


SELDOM = 100_000
"""Objects made before the collector of cycles looks at them: frozen values have none, and looking takes a tenth of a
large build."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with the exit code of what happened."""
    gc.set_threshold(SELDOM, 50, 50)
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
