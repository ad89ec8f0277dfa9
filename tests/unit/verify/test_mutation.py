"""Finished files spoilt in ten ways are caught in every format; untouched ones are not suspected."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from benchmarks.mutation import FORMATS, SETTINGS, Run, alarms, finish, spoilt
from benchmarks.spoil import KINDS, Change, Piece
from tests.shared import ROOT

PIECES = (
    Piece(text="Norland will not sell 40 ships before 3 May 2031, said S1."),
    Piece(text="Ada Berg"),
    Piece(text="Tom Holt"),
    Piece(text="It wants “calm and order” on the border again soon."),
    Piece(text="stated", role="label"),
    Piece(text="reported", role="label"),
)


@pytest.mark.parametrize("kind", KINDS)
def test_each_way_of_spoiling_changes_what_it_names(kind: str) -> None:
    change = KINDS[kind](PIECES, ["Ada Berg", "Tom Holt"], random.Random(1))
    assert change is not None
    if kind == "deleted line":
        assert change.removed in (0, 3)
    else:
        assert all(PIECES[number].text != words for number, words in change.words.items())


def test_syntax_of_markdown_is_not_taken_for_words() -> None:
    pieces = (Piece(text="1. `stated` Norland agreed.[^S1-20-34] [S1](#s1) was read"),)
    assert KINDS["changed figure"](pieces, [], random.Random(1)) is None
    change = KINDS["changed word"](pieces, [], random.Random(1))
    assert change == Change(words={0: "1. `stated` Norland lanterns.[^S1-20-34] [S1](#s1) was read"})


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_every_spoilt_file_is_caught_and_no_other(tmp_path: Path) -> None:
    chosen = (SETTINGS[0], SETTINGS[8])
    runs: list[Run] = [finish(ROOT / "seeds", given, tmp_path / f"run{n}") for n, given in enumerate(chosen)]
    assert list(alarms(runs, len(runs) * len(FORMATS))) == []
    outcomes = list(spoilt(runs, len(KINDS) * len(FORMATS), tmp_path / "spoilt"))
    assert len(outcomes) > 40
    assert [o for o in outcomes if not o.caught] == []
