"""Figures: drawn from the data, told in words, left out when they would say nothing."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from lxml import etree
from PIL import Image

from briefing.figures import draw
from briefing.figures.measure import fitted, lines, width_of
from briefing.model.blocks import Box, Disc, Drawing, Line, Words
from briefing.model.briefing import Briefing
from briefing.model.labels import Labels
from briefing.model.theme import Theme
from briefing.profile import Profile
from briefing.render import labels_for
from briefing.write.drawings.raster import to_png
from briefing.write.drawings.svg import to_svg
from tests.factories import make_briefing, make_empty_briefing

DATES = ("2025-03-04", "2025-03-05", "2025-02-10", "2025-03-04", "2025-03-04")


@pytest.fixture(scope="module")
def labels() -> Labels:
    return labels_for(Profile())


def dated_briefing() -> Briefing:
    briefing = make_briefing()
    sources = tuple(replace(s, published=day) for s, day in zip(briefing.sources, DATES, strict=True))
    return replace(briefing, sources=sources)


def test_all_three_are_drawn_where_there_is_enough(labels: Labels) -> None:
    drawn = draw(dated_briefing(), labels)
    assert [name for name, _ in drawn] == ["timeline", "voices", "sources"]
    assert all(drawing.alt and drawing.caption for _, drawing in drawn)
    assert drawn == draw(dated_briefing(), labels)


def test_the_words_tell_the_data(labels: Labels) -> None:
    drawn = dict(draw(dated_briefing(), labels))
    assert "China: 1 stated, 1 fact" in drawn["voices"].alt
    assert "with 4 dated events from 2023 to Apr\u00a02025" in drawn["timeline"].alt
    assert "commentary: 10\u00a0Feb\u00a02025: S3" in drawn["sources"].alt
    assert "S4" not in drawn["sources"].alt


def test_nothing_is_drawn_that_says_nothing(labels: Labels) -> None:
    assert draw(make_empty_briefing(), labels) == ()
    briefing = make_briefing()
    two = replace(briefing, timeline=briefing.timeline[:2])
    one_day = replace(briefing, timeline=tuple(replace(e, date="2025-03-03") for e in briefing.timeline))
    one_actor = replace(briefing, positions=briefing.positions[:2])
    assert "timeline" not in dict(draw(two, labels))
    assert "timeline" not in dict(draw(one_day, labels))
    assert "voices" not in dict(draw(one_actor, labels))
    assert "sources" not in dict(draw(briefing, labels))


def _ends(drawing: Drawing) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    for shape in drawing.shapes:
        match shape:
            case Line(x1=x1, y1=y1, x2=x2, y2=y2):
                found += [(x1, y1), (x2, y2)]
            case Disc(x=x, y=y, radius=r):
                found += [(x - r, y - r), (x + r, y + r)]
            case Box(x=x, y=y, width=w, height=h):
                found += [(x, y), (x + w, y + h)]
            case Words(x=x, y=y, text=text, size=size, anchor=anchor, strong=strong):
                width = width_of(text, size, strong=strong)
                left = {"start": x, "middle": x - width / 2, "end": x - width}[anchor]
                found += [(left, y - size), (left + width, y)]
    return found


def crowded(count: int) -> Briefing:
    """Make a briefing with many events, two of them far from the rest."""
    briefing = make_briefing()
    event = briefing.timeline[1]
    days = ["2019", "2024-12-31", *(f"2025-01-{day:02}" for day in range(1, count - 1))]
    events = tuple(replace(event, id=f"t{n}", date=day) for n, day in enumerate(days))
    return replace(briefing, timeline=events)


@pytest.mark.parametrize(
    "briefing", [dated_briefing(), crowded(4), crowded(9), crowded(25)], ids=["few", "4", "9", "25"]
)
def test_everything_stays_within_the_drawing(briefing: Briefing, labels: Labels) -> None:
    for _, drawing in draw(briefing, labels):
        for x, y in _ends(drawing):
            assert -0.5 <= x <= drawing.width + 0.5
            assert -0.5 <= y <= drawing.height + 0.5


def test_words_of_events_do_not_overlap(labels: Labels) -> None:
    drawing = dict(draw(crowded(9), labels))["timeline"]
    boxes = [
        (w.x, w.y - w.size, w.x + width_of(w.text, w.size, strong=w.strong), w.y)
        for w in drawing.shapes
        if isinstance(w, Words)
    ]
    for number, a in enumerate(boxes):
        for b in boxes[number + 1 :]:
            assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1], (a, b)


def test_a_cut_line_is_marked(labels: Labels) -> None:
    def strokes(briefing: Briefing) -> int:
        drawing = dict(draw(briefing, labels))["timeline"]
        return sum(1 for s in drawing.shapes if isinstance(s, Line) and s.x1 != s.x2 and s.y1 != s.y2)

    assert strokes(crowded(6)) == 2
    near = [f"2025-03-{day:02}" for day in (1, 2, 3, 4)]
    briefing = make_briefing()
    events = tuple(replace(briefing.timeline[1], id=d, date=d) for d in near)
    assert strokes(replace(briefing, timeline=events)) == 0


def test_the_view_of_an_outside_voice_is_not_the_writers(labels: Labels) -> None:
    briefing = make_briefing()
    outside = replace(briefing.positions[0], kind="author_judgement", speaker="Ane Lund")
    drawing = dict(draw(replace(briefing, positions=(outside, *briefing.positions[1:])), labels))["voices"]
    assert "China: 1 stated, 1 outside view" in drawing.alt


def test_kinds_are_told_apart_in_grey(labels: Labels) -> None:
    drawing = dict(draw(make_briefing(), labels))["voices"]
    png = to_png(drawing, Theme(), 2)
    with Image.open(BytesIO(png)) as opened:
        assert opened.size == (912, round(drawing.height * 2))
        grey = opened.convert("L")
        keys = [s for s in drawing.shapes if isinstance(s, Box) and s.width < 9]
        shares = []
        for box in keys:
            cut = grey.crop((round(box.x * 2), round(box.y * 2), round((box.x + box.width) * 2), round(box.y * 2 + 20)))
            data = cut.tobytes()
            shares.append(sum(data) / len(data))
    assert len(shares) == 3
    assert min(abs(a - b) for n, a in enumerate(shares) for b in shares[n + 1 :]) > 25


def test_png_and_svg_are_the_same_each_time() -> None:
    drawing = Drawing(
        width=100, height=40, shapes=(Words(x=5, y=20, text="APEC 회의 – <x>"), Box(x=1, y=1, width=9, height=9))
    )
    assert to_png(drawing, Theme(), 2) == to_png(drawing, Theme(), 2)
    svg = etree.fromstring(to_svg(drawing, Theme(), title="What & why"))
    assert "APEC 회의 – <x>" in "".join(str(part) for part in svg.itertext())
    assert svg.findtext("{http://www.w3.org/2000/svg}title") == "What & why"


def test_words_are_cut_at_words() -> None:
    assert fitted("short", 100, 8) == "short"
    cut = fitted("a rather long sentence about graphite", 80, 8)
    assert cut.endswith("…")
    assert "a rather long sentence about graphite".startswith(cut[:-1])
    assert width_of(cut, 8) <= 80
    rows = lines("one two three four five six seven eight nine ten", 60, 8, 2)
    assert len(rows) == 2
    assert rows[1].endswith("…")
