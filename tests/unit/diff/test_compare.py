"""What changed between two briefings, item by item."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from briefing.diff import compare, load_briefing, print_changes
from briefing.diff.match import figures
from briefing.errors import InputError
from briefing.model.briefing import Briefing, Item, Option, Position
from briefing.schema import to_json
from tests.factories import make_briefing


def kinds(before: Briefing, after: Briefing) -> list[tuple[str, str]]:
    return [(c.kind, c.section) for c in compare(before, after).entries]


def point(text: str, **more: object) -> Item:
    values = {"id": f"id-{abs(hash(text)) % 997}", "text": text, "kind": "reported_fact", **more}
    return Item(**values)  # type: ignore[arg-type]


@pytest.fixture
def briefing() -> Briefing:
    return make_briefing()


def with_points(briefing: Briefing, *points: Item) -> Briefing:
    return dataclasses.replace(briefing, key_points=points)


def test_nothing_changed_is_said(briefing: Briefing) -> None:
    changes = compare(briefing, briefing)
    assert changes.entries == ()
    assert "Nothing changed." in print_changes(changes)


def test_new_and_dropped(briefing: Briefing) -> None:
    a, b = point("The port was closed on Monday.", id="a"), point("Norland will vote in May.", id="b")
    assert kinds(with_points(briefing, a), with_points(briefing, b)) == [
        ("new", "key_points"),
        ("dropped", "key_points"),
    ]


def test_a_reworded_item_keeps_its_identity(briefing: Briefing) -> None:
    a = point("The ministry closed the northern port on Monday.", id="a")
    b = point("The ministry has closed the northern port since Monday.", id="b")
    (change,) = compare(with_points(briefing, a), with_points(briefing, b)).entries
    assert (change.kind, change.before, change.after) == ("reworded", a.text, b.text)


def test_a_changed_figure_is_told_as_such(briefing: Briefing) -> None:
    a = point("Some 300 soldiers crossed the northern border.", id="a")
    b = point("Some 450 soldiers crossed the northern border.", id="b")
    assert kinds(with_points(briefing, a), with_points(briefing, b)) == [("figure", "key_points")]


def test_a_moved_item_is_the_one_that_moved(briefing: Briefing) -> None:
    a, b, c = (point(t, id=t[:1]) for t in ("Alpha port closed.", "Bravo voted.", "Charlie left the talks."))
    (change,) = compare(with_points(briefing, a, b, c), with_points(briefing, c, a, b)).entries
    assert (change.kind, change.text) == ("moved", c.text)


def test_a_position_turned_round_has_both_sides(briefing: Briefing) -> None:
    a = Position(
        id="a", text="Norland will join the naval exercise in spring.", kind="stated_position", actor="Norland"
    )
    b = Position(id="b", text="Norland will not join the naval exercise.", kind="stated_position", actor="Norland")
    before = dataclasses.replace(briefing, positions=(a,))
    after = dataclasses.replace(briefing, positions=(b,))
    (change,) = compare(before, after).entries
    assert (change.kind, change.before, change.after) == ("shifted", a.text, b.text)


def test_the_status_of_an_option_changes(briefing: Briefing) -> None:
    option = Option(id="o", text="Lift the ban.", kind="reported_position", status="under_review")
    before = dataclasses.replace(briefing, options=(option,))
    after = dataclasses.replace(briefing, options=(dataclasses.replace(option, status="in_use"),))
    (change,) = compare(before, after).entries
    assert (change.kind, change.before, change.after) == ("status", "under_review", "in_use")
    assert "[under review → in use]" in print_changes(compare(before, after))


def test_sources_come_and_go(briefing: Briefing) -> None:
    first, second, *_ = briefing.sources
    other = dataclasses.replace(first, path="other.txt", sha256="f" * 64, title="Another report")
    before = dataclasses.replace(briefing, sources=(first, second))
    assert kinds(before, dataclasses.replace(briefing, sources=(other, second))) == [
        ("source_new", "sources"),
        ("source_gone", "sources"),
    ]


def test_a_source_whose_file_changed_is_new_once(briefing: Briefing) -> None:
    first, *rest = briefing.sources
    changed = dataclasses.replace(first, sha256="e" * 64)
    assert kinds(briefing, dataclasses.replace(briefing, sources=(changed, *rest))) == [("source_new", "sources")]


def test_markdown_is_escaped(briefing: Briefing) -> None:
    a = point("The *port* was [closed].", id="a")
    printed = print_changes(compare(with_points(briefing), with_points(briefing, a)), "md")
    assert r"The \*port\* was \[closed\]." in printed


def test_figures_leave_dates_out() -> None:
    assert figures("3 of 1,500 men on 2024-10-23") == ("3", "1,500")


def test_a_briefing_is_loaded_from_its_folder(briefing: Briefing, tmp_path: Path) -> None:
    (tmp_path / "briefing.json").write_bytes(to_json(briefing))
    assert load_briefing(tmp_path) == briefing


@pytest.mark.parametrize(("data", "told"), [(b"{}", "JSON of a briefing"), (b"\xff", "JSON of a briefing")])
def test_what_is_no_briefing_is_told(tmp_path: Path, data: bytes, told: str) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(data)
    with pytest.raises(InputError, match=told):
        load_briefing(path)
