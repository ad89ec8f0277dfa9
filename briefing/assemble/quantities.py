"""The figures that a sentence gives of things, for telling whether two sentences differ in them."""

from __future__ import annotations

import re

from briefing.assemble.words import FUNCTION_WORDS, stem

FIGURE = re.compile(
    r"(?P<value>\d[\d,]*(?:\.\d+)?)\s?(?P<scale>%|per ?cent|thousand|million|billion"
    r"|trillion)?\s+(?:\w+ ){0,2}?(?P<unit>[a-z]{4,})"
)
MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s$")
YEARS = range(1900, 2100)


def count_figures(text: str) -> int:
    """Count the things that `text` gives figures of."""
    return len(read_figures(text))


def read_figures(text: str) -> dict[tuple[str, str], set[str]]:
    """Return the figures of `text` by scale and unit: `1,500 troops` under `("", "troop")`; years are no figures."""
    found: dict[tuple[str, str], set[str]] = {}
    for figure in FIGURE.finditer(text):
        value = figure["value"].replace(",", "")
        year = value.isdigit() and int(value) in YEARS and not figure["scale"]
        if year or MONTH.search(text[: figure.start()]) or figure["unit"] in FUNCTION_WORDS:
            continue
        found.setdefault(((figure["scale"] or "").lower(), stem(figure["unit"])), set()).add(value)
    return found
