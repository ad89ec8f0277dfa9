"""The Markdown a briefing is written in: CommonMark, tables, footnotes and a few marks that viewers do not show.

The marks are HTML comments and two exact tags, so that any Markdown viewer passes over them:
`<!-- begin NAME -->` and `<!-- end NAME -->` (a division), `<!-- table NAME 20 60 20 -->` (name and widths of the
table that follows), `<!-- page break -->`, `<!-- contents 2 3 -->`, `<!-- -->` (keeps two lists or two emphases
apart), `<a id="x"></a>` (an anchor), `<span lang="ko">...</span>` (words of another language), `<br>`, and at the
end `[briefing-lines]: # "..."`, a link definition that prints nothing and keeps the record for `briefing verify`.
Other HTML is plain text.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.footnote import footnote_plugin

_DISABLED = ["code", "fence", "html_block", "html_inline", "lheading", "autolink"]
_COMMENT = re.compile(r"<!--(.*?)-->[ \t]*$")
_ANCHOR = re.compile(r'<a id="([^"<>\s]+)"></a>')
_SPAN = re.compile(r'<span lang="([A-Za-z0-9-]+)">(.*?)</span>', re.DOTALL)
_BREAK = re.compile(r"<br */?>")


def markdown_parser() -> MarkdownIt:
    """Make the parser; nothing in it rewrites words or addresses."""
    parser = MarkdownIt("commonmark", {"html": False}).disable(_DISABLED).enable("table")
    parser.use(footnote_plugin, inline=False)
    parser.block.ruler.before("heading", "directive", _directive, {"alt": ["paragraph", "blockquote", "list"]})
    parser.inline.ruler.before("link", "invisible", _invisible)
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


def _directive(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    begin = state.bMarks[start_line] + state.tShift[start_line]
    match = _COMMENT.fullmatch(state.src[begin : state.eMarks[start_line]])
    if match is None:
        return False
    if not silent:
        state.line = start_line + 1
        token = state.push("directive", "", 0)
        token.content = match.group(1).strip()
        token.map = [start_line, state.line]
    return True


def _invisible(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "<":
        return False
    return _anchor(state, silent) or _break(state, silent) or _span(state, silent) or _separator(state, silent)


def _anchor(state: StateInline, silent: bool) -> bool:
    match = _ANCHOR.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("anchor", "", 0).content = match.group(1)
    state.pos = match.end()
    return True


def _break(state: StateInline, silent: bool) -> bool:
    match = _BREAK.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("hardbreak", "br", 0)
    state.pos = match.end()
    return True


def _span(state: StateInline, silent: bool) -> bool:
    match = _SPAN.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("foreign", "", 0)
        token.info = match.group(1)
        token.children = []
        state.md.inline.parse(match.group(2), state.md, state.env, token.children)
    state.pos = match.end()
    return True


def _separator(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("<!-- -->", state.pos):
        return False
    state.pos += len("<!-- -->")
    if not silent:
        # An empty token, not nothing: it keeps the emphasis marks on its two sides from being read as one run.
        state.push("separator", "", 0)
    return True
