"""How an English sentence names states and bodies."""

from __future__ import annotations

import re

WITH_ARTICLE = re.compile(
    r"(?:United (?:States|Kingdom|Nations|Arab)|Netherlands|Philippines|Maldives|Bahamas|Gambia|Seychelles"
    r"|European |African Union|UN |Dominican |Central African|Marshall |Solomon |Cook |Democratic |Republic of "
    r"|Holy See|Czech Republic|Vatican)"
)
"""Names that an English sentence gives an article."""


def with_article(name: str) -> str:
    """Return an English name with its article where it has one."""
    return f"the {name}" if WITH_ARTICLE.match(name) else name
