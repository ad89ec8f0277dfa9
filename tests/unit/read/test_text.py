"""Plain text as it really comes: encodings, line ends, soft wraps; offsets stay those of the file."""

from __future__ import annotations

import codecs
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import InputError, UnreadableSource
from briefing.read import read_bytes
from briefing.read.decode import decode
from briefing.read.roles.lines import paragraphs, wrap_width
from briefing.read.roles.lines import split_lines as lines_of

WORDS = "Der Minister sprach über die Fähre, “und zwar lange”."


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode("utf-8"),
        WORDS.encode("utf-16-le"),
        WORDS.encode("utf-16-be"),
        WORDS.encode("cp1252"),
    ],
    ids=["utf-8", "utf-16-le without mark", "utf-16-be without mark", "windows"],
)
def test_encodings(data: bytes) -> None:
    assert decode(data) == WORDS


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF32_BE, "utf-32-be")],
)
def test_byte_order_mark_stays_a_character(mark: bytes, encoding: str) -> None:
    assert decode(mark + WORDS.encode(encoding)) == "\ufeff" + WORDS


def test_declared_charset_counts_before_guessing() -> None:
    assert decode("연락선".encode("euc-kr"), declared="euc-kr") == "연락선"
    assert decode(b"plain", declared="no-such-charset") == "plain"


def test_a_broken_byte_does_not_spoil_the_rest() -> None:
    assert decode(WORDS.encode() + b" \xe4 " + WORDS.encode()) == f"{WORDS} \ufffd {WORDS}"


def test_binary_data_is_refused() -> None:
    with pytest.raises(UnreadableSource, match="binary"):
        decode(bytes(range(32)) * 40)


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\u2028"])
def test_line_ends_stay_and_separate_paragraphs(end: str) -> None:
    text = end.join(["The ferry talks ended on Sunday, officials said.", "", "Nobody in the harbour was content."])
    document = read_bytes("a.txt", text.encode())[0]
    assert document.text == text
    assert [document.text[b.start : b.end] for b in document.blocks] == text.split(end * 2)


def test_soft_wraps_are_joined() -> None:
    text = (
        "The ferry talks ended on Sunday without a word from\n"
        "either side, and the council of the islands did not\n"
        "answer a request for comment. It will meet again in\n"
        "May.\n"
        "The mainland said that the ferry would stay where it\n"
        "was until somebody paid.\n"
    )
    assert [text[b.start : b.end].split("\n")[0][:9] for b in paragraphs(text)] == ["The ferry", "The mainl"]


def test_lines_of_paragraph_length_are_not_wrapped() -> None:
    line = "The ferry talks ended on Sunday without a word from either side, and the council did not answer at all."
    text = "\n".join([line, line, line])
    assert wrap_width(lines_of(text)) is None
    assert len(paragraphs(text)) == 3


def test_a_sentence_runs_over_a_page_break_in_a_scan() -> None:
    text = (
        "The ferry talks ended on Sunday without a word from\n"
        "either side, and the council of the islands did not\n\n"
        "answer a request for comment. It will meet again in\n"
        "early summer, and the mainland will then say what\n"
        "it wants.\n"
    )
    assert len(paragraphs(text)) == 1


def test_form_feeds_count_pages() -> None:
    blocks = paragraphs("The ferry sails.\n\fIt stays where it is.\n\fIt sinks.")
    assert [block.page for block in blocks] == [1, 2, 3]
    assert [block.page for block in paragraphs("The ferry sails.")] == [None]


def test_list_items_lose_their_bullets() -> None:
    text = "Three things matter:\n\n- the ferry\n- the pier\n• the price\n1) the people of the islands\n"
    items = [text[b.start : b.end] for b in paragraphs(text) if b.kind == "list_item"]
    assert items == ["the ferry", "the pier", "the price", "1) the people of the islands"]


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=400))
def test_any_text_keeps_its_offsets(text: str) -> None:
    try:
        document = read_bytes("any.txt", text.encode("utf-8", errors="surrogatepass"))[0]
    except InputError:
        return
    places = [(block.start, block.end) for block in document.blocks]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(document.text) for start, end in places)
    assert all(a[1] <= b[0] for a, b in pairwise(places))


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "Ferry talks end",
                "By Jane Roe",
                "MR. ROE: Yes.",
                "Q: Why?",
                "",
                "(CNN) The ferry stays where it is.",
                "Read more",
                "The mayor said so. (Reporting by Jane Roe)",
                "- the pier",
                "Mr. President,",
                "Thank you. /END/",
                "2",
                "A ferry. (Photo: AP/Roe)",
                "Yes! — Roe (@roe) May 5, 2020",
            ]
        ),
        max_size=14,
    )
)
def test_any_order_of_forms_keeps_blocks_apart(rows: list[str]) -> None:
    text = "\n".join(rows)
    if not text.strip():
        return
    blocks = read_bytes("any.txt", text.encode())[0].blocks
    assert all(a.end <= b.start for a, b in pairwise(blocks))
    assert all(block.start < block.end for block in blocks)
