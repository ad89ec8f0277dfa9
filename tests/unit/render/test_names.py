"""Names of states and speakers as a page prints them."""

from __future__ import annotations

from dataclasses import replace

from briefing.profile import Profile
from briefing.render import labels_for, render
from tests.factories import make_empty_briefing, make_item
from tests.unit.render.test_render import lines


def test_a_state_has_its_article_inside_a_sentence_only() -> None:
    english, korean = labels_for(Profile()), labels_for(Profile(language="ko"))
    assert (english.within("United States"), english.within("Japan")) == ("the United States", "Japan")
    assert english.actor("United States") == "United States"
    assert korean.within("United States") == korean.actor("United States")


def test_the_state_behind_a_speaker_is_translated_with_him() -> None:
    assert labels_for(Profile(language="ko")).actor("Ada Moss, Japan") == "Ada Moss, 일본"


def test_a_body_that_speaks_for_itself_is_named_once() -> None:
    item = make_item("k", "S1", "Seoul has already released a third of its graphite reserve.", "stated_position")
    item = replace(item, speaker="Port Office", role=None, actor="Port Office", date=None)
    printed = lines(render(replace(make_empty_briefing(), key_points=(item,)), Profile()))
    assert f"stated {item.text} Port Office" in printed
