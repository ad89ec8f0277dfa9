"""What a page states of itself: JSON-LD, OpenGraph, meta elements, the canonical link, `<time>`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from lxml import etree

from briefing.model.document import Metadata
from briefing.read.cues import table

_ARTICLE = re.compile(r"article|posting|report|webpage|liveblog|statement|speech|pressrelease|opinion|review", re.I)
_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?!\d)")
_URL = re.compile(r"^(?:https?:)?//|^www\.", re.I)
_SEPARATED = re.compile(r"\s+[|–—»·•:-]{1,2}\s+")
_LANGUAGE = re.compile(r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")
_BY = re.compile(r"^(?:by|von|par|por)\s+", re.I)
_BYLINE_CLASS = re.compile(r"(?:^|[\s_-])(?:byline|author|by-author)(?:[\s_-]*(?:name|link|title))?(?:$|\s)", re.I)
_NAME = re.compile(r"^(?:[^\W\d_][\w.'’-]*\s){1,4}[^\W\d_][\w.'’-]*$")
_MANY = 4


class Stated:
    """The statements of one page, looked up in the order of their worth."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._data = tuple(_linked_data(root))
        self._meta: dict[str, list[str]] = {}
        for element in root.iter("meta"):
            content = " ".join((element.get("content") or "").split())
            for key in (element.get("property"), element.get("name"), element.get("itemprop")):
                if key and content:
                    self._meta.setdefault(key.lower(), []).append(content)

    def metadata(self) -> Metadata:
        """Return what the page states; a field it does not state is None."""
        outlet = self.outlet()
        published, source = self.published()
        return Metadata(
            title=self.title(outlet),
            outlet=outlet,
            author=self.authors(outlet),
            published=published,
            published_basis="stated" if published else "unknown",
            published_from=source,
            language=self.language(),
            link=self.link(),
        )

    def body(self) -> str:
        """Return the article's text where the page gives it to machines; it may be cut short or of another part."""
        bodies = [b for d in self._data if isinstance(b := d.get("articleBody"), str)]
        return re.sub(r"<[^>]+>", " ", max(bodies, key=len, default=""))

    def description(self) -> str:
        """Return the summary the page gives of itself."""
        return self._first("description_fields") or ""

    def headings(self) -> tuple[str, ...]:
        """Return the forms the title has on the page: its first-order headings and what it states."""
        found = [" ".join(" ".join(map(str, e.itertext())).split()) for e in self._root.iter("h1")]
        stated = [self.title(self.outlet()) or "", self._first("title_fields") or ""]
        return tuple(dict.fromkeys(t for t in (*found, *stated) if t))

    def title(self, outlet: str | None) -> str | None:
        """Return the title without the outlet's name that pages add to it."""
        headline = next((h for d in self._data if isinstance(h := d.get("headline"), str) and h.strip()), None)
        title = headline or self._first("title_fields") or self._element("title")
        if not title:
            return None
        return _without_outlet(" ".join(_text(title).split()), outlet) or None

    def outlet(self) -> str | None:
        """Return the publisher's name; an address is none."""
        names = [n for d in self._data for n in _names(d.get("publisher"))]
        return next((n for n in (self._first("outlet_fields"), *names) if n and not _URL.match(n)), None)

    def authors(self, outlet: str | None) -> str | None:
        """Return the authors' names in the page's order, joined by commas; the outlet is no author of its own."""
        linked = [n for d in self._data for n in _names(d.get("author"))]
        named = linked or self._all("author_fields")
        marked = named or list(_marked_authors(self._root))
        people = dict.fromkeys(_BY.sub("", n) for n in marked if n and not _URL.match(n) and len(n) < 120)
        kept = [n for n in people if not outlet or n.casefold() != outlet.casefold()]
        return ", ".join(kept[:_MANY]) or None

    def published(self) -> tuple[str | None, str | None]:
        """Return the day of publication as stated, and where it is stated."""
        for data in self._data:
            for field in ("datePublished", "dateCreated", "uploadDate"):
                if found := _day(data.get(field)):
                    return found, f"{field} of the page's linked data"
        for key in table("pages")["fields"]["date_fields"]:
            for content in self._meta.get(key, ()):
                if found := _day(content):
                    return found, f"{key} of the page's metadata"
        for element in self._root.iter("time"):
            if found := _day(element.get("datetime")):
                return found, "a time element of the page"
        return None, None

    def link(self) -> str | None:
        """Return the page's own address."""
        canonical = [e.get("href") for e in self._root.iter("link") if (e.get("rel") or "").lower() == "canonical"]
        return next((u for u in (*canonical, self._first("link_fields")) if u and u.startswith("http")), None)

    def language(self) -> str:
        """Return the language the page states, `und` where it states none."""
        stated = (self._root.get("lang") or self._first("language_fields") or "").strip().replace("_", "-")
        return stated if _LANGUAGE.match(stated) else "und"

    def _first(self, fields: str) -> str | None:
        return next(iter(self._all(fields)), None)

    def _all(self, fields: str) -> list[str]:
        for key in table("pages")["fields"][fields]:
            if key in self._meta:
                return self._meta[key]
        return []

    def _element(self, tag: str) -> str | None:
        element = next(self._root.iter(tag), None)
        return _element_text(element) if element is not None else None


def _marked_authors(root: etree._Element) -> Iterator[str]:
    """Yield the names that the markup gives as authors': by relation, else by the first class that says so."""
    related = [_element_text(e) for e in root.iter("*") if "author" in (e.get("rel"), e.get("itemprop"))]
    yield from related
    classed = (e for e in root.iter("*") if _BYLINE_CLASS.search(e.get("class") or "") and not len(related))
    for element in classed:
        name = _BY.sub("", _element_text(element))
        if _NAME.match(name):
            yield name
            return


def _element_text(element: Any) -> str:
    return " ".join(" ".join(map(str, element.itertext())).split())


def _linked_data(root: etree._Element) -> Iterator[Mapping[str, Any]]:
    """Yield the JSON-LD objects that describe an article, articles proper before mere pages."""
    found: list[Mapping[str, Any]] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            found.extend(_objects(_parsed(script.text or ""), depth=0))
    articles = [d for d in found if _ARTICLE.search(_kind(d))]
    yield from sorted(articles, key=lambda d: "webpage" in _kind(d).lower())


def _parsed(text: str) -> Any:
    """Return a script's value; None where it is no JSON, as happens on real pages."""
    try:
        return json.loads(text.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, list):
        for item in value[:50]:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict) and depth < 5:
        yield value
        yield from _objects(value.get("@graph"), depth + 1)


def _kind(data: Mapping[str, Any]) -> str:
    kind = data.get("@type", "")
    return " ".join(map(str, kind)) if isinstance(kind, list) else str(kind)


def _names(value: Any) -> Iterator[str]:
    """Yield the names within an author or publisher, in any of the forms pages write them."""
    if isinstance(value, list):
        for item in value:
            yield from _names(item)
    elif isinstance(value, dict):
        yield from _names(value.get("name"))
    elif isinstance(value, str) and value.strip():
        yield " ".join(_text(value).split())


def _text(value: str) -> str:
    """Return a string of JSON-LD without the HTML entities that some pages leave in it."""
    return unescape(value)


def _day(value: Any) -> str | None:
    found = _DATE.search(value) if isinstance(value, str) else None
    return "-".join(found.groups()) if found else None


def _without_outlet(title: str, outlet: str | None) -> str:
    parts = _SEPARATED.split(title)
    if outlet and len(parts) > 1 and parts[-1].casefold() in (outlet.casefold(), f"{outlet}.com".casefold()):
        return title[: title.rindex(parts[-1])].rstrip(" |–—»·•:-")
    return title
