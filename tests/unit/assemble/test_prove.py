"""What the proof lets pass as the words of a source, and what not."""

from __future__ import annotations

import pytest

from briefing.assemble.prove import follows


@pytest.mark.parametrize(
    ("printed", "source", "carried"),
    [
        ("This is the closest of ties.", "And this, of course, is the closest of ties.", True),
        ("It may close the port.", "But it may close the port.", True),
        ("This is one of the ties.", "And this is not one of the ties.", False),
        ("He left.", "He left in 2024.", False),
    ],
)
def test_words_left_out(printed: str, source: str, carried: bool) -> None:
    assert follows(printed.split(), source.split()) is carried
