"""Saved web pages: the article's words, what belongs to it apart, what surrounds it gone, nothing fetched."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import UnreadableSource
from briefing.model.document import BODY_KINDS
from briefing.read.draft import Draft
from briefing.read.html.reader import read_html
from briefing.read.limits import Limits

HEAD = """<!doctype html><html lang="en-GB"><head><title>Ferry line to reopen in spring | The Harbour Post</title>
<meta property="og:site_name" content="The Harbour Post"><meta property="og:title" content="Ferry line to reopen in
spring">
<meta property="og:description" content="The island council has found the money for a new boat.">
<link rel="canonical" href="https://harbour.example/news/ferry-line">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle",
"headline": "Ferry line to reopen in spring", "datePublished": "2023-11-04T08:15:00+02:00",
"author": [{"@type": "Person", "name": "Mara Lindqvist"}, {"@type": "Organization", "name": "The Harbour Post"}]
}]}</script>
</head><body>"""
MENU = '<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>'
BODY = """<article><h1>Ferry line to reopen in spring</h1>
<p class="standfirst">The island council has found the money for a new boat.</p>
<div class="byline">By Mara Lindqvist</div>
<figure><img src="https://harbour.example/boat.jpg"><figcaption>The old boat at its pier. Photo: Harbour
Archive</figcaption></figure>
<div class="article-body">
<p>The ferry between the mainland and the outer islands will run again from April, the island council decided on
Friday.</p>
<p>“We have waited three winters for this,” said Oskar Tamm, who leads the council and has farmed on the islands
for forty years.</p>
<div class="related-links"><ul><li><a href="/1">Bridge plans shelved again</a></li><li><a href="/2">Why winters
cost more</a></li></ul></div>
<h2>What it costs</h2>
<p>The boat will cost nine million, of which the state pays two thirds. The council borrows the rest over twenty
years.</p>
<ul><li>Tickets stay at the price of 2019.</li><li>Islanders travel free on weekdays.</li></ul>
<blockquote><p>No island should be an hour further from a doctor than it was in my grandmother's day.</p></blockquote>
<table><tr><th>Season</th><th>Crossings a day</th></tr><tr><td>Summer</td><td>eleven</td></tr></table>
<p>Critics say the harbour is too shallow for the new boat, and that dredging has not been paid for by anybody yet.</p>
<p>Read more: <a href="/3">How the harbour silted up</a></p>
<p>Sign up for our newsletter to get the news of the islands in your inbox every morning.</p>
</div></article>"""
FOOT = """<div class="comments"><p>First comment! I never liked that boat, nor did my uncle, who sank it.</p></div>
<footer><p>© 2023 The Harbour Post. All rights reserved. We use cookies.</p></footer></body></html>"""
PAGE = HEAD + MENU + BODY + FOOT


def read(page: str | bytes) -> Draft:
    data = page.encode() if isinstance(page, str) else page
    return read_html("page.html", data, Limits())


def words(draft: Draft, *kinds: str) -> list[str]:
    return [draft.text[b.start : b.end] for b in draft.blocks if b.kind in kinds]


def test_the_articles_words_are_body_and_nothing_else_is() -> None:
    body = words(read(PAGE), *BODY_KINDS)
    assert body[0].startswith("The ferry between the mainland")
    assert "Tickets stay at the price of 2019." in body
    assert "Summer | eleven" in body
    assert body[-1].startswith("Critics say the harbour")


@pytest.mark.parametrize("word", ["Home", "Sport", "comment", "cookies", "Bridge plans", "silted", "inbox", "Archive"])
def test_what_surrounds_the_article_is_no_body(word: str) -> None:
    assert not [b for b in words(read(PAGE), *BODY_KINDS) if word in b]


def test_lists_quotes_tables_and_headings_keep_their_kind() -> None:
    draft = read(PAGE)
    assert words(draft, "list_item") == ["Tickets stay at the price of 2019.", "Islanders travel free on weekdays."]
    assert words(draft, "quote") == [
        "No island should be an hour further from a doctor than it was in my grandmother's day."
    ]
    assert words(draft, "heading") == ["What it costs"]
    assert words(draft, "table_row")[-1] == "Summer | eleven"


def test_title_standfirst_byline_and_caption_stand_apart() -> None:
    draft = read(PAGE)
    assert words(draft, "title") == ["Ferry line to reopen in spring"]
    assert words(draft, "standfirst") == ["The island council has found the money for a new boat."]
    assert words(draft, "byline") == ["By Mara Lindqvist"]
    assert words(draft, "caption") == ["The old boat at its pier. Photo: Harbour Archive"]


def test_metadata_come_from_the_page() -> None:
    hints = read(PAGE).hints
    assert (hints.title, hints.outlet, hints.author) == (
        "Ferry line to reopen in spring",
        "The Harbour Post",
        "Mara Lindqvist",
    )
    assert (hints.published, hints.published_basis) == ("2023-11-04", "stated")
    assert hints.link == "https://harbour.example/news/ferry-line"
    assert hints.language == "en-GB"


def test_title_loses_the_outlets_name_only() -> None:
    page = PAGE.replace(
        '"headline": "Ferry line to reopen in spring"',
        '"headline": "Ferry - and bridge - to reopen | The Harbour Post"',
    )
    assert read(page).hints.title == "Ferry - and bridge - to reopen"


def test_a_page_without_metadata_states_nothing() -> None:
    hints = read("<html><body>" + BODY.replace(' class="byline"', "") + "</body></html>").hints
    assert (hints.outlet, hints.author, hints.published, hints.link) == (None, None, None, None)


def test_blocks_point_into_the_text_in_order() -> None:
    draft = read(PAGE)
    ends = 0
    for block in draft.blocks:
        assert block.start >= ends
        assert draft.text[block.start : block.end].strip() == draft.text[block.start : block.end] != ""
        ends = block.end


def test_a_text_parted_by_adverts_is_read_whole() -> None:
    part = "".join(
        f"<p>Paragraph {n} tells at some length how the ferry was built, paid for and tested by its crew.</p>"
        for n in range(6)
    )
    more = part.replace("ferry", "harbour").replace("Paragraph", "Passage")
    page = (
        f'<html><body><div class="row"><div class="body text">{part}</div></div><aside>Advertisement</aside>'
        f'<div class="row"><div class="body text">{more}</div></div></body></html>'
    )
    assert len(words(read(page), "paragraph")) == 12


def test_the_charset_a_page_declares_is_used() -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1251">').replace("Oskar Tamm", "Оскар Тамм")
    assert "Оскар Тамм" in read(page.encode("windows-1251", "xmlcharrefreplace")).text


def test_bytes_written_in_pythons_notation_are_read_as_bytes() -> None:
    assert read(repr(PAGE.encode()).encode("ascii")) == read(PAGE)
    assert read(b"<h1>The strike</h1>\n" + repr("<p>It is over – at last.</p>".encode()).encode()).text.endswith(
        "– at last."
    )


def test_short_pages_keep_what_they_have() -> None:
    assert read("<html><body><p>The strike is over.</p></body></html>").text == "The strike is over."


def test_hidden_words_are_not_read() -> None:
    page = PAGE.replace("said Oskar Tamm", 'said <span style="display:none">not</span>Oskar Tamm')
    assert "said Oskar Tamm" in read(page).text


@pytest.mark.parametrize("page", [b"", b"<html><body><script>x = 1</script></body></html>", b"   "])
def test_a_page_without_words_is_refused(page: bytes) -> None:
    with pytest.raises(UnreadableSource, match="page"):
        read(page)


def test_deep_nesting_is_refused_or_read_to_its_depth() -> None:
    assert read("<html><body>" + "<div>" * 60 + "<p>The strike is over.</p>").text == "The strike is over."
    with pytest.raises(UnreadableSource, match="no text"):
        read("<html><body>" + "<div>" * 5000 + "<p>The strike is over.</p>")


@given(st.lists(st.tuples(st.integers(0, len(PAGE) - 1), st.sampled_from("<>/\"'=&;! \0")), max_size=60))
@settings(max_examples=6, deadline=None)
def test_no_mutilation_raises_anything_but_a_refusal(changes: list[tuple[int, str]]) -> None:
    page = list(PAGE)
    for place, sign in changes:
        page[place] = sign
    with contextlib.suppress(UnreadableSource):
        assert read("".join(page)).text
