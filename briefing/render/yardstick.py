"""Published scales of likelihood, for the note that sets the sources' own words beside them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files


@cache
def scale_bands(scale: str) -> Mapping[str, str]:
    """Return the bands of a scale (`icd203`, `phia`): words to their share."""
    bands: Mapping[str, str] = tomllib.loads(
        files("briefing.render").joinpath("yardsticks.toml").read_text(encoding="utf-8")
    )[scale]
    return bands


def off_scale(hedges: Iterable[str], scale: str) -> tuple[str, ...]:
    """Return the hedge words that the scale does not have."""
    on_scale = {word.strip() for words in scale_bands(scale) for word in words.split(",")}
    return tuple(hedge for hedge in hedges if hedge.lower() not in on_scale)
