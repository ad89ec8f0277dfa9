"""Likelihood words that are printed, and where they stand on a published scale; their authors did not use it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from briefing.assemble.wording import Wording
from briefing.profile import Yardstick

LIKELIHOOD = re.compile(
    r"\b(?:almost certain(?:ly)?|nearly certain|almost no chance|remote chance|remote|very (?:un)?likely"
    r"|highly (?:un)?likely"
    r"|highly (?:im)?probable|(?:un)?likely|(?:im)?probabl[ey]|roughly even|even chance|realistic possibility"
    r"|possibl[ey]|perhaps"
    r"|may well|may|might|could|looks like|seems?|appears?|inevitabl[ey]|certain(?:ly)?|expected)\b",
    re.IGNORECASE,
)
ICD203: Mapping[str, str] = {
    "almost no chance": "1–5 %",
    "remote": "1–5 %",
    "very unlikely": "5–20 %",
    "highly improbable": "5–20 %",
    "unlikely": "20–45 %",
    "improbable": "20–45 %",
    "roughly even": "45–55 %",
    "even chance": "45–55 %",
    "likely": "55–80 %",
    "probable": "55–80 %",
    "probably": "55–80 %",
    "very likely": "80–95 %",
    "highly probable": "80–95 %",
    "almost certain": "95–99 %",
    "almost certainly": "95–99 %",
    "nearly certain": "95–99 %",
}
PHIA: Mapping[str, str] = {
    "remote chance": "≤ 5 %",
    "highly unlikely": "10–20 %",
    "unlikely": "25–35 %",
    "realistic possibility": "40–<50 %",
    "likely": "55–75 %",
    "probable": "55–75 %",
    "probably": "55–75 %",
    "highly likely": "80–90 %",
    "almost certain": "≥ 95 %",
    "almost certainly": "≥ 95 %",
}
SCALES: Mapping[Yardstick, tuple[str, Mapping[str, str]]] = {"icd203": ("ICD 203", ICD203), "phia": ("PHIA", PHIA)}


def hedge_words(texts: Iterable[str], yardstick: Yardstick, wording: Wording) -> tuple[str, ...]:
    """Return the likelihood words of `texts` in alphabetical order, with a yardstick each with its band."""
    words = sorted({found.group().lower() for text in texts for found in LIKELIHOOD.finditer(text)})
    if yardstick == "none":
        return tuple(words)
    name, scale = SCALES[yardstick]
    return tuple(
        wording.say("band", word=word, band=scale[word], scale=name)
        if word in scale
        else wording.say("no_band", word=word, scale=name)
        for word in words
    )
