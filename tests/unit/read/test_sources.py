"""Files and folders: what is read, in which order, under which name, and what is refused."""

from __future__ import annotations

import gzip
import os
import time
from pathlib import Path

import pytest

from briefing.errors import InputError
from briefing.model.document import Reading
from briefing.read import Limits, entries, formats, read_bytes, read_sources, worker
from briefing.read.draft import Draft
from briefing.read.entries import Entry

TEXT = "Ferry talks end\n\nThe ferry talks ended on Sunday, officials said, and nobody in the harbour was content.\n"


def _write(path: Path, text: str = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _paths(reading: Reading) -> list[str]:
    return [document.path for document in reading.documents]


def _faults(reading: Reading) -> list[tuple[str, str]]:
    return [(fault.where, fault.message) for fault in reading.diagnostics]


def test_order_of_arguments_does_not_matter(tmp_path: Path) -> None:
    one, two = _write(tmp_path / "a" / "x.txt"), _write(tmp_path / "b" / "y" / "z.txt", TEXT + "Really.")
    forward, backward = read_sources([one.parent, two.parent]), read_sources([two.parent, one.parent])
    assert forward == backward
    assert _paths(read_sources([tmp_path])) == ["a/x.txt", "b/y/z.txt"]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    path = _write(tmp_path / "sub" / "x.txt")
    assert _paths(read_sources([tmp_path, path, path])) == ["x.txt"]


def test_one_name_in_two_folders_is_kept_apart(tmp_path: Path) -> None:
    _write(tmp_path / "a" / "x.txt")
    _write(tmp_path / "b" / "x.txt", TEXT + "Really.")
    _write(tmp_path / "b" / "only.txt", TEXT + "Truly.")
    assert _paths(read_sources([tmp_path / "a", tmp_path / "b"])) == ["a/x.txt", "b/x.txt", "only.txt"]


def test_identical_files_have_identities_of_their_own(tmp_path: Path) -> None:
    _write(tmp_path / "x.txt")
    _write(tmp_path / "y.txt")
    first, second = read_sources([tmp_path]).documents
    assert first.sha256 == second.sha256
    assert first.id != second.id


def test_a_missing_path_stops_the_run(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_sources([tmp_path / "nowhere"])


def test_each_bad_file_costs_one_diagnostic(tmp_path: Path) -> None:
    _write(tmp_path / "good.txt")
    _write(tmp_path / "empty.txt", " \n")
    (tmp_path / "binary.txt").write_bytes(bytes(range(32)) * 9)
    (tmp_path / "picture.bin").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(60))
    _write(tmp_path / "table.csv", "a,b\n1,2\n")
    _write(tmp_path / ".hidden.txt")
    reading = read_sources([tmp_path])
    assert _paths(reading) == ["good.txt"]
    assert _faults(reading) == [
        ("binary.txt", "holds binary data, not text"),
        ("empty.txt", "is empty"),
        ("picture.bin", "no reader takes .bin files"),
        ("table.csv", ".csv files hold data, not a document"),
    ]
    assert all(fault.hint for fault in reading.diagnostics)


def test_unknown_suffixes_are_read_by_their_content(tmp_path: Path) -> None:
    _write(tmp_path / "note")
    _write(
        tmp_path / "mail.saved",
        "From: Ann <ann@example.org>\nSubject: Ferry\nDate: Mon, 1 Jan 2018 10:00:00 +0000\n\nIt sails.\n",
    )
    assert [d.media_type for d in read_sources([tmp_path]).documents] == ["message/rfc822", "text/plain"]


def test_content_counts_before_a_wrong_suffix() -> None:
    page = b"<!doctype html><html><body><p>The ferry talks ended on Sunday, officials said.</p></body></html>"
    assert read_bytes("page.txt", page)[0].media_type == "text/html"
    with pytest.raises(InputError, match="PDF"):
        read_bytes("paper.docx", b"%PDF-1.7\nno more")


@pytest.mark.parametrize(
    ("name", "data", "cause"),
    [
        ("note.rtf", b"{\\rtf1 The ferry sails.}", "Rich Text"),
        ("note.txt", b"{\\rtf1 The ferry sails.}", "Rich Text"),
        ("note.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "old or encrypted Office"),
        ("sheet.xlsx", b"PK\x03\x04[Content_Types].xml xl/workbook.xml", "no reader takes .xlsx"),
        ("all.zip", b"PK\x03\x04" + bytes(99), "no reader takes .zip"),
    ],
)
def test_foreign_formats_are_named(name: str, data: bytes, cause: str) -> None:
    with pytest.raises(InputError, match=cause):
        read_bytes(name, data)


def test_links_out_of_the_folder_are_refused(tmp_path: Path) -> None:
    outside = _write(tmp_path / "outside" / "secret.txt")
    inside = _write(tmp_path / "given" / "x.txt").parent
    (inside / "leak.txt").symlink_to(outside)
    (inside / "leaks").symlink_to(outside.parent)
    (inside / "same.txt").symlink_to(inside / "x.txt")
    reading = read_sources([inside])
    assert _paths(reading) == ["x.txt"]
    assert [where for where, _ in _faults(reading)] == ["leak.txt", "leaks"]


def test_odd_names_are_shown_harmless(tmp_path: Path) -> None:
    _write(tmp_path / "a\u202etxt.exe.txt")
    _write(tmp_path / "b\x1b[31m.txt", "")
    reading = read_sources([tmp_path])
    assert _paths(reading) == ["a\\u202etxt.exe.txt"]
    assert _faults(reading) == [("b\\u001b[31m.txt", "is empty")]


def test_a_pipe_is_no_source(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert _faults(read_sources([tmp_path])) == [("pipe.txt", "is not a regular file")]


def test_what_a_browser_saves_beside_a_page_is_left_alone(tmp_path: Path) -> None:
    _write(tmp_path / "page.html", "<html><body></body></html>")
    _write(tmp_path / "page_files" / "ad.txt")
    _write(tmp_path / "my_files" / "x.txt")
    assert _paths(read_sources([tmp_path])) == ["my_files/x.txt"]


def test_compressed_text_is_read_within_limits(tmp_path: Path) -> None:
    packed = gzip.compress(gzip.compress(TEXT.encode()))
    document = read_bytes("x.txt.gz", packed)[0]
    assert (document.path, document.text) == ("x.txt.gz", TEXT)
    with pytest.raises(InputError, match="unpacks to more than"):
        read_bytes("bomb.txt.gz", gzip.compress(b"a" * 3_000_000))
    with pytest.raises(InputError, match="damaged gzip"):
        read_bytes("cut.txt.gz", packed[:-9])


def test_a_file_that_is_too_large_is_not_opened(tmp_path: Path) -> None:
    _write(tmp_path / "x.txt")
    reading = read_sources([tmp_path], limits=Limits(max_bytes=20))
    assert _faults(reading) == [("x.txt", "is larger than 20 bytes")]


def _hangs(name: str, data: bytes, limits: Limits) -> Draft:
    time.sleep(60)
    raise AssertionError(name)


def _dies(name: str, data: bytes, limits: Limits) -> Draft:
    os._exit(9)


def _stumbles(name: str, data: bytes, limits: Limits) -> Draft:
    raise IndexError(name)


def _devours(name: str, data: bytes, limits: Limits) -> Draft:
    return Draft(text="x" * (limits.max_memory * 2), blocks=())


@pytest.mark.slow
def test_a_parser_costs_its_own_file_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    readers = {".hang": _hangs, ".dead": _dies, ".slip": _stumbles, ".huge": _devours}
    monkeypatch.setattr(formats, "FORMATS", {**formats.FORMATS, **readers, ".page": formats.TEXT})
    for suffix in (*readers, ".page"):
        _write(tmp_path / f"x{suffix}")
    limits = Limits(max_seconds=0.5, max_memory=400_000_000)
    reading = read_sources([tmp_path], limits=limits)
    assert _paths(reading) == ["x.page"]
    assert _faults(reading) == [
        ("x.dead", "brought its reader down"),
        ("x.hang", "took longer than 0.5 seconds"),
        ("x.huge", "needs more than 400 MB to be read"),
        ("x.slip", "cannot be read: its parser stopped (IndexError)"),
    ]


def test_the_worker_gives_what_the_calling_process_gives(tmp_path: Path) -> None:
    data = TEXT.encode()
    with worker.worker(limits=Limits()) as reader:
        asked = reader.read("note", data)
    assert isinstance(asked, Entry)
    assert asked == entries.read_entry("note", data, limits=Limits())
