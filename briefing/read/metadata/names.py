"""Names of files as they may be shown and printed."""

from __future__ import annotations

import unicodedata

UNSEEN = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
"""Categories of characters that move the cursor, turn the reading direction or cannot be seen."""


def shown(name: str) -> str:
    """Return `name` with control characters and marks that turn the reading direction written out."""
    return "".join(c if unicodedata.category(c) not in UNSEEN else f"\\u{ord(c):04x}" for c in name)
