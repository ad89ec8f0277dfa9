"""How plain words stand in Markdown so that they come back unchanged: escapes, code spans, anchors."""

from __future__ import annotations

import re
import unicodedata

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_LINE_ENDS = re.compile(r"\s*[\r\n\u2028\u2029]\s*")
_ALWAYS = re.compile(r"[\\`*_\[\]<|~$#]")
_AT_START = re.compile(r"[>+\-=:.()]|\d+(?=[.)])")
_LINE_SPACE = re.compile(r"[\t\r\n\u2028\u2029]")
_EDGE_SPACE = re.compile(r"^[^\S\n]|[^\S\n]$")


def one_line(words: str) -> str:
    """Return `words` with each line break as one space and without control characters; nothing else changes."""
    return _LINE_ENDS.sub(" ", _CONTROL.sub("", words))


def escape(words: str) -> str:
    r"""Return Markdown that reads as exactly `words` (control characters apart), wherever in a line it is put.

    >>> print(escape("1. *Not* a list & no <tag>!"))
    1\. \*Not\* a list &amp; no \<tag>\!
    """
    escaped = guard_line(escape_within(words))
    return escaped[:-1] + "\\!" if escaped.endswith("!") and not escaped.endswith("\\!") else escaped


def escape_within(words: str) -> str:
    """Return Markdown that reads as `words` where it neither begins nor ends a line."""
    escaped = _ALWAYS.sub(r"\\\g<0>", _CONTROL.sub("", words).replace("&", "&amp;"))
    return _LINE_SPACE.sub(lambda m: entity(m.group(0)), escaped)


def guard_line(line: str) -> str:
    """Keep a line of Markdown from being read as a list, heading or quotation, and its outer spaces from being lost."""
    guarded = _EDGE_SPACE.sub(lambda m: entity(m.group(0)), line)
    start = _AT_START.match(guarded)
    if start is None:
        return guarded
    number = start.group(0) if start.group(0)[0].isdigit() else ""
    return number + "\\" + guarded[len(number) :]


def entity(letter: str) -> str:
    """Return a letter as an entity (`&#32;`)."""
    return f"&#{ord(letter)};"


def code_span(words: str, *, in_table: bool = False) -> str:
    """Return a code span that reads as `words` (without space at its ends); the form of a label."""
    longest = max((len(run) for run in re.findall("`+", words)), default=0)
    fence = "`" * (longest + 1)
    room = " " if words.startswith("`") or words.endswith("`") else ""
    inner = words.replace("|", "\\|") if in_table else words
    return f"{fence}{room}{inner}{room}{fence}"


def slug(words: str) -> str:
    """Return the anchor a heading has by its words, as Markdown viewers make it (`Key points` -> `key-points`)."""
    kept = (
        letter if letter in " -_" or unicodedata.category(letter)[0] in "LNM" else ""
        for letter in words.strip().lower()
    )
    return "".join(kept).replace(" ", "-") or "section"
