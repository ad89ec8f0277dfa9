"""Which dates are events, in which order."""

from __future__ import annotations

import pytest

from briefing.profile import Limits, Profile
from tests.unit.assemble.story import Said, brief, document_of


def dated(text: str, expression: str, date: str | None) -> Said:
    return Said(text=text, agent="SE", act=True, date=date, expression=expression, actors=("SE",))


def test_events_stand_by_date_and_undated_ones_last() -> None:
    made = brief(
        document_of(
            "a",
            [
                dated("Sweden recently closed the northern bank to all ships.", "recently", None),
                dated("Sweden sent two patrol boats to the bank on Monday.", "on Monday", "2031-05-19"),
                dated("Sweden bought the patrol boats from Finland in April.", "in April", "2031-04"),
            ],
        )
    )
    assert [t.date for t in made.timeline] == ["2031-04", "2031-05-19", None]
    assert made.timeline[1].expression == "on Monday"


def test_history_and_spans_are_no_events() -> None:
    made = brief(
        document_of(
            "a",
            [
                dated("Sweden fished at the northern bank in 1951 with sails.", "in 1951", "1951"),
                dated("Sweden has fished there since 2029 with bigger boats.", "since 2029", "2029"),
            ],
        )
    )
    assert made.timeline == ()


def test_one_event_told_twice_is_one_line() -> None:
    first = dated("Sweden closed the northern bank to survey ships on Monday.", "on Monday", "2031-05-19")
    second = dated("On Monday Sweden closed the northern bank to the ships.", "On Monday", "2031-05-19")
    (event,) = brief(document_of("a", [first]), document_of("b", [second])).timeline
    assert {e.source for e in event.evidence} == {"S1", "S2"}


def test_a_sentence_with_two_dates_gives_two_events_with_two_ids() -> None:
    document, analysis = document_of(
        "a", [dated("Sweden offered talks on Monday for a meeting on June 9.", "on Monday", "2031-05-19")]
    )
    (first,) = analysis.dates
    at = document.text.index("June 9")
    from dataclasses import replace

    second = replace(first, date="2031-06-09", expression="June 9", extent=(at, at + 6))
    made = brief((document, replace(analysis, dates=(first, second))))
    assert [t.date for t in made.timeline] == ["2031-05-19", "2031-06-09"]
    assert len({t.id for t in made.timeline}) == 2


def test_a_crowded_day_keeps_its_weightiest_events() -> None:
    busy = [
        dated(f"Sweden sent ship number {n} to harbour {n * 7} today at noon.", "today", "2031-05-20")
        for n in range(12)
    ]
    made = brief(document_of("a", busy), profile=Profile(focus="NO", focus_name="Norway", limits=Limits(timeline=20)))
    assert len(made.timeline) == 4


def test_the_beginning_of_a_term_is_no_event() -> None:
    made = brief(
        document_of(
            "a",
            [dated("Ada Holm, who led Sweden from 2026 to 2029, sent a letter to the port.", "from 2026", "2026")],
        )
    )
    assert made.timeline == ()


def test_yesterday_and_what_a_speaker_does_today_are_days() -> None:
    called = Said(
        text="That is why yesterday we joined a group of ports in a call for a truce.",
        kind="stated_position",
        actor="NO",
        date="2031-05-19",
        expression="yesterday",
    )
    asks = Said(
        text="This is why today we are asking for your help on the bank.",
        kind="stated_position",
        actor="NO",
        date="2031-05-20",
        expression="today",
    )
    loose = Said(
        text="The sea of today is a place of fear.",
        kind="stated_position",
        actor="NO",
        date="2031-05-20",
        expression="today",
    )
    made = brief(document_of("a", [called, asks, loose], genre="speech"))
    assert [t.date for t in made.timeline] == ["2031-05-19", "2031-05-20"]


def test_today_in_a_report_is_no_day() -> None:
    stays = Said(
        text="The parliament acted to set up the coast office as it largely remains today.",
        agent="NO",
        act=True,
        date="2031-05-20",
        expression="today",
    )
    assert brief(document_of("a", [stays], genre="report")).timeline == ()
    assert len(brief(document_of("a", [stays])).timeline) == 1


@pytest.mark.parametrize(
    ("text", "expression", "date", "events"),
    [
        ("Get the stories of the coast every Saturday morning.", "Saturday", "2031-05-17", 0),
        ("As we meet here today, peace can feel like a distant hope.", "today", "2031-05-20", 0),
        ("I address this hall today as a friend of its principles.", "today", "2031-05-20", 0),
        ("I can announce today that we are building a new harbour.", "today", "2031-05-20", 1),
        ("I stand before you today to affirm that the sea is free.", "today", "2031-05-20", 1),
        ("In a few weeks’ time I will travel to the islands.", "In a few weeks’ time", None, 1),
    ],
)
def test_a_habit_and_a_courtesy_are_no_events(text: str, expression: str, date: str | None, events: int) -> None:
    said = Said(text=text, kind="stated_position", actor="NO", date=date, expression=expression)
    assert len(brief(document_of("a", [said], genre="speech")).timeline) == events
