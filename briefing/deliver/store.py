"""What earlier runs read and found, in one SQLite file. It saves time only: everything in it can be made again."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

import msgspec

from briefing.errors import DeliveryError
from briefing.model.briefing import Briefing
from briefing.model.document import Card
from briefing.model.findings import Analysis
from briefing.read.entries import Entry

Say = Callable[[str], None]
Kept = TypeVar("Kept")

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE documents (
      sha256 TEXT NOT NULL, name TEXT NOT NULL, version TEXT NOT NULL, data BLOB NOT NULL, crc INTEGER NOT NULL,
      PRIMARY KEY (sha256, name, version)) WITHOUT ROWID;
    CREATE TABLE analyses (
      document TEXT NOT NULL, sha256 TEXT NOT NULL, path TEXT NOT NULL, version TEXT NOT NULL, data BLOB NOT NULL,
      crc INTEGER NOT NULL, PRIMARY KEY (document, sha256, path, version)) WITHOUT ROWID;
    CREATE TABLE runs (
      date TEXT NOT NULL, profile TEXT NOT NULL, title TEXT NOT NULL, PRIMARY KEY (date, profile)) WITHOUT ROWID;
    CREATE TABLE items (
      profile TEXT NOT NULL, section TEXT NOT NULL, item TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL,
      PRIMARY KEY (profile, section, item)) WITHOUT ROWID;
    """,
    """
    CREATE TABLE outbox (
      message TEXT NOT NULL, recipient TEXT NOT NULL, state TEXT NOT NULL, answer TEXT NOT NULL DEFAULT '',
      PRIMARY KEY (message, recipient)) WITHOUT ROWID;
    CREATE TABLE feeds (url TEXT PRIMARY KEY, etag TEXT, modified TEXT) WITHOUT ROWID;
    """,
    """
    CREATE TABLE sketches (
      document TEXT NOT NULL, sha256 TEXT NOT NULL, path TEXT NOT NULL, version TEXT NOT NULL, data BLOB NOT NULL,
      crc INTEGER NOT NULL, PRIMARY KEY (document, sha256, path, version)) WITHOUT ROWID;
    """,
)
"""One script a schema version, in order; `PRAGMA user_version` tells how many were run."""

SECTIONS = ("key_points", "positions", "options", "quotes", "timeline")


class Store:
    """The open store; use it as a context manager. Rows whose checksum is wrong count as unknown."""

    def __init__(self, path: Path, say: Say = lambda _: None) -> None:
        """Open the store at `path`, made anew (the damaged one put aside, and told) where it cannot be used."""
        self.path = path
        self._say = say
        self._database = self._open()

    def __enter__(self) -> Store:
        """Return the open store."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Commit what was kept and close; after an error what was kept so far stays as well, it is right."""
        self._database.commit()
        self._database.close()

    def _open(self) -> sqlite3.Connection:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            return _connect(self.path)
        except sqlite3.OperationalError as error:
            raise DeliveryError(f"the store cannot be used: {error}", where=str(self.path), hint=_HINT) from error
        except OSError as error:
            raise DeliveryError(f"the store cannot be made: {error.strerror}", where=str(self.path)) from error
        except sqlite3.DatabaseError:
            aside = _put_aside(self.path)
            self._say(f"the store was damaged; it is kept as {aside.name} and made again from the sources")
            return _connect(self.path)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Give the database for several changes that happen together or not at all."""
        with self._database:
            yield self._database

    def recall_entry(self, name: str, sha256: str, version: str) -> Entry | None:
        """Return what the reader `version` made of this file, if it is known."""
        return self._row(
            "SELECT data, crc FROM documents WHERE sha256 = ? AND name = ? AND version = ?",
            (sha256, name, version),
            Entry,
        )

    def keep_entry(self, name: str, sha256: str, version: str, entry: Entry) -> None:
        """Remember what a file held, and forget what another program read in it."""
        data = _packed(entry)
        self._database.execute(
            "DELETE FROM documents WHERE sha256 = ? AND name = ? AND version != ? "
            "AND (version LIKE '%+ocr') = (? LIKE '%+ocr')",
            (sha256, name, version, version),
        )
        self._database.execute(
            "INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?)", (sha256, name, version, data, zlib.crc32(data))
        )

    def recall(self, document: Card, version: str) -> Analysis | None:
        """Return what the analyser `version` found in the document, if it is known."""
        return self._row(_FIND.format("analyses"), _place(document, version), Analysis)

    def keep(self, document: Card, version: str, analysis: Analysis) -> None:
        """Remember what was found in a document; one read from another path may differ in its metadata."""
        self._put("analyses", document, version, _packed(analysis))

    def recall_sketch(self, document: Card, version: str) -> bytes | None:
        """Return what the program `version` knows of the document's words, if anything."""
        return self._bytes(_FIND.format("sketches"), _place(document, version))

    def keep_sketch(self, document: Card, version: str, sketch: bytes) -> None:
        """Remember what is known of a document's words."""
        self._put("sketches", document, version, sketch)

    def _put(self, table: str, document: Card, version: str, data: bytes) -> None:
        """Keep a row and forget what another program left of the same kind: `version` is `kind@program`."""
        place, kind = _place(document, version), version.partition("@")[0] + "@"
        self._database.execute(
            f"DELETE FROM {table} WHERE document = ? AND sha256 = ? AND path = ? "
            "AND version != ? AND substr(version, 1, ?) = ?",
            (*place, len(kind), kind),
        )
        self._database.execute(
            f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?, ?, ?, ?)",
            (*place, data, zlib.crc32(data)),
        )

    def _row(self, query: str, values: tuple[str, ...], kind: type[Kept]) -> Kept | None:
        data = self._bytes(query, values)
        return None if data is None else _unpacked(data, kind)

    def _bytes(self, query: str, values: tuple[str, ...]) -> bytes | None:
        try:
            row = self._database.execute(query, values).fetchone()
        except sqlite3.DatabaseError:
            self._say("a part of the store is damaged; what it held is made again from the sources")
            return None
        if row is None:
            return None
        if zlib.crc32(row[0]) != row[1]:
            self._say("a row of the store is damaged; it is made again from its source")
            return None
        return bytes(row[0])

    def keep_run(self, date: str, profile: str, briefing: Briefing) -> None:
        """Remember a run and since when each of its items has been there."""
        with self._database:
            self._database.execute("INSERT OR REPLACE INTO runs VALUES (?, ?, ?)", (date, profile, briefing.title))
            self._database.executemany(
                "INSERT INTO items VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
                "first = min(first, excluded.first), last = max(last, excluded.last)",
                [(profile, s, item.id, date, date) for s in SECTIONS for item in getattr(briefing, s)],
            )

    def since(self, profile: str, section: str, item: str) -> str | None:
        """Return the date of the first run that had the item."""
        row = self._database.execute(
            "SELECT first FROM items WHERE profile = ? AND section = ? AND item = ?", (profile, section, item)
        ).fetchone()
        return None if row is None else str(row[0])

    def feed_state(self, url: str) -> tuple[str | None, str | None]:
        """Return the entity tag and the date of change that a feed's server sent last."""
        row = self._database.execute("SELECT etag, modified FROM feeds WHERE url = ?", (url,)).fetchone()
        return (None, None) if row is None else (row[0], row[1])

    def keep_feed_state(self, url: str, etag: str | None, modified: str | None) -> None:
        """Remember what to ask the feed's server with next time."""
        with self._database:
            self._database.execute("INSERT OR REPLACE INTO feeds VALUES (?, ?, ?)", (url, etag, modified))

    def commit(self) -> None:
        """Put what was kept so far on the disk."""
        self._database.commit()


_HINT = "is the disk full or the store in use? close other runs and try again"


_FIND = "SELECT data, crc FROM {} WHERE document = ? AND sha256 = ? AND path = ? AND version = ?"


def _place(document: Card, version: str) -> tuple[str, ...]:
    return document.id, document.sha256, document.path, version


def _connect(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=10)
    try:
        done = _schema_version(database)
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        _migrate(database, done)
    except sqlite3.Error:
        database.close()
        raise
    return database


def _schema_version(database: sqlite3.Connection) -> int:
    done = int(database.execute("PRAGMA user_version").fetchone()[0])
    if done > len(MIGRATIONS):
        raise sqlite3.OperationalError("it was made by a newer version of briefing")
    return done


def _migrate(database: sqlite3.Connection, done: int) -> None:
    for number, script in enumerate(MIGRATIONS[done:], done + 1):
        database.executescript(f"BEGIN; {script}; PRAGMA user_version = {number}; COMMIT;")


def _put_aside(path: Path) -> Path:
    """Rename a damaged store and its journal; the first free number is added to the name."""
    number = next(n for n in range(1, 10_000) if not path.with_name(f"{path.name}.damaged{n}").exists())
    aside = path.with_name(f"{path.name}.damaged{number}")
    path.rename(aside)
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    return aside


def _packed(value: Any) -> bytes:
    return zlib.compress(msgspec.json.encode(value), 1)


def _unpacked(data: bytes, kind: type[Kept]) -> Kept:
    return msgspec.json.decode(zlib.decompress(data), type=kind)
