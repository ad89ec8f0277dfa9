"""The PDF as others read it: words, notes, links, tags, properties."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PIL import Image

from briefing.model.blocks import (
    Bitmap,
    Block,
    BulletList,
    Cell,
    Division,
    Figure,
    Heading,
    OrderedList,
    Paragraph,
    Quotation,
    Table,
)
from briefing.model.theme import Page, Theme
from briefing.write.pdf import write_pdf
from briefing.write.pdf.plain import plain
from tests.pages import META, long_pages, rich_pages
from tests.unit.write.pdf_reading import SAMPLES, dense, links, minimal, nodes, opened, texts


@pytest.fixture(scope="module")
def written() -> dict[str, bytes]:
    return {name: write_pdf(make(), Theme()) for name, make in SAMPLES.items()}


def _leaves(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield the words of every heading, paragraph and cell in order."""
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield plain(block.children)
            case BulletList() | OrderedList():
                for item in block.items:
                    yield from _leaves(item.blocks)
            case Quotation() | Division():
                yield from _leaves(block.blocks)
            case Table():
                for row in ((Cell(children=block.caption),), block.header, *block.rows):
                    yield from (plain(entry.children) for entry in row)
            case Figure():
                yield plain(block.caption)


@pytest.mark.parametrize("sample", ["rich", "korean"])
def test_every_word_is_read_back_in_order(written: dict[str, bytes], sample: str) -> None:
    pages = SAMPLES[sample]()
    read = dense(" ".join(texts(written[sample])))
    at = 0
    for leaf in _leaves(pages.blocks):
        for word in leaf.split():
            found = read.find(word.strip("."), at)
            assert 0 <= found - at < 900, f"“{word}” of “{leaf}” does not follow: {read[at : at + 80]}"
            at = found + len(word.strip("."))
    for entry in pages.notes:
        for words in _leaves(entry.blocks):
            assert dense(words) in read


def test_a_note_stands_on_the_page_of_its_mark_and_leads_back(written: dict[str, bytes]) -> None:
    pages = long_pages()
    pdf = opened(written["long"])
    numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
    seen: dict[str, list[tuple[int, int]]] = {}
    for number, words, annotation in links(pdf):
        if words.startswith("Notes "):
            seen.setdefault(words, []).append((number, numbers[annotation["/Dest"][0].objgen]))
    assert len(seen) == len(pages.notes)
    for words, jumps in seen.items():
        assert len(jumps) == 2, words
        assert jumps[0] == (jumps[0][0], jumps[0][0]), f"{words} is on another page than its mark"
        assert jumps[1] == jumps[0], f"{words} does not lead back"


def test_a_long_note_goes_on_at_the_foot_of_the_next_page(written: dict[str, bytes]) -> None:
    holding = [number for number, words in enumerate(texts(written["long"])) if "goes on without an end" in words]
    assert len(holding) > 1
    assert holding == list(range(holding[0], holding[0] + len(holding)))


def test_a_table_header_is_repeated_but_read_once(written: dict[str, bytes]) -> None:
    words = texts(written["rich"])
    assert sum("Actor Speaker Position Kind Date" in page for page in words) == 2
    pdf = opened(written["rich"])
    heads = [node for node in nodes(pdf) if node["/S"] == "/TH"]
    assert len(heads) == 5
    assert all(str(head["/A"]["/Scope"]) == "/Column" for head in heads)


def test_the_tags_say_what_things_are(written: dict[str, bytes]) -> None:
    pdf = opened(written["rich"])
    kinds = [str(node["/S"]) for node in nodes(pdf)]
    for kind in (
        "/H1",
        "/H2",
        "/H3",
        "/L",
        "/LI",
        "/Lbl",
        "/LBody",
        "/BlockQuote",
        "/TOC",
        "/TOCI",
        "/Figure",
        "/Note",
    ):
        assert kind in kinds
    figure = next(node for node in nodes(pdf) if node["/S"] == "/Figure")
    assert str(figure["/Alt"]).startswith("Timeline: licences stop")
    languages = {str(node["/Lang"]) for node in nodes(pdf) if "/Lang" in node}
    assert languages == {"ko", "ru"}


def test_every_font_is_embedded_and_maps_to_characters(written: dict[str, bytes]) -> None:
    for data in written.values():
        for page in opened(data).pages:
            for font in page["/Resources"]["/Font"].values():
                assert "/ToUnicode" in font
                assert "/FontFile2" in font["/DescendantFonts"][0]["/FontDescriptor"]


def test_the_outline_nests_the_headings(written: dict[str, bytes]) -> None:
    with opened(written["rich"]).open_outline() as outline:
        (title,) = outline.root
        assert [item.title for item in title.children][:2] == ["Key points", "Positions"]
        quotes = next(item for item in title.children if item.title == "Quoted sources")
        assert [item.title for item in quotes.children] == ["In other tongues"]


def test_contents_carry_the_page_of_each_heading(written: dict[str, bytes]) -> None:
    pages = texts(written["rich"])
    listed = dict(re.findall(r"(Key points|Positions|Pictures|Sources)[\u00a0 ]+(\d+)", pages[0]))
    for name, number in listed.items():
        assert name in pages[int(number) - 1]
    assert len(listed) == 4


def test_title_dates_and_hashes_are_in_the_properties(written: dict[str, bytes]) -> None:
    pdf = opened(written["rich"])
    assert str(pdf.docinfo["/Title"]) == META.title
    assert str(pdf.docinfo["/CreationDate"]) == "D:20270310000000Z"
    assert str(pdf.Root.Lang) == "en"
    packet = pdf.Root.Metadata.read_bytes().decode("utf-8")
    assert f"S1 sha256:{'ab' * 32}" in packet
    assert "<pdfuaid:part>1</pdfuaid:part>" in packet


def test_mark_and_page_number_stand_on_every_page(written: dict[str, bytes]) -> None:
    pages = texts(written["rich"])
    for number, words in enumerate(pages, 1):
        assert "Internal use only" in words
        assert f"Page {number} of {len(pages)}" in words


def test_paper_and_cover_follow_the_theme() -> None:
    theme = Theme(page=Page(paper="letter"), cover=True)
    pdf = opened(write_pdf(rich_pages(), theme))
    assert [float(side) for side in pdf.pages[0].MediaBox] == [0, 0, 612, 792]
    pages = texts(write_pdf(rich_pages(), theme))
    assert "Source base" in pages[0]
    assert "Bottom line" not in pages[0]
    assert "Bottom line" in pages[1]


def test_a_bitmap_is_laid_on_white_and_the_logo_is_not_read() -> None:
    image = io.BytesIO()
    Image.new("RGBA", (40, 20), (0, 0, 0, 0)).save(image, "PNG")
    picture = Bitmap(png=image.getvalue(), width=40, height=20)
    pages = replace(
        minimal(Figure(picture="map", alt="A map of nothing")), pictures=(("map", picture), ("logo", picture))
    )
    pdf = opened(write_pdf(pages, Theme(logo="logo.png")))
    images = pdf.pages[0].Resources.XObject
    assert len(images) == 2
    assert set(images["/I1"].read_bytes()) == {255}
    assert [str(node["/S"]) for node in nodes(pdf)].count("/Figure") == 1
