"""The words of a language that the tool itself prints, and its forms of dates and numbers."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from briefing.model.names import with_article

Words = Mapping[str, str]


@cache
def _codes() -> Mapping[str, str]:
    """Return the codes of territories by their English names."""
    return {name: code for code, name in Locale("en").territories.items() if code.isalpha()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The labels of one language; each field is a table of its TOML file."""

    locale: str
    """CLDR locale (`en_GB`, `en_US`, `ko_KR`)."""
    sections: Words = field(default_factory=dict)
    columns: Words = field(default_factory=dict)
    kinds: Words = field(default_factory=dict)
    kind_meanings: Words = field(default_factory=dict)
    statuses: Words = field(default_factory=dict)
    status_meanings: Words = field(default_factory=dict)
    genres: Words = field(default_factory=dict)
    aspects: Words = field(default_factory=dict)
    changes: Words = field(default_factory=dict)
    lines: Words = field(default_factory=dict)
    figures: Words = field(default_factory=dict)
    texts: Words = field(default_factory=dict)

    @property
    def language(self) -> str:
        """Return the language alone (`en`)."""
        return self.locale.split("_")[0]

    def date(self, iso: str | None) -> str:
        """Return a date in full, as far as it is known (`24 October 2024`, `October 2024`, `2024`)."""
        return self._dated(iso, "long", "yMMMM")

    def day(self, iso: str | None) -> str:
        """Return a date in short for tables (`24 Oct 2024`), in one piece: its spaces do not break."""
        return self._dated(iso, "medium", "yMMM").replace(" ", "\u00a0")

    def number(self, value: float) -> str:
        """Return a number with the language's separators."""
        return str(format_decimal(value, locale=self.locale))

    def actor(self, name: str) -> str:
        """Return the name of a state, or of who speaks for it, in this language where `name` is English."""
        if self.language == "en":
            return name
        before, comma, last = name.rpartition(", ")
        return before + comma + str(Locale.parse(self.locale).territories.get(_codes().get(last, ""), last))

    def within(self, name: str) -> str:
        """Return the name of a state as it stands inside a sentence: `the United States`."""
        return with_article(name) if self.language == "en" else self.actor(name)

    def _dated(self, iso: str | None, form: str, skeleton: str) -> str:
        if iso is None or not iso[:4].isdigit():
            return self.texts["undated"]
        parts = [int(part) for part in iso.split("-")]
        if len(parts) == 1:
            return str(format_skeleton("y", datetime.date(parts[0], 1, 1), locale=self.locale))
        if len(parts) == 2:
            return str(format_skeleton(skeleton, datetime.date(parts[0], parts[1], 1), locale=self.locale))
        return str(format_date(datetime.date(parts[0], parts[1], parts[2]), format=form, locale=self.locale))
