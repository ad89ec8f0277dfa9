"""The commands that run every night and send."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import briefing.cli.options as o
from briefing.cli.terminal import result, talk

if TYPE_CHECKING:
    from briefing.deliver.schedule import Plan

schedule_app = typer.Typer(
    help="When the nightly run happens: show, install, remove, status.", no_args_is_help=True, rich_markup_mode=None
)
ConfigFile = Annotated[Path, typer.Argument(help="The TOML file of the nightly run.", metavar="CONFIG")]


def nightly(
    config: ConfigFile,
    as_of: Annotated[str | None, typer.Option(help="Catch up a missed night, 2024-10-24; no mail is sent.")] = None,
    quiet: o.Quiet = False,
) -> None:
    """Make the briefings of a night into OUT/DATE/PROFILE/, reading only what is new.

    Exit codes for monitors: 0 all done, 2 configuration, 3 no usable source, 6 not written, 7 not delivered.
    """
    from briefing.deliver.config import load_config
    from briefing.deliver.nightly import run_nightly

    say = (lambda _: None) if quiet else talk
    for place in run_nightly(load_config(config), now=datetime.now(UTC), as_of=as_of, say=say):
        result(str(place))


def mail(
    run: Annotated[Path, typer.Argument(help="Folder of a run.", metavar="RUN")],
    to: Annotated[list[str] | None, typer.Option(help="Address or group; may be given again.")] = None,
    sender: Annotated[str | None, typer.Option("--from", help="Sender, Name <name@example.org>.")] = None,
    config: Annotated[Path | None, typer.Option(help="The nightly run's TOML file, for its [mail].")] = None,
    attach: Annotated[str | None, typer.Option(help="Formats to attach, docx,pdf,md.")] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="The file to write; else RUN/briefing.eml.")] = None,
    send: Annotated[bool, typer.Option("--send", help="Send it as well, over an encrypted connection.")] = False,
    quiet: o.Quiet = False,
) -> None:
    """Write the mail of a run as .eml: page one in HTML and plain text, the files attached; sent only with --send."""
    from briefing.deliver.mail.command import mail_run

    outcome = mail_run(
        run,
        to=tuple(to or ()),
        sender=sender,
        config=config,
        attach=o.formats_of(attach, "--attach"),
        out=out,
        send=send,
        say=(lambda _: None) if quiet else talk,
    )
    for line in outcome:
        result(line)


def _plan(config: Path) -> Plan:
    from briefing.deliver.config import load_config
    from briefing.deliver.schedule import Plan

    return Plan(config_file=config.resolve(), config=load_config(config))


@schedule_app.command()
def show(config: ConfigFile) -> None:
    """Print the timer, the cron entry and examples for GitHub Actions and Windows."""
    from briefing.deliver.schedule import show as text_of

    result(text_of(_plan(config)))


@schedule_app.command()
def install(config: ConfigFile) -> None:
    """Install a systemd timer of the user, or a cron entry where no systemd runs."""
    from briefing.deliver.schedule import install as put

    result(put(_plan(config)))


@schedule_app.command()
def remove(config: ConfigFile) -> None:
    """Take the timer or cron entry away."""
    from briefing.deliver.schedule import remove as take

    result(take(_plan(config)))


@schedule_app.command()
def status(config: ConfigFile) -> None:
    """Tell what is installed, how the last run ended and when the next one is due."""
    from briefing.deliver.schedule import status as tell

    result(tell(_plan(config), datetime.now(UTC)))
