"""Many documents from a working file: the same ones in the same order, and few of them in memory."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from unittest.mock import patch

import pytest

from briefing import build
from briefing.assemble import matter, prove
from briefing.build import Request, compose, source_texts
from briefing.each import find_all
from briefing.errors import BriefingError
from briefing.executor import InProcess
from briefing.model import library
from briefing.model.briefing import Briefing
from briefing.model.document import Document, Reading
from briefing.model.library import Fetched, Library, cards_of
from briefing.profile import load_profile
from briefing.read import read_sources
from tests.commands.terminal import ARTICLE

FEW = 2


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let next to nothing stay in memory."""
    monkeypatch.setattr(library, "AT_HAND", FEW)
    monkeypatch.setattr(library, "IN_MEMORY", 1)
    monkeypatch.setattr(matter, "AT_HAND", FEW)


def document(number: int) -> Document:
    text = f"Report {number} – 북한: no word."
    return Document(
        id=f"d{number}", path=f"{number}.txt", sha256=f"{number}", media_type="text/plain", text=text, blocks=()
    )


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    for number in range(12):
        told = ARTICLE.replace("Ole Dahl", f"Ole Dahl{'abcdefghijkl'[number]}")
        extra = f"\n\nNorland opened port number {number} of its {number + 3} northern ports, its harbour board said.\n"
        (folder / f"{number:02}.txt").write_text(told + extra * (number + 1), encoding="utf-8")
    return folder


@pytest.mark.usefixtures("small")
def test_documents_come_back_in_their_order() -> None:
    given = [document(n) for n in range(7)]
    kept = Library(given)
    assert list(kept) == given
    assert kept[-1] == given[-1]
    assert kept[1:3] == tuple(given[1:3])
    assert [card.path for card in cards_of(kept)] == [d.path for d in given]
    assert kept == tuple(given)
    assert kept != tuple(given[:-1])
    with pytest.raises(IndexError):
        kept[7]


@pytest.mark.usefixtures("small")
def test_several_threads_may_ask() -> None:
    kept = Library(document(n) for n in range(40))
    with ThreadPoolExecutor(4) as pool:
        asked = [n % 40 for n in range(2000)]
        assert [d.id for d in pool.map(kept.__getitem__, asked)] == [f"d{n}" for n in asked]


@pytest.mark.usefixtures("small")
def test_a_full_disk_is_told() -> None:
    full = OSError(28, "No space left on device")
    told = pytest.raises(BriefingError, match="no working file can be written: No space left on device")
    with patch("tempfile.SpooledTemporaryFile.write", side_effect=full), told:
        Library([document(1)])


@pytest.mark.usefixtures("small")
def test_a_briefing_is_the_same_with_few_documents_in_memory(inbox: Path) -> None:
    request = Request(sources=(inbox,), profile=load_profile("generic"))
    made = compose(request)
    held = tuple(made.documents)
    assert len(held) > FEW
    found = find_all(held, (), InProcess())
    whole = build.brief(request, Reading(documents=held), found.analyses, found.sketches)
    assert made.briefing == whole
    assert {name: text.decode() for name, text in source_texts(made).items()} == {
        f"sources/S{n}.txt": d.text for n, d in enumerate(held, 1)
    }


@pytest.mark.usefixtures("small")
def test_a_reader_in_a_process_of_its_own_disturbs_no_working_file(tmp_path: Path) -> None:
    for number in range(9):
        words = f"Norland {number} said no to the plan of its harbour board on Monday. " * 9
        page = f"<html><body><article><h1>T</h1><p>{words}</p><p>{words}</p></article></body></html>"
        (tmp_path / f"{number}.{'html' if number % 3 == 1 else 'txt'}").write_text(page if number % 3 == 1 else words)
    kept = read_sources([tmp_path]).documents
    assert [d.path for d in kept if f"Norland {d.path[0]} said" in d.text] == [d.path for d in cards_of(kept)]
    assert len(kept) == 9


@pytest.mark.usefixtures("small")
def test_assembling_holds_few_documents(inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alive: list[int] = []

    def counting(briefing: Briefing, documents: Sequence[Document]) -> None:
        prove(briefing, documents)
        gc.collect()
        alive.append(sum(type(thing) is Document for thing in gc.get_objects()))

    gc.collect()
    before = sum(type(thing) is Document for thing in gc.get_objects())
    monkeypatch.setattr("briefing.build.prove", counting)
    compose(Request(sources=(inbox,), profile=load_profile("generic")))
    assert alive[0] - before <= 2 * FEW + 1


def test_a_value_is_made_when_it_is_asked_for() -> None:
    made: list[str] = []

    def make() -> str:
        made.append("x")
        return "x"

    values = Fetched({"a": make}) | {"b": "y"}
    assert list(values) == ["a", "b"]
    assert not made
    assert (values["a"], values["b"], values["a"]) == ("x", "y", "x")
    assert made == ["x", "x"]
