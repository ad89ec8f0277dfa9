"""What the words of one document tell without any other document: found once, and again only when they change.

A sketch grows while documents are compared and a briefing is assembled. It saves time only: whatever is asked of it is
a function of the document's own words, so a briefing made with an old sketch is the same as one made without.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from sys import intern

import msgspec

MOST = 255
"""A count from this on is counted anew each time: an answer is kept in one byte, 0 stands for none yet."""

Test = re.Pattern[str] | Callable[[str], int]
"""A pattern that is searched for, or a function of the text alone that is known by its name."""
Packed = tuple[bytes, bytes, tuple[str, ...] | None, dict[str, bytes]]


class Sketch:
    """The answers known so far for one document: its features, the keys of its lines, what its lines say."""

    __slots__ = ("_kept", "_keys", "_lines", "answers", "bands", "features", "grown")

    def __init__(self, packed: Packed = (b"", b"", None, {})) -> None:
        """Begin with what an earlier run knew."""
        self.features, self.bands, self._keys, self._kept = packed
        self._lines: list[tuple[str, ...]] | None = None
        self.answers: dict[str, bytearray] = {}
        self.grown = False
        """Whether more is known than is kept."""

    def set_features(self, features: bytes, bands: bytes) -> None:
        """Remember what the document is compared by."""
        self.features, self.bands, self.grown = features, bands, True

    def keys(self, texts: Iterable[str], find: Callable[[str], tuple[str, ...]]) -> list[tuple[str, ...]]:
        """Return the keys of each of the document's lines; equal keys are one object over all documents."""
        if self._lines is None:
            self.grown = self.grown or self._keys is None
            found = [find(text) for text in texts] if self._keys is None else map(str.split, self._keys)
            self._lines, self._keys = [tuple(map(intern, keys)) for keys in found], None
        return self._lines

    def ask(self, line: int, text: str, test: Test) -> int:
        """Return what `test` finds in `text`, the words of line `line`: a count, or 1 for a match."""
        name = test.pattern if isinstance(test, re.Pattern) else test.__qualname__
        known = self.answers.get(name)
        if known is None:
            known = self._begin(name)
        if known[line]:
            return known[line] - 1
        found = int(test.search(text) is not None) if isinstance(test, re.Pattern) else int(test(text))
        if found < MOST:
            known[line] = found + 1
            self.grown = True
        return found

    def _begin(self, name: str) -> bytearray:
        """Return the answers to a test that was not asked before in this run: those kept, or none."""
        size = len(self._lines or ())
        kept = self._kept.get(short_name(name), b"")
        self.answers[name] = bytearray(kept if len(kept) == size else size)
        return self.answers[name]

    def packed(self) -> bytes:
        """Return all that is known, for keeping."""
        answers = {short_name(name): bytes(rows) for name, rows in self.answers.items()}
        keys = self._keys if self._lines is None else tuple(map(" ".join, self._lines))
        return msgspec.msgpack.encode((self.features, self.bands, keys, {**self._kept, **answers}))

    @classmethod
    def unpacked(cls, data: bytes, *, new: bool = False) -> Sketch:
        """Return the sketch that `packed` made; a new one is yet to be kept."""
        sketch = cls(msgspec.msgpack.decode(data, type=Packed))
        sketch.grown = new
        return sketch


@lru_cache(maxsize=1000)
def short_name(name: str) -> str:
    """Return a few letters for a name; a pattern that is changed has others."""
    return hashlib.sha256(name.encode()).hexdigest()[:8]
