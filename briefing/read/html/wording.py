"""The names pages give their parts, the wordings around an article, what each cue counts for (cues/pages.toml)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefing.read.cues import table


def _patterns(section: str) -> Mapping[str, re.Pattern[str]]:
    return {name: re.compile("|".join(lines), re.I) for name, lines in table("pages")[section].items()}


NAMES: Mapping[str, re.Pattern[str]] = _patterns("names")
"""What a class or identifier is called where it holds something other than (or, for `body`, just) the article."""
WORDING: Mapping[str, re.Pattern[str]] = _patterns("wording")
WEIGHTS: Mapping[str, float] = table("pages").get("weights", {})
"""What each cue counts for; a cue not named here counts for nothing."""
