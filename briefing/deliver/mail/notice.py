"""Tell people that a night failed, with the end of the log."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Sequence
from datetime import datetime
from email import policy
from email.message import EmailMessage
from email.utils import format_datetime

from briefing.deliver.config import MailSettings
from briefing.deliver.mail.addresses import expanded, parse_address
from briefing.deliver.mail.smtp import Unreachable, hand_over
from briefing.errors import DeliveryError


def failure_notice(settings: MailSettings, night: str, now: datetime, failures: Sequence[str], log: str) -> None:
    """Send what failed and the log's tail to `failures_to`; DeliveryError when nobody could be told."""
    data, recipients = (
        compose_notice(settings, night, now, failures, log),
        expanded(settings.failures_to, settings.groups),
    )
    quick = dataclasses.replace(settings, timeout=min(settings.timeout, 10.0))
    try:
        answers = hand_over(quick, data, [a.addr_spec for a in recipients], before=lambda _: None)
    except Unreachable as error:
        raise DeliveryError(str(error), where=settings.host) from error
    if refused := [f"{r}: {code} {words}" for r, (code, words) in answers.items() if code >= 400]:
        raise DeliveryError("; ".join(refused), where=settings.host)


def compose_notice(settings: MailSettings, night: str, now: datetime, failures: Sequence[str], log: str) -> bytes:
    """Return the notice as a message."""
    sender = parse_address(settings.sender)
    message = EmailMessage(policy=policy.SMTP)
    message["From"] = sender
    message["To"] = expanded(settings.failures_to, settings.groups)
    message["Subject"] = f"The briefing of {night} failed"
    message["Date"] = format_datetime(now)
    digest = hashlib.sha256(f"{now.isoformat()} {failures}".encode()).hexdigest()[:24]
    message["Message-ID"] = f"<failure.{digest}@{sender.domain}>"
    message["Auto-Submitted"] = "auto-generated"
    told = "\n".join(f"- {f}" for f in failures)
    message.set_content(
        f"The briefing of {night} was not made or not delivered:\n\n{told}\n\nEnd of the log:\n\n{log}\n"
    )
    return message.as_bytes()
