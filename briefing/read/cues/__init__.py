"""The wordings by which furniture, credits and forms of documents are told: data files beside this module."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> Mapping[str, Any]:
    """Return the data file `name` (without suffix)."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def pattern(name: str, *, file: str = "roles") -> re.Pattern[str]:
    """Return one pattern that matches where any line of the list `name` in `file` does.

    A list is read without regard to case, unless its name ends in `_cased`.
    """
    flags = 0 if name.endswith("_cased") else re.IGNORECASE
    return re.compile("|".join(f"(?:{line})" for line in table(file)[name]), flags)


@cache
def word_list(name: str) -> frozenset[str]:
    """Return the words of the list `name` in words.toml."""
    return frozenset(table("words")[name].split())
