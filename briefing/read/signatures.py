"""MinHash signatures in bands: which texts may share a good part of their features, without comparing each with each.

The chance that one value of two signatures is equal is the share of features that the texts have in common. A text is a
candidate when all values of one band are equal.
"""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

BANDS = 64
ROWS = 2
"""64 bands of 2 rows propose a pair that shares 30 % of its features 997 times in 1,000."""


@dataclass(slots=True)
class Bands:
    """Names of texts, found by what their signatures share."""

    _buckets: defaultdict[tuple[int, bytes], list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, name: str, signature: npt.NDArray[np.uint64]) -> None:
        """Remember a text by its signature."""
        for place in _places(signature):
            self._buckets[place].append(name)

    def candidates(self, signature: npt.NDArray[np.uint64]) -> list[str]:
        """Return the names of texts that share a band with `signature`, in order."""
        return sorted({name for place in _places(signature) for name in self._buckets.get(place, ())})


def signature_of(features: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint64]:
    """Return the smallest value of the features under each of the hash functions; there must be a feature."""
    import numpy as np

    factors, terms = _functions()
    hashes = factors[:, None] * features.astype(np.uint64)[None, :] + terms[:, None]
    smallest: npt.NDArray[np.uint64] = (hashes >> np.uint64(32)).min(axis=1)
    return smallest


def _places(signature: npt.NDArray[np.uint64]) -> list[tuple[int, bytes]]:
    return [(band, signature[band * ROWS : (band + 1) * ROWS].tobytes()) for band in range(BANDS)]


@cache
def _functions() -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint64]]:
    """Return the factors and terms of multiply-shift hashing, the same on every machine."""
    import numpy as np

    source = random.Random(1)
    factors = [source.getrandbits(64) | 1 for _ in range(BANDS * ROWS)]
    terms = [source.getrandbits(64) for _ in range(BANDS * ROWS)]
    return np.array(factors, dtype=np.uint64), np.array(terms, dtype=np.uint64)
