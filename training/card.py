"""The model card, its figures put in from the record of the run."""

from __future__ import annotations

import json
from pathlib import Path
from string import Template
from typing import Any

TEMPLATE = Path(__file__).with_name("MODEL_CARD.template.md")
NAMES = {"source": "source, exact", "cue": "cue, exact", "content": "content, exact", "linked": "who said what, linked"}


def write_card(folder: Path) -> None:
    """Write MODEL_CARD.md beside training.json, from it and from the files that ship."""
    record = json.loads((folder / "training.json").read_text(encoding="utf-8"))
    size = (folder / "attribution.onnx").stat().st_size
    settings = "\n".join(f"| {key} | {value} |" for key, value in record["settings"].items())
    text = Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        figures="\n".join(_row(kind, record) for kind in NAMES),
        settings=settings,
        averaged=", ".join(record["averaged"]),
        size=f"{size / 1e6:.1f}",
        documents=record["documents"]["dev"],
        trained_on=record["documents"]["train"],
    )
    (folder / "MODEL_CARD.md").write_text(text, encoding="utf-8")


def _row(kind: str, record: dict[str, Any]) -> str:
    rates, people = record["dev"][kind], record["people"][kind]["f1"]
    return (
        f"| {NAMES[kind]} | "
        + " | ".join(f"{rates[key]:.1f}" for key in ("precision", "recall", "f1"))
        + f" | {people:.1f} |"
    )
