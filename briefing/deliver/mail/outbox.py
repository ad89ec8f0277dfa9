"""Send a message to each recipient once, whatever happens in between.

The state of every recipient is in the store: `queued`, `sending` (between handing over the data and the answer),
`sent`, `failed`. A run that finds `sending` knows that one died in that moment; whether the server took the message
cannot be told, so it is not sent again but reported as `uncertain`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from email import message_from_bytes, policy

from briefing.deliver.config import MailSettings
from briefing.deliver.mail.addresses import expanded
from briefing.deliver.mail.smtp import Answers, Unreachable, hand_over
from briefing.deliver.store import Store
from briefing.errors import DeliveryError

Say = Callable[[str], None]
_FINAL = 500
_TAKEN = (250, 251)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """How it went for one recipient: `sent`, `failed`, `queued` (may be tried again) or `uncertain`."""

    recipient: str
    state: str
    answer: str = ""


def send_message(
    data: bytes,
    settings: MailSettings,
    store: Store,
    *,
    say: Say = lambda _: None,
    pause: Callable[[float], None] = time.sleep,
) -> tuple[Result, ...]:
    """Send the message to all who have not got it yet; temporary failures are tried again with growing pauses."""
    identity = str(message_from_bytes(data, policy=policy.default)["Message-ID"]).strip()
    everybody = _recipients(settings)
    _enqueue(store, identity, everybody)
    for attempt in range(max(1, settings.tries)):
        waiting = [r for r, (state, _) in _states(store, identity).items() if state == "queued"]
        if not waiting:
            break
        if attempt:
            pause(2.0**attempt)
        _attempt(data, settings, store, identity, waiting, say)
    states = _states(store, identity)
    return tuple(_result(r, *states[r]) for r in everybody)


def _recipients(settings: MailSettings) -> list[str]:
    addresses = expanded((*settings.to, *settings.bcc), settings.groups)
    if not addresses:
        raise DeliveryError("nobody to send to", where="mail.to", hint="name addresses or groups")
    return [a.addr_spec for a in addresses]


def _enqueue(store: Store, identity: str, recipients: Sequence[str]) -> None:
    with store.transaction() as database:
        database.executemany(
            "INSERT OR IGNORE INTO outbox (message, recipient, state) VALUES (?, ?, 'queued')",
            [(identity, r) for r in recipients],
        )


def _states(store: Store, identity: str) -> dict[str, tuple[str, str]]:
    with store.transaction() as database:
        rows = database.execute("SELECT recipient, state, answer FROM outbox WHERE message = ?", (identity,)).fetchall()
    return {recipient: (state, answer) for recipient, state, answer in rows}


def _set(store: Store, identity: str, states: dict[str, tuple[str, str]]) -> None:
    with store.transaction() as database:
        database.executemany(
            "UPDATE outbox SET state = ?, answer = ? WHERE message = ? AND recipient = ?",
            [(state, answer, identity, recipient) for recipient, (state, answer) in states.items()],
        )


def _attempt(
    data: bytes, settings: MailSettings, store: Store, identity: str, waiting: Sequence[str], say: Say
) -> None:
    def before(taken: Sequence[str]) -> None:
        _set(store, identity, dict.fromkeys(taken, ("sending", "")))

    try:
        answers = hand_over(settings, data, waiting, before=before)
    except Unreachable as error:
        say(f"mail: {settings.host}: {error}")
        _set(store, identity, {r: ("queued", str(error)) for r in waiting})
        return
    except DeliveryError:
        _set(store, identity, dict.fromkeys(waiting, ("queued", "")))
        raise
    _set(store, identity, {r: _state(*answer) for r, answer in _told(answers, say).items()})


def _told(answers: Answers, say: Say) -> Answers:
    for recipient, (code, words) in answers.items():
        say(f"mail: {recipient}: {code} {words}")
    return answers


def _state(code: int, words: str) -> tuple[str, str]:
    if code in _TAKEN:
        return "sent", f"{code} {words}"
    return ("failed" if code >= _FINAL else "queued"), f"{code} {words}"


def _result(recipient: str, state: str, answer: str) -> Result:
    if state == "sending":
        answer = "a run died while handing it over; look whether it arrived"
        return Result(recipient=recipient, state="uncertain", answer=answer)
    return Result(recipient=recipient, state=state, answer=answer)
