"""A course that some want and others turn down: never one option, and shown side by side."""

from __future__ import annotations

from pathlib import Path

from briefing import api
from briefing.model.briefing import Briefing
from briefing.profile import Profile, with_focus

TEXT = """Norway divided over ferries

OSLO, 3 March 2031 - Norway should lease its old ferries to Finland, said Ada Holm, an analyst at the Delta Centre.

Norway must not lease its old ferries to Finland, said Ole Berg, a professor at the Fjord School.

"We will not lease old ferries to anybody," Trade Minister Liv Dahl of Norway said on Monday.
"""


def briefing_of(folder: Path, text: str) -> Briefing:
    (folder / "a.md").write_text(text, encoding="utf-8")
    reading = api.read([folder / "a.md"])
    profile = with_focus(Profile(), "NO")
    return api.assemble(reading, [api.analyse(d) for d in reading.documents], profile)


def test_who_warns_of_a_course_is_no_evidence_for_it(tmp_path: Path) -> None:
    options = briefing_of(tmp_path, TEXT).options
    assert [(o.status, o.speaker) for o in options] == [
        ("advocated", "Ada Holm"),
        ("ruled_out", "Liv Dahl"),
        ("ruled_out", "Ole Berg"),
    ]
    assert all(len(option.evidence) == 1 for option in options)


def test_a_course_that_one_wants_and_another_refuses_is_a_disagreement(tmp_path: Path) -> None:
    (pair,) = briefing_of(tmp_path, TEXT).disagreements
    assert {pair.a.speaker, pair.b.speaker} < {"Ada Holm", "Ole Berg", "Liv Dahl"}
    assert pair.a.speaker == "Ada Holm"


def test_what_a_state_will_not_do_is_its_refusal_whoever_tells_of_it(tmp_path: Path) -> None:
    text = TEXT.replace(
        '"We will not lease old ferries to anybody," Trade', "Norway will not lease old ferries to Peru. Trade"
    )
    text = text.replace(
        "Minister Liv Dahl of Norway said on Monday", "Minister Liv Dahl of Norway met the press on Monday"
    )
    options = briefing_of(tmp_path, text).options
    assert [o.text.split()[1] for o in options] == ["should", "will", "must"]


def test_two_courses_are_no_disagreement(tmp_path: Path) -> None:
    text = TEXT.replace("Norway must not lease its old ferries to Finland", "Norway must not sell its salmon to Chile")
    text = text.replace("We will not lease old ferries to anybody", "We will not close the northern harbours")
    assert not briefing_of(tmp_path, text).disagreements


COURSES = """---
author: Dana Holt
author_role: senior fellow at the Delta Centre
---

# Oslo's ferry gamble

Finland asked Norway in May to lease it six ferries, and Oslo hesitated.

## What should Norway do?

Norway has three options. The first is to limit the lease to small ferries. Such a compromise would keep the yards busy.

The second is to decline, citing the law on ships. That would be a mistake: it would isolate Oslo.

Norway should choose soon. It ought to sign a lease for two years. It should not wait for the election.
"""


def test_what_a_writer_says_of_a_course_weighs_the_course_itself(tmp_path: Path) -> None:
    options = briefing_of(tmp_path, COURSES).options
    sides = {o.text.split(".")[0]: (len(o.arguments_for), len(o.arguments_against)) for o in options}
    assert sides["The first is to limit the lease to small ferries"] == (1, 0)
    assert sides["The second is to decline, citing the law on ships"] == (0, 1)


NUMBERED = """---
author: Dana Holt
genre: commentary
---

# Norway's quiet ferry

Prime Minister Ola Berg of Norway has three choices. He can go on saying nothing. He can promise Finland two ships.
Or he can offer a joint fund and hope for the best.

The first is the most dangerous. A promise would be worth little once it leaked. A joint fund would save money for both.
"""


def test_a_number_or_a_noun_says_which_course_is_weighed(tmp_path: Path) -> None:
    options = briefing_of(tmp_path, NUMBERED).options
    against = {o.text: [a.text.split()[1] for a in o.arguments_against] for o in options}
    assert against == {
        "He can go on saying nothing.": ["first"],
        "He can promise Finland two ships.": ["promise"],
        "Or he can offer a joint fund and hope for the best.": [],
    }
    assert not [p for p in briefing_of(tmp_path, NUMBERED).positions if "offer a joint fund" in p.text]


BRIEF = """# Keeping the ferries warm

*Policy brief, Institute for Northern Harbours, 20 October 2031*

## Options

**Option 1: Buy abroad.** Norway could accept the Finnish offer. This would secure supply.

**Option 2: Ration.** Norway could cut its sailings by a fifth. Trade unions oppose it.

## Recommendation

We recommend that Norway combine both options. It should not reopen talks with the yard.
"""


def test_what_a_policy_brief_lays_out_and_recommends(tmp_path: Path) -> None:
    briefing = briefing_of(tmp_path, BRIEF)
    told = {o.text: (o.status, len(o.arguments_for), len(o.arguments_against)) for o in briefing.options}
    assert briefing.sources[0].published == "2031-10-20"
    assert told == {
        "Norway could accept the Finnish offer.": ("advocated", 1, 0),
        "Norway could cut its sailings by a fifth.": ("advocated", 0, 1),
        "We recommend that Norway combine both options.": ("advocated", 0, 0),
        "It should not reopen talks with the yard.": ("ruled_out", 0, 0),
    }


SPEECH = """Remarks by Minister of Foreign Affairs Ida Lund of Norway

Oslo, 9 September 2031

Excellencies,

Some ask whether Norway will join the patrols off Peru. We are studying the question carefully.
We propose a hotline for ships in distress.
"""


def test_what_is_studied_is_printed_with_the_sentence_that_tells_it(tmp_path: Path) -> None:
    options = briefing_of(tmp_path, SPEECH).options
    studied = "Some ask whether Norway will join the patrols off Peru. We are studying the question carefully."
    assert [o.text for o in options] == [studied, "We propose a hotline for ships in distress."]


def test_no_title_that_takes_a_side_where_there_is_another(tmp_path: Path) -> None:
    (tmp_path / "1.md").write_text("---\ngenre: state_media\n---\n\n# Norway denounced\n\nNorway sailed on Monday.\n")
    (tmp_path / "2.md").write_text("---\ngenre: news\n---\n\n# Norway sails\n\nNorway sailed with ships on Monday.\n")
    reading = api.read([tmp_path])
    briefing = api.assemble(reading, [api.analyse(d) for d in reading.documents], with_focus(Profile(), "NO"))
    assert briefing.title == "Norway sails"
