"""The nightly configuration: all faults at once, paths beside the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.deliver.config import load_config, minutes_of
from briefing.errors import ProfileError

GOOD = """
profiles = ["south-korea", "japan"]
timezone = "Asia/Seoul"
at = "05:30"
[sources]
paths = ["inbox/", "mail/*.mbox"]
[retention]
keep = 30
[mail]
sender = "Desk <desk@example.org>"
to = ["minister"]
[mail.groups]
minister = ["Kim <kim@example.org>", "lee@example.org"]
"""


def test_a_good_configuration(tmp_path: Path) -> None:
    path = tmp_path / "n.toml"
    path.write_text(GOOD)
    config = load_config(path)
    assert config.place("inbox") == tmp_path / "inbox"
    assert config.mail is not None
    assert config.mail.groups["minister"][1] == "lee@example.org"


def test_all_faults_at_once(tmp_path: Path) -> None:
    path = tmp_path / "n.toml"
    lines = ('timezon = "x"', 'at = "25:00"', 'timezone = "Moon/Base"', "[sources]", 'feeds = ["ftp://x"]')
    path.write_text("\n".join((*lines, "[mail]", 'sender = "x"', 'to = "x"')))
    with pytest.raises(ProfileError) as caught:
        load_config(path)
    told = "\n".join(caught.value.problems)
    for part in (
        "did you mean timezone?",
        "25:00",
        "Moon/Base",
        "ftp://x",
        "mail.to is a list",
    ):
        assert part in told


def test_no_sources_is_told(tmp_path: Path) -> None:
    path = tmp_path / "n.toml"
    path.write_text("")
    with pytest.raises(ProfileError, match="sources is missing"):
        load_config(path)


@pytest.mark.parametrize(
    ("time", "minutes"), [("05:30", 330), ("0:05", 5), ("24:00", None), ("5", None), ("5:7", None)]
)
def test_times_of_day(time: str, minutes: int | None) -> None:
    assert minutes_of(time) == minutes


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (("keep = 30", "keep = 0"), "retention.keep cannot be 0"),
        (('at = "05:30"', "jobs = -1"), "jobs cannot be -1"),
        (
            ('to = ["minister"]', 'to = ["minster"]'),
            "mail.to: minster is no mail address: did you mean the group minister?",
        ),
        (("lee@example.org", "lee"), "mail.groups.minister: lee is no mail address"),
        (("Desk <desk@example.org>", "Desk"), "mail.sender: Desk is no mail address"),
        (('"japan"', '"japn"'), "profiles: there is no profile 'japn': did you mean japan?"),
        (('"japan"', '"desk.toml"'), "profiles: there is no profile 'desk.toml': shipped are"),
    ],
)
def test_what_would_fail_a_night_later_is_told_at_once(changed: tuple[str, str], told: str, tmp_path: Path) -> None:
    path = tmp_path / "n.toml"
    path.write_text(GOOD.replace(*changed))
    with pytest.raises(ProfileError) as caught:
        load_config(path)
    assert len(caught.value.problems) == 1
    assert told in caught.value.problems[0]


def test_a_profile_beside_the_configuration_is_known(tmp_path: Path) -> None:
    (tmp_path / "desk.toml").write_text('focus = "NO"\n')
    path = tmp_path / "n.toml"
    path.write_text(GOOD.replace('"japan"', '"desk.toml"'))
    assert load_config(path).profile_file("desk.toml") == tmp_path / "desk.toml"
