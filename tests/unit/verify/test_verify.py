"""A finished briefing that was changed is recognised, one that was not is not suspected."""

from __future__ import annotations

import dataclasses
import io
import json
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing import api
from briefing.build import Request, build
from briefing.diff import load_briefing
from briefing.errors import BriefingError, InputError
from briefing.model.briefing import Briefing
from briefing.model.seals import sealed
from briefing.profile import default_profile
from briefing.schema import to_json
from briefing.verify import Report, trace, verify
from tests.shared import ROOT

FORMATS = ("json", "docx", "pdf", "md", "html")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The run of the seed article."""
    out = tmp_path_factory.mktemp("run")
    profile = dataclasses.replace(default_profile(), formats=FORMATS, length="full")
    build(Request(sources=(ROOT / "seeds",), profile=profile), out)
    return out


@pytest.fixture(scope="module")
def briefing(built: Path) -> Briefing:
    return load_briefing(built)


@pytest.fixture
def run(built: Path, tmp_path: Path) -> Path:
    """A copy of the run that may be spoilt."""
    return Path(shutil.copytree(built, tmp_path / "run"))


def check(run: Path, suffix: str) -> Report:
    return verify(run / f"briefing.{suffix}")


def differing(report: Report) -> str:
    return "\n".join(f"{f.where}: {f.message}" for f in report.findings if f.status == "differs")


@pytest.mark.parametrize("suffix", FORMATS)
def test_an_untouched_file_is_not_suspected(run: Path, suffix: str) -> None:
    report = check(run, suffix)
    assert differing(report) == ""
    assert report.count("proven") > 10


def edit_text(run: Path, suffix: str, change: Callable[[str], str]) -> None:
    path = run / f"briefing.{suffix}"
    before = path.read_text(encoding="utf-8")
    after = change(before)
    assert before != after
    path.write_text(after, encoding="utf-8")


def edit_word(run: Path, change: Callable[[str], str], part: str = "word/document.xml") -> None:
    """Change a part of the Word file, its body if no other is named."""
    path = run / "briefing.docx"
    source = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
    with zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == part:
                after = change(data.decode())
                assert after != data.decode()
                data = after.encode()
            target.writestr(name, data)


def edit(run: Path, suffix: str, change: Callable[[str], str]) -> None:
    edit_word(run, change) if suffix == "docx" else edit_text(run, suffix, change)


def a_word(text: str, briefing: Briefing) -> str:
    """Change one word of a key point wherever it is printed."""
    longest = max(re.findall(r"[a-z]{6,}", briefing.key_points[0].text), key=len)
    return text.replace(longest, longest[:-1] + "x")


def the_speaker(text: str, briefing: Briefing) -> str:
    first, second = sorted({p.speaker for p in briefing.positions if p.speaker})[:2]
    return text.replace(first, "\0").replace(second, first).replace("\0", second)


@pytest.mark.parametrize("suffix", ["docx", "md", "html", "json"])
@pytest.mark.parametrize("change", [a_word, the_speaker])
def test_a_changed_word_or_speaker_is_caught(
    run: Path, suffix: str, change: Callable[[str, Briefing], str], briefing: Briefing
) -> None:
    edit(run, suffix, lambda text: change(text, briefing))
    assert check(run, suffix).differs


def exchange(text: str, first: str, second: str) -> str:
    assert first in text
    assert second in text
    return text.replace(first, "\0", 1).replace(second, first, 1).replace("\0", second, 1)


def test_two_lines_that_change_places_are_caught(run: Path, briefing: Briefing) -> None:
    def change(text: str) -> str:
        lines = text.split("\n")
        first, second = (n for n, line in enumerate(lines) if line.startswith(("1. `", "2. `")))
        lines[first], lines[second] = lines[second].replace("2. ", "1. "), lines[first].replace("1. ", "2. ")
        return "\n".join(lines)

    edit_text(run, "md", change)
    assert "moved" in differing(check(run, "md"))


def test_a_line_given_the_note_of_another_is_caught(run: Path) -> None:
    markdown = (run / "briefing.md").read_text(encoding="utf-8")
    first, second = list(dict.fromkeys(re.findall(r"\[\^S1-\d+-\d+\](?!:)", markdown)))[:2]
    edit_text(run, "md", lambda text: exchange(text, first, second))
    assert check(run, "md").differs
    edit_word(run, lambda xml: exchange(xml, 'footnoteReference w:id="1"', 'footnoteReference w:id="2"'))
    assert check(run, "docx").differs
    edit_text(run, "html", lambda page: exchange(page, ">1</a></sup>", ">2</a></sup>"))
    assert check(run, "html").differs


@pytest.mark.parametrize(
    ("suffix", "before", "after"),
    [
        ("md", "\nas_of: '2024-10-24'", "\nas_of: '2024-10-25'"),
        ("md", "\nfooter: As of 24 October 2024", "\nfooter: As of 25 October 2024"),
        ("html", "<footer>\n<p>As of 24", "<footer>\n<p>As of 25"),
        ("html", "<title>Commentary", "<title>Report"),
        ("html", "</text>", "x</text>"),
    ],
)
def test_words_around_the_lines_are_part_of_the_check(run: Path, suffix: str, before: str, after: str) -> None:
    edit_text(run, suffix, lambda text: text.replace(before, after, 1))
    assert check(run, suffix).differs


def test_a_foot_of_a_word_file_is_part_of_the_check(run: Path) -> None:
    edit_word(run, lambda xml: xml.replace("24 October", "25 October", 1), part="word/footer2.xml")
    assert "head or foot" in differing(check(run, "docx"))


@pytest.mark.parametrize("name", ["lines", "evidence", "sources"])
def test_a_record_that_lacks_a_part_is_caught(run: Path, name: str) -> None:
    edit_text(run, "md", lambda text: re.sub(rf"^\[briefing-{name}\].*$", "", text, flags=re.MULTILINE))
    assert "the record" in differing(check(run, "md"))


def test_what_is_put_beside_the_parts_of_a_json_is_caught(run: Path) -> None:
    path = run / "briefing.json"
    value = json.loads(path.read_bytes())
    value["remark"] = "Norland has already decided to attack."
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    assert "no briefing holds" in differing(check(run, "json"))


def test_an_added_sentence_in_word_is_caught_and_placed(run: Path) -> None:
    added = "<w:p><w:r><w:t>Norland has already decided to attack.</w:t></w:r></w:p><w:sectPr"
    edit_word(run, lambda xml: added.join(xml.rsplit("<w:sectPr", 1)))
    assert "Norland has already decided to attack." in differing(check(run, "docx"))


def test_a_dropped_paragraph_in_word_is_caught(run: Path) -> None:
    def drop(xml: str) -> str:
        paragraphs = [p for p in re.findall(r"<w:p>.*?</w:p>", xml) if "<w:t" in p and "w:sectPr" not in p]
        return xml.replace(max(paragraphs, key=len), "", 1)

    edit_word(run, drop)
    assert "missing" in differing(check(run, "docx"))


def test_a_source_that_says_something_else_is_caught(run: Path) -> None:
    for path in (run / "sources").iterdir():
        path.write_text("x" + path.read_text(encoding="utf-8"), encoding="utf-8")
    for suffix in FORMATS:
        assert check(run, suffix).differs, suffix


def test_a_consistent_forgery_in_json_is_caught_by_the_sources(run: Path, briefing: Briefing) -> None:
    point = dataclasses.replace(briefing.key_points[0], text="Norland has already decided to attack.")
    forged = sealed(dataclasses.replace(briefing, key_points=(point, *briefing.key_points[1:])))
    (run / "briefing.json").write_bytes(to_json(forged))
    assert "its evidence does not say" in differing(check(run, "json"))


@pytest.mark.parametrize("suffix", ["docx", "pdf", "md", "html"])
def test_a_forged_quotation_is_caught_though_every_digest_was_made_anew(
    run: Path, briefing: Briefing, suffix: str
) -> None:
    """The forger has the tool itself: only the sources tell."""
    first = briefing.quotes[0]
    words = f"{first.text} and never again"
    evidence = tuple(dataclasses.replace(e, text=words, end=e.start + len(words)) for e in first.evidence)
    context = (first.context or "").replace(first.text, words)
    quote = dataclasses.replace(first, text=words, context=context or None, evidence=evidence)
    forged = sealed(dataclasses.replace(briefing, quotes=(quote, *briefing.quotes[1:])))
    profile = dataclasses.replace(default_profile(), length="full")
    (run / f"briefing.{suffix}").write_bytes(api.write(api.render(forged, profile), suffix))
    told = differing(verify(run / f"briefing.{suffix}", [ROOT / "seeds"]))
    assert "these words stand in no source" in told


def test_sources_that_are_not_given_are_unchecked_not_proven(run: Path) -> None:
    for path in (run / "sources").iterdir():
        path.unlink()
    report = check(run, "json")
    assert report.count("proven") == 0
    assert report.count("unchecked") > 5


def test_a_file_saved_by_another_program_is_checked_by_its_quotations(run: Path) -> None:
    path = run / "briefing.md"
    text = re.sub(r"^\[briefing-.*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    path.write_text(text, encoding="utf-8")
    assert not check(run, "md").differs
    path.write_text(text + "\nHe said “we will never ever agree to anything at all”.\n", encoding="utf-8")
    assert "never ever agree" in differing(check(run, "md"))


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("x.docx", b"PK\x03\x04broken", "not a Word file"),
        ("x.pdf", b"%PDF-broken", "not a PDF"),
        ("x.json", b"{}", "is no briefing.json"),
        ("x.json", b"\xff", "not JSON"),
        ("x.md", b"\xff\xfe", "not UTF-8"),
        ("x.odt", b"", "no briefing that can be checked"),
        ("x.html", b"", "not a page"),
    ],
)
def test_files_that_are_no_briefing_are_told(tmp_path: Path, name: str, data: bytes, told: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(BriefingError, match=told):
        verify(tmp_path / name)


def test_a_source_is_traced_to_its_lines(run: Path, briefing: Briefing) -> None:
    found = trace(Path("S1"), run)
    assert {line[1] for line in found.lines} >= {
        i.id for i in briefing.key_points for e in i.evidence if e.source == "S1"
    }
    assert json.loads(found.as_json())["lines"]
    with pytest.raises(InputError, match="is no source"):
        trace(Path("S99"), run)


def test_another_version_of_a_quotation_is_traced_too(run: Path, briefing: Briefing) -> None:
    quote = briefing.quotes[0]
    place = dataclasses.replace(quote.evidence[0], start=1, end=9)
    changed = dataclasses.replace(
        briefing, quotes=(dataclasses.replace(quote, versions=(place,)), *briefing.quotes[1:])
    )
    (run / "briefing.json").write_bytes(to_json(changed))
    assert (1, 9) in {line[3:] for line in trace(Path(place.source), run).lines}
