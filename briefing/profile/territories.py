"""Names and codes of states and unions, as CLDR has them."""

from __future__ import annotations

from functools import cache

from babel import Locale


@cache
def _names(language: str) -> dict[str, str]:
    return {code: name for code, name in Locale.parse(language).territories.items() if len(code) == 2}


@cache
def _codes() -> dict[str, str]:
    """Return folded English, local and alternative names with their codes."""
    codes: dict[str, str] = {}
    for language in ("ko", "en_GB", "en"):
        codes |= {_folded(name): code for code, name in _names(language).items()}
    return codes | _ALTERNATIVES


def _folded(name: str) -> str:
    words = name.lower().replace("&", "and").replace(".", "").split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


_ALTERNATIVES = {
    "us": "US",
    "usa": "US",
    "united states of america": "US",
    "uk": "GB",
    "britain": "GB",
    "great britain": "GB",
    "rok": "KR",
    "republic of korea": "KR",
    "dprk": "KP",
    "turkey": "TR",
    "burma": "MM",
    "myanmar": "MM",
    "ivory coast": "CI",
    "czech republic": "CZ",
    "uae": "AE",
    "prc": "CN",
    "people's republic of china": "CN",
    "holland": "NL",
    "palestine": "PS",
    "macedonia": "MK",
    "swaziland": "SZ",
    "hong kong": "HK",
    "congo": "CD",
    "bosnia": "BA",
    "east timor": "TL",
    "cape verde": "CV",
    "european union": "EU",
    "united nations": "UN",
}


def territory_code(name: str) -> str | None:
    """Return the code of a state named by code, English, Korean or usual other name; None when there is none.

    >>> territory_code("the United States"), territory_code("kr"), territory_code("Atlantis")
    ('US', 'KR', None)
    """
    if name.upper() in _names("en"):
        return name.upper()
    return _codes().get(_folded(name))


def territory_name(code: str, language: str = "en") -> str | None:
    """Return the name of the territory `code` in `language`; None when CLDR has none."""
    return _names(language).get(code)
