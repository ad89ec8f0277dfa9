"""The package as a whole: a digest that tells whether another program has written the file anew.

Programs that only open and save a file change every part of it, so that a difference proves nothing by itself; without
one, all that words do not show (size, colour, what covers what) is as it was made, too.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

_SETTINGS = "word/settings.xml"
_RECORD = re.compile(rb"<w:docVars>.*?</w:docVars>", re.DOTALL)
_END = b"</w:docVars>"
_LENGTH = 16


def whole(parts: Mapping[str, bytes]) -> str:
    """Return the digest of all parts, without the record, which holds it."""
    found = hashlib.sha256()
    for name in sorted(parts):
        data = _RECORD.sub(b"", parts[name]) if name == _SETTINGS else parts[name]
        found.update(f"{name}\0{len(data)}\0".encode())
        found.update(data)
    return found.hexdigest()[:_LENGTH]


def with_whole(parts: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return the parts with the digest of all of them in the record; without a record, as they are."""
    settings = parts[_SETTINGS]
    if _END not in settings:
        return parts
    kept = f'<w:docVar w:name="briefing-lines.made" w:val="made:{whole(parts)}"/>'.encode()
    return {**parts, _SETTINGS: settings.replace(_END, kept + _END, 1)}
