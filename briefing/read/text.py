"""The .txt reader: the text is the file's own content, decoded and otherwise untouched."""

from __future__ import annotations

from briefing.errors import UnreadableSource
from briefing.read.decode import decode
from briefing.read.draft import Draft
from briefing.read.limits import Limits
from briefing.read.roles.lines import paragraphs


def read_text(name: str, data: bytes, limits: Limits) -> Draft:
    """Read plain text; line breaks, byte-order mark and odd characters stay as they are."""
    text = decode(data)
    if len(text) > limits.max_characters:
        raise UnreadableSource(f"holds more than {limits.max_characters:,} characters", where=name, hint="split it")
    return Draft(text=text, blocks=paragraphs(text))
