"""What a state's speaker says of another state is never shown as that other state's own words."""

from __future__ import annotations

from briefing import api
from briefing.model.document import Reading
from briefing.profile import load_profile
from briefing.read import read_bytes

SPEECH = """Statement by H.E. Ama Boateng, Minister of Foreign Affairs of the Republic of Ghana

General Debate, New York, 24 September 2026

Mr. President,

Ghana calls on all states to return to the talks on the coast. We will send two ships to the joint patrol this year.

Last month Togo closed the border and expelled our ambassador. We condemn this step in the strongest terms.

Ghana supports the reform of the Security Council, and we will host the next meeting of the group in Accra.

Thank you.
"""


def test_an_accusation_names_its_maker() -> None:
    reading = Reading(documents=read_bytes("speech.txt", SPEECH.encode()))
    made = api.assemble(reading, [api.analyse(d) for d in reading.documents], load_profile("generic"))
    of_togo = [p for p in made.positions if p.actor == "Togo"]
    assert of_togo
    assert all(p.told_by == "Ghana" for p in of_togo)
    own = [p for p in made.positions if p.actor == "Ghana"]
    assert own
    assert all(p.told_by is None for p in own)


def test_what_a_movement_did_is_told_of_it_as_well() -> None:
    told = SPEECH.replace("Last month Togo closed the border", "Last month Hamas closed the crossing")
    reading = Reading(documents=read_bytes("speech.txt", told.encode()))
    made = api.assemble(reading, [api.analyse(d) for d in reading.documents], load_profile("generic"))
    assert {p.told_by for p in made.positions if p.actor == "Hamas"} == {"Ghana"}
