"""A user's pictures: placed, limited, encoded anew."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image, PngImagePlugin

from briefing.errors import TemplateError
from briefing.model.blocks import Bitmap, Figure
from briefing.model.theme import Theme
from briefing.profile import Profile
from briefing.render import pictures as rules
from briefing.render import render
from briefing.render.pictures import load_bitmap
from briefing.write import WRITERS
from briefing.write.docx.base import base_document
from tests.factories import make_briefing


def save(path: Path, size: tuple[int, int] = (40, 20), mode: str = "RGB", form: str = "PNG") -> Path:
    Image.new(mode, size).save(path, format=form)
    return path


def test_a_picture_is_encoded_anew_without_its_secrets(tmp_path: Path) -> None:
    secret = PngImagePlugin.PngInfo()
    secret.add_text("Comment", "kept by nobody")
    Image.new("RGBA", (40, 20), (255, 0, 0, 0)).save(tmp_path / "a.png", pnginfo=secret)
    made = load_bitmap(tmp_path / "a.png")
    assert b"kept by nobody" not in made.png
    with Image.open(BytesIO(made.png)) as opened:
        assert (opened.format, opened.mode, opened.getpixel((1, 1))) == ("PNG", "RGB", (255, 255, 255))
    assert (made.width, made.height) == (30, 15)


def test_a_large_picture_fits_the_text(tmp_path: Path) -> None:
    made = load_bitmap(save(tmp_path / "a.jpg", (4000, 1000), form="JPEG"))
    assert made.width == pytest.approx(456)
    assert made.height == pytest.approx(114)


def test_limits_name_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = save(tmp_path / "map.png", (100, 100))
    monkeypatch.setattr(rules, "MOST_PIXELS", 9_999)
    with pytest.raises(TemplateError, match=r"map\.png: the picture has 10,000 pixels"):
        load_bitmap(path)
    monkeypatch.setattr(rules, "MOST_BYTES", 10)
    with pytest.raises(TemplateError, match=r"map\.png: the picture has .* bytes"):
        load_bitmap(path)


@pytest.mark.parametrize(
    "data", [b"", b"no picture", b"\x89PNG\r\n\x1a\n broken", b"<svg xmlns='http://www.w3.org/2000/svg'/>"]
)
def test_what_is_no_picture_is_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.png").write_bytes(data)
    with pytest.raises(TemplateError, match=r"a\.png: is no picture"):
        load_bitmap(tmp_path / "a.png")


def test_a_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = save(tmp_path / "bomb.png", (200, 200))
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1000)
    with pytest.raises(TemplateError, match=r"bomb\.png"):
        load_bitmap(path)


def test_a_template_places_a_map_and_an_emblem(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    save(tmp_path / "pictures" / "map.png")
    save(tmp_path / "pictures" / "emblem.png", (400, 400))
    (tmp_path / "theme.toml").write_text('logo = "emblem.png"\n')
    (tmp_path / "sections").mkdir()
    (tmp_path / "sections" / "gaps.md.j2").write_text('## {{ "gaps"|anchor }}Map\n\n![The strait](pictures/map.png)\n')
    pages = render(make_briefing(), Profile(), templates=tmp_path).pages
    assert [b.picture for b in pages.blocks if isinstance(b, Figure)] == ["map"]
    logo = dict(pages.pictures)["logo"]
    assert isinstance(logo, Bitmap)
    assert logo.height <= 48


def test_a_missing_picture_is_told(tmp_path: Path) -> None:
    (tmp_path / "briefing.md.j2").write_text("# x\n\n![The strait](pictures/map.png)\n")
    with pytest.raises(TemplateError, match="there is no picture 'map'"):
        render(make_briefing(), Profile(), templates=tmp_path)
    (tmp_path / "theme.toml").write_text('logo = "gone.png"\n')
    with pytest.raises(TemplateError, match=r"there is no picture 'gone\.png'"):
        render(make_briefing(), Profile(), templates=tmp_path)


def test_every_format_takes_the_emblem_and_word_the_letterhead(tmp_path: Path) -> None:
    save(tmp_path / "emblem.png", (400, 400))
    (tmp_path / "theme.toml").write_text('logo = "emblem.png"\n')
    base = base_document(Theme(), language="en-GB")
    (tmp_path / "base.docx").write_bytes(base)
    rendering = render(make_briefing(), Profile(), templates=tmp_path)
    assert rendering.theme.letterhead == base
    assert '<p class="logo"><img' in WRITERS["html"].write(rendering.pages, rendering.theme).decode()
    with ZipFile(BytesIO(WRITERS["docx"].write(rendering.pages, rendering.theme))) as package:
        assert any(name.startswith("word/media/logo") for name in package.namelist())
    beside = WRITERS["md"].beside
    assert beside is not None
    assert not beside(rendering.pages, rendering.theme)
