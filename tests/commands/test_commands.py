"""The commands do what their help says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing import __version__
from briefing.cli import app
from tests.commands.terminal import ARTICLE, briefing, snapshot


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("in") / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def run(article: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("run")
    assert briefing("build", article, "--focus", "Japan", "--out", out).code == 0
    return out


def test_version() -> None:
    told = briefing("--version")
    assert (told.code, told.out) == (0, f"briefing {__version__}\n")


def test_help_names_every_command() -> None:
    told = briefing("--help")
    for command in ("build", "read", "extract", "inspect", "verify", "trace", "diff", "nightly", "mail", "template"):
        assert command in told.out


@pytest.mark.parametrize("group", [[], ["template"], ["profile"], ["schedule"]])
def test_a_command_alone_shows_its_help(group: list[str]) -> None:
    told = briefing(*group)
    assert (told.code, told.err) == (0, "")
    assert "Commands:" in told.out


def test_the_list_of_commands_cuts_no_line_short() -> None:
    lines = briefing("--help").out.partition("Commands:")[2].splitlines()
    assert len(lines) > 10
    assert not [line for line in lines if line.endswith("...")]


def test_every_command_and_option_has_help() -> None:
    for command in app.registered_commands:
        name = str(command.name or getattr(command.callback, "__name__", ""))
        told = briefing(name, "--help")
        assert told.code == 0
        assert len(told.out.splitlines()) > 6


def test_build_prints_the_files_it_made(run: Path) -> None:
    assert set(snapshot(run)) == {
        "briefing.docx", "briefing.json", "briefing.md", "briefing.pdf", "manifest.json", "sources/S1.txt",
    }  # fmt: skip


def test_build_twice_gives_the_same_bytes(run: Path, article: Path, tmp_path: Path) -> None:
    briefing("build", article, "--focus", "Japan", "--out", tmp_path / "elsewhere")
    assert snapshot(tmp_path / "elsewhere") == snapshot(run)


def test_outputs_hold_no_path_of_this_machine(run: Path, article: Path) -> None:
    for data in snapshot(run).values():
        assert str(article.parent).encode() not in data


def test_build_as_json(article: Path, tmp_path: Path) -> None:
    told = briefing("build", article, "--out", tmp_path, "--format", "md", "--json")
    assert [Path(p).name for p in json.loads(told.out)["outputs"]] == ["briefing.md", "S1.txt", "manifest.json"]


def test_quiet_says_nothing(article: Path, tmp_path: Path) -> None:
    told = briefing("build", article, "--out", tmp_path, "--format", "md", "--quiet")
    assert (told.code, told.out, told.err) == (0, "", "")


def test_read_prints_the_text_that_offsets_point_into(article: Path) -> None:
    assert briefing("read", article).out == ARTICLE
    record = json.loads(briefing("read", article, "--json").out)
    assert record["text"] == ARTICLE
    assert {b["kind"] for b in record["blocks"]} >= {"title", "paragraph"}


def test_extract_prints_a_line_for_each_document(article: Path) -> None:
    (line,) = briefing("extract", article).out.splitlines()
    record = json.loads(line)
    assert record["path"] == "article.txt"
    contents = ["".join(ARTICLE[s:e] for s, e in a["content"]) for a in record["attributions"]]
    assert any("We will not wait for others" in c for c in contents)


@pytest.mark.parametrize("stage", ["document", "findings", "briefing", "blocks"])
def test_inspect_prints_every_stage(article: Path, stage: str) -> None:
    assert json.loads(briefing("inspect", article, "--stage", stage).out)


@pytest.mark.parametrize("suffix", ["json", "docx", "pdf", "md"])
def test_a_fresh_run_verifies(run: Path, article: Path, suffix: str) -> None:
    told = briefing("verify", run / f"briefing.{suffix}", article)
    assert told.code == 0, told.out
    assert "no difference found" in told.out


def test_a_changed_file_does_not_verify(run: Path, article: Path, tmp_path: Path) -> None:
    path = tmp_path / "briefing.md"
    path.write_text((run / "briefing.md").read_text().replace("will not wait", "will wait", 1))
    told = briefing("verify", path, article)
    assert told.code == 5
    assert "differs" in told.out


def test_trace_names_the_lines_of_a_source(run: Path) -> None:
    assert "key_points/" in briefing("trace", "article.txt", "--run", run).out


def test_diff_of_a_run_with_itself(run: Path) -> None:
    assert "Nothing changed." in briefing("diff", run, run).out


def test_previous_run_gives_a_section_of_changes(run: Path, article: Path, tmp_path: Path) -> None:
    told = briefing("build", article, "--focus", "Japan", "--out", tmp_path, "--previous", run, "--format", "json,md")
    assert told.code == 0
    assert json.loads((tmp_path / "briefing.json").read_text())["changes"]["entries"] == []


def test_profile_commands(tmp_path: Path) -> None:
    assert "south-korea" in briefing("profile", "list").out
    path = tmp_path / "mine.toml"
    assert briefing("profile", "init", path).out == f"{path}\n"
    assert "no problem" in briefing("profile", "check", path).out
    assert briefing("profile", "init", path).code == 2
    assert json.loads(briefing("profile", "show", "japan").out)["focus"] == "JP"


def test_template_commands(tmp_path: Path) -> None:
    assert "standard" in briefing("template", "list").out
    assert "briefing.md.j2" in briefing("template", "show", "standard").out
    assert briefing("template", "copy", "standard", tmp_path / "mine").code == 0
    assert "no problem" in briefing("template", "check", tmp_path / "mine").out


def test_mail_is_written_not_sent(run: Path, tmp_path: Path) -> None:
    told = briefing("mail", run, "--from", "a@example.org", "--to", "b@example.org", "--out", tmp_path / "x.eml")
    assert told.code == 0, told.err
    assert b"Auto-Submitted: auto-generated" in (tmp_path / "x.eml").read_bytes()


def test_labels_in_korean(article: Path, tmp_path: Path) -> None:
    assert briefing("build", article, "--lang", "ko", "--out", tmp_path, "--format", "md").code == 0
    assert "핵심 요지" in (tmp_path / "briefing.md").read_text(encoding="utf-8")
