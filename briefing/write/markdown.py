"""Pages written back to Markdown: CommonMark, tables, footnotes and YAML front matter, broken at sentence ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field

import yaml

from briefing.model.blocks import (
    Bitmap,
    Block,
    BulletList,
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
    Picture,
    Quotation,
    Rule,
    Table,
)
from briefing.model.lines import exact, words_of
from briefing.model.markdown import escape, slug
from briefing.model.theme import Theme
from briefing.write.drawings.svg import to_svg
from briefing.write.inline_markdown import inline_markdown

_ABBREVIATED = (
    *("Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Adm", "Col", "Maj", "Lt", "Capt", "Cmdr", "Sgt", "Brig", "Sen", "Rep"),
    *("Gov", "Amb", "Rev", "Hon", "Supt", "St", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct"),
    *("Nov", "Dec", "vs", "Inc", "Corp", "Ltd"),
)
_SENTENCE_END = re.compile(
    rf"((?:[^\W\d_A-Z]{{2}}|[”’\"')\]%\d]){''.join(rf'(?<!{word})' for word in _ABBREVIATED)}"
    r"[.!?…](?:\\?[”’\"')\]])*(?:\[\^[^\]\s]+\])*) (?=[“‘]?[^\W\d_a-z])"
)
_MARKS = {"left": "---", "right": "--:", "center": ":-:"}
_FIGURES = "figures"
_RECORD = ("lines", "evidence", "sources")
_KEPT = re.compile(r'^\[briefing-(?:lines|evidence|sources)\]: # "[^"\n]*"$', re.MULTILINE)


def write_markdown(pages: Pages, theme: Theme) -> bytes:
    """Write pages as Markdown that reads back as the same pages; their pictures stand beside it."""
    del theme  # Markdown has no look of its own.
    writer = _Writer(pictures=dict(pages.pictures))
    notes = [writer.note(note) for note in pages.notes]
    parts = [*writer.blocks(pages.blocks), *(["\n".join(notes)] if notes else [])]
    text = _front_matter(pages.meta) + "\n" + "\n\n".join(parts) + "\n"
    return (text + "".join(f"\n{record}\n" for record in _record(pages.meta, text))).encode()


def without_record(text: str) -> str:
    """Return a text without what it keeps for a check, which can be no part of what is checked."""
    return _KEPT.sub("", text)


def figures_beside(pages: Pages, theme: Theme) -> Mapping[str, bytes]:
    """Return the picture files the Markdown names, by their path beside it."""
    return {_address(name, picture): _encoded(picture, theme) for name, picture in pages.pictures if name != "logo"}


def _address(name: str, picture: Picture | None) -> str:
    return f"{_FIGURES}/{name}{'.png' if isinstance(picture, Bitmap) else '.svg'}"


def _encoded(picture: Picture, theme: Theme) -> bytes:
    return picture.png if isinstance(picture, Bitmap) else to_svg(picture, theme).encode()


def _front_matter(meta: PagesMeta) -> str:
    values = {key: _plain(value) for key, value in asdict(meta).items() if key not in _RECORD}
    dumped = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=1_000_000)
    return f"---\n{dumped}---\n"


def _record(meta: PagesMeta, text: str) -> Iterator[str]:
    """Yield what `briefing verify` needs as link definitions, which print nothing."""
    kept = {
        "lines": (*meta.lines, f"whole:{exact(text)}") if meta.lines else (),
        "evidence": meta.evidence,
        "sources": tuple(f"{source}:{sha256}" for source, sha256 in meta.sources),
    }
    definitions = [f'[briefing-{name}]: # "{" ".join(words)}"' for name, words in kept.items() if words]
    if definitions:
        yield "\n".join(definitions)


def _plain(value: object) -> object:
    return [_plain(part) for part in value] if isinstance(value, tuple) else value


@dataclass(slots=True)
class _Writer:
    """Writes blocks; remembers the anchors that headings have by their words."""

    pictures: Mapping[str, Picture]
    slugs: Counter[str] = field(default_factory=Counter)

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        """Yield each block's lines; two lists of one kind that follow each other are kept apart."""
        last: Block | None = None
        for block in blocks:
            if isinstance(last, BulletList | OrderedList | Quotation) and type(block) is type(last):
                yield "<!-- -->"
            yield self.block(block)
            last = block

    def block(self, block: Block) -> str:
        match block:
            case Heading():
                return self.heading(block)
            case Paragraph(children=children, anchor=anchor):
                return _anchor(anchor) + broken(inline_markdown(children))
            case BulletList(items=items):
                return self.items(items, ["- "] * len(items))
            case OrderedList(items=items, start=start):
                return self.items(items, [f"{start + offset}. " for offset in range(len(items))])
            case Quotation(blocks=blocks):
                return _indented("\n\n".join(self.blocks(blocks)), "> ", "> ", bare=">")
            case Division(name=name, blocks=blocks):
                return "\n\n".join([f"<!-- begin {name} -->", *self.blocks(blocks), f"<!-- end {name} -->"])
            case Figure():
                return self.figure(block)
        return _leaf(block)

    def heading(self, block: Heading) -> str:
        base = slug(words_of(block.children))
        self.slugs[base] += 1
        automatic = base if self.slugs[base] == 1 else f"{base}-{self.slugs[base] - 1}"
        anchor = "" if block.anchor == automatic else _anchor(block.anchor)
        return f"{'#' * block.level} {anchor}{inline_markdown(block.children, one_line=True)}"

    def figure(self, figure: Figure) -> str:
        address = _address(figure.picture, self.pictures.get(figure.picture))
        image = f"![{escape(figure.alt)}]({address})"
        return f"{image}\n{broken(inline_markdown(figure.caption))}" if figure.caption else image

    def items(self, items: tuple[ListItem, ...], marks: list[str]) -> str:
        tight = all(len(item.blocks) == 1 and isinstance(item.blocks[0], Paragraph) for item in items)
        return ("\n" if tight else "\n\n").join(map(self.item, items, marks))

    def item(self, item: ListItem, mark: str) -> str:
        body = _anchor(item.anchor) + "\n\n".join(self.blocks(item.blocks))
        return _indented(body, mark, " " * len(mark), bare="")

    def note(self, note: Note) -> str:
        body = "\n\n".join(self.blocks(note.blocks))
        return _indented(body, f"[^{note.id}]: ", "    ", bare="")


def _leaf(block: Block) -> str:
    match block:
        case Table():
            return _table(block)
        case Rule():
            return "---"
        case PageBreak():
            return "<!-- page break -->"
        case Contents(levels=levels):
            return f"<!-- contents {' '.join(str(level) for level in levels)} -->"
    raise AssertionError(f"no Markdown for {type(block).__name__}")


def _table(table: Table) -> str:
    lines = [_row(cell.children for cell in table.header)]
    lines.append("|" + "|".join(_MARKS[align] for align in table.align) + "|")
    lines.extend(_row(cell.children for cell in row) for row in table.rows)
    head = []
    if table.name or table.widths or table.caption:
        shares = [f"{share * 100:.10g}" for share in table.widths]
        head.append(" ".join(["<!-- table", *([table.name] if table.name else []), *shares, "-->"]))
    if table.caption:
        head.append(broken(inline_markdown(table.caption)))
    return "\n\n".join([*head, "\n".join(lines)])


def _row(cells: Iterable[Inlines]) -> str:
    return "| " + " | ".join(inline_markdown(cell, one_line=True, in_table=True) for cell in cells) + " |"


def _anchor(name: str | None) -> str:
    return f'<a id="{name}"></a>' if name else ""


def broken(line: str) -> str:
    """Break a line after each sentence end that a capital letter follows, so that two versions differ by sentences."""
    return _SENTENCE_END.sub(r"\1\n", line)


def _indented(text: str, first: str, rest: str, *, bare: str) -> str:
    lines = text.split("\n")
    prefixed = [first + lines[0], *(rest + line if line else bare for line in lines[1:])]
    return "\n".join(prefixed)
