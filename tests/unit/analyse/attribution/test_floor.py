"""The engine on some annotated documents, by the measure that lies beside them."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from briefing.analyse.attribution import find_attributions

FLOORS = {"exact.source": 76, "exact.cue": 69, "exact.content": 62, "linked.all": 67}
EVERY = 7


def measure(shared: Path) -> ModuleType:
    """Return the scoring script as a module."""
    spec = importlib.util.spec_from_file_location("score_attribution", shared / "eval" / "score_attribution.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.slow
def test_figures_do_not_fall(shared: Path, tmp_path: Path) -> None:
    dev = shared / "eval" / "polnear" / "dev"
    script = measure(shared)
    names = sorted(script.gold_files(dev))[::EVERY]
    for folder in ("text", "attributions"):
        (tmp_path / folder).mkdir()
    found = {}
    for name in names:
        (tmp_path / "text" / f"{name}.txt").symlink_to(dev / "text" / f"{name}.txt")
        gold = script.gold_files(dev)[name]
        (tmp_path / "attributions" / gold.name).symlink_to(gold)
        text = (dev / "text" / f"{name}.txt").read_text(encoding="utf-8")
        items = find_attributions(text, [m.span() for m in re.finditer(r"[^\n]+", text)])
        found[name] = [{"source": i.source, "cue": i.cue, "content": i.content} for i in items]
    figures = script.score(tmp_path, found)
    assert not figures["missing"]
    assert {key: figures[key]["f1"] for key in FLOORS if figures[key]["f1"] < FLOORS[key]} == {}
