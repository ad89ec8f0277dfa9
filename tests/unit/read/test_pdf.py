"""PDF files: order of reading, furniture apart, broken words whole, pages known, scans and broken files refused."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from PIL.Image import Image
from reportlab.pdfgen.canvas import Canvas

from briefing.errors import UnreadableSource
from briefing.read.draft import Draft
from briefing.read.limits import Limits
from briefing.read.pdf.hyphens import Joiner
from briefing.read.pdf.reader import read_pdf

LEFT = [
    "The ferry between the mainland and",
    "the islands will run again in April,",
    "the council decided late on Friday.",
    "Its members had argued for three",
    "long winters over who should pay",
    "for a boat that nobody wanted.",
    "Most of them now say the price is",
    "fair and that the wait was not.",
]
RIGHT = [
    "Critics answer that the harbour is",
    "too shallow for any boat of such a",
    "size, and that nobody has paid for",
    "the dredging that would be needed.",
    "The harbour master declined to say",
    "how deep the channel is at present.",
    "A survey of the channel is planned",
    "for the first weeks of next year.",
]


def made(*pages: Callable[[Canvas], None]) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(612, 792), invariant=1)
    canvas.setTitle("Note on the ferry")
    canvas.setAuthor("Mara Lindqvist")
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def write(canvas: Canvas, lines: list[str], x: float, y: float, size: float = 11, font: str = "Helvetica") -> None:
    canvas.setFont(font, size)
    for n, line in enumerate(lines):
        canvas.drawString(x, y - 13 * n, line)


def read(data: bytes, ocr: bool = False) -> Draft:
    return read_pdf("note.pdf", data, Limits(), ocr)


def words(draft: Draft, kind: str) -> list[str]:
    return [draft.text[b.start : b.end] for b in draft.blocks if b.kind == kind]


def two_columns(canvas: Canvas) -> None:
    write(canvas, ["A boat for the islands"], 72, 700, 20, "Helvetica-Bold")
    for n in range(len(LEFT)):  # drawn line by line across both columns, as some programs do
        write(canvas, [LEFT[n]], 72, 640 - 13 * n)
        write(canvas, [RIGHT[n]], 330, 640 - 13 * n)


def test_columns_are_read_one_after_the_other() -> None:
    draft = read(made(two_columns))
    assert draft.text.index("that the wait was not.") < draft.text.index("Critics answer")
    assert words(draft, "title") == ["A boat for the islands"]
    assert words(draft, "paragraph")[0].startswith("The ferry between the mainland and the islands will run")


def numbered(number: int) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        write(canvas, ["Island council: note on the ferry"], 72, 760, 8)
        write(canvas, LEFT, 72, 690)
        write(canvas, [f"1{number} {('Ibid.', 'See the minutes.', 'Told in confidence.')[number - 1]}"], 72, 80, 8)
        write(canvas, [f"Page {number} of 3"], 280, 30, 8)

    return draw


def test_running_heads_page_numbers_and_footnotes_stand_apart() -> None:
    draft = read(made(*(numbered(n) for n in (1, 2, 3))))
    assert words(draft, "header") == ["Island council: note on the ferry"] * 3
    assert words(draft, "footer") == ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"]
    assert words(draft, "footnote") == ["11 Ibid.", "12 See the minutes.", "13 Told in confidence."]
    assert draft.pages == 3


def test_every_block_knows_its_page() -> None:
    draft = read(made(*(numbered(n) for n in (1, 2, 3))))
    assert [b.page for b in draft.blocks if b.kind == "footer"] == [1, 2, 3]
    assert all(b.page for b in draft.blocks)


def test_a_paragraph_runs_on_over_the_page() -> None:
    def first(canvas: Canvas) -> None:
        write(canvas, [*LEFT[:6], "Most of them still hold that the price is"], 72, 700)

    def second(canvas: Canvas) -> None:
        write(canvas, ["fair, and will say so when they are asked about it."], 72, 700)

    assert "the price is fair, and will say so" in read(made(first, second)).text


def test_a_reference_to_a_note_is_no_part_of_its_word() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, LEFT, 72, 700)
        write(canvas, ["They have an army"], 72, 560)
        end = 72 + canvas.stringWidth("They have an army", "Helvetica", 11)
        write(canvas, ["12"], end, 565, 6)

    assert "They have an army" in read(made(draw)).text
    assert "army12" not in read(made(draw)).text
    assert "army 12" not in read(made(draw)).text


def test_rows_of_a_table_keep_their_cells() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, LEFT, 72, 700)
        for n, (season, crossings) in enumerate((("Season", "Crossings"), ("Summer", "11"), ("Winter", "4"))):
            write(canvas, [season], 72, 560 - 16 * n)
            write(canvas, [crossings], 300, 560 - 16 * n)

    assert words(read(made(draw)), "table_row") == ["Season | Crossings", "Summer | 11", "Winter | 4"]


def test_bullets_make_list_items_without_their_mark() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, LEFT, 72, 700)
        write(canvas, ["\u2022 Tickets stay cheap for all who", "   live on the outer islands."], 90, 560)
        write(canvas, ["\u2022 Cars pay double."], 90, 530)

    assert words(read(made(draw)), "list_item") == [
        "Tickets stay cheap for all who live on the outer islands.",
        "Cars pay double.",
    ]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_drawn_on_its_side_is_read_upright(turn: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(306, 396)
        canvas.rotate(turn)
        write(canvas, LEFT, -250, 200)

    assert read(made(draw)).text.startswith("The ferry between the mainland and the islands will run")


def test_properties_become_hints() -> None:
    hints = read(made(two_columns)).hints
    assert (hints.title, hints.author) == ("Note on the ferry", "Mara Lindqvist")


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["The govern-", "ment fell. The government"], "The government fell. The government"),
        (
            ["A long-", "term plan. The term is long. Our long-term aim"],
            "A long-term plan. The term is long. Our long-term aim",
        ),
        (["Anglo-", "American talks"], "Anglo-American talks"),
        (["see https://harbour.example/the-", "boat for more"], "see https://harbour.example/the-boat for more"),
        (["soft\u2010", "ness"], "softness"),
        (["ten ships", "sailed"], "ten ships sailed"),
    ],
)
def test_words_broken_at_the_line_are_whole_again(lines: list[str], joined: str) -> None:
    assert Joiner(lines).join(lines) == joined


def test_pictures_of_pages_are_told_as_such() -> None:
    with pytest.raises(UnreadableSource, match=r"pictures of pages.*--ocr"):
        read(made(lambda canvas: canvas.rect(72, 72, 400, 600, fill=1), lambda canvas: canvas.rect(1, 1, 9, 9)))


@pytest.mark.skipif(shutil.which("tesseract") is not None, reason="tells what is said where tesseract is missing")
def test_recognition_without_its_program_says_so() -> None:
    with pytest.raises(UnreadableSource, match="tesseract is not installed"):
        read(made(lambda canvas: canvas.rect(72, 72, 400, 600, fill=1)), ocr=True)


def test_recognised_pages_are_read_and_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[int, int]] = []

    def recognise(picture: Image) -> str:
        seen.append(picture.size)
        return "The first\nparagraph.\n\nThe second."

    monkeypatch.setattr(shutil, "which", lambda program: f"/usr/bin/{program}")
    monkeypatch.setitem(sys.modules, "pytesseract", SimpleNamespace(image_to_string=recognise))
    draft = read(made(lambda canvas: canvas.rect(72, 72, 400, 600, fill=1)), ocr=True)
    assert words(draft, "paragraph") == ["The first paragraph.", "The second."]
    assert draft.notes
    assert min(seen[0]) > 2500


@pytest.mark.parametrize(
    ("data", "cause"),
    [(b"", "empty"), (b"words", "not a PDF"), (b"%PDF-1.7\nbroken", "damaged")],
)
def test_each_fault_has_its_cause(data: bytes, cause: str) -> None:
    with pytest.raises(UnreadableSource, match=cause):
        read(data)


def test_a_password_is_told() -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream, encrypt="secret")
    canvas.drawString(72, 700, "Words nobody may read.")
    canvas.save()
    with pytest.raises(UnreadableSource, match="password"):
        read(stream.getvalue())


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(UnreadableSource, match="3 pages"):
        read_pdf("note.pdf", made(*(numbered(n) for n in (1, 2, 3))), Limits(max_pages=2))


def test_the_same_bytes_give_the_same_draft() -> None:
    data = made(two_columns, numbered(2))
    assert read(data) == read(data)
