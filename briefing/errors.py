"""The errors a user can cause or meet: one tree, one exit code each, worded once and caught only in `cli`."""

from __future__ import annotations

from typing import ClassVar


class BriefingError(Exception):
    """Say what went wrong (`message`), where (`where`: file, line or key) and what to do next (`hint`)."""

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, *, where: str | None = None, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f" ({self.hint})" if self.hint else ""
        return f"{place}{self.message}{advice}"


class UsageError(BriefingError):
    """The command line asks for something that cannot be."""

    exit_code = 2


class ProfileError(BriefingError):
    """A profile is wrong; `problems` holds every fault found, one line each."""

    exit_code = 2

    def __init__(self, problems: tuple[str, ...], *, where: str | None = None, hint: str | None = None) -> None:
        super().__init__("; ".join(problems), where=where, hint=hint)
        self.problems = problems


class InputError(BriefingError):
    """A source cannot be used."""

    exit_code = 3


class UnsupportedFormat(InputError):
    """No reader takes this kind of file."""


class UnreadableSource(InputError):
    """A file is damaged, encrypted, empty, too large or holds no text."""


class NothingToSay(BriefingError):
    """The sources were read but carry nothing for the briefing (raised with `--strict` only)."""

    exit_code = 4


class TemplateError(BriefingError):
    """A template or theme is wrong: file, line and the undefined name are told."""

    exit_code = 5


class VerificationError(BriefingError):
    """A printed line differs from its source; nothing is written."""

    exit_code = 5


class ExportError(BriefingError):
    """A finished briefing cannot be written in a format, or to its place."""

    exit_code = 6


class DeliveryError(BriefingError):
    """The files exist but did not reach their reader."""

    exit_code = 7
