"""Inlines to one line of Markdown that reads back as the same inlines."""

from __future__ import annotations

import re
import string
import unicodedata

from briefing.model.blocks import Emphasis, Inline, Inlines, Label, LineBreak, Link, NoteMark, Strong, Text
from briefing.model.markdown import code_span, entity, escape_within, guard_line

_SEPARATOR = "<!-- -->"
_OUTER_SPACE = re.compile(r"^\s|\s$")
_ADDRESS_ESCAPES = re.compile(r"[\\<>|]")
_NEEDS_BRACKETS = re.compile(r"[\s()<>]")


def inline_markdown(inlines: Inlines, *, one_line: bool = False, in_table: bool = False) -> str:
    """Write inlines; `one_line` where a line end would end the block (headings, table cells)."""
    return "\n".join(guard_line(line) for line in _written(inlines, one_line, in_table).split("\n"))


def _written(inlines: Inlines, one_line: bool, in_table: bool) -> str:
    written = ""
    last: Inline | None = None
    for inline in inlines:
        part = _write(inline, one_line, in_table)
        if last is not None:
            written, part = _joined(written, part, last, inline)
        written += part
        last = inline
    return written


def _joined(written: str, part: str, last: Inline, inline: Inline) -> tuple[str, str]:
    """Keep the marks of `last` and `inline` from being misread where they meet.

    Emphasis marks beside a letter do not open or close (`in**(a)**b`), so the letter is written as an entity.
    """
    if written.endswith("!") and part.startswith("["):
        return written[:-1] + "\\!", part
    if isinstance(last, NoteMark) and part[0] in "(:":
        return written, "\\" + part
    if (_is_marked(last) and _is_marked(inline)) or (isinstance(last, Label) and isinstance(inline, Label)):
        return written + _SEPARATOR, part
    if _is_marked(inline) and not _is_boundary(written[-1]):
        return written[:-1] + entity(written[-1]), part
    if _is_marked(last) and not _is_boundary(part[0]):
        return written, entity(part[0]) + part[1:]
    return written, part


def _is_marked(inline: Inline) -> bool:
    return isinstance(inline, Strong | Emphasis)


def _is_boundary(letter: str) -> bool:
    return letter.isspace() or letter in string.punctuation or unicodedata.category(letter)[0] == "P"


def _write(inline: Inline, one_line: bool, in_table: bool) -> str:
    match inline:
        case Text(text=text, lang=None):
            return escape_within(text)
        case Text(text=text, lang=lang):
            return f'<span lang="{lang}">{escape_within(text)}</span>'
        case Label(text=text):
            return code_span(text, in_table=in_table)
        case NoteMark(note=note):
            return f"[^{note}]"
        case LineBreak():
            return "<br>" if one_line else "\\\n"
        case Link(target=target, children=children):
            return f"[{_written(children, one_line, in_table)}]({_address(target)})"
        case Strong(children=children):
            return f"**{_outer_spaces(_written(children, one_line, in_table))}**"
        case Emphasis(children=children):
            return f"_{_outer_spaces(_written(children, one_line, in_table))}_"


def _outer_spaces(content: str) -> str:
    return _OUTER_SPACE.sub(lambda m: entity(m.group(0)), content)


def _address(target: str) -> str:
    address = _ADDRESS_ESCAPES.sub(r"\\\g<0>", target.replace("&", "&amp;"))
    return f"<{address}>" if _NEEDS_BRACKETS.search(address) else address
