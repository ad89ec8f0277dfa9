"""The roles of blocks, on invented documents that hold the forms real ones have."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.read import read_bytes
from briefing.read.roles.datelines import find_dateline
from briefing.read.roles.furniture import is_caption, is_promotion

HERE = Path(__file__).parent


def _rows(name: str) -> list[str]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _documents() -> Iterator[tuple[str, str, list[str]]]:
    for case in (HERE / "documents.txt").read_text(encoding="utf-8").split("\n=== ")[1:]:
        name, rest = case.split("\n", 1)
        text, expected = rest.split("\n---\n")
        yield name, text, [line for line in expected.splitlines() if line]


@pytest.mark.parametrize(("name", "text", "expected"), [pytest.param(*case, id=case[0]) for case in _documents()])
def test_roles_of_a_document(name: str, text: str, expected: list[str]) -> None:
    document = read_bytes("invented.txt", text.encode())[0]
    assert document.text == text
    found = []
    for block, line in zip(document.blocks, expected, strict=False):
        begins = re.sub(r" \[[^\]]+\]$", "", line).split(" ", 1)[1]
        words = " ".join(document.text[block.start : block.end].split())
        speaker = f" [{block.speaker}]" if block.speaker and line.endswith("]") else ""
        found.append(f"{block.kind} {words[: len(begins)]}{speaker}")
    assert found == expected
    assert len(document.blocks) == len(expected)


@pytest.mark.parametrize("row", _rows("datelines.txt"))
def test_dateline(row: str) -> None:
    words, line, place, agency = (None if part == "-" else part for part in row.split(" | "))
    assert words is not None
    found = find_dateline(words)
    assert (words[: found.stop] if found else None) == line
    assert (found.place if found else None) == place
    assert (found.agency if found else None) == agency


@pytest.mark.parametrize("row", _rows("lines.txt"))
def test_line_by_its_wording(row: str) -> None:
    kind, words = row.split(": ", 1)
    told = "caption" if is_caption(words) else "promotion" if is_promotion(words) else "text"
    assert told == kind


@pytest.mark.parametrize(
    "words", ["FF" + "." * 35 + "r", "A" + " ." * 200 + "x", "AB " * 400 + "x", "Ab of " * 400 + "!"]
)
def test_what_looks_like_a_long_label_takes_no_time(words: str) -> None:
    began = time.process_time()
    assert read_bytes("invented.txt", words.encode())[0].text == words
    assert time.process_time() - began < 2
