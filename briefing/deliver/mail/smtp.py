"""One talk with a mail server: encrypted and verified, an answer for each recipient."""

from __future__ import annotations

import os
import smtplib
import ssl
from collections.abc import Callable, Sequence
from contextlib import suppress

from briefing.deliver.config import MailSettings
from briefing.errors import DeliveryError

PASSWORD = "BRIEFING_SMTP_PASSWORD"
"""Environment variable of the login's password."""
Answers = dict[str, tuple[int, str]]
"""Recipient -> the server's code and words; 250 is delivered, 4xx may be tried again, 5xx is final."""
_ACCEPTED = 250
_FORWARDED = 251


class Unreachable(Exception):
    """No talk came about or it broke off before the message was handed over; it may be tried again."""


def hand_over(
    settings: MailSettings, data: bytes, recipients: Sequence[str], *, before: Callable[[Sequence[str]], None]
) -> Answers:
    """Give the message to the server for all recipients; `before` is told whom it takes, right before the data.

    Raises Unreachable for what may pass, DeliveryError for what will not (a wrong login, a bad certificate).
    """
    try:
        with _connected(settings) as server:
            return _transaction(server, settings, data, recipients, before)
    except smtplib.SMTPAuthenticationError as error:
        raise DeliveryError(
            f"the mail server refuses the login ({error.smtp_code})",
            where=settings.host,
            hint=f"check user and {PASSWORD}",
        ) from error
    except smtplib.SMTPNotSupportedError as error:
        raise DeliveryError(f"the mail server cannot do what is asked: {error}", where=settings.host) from error
    except ssl.SSLError as error:
        raise DeliveryError(
            f"the encrypted connection is refused: {getattr(error, 'verify_message', '') or error.reason}",
            where=settings.host,
            hint="check host, port and security, or name the certificate's authority in mail.ca_file",
        ) from error
    except (OSError, smtplib.SMTPException) as error:
        raise Unreachable(_words(error)) from error


def _words(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{error.smtp_code} {_text(error.smtp_error)}"
    return str(error) or type(error).__name__


def _text(answer: bytes | str) -> str:
    words = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    return " ".join(words.split())


def _connected(settings: MailSettings) -> smtplib.SMTP:
    """Return a connection that is encrypted, verified and logged in."""
    context = ssl.create_default_context(cafile=settings.ca_file)
    if settings.security == "tls":
        server: smtplib.SMTP = smtplib.SMTP_SSL(settings.host, settings.port, timeout=settings.timeout, context=context)
    else:
        server = smtplib.SMTP(settings.host, settings.port, timeout=settings.timeout)
    try:
        if settings.security == "starttls":
            server.starttls(context=context)
        if settings.user:
            server.login(settings.user, _password(settings))
    except BaseException:
        with suppress(OSError, smtplib.SMTPException):
            server.close()
        raise
    return server


def _password(settings: MailSettings) -> str:
    """Return the password from the environment or the keyring; it is never printed."""
    if password := os.environ.get(PASSWORD):
        return password
    try:
        import keyring  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        stored = None
    else:
        stored = keyring.get_password("briefing", settings.user or "")
    if not stored:
        raise DeliveryError("no password for the mail server", where=settings.host, hint=f"set {PASSWORD}")
    return str(stored)


def _transaction(
    server: smtplib.SMTP,
    settings: MailSettings,
    data: bytes,
    recipients: Sequence[str],
    before: Callable[[Sequence[str]], None],
) -> Answers:
    from briefing.deliver.mail.addresses import parse_address

    server.ehlo_or_helo_if_needed()
    sender = parse_address(settings.sender).addr_spec
    code, words = server.mail(sender)
    if code != _ACCEPTED:
        return dict.fromkeys(recipients, (code, _text(words)))
    answers = {r: _answer(server.rcpt(r)) for r in recipients}
    taken = [r for r, (c, _) in answers.items() if c in (_ACCEPTED, _FORWARDED)]
    if not taken:
        return answers
    before(taken)
    outcome = _answer(server.data(data))
    return answers | dict.fromkeys(taken, outcome)


def _answer(reply: tuple[int, bytes]) -> tuple[int, str]:
    return reply[0], _text(reply[1])
