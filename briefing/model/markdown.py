"""How plain words stand in Markdown so that they come back unchanged: escapes, code spans, anchors."""

from __future__ import annotations

import re
import unicodedata

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_LINE_ENDS = re.compile(r"\s*[\r\n\u2028\u2029]\s*")
_ALWAYS = re.compile(r"[\\`*_\[\]<|~$#]")
_AT_START = re.compile(r"[>+\-=:.)]|\d+(?=[.)])")
_NEVER_BARE = re.compile(r"[\t\r\n\u2028\u2029]|^\s|\s$")


def one_line(words: str) -> str:
    """Return `words` with each line break as one space and without control characters; nothing else changes."""
    return _LINE_ENDS.sub(" ", _CONTROL.sub("", words))


def escape(words: str) -> str:
    r"""Return Markdown that reads as exactly `words` (control characters apart), wherever in a line it is put.

    >>> print(escape("1. *Not* a list & no <tag>!"))
    1\. \*Not\* a list &amp; no \<tag>\!
    """
    escaped = _ALWAYS.sub(r"\\\g<0>", _CONTROL.sub("", words).replace("&", "&amp;"))
    escaped = _NEVER_BARE.sub(lambda m: f"&#{ord(m.group(0))};", escaped)
    start = _AT_START.match(escaped)
    if start is not None:
        number = start.group(0) if start.group(0)[0].isdigit() else ""
        escaped = number + "\\" + escaped[len(number) :]
    return escaped[:-1] + "\\!" if escaped.endswith("!") and escaped != "\\!" else escaped


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
