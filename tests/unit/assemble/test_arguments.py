"""What is attached to a choice, and on which side."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.model.document import Genre
from tests.unit.assemble.story import Said, brief, document_of

CHOICE = Said(
    text="Norway would “review” its ban on selling radar stations to Finland, Ane Lund said.",
    kind="stated_position",
    actor="NO",
    speaker="Ane Lund",
    cue="said",
    actors=("NO", "FI"),
    choice=("NO", "its ban on selling radar stations to Finland", "under_review"),
)


def sides(*following: Said) -> tuple[list[str], list[str]]:
    (option,) = brief(document_of("a", [CHOICE, *following], genre="commentary")).options
    return [a.text for a in option.arguments_for], [a.text for a in option.arguments_against]


def remark(text: str, **more: object) -> Said:
    return Said(text=text, kind="author_judgement", author=True, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Norway has little to lose by selling radar stations abroad.", "for"),
        ("Selling radar stations would be costly and could provoke Sweden.", "against"),
        ("Norway sells radar stations in three colours and four sizes.", "none"),
    ],
)
def test_the_side_is_told_by_words_of_gain_and_cost(text: str, side: str) -> None:
    pro, contra = sides(remark(text, actors=("NO",)))
    assert (pro == [text], contra == [text]) == (side == "for", side == "against")


def test_a_threat_of_another_state_is_an_argument_and_a_reaction() -> None:
    threat = Said(
        text="Sweden threatened Norway with a trade ban over the radar stations.",
        kind="reported_position",
        actor="SE",
        cue="threatened",
        agent="SE",
        actors=("SE", "NO"),
    )
    (option,) = brief(document_of("a", [CHOICE, threat])).options
    assert [a.text for a in option.arguments_against] == [threat.text]
    assert [r.actor for r in option.reactions] == ["Sweden"]


def test_a_warning_of_the_focus_itself_is_no_argument() -> None:
    warned = Said(
        text="She warned that Norway “won’t sit idle” at all.",
        kind="stated_position",
        actor="NO",
        speaker="Ane Lund",
        actors=("NO",),
    )
    assert sides(warned) == ([], [])


def test_this_step_means_the_choice_before_it() -> None:
    second = Said(
        text="Norway will not lease its harbours to the Finnish fleet.",
        kind="author_judgement",
        author=True,
        actors=("NO",),
        choice=("NO", "lease its harbours to the Finnish fleet", "ruled_out"),
    )
    danger = remark("This step would be dangerous for Norway and its coast.", actors=("NO",))
    options = brief(document_of("a", [CHOICE, second, danger], genre="commentary")).options
    assert {o.status: [a.text for a in o.arguments_against] for o in options} == {
        "under_review": [],
        "ruled_out": [danger.text],
    }


def test_what_no_source_speaks_of_is_said() -> None:
    (option,) = brief(document_of("a", [CHOICE])).options
    assert option.not_in_sources == ("cost", "timing")


OPTION = Said(
    text="Norway could close the crossing at Vik.",
    kind="author_judgement",
    author=True,
    actors=("NO",),
    choice=("NO", "close the crossing at Vik", "advocated"),
)


def weighed(choice: Said, *following: Said, genre: Genre = "commentary") -> tuple[list[str], list[str]]:
    options = brief(document_of("a", [choice, *following], genre=genre, together=True)).options
    option = next(o for o in options if o.text == choice.text)
    return [a.text for a in option.arguments_for], [a.text for a in option.arguments_against]


def test_what_a_writer_says_after_a_course_speaks_for_it_until_a_but() -> None:
    said = [
        remark("Any minister could sign the order in an afternoon."),
        remark("But the railwaymen would pay for it."),
        remark("They have paid before."),
    ]
    assert weighed(OPTION, *said) == (
        ["Any minister could sign the order in an afternoon."],
        ["The railwaymen would pay for it.", "They have paid before."],
    )


def test_an_objection_that_is_named_speaks_against() -> None:
    said = [remark("It costs nothing."), remark("The drawback is time.")]
    assert weighed(OPTION, *said) == (["It costs nothing."], ["The drawback is time."])


def test_after_a_course_that_is_ruled_out_the_writer_says_why() -> None:
    refused = replace(OPTION, choice=("NO", "close the crossing at Vik", "ruled_out"))
    said = remark("A state that closes one gate is asked to close the next.")
    assert weighed(refused, said) == ([], [said.text])


def test_the_next_course_ends_what_is_said_of_the_one_before() -> None:
    second = replace(
        OPTION,
        text="Norway could lend its neighbours two ferries.",
        choice=("NO", "lend its neighbours two ferries", "advocated"),
    )
    said = remark("The ferries are old.")
    assert weighed(OPTION, second, said) == ([], [])


def test_what_a_course_costs_or_meets_speaks_against_without_a_but() -> None:
    said = [
        remark("Ferries would be cheap."),
        remark("It would also mean two hours at sea."),
        remark("The railwaymen are reluctant."),
        remark("Denmark, meanwhile, is to decide on its own crossing."),
    ]
    assert weighed(OPTION, *said) == ([said[0].text], [said[1].text, said[2].text])


def test_a_report_weighs_what_a_course_might_bring_and_cost() -> None:
    said = [
        remark("Traffic on the line has grown for ten years."),
        remark("A closure might reduce accidents but may also raise the cost of freight."),
        remark("Shippers could face unclear rules."),
    ]
    assert weighed(OPTION, *said, genre="report") == ([said[1].text], [said[1].text, said[2].text])


def test_the_clause_of_a_course_that_says_why_is_an_argument_by_itself() -> None:
    whole = "Norway should close the crossing at Vik, because a gate takes two years to build."
    option = replace(OPTION, text=whole)
    assert weighed(option, remark("Sweden sells gates.")) == (
        ["Because a gate takes two years to build", "Sweden sells gates."],
        [],
    )


def test_what_the_one_who_urges_a_course_finds_fault_with_speaks_for_it() -> None:
    urged = Said(
        text="Norway should close the crossing at Vik, Sweden said.",
        kind="stated_position",
        actor="SE",
        cue="said",
        actors=("NO", "SE"),
        choice=("NO", "close the crossing at Vik", "advocated"),
    )
    fault = Said(
        text="The crossing at Vik is a danger to the region, Sweden said.",
        kind="stated_position",
        actor="SE",
        cue="said",
        actors=("SE",),
    )
    assert weighed(urged, fault, genre="news") == ([fault.text], [])


def test_who_denies_what_is_told_takes_no_side() -> None:
    denial = Said(
        text="Sweden dismissed the reports about the crossing at Vik.",
        kind="reported_position",
        actor="SE",
        cue="dismissed",
        actors=("SE",),
    )
    assert weighed(OPTION, denial, genre="news") == ([], [])


def test_a_speaker_owns_what_a_course_of_its_own_requires() -> None:
    course = Said(
        text="Norway will close the crossing at Vik.",
        kind="stated_position",
        actor="NO",
        speaker="Ane Lund",
        actors=("NO",),
        choice=("NO", "close the crossing at Vik", "proposed"),
    )
    needs = Said(
        text="Closing the crossing at Vik requires a vote of every railwayman.",
        kind="stated_position",
        actor="NO",
        speaker="Ane Lund",
    )
    assert weighed(course, needs, genre="speech") == ([], [needs.text])


PASSED = Said(
    text="The Norwegian parliament voted for a resolution that would annex the reef.",
    act=True,
    agent="NO",
    actors=("NO",),
    choice=("NO", "annex the reef", "proposed"),
)


def outsider(text: str, speaker: str = "Jon Moen") -> Said:
    return Said(text=text, kind="stated_position", speaker=speaker, cue="said")


def test_the_decision_means_the_choice_and_its_critic_goes_on() -> None:
    crowd = Said(text="Rain fell on the crowd outside.")
    against = outsider("Jon Moen voiced opposition to the decision, calling it irresponsible.")
    more = outsider("“It will turn the reef into a fortress,” he said.")
    _, contra = weighed(PASSED, crowd, against, more, genre="news")
    assert contra == [against.text, "“It will turn the reef into a fortress,” he [Jon Moen] said."]


def test_a_verdict_decides_the_side_whatever_words_follow() -> None:
    pro = outsider("Jon Moen welcomed the resolution as a step away from a dangerous idea.")
    assert weighed(PASSED, pro, genre="news") == ([pro.text], [])


def test_who_finds_fault_with_a_thing_speaks_for_ending_it() -> None:
    stop = Said(
        text="Norway proposed in May to postpone the winter drills.",
        kind="stated_position",
        actor="NO",
        actors=("NO",),
        choice=("NO", "postpone the winter drills", "proposed"),
    )
    fault = Said(
        text="Sweden condemned the drills near Norway as reckless.",
        kind="stated_position",
        actor="SE",
        cue="condemned",
        actors=("SE", "NO"),
    )
    assert weighed(stop, fault, genre="news") == ([fault.text], [])


OWN = Said(
    text="This is why Norway will open two harbours to the herring fleet.",
    kind="stated_position",
    actor="NO",
    speaker="Ane Lund",
    actors=("NO",),
    choice=("NO", "open two harbours to the herring fleet", "proposed"),
)


def spoken(text: str, **more: object) -> Said:
    return Said(text=text, kind="stated_position", actor="NO", speaker="Ane Lund", **more)  # type: ignore[arg-type]


def reasons(*said: Said) -> list[str]:
    options = brief(document_of("a", said, genre="speech", published="2031-09-24")).options
    return [a.text for o in options if o.text == OWN.text for a in o.arguments_for]


def test_a_speech_gives_its_reasons_before_this_is_why() -> None:
    problem = spoken("Hunger is again a threat to the islands of the north.")
    need = spoken("It is essential that boats find shelter in winter.")
    assert reasons(problem, need, OWN) == [need.text, problem.text]


def test_because_gives_the_reason_behind_a_course_of_a_speech() -> None:
    because = spoken("Because a boat without a harbour is a boat lost.")
    assert reasons(OWN, because) == [because.text]


def test_another_course_of_the_speaker_is_no_argument() -> None:
    other = spoken(
        "We will help the islands build a school of fishery.",
        actors=("NO",),
        choice=("NO", "help the islands build a school of fishery", "proposed"),
    )
    assert reasons(OWN, other) == []


def test_in_news_a_sentence_that_only_tells_what_happened_takes_no_side() -> None:
    told = Said(text="A storm damaged the dangerous reef in the night.", actors=())
    judged = remark("Annexing the reef would be dangerous.")
    assert weighed(PASSED, told, genre="news") == ([], [])
    assert weighed(PASSED, judged, genre="news") == ([], [judged.text])


def test_a_course_named_by_a_noun_is_judged_in_its_own_sentence() -> None:
    named = remark("Norway's strategy for ending the strike is a manifest failure.", actors=("NO",))
    named = replace(named, choice=("NO", "ending the strike", "in_use"), choice_cue="strategy for")
    assert weighed(named) == ([], [named.text])


def test_a_speaker_who_closes_a_matter_gives_no_reason_for_the_next() -> None:
    closing = spoken("The new rules on nets deserve attention in this regard.")
    opening = spoken("I would like to start with the urgent matter of the islands.")
    assert reasons(closing, opening, OWN) == []
