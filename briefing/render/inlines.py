"""Inline tokens of the Markdown parser to Inlines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from briefing.errors import TemplateError
from briefing.model.blocks import Emphasis, Inline, Inlines, Label, LineBreak, Link, NoteMark, Strong, Text

_TARGET = re.compile(r"#\S+|(?:https?://|mailto:)\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The content of a paragraph, heading or cell: its inlines, and the anchor that stood at its head."""

    children: Inlines
    anchor: str | None = None
    picture: tuple[str, str] | None = None
    """Address and alternative text of a picture that stood at its head."""


def read_run(tokens: Sequence[Token]) -> Run:
    """Read the children of an inline token."""
    rest = list(tokens)
    anchor = rest.pop(0).content if rest and rest[0].type == "anchor" else None
    picture = None
    if rest and rest[0].type == "image":
        image = rest.pop(0)
        picture = (str(image.attrs.get("src", "")), plain_words(image.children or ()))
        if rest and rest[0].type in ("softbreak", "hardbreak"):
            rest.pop(0)
    return Run(children=_inlines(rest), anchor=anchor, picture=picture)


def plain_words(tokens: Iterable[Token]) -> str:
    """Return the words of inline tokens without their marks."""
    return "".join(" " if t.type in ("softbreak", "hardbreak") else t.content for t in tokens if not t.nesting)


def _inlines(tokens: Sequence[Token]) -> Inlines:
    found: list[Inline] = []
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if token.nesting == 1:
            end = _closing(tokens, position)
            found.append(_nested(token, _inlines(tokens[position + 1 : end])))
            position = end
        else:
            found.extend(_leaf(token))
        position += 1
    return _joined(found)


def _closing(tokens: Sequence[Token], start: int) -> int:
    depth = 0
    for position in range(start, len(tokens)):
        depth += tokens[position].nesting
        if depth == 0:
            return position
    raise AssertionError("the parser balances its tokens")


def _nested(token: Token, children: Inlines) -> Inline:
    if token.type == "strong_open":
        return Strong(children)
    if token.type == "em_open":
        return Emphasis(children)
    target = str(token.attrs.get("href", ""))
    if not _TARGET.fullmatch(target):
        raise TemplateError(
            f"a link leads to {target!r}", hint="links lead to #anchor, http://, https:// or mailto: addresses"
        )
    return Link(target, children)


def _leaf(token: Token) -> Inlines:
    match token.type:
        case "text" | "text_special":
            return (Text(token.content),) if token.content else ()
        case "softbreak":
            return (Text(" "),)
        case "hardbreak":
            return (LineBreak(),)
        case "code_inline":
            return (Label(token.content),)
        case "footnote_ref":
            return (NoteMark(str(token.meta["label"]), int(token.meta["id"]) + 1),)
        case "foreign":
            return tuple(_foreign(inline, token.info) for inline in _inlines(token.children or []))
        case "separator":
            return ()
        case "anchor":
            raise TemplateError(
                f"the anchor {token.content!r} stands within a line", hint="an anchor stands first in its paragraph"
            )
        case "image":
            raise TemplateError(
                f"the picture {token.attrs.get('src')!r} stands within a line",
                hint="a picture stands first in a paragraph of its own; what follows is its caption",
            )
    raise AssertionError(f"the parser gives no {token.type}")


def _foreign(inline: Inline, lang: str) -> Inline:
    match inline:
        case Text(text=text):
            return Text(text, lang)
        case Strong(children=children):
            return Strong(tuple(_foreign(child, lang) for child in children))
        case Emphasis(children=children):
            return Emphasis(tuple(_foreign(child, lang) for child in children))
    return inline


def _joined(inlines: Iterable[Inline]) -> Inlines:
    joined: list[Inline] = []
    for inline in inlines:
        last = joined[-1] if joined else None
        if isinstance(inline, Text) and isinstance(last, Text) and inline.lang == last.lang:
            joined[-1] = Text(last.text + inline.text, inline.lang)
        else:
            joined.append(inline)
    return tuple(joined)
