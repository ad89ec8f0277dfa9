"""Read an earlier briefing."""

from __future__ import annotations

from pathlib import Path

from briefing.errors import InputError
from briefing.model.briefing import Briefing
from briefing.schema import from_json


def load_briefing(path: Path) -> Briefing:
    """Return the briefing of a run's folder or a `briefing.json`; InputError says what is wrong with it."""
    file = path / "briefing.json" if path.is_dir() else path
    try:
        return from_json(file.read_bytes(), Briefing)
    except OSError as error:
        hint = "name a run's folder or its briefing.json"
        raise InputError(f"cannot be read: {error.strerror}", where=str(file), hint=hint) from error
    except InputError as error:
        raise InputError(error.message, where=str(file), hint="name a briefing.json of this version") from error
