"""The mail of a finished run, made from its folder."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from briefing.deliver.config import MailSettings, NightlyConfig, load_config
from briefing.deliver.mail.message import MESSAGE, Letter, compose_message
from briefing.deliver.mail.outbox import send_message
from briefing.deliver.store import Store
from briefing.diff import load_briefing
from briefing.errors import DeliveryError, ExportError, InputError, UsageError
from briefing.model.briefing import Briefing
from briefing.profile import Profile, default_profile, load_profile, shipped_profiles

Say = Callable[[str], None]


def mail_run(
    run: Path,
    *,
    to: tuple[str, ...],
    sender: str | None,
    config: Path | None,
    attach: tuple[str, ...] | None,
    out: Path | None,
    send: bool,
    say: Say,
) -> tuple[str, ...]:
    """Write the run's message and send it when asked; return a line for the file and for each recipient."""
    nightly = load_config(config) if config else None
    settings = _settings(nightly, to, sender, attach)
    briefing = load_briefing(run)
    data = compose_message(_letter(run, briefing, settings))
    place = out or run / MESSAGE
    try:
        place.write_bytes(data)
    except OSError as error:
        raise ExportError(f"cannot be written: {error.strerror}", where=str(place)) from error
    if not send:
        return (str(place),)
    store = nightly.place(nightly.store) if nightly else run / ".outbox.sqlite"
    with Store(store, say) as opened:
        results = send_message(data, settings, opened, say=say)
    lines = tuple(f"{r.state}: {r.recipient} {r.answer}".rstrip() for r in results)
    if failed := [r for r in results if r.state != "sent"]:
        told = "; ".join(f"{r.recipient}: {r.answer or r.state}" for r in failed)
        raise DeliveryError(f"not delivered to {len(failed)} of {len(results)}: {told}", where=str(place))
    return (str(place), *lines)


def _settings(
    nightly: NightlyConfig | None, to: tuple[str, ...], sender: str | None, attach: tuple[str, ...] | None
) -> MailSettings:
    """Return the mail settings of the configuration with what the command line changes."""
    base = nightly.mail if nightly else None
    if base is None and sender is None:
        raise UsageError("nobody to send from", where="--from", hint="give --from or a --config with [mail]")
    settings = base or MailSettings(sender=sender or "")
    changes = {"sender": sender, "to": to or None, "attach": attach}
    settings = dataclasses.replace(settings, **{k: v for k, v in changes.items() if v is not None})  # type: ignore[arg-type]
    if not settings.to:
        raise UsageError("nobody to send to", where="--to", hint="give --to an address")
    return settings


def _letter(run: Path, briefing: Briefing, settings: MailSettings) -> Letter:
    files = {p.name: p.read_bytes() for p in sorted(run.iterdir()) if p.is_file() and p.stem == "briefing"}
    if not files:
        raise InputError("holds no briefing", where=str(run), hint="name the folder of a run")
    files.pop(MESSAGE, None)
    return Letter(briefing=briefing, profile=_profile(briefing), files=files, settings=settings, sent=_day(briefing))


def _profile(briefing: Briefing) -> Profile:
    """Return the shipped profile the run was made with, else the default; only labels and look matter here."""
    known = briefing.profile in shipped_profiles()
    profile = load_profile(briefing.profile) if known else default_profile()
    return dataclasses.replace(profile, language="ko" if briefing.language == "ko" else "en")


def _day(briefing: Briefing) -> datetime:
    try:
        return datetime.fromisoformat(briefing.as_of).replace(tzinfo=UTC)
    except ValueError:
        return datetime(1980, 1, 1, tzinfo=UTC)
