"""The tag tree. A node joins its parent when its first content is painted, so tags stand in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from briefing.write.pdf.file import PdfFile, string


@dataclass(slots=True, eq=False)
class Node:
    """A structure element; it changes while pages are painted, when its kids become known."""

    kind: str
    parent: Node | None
    target: str | None = None
    """Where a Link leads."""
    lang: str | None = None
    alt: str | None = None
    attributes: str = ""
    """Attribute dictionary in PDF syntax."""
    title: str | None = None
    silent: bool = False
    """It repeats what was read before: its content is seen and not read again."""
    kids: list[Node | tuple[int, int] | tuple[int, int, int]] = field(default_factory=list)
    """Nodes, (page object, content id), or (page object, annotation object, 0)."""
    at: int = 0
    """Object number."""
    identified: bool = False

    def child(self, kind: str, **properties: str | bool | None) -> Node:
        """Make a node below this one."""
        return Node(kind, self, **properties)  # type: ignore[arg-type]


def attach(node: Node, file: PdfFile) -> None:
    """Give `node` and those above it their number and place, where they have none yet."""
    if node.at:
        return
    node.at = file.reserve()
    if node.parent is not None:
        attach(node.parent, file)
        node.parent.kids.append(node)


def write_tree(root: Node, file: PdfFile, parents: str, next_key: int) -> int:
    """Write all nodes below `root` and the tree's own object; return its number."""
    at = file.reserve()
    identified: list[tuple[str, int]] = []
    for node in _walk(root):
        if node.identified:
            identified.append((f"n{node.at:08d}", node.at))
        file.put(node.at, _entry(node, at))
    names = "".join(f"({key}) {number} 0 R" for key, number in sorted(identified))
    limits = f"/IDTree<</Names[{names}]>>" if identified else ""
    file.put(
        at,
        f"<</Type/StructTreeRoot/K[{root.at} 0 R]/ParentTree {file.add(parents)} 0 R"
        f"/ParentTreeNextKey {next_key}{limits}>>",
    )
    return at


def _walk(root: Node) -> Iterator[Node]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(kid for kid in node.kids if isinstance(kid, Node))


def _entry(node: Node, tree: int) -> str:
    page = next((kid[0] for kid in node.kids if isinstance(kid, tuple)), 0)
    parts = [f"<</S/{node.kind}/P {node.parent.at if node.parent else tree} 0 R"]
    if page:
        parts.append(f"/Pg {page} 0 R")
    if node.lang:
        parts.append(f"/Lang{string(node.lang)}")
    if node.alt is not None:
        parts.append(f"/Alt{string(node.alt)}")
    if node.silent:
        parts.append("/ActualText()")
    if node.attributes:
        parts.append(f"/A{node.attributes}")
    if node.identified:
        parts.append(f"/ID(n{node.at:08d})")
    parts.append("/K[" + " ".join(_kid(kid, page) for kid in node.kids) + "]>>")
    return "".join(parts)


def _kid(kid: Node | tuple[int, int] | tuple[int, int, int], page: int) -> str:
    if isinstance(kid, Node):
        return f"{kid.at} 0 R"
    if len(kid) == 3:
        return f"<</Type/OBJR/Pg {kid[0]} 0 R/Obj {kid[1]} 0 R>>"
    if kid[0] == page:
        return str(kid[1])
    return f"<</Type/MCR/Pg {kid[0]} 0 R/MCID {kid[1]}>>"
