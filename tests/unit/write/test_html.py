"""The web page: meaning in elements, nothing remote, every word escaped."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest
from lxml import html

from briefing.figures import draw
from briefing.model.blocks import (
    Bitmap,
    Contents,
    Figure,
    Heading,
    Label,
    Link,
    Note,
    NoteMark,
    PageBreak,
    Pages,
    PagesMeta,
    Paragraph,
    Strong,
    Text,
)
from briefing.model.lines import folded, lines_of
from briefing.model.theme import Theme
from briefing.profile import Profile
from briefing.render import Rendering, render
from briefing.verify.finished.page import read
from briefing.write import WRITERS
from briefing.write.html import write_html
from tests.factories import make_briefing

META = PagesMeta(title='A <b>"title"</b>', language="en-GB", as_of="2025-03-05", footer="Made & kept", mark="EMBARGO")


@pytest.fixture(scope="module")
def rendering() -> Rendering:
    return render(make_briefing(), Profile(length="full"), draw=draw)


@pytest.fixture(scope="module")
def page(rendering: Rendering) -> Any:
    return html.document_fromstring(WRITERS["html"].write(rendering.pages, rendering.theme))


def written(*blocks: Heading | Paragraph | Contents | PageBreak | Figure, **more: object) -> str:
    return write_html(Pages(meta=META, blocks=blocks, **more), Theme()).decode()  # type: ignore[arg-type]


def test_it_is_self_contained(rendering: Rendering) -> None:
    text = write_html(rendering.pages, rendering.theme).decode()
    assert not re.search(r"<script|<link|<iframe|@import|url\(\s*['\"]?http|src=\"(?!data:)", text)
    assert not re.search(r"\son\w+=", text)


def test_headings_are_in_order_and_the_language_is_named(page: Any) -> None:
    assert page.get("lang") == "en-GB"
    levels = [int(str(h.tag)[1]) for h in page.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_id_is_unique_and_every_inner_link_arrives(page: Any) -> None:
    ids = [str(e.get("id")) for e in page.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    targets = {str(a.get("href"))[1:] for a in page.iter("a") if str(a.get("href")).startswith("#")}
    assert targets <= set(ids)


def test_notes_lead_there_and_back(page: Any) -> None:
    marks = [a for a in page.iter("a") if a.get("role") == "doc-noteref"]
    notes = page.xpath("//section[@role='doc-endnotes']//li")
    assert len({a.get("href") for a in marks}) == len(notes)
    assert [int(str(note.get("value"))) for note in notes] == list(range(1, len(notes) + 1))
    assert all(note.xpath(".//a[@role='doc-backlink']") for note in notes)


def test_tables_have_column_headers_and_cells_their_labels(page: Any) -> None:
    for table in page.iter("table"):
        heads = [th.text_content() for th in table.iter("th")]
        assert {th.get("scope") for th in table.iter("th")} == {"col"}
        for row in table.xpath("./tbody/tr"):
            assert [td.get("data-label") for td in row] == heads
    first, second = page.xpath("//table[@class='positions']/tbody/tr")[:2]
    assert first[0].text_content() == "China"
    assert second[0].text_content() == "China"


def test_pictures_say_what_they_show(page: Any) -> None:
    titles = [t.text_content() for t in page.xpath("//*[local-name()='svg']/*[local-name()='title']")]
    assert len(titles) == 2
    assert all("China" in title for title in titles)


def test_it_reads_back_as_the_same_lines(rendering: Rendering) -> None:
    data = write_html(rendering.pages, rendering.theme)
    lines = [folded(line) for line in read(data, "x").lines]
    expected = [folded(line) for line in lines_of(rendering.pages.blocks, rendering.pages.notes)]
    assert [line for line in lines if line] == expected


def test_the_record_is_kept(rendering: Rendering) -> None:
    record = read(write_html(rendering.pages, rendering.theme), "x").record
    lines = rendering.pages.meta.lines
    assert record["briefing-lines"][: len(lines)] == lines
    assert record["briefing-evidence"] == rendering.pages.meta.evidence


def test_words_are_escaped_and_addresses_checked() -> None:
    text = written(
        Paragraph(children=(Text("<script>&"), Label("<i>"), Link("javascript:alert(1)", (Text("go"),)))),
        Paragraph(children=(Link('https://a.example/?x="y"&z', (Strong((Text("on"),)),)),), anchor='x"y'),
    )
    assert "&lt;script&gt;&amp;" in text
    assert '<span class="label">&lt;i&gt;</span>go</p>' in text
    assert '<a href="https://a.example/?x=&quot;y&quot;&amp;z"><strong>on</strong></a>' in text
    assert "<title>A &lt;b&gt;&quot;title&quot;&lt;/b&gt;</title>" in text
    assert text.count('<p class="mark">EMBARGO</p>') == 2


def test_neighbouring_note_marks_are_told_apart() -> None:
    marks = Paragraph(children=(Text("x"), NoteMark("a", 1), NoteMark("b", 2), Text(" y"), NoteMark("a", 1)))
    notes = tuple(Note(id=i, number=n, blocks=(Paragraph(children=(Text(i),)),)) for n, i in ((1, "a"), (2, "b")))
    text = written(marks, notes=notes)
    assert text.count('<sup class="next">') == 1
    assert 'id="ref-a"' in text
    assert 'id="ref-a-2"' in text


def test_contents_page_breaks_and_own_pictures() -> None:
    text = written(
        Contents(levels=(2,)),
        Heading(level=2, children=(Text("Gaps & limits"),), anchor="gaps"),
        PageBreak(),
        Figure(picture="map", alt="The <strait>"),
        pictures=(("map", Bitmap(png=b"png", width=30, height=15)),),
    )
    assert '<a href="#gaps">Gaps &amp; limits</a>' in text
    assert '<div class="page-break"></div>' in text
    assert 'alt="The &lt;strait&gt;"' in text
    assert "data:image/png;base64,cG5n" in text
