"""Profiles: shipped ones load, wrong ones tell every fault at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import ProfileError, UsageError
from briefing.profile import default_profile, load_profile, shipped_profiles, with_focus, write_commented
from briefing.profile.load import parse_profile


def test_default_is_south_korea() -> None:
    profile = default_profile()
    assert (profile.focus, profile.focus_name) == ("KR", "South Korea")


@pytest.mark.parametrize("name", shipped_profiles())
def test_shipped_profiles_load(name: str) -> None:
    assert load_profile(name).name == name


def test_commented_profile_is_valid_as_it_is_and_with_every_line_uncommented(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    write_commented(path)
    assert load_profile(str(path)).focus == "KR"
    lines = [
        line.removeprefix("# ") if "=" in line or "[" in line[:4] else line for line in path.read_text().split("\n")
    ]
    profile = parse_profile("\n".join(lines), where="mine", name="mine")
    assert profile.limits.key_points == 7
    assert profile.since == "2024-10-01"
    assert profile.actors[0].aliases == ("SCO",)


def test_commented_profile_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text("focus = 'JP'\n")
    with pytest.raises(UsageError, match="is there already"):
        write_commented(path)
    assert path.read_text() == "focus = 'JP'\n"


def test_all_problems_are_told_at_once_with_the_nearest_key() -> None:
    text = """
        focs = "KR"
        language = "kor"
        sections = ["key_pints"]
        since = "last week"
        strange = 1
        [limits]
        key_point = 3
        positions = "many"
        [[actors]]
        aliases = "SCO"
    """
    with pytest.raises(ProfileError) as caught:
        parse_profile(text, where="p.toml", name="p")
    told = "\n".join(caught.value.problems)
    assert "unknown key focs: did you mean focus?" in told
    assert "language cannot be 'kor'" in told
    assert "did you mean 'key_points'?" in told
    assert "since cannot be 'last week'" in told
    assert "unknown key limits.key_point: did you mean limits.key_points?" in told
    assert "limits.positions is a whole number, not text" in told
    assert "actors[1].name is missing" in told
    assert "actors[1].aliases is a list, not text" in told
    assert "unknown key strange" in told
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("South Korea", "KR"),
        ("the United States", "US"),
        ("turkey", "TR"),
        ("대한민국", "KR"),
        ("de", "DE"),
        ("EU", "EU"),
    ],
)
def test_focus_by_name_or_code(name: str, code: str) -> None:
    assert with_focus(default_profile(), name).focus == code


def test_unknown_focus_is_told() -> None:
    with pytest.raises(ProfileError, match="Atlantis"):
        with_focus(default_profile(), "Atlantis")


def test_focus_none_means_no_options() -> None:
    assert with_focus(default_profile(), "none").focus is None


def test_focus_on_an_actor_of_the_profile() -> None:
    text = 'focus = "SCO"\n[[actors]]\nname = "Shanghai Cooperation Organisation"\naliases = ["SCO"]\nkind = "body"\n'
    profile = parse_profile(text, where="p", name="p")
    assert (profile.focus, profile.focus_name) == ("Shanghai Cooperation Organisation",) * 2


def test_unknown_profile_names_the_nearest() -> None:
    with pytest.raises(ProfileError) as caught:
        load_profile("japn")
    assert caught.value.hint is not None
    assert "did you mean japan?" in caught.value.hint


def test_theme_beside_the_profile_is_found(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text("[sizes]\nbody = 11\n")
    (tmp_path / "desk.toml").write_text('theme = "own.toml"\n')
    assert load_profile(str(tmp_path / "desk.toml")).theme == str(tmp_path / "own.toml")


def test_broken_toml_is_one_clear_line(tmp_path: Path) -> None:
    path = tmp_path / "broken.toml"
    path.write_text("focus = \n")
    with pytest.raises(ProfileError, match="is not valid TOML"):
        load_profile(str(path))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('formats = ["doc"]', "formats cannot hold 'doc': did you mean 'docx'?"),
        ('formats = ["slides"]', "formats cannot hold 'slides': it is one of docx, pdf, md, json, html"),
        ("formats = []", "formats is empty"),
        ("since = 2024-10-30\nuntil = 2024-10-01", "since 2024-10-30 lies after until 2024-10-01"),
        ("[limits]\npositions = -2", "limits.positions cannot be -2"),
        ('sections = ["quotes", "gaps", "quotes"]', "sections names 'quotes' 2 times"),
        ('[[actors]]\nname = "SCO"\n[[actors]]\nname = "SCO"', "actors names 'SCO' 2 times"),
        ("[[actors]]\nname = 3", "actors[1].name is text, not a whole number"),
    ],
)
def test_settings_that_cannot_hold_together_are_told(text: str, told: str) -> None:
    with pytest.raises(ProfileError) as caught:
        parse_profile(text, where="p.toml", name="p")
    assert len(caught.value.problems) == 1
    assert told in caught.value.problems[0]
