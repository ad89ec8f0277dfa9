"""Print changes for people and for scripts."""

from __future__ import annotations

from typing import Literal

from briefing.model.briefing import Change, ChangeKind, Changes
from briefing.schema import to_json

Form = Literal["text", "md", "json"]

_WORDS: dict[ChangeKind, str] = {
    "new": "new",
    "dropped": "dropped",
    "moved": "moved",
    "reworded": "reworded",
    "shifted": "shifted",
    "status": "status",
    "figure": "figure",
    "source_new": "new source",
    "source_gone": "withdrawn source",
}
_MARKS = str.maketrans({c: f"\\{c}" for c in "\\`*_[]<>#|&"})


def print_changes(changes: Changes, form: Form = "text") -> str:
    """Return the changes as text, Markdown or JSON; that nothing changed is said."""
    if form == "json":
        return to_json(changes).decode()
    head = f"Changed since the briefing of {changes.since}"
    if not changes.entries:
        return f"{'## ' if form == 'md' else ''}{head}\n\nNothing changed."
    lines = [_line(c, form) for c in changes.entries]
    return "\n".join([f"{'## ' if form == 'md' else ''}{head}", "", *lines])


def _line(change: Change, form: Form) -> str:
    where = f"{_WORDS[change.kind]} ({change.section.replace('_', ' ')})"
    text = _escaped(change.text, form)
    said = f"{text}{_from_to(change, form)}"
    return f"- **{where}**: {said}" if form == "md" else f"{where}: {said}"


def _from_to(change: Change, form: Form) -> str:
    """Return what the item was before, where it says more than the text itself."""
    if change.before is None:
        return ""
    before = _escaped(change.before.replace("_", " ") if change.kind == "status" else change.before, form)
    if change.kind == "status" and change.after:
        return f" [{before} → {_escaped(change.after.replace('_', ' '), form)}]"
    return f" [before: {before}]"


def _escaped(text: str, form: Form) -> str:
    plain = " ".join(text.split())
    return plain.translate(_MARKS) if form == "md" else plain
