"""The log of nightly runs: one file that is rotated by size."""

from __future__ import annotations

import logging
import logging.handlers
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.deliver.config import NightlyConfig
from briefing.errors import DeliveryError


@contextmanager
def open_log(config: NightlyConfig) -> Iterator[logging.Logger]:
    """Give a logger that writes to the configuration's log file, closed at the end."""
    path = config.place(config.log.file)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            path, maxBytes=config.log.max_bytes, backupCount=config.log.keep, encoding="utf-8"
        )
    except OSError as error:
        raise DeliveryError(f"the log cannot be written: {error.strerror}", where=str(path)) from error
    handler.handleError = lambda record: None  # type: ignore[method-assign]  # a full disk must not hide the run's end
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger = logging.Logger("briefing.nightly", logging.INFO)
    logger.addHandler(handler)
    try:
        yield logger
    finally:
        handler.close()


def tail(path: Path, lines: int = 40) -> str:
    """Return the last lines of the log."""
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return "\n".join(text.splitlines()[-lines:])
