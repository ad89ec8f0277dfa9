"""Starting the command line loads nothing heavy, and nothing opens a connection."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = (
    "onnxruntime", "tokenizers", "numpy", "trafilatura", "pypdfium2", "docx", "reportlab", "pikepdf", "PIL", "jinja2",
    "lxml", "markdown_it", "feedparser", "jsonschema", "distributed", "torch",
)  # fmt: skip


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["build", "--help"], ["profile", "list"]])
def test_help_and_version_load_nothing_heavy(arguments: list[str]) -> None:
    program = (
        "import sys; from briefing.cli import run; code = run(sys.argv[1:]); "
        f"sys.exit(code or ' '.join(m for m in {HEAVY!r} if m in sys.modules) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
