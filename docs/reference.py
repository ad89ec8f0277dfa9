"""Write docs/reference/ from the code: commands, profile keys, nightly configuration, briefing.json, Python.

python docs/reference.py [FOLDER]
"""

from __future__ import annotations

import ast
import contextlib
import inspect
import io
import os
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "reference"
COMMANDS = (
    *("build", "read", "extract", "inspect", "verify", "trace", "diff", "nightly", "mail", "preview", "plugins"),
    *("schedule show", "schedule install", "schedule remove", "schedule status"),
    *("profile list", "profile show", "profile init", "profile check"),
    *("template list", "template show", "template copy", "template check"),
)


def fields(module: str, name: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield name, type, default and description of a dataclass's fields, from its source."""
    tree = ast.parse(inspect.getsource(import_module(module)))
    node = next(n for n in tree.body if isinstance(n, ast.ClassDef) and n.name == name)
    for place, item in enumerate(node.body):
        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
            after = node.body[place + 1] if place + 1 < len(node.body) else None
            told = _string(after)
            default = ast.unparse(item.value) if item.value else "required"
            yield item.target.id, ast.unparse(item.annotation), default, told


def _string(node: ast.stmt | None) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
        return " ".join(node.value.value.split())
    return ""


def table(module: str, name: str) -> str:
    """Return a dataclass as a Markdown section with a table of its fields."""
    kind = getattr(import_module(module), name)
    rows = [f"| `{n}` | `{_cell(t)}` | `{_cell(d)}` | {_cell(told)} |" for n, t, d, told in fields(module, name)]
    head = f"## {name}\n\n{inspect.getdoc(kind)}\n\n| key | type | default | |\n|---|---|---|---|"
    return "\n".join([head, *rows])


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def page(title: str, module: str, names: tuple[str, ...], lead: str) -> str:
    """Return a page with a table for each dataclass."""
    return "\n\n".join([f"# {title}", lead, *(table(module, n) for n in names)]) + "\n"


def commands() -> str:
    """Return the help of every command."""
    from briefing.cli import run

    parts = ["# Commands", "", EXIT_CODES]
    os.environ.update(COLUMNS="100", TERM="dumb", NO_COLOR="1")
    for command in COMMANDS:
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            run([*command.split(), "--help"])
        parts += [f"\n## briefing {command}\n", f"```text\n{out.getvalue().strip()}\n```"]
    return "\n".join(line.rstrip() for line in "\n".join(parts).splitlines()) + "\n"


def python() -> str:
    """Return the verbs of the Python interface with their signatures."""
    import briefing.api

    parts = ["# Python", inspect.getdoc(briefing.api) or ""]
    for name in briefing.api.__all__:
        verb = getattr(briefing.api, name)
        parts += [f"## {name}", f"```python\n{name}{inspect.signature(verb)}\n```", inspect.getdoc(verb) or ""]
    return "\n\n".join(parts) + "\n"


EXIT_CODES = (
    "Exit codes: 0 done, 1 failure of ours, 2 usage or profile, 3 no usable input, 4 nothing to say (with\n"
    "`--strict`), 5 template, or a file that differs, 6 export, 7 delivery."
)
SETTINGS = ("Profile", "Limits", "ActorEntry")
NIGHTLY = ("NightlyConfig", "SourceSettings", "RetentionSettings", "LogSettings", "MailSettings")
BRIEFING = (
    *("Briefing", "Item", "Evidence", "Position", "Option", "QuoteItem", "TimelineItem", "Disagreement"),
    *("SourceEntry", "Focus", "Changes", "Change"),
)
LEADS = {
    "profile": "Write one with `briefing profile init`. Unknown keys are errors; all problems are told at once.",
    "nightly": "The TOML file of `briefing nightly`. Relative paths lie beside it; unknown keys are errors.",
    "schema": "Offsets are Unicode code points into the source's text, the end exclusive: `text[start:end]` equals the "
    "evidence's text. The JSON Schema is `briefing/schema/briefing.schema.json` in the package; every build is checked "
    "against it.",
    "templates": "A template sees the briefing as `briefing` with the types below, `labels` and `theme`. "
    "Data are escaped for Markdown; an undefined name is an error.",
}


def pages() -> dict[str, str]:
    """Return every page by its file name."""
    return {
        "commands.md": commands(),
        "profile.md": page("Profile keys", "briefing.profile.settings", SETTINGS, LEADS["profile"]),
        "nightly.md": page("Nightly configuration", "briefing.deliver.config", NIGHTLY, LEADS["nightly"]),
        "schema.md": page("briefing.json", "briefing.model.briefing", BRIEFING, LEADS["schema"]),
        "templates.md": page("What a template sees", "briefing.model.briefing", BRIEFING, LEADS["templates"]),
        "python.md": python(),
    }


def main() -> None:
    """Write the pages."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
