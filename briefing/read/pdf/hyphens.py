"""Words broken at the end of a line, set together again as the document itself writes them elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from briefing.read.pdf.page import HYPHEN

_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W\d_]+)([-\u2010\u00ad])$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*[-/_=&?]$")
_HEAD = re.compile(r"^[^\W\d_]+")


class Joiner:
    """Joins the lines of a paragraph; made once per document, from all of its lines."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._known: Counter[str] = Counter()
        for line in lines:
            self._known.update(w.lower().replace(HYPHEN, "-") for w in _WORD.findall(line)[:-1])
            self._known.update(w.lower() for w in _WORD.findall(line)[-1:] if not line.endswith(("-", HYPHEN)))

    def join(self, lines: Sequence[str]) -> str:
        """Return the lines as one text: soft breaks become spaces, broken words become whole."""
        text = ""
        for line in lines:
            text = self._append(text, line) if text else line
        return text.replace(HYPHEN, "-")

    def _append(self, text: str, line: str) -> str:
        if _ADDRESS.search(text):
            return text + line
        broken, head = _BROKEN.search(text), _HEAD.match(line)
        if broken is None or head is None:
            return text + ("" if text.endswith(("—", "–/", "/")) and line[:1].isalnum() else " ") + line
        if self._is_one_word(broken[1], head[0], marked=broken[2] != "-"):
            return text[: broken.start(2)] + line
        return text + line

    def _is_one_word(self, start: str, end: str, *, marked: bool) -> bool:
        """Tell whether the hyphen belongs to the break alone, by what the rest of the document writes."""
        if end[0].isupper():
            return False
        whole, compound = self._known[(start + end).lower()], self._known[f"{start}-{end}".lower()]
        if whole or compound:
            return whole >= compound
        return marked or not (self._known[start.lower()] and self._known[end.lower()])
