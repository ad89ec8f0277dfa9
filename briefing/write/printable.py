"""Pages whose every character some shipped face can print: one that none has is spelt out, in all formats alike.

A title in a script that no face covers must not cost a whole night its briefing; what is left out is seen as left out.
"""

from __future__ import annotations

import re
from functools import cache

from briefing.model.blocks import Pages
from briefing.write.fonts.coverage import is_covered
from briefing.write.legible import changed_pages

_SHOWN = 3
"""Characters of a run that are spelt out by their numbers."""


def printable_pages(pages: Pages) -> Pages:
    """Return `pages` with each run of characters that no face has as `[U+6218 U+4E89 and 4 more]`."""
    return changed_pages(pages, printable)


def printable(text: str) -> str:
    """Return `text` with what no face has spelt out.

    >>> printable("Xi (\u6218)")
    'Xi ([U+6218])'
    """
    if text.isascii():
        return text
    missing = "".join(sorted({c for c in text if not _printed(c)}))
    return re.sub(f"[{re.escape(missing)}]+", _spelt, text) if missing else text


@cache
def _printed(character: str) -> bool:
    return not character.isprintable() or is_covered(character)


def _spelt(run: re.Match[str]) -> str:
    numbers = " ".join(f"U+{ord(c):04X}" for c in run.group()[:_SHOWN])
    more = len(run.group()) - _SHOWN
    return f"[{numbers} and {more} more]" if more > 0 else f"[{numbers}]"
