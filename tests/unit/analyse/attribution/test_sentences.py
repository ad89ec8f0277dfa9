"""Attributions of small texts, written in sentences.txt: title, text, one line an attribution."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing.analyse.attribution import find_attributions

PARTS = re.split(r"^\.\n", Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8"), flags=re.MULTILINE)
CASES = [pytest.param(PARTS[n + 1], PARTS[n + 2], id=PARTS[n].strip()) for n in range(0, len(PARTS) - 1, 3)]


def described(text: str) -> list[str]:
    """Return a line an attribution: source | cue | content | form, extents joined by a plus."""
    out = []
    for item in find_attributions(text, [m.span() for m in re.finditer(r"[^\n]+", text)]):
        parts = [" + ".join(text[a:b] for a, b in part) or "-" for part in (item.source, item.cue, item.content)]
        out.append(" | ".join([*parts, item.form]))
    return out


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_attributions_of(text: str, expected: str) -> None:
    assert described(text) == expected.splitlines()
