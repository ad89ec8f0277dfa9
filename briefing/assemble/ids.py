"""Ids of printed lines that stay the same over nights."""

from __future__ import annotations

import hashlib

from briefing.assemble.words import fold


def item_id(section: str, holder: str | None, content: str) -> str:
    """Make an id from the section, whose line it is and the levelled words; two builds of the same words agree."""
    seed = "\0".join((section, fold(holder or ""), fold(content)))
    return f"{section[:3]}-{hashlib.sha256(seed.encode()).hexdigest()[:10]}"
