"""Text made fit for a page: what would steer the layout, hide words or turn their order is taken out."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_BREAKS = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029 ]+")
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200c-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff0-\ufffb\U000e0000-\U000e01ef]"
)
_LONE = re.compile("[\ud800-\udfff]")
_COMPOSING = re.compile("[\u0300-\u036f\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\u3099\u309a]")
_SPACES = re.compile("[\u1680\u2000-\u200a\u205f]")


@lru_cache(maxsize=20_000)
def clean(text: str) -> str:
    """Drop control, direction and invisible characters, join white space, compose what is written in parts.

    A no-break space and a zero-width space stay: they say where a line may and may not end. A lone surrogate, which
    no encoding can carry, becomes U+FFFD.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text
    text = _BREAKS.sub(" ", _HIDDEN.sub("", _LONE.sub("\ufffd", text)))
    text = _SPACES.sub(" ", text)
    return unicodedata.normalize("NFC", text) if _COMPOSING.search(text) else text


def clean_whole(text: str) -> str:
    """Clean a text that is not broken into lines, so that a zero-width space has no meaning in it."""
    return clean(text).replace("\u200b", "").strip()
