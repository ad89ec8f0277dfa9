"""The shipped faces: present, licensed, complete for Korean, and every run printable by its face."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.ttfonts import TTFont

from briefing.errors import ExportError
from briefing.write.fonts import FACES, Face, covers, face_for, path_of, split_by_coverage
from briefing.write.fonts.faces import HERE


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)
def test_the_file_of_each_face_is_truetype_with_a_thousand_units_and_the_listed_characters(face: Face) -> None:
    font = TTFont(face.name, str(path_of(face.name)))
    assert font.face.unitsPerEm == 1000
    assert font.face.name.decode() == face.name
    glyphs = set(font.face.charToGlyph) - {0xFFFF}
    assert {code for code in range(0x10000) if covers(face.name, chr(code))} == glyphs


def test_reserved_names_are_not_used_and_the_licence_lies_beside() -> None:
    assert not [path.name for path in HERE.glob("*.ttf") if "nanum" in path.name.casefold()]
    assert "Reserved Font Name Nanum" in (HERE / "OFL-Nanum.txt").read_text()
    assert "SIL OPEN FONT LICENSE" in (HERE / "OFL-Noto.txt").read_text()


@pytest.mark.parametrize("family", ["Briefing Myeongjo", "Briefing Gothic"])
@pytest.mark.parametrize("bold", [False, True])
def test_every_hangul_syllable_is_there(family: str, bold: bool) -> None:
    face = face_for(family, bold)
    assert all(covers(face, chr(code)) for code in range(0xAC00, 0xD7A4))


def test_korean_and_latin_get_their_own_faces_and_spaces_stay_in_the_run() -> None:
    assert split_by_coverage("APEC 정상 회의 2025", "Noto Serif") == (
        ("APEC ", "NotoSerif-Regular"),
        ("정상 회의 ", "BriefingMyeongjo-Regular"),
        ("2025", "NotoSerif-Regular"),
    )


def test_hanja_fall_back_to_the_gothic_and_signs_to_the_face_that_has_them() -> None:
    assert split_by_coverage("北韓", "Noto Serif") == (("北韓", "BriefingGothic-Regular"),)
    assert split_by_coverage("北韓", "Noto Sans", bold=True) == (("北韓", "BriefingGothic-Regular"),)
    assert split_by_coverage("Москва Αθήνα", "Noto Sans") == (("Москва Αθήνα", "NotoSans-Regular"),)
    assert [face for _, face in split_by_coverage("⟨✔", "Noto Serif")] == [
        "NotoSansMath-Regular",
        "NotoSansSymbols2-Regular",
    ]


def test_korean_has_no_italic_and_bold_korean_serif_is_set_in_the_gothic() -> None:
    assert split_by_coverage("옵션", "Noto Serif", italic=True) == (("옵션", "BriefingMyeongjo-Regular"),)
    assert split_by_coverage("옵션", "Noto Serif", bold=True) == (("옵션", "BriefingGothic-Bold"),)


def test_the_runs_put_together_are_the_text() -> None:
    text = "Le président — « 대통령 » — a dit: “核” ≠ ☎ é"
    assert "".join(run for run, _ in split_by_coverage(text, "Noto Serif", True, True)) == text


def test_a_character_no_face_has_is_named_with_the_words_around_it() -> None:
    with pytest.raises(ExportError, match=r"U\+0E01 \(THAI CHARACTER KO KAI\)") as caught:
        split_by_coverage("The ministry wrote ก on the door", "Noto Serif")
    assert "wrote ก on the door" in str(caught.value)


def test_an_unknown_family_is_refused_with_the_families_there_are() -> None:
    with pytest.raises(ExportError, match="Noto Serif, Noto Sans"):
        face_for("Comic Sans")
