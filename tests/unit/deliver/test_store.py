"""The store remembers, and loses nothing but time when it is damaged."""

from __future__ import annotations

import dataclasses
import sqlite3
from pathlib import Path

import pytest

from briefing.deliver.store import MIGRATIONS, Store
from briefing.errors import DeliveryError
from briefing.model.document import Document
from briefing.model.findings import Analysis
from briefing.model.sketch import Sketch
from briefing.read.entries import Entry
from tests.factories import make_briefing

DOCUMENT = Document(
    id="0123456789ab", path="a.txt", sha256="ab" * 32, media_type="text/plain", text="Norland voted.", blocks=()
)
ANALYSIS = Analysis(document=DOCUMENT.id, version="7")


def test_what_is_kept_is_recalled(tmp_path: Path) -> None:
    with Store(tmp_path / "s.sqlite") as store:
        store.keep(DOCUMENT, "7", ANALYSIS)
        store.keep_entry("a.txt", DOCUMENT.sha256, "1", Entry(documents=(DOCUMENT,)))
    with Store(tmp_path / "s.sqlite") as store:
        assert store.recall(DOCUMENT, "7") == ANALYSIS
        assert store.recall_entry("a.txt", DOCUMENT.sha256, "1") == Entry(documents=(DOCUMENT,))


def test_another_version_name_or_file_is_unknown(tmp_path: Path) -> None:
    with Store(tmp_path / "s.sqlite") as store:
        store.keep(DOCUMENT, "7", ANALYSIS)
        assert store.recall(DOCUMENT, "8") is None
        assert store.recall(dataclasses.replace(DOCUMENT, path="b.txt"), "7") is None
        assert store.recall_entry("a.txt", "cd" * 32, "1") is None


def test_a_damaged_store_is_put_aside_and_told(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    path.write_bytes(b"this is no database, it is a text of some length" * 50)
    said: list[str] = []
    with Store(path, said.append) as store:
        store.keep(DOCUMENT, "7", ANALYSIS)
        assert store.recall(DOCUMENT, "7") == ANALYSIS
    assert "damaged" in said[0]
    assert (tmp_path / "s.sqlite.damaged1").exists()


def test_a_damaged_row_counts_as_unknown(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    said: list[str] = []
    with Store(path, said.append) as store:
        store.keep(DOCUMENT, "7", ANALYSIS)
    database = sqlite3.connect(path)
    database.execute("UPDATE analyses SET data = ?", (b"other bytes",))
    database.commit()
    database.close()
    with Store(path, said.append) as store:
        assert store.recall(DOCUMENT, "7") is None
    assert said


@pytest.mark.parametrize("done", range(len(MIGRATIONS) + 1))
def test_every_earlier_schema_is_brought_up_to_date(tmp_path: Path, done: int) -> None:
    path = tmp_path / "s.sqlite"
    database = sqlite3.connect(path)
    for number, script in enumerate(MIGRATIONS[:done], 1):
        database.executescript(f"{script}; PRAGMA user_version = {number};")
    database.close()
    with Store(path) as store:
        store.keep(DOCUMENT, "7", ANALYSIS)
        assert store.feed_state("https://example.org/feed") == (None, None)


def test_a_store_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    database = sqlite3.connect(path)
    database.execute("PRAGMA user_version = 99")
    database.close()
    before = path.read_bytes()
    with pytest.raises(DeliveryError, match="newer version"):
        Store(path)
    assert path.read_bytes() == before


def test_items_are_known_since_their_first_run(tmp_path: Path) -> None:
    briefing = make_briefing()
    item = briefing.key_points[0].id
    with Store(tmp_path / "s.sqlite") as store:
        store.keep_run("2025-03-05", "p", briefing)
        store.keep_run("2025-03-06", "p", briefing)
        assert store.since("p", "key_points", item) == "2025-03-05"
        store.keep_run("2025-03-04", "p", briefing)
        assert store.since("p", "key_points", item) == "2025-03-04"
        assert store.since("p", "key_points", "unknown") is None


def test_a_sketch_is_kept_and_what_another_program_found_is_forgotten(tmp_path: Path) -> None:
    sketch = Sketch((b"features", b"places", None, {}, None)).packed()
    with Store(tmp_path / "s.sqlite") as store:
        for version in ("1@old", "1+actors@old", "1@new"):
            store.keep(DOCUMENT, version, ANALYSIS)
            store.keep_sketch(DOCUMENT, version, sketch)
        store.keep_entry("a.txt", DOCUMENT.sha256, "old", Entry())
        store.keep_entry("a.txt", DOCUMENT.sha256, "old+ocr", Entry())
        store.keep_entry("a.txt", DOCUMENT.sha256, "new", Entry())
    with Store(tmp_path / "s.sqlite") as store:
        assert store.recall_sketch(DOCUMENT, "1@new") == sketch
        assert store.recall_sketch(DOCUMENT, "1+actors@old") is not None
        assert store.recall_sketch(DOCUMENT, "1@old") is None
        assert store.recall(DOCUMENT, "1@old") is None
        assert store.recall(DOCUMENT, "1@new") == ANALYSIS
        assert store.recall_entry("a.txt", DOCUMENT.sha256, "old") is None
        assert store.recall_entry("a.txt", DOCUMENT.sha256, "old+ocr") is not None
