"""A briefing rendered by every shipped set, in both languages, full and empty."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.errors import TemplateError
from briefing.figures import draw
from briefing.model.blocks import (
    Block,
    BulletList,
    Division,
    Figure,
    Heading,
    Label,
    LineBreak,
    OrderedList,
    Paragraph,
    Strong,
    Table,
)
from briefing.model.briefing import TimelineItem
from briefing.model.lines import lines_of, words_of
from briefing.profile import Profile
from briefing.render import Rendering, render
from briefing.render.locate import list_sets
from tests.factories import make_briefing, make_empty_briefing, make_evidence, make_item

SETS = list_sets()


def headings(blocks: Iterable[Block]) -> list[str]:
    return [words_of(b.children) for b in blocks if isinstance(b, Heading)]


def under(rendering: Rendering, heading: str) -> Iterator[Block]:
    """Yield the blocks below a heading, to the next one of its level."""
    blocks = iter(rendering.pages.blocks)
    level = next(b.level for b in blocks if isinstance(b, Heading) and words_of(b.children) == heading)
    for block in blocks:
        if isinstance(block, Heading) and block.level <= level:
            return
        yield block


def lines(rendering: Rendering) -> tuple[str, ...]:
    """Return the printed lines without the numbers of their notes."""
    return tuple(re.sub(r"⁅\d+⁆", "", line) for line in lines_of(rendering.pages.blocks, rendering.pages.notes))


def table(rendering: Rendering, name: str) -> Table:
    return next(b for b in rendering.pages.blocks if isinstance(b, Table) and b.name == name)


@pytest.fixture(scope="module")
def standard() -> Rendering:
    return render(make_briefing(), Profile(), draw=draw)


def test_sections_stand_in_the_order_of_the_profile(standard: Rendering) -> None:
    assert headings(standard.pages.blocks) == [
        "Graphite licences: what the halt means for South Korea",
        "Changed since 4 March 2025",
        "Key points",
        "Actor positions",
        "Options for South Korea",
        "Quoted sources",
        "Documents quoted",
        "Unnamed sources",
        "Timeline",
        "Disagreements",
        "Gaps and limits",
        "Sources",
    ]
    short = render(make_briefing(), Profile(sections=("options", "key_points")))
    assert headings(short.pages.blocks)[1:] == ["Options for South Korea", "Key points"]


def test_a_key_point_has_label_words_note_and_holder(standard: Rendering) -> None:
    (points,) = (b for b in under(standard, "Key points") if isinstance(b, OrderedList))
    first = points.items[3].blocks[0]
    assert isinstance(first, Paragraph)
    assert isinstance(first.children[0], Label)
    assert words_of(first.children) == (
        "reported Washington is likely to offer shared stocks. unnamed: a person briefed on the plan"
    )
    assert all(isinstance(item.blocks[0].children[0], Label) for item in points.items)  # type: ignore[union-attr]


def test_an_actor_is_named_in_every_row_strong_in_the_first(standard: Rendering) -> None:
    actors = [words_of(row[0].children) for row in table(standard, "positions").rows]
    assert actors == ["China", "China", "South Korea", "United States with Canada"]
    strong = [isinstance(row[0].children[0], Strong) for row in table(standard, "positions").rows]
    assert strong == [True, False, True, True]


def test_options_answer_in_one_row(standard: Rendering) -> None:
    rows = [[words_of(cell.children) for cell in row] for row in table(standard, "options").rows]
    assert rows[0] == [
        "under review reported Review its own licence rules for chip gases. South Korea\u00a0· 4\u00a0Mar\u00a02025",
        "Against stated Cutting chip gas shipments would hurt Korean makers first, the ministry warned. "
        "Not in the sources timing, legal basis",
    ]
    assert "Reaction expected author’s view Beijing may answer with a wider ban. Not in" in rows[1][1]


def test_quotations_are_exact_and_a_partial_one_stays_in_its_sentence(standard: Rendering) -> None:
    printed = lines(standard)
    for quote in make_briefing().quotes:
        assert any(quote.text in line for line in printed)
    assert "stated South Korea said that it would “review” its own licence rules for chip gases." in printed
    assert "“review”" not in printed


def test_one_note_stands_for_one_passage(standard: Rendering) -> None:
    notes = {note.id: words_of(note.blocks[0].children) for note in standard.pages.notes}  # type: ignore[union-attr]
    assert "S1-0-250" in notes
    assert not any(ident.startswith("S1-0-") and ident != "S1-0-250" for ident in notes)
    assert notes["S3-310-393"] == "S3:310–393."
    assert notes["S3-55-150"].endswith(
        "Join the stockpile".replace("Join", "join") + " that Washington offers, "
        "though Beijing may answer with a wider ban."
    )
    assert [note.number for note in standard.pages.notes] == list(range(1, len(notes) + 1))


def test_a_page_is_the_place_where_there_are_pages() -> None:
    item = make_item("k", "S1", "Seoul has already released a third of its graphite reserve.", "reported_fact")
    item = replace(item, evidence=(make_evidence("S1", item.text, page=3),))
    rendering = render(make_empty_briefing(), Profile())
    assert not rendering.pages.notes
    rendering = render(replace(make_empty_briefing(), key_points=(item,)), Profile())
    assert words_of(rendering.pages.notes[0].blocks[0].children) == "S1, p. 3."  # type: ignore[union-attr]


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("name", SETS)
def test_every_set_renders_full_and_empty(name: str, language: str) -> None:
    profile = Profile(template=name, language="ko" if language == "ko" else "en")
    for briefing in (make_briefing(), make_empty_briefing()):
        rendering = render(briefing, profile, draw=draw)
        assert headings(rendering.pages.blocks)[0] == briefing.title
        assert rendering == render(briefing, profile, draw=draw)


def test_an_empty_section_says_so() -> None:
    rendering = render(make_empty_briefing(), Profile(), draw=draw)
    for heading in ("Key points", "Actor positions", "Options for South Korea", "Quoted sources", "Timeline"):
        assert [words_of(b.children) for b in under(rendering, heading) if isinstance(b, Paragraph)] == [
            "Nothing found in the sources."
        ]
    assert "Bottom line Nothing found in the sources." in lines(rendering)
    assert not rendering.pages.pictures


def test_without_focus_there_are_no_options() -> None:
    briefing = make_briefing()
    rendering = render(replace(briefing, focus=replace(briefing.focus, id="", name="")), Profile(focus=None))
    assert not any("Options" in heading for heading in headings(rendering.pages.blocks))
    assert not any("Focus" in line for line in lines(rendering))


def test_background_has_no_options_and_no_link_to_them() -> None:
    rendering = render(make_briefing(), Profile(template="background"), draw=draw)
    assert "Options for South Korea" not in headings(rendering.pages.blocks)
    assert "#options" not in rendering.markdown


def test_brief_fits_one_page_of_words() -> None:
    rendering = render(make_briefing(), Profile(template="brief"), draw=draw)
    assert len(" ".join(lines(rendering)).split()) < 600
    assert not any(isinstance(b, Table | Figure) for b in rendering.pages.blocks)


def test_korean_names_dates_and_foreign_words() -> None:
    rendering = render(make_briefing(), Profile(language="ko"), draw=draw)
    found = headings(rendering.pages.blocks)
    assert [found[n] for n in (2, 3, 4, 5)] == ["핵심 요지", "행위자 입장", "대한민국의 선택지", "인용 출처"]
    assert any("2025년 3월 5일" in line for line in lines(rendering))
    assert '<span lang="en">South Korea said that it would “review”' in rendering.markdown
    assert words_of(table(rendering, "positions").rows[0][0].children) == "중국"


def test_foreign_titles_are_marked(standard: Rendering) -> None:
    assert '<span lang="ko">흑연 수출 허가 중단</span>' in standard.markdown


def test_american_dates() -> None:
    rendering = render(make_briefing(), Profile(spelling="american"))
    assert any("As of March 5, 2025" in line for line in lines(rendering))
    assert rendering.pages.meta.language == "en-US"


def test_paper_and_mark_of_the_profile_win() -> None:
    rendering = render(make_briefing(), Profile(paper="letter", mark="RESTRICTED"))
    assert (rendering.theme.page.paper, rendering.theme.mark, rendering.pages.meta.mark) == (
        "letter",
        "RESTRICTED",
        "RESTRICTED",
    )


def test_the_yardstick_is_named_when_the_profile_asks() -> None:
    briefing = make_briefing(hedge_words=("likely: 55–80 % on the ICD 203 scale.",))
    assert any("ICD 203" in line for line in lines(render(briefing, Profile(yardstick="icd203"))))
    assert not any("ICD 203" in line for line in lines(render(briefing, Profile())))


def test_furniture_is_honest(standard: Rendering) -> None:
    meta = standard.pages.meta
    assert meta.footer == (
        "As of 5 March 2025 · 5 sources (3 independent) · "
        "assembled by machine from the listed sources; no language model used"
    )
    long = render(make_briefing(title="word " * 30), Profile()).pages.meta
    assert len(long.header) <= 70
    assert long.header.endswith("word…")


@pytest.mark.parametrize(("language", "said"), [("en", "As of an unknown day"), ("ko", "기준일 미상")])
def test_undated_sources_give_no_day(language: str, said: str) -> None:
    undated = replace(make_briefing(), as_of="undated")
    rendering = render(undated, Profile(language="ko" if language == "ko" else "en"))
    assert any(line.startswith(said) for line in lines(rendering))
    assert said in rendering.pages.meta.footer


def test_a_script_link_is_printed_as_words_only() -> None:
    briefing = make_briefing()
    source = replace(briefing.sources[0], link="javascript:alert(1)")
    rendering = render(replace(briefing, sources=(source, *briefing.sources[1:])), Profile())
    assert not re.search(r"\]\(javascript", rendering.markdown)


def test_a_users_folder_overrides_single_partials(tmp_path: Path) -> None:
    (tmp_path / "sections").mkdir()
    (tmp_path / "sections" / "gaps.md.j2").write_text('## {{ "gaps"|anchor }}Open ends\n\n{{ briefing.title }}\n')
    (tmp_path / "labels.en.toml").write_text('[sections]\nkey_points = "In short"\n')
    (tmp_path / "theme.toml").write_text("[sizes]\nbody = 11.0\n")
    rendering = render(make_briefing(), Profile(), templates=tmp_path)
    found = headings(rendering.pages.blocks)
    assert "Open ends" in found
    assert "In short" in found
    assert "Actor positions" in found
    assert rendering.theme.sizes.body == 11.0
    same = render(make_briefing(), Profile(template=str(tmp_path)))
    assert same.markdown == rendering.markdown


def test_an_unknown_set_names_the_nearest() -> None:
    with pytest.raises(TemplateError, match="did you mean standard"):
        render(make_briefing(), Profile(template="standart"))


def test_a_link_to_nowhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "briefing.md.j2").write_text("# x\n\n[y](#z)\n")
    with pytest.raises(TemplateError, match="#z, which is not there"):
        render(make_briefing(), Profile(), templates=tmp_path)


def test_divisions_of_page_one_come_before_the_reference(standard: Rendering) -> None:
    names = [b.name for b in standard.pages.blocks if isinstance(b, Division)]
    assert names == ["title-block", "bottom-line", "sources", "how-to-read"]


def test_disagreements_set_both_sides_below_each_other(standard: Rendering) -> None:
    (pairs,) = (b for b in under(standard, "Disagreements") if isinstance(b, BulletList))
    inner = pairs.items[0].blocks[1]
    assert isinstance(inner, BulletList)
    assert len(inner.items) == 2


def test_what_several_sources_say_has_one_mark_and_one_note() -> None:
    item = make_item("k", "S1", "Seoul has already released a third of its graphite reserve.", "reported_fact")
    elsewhere = make_evidence("S2", "Japan has not spoken.")
    again = make_evidence("S1", "Battery makers hold stocks for 40 days")
    item = replace(item, evidence=(*item.evidence, elsewhere, again))
    alone = make_item("p", "S1", item.text, "reported_fact")
    notes = render(
        replace(make_empty_briefing(), sources=make_briefing().sources, key_points=(item, alone)), Profile()
    ).pages.notes
    assert [words_of(note.blocks[0].children) for note in notes] == [  # type: ignore[union-attr]
        "S1:390–449. Also S2:424–445.",
        "S1:450–488: Battery makers hold stocks for 40 days",
        "S1:390–449.",
    ]
    assert [note.id for note in notes] == ["S1-390-449", "S1-450-488", "S1-390-449-2"]


def test_more_than_seven_points_follow_the_page_that_stands_alone() -> None:
    points = tuple(replace(make_briefing().key_points[0], id=f"k{n}") for n in range(9))
    rendering = render(make_briefing(key_points=points), Profile())
    (page_one,) = (b for b in under(rendering, "Key points") if isinstance(b, OrderedList) and b.start == 1)
    (rest,) = (b for b in under(rendering, "Further points") if isinstance(b, OrderedList))
    assert (len(page_one.items), rest.start, len(rest.items)) == (7, 8, 2)


def test_the_bottom_line_says_what_it_means_for_the_focus() -> None:
    means = make_item("b-2", "S1", "Seoul has already released a third of its graphite reserve.", "reported_fact")
    for name in SETS:
        rendering = render(make_briefing(bottom_line_focus=means), Profile(template=name))
        page_one = rendering.markdown.partition("## ")[0]
        assert "Seoul has already released a third of its graphite reserve.[^S1-390-449]" in page_one


@pytest.mark.parametrize("name", SETS)
def test_date_and_source_base_stand_apart(name: str) -> None:
    blocks = render(make_briefing(), Profile(template=name)).pages.blocks
    block = next(b for b in blocks if isinstance(b, Division) and b.name == "title-block")
    if name == "cable":
        (paragraph,) = block.blocks
        assert isinstance(paragraph, Paragraph)
        assert sum(isinstance(inline, LineBreak) for inline in paragraph.children) == 2
    else:
        first, second = (words_of(b.children) for b in block.blocks if isinstance(b, Paragraph))
        assert first == "As of 5 March 2025 · Focus: South Korea"
        assert second.startswith("Source base: ")


def test_sources_without_a_printed_line_stand_together_and_links_to_the_others_hold() -> None:
    made = make_briefing(changes=None)
    silent = replace(made.sources[0], id="S9", title="Tide tables", outlet="Quay Letter", published="2025-03-01")
    rendering = render(replace(made, sources=(*made.sources, silent)), Profile())
    (block,) = (b for b in rendering.pages.blocks if isinstance(b, Division) and b.name == "sources")
    last = block.blocks[-1]
    assert isinstance(last, Paragraph)
    assert words_of(last.children).endswith("S9 Quay Letter, Tide tables, 1\u00a0Mar\u00a02025.")
    assert last.anchor is None


def test_only_the_labels_in_use_are_explained() -> None:
    item = make_item("k", "S1", "Seoul has already released a third of its graphite reserve.", "reported_fact")
    rendering = render(replace(make_empty_briefing(), key_points=(item,)), Profile())
    (box,) = (b for b in rendering.pages.blocks if isinstance(b, Division) and b.name == "how-to-read")
    first = box.blocks[0]
    assert isinstance(first, Paragraph)
    assert [i.text for i in first.children if isinstance(i, Label)] == ["fact"]


def test_what_is_left_out_is_said_in_the_briefing_of_every_length() -> None:
    made = replace(make_empty_briefing(), left_out={"positions": 39, "unnamed_sources": 2})
    told = "Left out at this length, printed with --full: positions (39), unnamed sources (2)."
    for profile in (Profile(), Profile(length="brief"), Profile(template="cable"), Profile(template="background")):
        assert told in lines(render(made, profile))


def test_an_expression_of_time_is_told_beside_the_date_only_where_the_line_lacks_it() -> None:
    item = make_item("t", "S1", "Seoul has already released a third of its graphite reserve.", "reported_fact")
    told, silent = (
        TimelineItem(
            **{f: getattr(item, f) for f in ("text", "kind", "evidence")}, id=e, date="2025-03-04", expression=e
        )
        for e in ("a third", "on Tuesday")
    )
    rendering = render(replace(make_empty_briefing(), timeline=(told, silent)), Profile())
    dates = [words_of(row[0].children) for row in table(rendering, "timeline").rows]
    assert dates == ["4\u00a0Mar\u00a02025", "4\u00a0Mar\u00a02025 “on Tuesday”"]
