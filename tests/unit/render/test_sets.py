"""Template sets as users handle them, their labels and themes."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest

from briefing.errors import TemplateError
from briefing.model.labels import Labels
from briefing.model.theme import Theme
from briefing.profile import Profile
from briefing.render.contrast import contrast, contrast_problems
from briefing.render.labels import load_labels, reference_tables
from briefing.render.locate import find_set
from briefing.render.sets import check_set, copy_set, files_of, shipped_sets
from briefing.render.style import load_theme


def test_four_sets_are_shipped_each_with_a_description() -> None:
    sets = shipped_sets()
    assert [found.name for found in sets] == ["background", "brief", "cable", "standard"]
    assert all(found.description.endswith(".") for found in sets)


@pytest.mark.parametrize("name", ["background", "brief", "cable", "standard"])
def test_a_shipped_set_has_no_problem(name: str) -> None:
    assert check_set(name) == ()


def test_a_copy_is_complete_and_sound(tmp_path: Path) -> None:
    paths = copy_set("cable", tmp_path / "mine")
    names = {path.relative_to(tmp_path / "mine").as_posix() for path in paths}
    assert {"briefing.md.j2", "theme.toml", "labels.ko.toml", "sections/options.md.j2"} <= names
    assert "arguments_for" in (tmp_path / "mine" / "sections" / "options.md.j2").read_text()
    assert check_set(str(tmp_path / "mine")) == ()
    with pytest.raises(TemplateError, match="exists and is not empty"):
        copy_set("cable", tmp_path / "mine")


def test_a_set_shows_the_files_it_takes_from_standard() -> None:
    names = [name for name, _ in files_of("brief")]
    assert "sections/key_points.md.j2" in names
    assert names == sorted(names)


@pytest.mark.parametrize("name", ["background", "brief", "cable", "standard"])
def test_a_copy_of_any_set_is_sound(name: str, tmp_path: Path) -> None:
    copy_set(name, tmp_path / "mine")
    assert check_set(str(tmp_path / "mine")) == ()


def test_a_folder_that_cannot_be_made_is_one_clear_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(TemplateError, match="cannot be written"):
        copy_set("cable", tmp_path / "file" / "mine")


def test_a_misspelt_partial_is_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "sections").mkdir()
    (tmp_path / "sections" / "optoins.md.j2").write_text("none")
    told = "sections/optoins.md.j2: unused, no template includes it (did you mean sections/options.md.j2?)"
    assert check_set(str(tmp_path)) == (told,)


def test_a_folder_without_anything_of_a_set_is_told(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("none")
    (problem,) = check_set(str(tmp_path))
    assert problem.startswith("holds nothing of a template set")


CHECKED = [
    (
        "sections/gaps.md.j2",
        "{{ breifing.title }}",
        "sections/gaps.md.j2, line 1: undefined name 'breifing' (did you mean briefing?)",
    ),
    (
        "sections/gaps.md.j2",
        "\n{{ say('machin') }}",
        "sections/gaps.md.j2, line 2: undefined text 'machin' (did you mean machine?)",
    ),
    ("sections/gaps.md.j2", "{{ labels.columns.actr }}", "undefined label columns.actr (did you mean actor?)"),
    ("sections/gaps.md.j2", "{% if x %}", "sections/gaps.md.j2, line 1: Unexpected end of template"),
    (
        "sections/gaps.md.j2",
        "{{ briefing.titel }}",
        "sections/gaps.md.j2, line 1: 'briefing.model.briefing.Briefing object' has no",
    ),
    ("sections/gaps.md.j2", "x\n\n{{ briefing.key_points[0].txt }}", "sections/gaps.md.j2, line 3: "),
    ("sections/more.md.j2.old", "", ""),
    ("extra.md.j2", "x", "extra.md.j2: unused, no template includes it"),
    ("parts2.md.j2", "{% macro unused() %}{% endmacro %}", "parts2.md.j2, line 1: unused macro 'unused'"),
    ("labels.ko.toml", "[sectons]\na = 'b'", "labels.ko.toml: unknown table [sectons] (did you mean sections?)"),
    (
        "labels.en.toml",
        "[texts]\nas_of = '{day}'",
        "labels.en.toml: texts.as_of has a placeholder that is never filled: day",
    ),
    ("theme.toml", "[sizes]\nbdy = 1", "theme.toml: unknown key sizes.bdy (did you mean sizes.body?)"),
    ("theme.toml", "[sizes", "theme.toml: "),
]


@pytest.mark.parametrize(("file", "text", "told"), CHECKED)
def test_check_names_file_line_and_name(tmp_path: Path, file: str, text: str, told: str) -> None:
    (tmp_path / "sections").mkdir()
    (tmp_path / file).write_text(text, encoding="utf-8")
    problems = check_set(str(tmp_path))
    assert any(told in problem for problem in problems) if told else problems == ()


@pytest.mark.parametrize("language", ["en", "ko"])
def test_labels_are_complete(language: str) -> None:
    labels = load_labels(find_set("standard"), language, "british")
    for field in fields(Labels):
        if field.name != "locale":
            assert getattr(labels, field.name).keys() == reference_tables()[field.name].keys()


def test_dates_and_numbers_follow_the_language() -> None:
    found = find_set("standard")
    british, american, korean = (
        load_labels(found, language, spelling)
        for language, spelling in (("en", "british"), ("en", "american"), ("ko", "british"))
    )
    assert [x.date("2024-10-24") for x in (british, american, korean)] == [
        "24 October 2024",
        "October 24, 2024",
        "2024년 10월 24일",
    ]
    assert [x.date("2024-10") for x in (british, american, korean)] == ["October 2024", "October 2024", "2024년 10월"]
    assert [x.date("2024") for x in (british, korean)] == ["2024", "2024년"]
    assert british.date(None) == "undated"
    assert british.number(12345) == "12,345"
    assert [x.actor("South Korea") for x in (british, korean)] == ["South Korea", "대한민국"]
    assert korean.actor("Harbour council") == "Harbour council"


def test_the_shipped_theme_is_the_default_one() -> None:
    assert load_theme(find_set("standard"), Profile()) == Theme()


def test_a_theme_tells_all_its_problems_at_once(tmp_path: Path) -> None:
    (tmp_path / "t.toml").write_text(
        "cover = 'yes'\npge = 1\n[sizes]\nbody = -1\nheading = [1]\n[colours]\ntext = 'red'\n"
        "[page]\npaper = 'a5'\n[faces]\nserif = 3\n"
    )
    with pytest.raises(TemplateError) as caught:
        load_theme(find_set("standard"), Profile(theme=str(tmp_path / "t.toml")))
    told = str(caught.value)
    for part in (
        "cover must be true or false",
        "unknown key pge (did you mean page?)",
        "sizes.body must be a number of points",
        "sizes.heading must be 3 numbers",
        "colours.text must be a colour",
        "page.paper must be one of a4, letter",
        "faces.serif must be words",
    ):
        assert part in told


def test_a_profile_names_a_theme_by_set_or_file(tmp_path: Path) -> None:
    (tmp_path / "t.toml").write_text("[colours]\naccent = '#123456'\n")
    by_set = load_theme(find_set("standard"), Profile(theme="cable"))
    by_file = load_theme(find_set("standard"), Profile(theme=str(tmp_path / "t.toml"), paper="letter"))
    assert by_set.colours.accent == "#000000"
    assert by_file == replace(
        Theme(), colours=replace(Theme().colours, accent="#123456"), page=replace(Theme().page, paper="letter")
    )
    with pytest.raises(TemplateError, match="there is no theme"):
        load_theme(find_set("standard"), Profile(theme="nowhere"))


def test_other_spellings_stand_in_their_own_table(tmp_path: Path) -> None:
    (tmp_path / "labels.en.toml").write_text(
        '[kinds]\nauthor_judgement = "author’s judgement"\n[american.kinds]\nauthor_judgement = "author’s judgment"\n'
    )
    found = find_set(str(tmp_path))
    spelt = [load_labels(found, "en", spelling).kinds["author_judgement"] for spelling in ("british", "american")]
    assert spelt == ["author’s judgement", "author’s judgment"]


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert list(contrast_problems(Theme().colours)) == []


def test_a_faint_colour_is_refused(tmp_path: Path) -> None:
    (tmp_path / "theme.toml").write_text('[colours]\nmuted = "#999999"\n')
    told = "theme.toml: colours.muted on white reaches 2.8 to 1"
    assert any(told in problem for problem in check_set(str(tmp_path)))
