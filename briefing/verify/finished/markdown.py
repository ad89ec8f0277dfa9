"""Read a finished Markdown file back."""

from __future__ import annotations

import re

from briefing.errors import UnreadableSource
from briefing.model.lines import lines_of
from briefing.render.parse import parse_markdown
from briefing.verify.finished.record import Finished, split_record

_KEPT = re.compile(r'^\[(briefing-[a-z]+)\]: # "([^"\n]*)"$', re.MULTILINE)


def read(data: bytes, where: str) -> Finished:
    """Return the lines as the parser sees them; the record stands at the end as link definitions that print nothing."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableSource("is not UTF-8 text", where=where) from error
    blocks, notes = parse_markdown(text)
    return Finished(lines=lines_of(blocks, notes), record=split_record(dict(_KEPT.findall(text))))
