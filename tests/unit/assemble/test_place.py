"""What opens a paragraph or a section, what a writer advises, and how many courses are key points."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.assemble.matter import Matter, gather
from briefing.assemble.place import freshly_done, opens, recommends
from briefing.assemble.points import is_course, unchosen
from briefing.model.document import Genre
from briefing.profile import Profile
from tests.unit.assemble.story import Said, document_of


def written(*said: Said, genre: Genre = "commentary") -> Matter:
    document, analysis = document_of("a", list(said), genre=genre)
    return gather([document], [analysis], Profile(name="test", focus="NO"), {})


@pytest.mark.parametrize(
    ("text", "agent", "expected"),
    [
        ("What Oslo needs is a smaller fleet and a longer breath.", None, 1.0),
        ("We would begin with the harbours, and pay for them from the budget.", None, 1.0),
        ("Norway should close the strait at night.", "NO", 1.0),
        ("Sweden should close the strait at night.", "SE", 0.0),
        ("Norway closed the strait at night.", "NO", 0.0),
    ],
)
def test_what_a_writer_advises_the_focus(text: str, agent: str | None, expected: float) -> None:
    matter = written(Said(text=text, kind="author_judgement", author=True, agent=agent, actors=("NO", "SE")))
    assert recommends(matter, matter.lines[0]) == expected


def test_news_advises_nobody() -> None:
    matter = written(Said(text="Norway should close the strait.", kind="author_judgement", agent="NO"), genre="news")
    assert recommends(matter, matter.lines[0]) == 0.0


def test_the_first_sentence_of_a_section_opens_it() -> None:
    matter = written(
        *(Said(text=f"Sentence number {n} is here.", heading="Ships" if n > 1 else None) for n in range(5))
    )
    source = matter.sources[0]
    blocks = [0, 0, 1, 1, 1]
    sentences = tuple(replace(s, block=b) for s, b in zip(source.analysis.sentences, blocks, strict=True))
    source = replace(source, analysis=replace(source.analysis, sentences=sentences))
    matter = Matter(sources=(source,), numbers=matter.numbers, focus="NO")
    assert [opens(matter, line) for line in matter.lines] == [1.0, 0.0, 1.0, 0.0, 0.0]


def test_courses_beyond_the_second_give_way_to_findings() -> None:
    course = Said(
        text="Norway might consider closing the strait.",
        kind="author_judgement",
        agent="NO",
        choice=("NO", "closing the strait", "advocated"),
    )
    matter = written(course, course, course, Said(text="The strait is narrow.", kind="author_judgement"))
    lines = matter.lines
    assert [is_course(matter, line) for line in lines] == [True, True, True, False]
    assert unchosen(matter, lines, 2, [0]) == 1.0 > unchosen(matter, lines, 2, [0, 1])
    assert unchosen(matter, lines, 3, [0, 1, 2]) == 1.0


@pytest.mark.parametrize(
    ("day", "genre", "expected"),
    [
        ("2031-05-01", "report", 1.0),
        ("2030-05-01", "report", 0.0),
        ("2031-05-01", "news", 0.0),
        ("2031", "report", 0.0),
    ],
)
def test_what_was_done_shortly_before_a_report_is_its_news(day: str, genre: Genre, expected: float) -> None:
    act = Said(text="Norway signed the pact in spring.", agent="NO", act=True, date=day, expression="spring")
    matter = written(act, genre=genre)
    assert freshly_done(matter, matter.lines[0]) == expected
