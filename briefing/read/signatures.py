"""MinHash signatures in bands: which texts may share a good part of their features, without comparing each with each.

The chance that one value of two signatures is equal is the share of features that the texts have in common. A text is a
candidate when all values of one band are equal. Band and values are mixed into one number, so two texts may meet by
chance once in a very long time; every candidate is measured exactly, so that costs a comparison and no more.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

BANDS = 64
ROWS = 2
"""64 bands of 2 rows propose a pair that shares 30 % of its features 997 times in 1,000."""
_SPREAD = 0xFF51AFD7ED558CCD
"""An odd number whose product spreads a number over 64 bits."""


class Bands:
    """Names of texts, found by what their signatures share."""

    def __init__(self, shared: frozenset[int]) -> None:
        """Begin without texts; only the places that several texts have need remembering."""
        self._shared = shared
        self._buckets: defaultdict[int, list[str]] = defaultdict(list)

    def add(self, name: str, places: npt.NDArray[np.uint64]) -> None:
        """Remember a text by its places."""
        for place in self._shared.intersection(places.tolist()):
            self._buckets[place].append(name)

    def candidates(self, places: npt.NDArray[np.uint64]) -> list[str]:
        """Return the names of texts that share a place with these, in order."""
        common = self._shared.intersection(places.tolist())
        return sorted({name for place in common for name in self._buckets.get(place, ())})


def shared_places(texts: Iterable[npt.NDArray[np.uint64]]) -> frozenset[int]:
    """Return the places that several texts have: most have one, which nothing can be found by."""
    import numpy as np

    found = [places for places in texts if len(places)]
    if not found:
        return frozenset()
    places, counts = np.unique(np.concatenate(found), return_counts=True)
    return frozenset(places[counts > 1].tolist())


def places_of(features: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint64]:
    """Return for each band one number of its place and its values; there must be a feature."""
    import numpy as np

    factors, terms = _functions()
    hashes = factors[:, None] * features.astype(np.uint64)[None, :] + terms[:, None]
    smallest = (hashes >> np.uint64(32)).min(axis=1).reshape(BANDS, ROWS)
    mixed = np.arange(BANDS, dtype=np.uint64) << np.uint64(32)
    for column in range(ROWS):
        mixed = (mixed ^ smallest[:, column]) * np.uint64(_SPREAD)
        mixed ^= mixed >> np.uint64(29)
    return mixed


@cache
def _functions() -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint64]]:
    """Return the factors and terms of multiply-shift hashing, the same on every machine."""
    import numpy as np

    source = random.Random(1)
    factors = [source.getrandbits(64) | 1 for _ in range(BANDS * ROWS)]
    terms = [source.getrandbits(64) for _ in range(BANDS * ROWS)]
    return np.array(factors, dtype=np.uint64), np.array(terms, dtype=np.uint64)
