"""Saved feeds: every entry a document with its own date, author and link."""

from __future__ import annotations

import pytest

from briefing.errors import InputError
from briefing.read import read_bytes
from briefing.read.limits import Limits
from briefing.read.roles.fragment import read_fragment

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Harbour News</title><link>https://news.example.org/</link>
<item><title>Ferry talks end</title><link>https://news.example.org/ferry</link>
<dc:creator>Ann Example, Harbour Minister</dc:creator>
<pubDate>Tue, 02 Jan 2018 10:00:00 +0000</pubDate><description>Short.</description>
<content:encoded><![CDATA[<h2>Ferry talks end</h2><p>Ann Example, Harbour Minister</p>
<p>The ferry talks ended &amp; nobody was content.</p><ul><li>The pier closes.</li></ul><img src="https://news.example.org/x.png"/>]]></content:encoded></item>
<item><title>Pier closes</title><description>The pier closes in May.</description></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Blog</title>
<entry><title>Why it sails</title><updated>2018-01-03T00:00:00Z</updated><link href="https://blog.example.org/1"/>
<content type="html">&lt;p&gt;It sails because it must.&lt;/p&gt;</content></entry></feed>"""


def test_entries_are_documents() -> None:
    first, second = read_bytes("news.rss", RSS.encode())
    assert (first.path, second.path) == ("news.rss/0001", "news.rss/0002")
    assert first.id != second.id
    assert [block.kind for block in first.blocks] == ["heading", "byline", "paragraph", "list_item"]
    assert "ended & nobody" in first.text
    metadata = first.metadata
    assert (metadata.author, metadata.author_role) == ("Ann Example", "Harbour Minister")
    assert (metadata.outlet, metadata.link) == ("Harbour News", "https://news.example.org/ferry")
    assert (metadata.published, metadata.part_of) == ("2018-01-02", "news.rss")
    assert second.text == "The pier closes in May."
    assert second.metadata.published is None


def test_a_feed_is_known_by_its_content() -> None:
    document = read_bytes("saved.xml", ATOM.encode())[0]
    assert (document.metadata.title, document.metadata.published) == ("Why it sails", "2018-01-03")
    assert document.text == "It sails because it must."


def test_entity_tricks_are_refused() -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + RSS.split("?>", 1)[1].replace("Short.", "&b;")
    for data in (bomb.encode(), bomb.encode("utf-16")):
        with pytest.raises(InputError, match="entities"):
            read_bytes("bomb.rss", data)


def test_xml_that_is_no_feed_is_refused() -> None:
    with pytest.raises(InputError):
        read_bytes("data.xml", b"<?xml version='1.0'?><table><row>1</row></table>")


def test_a_fragment_keeps_every_block_and_knows_quoted_mail() -> None:
    markup = (
        "<p>It sails.</p><table><tr><td>Pier</td><td>12</td></tr></table><blockquote>So be it.</blockquote>"
        '<div class="gmail_quote">On Monday Bo wrote:<blockquote>Does it sail?</blockquote></div>'
    )
    draft = read_fragment("mail", markup, Limits())
    found = [(block.kind, draft.text[block.start : block.end]) for block in draft.blocks]
    assert found == [
        ("paragraph", "It sails."),
        ("table_row", "Pier | 12"),
        ("quote", "So be it."),
        ("quoted_reply", "On Monday Bo wrote:"),
        ("quoted_reply", "Does it sail?"),
    ]
