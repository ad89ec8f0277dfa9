"""Choices of actors, sentence by sentence: text, who speaks, the choices expected."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.analyse.choices.finder import find_choices
from briefing.model.document import Block, Document
from briefing.model.findings import Analysis, Holder, Mention, Sentence, Statement

NAMES = {
    "Norway": "NO",
    "Norwegian": "NO",
    "Oslo": "NO",
    "Sweden": "SE",
    "Swedish": "SE",
    "Stockholm": "SE",
    "Finland": "FI",
}
CASES = [
    case.strip().split("\n")
    for case in re.split(
        r"^\.$", Path(__file__).with_name("choices.txt").read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    if case.strip()
]


def analysed(text: str, speaks: str) -> tuple[Document, Analysis]:
    """Return a one-sentence document whose words are of `speaks`: a territory code, `author` or `none`."""
    mentions = tuple(
        Mention(actor=NAMES[m.group()], start=m.start(), end=m.end())
        for m in re.finditer(r"\b(?:" + "|".join(NAMES) + r")\b", text)
    )
    code = speaks if speaks in NAMES.values() else None
    holder = Holder(actor=code, actor_name=code, speaker=None, role=None, is_author=speaks == "author")
    statement = Statement(
        id="a:0",
        extent=(0, len(text)),
        sentence=0,
        kind="author_judgement" if speaks == "author" else "stated_position" if code else "reported_fact",
        holder=None if speaks == "none" else holder,
        cue=None,
        agent=mentions[0].actor if mentions else None,
    )
    document = Document(
        id="a",
        path="a.txt",
        sha256="a",
        media_type="text/plain",
        text=text,
        blocks=(Block(kind="paragraph", start=0, end=len(text)),),
    )
    sentence = Sentence(start=0, end=len(text), block=0)
    return document, Analysis(
        document="a", version="test", mentions=mentions, sentences=(sentence,), statements=(statement,)
    )


@pytest.mark.parametrize("case", CASES, ids=[case[0][:40] for case in CASES])
def test_choices_of_a_sentence(case: list[str]) -> None:
    text, speaks, *expected = case
    document, analysis = analysed(text, speaks.removeprefix("= "))
    found = [f"{' '.join(c.agents)} {c.status}: {document.slice(c.act)}" for c in find_choices(document, analysis)]
    assert found == expected


@pytest.mark.parametrize(
    ("role", "found"),
    [
        ("mayor", []),
        ("top security official in Finnmark", []),
        ("provincial governor", []),
        ("minister of state", ["station two boats"]),
        ("official in the Ministry of Fisheries", ["station two boats"]),
    ],
)
def test_what_an_official_of_a_town_or_region_will_do_is_not_the_choice_of_the_state(
    role: str, found: list[str]
) -> None:
    document, analysis = analysed("He said he would station two boats.", "NO")
    statement = analysis.statements[0]
    holder = Holder(actor="NO", actor_name="Norway", speaker="Ola Vik", role=role, is_author=False)
    analysis = replace(analysis, statements=(replace(statement, holder=holder, agent="NO"),))
    assert [document.slice(c.act) for c in find_choices(document, analysis)] == found


def test_makers_under_a_heading_of_options_act_for_the_actor_it_names() -> None:
    text = "Norway fears the fleet. Policymakers could close the ports. Another option would be to buy ships abroad."
    starts = [0, 24, 60]
    extents = list(zip(starts, [23, 59, len(text)], strict=True))
    document, _ = analysed(text, "author")
    author = Holder(actor=None, actor_name=None, speaker=None, role=None, is_author=True)
    analysis = Analysis(
        document="a",
        version="test",
        mentions=(Mention(actor="NO", start=0, end=6),),
        sentences=tuple(Sentence(start=s, end=e, block=0, heading="Options for Norway") for s, e in extents),
        statements=tuple(
            Statement(id=f"a:{n}", extent=extent, sentence=n, kind="author_judgement", holder=author, cue=None)
            for n, extent in enumerate(extents)
        ),
    )
    found = [(c.agents, c.status, document.slice(c.act)) for c in find_choices(document, analysis)]
    assert found == [
        (("NO",), "advocated", "close the ports"),
        (("NO",), "proposed", "buy ships abroad"),
    ]
