"""Where the words of an act begin and end."""

from __future__ import annotations

import re

from briefing.model.attribution import Extent
from briefing.model.findings import OptionStatus

CLAUSE_END = re.compile(
    r"[;:?!]|\.(?=\s|$|[\"”])|,?\s(?:but|which|although|though|because|whereas)\s|,\s(?:saying|adding)\s|,\s(?:while|as"
    r"|after|with|where"
    r"|he|she|said|says|according)\b|\s[–—-]{1,2}\s|[\"”],?\s(?:he|she|the|said|[A-Z])"
)
FINITE = re.compile(r"\s(?:is|are|was|were|has|have|had|will|would|may|might|could|can)\b")
"""What a named choice is said to be or do: `the offer to talk |was refused`."""
WHICH_ONE = re.compile(r"\swhich\s\w")
"""`determine |which species are covered`: the question belongs to the verb."""
ASIDE = re.compile(r",\s(?:\w+ly\s)?\w+ing\s(?!.*\band\s\w+ing\b)")
"""A participle that comments on the act: `hold talks, calling it urgent`."""
SPOKEN = re.compile(
    r",\s[^;]{2,120}?\s(?:said|says|warned|told\s\w+|added|announced|stated|wrote|argued|reported|explained|insisted)"
    r"(?:,?\s(?:on|in|at|after|during|late|early|earlier|this|last|yesterday|today|to|via|through)\b[^;]{0,80})?\W*$"
)
"""`…, Foreign Minister Ola Nord said on Tuesday`: who says so."""
Found = tuple[tuple[str, ...], Extent, OptionStatus, str]
"""Agents, words of the act, status, words of the cue."""


def act_extent(text: str, begin: int) -> Extent:
    """Return the words of an act that begins at `begin`: to the end of its clause, without a closing `he said`."""
    begin += len(text[begin:]) - len(text[begin:].lstrip(' \n\t"“‘'))
    end = clause_end(text, begin)
    asks = WHICH_ONE.match(text, end)
    end = clause_end(text, asks.end()) if asks and " " not in text[begin:end] else end
    aside = ASIDE.search(text, begin, end)
    end = aside.start() if aside else end
    tail = SPOKEN.search(text, begin, end)
    return (begin, tail.start() if tail else end)


def clause_end(text: str, begin: int) -> int:
    """Return where the clause that holds `begin` ends, before its closing mark."""
    found = CLAUSE_END.search(text, begin)
    return found.start() if found else len(text.rstrip())
