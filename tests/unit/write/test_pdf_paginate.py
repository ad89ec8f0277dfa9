"""Bands to pages: nothing lost, nothing too tall, notes with their marks."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.write.pdf.bands import Band
from briefing.write.pdf.paginate import PageLayout, paginate

HEIGHT = 100.0


def note_lines(count: int, name: str) -> list[Band]:
    bands = [Band(height=8.0, tie=count > 1 and index in (0, count - 2)) for index in range(count)]
    bands[0].anchors.append(f"note-{name}")
    return bands


def placed(bands: list[Band], notes: dict[str, list[Band]]) -> list[PageLayout]:
    return paginate(bands, HEIGHT, notes.__getitem__)


def test_tied_bands_move_to_the_next_page_together() -> None:
    bands = [Band(height=30.0), Band(height=30.0), Band(height=20.0, tie=True), Band(height=25.0)]
    pages = placed(bands, {})
    assert [[entry.band.height for entry in page.body] for page in pages] == [[30.0, 30.0], [20.0, 25.0]]


def test_space_above_is_left_out_at_the_top_of_a_page() -> None:
    pages = placed([Band(height=90.0), Band(height=50.0, before=20.0)], {})
    assert pages[1].body[0].y == 0.0


def test_a_repeated_header_stands_above_the_row_that_begins_a_page() -> None:
    head = Band(height=10.0)
    pages = placed([Band(height=90.0), Band(height=50.0, head=(head,))], {})
    assert [(entry.echo, entry.y) for entry in pages[1].body] == [(True, 0.0), (False, 10.0)]


def test_a_note_takes_the_room_of_its_page_and_stands_at_its_foot() -> None:
    notes = {"a": note_lines(3, "a")}
    pages = placed([Band(height=50.0, notes=["a"]), Band(height=30.0)], notes)
    assert len(pages) == 2
    assert [entry.y for entry in pages[0].foot] == [76.0, 84.0, 92.0]


def test_short_notes_stand_side_by_side_and_a_wide_one_alone() -> None:
    notes = {name: note_lines(1, name) for name in "abcd"}
    for name, share in (("a", 0.25), ("b", 0.5), ("d", 0.25)):
        notes[name][0].share = share
    (page,) = placed([Band(height=20.0, notes=list("abcd"))], notes)
    assert [(entry.y, entry.across) for entry in page.foot] == [(76.0, 0.0), (76.0, 0.25), (84.0, 0.0), (92.0, 0.0)]


def test_a_long_note_is_cut_and_goes_on_before_the_next_page_s_own() -> None:
    notes = {"a": note_lines(12, "a"), "b": note_lines(1, "b")}
    pages = placed([Band(height=40.0, notes=["a"]), Band(height=10.0), Band(height=10.0, notes=["b"])], notes)
    assert len(pages[0].foot) >= 2
    assert not pages[1].foot[0].starts_note
    assert pages[1].foot[-1].starts_note
    assert sum(len(page.foot) for page in pages) == 13


def test_a_chunk_taller_than_a_page_is_broken_rather_than_lost() -> None:
    pages = placed([Band(height=30.0, tie=True) for _ in range(9)], {})
    assert sum(len(page.body) for page in pages) == 9
    assert all(page.body[-1].y + 30.0 <= HEIGHT for page in pages)


BANDS = st.lists(
    st.tuples(
        st.floats(min_value=1, max_value=60),
        st.floats(min_value=0, max_value=15),
        st.booleans(),
        st.integers(min_value=0, max_value=16),
    ),
    max_size=40,
)


@settings(max_examples=150, deadline=None)
@given(BANDS)
def test_every_band_and_note_line_is_placed_once_in_order_within_the_page(
    shapes: list[tuple[float, float, bool, int]],
) -> None:
    bands, notes = [], {}
    for index, (height, before, tie, lines) in enumerate(shapes):
        names = [f"n{index}"] if lines else []
        bands.append(Band(height=height, before=before, tie=tie, notes=names))
        if lines:
            notes[f"n{index}"] = note_lines(lines, f"n{index}")
            notes[f"n{index}"][0].share = 0.25 if lines == 1 else 1.0
    pages = placed(bands, notes)
    assert [entry.band for page in pages for entry in page.body] == bands
    assert [entry.band for page in pages for entry in page.foot] == [line for lines in notes.values() for line in lines]
    for page in pages:
        foot = page.foot[0].y if page.foot else HEIGHT
        assert all(entry.y + entry.band.height <= foot + 0.02 for entry in page.body)
        assert all(entry.y + entry.band.height <= HEIGHT + 0.02 for entry in page.foot)
    _notes_start_with_their_marks(pages)


def _notes_start_with_their_marks(pages: list[PageLayout]) -> None:
    for page in pages:
        marks = {note for entry in page.body for note in entry.band.notes}
        begun = {anchor[5:] for entry in page.foot if entry.starts_note for anchor in entry.band.anchors}
        assert begun == marks
