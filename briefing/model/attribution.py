"""Who says what, as extents of a text: the result of the attribution engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Extent = tuple[int, int]
"""Start and end in Unicode code points of a document's text, end exclusive."""

Form = Literal["direct", "indirect", "mixed"]
"""All, none or a part of the content stands inside quotation marks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One source, its cue and what it is said to hold; any part may be empty (an agentless passive has no source)."""

    source: tuple[Extent, ...]
    cue: tuple[Extent, ...]
    content: tuple[Extent, ...]
    form: Form
