"""The word lists: every state has its names, and a profile adds to them."""

from __future__ import annotations

from babel import Locale

from briefing.analyse import load_lexicon
from briefing.analyse.actors.lexicon import read_data
from briefing.analyse.actors.naming import find_namings
from briefing.analyse.text.words import read_words
from briefing.profile import ActorEntry

NO_STATES = {
    "001", "AC", "AI", "AQ", "AS", "AW", "AX", "BL", "BM", "BQ", "BV", "CC", "CP", "CQ", "CW", "CX", "DG", "EA",
    "EU", "EZ", "FK", "FO", "GF", "GG", "GI", "GL", "GP", "GS", "GU", "HM", "IC", "IM", "IO", "JE", "KY", "MF",
    "MP", "MQ", "MS", "NC", "NF", "PF", "PM", "PN", "PR", "QO", "RE", "SH", "SJ", "SX", "TA", "TC", "TF", "TK",
    "UM", "UN", "VG", "VI", "WF", "XA", "XB", "YT", "ZZ",
}  # fmt: skip
"""Territories of the CLDR that are no states: dependencies, uninhabited islands, groupings."""


def test_every_state_of_the_cldr_is_known() -> None:
    territories = {code for code in map(str, Locale("en").territories) if len(code) == 2 and code not in NO_STATES}
    assert territories - set(read_data("states")) == set()


def test_no_body_has_the_code_of_a_state() -> None:
    bodies = {*read_data("bodies")["international"], *read_data("bodies")["organisations"]}
    assert bodies & set(read_data("states")) == set()


def test_an_id_gives_back_its_own_name() -> None:
    actors = load_lexicon().actors
    assert (actors["EC"].name, actors["EC"].kind) == ("Ecuador", "state")
    assert all(actors[code].name == state["name"] for code, state in read_data("states").items())


def test_nearly_every_state_has_a_demonym() -> None:
    without = {code for code, state in read_data("states").items() if not state.get("adjective")}
    assert without <= {"DM", "CK", "MO"}


def test_a_name_in_running_text_gives_its_state() -> None:
    lexicon = load_lexicon()
    for code, state in read_data("states").items():
        words = read_words(f"Ministers of {state['name']} met.")
        assert [n.actor for n in find_namings(words, lexicon)] == [code], state["name"]


def test_a_profile_adds_aliases_to_a_state_and_new_bodies() -> None:
    entries = (
        ActorEntry(name="Kenya", id="KE", aliases=("State House",), kind="state"),
        ActorEntry(name="Nile Basin Initiative", kind="body"),
    )
    lexicon = load_lexicon(entries)
    namings = find_namings(read_words("State House and the Nile Basin Initiative agreed."), lexicon)
    assert [n.actor for n in namings] == ["KE", "nile-basin-initiative"]
    assert lexicon.actors["nile-basin-initiative"].kind == "body"
