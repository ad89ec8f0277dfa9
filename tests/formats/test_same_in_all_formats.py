"""The same words, notes, numbers and table cells in every format, read back by other readers than ours."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from briefing.figures import draw
from briefing.model.blocks import Figure
from briefing.model.briefing import Briefing, Item
from briefing.model.lines import folded, lines_of
from briefing.profile import Profile
from briefing.render import Rendering, render
from briefing.write import WRITERS
from briefing.write.docx.traversal import every_block
from tests.factories import make_briefing
from tests.formats.said import Said, dense, said_in_docx, said_in_html, said_in_markdown, said_in_pdf


def single_source() -> Briefing:
    """Make a briefing that rests on the first source alone."""
    full = make_briefing(changes=None, unnamed_sources=(), disagreements=(), source_base="One news report.")
    return replace(
        full,
        sources=full.sources[:1],
        key_points=tuple(filter(_rests_on_first, full.key_points)),
        positions=tuple(filter(_rests_on_first, full.positions)),
        options=tuple(filter(_rests_on_first, full.options)),
        quotes=tuple(filter(_rests_on_first, full.quotes)),
        timeline=tuple(filter(_rests_on_first, full.timeline)),
    )


def _rests_on_first(item: Item) -> bool:
    return item.evidence[0].source == "S1"


def large() -> Briefing:
    """Make a briefing of many pages: each line many times, under other actors and numbers."""
    full = make_briefing()
    copies = range(8)
    return replace(
        full,
        positions=tuple(
            replace(position, id=f"{position.id}-{copy}", actor=f"{position.actor} {copy}")
            for copy in copies
            for position in full.positions
        ),
        options=tuple(replace(option, id=f"{option.id}-{copy}") for copy in copies for option in full.options),
        quotes=tuple(replace(quote, id=f"{quote.id}-{copy}") for copy in copies for quote in full.quotes),
        gaps=tuple(f"No figure for item {number:,} & <none> for *it* | [at all]_." for number in range(980, 1040)),
        title="Graphite licences: " + "what the halt means for the makers of cells in South Korea, " * 3 + "again",
    )


CASES: Mapping[str, Callable[[], Rendering]] = {
    "single source": lambda: render(single_source(), Profile(), draw=draw),
    "large": lambda: render(large(), Profile(), draw=draw),
    "Korean labels": lambda: render(make_briefing(), Profile(language="ko"), draw=draw),
}


@pytest.fixture(scope="module", params=CASES)
def rendering(request: pytest.FixtureRequest) -> Rendering:
    return CASES[request.param]()


@pytest.fixture(scope="module")
def in_docx(rendering: Rendering) -> Said:
    return said_in_docx(WRITERS["docx"].write(rendering.pages, rendering.theme))


def test_the_word_document_says_every_line_and_every_note(rendering: Rendering, in_docx: Said) -> None:
    cells = [cell for table in in_docx.tables for row in table for cell in row]
    said = sorted(line for line in (*in_docx.lines, *cells, *in_docx.notes) if line)
    alternatives = [b.alt for b in every_block(rendering.pages.blocks) if isinstance(b, Figure)]
    wanted = Counter(map(_marked, lines_of(rendering.pages.blocks, rendering.pages.notes)))
    assert said == sorted((wanted - Counter(map(_marked, alternatives))).elements())
    assert len(in_docx.notes) == len(rendering.pages.notes) > 0


def test_html_says_the_same(rendering: Rendering, in_docx: Said) -> None:
    _assert_same(said_in_html(WRITERS["html"].write(rendering.pages, rendering.theme)), in_docx)


def test_markdown_says_the_same(rendering: Rendering, in_docx: Said) -> None:
    _assert_same(said_in_markdown(WRITERS["md"].write(rendering.pages, rendering.theme)), in_docx)


def test_pdf_prints_every_line_cell_and_note(rendering: Rendering, in_docx: Said) -> None:
    pages = pypdfium2.PdfDocument(WRITERS["pdf"].write(rendering.pages, rendering.theme))
    printed = dense("".join(page.get_textpage().get_text_range() for page in pages))
    cells = [cell for table in in_docx.tables for row in table for cell in row]
    short = {_unmarked(words) for words in (*in_docx.lines, *cells) if len(words) < 30 and "⟦" not in words}
    assert {words for words in short if words not in printed} == set()


@pytest.mark.slow
def test_pdf_says_the_same_in_its_tags(rendering: Rendering, in_docx: Said, tmp_path: Path) -> None:
    if shutil.which("pdfinfo") is None:
        pytest.skip("needs pdfinfo of poppler-utils (tests/tools.sh installs it)")
    path = tmp_path / "briefing.pdf"
    path.write_bytes(WRITERS["pdf"].write(rendering.pages, rendering.theme))
    _assert_same(said_in_pdf(path, notice=rendering.pages.meta.footer), in_docx)


def _assert_same(found: Said, wanted: Said) -> None:
    assert found.lines == wanted.lines
    assert found.tables == wanted.tables
    assert found.notes == wanted.notes


def _marked(line: str) -> str:
    """Write the note marks of the model's lines as the readers do."""
    return folded(line).translate(str.maketrans("⁅⁆", "⟦⟧"))


def _unmarked(line: str) -> str:
    head, *rest = line.split("⟦")
    return "".join([head, *(part.split("⟧", 1)[1] for part in rest)])
