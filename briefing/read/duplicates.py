"""Copies of one text: identical, near-identical, and taken over by another outlet in whole or for the most part.

Texts are compared by the word sequences they share. Candidates come from MinHash signatures in a locality-sensitive
index, so the time grows with the number of documents, not with its square; every candidate is then measured exactly.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.model.document import Document
from briefing.model.sketch import Sketch
from briefing.read.roles.shapes import WORD
from briefing.read.signatures import Bands, places_of, shared_places

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

SHINGLE = 4
"""Words in a row that make one feature; fewer are shared by chance, more break at every edit."""

ALIKE = 0.4
"""Features two copies share at least, of all that either has."""

CONTAINED = 0.6
LEAST_RATIO = 0.25
"""A text is also a copy when so much of it stands in one at most four times as long; a short statement that a long
report prints in full stays a source of its own."""

LEAST_FEATURES = 12
"""Shorter texts are copies only when they are identical: too little is there to compare."""
_FACTOR = 0x9E3779B97F4A7C15
"""An odd number that spreads a sum over 64 bits, of which the upper half is used."""

FEW = 50
"""So many documents are compared each with each: that costs little and misses nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """What is compared of one document."""

    id: str
    features: npt.NDArray[np.uint32]
    places: npt.NDArray[np.uint64]
    """Where it stands in the index; without features nowhere."""


def find_duplicates(
    documents: Sequence[Document], *, prefer: Sequence[str] = (), sketches: Mapping[str, Sketch] | None = None
) -> dict[str, str]:
    """Return, for every document that is a copy, its id and the id of the one used in its place.

    Used is the one whose outlet or path stands first in `prefer`, then the one with the most text, then the earliest.
    """
    known = sketches or {}
    prints: dict[str, Print] = {}
    ranks = []
    for document in documents:
        prints[document.id] = _print(document, known.get(document.id) or Sketch())
        ranks.append(_rank(document, prefer))
    index = _Index(few=len(documents) <= FEW, shared=shared_places(p.places for p in prints.values()))
    copies: dict[str, str] = {}
    for *_, name in sorted(ranks):
        original = index.find_or_add(prints[name])
        if original:
            copies[name] = original
    return dict(sorted(copies.items()))


def _rank(document: Document, prefer: Sequence[str]) -> tuple[int, int, str, str, str]:
    outlet, path = (document.metadata.outlet or "").casefold(), document.path.casefold()
    wanted = [i for i, name in enumerate(prefer) if name.casefold() == outlet or name.casefold() in path]
    length = sum(block.end - block.start for block in document.body())
    published = document.metadata.published or "9999"
    return min(wanted, default=len(prefer)), -length, published, document.path, document.id


def sketch_features(document: Document, sketch: Sketch) -> None:
    """Put what a document is compared by into its sketch, in whatever process this is called."""
    features = _features(document)
    sketch.set_features(features.tobytes(), (places_of(features) if len(features) else features).tobytes())


def _print(document: Document, sketch: Sketch) -> Print:
    import numpy as np

    if not sketch.bands:
        sketch_features(document, sketch)
    return Print(
        id=document.id,
        features=np.frombuffer(sketch.features, dtype=np.uint32),
        places=np.frombuffer(sketch.bands, dtype=np.uint64),
    )


def _features(document: Document) -> npt.NDArray[np.uint32]:
    import numpy as np

    body = " ".join(document.text[block.start : block.end] for block in document.body())
    words = WORD.findall((body or document.text).casefold())
    codes = np.fromiter((zlib.crc32(word.encode()) for word in words), dtype=np.uint64, count=len(words))
    size = min(SHINGLE, len(words))
    rows = np.zeros(len(words) - size + 1, dtype=np.uint64)
    for place in range(size):
        rows = rows * _FACTOR + codes[place : len(words) - size + 1 + place]
    return np.unique((rows * _FACTOR) >> np.uint64(32)).astype(np.uint32)


class _Index:
    """The documents used so far, found again by what they share."""

    def __init__(self, *, few: bool, shared: frozenset[int]) -> None:
        self._bands = None if few else Bands(shared)
        self._used: dict[str, Print] = {}
        self._exact: dict[bytes, str] = {}

    def find_or_add(self, new: Print) -> str | None:
        """Return the id of the used document that `new` is a copy of; without one `new` is used itself."""
        if not len(new.features):
            return None
        same = self._exact.get(new.features.tobytes())
        if same:
            return same
        if len(new.features) < LEAST_FEATURES:
            self._exact[new.features.tobytes()] = new.id
            return None
        candidates = self._bands.candidates(new.places) if self._bands is not None else list(self._used)
        likeness = [(_likeness(new, self._used[name]), name) for name in candidates]
        best = max(likeness, key=lambda pair: pair[0], default=(0.0, ""))
        if best[0] > 0:
            return best[1]
        self._exact[new.features.tobytes()] = new.id
        self._used[new.id] = new
        if self._bands is not None:
            self._bands.add(new.id, new.places)
        return None


def _likeness(new: Print, used: Print) -> float:
    """Return the share of `new` that stands in `used`; 0 where that does not make it a copy."""
    import numpy as np

    shared = len(np.intersect1d(new.features, used.features, assume_unique=True))
    union = len(new.features) + len(used.features) - shared
    contained = shared / len(new.features)
    ratio = len(new.features) / len(used.features)
    copy = shared / union >= ALIKE or (contained >= CONTAINED and ratio >= LEAST_RATIO)
    return contained if copy else 0.0
