"""Wrong input gives one clear line and its exit code, and leaves an existing out/ as it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.terminal import ARTICLE, Told, briefing, snapshot


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with an article and an earlier run's outputs."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "briefing.md").write_text("the earlier one")
    (tmp_path / "out" / "manifest.json").write_text('{"outputs": {"briefing.md": {}}}')
    return tmp_path


def empty_folder(desk: Path) -> list[str | Path]:
    (desk / "nothing").mkdir()
    return [desk / "nothing"]


def empty_file(desk: Path) -> list[str | Path]:
    (desk / "empty.txt").touch()
    return [desk / "empty.txt"]


def binary_file(desk: Path) -> list[str | Path]:
    (desk / "noise.bin").write_bytes(bytes(range(256)) * 40)
    return [desk / "noise.bin"]


def broken_word_file(desk: Path) -> list[str | Path]:
    (desk / "broken.docx").write_bytes(b"PK\x03\x04" + b"\0" * 200)
    return [desk / "broken.docx"]


def profile_with(text: str) -> Callable[[Path], list[str | Path]]:
    def arguments(desk: Path) -> list[str | Path]:
        (desk / "p.toml").write_text(text)
        return [desk / "in", "--profile", desk / "p.toml"]

    return arguments


def plus(*more: str) -> Callable[[Path], list[str | Path]]:
    return lambda desk: [desk / "in", *more]


CASES: list[tuple[str, Callable[[Path], list[str | Path]], int, str]] = [
    ("missing folder", lambda desk: [desk / "nowhere"], 3, "nowhere"),
    ("empty folder", empty_folder, 3, "no document"),
    ("empty file", empty_file, 3, "empty"),
    ("binary file", binary_file, 3, "noise.bin"),
    ("broken Word file", broken_word_file, 3, "broken.docx"),
    ("no source", lambda _: [], 2, "SOURCE"),
    ("unknown option", plus("--frmat", "pdf"), 2, "--frmat"),
    ("unknown format", plus("--format", "pfd"), 2, "pfd"),
    ("unknown focus", plus("--focus", "Atlantis"), 2, "Atlantis"),
    ("unknown profile", plus("--profile", "japn"), 2, "did you mean japan?"),
    ("profile that is not there", plus("--profile", "nowhere.toml"), 2, "nowhere.toml"),
    ("unknown key in a profile", profile_with("focuss = 'KR'"), 2, "did you mean focus?"),
    ("profile that is no TOML", profile_with("focus ="), 2, "not valid TOML"),
    ("unknown template", plus("--template", "standrd"), 5, "standrd"),
    ("date that is none", plus("--as-of", "yesterday"), 2, "yesterday"),
    ("unknown format in a profile", profile_with("formats = ['doc']"), 2, "did you mean 'docx'?"),
    ("section named twice in a profile", profile_with("sections = ['gaps', 'gaps']"), 2, "'gaps' 2 times"),
    ("two lengths", plus("--brief", "--full"), 2, "exclude each other"),
    ("previous run that is not there", plus("--previous", "nowhere"), 3, "nowhere"),
    ("no scheduler at the address", plus("--scheduler", "tcp://127.0.0.1:9", "--jobs", "2"), 2, "exclude each other"),
]


def check(told: Told, code: int, words: str) -> None:
    lines = [line for line in told.err.splitlines() if not line.startswith("  hint:")]
    assert told.code == code, told
    assert len(lines) == 1, told.err
    assert words in told.err
    assert "Traceback" not in told.err
    assert told.out == ""


@pytest.mark.parametrize(("arguments", "code", "words"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_one_clear_line(
    desk: Path, arguments: Callable[[Path], list[str | Path]], code: int, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk)
    before = snapshot(desk / "out")
    check(briefing("build", *arguments(desk)), code, words)
    assert snapshot(desk / "out") == before


def test_an_out_that_cannot_be_written(desk: Path) -> None:
    (desk / "file").write_text("in the way")
    check(briefing("build", desk / "in", "--out", desk / "file"), 6, "cannot be written")
    check(briefing("build", desk / "in", "--out", "/proc/out"), 6, "cannot be written")


def test_one_bad_file_among_good_ones_is_told_and_kept_in_the_manifest(desk: Path) -> None:
    (desk / "in" / "empty.txt").touch()
    told = briefing("build", desk / "in", "--out", desk / "out", "--format", "md,json")
    assert told.code == 0
    assert "empty.txt" in told.err
    assert "empty.txt" in (desk / "out" / "manifest.json").read_text()
    strict = briefing("build", desk / "in", "--out", desk / "out", "--strict")
    assert strict.code == 3


def test_a_name_cannot_act_on_the_terminal(desk: Path) -> None:
    name = desk / "in" / "x\x1b[31m\u202egnp.txt"
    name.touch()
    told = briefing("build", desk / "in", "--out", desk / "out", "--format", "md")
    assert "\x1b" not in told.err
    assert "\u202e" not in told.err


@pytest.mark.parametrize("command", ["verify", "trace", "diff", "nightly", "mail", "preview", "read", "extract"])
def test_every_command_tells_a_missing_file(desk: Path, command: str) -> None:
    missing = [desk / "no.json"] * (2 if command == "diff" else 1)
    more: dict[str, list[str | Path]] = {
        "mail": ["--from", "a@example.org", "--to", "b@example.org"],
        "trace": ["--run", desk / "no.json"],
    }
    told = briefing(command, *missing, *more.get(command, []))
    assert told.code in (2, 3)
    assert "no.json" in told.err or "no document" in told.err
    assert len(told.err.splitlines()) <= 2


def test_a_wrong_attachment_names_its_own_option(desk: Path) -> None:
    told = briefing("mail", desk / "out", "--from", "a@example.org", "--attach", "doc")
    check(told, 2, "--attach: unknown format 'doc'")


def test_a_template_folder_that_cannot_be_made(desk: Path) -> None:
    (desk / "file").write_text("in the way")
    check(briefing("template", "copy", "cable", desk / "file" / "mine"), 5, "cannot be written")


def test_a_profile_that_leaves_all_out_is_told(desk: Path) -> None:
    (desk / "p.toml").write_text("drop = ['article.txt']\n")
    told = briefing("build", desk / "in", "--profile", desk / "p.toml", "--out", desk / "out", "--format", "md")
    assert told.code == 0
    assert told.err.startswith("warning: p: no source is used")


def test_a_briefing_that_holds_nothing_is_told(desk: Path) -> None:
    (desk / "short.txt").write_text("hello")
    told = briefing("build", desk / "short.txt", "--out", desk / "out", "--format", "md")
    assert told.code == 0
    assert "carry nothing for this briefing" in told.err
