"""The end of a content: the writer's weighing clause falls away, quoted ones stay."""

from __future__ import annotations

import pytest

from briefing.analyse.attribution.scope import settled, within_scope
from briefing.analyse.attribution.words import read_words


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        ("that the talks had failed, which could be a blow to the harbour", "that the talks had failed"),
        ("that the talks, which could be long, had failed", "that the talks, which could be long, had failed"),
        ("“the talks have failed, which could be a blow”", "“the talks have failed, which could be a blow”"),
        ("that the talks, which began in May, had failed", "that the talks, which began in May, had failed"),
        ("which would be", "which would be"),
    ],
)
def test_content_ends_before_the_writers_clause(content: str, kept: str) -> None:
    words = read_words(content, [(0, len(content))])
    _, begin, end = within_scope(words, (2, 0, len(words.texts)))
    assert content[words.extents[begin][0] : words.extents[end - 1][1]] == kept


def test_sources_are_left_alone() -> None:
    text = "the envoy, which could be a mistake"
    words = read_words(text, [(0, len(text))])
    assert within_scope(words, (0, 0, len(words.texts))) == (0, 0, len(words.texts))


def test_a_paragraph_of_a_running_quotation_is_content() -> None:
    first, second = "“It was cold.", "“It was dark.” Nobody came."
    text = f"{first}\n{second}"
    words = read_words(text, [(0, len(first)), (len(first) + 1, len(text))])
    assert settled(words, [(2, 0, 5)]) == [(2, 0, 5), (2, 5, 11)]
    assert settled(words, [(2, 0, 5), (2, 6, 9)]) == [(2, 0, 5), (2, 6, 9)]
