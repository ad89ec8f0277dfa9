"""The hard phenomena of the language of news and diplomacy, one specimen each or several."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.analyse.specimen import faults, read_specimen

FOLDER = Path(__file__).parent / "phenomena"


def specimens() -> list[object]:
    """Return the files as test parameters; those that name a reason under `fails` must fail."""
    out: list[object] = []
    for path in sorted(FOLDER.glob("*.txt")):
        reason = read_specimen(path).settings.get("fails")
        marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
        out.append(pytest.param(path, id=path.stem, marks=marks))
    return out


@pytest.mark.parametrize("path", specimens())
def test_phenomenon(path: Path) -> None:
    assert list(faults(read_specimen(path))) == []


def test_every_phenomenon_has_a_specimen() -> None:
    numbers = {int(path.name[:2]) for path in FOLDER.glob("*.txt")}
    assert numbers == set(range(1, 46))
