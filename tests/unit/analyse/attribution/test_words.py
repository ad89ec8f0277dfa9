"""Words of paragraphs: extents, sentence openings, categories within their tables."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefing.analyse.attribution.words import PLACES, SHAPES, read_words


def test_words_are_cut_from_the_text_itself() -> None:
    text = "The U.S. isn’t well-placed, Kim (김정은) said."
    words = read_words(text, [(0, len(text))])
    assert words.texts == ("The", "U.S.", "isn’t", "well-placed", ",", "Kim", "(", "김정은", ")", "said", ".")
    assert all(text[a:b] == word for (a, b), word in zip(words.extents, words.texts, strict=True))


def test_only_the_given_paragraphs_are_read() -> None:
    text = "Headline here\nBody one.\nBody two."
    words = read_words(text, [(14, 23), (24, 33)])
    assert words.texts == ("Body", "one", ".", "Body", "two", ".")
    assert words.paragraph == (0, 0, 0, 1, 1, 1)


def test_lines_that_end_sentences_are_paragraphs_of_their_own() -> None:
    text = "“We lost.”\n“They won.” — Ann Hall\n“So?” A long line\nwrapped here. The end.\nNext."
    words = read_words(text, [(0, len(text))])
    first = [at for at in range(len(words.texts)) if at == 0 or words.paragraph[at] != words.paragraph[at - 1]]
    assert [text[words.extents[at][0] :][:6] for at in first] == ["“We lo", "“They ", "“So?” ", "Next."]


def test_a_sentence_opens_after_the_stop_and_its_closing_mark() -> None:
    text = "“We will go.” He left. Then (at last.) rest"
    words = read_words(text, [(0, len(text))])
    openings = [word for word, opens in zip(words.texts, words.opens_sentence, strict=True) if opens]
    assert openings == ["“", "He", "Then", "rest"]


@given(st.lists(st.text(max_size=40), max_size=6))
def test_every_category_stays_within_its_table(lines: list[str]) -> None:
    text = "\n".join(line.replace("\n", " ") for line in lines)
    ends = [0]
    for line in text.split("\n"):
        ends.append(ends[-1] + len(line) + 1)
    words = read_words(text, [(a, b - 1) for a, b in pairwise(ends)])
    assert all(0 <= shape < SHAPES for shape in words.shape)
    assert all(0 <= place < PLACES for place in words.place)
