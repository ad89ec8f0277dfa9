"""Cleaning, words, hyphens and lines."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.blocks import Inline, Label, LineBreak, NoteMark, Text
from briefing.model.theme import Theme
from briefing.write.pdf.cleaning import clean
from briefing.write.pdf.hyphens import break_places
from briefing.write.pdf.lines import Line, LineBreaker
from briefing.write.pdf.pens import make_styles
from briefing.write.pdf.tree import Node
from briefing.write.pdf.typeface import Typefaces
from briefing.write.pdf.words import Setter

THEME = Theme()
STYLES = make_styles(THEME)


def broken(*inlines: Inline, measure: float, language: str | None = "en", hyphenate: bool = True) -> list[Line]:
    faces = Typefaces()
    setter = Setter(faces, STYLES.label, frozenset(), "#000000")
    words = setter.words(inlines, STYLES.body, Node("P", None), language)
    return LineBreaker(faces, hyphenate=hyphenate).lines(words, measure)


def shown(lines: list[Line]) -> list[str]:
    return ["".join(run.text for run in line.runs) for line in lines]


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("a\tb\r\n  c", "a b c"),
        ("\u202eabc\u202c\u2066d\u2069", "abcd"),
        ("no\u00adhy\u2060phen\ufeff", "nohyphen"),
        ("x\x00\x1b\x9fy", "xy"),
        ("1\u2009000\u00a0t", "1 000\u00a0t"),
        ("e\u0301 \u1112\u1161\u11ab", "é 한"),
        ("\ud83d", "\ufffd"),
    ],
)
def test_what_would_steer_the_page_is_taken_out(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@pytest.mark.parametrize("sign", ["∯", "☐", "-∯-☐-"])
def test_signs_that_only_faces_without_a_space_have_are_set(sign: str) -> None:
    assert shown(broken(Text(f"ring {sign} now"), measure=200)) == [f"ring {sign} now"]


def test_names_figures_and_short_words_are_never_hyphenated() -> None:
    assert break_places("administration", "en")
    assert break_places("(administration),", "en")
    assert break_places("Verwaltung", "de") == ()
    for word in ("Vladivostok", "G20-group", "policy", "UNITED"):
        assert break_places(word, "en") == ()
    assert break_places("administration", "xx") == ()


def test_a_short_line_is_filled_with_part_of_a_long_word() -> None:
    words = Text("the administration")
    assert shown(broken(words, measure=80)) == ["the administra\u00ad", "tion"]
    assert shown(broken(words, measure=80, hyphenate=False)) == ["the ", "administration"]


def test_korean_breaks_at_spaces_and_inside_a_word_only_when_it_must() -> None:
    lines = shown(broken(Text("수출 허가를 중단했으며"), measure=70, language="ko"))
    assert lines == ["수출 허가를 ", "중단했으며"]
    assert len(broken(Text("가나다라마바사아자차카타파하" * 3), measure=70, language="ko")) > 4


def test_a_note_mark_stays_with_its_word_and_adjacent_marks_are_apart() -> None:
    lines = broken(Text("word"), NoteMark("a", 1), NoteMark("b", 2), Text(" next"), measure=400)
    assert shown(lines) == ["word1,2 next"]
    assert lines[0].notes == ("a", "b")
    assert lines[0].anchors == ("mark-a", "mark-b")


def test_a_label_is_one_piece_and_words_of_two_scripts_keep_their_space() -> None:
    line = broken(Label("author’s view"), Text(" 한국 said"), measure=400)[0]
    assert (line.runs[0].text, line.runs[0].pen.face) == ("author’s view", "NotoSans-Regular")
    assert "".join(run.text for run in line.runs) == "author’s view 한국 said"


def test_an_address_breaks_after_its_signs() -> None:
    lines = shown(broken(Text("https://example.org/one/two/three?four=five"), measure=110))
    assert len(lines) > 1
    assert all(line[-1] in "/.?&=_#%-" for line in lines[:-1])


def test_a_hyphen_that_is_no_division_is_told_from_one_at_the_end_of_a_line() -> None:
    assert shown(broken(Text("licence-holding"), measure=60)) == ["licence-\u200b", "holding"]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab -—/.é한韓0", max_size=120), st.floats(min_value=12, max_value=300))
def test_lines_hold_all_the_words_and_none_is_wider_than_the_measure(words: str, measure: float) -> None:
    lines = broken(Text(words), measure=measure)
    read = "".join(shown(lines)).replace("\u00ad", "").replace("\u200b", "")
    assert read.split() == clean(words).split()
    assert all(line.width <= measure + 0.02 for line in lines)


def test_a_heading_leaves_no_word_alone_on_its_last_line() -> None:
    faces = Typefaces()
    setter = Setter(faces, STYLES.label, frozenset(), "#000000")
    title = Text("Why troops in the north are raising concerns in the south of the country now")
    words = setter.words((title,), STYLES.title, Node("H1", None), "en")
    breaker = LineBreaker(faces, hyphenate=False)
    measure = next(m for m in range(300, 600) if breaker.lines(words, m)[-1].width < m / 6)
    plain, even = breaker.lines(words, measure), breaker.balanced(words, measure)
    assert len(even) == len(plain)
    assert even[-1].width > 2 * plain[-1].width


def test_a_line_ended_on_purpose_keeps_its_words_apart() -> None:
    lines = broken(Text("one"), LineBreak(), Text("two"), measure=300)
    assert shown(lines) == ["one ", "two"]
    assert [line.ends for line in lines] == [True, False]
