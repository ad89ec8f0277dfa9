"""Inlines as HTML; every word escaped, every address from the allowed schemes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape

from briefing.model.blocks import Emphasis, Inline, Inlines, Label, LineBreak, Link, NoteMark, Strong, Text

_TARGET = re.compile(r"#\S+|(?:https?://|mailto:)\S+", re.IGNORECASE)


@dataclass(slots=True)
class Marks:
    """Counts the marks of each note, so that each has its own id and the note leads back to the first."""

    notes_label: str
    used: dict[str, int] = field(default_factory=dict)

    def inlines(self, inlines: Inlines) -> str:
        """Write inlines."""
        written = []
        last: Inline | None = None
        for inline in inlines:
            written.append(self._inline(inline, follows=isinstance(last, NoteMark)))
            last = inline
        return "".join(written)

    def _inline(self, inline: Inline, *, follows: bool) -> str:
        match inline:
            case Text(text=text, lang=None):
                return escape(text, quote=False)
            case Text(text=text, lang=lang):
                return f'<span lang="{escape(lang or "")}">{escape(text, quote=False)}</span>'
            case Strong(children=children):
                return f"<strong>{self.inlines(children)}</strong>"
            case Emphasis(children=children):
                return f"<em>{self.inlines(children)}</em>"
            case Label(text=text):
                return f'<span class="label">{escape(text, quote=False)}</span>'
            case Link(target=target, children=children):
                words = self.inlines(children)
                return f'<a href="{escape(target)}">{words}</a>' if _TARGET.fullmatch(target) else words
            case LineBreak():
                return "<br>"
            case NoteMark():
                return self._mark(inline, follows)

    def _mark(self, mark: NoteMark, follows: bool) -> str:
        count = self.used[mark.note] = self.used.get(mark.note, 0) + 1
        again = "" if count == 1 else f"-{count}"
        note = escape(mark.note)
        next_class = ' class="next"' if follows else ""
        return (
            f'<sup{next_class}><a role="doc-noteref" id="ref-{note}{again}" href="#note-{note}" '
            f'aria-label="{escape(self.notes_label)} {mark.number}">{mark.number}</a></sup>'
        )
