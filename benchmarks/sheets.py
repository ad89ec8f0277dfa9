"""Finished files as pieces that can be changed one by one, each format in its own way."""

from __future__ import annotations

import dataclasses
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Protocol

from lxml import etree, html

from briefing.model.blocks import Label, NoteMark, Pages, Text
from briefing.model.theme import Theme
from briefing.write import WRITERS

from .spoil import Change, Piece

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STORIES = ("word/document.xml", "word/footnotes.xml", "word/header2.xml", "word/footer2.xml")
_SILENT = ("script", "style", "nav")
_KEPT_APART = ("seals", "sha256", "id", "path", "schema_version")


class Sheet(Protocol):
    """A finished file that can be changed."""

    pieces: list[Piece]

    def changed(self, change: Change) -> bytes:
        """Return the file with the change made."""
        ...


class Markdown:
    """The lines of the file, the front matter's printed ones among them."""

    def __init__(self, data: bytes) -> None:
        self._lines = data.decode().split("\n")
        self._places = [n for n, line in enumerate(self._lines) if self._is_words(n, line)]
        self.pieces = [Piece(text=self._lines[n]) for n in self._places]
        self._labels = [
            (n, m) for n in self._places for m in re.finditer(r"`([^`]+)`", self._lines[n]) if "|" not in m.group()
        ]
        self.pieces += [Piece(text=m.group(1), role="label") for _, m in self._labels]

    def _is_words(self, number: int, line: str) -> bool:
        front = self._lines.index("---", 1)
        if number <= front:
            return line.startswith(("title:", "as_of:", "header:", "footer:"))
        return bool(line.strip()) and not line.startswith(("[briefing-", "<!--", "|--", "|:-"))

    def changed(self, change: Change) -> bytes:
        """Return the file with the change made."""
        lines: list[str | None] = list(self._lines)
        for number, words in change.words.items():
            if number < len(self._places):
                lines[self._places[number]] = words
            else:
                place, match = self._labels[number - len(self._places)]
                line = self._lines[place]
                lines[place] = line[: match.start(1)] + words + line[match.end(1) :]
        if change.removed is not None:
            lines[self._places[change.removed]] = None
        return "\n".join(line for line in lines if line is not None).encode()


class Page:
    """The text nodes of an HTML page that a browser shows, the table of contents apart."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.pieces = [piece for _, _, piece in _nodes(self._tree())]

    def _tree(self) -> etree._Element:
        return html.document_fromstring(self._data, parser=html.HTMLParser(encoding="utf-8"))

    def changed(self, change: Change) -> bytes:
        """Return the file with the change made."""
        tree = self._tree()
        nodes = list(_nodes(tree))
        for number, words in change.words.items():
            element, attribute, _ = nodes[number]
            setattr(element, attribute, words)
        if change.removed is not None:
            element, attribute, _ = nodes[change.removed]
            setattr(element, attribute, "")
        return b"<!DOCTYPE html>\n" + html.tostring(tree, encoding="utf-8")


def _nodes(tree: etree._Element) -> Iterator[tuple[etree._Element, str, Piece]]:
    for element in tree.iter(etree.Element):
        inside = {str(e.tag) for e in (element, *element.iterancestors())}
        if ("body" not in inside and element.tag != "title") or inside.intersection(_SILENT):
            continue
        if element.get("class") == "skip" or element.get("role") == "doc-backlink" or element.tag == "desc":
            continue
        role = {"doc-noteref": "mark"}.get(str(element.get("role")), "label" if _is_label(element) else "text")
        if (element.text or "").strip():
            yield element, "text", Piece(text=str(element.text), role=role)
        if (element.tail or "").strip() and element.tag != "body":
            yield element, "tail", Piece(text=str(element.tail))


def _is_label(element: etree._Element) -> bool:
    return element.tag == "span" and "label" in str(element.get("class")).split()


class Word:
    """The text runs and note marks of a Word file, head and foot among them."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self._parts = {name: package.read(name) for name in package.namelist()}
        self.pieces = [_run(element) for element in self._runs(self._trees())]

    def _trees(self) -> dict[str, etree._Element]:
        return {name: etree.fromstring(self._parts[name]) for name in _STORIES if name in self._parts}

    def _runs(self, trees: Mapping[str, etree._Element]) -> list[etree._Element]:
        found = [e for tree in trees.values() for e in tree.iter(f"{_W}t", f"{_W}footnoteReference")]
        return [e for e in found if not _in_contents(e) and not _in_field(e)]

    def changed(self, change: Change) -> bytes:
        """Return the file with the change made."""
        trees = self._trees()
        runs = self._runs(trees)
        for number, words in change.words.items():
            if runs[number].tag == f"{_W}t":
                runs[number].text = words
            else:
                runs[number].set(f"{_W}id", words)
        if change.removed is not None:
            _take_out(runs[change.removed])
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as package:
            for name, data in self._parts.items():
                package.writestr(name, etree.tostring(trees[name]) if name in trees else data)
        return target.getvalue()


def _run(element: etree._Element) -> Piece:
    if element.tag != f"{_W}t":
        return Piece(text=str(element.get(f"{_W}id")), role="mark")
    style = element.getparent().find(f"{_W}rPr/{_W}rStyle")
    named = "" if style is None else str(style.get(f"{_W}val"))
    return Piece(text=element.text or "", role="label" if named == "Label" else "text")


def _in_contents(element: etree._Element) -> bool:
    styles = (p.find(f"{_W}pPr/{_W}pStyle") for p in element.iterancestors(f"{_W}p"))
    return any(style is not None and str(style.get(f"{_W}val")).startswith("TOC") for style in styles)


def _in_field(element: etree._Element) -> bool:
    """Whether the run shows the value of a field: it is raised (a note cited again), or a page number."""
    run = element.getparent()
    before = run.getprevious()
    return before is not None and before.find(f"{_W}fldChar") is not None and element.tag == f"{_W}t"


def _take_out(run: etree._Element) -> None:
    paragraph = next(run.iterancestors(f"{_W}p"))
    for child in list(paragraph):
        if child.tag != f"{_W}pPr":
            paragraph.remove(child)


class Record:
    """The words of a `briefing.json`, its digests and names of files apart."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.pieces = [piece for _, _, piece in _leaves(json.loads(data), ())]

    def changed(self, change: Change) -> bytes:
        """Return the file with the change made."""
        value = json.loads(self._data)
        leaves = list(_leaves(value, ()))
        for number, words in change.words.items():
            holder, key, _ = leaves[number]
            holder[key] = words
        if change.removed is not None:
            holder, key, _ = leaves[change.removed]
            holder[key] = ""
        return json.dumps(value, ensure_ascii=False, indent=2).encode()


def _leaves(value: Any, path: tuple[str, ...]) -> Iterator[tuple[Any, Any, Piece]]:
    entries = value.items() if isinstance(value, dict) else enumerate(value)
    for key, part in entries:
        if key in _KEPT_APART:
            continue
        where = (*path, str(key))
        if isinstance(part, dict | list):
            yield from _leaves(part, where)
        elif isinstance(part, str) and part:
            role = "label" if key == "kind" and "changes" not in path else "text"
            yield value, key, Piece(text=part, role=role, quoted="quotes" in path and key == "text")


class Portable:
    """The words of the pages, written as PDF again with the record of the unchanged ones."""

    def __init__(self, pages: Pages, theme: Theme) -> None:
        self._pages, self._theme = pages, theme
        self.pieces: list[Piece] = []
        self._mapped(lambda inline: self.pieces.append(_piece(inline)) or inline)  # type: ignore[func-returns-value]

    def _mapped(self, function: Callable[[Any], Any]) -> Pages:
        parts: dict[str, Any] = {
            "blocks": _map(self._pages.blocks, function),
            "notes": _map(self._pages.notes, function),
        }
        return dataclasses.replace(self._pages, **parts)

    def changed(self, change: Change) -> bytes:
        """Return the file with the change made."""
        words = dict(change.words) | ({} if change.removed is None else {change.removed: ""})
        count = iter(range(len(self.pieces)))

        def apply(inline: Any) -> Any:
            number = next(count)
            if number not in words:
                return inline
            if isinstance(inline, NoteMark):
                return dataclasses.replace(inline, number=int(words[number]))
            return dataclasses.replace(inline, text=words[number])

        return WRITERS["pdf"].write(self._mapped(apply), self._theme)


def _piece(inline: Text | Label | NoteMark) -> Piece:
    if isinstance(inline, NoteMark):
        return Piece(text=str(inline.number), role="mark")
    return Piece(text=inline.text, role="label" if isinstance(inline, Label) else "text")


def _map(value: Any, function: Callable[[Any], Any]) -> Any:
    """Return the blocks with `function` applied to every text, label and note mark, in order."""
    if isinstance(value, tuple):
        return tuple(_map(part, function) for part in value)
    if isinstance(value, Text | Label | NoteMark):
        return function(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        parts = {f.name: getattr(value, f.name) for f in dataclasses.fields(value)}
        return dataclasses.replace(value, **{k: _map(v, function) for k, v in parts.items() if isinstance(v, tuple)})
    return value


def sheet_of(suffix: str, data: bytes, pages: Pages, theme: Theme) -> Sheet:
    """Return the finished file as pieces."""
    if suffix == "pdf":
        return Portable(pages, theme)
    kinds: Mapping[str, Callable[[bytes], Sheet]] = {"md": Markdown, "html": Page, "docx": Word, "json": Record}
    return kinds[suffix](data)
