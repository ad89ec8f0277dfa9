"""Read a finished Markdown file back."""

from __future__ import annotations

import re

import yaml

from briefing.errors import BriefingError, UnreadableSource
from briefing.model.lines import FURNITURE, lines_of
from briefing.render.parse import parse_markdown
from briefing.verify.finished.record import Finished, split_record
from briefing.write.markdown import without_record

_FRONT = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)
_KEPT = re.compile(r'^\[(briefing-[a-z]+)\]: # "([^"\n]*)"$', re.MULTILINE)


def read(data: bytes, where: str) -> Finished:
    """Return the lines as the parser sees them; the record stands at the end as link definitions that print nothing."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableSource("is not UTF-8 text", where=where) from error
    try:
        blocks, notes = parse_markdown(text)
    except BriefingError as error:
        raise UnreadableSource(f"is no briefing that can be read: {error.message}", where=where) from error
    record = split_record(dict(_KEPT.findall(text)))
    return Finished(lines=lines_of(blocks, notes), record=record, expected=(*FURNITURE, "whole"), said=_said(text))


def _said(text: str) -> tuple[tuple[str, str], ...]:
    """Return what the front matter says, and the whole text; front matter that cannot be read is told by the check."""
    whole = ("whole", without_record(text))
    front = _FRONT.match(text)
    try:
        values = yaml.safe_load(front.group(1)) if front else None
    except yaml.YAMLError:
        return (whole,)
    found = values if isinstance(values, dict) else {}
    return (*((name, str(found[name])) for name in FURNITURE if found.get(name)), whole)
