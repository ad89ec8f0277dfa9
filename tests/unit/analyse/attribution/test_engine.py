"""The shipped engine: the same result every way it is run, extents within the text, hard inputs."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from briefing.analyse.attribution import find_attributions
from briefing.analyse.attribution.engine import attributions_of
from briefing.analyse.attribution.model import WEIGHTS, load_model, read_tags, shipped_model
from briefing.analyse.attribution.words import read_words
from briefing.model.attribution import Attribution

ARTICLE = Path(__file__).with_name("article.txt").read_text(encoding="utf-8")


def lines(text: str) -> list[tuple[int, int]]:
    return [m.span() for m in re.finditer(r"[^\n]+", text)]


def found(text: str) -> tuple[Attribution, ...]:
    return find_attributions(text, lines(text))


def test_the_number_of_threads_changes_nothing() -> None:
    words = read_words(ARTICLE * 4, lines(ARTICLE * 4))
    tags, vectors = read_tags(shipped_model(), words)
    for threads in (1, 3):
        again, others = read_tags(load_model(WEIGHTS, threads), words)
        assert again == tags
        assert np.array_equal(others.asks, vectors.asks)
        assert np.array_equal(others.nobody, vectors.nobody)


def test_the_order_and_company_of_texts_change_nothing() -> None:
    texts = [ARTICLE, ARTICLE.split("\n")[0], ARTICLE * 3, "“No,” she said."]
    forth = [found(text) for text in texts]
    assert [found(text) for text in reversed(texts)] == forth[::-1]


def test_extents_lie_within_their_paragraphs_and_are_sorted() -> None:
    text = ARTICLE * 2
    result = found(text)
    begins = []
    for item in result:
        extents = [*item.source, *item.cue, *item.content]
        assert all(any(s <= a < b <= e for s, e in lines(text)) for a, b in extents)
        begins.append(min(extents))
    assert len(result) > 6
    assert begins == sorted(begins)


@pytest.mark.parametrize("text", ["", "\n", "…", "“", "“”", "김정은", "\U0001f600 \u200d", "a"])
def test_hardly_any_text_gives_no_attribution(text: str) -> None:
    assert not any(item.content for item in found(text))


def test_no_paragraphs_give_nothing() -> None:
    assert find_attributions(ARTICLE, []) == ()


def test_only_the_given_paragraphs_are_searched() -> None:
    first, second = lines(ARTICLE)[:2]
    only = find_attributions(ARTICLE, [second])
    assert only
    assert all(a >= second[0] > first[1] for item in only for a, _ in (*item.source, *item.cue, *item.content))


def test_a_paragraph_of_thousands_of_words_is_read_to_its_end() -> None:
    text = "The ferry was late again. " * 600 + "“We are sorry,” the harbour master told passengers."
    (item,) = [item for item in found(text) if item.source and item.source[0][0] > 26 * 600]
    assert text[slice(*item.source[0])] == "the harbour master"


@pytest.mark.slow
def test_a_book_is_linked_in_stretches() -> None:
    text = ARTICLE * 60
    result = found(text)
    assert sum(bool(item.source and item.content) for item in result) > 8 * 60


def test_a_very_long_sentence_does_not_break() -> None:
    text = "and then " * 1500 + "the minister said that nothing had happened."
    assert text.count("and") == 1500
    assert all(b <= len(text) for item in found(text) for _, b in item.content)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("program", "unwanted"),
    [
        ("import briefing.cli", ("onnxruntime", "torch", "transformers")),
        (
            "from briefing.analyse.attribution import find_attributions as f; t = 'He said no.'; f(t, [(0, 11)])",
            ("torch", "transformers"),
        ),
    ],
)
def test_what_is_not_imported(program: str, unwanted: tuple[str, ...]) -> None:
    check = f"{program}\nimport sys\nprint([m for m in {unwanted!r} if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_a_model_can_be_called_by_hand() -> None:
    text = "“We will wait,” the envoy said."
    assert attributions_of(read_words(text, lines(text)), shipped_model()) == found(text)
