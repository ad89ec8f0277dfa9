"""Every link within the pages leads somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.errors import TemplateError
from briefing.model.blocks import (
    Block,
    BulletList,
    Division,
    Emphasis,
    Figure,
    Heading,
    Inlines,
    Link,
    Note,
    OrderedList,
    Paragraph,
    Quotation,
    Strong,
    Table,
)


def check_links(blocks: tuple[Block, ...], notes: tuple[Note, ...]) -> None:
    """Raise TemplateError where a link leads to an anchor that is not there, or an anchor stands twice."""
    everything = [*blocks, *(block for note in notes for block in note.blocks)]
    anchors = list(_anchors(everything))
    twice = next((anchor for n, anchor in enumerate(anchors) if anchor in anchors[:n]), None)
    if twice is not None:
        raise TemplateError(f"the anchor {twice!r} stands twice", hint="give each its own name")
    known = set(anchors)
    for target in _targets(everything):
        if target.startswith("#") and target[1:] not in known:
            raise TemplateError(
                f"a link leads to {target}, which is not there", hint="set the anchor, or take the link out"
            )


def _anchors(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(anchor=anchor):
                yield anchor
            case Paragraph(anchor=anchor) if anchor is not None:
                yield anchor
            case Division(blocks=inner) | Quotation(blocks=inner):
                yield from _anchors(inner)
            case BulletList(items=items) | OrderedList(items=items):
                for item in items:
                    if item.anchor is not None:
                        yield item.anchor
                    yield from _anchors(item.blocks)


def _targets(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(children=children) | Paragraph(children=children) | Figure(caption=children):
                yield from _inline_targets(children)
            case Division(blocks=inner) | Quotation(blocks=inner):
                yield from _targets(inner)
            case BulletList(items=items) | OrderedList(items=items):
                yield from (target for item in items for target in _targets(item.blocks))
            case Table():
                cells = [*block.header, *(cell for row in block.rows for cell in row)]
                yield from _inline_targets(block.caption)
                yield from (target for cell in cells for target in _inline_targets(cell.children))


def _inline_targets(inlines: Inlines) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Link(target=target):
                yield target
            case Strong(children=children) | Emphasis(children=children):
                yield from _inline_targets(children)
