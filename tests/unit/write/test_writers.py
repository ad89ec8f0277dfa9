"""The table of writers, and the files the Markdown needs beside it."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from briefing.figures import draw
from briefing.model.blocks import Bitmap, Figure, Pages, PagesMeta
from briefing.model.theme import Theme
from briefing.profile import Profile
from briefing.render import render
from briefing.write import WRITERS
from tests.factories import make_briefing


def test_each_format_has_its_writer() -> None:
    assert [(w.name, w.suffix) for w in WRITERS.values()] == [
        ("docx", ".docx"),
        ("pdf", ".pdf"),
        ("md", ".md"),
        ("html", ".html"),
    ]


@pytest.mark.parametrize("name", ["md", "html"])
def test_the_same_pages_give_the_same_bytes(name: str) -> None:
    made = [render(make_briefing(), Profile(), draw=draw) for _ in range(2)]
    first, second = (WRITERS[name].write(rendering.pages, rendering.theme) for rendering in made)
    assert first == second


def test_the_markdown_names_the_pictures_that_stand_beside_it() -> None:
    rendering = render(make_briefing(), Profile(length="full"), draw=draw)
    beside = WRITERS["md"].beside
    assert beside is not None
    files = beside(rendering.pages, rendering.theme)
    text = WRITERS["md"].write(rendering.pages, rendering.theme).decode()
    assert set(re.findall(r"!\[.*?\]\((.*?)\)", text)) == set(files) == {"figures/timeline.svg", "figures/voices.svg"}
    assert all(data.startswith(b"<svg") for data in files.values())


def test_own_pictures_stand_beside_as_png() -> None:
    meta = PagesMeta(title="T", language="en-GB", as_of="2025-03-05")
    bitmap = Bitmap(png=b"png", width=3, height=3)
    pages = Pages(meta=meta, blocks=(Figure(picture="map", alt="A map"),), pictures=(("map", bitmap),))
    beside = WRITERS["md"].beside
    assert beside is not None
    assert beside(pages, Theme()) == {"figures/map.png": b"png"}
    assert "![A map](figures/map.png)" in WRITERS["md"].write(pages, Theme()).decode()


def test_the_table_loads_no_writer() -> None:
    code = "import sys, briefing.write; print([m for m in ('docx', 'reportlab', 'PIL', 'yaml') if m in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert shown.strip() == "[]"
