"""Markdown to Blocks and Notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

import msgspec
import yaml
from markdown_it.tree import SyntaxTreeNode

from briefing.errors import TemplateError
from briefing.model.blocks import (
    Align,
    Block,
    BulletList,
    Cell,
    Contents,
    Division,
    Figure,
    Heading,
    Inlines,
    ListItem,
    Note,
    OrderedList,
    PageBreak,
    Pages,
    PagesMeta,
    Paragraph,
    Quotation,
    Rule,
    Table,
)
from briefing.model.lines import words_of
from briefing.model.markdown import slug
from briefing.render.inlines import Run, read_run
from briefing.render.syntax import markdown_parser

_KEPT = re.compile(r'^\[briefing-(lines|evidence|sources)\]: # "([^"\n]*)"$', re.MULTILINE)
_FRONT = re.compile(r"---\n(.*?)\n---\n", re.DOTALL)


def parse_pages(markdown: str) -> Pages:
    """Read a briefing in Markdown back: front matter to the meta data, the rest to blocks and notes; no pictures."""
    front = _FRONT.match(markdown)
    if front is None:
        raise TemplateError("the Markdown does not begin with front matter")
    blocks, notes = parse_markdown(markdown)
    try:
        meta = msgspec.convert({**yaml.safe_load(front.group(1)), **_record(markdown)}, PagesMeta)
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise TemplateError(f"the front matter is wrong: {error}") from error
    return Pages(meta=meta, blocks=blocks, notes=notes)


def _record(markdown: str) -> dict[str, list[Any]]:
    kept = {name: words.split() for name, words in _KEPT.findall(markdown)}
    sources = [entry.split(":", 1) for entry in kept.get("sources", [])]
    lines = [word for word in kept.get("lines", []) if not word.startswith("whole:")]
    return {"sources": sources, "evidence": kept.get("evidence", []), "lines": lines}


def parse_markdown(markdown: str) -> tuple[tuple[Block, ...], tuple[Note, ...]]:
    """Read Markdown (front matter is passed over): blocks in order, notes by first use."""
    front = _FRONT.match(markdown)
    body = markdown[front.end() :] if front else markdown
    tree = SyntaxTreeNode(markdown_parser().parse(body))
    reader = _Reader()
    blocks = reader.blocks([node for node in tree.children if node.type != "footnote_block"])
    notes = [reader.note(node) for block in tree.children if block.type == "footnote_block" for node in block.children]
    return blocks, tuple(notes)


@dataclass(slots=True)
class _Reader:
    """Turns syntax nodes to blocks; remembers the anchors already given to headings."""

    slugs: Counter[str] = field(default_factory=Counter)

    def note(self, node: SyntaxTreeNode) -> Note:
        content = [child for child in node.children if child.type != "footnote_anchor"]
        return Note(id=str(node.meta["label"]), number=int(node.meta["id"]) + 1, blocks=self.blocks(content))

    def blocks(self, nodes: Sequence[SyntaxTreeNode]) -> tuple[Block, ...]:
        found: list[Block] = []
        position = 0
        while position < len(nodes):
            taken, blocks = self._next(nodes, position)
            found.extend(blocks)
            position += taken
        return tuple(found)

    def _next(self, nodes: Sequence[SyntaxTreeNode], position: int) -> tuple[int, tuple[Block, ...]]:
        node = nodes[position]
        if node.type != "directive":
            return 1, (self._block(node),)
        name, _, rest = node.content.partition(" ")
        if name == "begin":
            end = _end_of(nodes, position, rest)
            return end - position + 1, (Division(name=rest, blocks=self.blocks(nodes[position + 1 : end])),)
        if name == "table":
            return self._named_table(nodes, position)
        return 1, _single(node)

    def _named_table(self, nodes: Sequence[SyntaxTreeNode], position: int) -> tuple[int, tuple[Block, ...]]:
        words = nodes[position].content.split()[1:]
        widths = tuple(float(word) / 100 for word in words if word[0].isdigit())
        name = next((word for word in words if not word[0].isdigit()), None)
        following = [node.type for node in nodes[position + 1 : position + 3]]
        if following[:1] == ["table"]:
            return 2, (_table(nodes[position + 1], name=name, widths=widths),)
        if following == ["paragraph", "table"]:
            caption = _run(nodes[position + 1]).children
            return 3, (_table(nodes[position + 2], name=name, widths=widths, caption=caption),)
        raise TemplateError(f"no table follows `<!-- {nodes[position].content} -->`", where=_line(nodes[position]))

    def _block(self, node: SyntaxTreeNode) -> Block:
        match node.type:
            case "heading":
                return self._heading(node)
            case "paragraph":
                return _paragraph(_run(node))
            case "bullet_list":
                return BulletList(items=self._items(node))
            case "ordered_list":
                return OrderedList(items=self._items(node), start=int(node.attrs.get("start", 1)))
            case "blockquote":
                return Quotation(blocks=self.blocks(node.children))
            case "table":
                return _table(node)
            case "hr":
                return Rule()
        raise AssertionError(f"the parser gives no {node.type}")

    def _heading(self, node: SyntaxTreeNode) -> Heading:
        run = _run(node)
        base = slug(words_of(run.children))
        self.slugs[base] += 1
        automatic = base if self.slugs[base] == 1 else f"{base}-{self.slugs[base] - 1}"
        return Heading(level=int(node.tag[1]), children=run.children, anchor=run.anchor or automatic)

    def _items(self, node: SyntaxTreeNode) -> tuple[ListItem, ...]:
        return tuple(_item(self.blocks(child.children)) for child in node.children)


def _item(blocks: tuple[Block, ...]) -> ListItem:
    """Give the anchor that heads the item's first paragraph to the item."""
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph) and first.anchor is not None:
        return ListItem(blocks=(Paragraph(children=first.children), *blocks[1:]), anchor=first.anchor)
    return ListItem(blocks=blocks)


def _single(node: SyntaxTreeNode) -> tuple[Block, ...]:
    words = node.content.split()
    match words:
        case []:
            return ()
        case ["page", "break"]:
            return (PageBreak(),)
        case ["contents", *levels] if all(level.isdigit() for level in levels):
            return (Contents(levels=tuple(int(level) for level in levels)) if levels else Contents(),)
    raise TemplateError(f"unknown mark `<!-- {node.content} -->`", where=_line(node))


def _end_of(nodes: Sequence[SyntaxTreeNode], start: int, name: str) -> int:
    depth = 0
    for position in range(start, len(nodes)):
        if nodes[position].type == "directive":
            depth += {f"begin {name}": 1, f"end {name}": -1}.get(nodes[position].content, 0)
        if depth == 0:
            return position
    raise TemplateError(f"`<!-- begin {name} -->` has no end", where=_line(nodes[start]))


def _line(node: SyntaxTreeNode) -> str:
    return f"the rendered Markdown, line {node.map[0] + 1}" if node.map else "the rendered Markdown"


def _run(node: SyntaxTreeNode) -> Run:
    tokens: Any = node.children[0].token.children if node.children and node.children[0].token else ()
    return read_run(tokens or ())


def _paragraph(run: Run) -> Block:
    if run.picture is not None:
        address, alt = run.picture
        return Figure(picture=PurePosixPath(address).stem, alt=alt, caption=run.children)
    return Paragraph(children=run.children, anchor=run.anchor)


def _table(
    node: SyntaxTreeNode, *, name: str | None = None, widths: tuple[float, ...] = (), caption: Inlines = ()
) -> Table:
    rows = [row for part in node.children for row in part.children]
    cells = [tuple(Cell(children=_run(cell).children) for cell in row.children) for row in rows]
    align = tuple(_align(cell) for cell in rows[0].children)
    return Table(header=cells[0], rows=tuple(cells[1:]), align=align, widths=widths, caption=caption, name=name)


def _align(cell: SyntaxTreeNode) -> Align:
    style = str(cell.attrs.get("style", ""))
    if style.endswith("right"):
        return "right"
    return "center" if style.endswith("center") else "left"
