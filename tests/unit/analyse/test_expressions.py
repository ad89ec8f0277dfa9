"""Which words are a date."""

from __future__ import annotations

import pytest

from briefing.analyse.time.expressions import PATTERNS


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("It began on October 7.", True),
        ("It began on October 7th, they said.", True),
        ("They call for more October 7ths.", False),
        ("It closed in the May 1s of old.", False),
    ],
)
def test_a_day_in_the_plural_is_no_date(text: str, dated: bool) -> None:
    assert any(pattern.search(text) for name, pattern in PATTERNS if name == "month_day") is dated
