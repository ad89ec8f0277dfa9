"""The status file that a monitor reads: when the last run was, how it ended, when one last succeeded."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from briefing.errors import ExportError

NAME = "status.json"


def read_status(out: Path) -> dict[str, Any]:
    """Return the last status; empty where there is none or it cannot be read."""
    try:
        status = json.loads((out / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return status if isinstance(status, dict) else {}


def write_status(out: Path, now: datetime, *, night: str, exit_code: int, messages: tuple[str, ...]) -> None:
    """Write how the run of `night` ended; the last success is carried on. ExportError when it cannot be written."""
    earlier = read_status(out)
    ended = now.isoformat(timespec="seconds")
    status = {
        "night": night,
        "ended": ended,
        "exit_code": exit_code,
        "ok": exit_code == 0,
        "messages": list(messages),
        "last_success": ended if exit_code == 0 else earlier.get("last_success"),
    }
    temporary = out / f".{NAME}.new"
    try:
        out.mkdir(parents=True, exist_ok=True)
        temporary.write_text(json.dumps(status, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        temporary.replace(out / NAME)
    except OSError as error:
        raise ExportError(f"cannot be written: {error.strerror}", where=str(out / NAME)) from error
