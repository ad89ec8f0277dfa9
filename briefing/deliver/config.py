"""The settings of nightly runs, from TOML; relative paths lie beside the file."""

from __future__ import annotations

import dataclasses
import difflib
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from briefing.deliver.mail.addresses import parse_address
from briefing.errors import DeliveryError, ProfileError
from briefing.profile import shipped_profiles
from briefing.profile.check import Problems, fill

Security = Literal["starttls", "tls"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSettings:
    """What a run reads."""

    paths: tuple[str, ...] = ()
    """Files, folders and globs; mailbox files and saved feeds among them."""
    feeds: tuple[str, ...] = ()
    """Live RSS or Atom addresses. Nothing else is ever fetched."""
    timeout: float = 20.0
    """Seconds a feed may take."""
    max_bytes: int = 5_000_000
    """Of one feed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionSettings:
    """What is kept of earlier nights; None keeps everything."""

    keep: int | None = None
    """Nights, the newest first."""
    days: int | None = None
    """Age in days at which a night may go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogSettings:
    """The log file."""

    file: str = "nightly.log"
    max_bytes: int = 1_000_000
    keep: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class MailSettings:
    """How mail is made and sent. The password comes from BRIEFING_SMTP_PASSWORD or the keyring, never from here."""

    sender: str
    to: tuple[str, ...] = ()
    """Addresses, or names of `groups`."""
    bcc: tuple[str, ...] = ()
    groups: dict[str, list[str]] = field(default_factory=dict)
    attach: tuple[str, ...] = ("docx", "pdf", "md")
    list_id: str | None = None
    send: bool = False
    """Left out or false: the message is written as a file only."""
    host: str = "localhost"
    port: int = 587
    security: Security = "starttls"
    user: str | None = None
    ca_file: str | None = None
    """Certificates to trust beside the system's."""
    timeout: float = 30.0
    max_bytes: int = 20_000_000
    tries: int = 3
    failures_to: tuple[str, ...] = ()
    """Who is told of a failed night."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NightlyConfig:
    """A whole configuration."""

    sources: SourceSettings
    out: str = "out"
    store: str = "briefing.sqlite"
    profiles: tuple[str, ...] = ("south-korea",)
    timezone: str = "UTC"
    at: str = "05:30"
    ocr: bool = False
    jobs: int = 1
    retention: RetentionSettings = RetentionSettings()
    log: LogSettings = LogSettings()
    mail: MailSettings | None = None
    folder: str = "."
    """Where the file lies."""

    def place(self, name: str) -> Path:
        """Return the path of a name in the configuration."""
        return Path(self.folder) / name

    def profile_file(self, name: str) -> Path:
        """Return where a profile of one's own lies: beside the configuration, else where the command is given."""
        beside = self.place(name)
        return beside if beside.is_file() else Path(name)

    def zone(self) -> ZoneInfo:
        """Return the time zone of the schedule and of the dates of runs."""
        return ZoneInfo(self.timezone)


def load_config(path: Path) -> NightlyConfig:
    """Read a configuration; ProfileError tells all its faults."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ProfileError((f"cannot be read: {error.strerror}",), where=str(path), hint="name a TOML file") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ProfileError((f"is not valid TOML: {error}",), where=str(path)) from error
    problems: Problems = []
    config = fill(NightlyConfig, {k: v for k, v in table.items() if k != "folder"}, problems)
    if isinstance(config, NightlyConfig):
        problems += _wrong(config)
        config = dataclasses.replace(config, folder=str(path.parent))
        problems += _unknown_profiles(config)
    if problems or config is None:
        raise ProfileError(tuple(problems), where=str(path))
    return config


def _wrong(config: NightlyConfig) -> list[str]:
    problems = []
    try:
        ZoneInfo(config.timezone)
    except (ZoneInfoNotFoundError, ValueError):
        problems.append(f"timezone {config.timezone!r} is not known: name one such as Asia/Seoul")
    if minutes_of(config.at) is None:
        problems.append(f"at cannot be {config.at!r}: a time is written 05:30")
    if not config.sources.paths and not config.sources.feeds:
        problems.append("sources names neither paths nor feeds")
    if not config.profiles:
        problems.append("profiles is empty: name at least one")
    problems += [*_too_small(config), *_no_addresses(config.mail)]
    problems += [f"feed {f!r} is no http or https address" for f in config.sources.feeds if not _is_web(f)]
    return problems


def _unknown_profiles(config: NightlyConfig) -> Iterator[str]:
    """Tell the profiles that there are not, before a night is spent on the others."""
    shipped = shipped_profiles()
    for name in config.profiles:
        if name not in shipped and not config.profile_file(name).is_file():
            near = difflib.get_close_matches(name, shipped, n=1)
            known = f"did you mean {near[0]}?" if near else f"shipped are {', '.join(shipped)}"
            yield f"profiles: there is no profile {name!r}: {known}; a file is named with its .toml"


def _too_small(config: NightlyConfig) -> Iterator[str]:
    """Tell the figures below the least that makes sense; a night is never kept for less than itself."""
    figures = {"jobs": config.jobs, "retention.keep": config.retention.keep, "retention.days": config.retention.days}
    figures |= {"sources.max_bytes": config.sources.max_bytes, "log.max_bytes": config.log.max_bytes}
    if config.mail is not None:
        figures |= {"mail.port": config.mail.port, "mail.tries": config.mail.tries}
    for key, value in figures.items():
        if value is not None and value < 1:
            yield f"{key} cannot be {value}: it is 1 or more"


def _no_addresses(mail: MailSettings | None) -> Iterator[str]:
    """Tell the names that are neither an address nor a group, before a night is spent on them."""
    if mail is None:
        return
    named = {"sender": (mail.sender,), "to": mail.to, "bcc": mail.bcc, "failures_to": mail.failures_to}
    names = [(f"mail.{key}", name) for key, found in named.items() for name in found if name not in mail.groups]
    names += [(f"mail.groups.{group}", name) for group, members in mail.groups.items() for name in members]
    for key, name in names:
        try:
            parse_address(name)
        except DeliveryError as error:
            near = difflib.get_close_matches(name, mail.groups, n=1)
            yield f"{key}: {error.where} {error.message}{f': did you mean the group {near[0]}?' if near else ''}"


def _is_web(address: str) -> bool:
    return address.startswith(("https://", "http://"))


def minutes_of(time: str) -> int | None:
    """Return a time of day such as `05:30` in minutes; None when it is none."""
    hours, colon, minutes = time.partition(":")
    if not (colon and hours.isdigit() and minutes.isdigit() and len(minutes) == 2):
        return None
    value = int(hours) * 60 + int(minutes)
    return value if int(hours) < 24 and int(minutes) < 60 else None
