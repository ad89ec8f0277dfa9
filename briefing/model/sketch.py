"""What the words of one document tell without any other document: found once, and again only when they change.

A sketch grows while documents are compared and a briefing is assembled. It saves time only: whatever is asked of it is
a function of the document's own words, so a briefing made with an old sketch is the same as one made without.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from sys import intern
from typing import Protocol

import msgspec

MOST = 255
"""A count from this on is counted anew each time: an answer is kept in one byte, 0 stands for none yet."""

Test = re.Pattern[str] | Callable[[str], int]
"""A pattern that is searched for, or a function of the text alone that is known by its name."""
Names = Mapping[str, Iterable[str]]
"""Actor -> the keys of the words that name it."""
Packed = tuple[bytes, bytes, tuple[str, ...] | None, dict[str, bytes], str | None]


class Texts(Protocol):
    """The words of a document's lines, fetched when they are asked for."""

    @property
    def texts(self) -> Sequence[str]:
        """Return the words of each line."""
        ...


class Sketch:
    """The answers known so far for one document: its features, the keys of its lines, what its lines say."""

    __slots__ = ("_kept", "_keys", "_lines", "_names", "answers", "bands", "features", "grown")

    def __init__(self, packed: Packed = (b"", b"", None, {}, None)) -> None:
        """Begin with what an earlier run knew."""
        self.features, self.bands, self._keys, self._kept, self._names = packed
        self._lines: list[tuple[str, ...]] | None = None
        self.answers: dict[str, bytearray] = {}
        self.grown = False
        """Whether more is known than is kept."""

    def set_features(self, features: bytes, bands: bytes) -> None:
        """Remember what the document is compared by."""
        self.features, self.bands, self.grown = features, bands, True

    def keys(self, home: Texts, find: Callable[[str], tuple[str, ...]]) -> list[tuple[str, ...]]:
        """Return the keys of each of the document's lines; equal keys are one object over all documents."""
        if self._lines is None:
            self.grown = self.grown or self._keys is None
            found = [find(text) for text in home.texts] if self._keys is None else map(str.split, self._keys)
            self._lines, self._keys = [tuple(map(intern, keys)) for keys in found], None
        return self._lines

    def names(self, find: Callable[[], Names]) -> Names:
        """Return the keys of the words that name each actor; `find` is asked once."""
        if self._names is None:
            self._names = "\n".join(f"{actor}\t{' '.join(sorted(keys))}" for actor, keys in find().items())
            self.grown = True
        rows = [row.partition("\t") for row in self._names.split("\n")]
        return {actor: keys.split() for actor, _, keys in rows if actor}

    def ask(self, line: int, home: Texts, test: Test) -> int:
        """Return what `test` finds in the words of line `line`: a count, or 1 for a match."""
        name = test.pattern if isinstance(test, re.Pattern) else test.__qualname__
        known = self.answers.get(name)
        if known is None:
            known = self._begin(name)
        if known[line]:
            return known[line] - 1
        text = home.texts[line]
        found = int(test.search(text) is not None) if isinstance(test, re.Pattern) else int(test(text))
        if found < MOST:
            known[line] = found + 1
            self.grown = True
        return found

    def _begin(self, name: str) -> bytearray:
        """Return the answers to a test that was not asked before in this run: those kept, or none."""
        size = len(self._lines or ())
        kept = self._kept.pop(short_name(name), b"")
        self.answers[name] = bytearray(kept if len(kept) == size else size)
        return self.answers[name]

    def shed(self) -> None:
        """Forget what is needed no more once copies are found; what is kept of it stays kept."""
        self.features, self.bands = b"", b""

    def learn(self, other: Sketch) -> None:
        """Take over the answers of a sketch of the same document, which may have shed the rest."""
        self._kept |= other._answers()

    def _answers(self) -> dict[str, bytes]:
        return {**self._kept, **{short_name(name): bytes(rows) for name, rows in self.answers.items()}}

    def packed(self) -> bytes:
        """Return all that is known, for keeping."""
        keys = self._keys if self._lines is None else tuple(map(" ".join, self._lines))
        return msgspec.msgpack.encode((self.features, self.bands, keys, self._answers(), self._names))

    @classmethod
    def unpacked(cls, data: bytes) -> Sketch:
        """Return the sketch that `packed` made."""
        return cls(msgspec.msgpack.decode(data, type=Packed))


@lru_cache(maxsize=1000)
def short_name(name: str) -> str:
    """Return a few letters for a name; a pattern that is changed has others."""
    return hashlib.sha256(name.encode()).hexdigest()[:8]
