"""The commands that run every night and send."""

from __future__ import annotations

import typer

schedule_app = typer.Typer(help="When the nightly run happens.", no_args_is_help=True, rich_markup_mode=None)


def nightly() -> None:
    """Run every night."""


def mail() -> None:
    """Write the mail of a run."""
