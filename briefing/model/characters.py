"""Characters that no page may carry: what steers machines, hides words or turns their order."""

from __future__ import annotations

import re

_WHITE = re.compile("[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f]"
)
_LONE = re.compile("[\ud800-\udfff]")


def legible(text: str) -> str:
    """Return `text` with line ends as spaces, half characters as U+FFFD and without controls and forced directions.

    >>> legible("a\\tb\\x00 \\u202ec")
    'a b c'
    """
    if text.isprintable():
        return text
    return _LONE.sub("\ufffd", _HIDDEN.sub("", _WHITE.sub(" ", text)))
