"""Hostile and odd words through every writer: they stay words, the same in every format."""

from __future__ import annotations

import io
import re
import shutil
import time
import zipfile
from dataclasses import replace
from pathlib import Path

import lxml.html
import pikepdf
import pytest
from markdown_it import MarkdownIt

from briefing.model.blocks import (
    Block,
    BulletList,
    Cell,
    Emphasis,
    Figure,
    Heading,
    Label,
    Link,
    ListItem,
    Pages,
    Quotation,
    Strong,
    Table,
    Text,
)
from briefing.model.theme import Theme
from briefing.write import WRITERS
from tests.formats.said import Said, dense, said_in_docx, said_in_html, said_in_markdown, said_in_pdf
from tests.pages import META, cell, mark, note, paragraph, text, timeline

WORDS = {
    "markup": '<b>x</b> <script>alert(1)</script> &amp; &#0; ]]> <w:p/> <br> <a id="x"></a> <span lang="ko">y</span>',
    "comments": "<!-- begin bottom-line --> <!-- page break --> --> <!--",
    "markdown": r"# no *no* _no_ `no` [no](http://x.example) ![no](y.png) [^n1] | pipe | \ ~~no~~ {#id} ::: 1. no > no",
    "number": "1. not a list",
    "bullet": "- not a list",
    "plus": "+ not a list",
    "quotation": "> not a quotation",
    "code": "    not code",
    "rule": "---",
    "underline": "===",
    "row": "| not | a table |",
    "note": "[^n1]: not a note",
    "reference": "[a]: https://x.example",
    "controls": "a\x00b\x07c\x1bd\x7fe\x85f\x0bg\x0ch\ti\rj\nk\u2028l",
    "directions": "a\u202etxet\u202c b \u2066iso\u2069 \u200fm\u200e \u061cz \ufeffq",
    "half characters": "a\ud800b\udfffc\ufffed\uffff",
    "hidden": "a\U000e0041\U000e0042b\u200bc",
    "formula": '=HYPERLINK("http://x.example";"y")',
    "commands": "@SUM(A1)+1|cmd' /C calc'!A0 -2+3",
    "fields": "{ PAGE } {{ 7*7 }} {% raw %} ${x} %(x)s {title} {pages} \\o DDEAUTO",
    "pdf": r"(a) \(b\) BT ET ) Tj EMC <</S/JavaScript>> endstream endobj %%EOF",
    "marks above": "e" + "\u0301" * 60,
    "quotation marks": "“a” ‘b’ \"c\" 'd' «e» … – — ff ﬁ ½ ²",
}
LONG = {"word": "W" * 1500, "address": "https://example.org/" + "a/" * 500, "hangul": "가" * 900}


def hostile_pages(words: str) -> Pages:
    """Put `words` into every place of a briefing that holds words."""
    meta = replace(META, title=words, header=words, footer=words, subject=words, keywords=(words,), mark=words)
    return Pages(
        meta=replace(meta, author=words, page_label=words),
        blocks=(
            Heading(level=1, children=text("Title"), anchor="top"),
            paragraph(words, mark(1), " after"),
            paragraph(Strong(text(words)), " ", Emphasis(text(words)), " ", Link("#top", text(words))),
            Heading(level=2, children=text(words), anchor="words"),
            Table(
                header=(cell("A"), cell("B")),
                rows=((cell(words), cell(Label(words))), (cell(Text(words, lang="en")), cell())),
                align=("left", "right"),
                caption=text(words),
            ),
            Figure(picture="timeline", alt=words, caption=text(words)),
        ),
        notes=(note(1, words),),
        pictures=(("timeline", timeline()),),
    )


def written(pages: Pages) -> dict[str, bytes]:
    return {name: writer.write(pages, Theme()) for name, writer in WRITERS.items()}


@pytest.mark.parametrize("name", [*WORDS, *LONG])
def test_words_stay_words_in_every_format(name: str) -> None:
    words = (WORDS | LONG)[name]
    pages = hostile_pages(words)
    said = said_in_docx(WRITERS["docx"].write(pages, Theme()))
    plain = said.lines[1].removesuffix("⟦1⟧after")
    assert said == Said(
        lines=("Title", f"{plain}⟦1⟧after", plain * 3, plain, plain, plain),
        tables=((("A", "B"), (plain, plain), (plain, "")),),
        notes=(plain,),
    )
    assert said_in_html(WRITERS["html"].write(pages, Theme())) == said
    assert said_in_markdown(WRITERS["md"].write(pages, Theme())) == said


@pytest.mark.slow
@pytest.mark.parametrize("name", [*WORDS, *LONG])
def test_words_stay_words_in_the_tags_of_a_pdf(name: str, tmp_path: Path) -> None:
    if shutil.which("pdfinfo") is None:
        pytest.skip("needs pdfinfo of poppler-utils (tests/tools.sh installs it)")
    pages = hostile_pages((WORDS | LONG)[name])
    # Its tags read the foot of the pages out once; a plain one can be told from the text.
    pages = replace(pages, meta=replace(pages.meta, footer=META.footer, mark=None, page_label=META.page_label))
    path = tmp_path / "hostile.pdf"
    path.write_bytes(WRITERS["pdf"].write(pages, Theme()))
    assert said_in_pdf(path, notice=pages.meta.footer) == said_in_docx(WRITERS["docx"].write(pages, Theme()))


@pytest.mark.parametrize("name", WORDS)
def test_what_is_legible_stays_as_it_is(name: str) -> None:
    said = said_in_docx(WRITERS["docx"].write(hostile_pages(WORDS[name]), Theme()))
    hidden = {"controls", "directions", "half characters", "hidden"}
    if name not in hidden:
        assert said.lines[1] == f"{dense(WORDS[name])}⟦1⟧after"
    else:
        assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]", said.lines[1])


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "file:///etc/passwd", "data:text/html,x"]
)
def test_only_addresses_of_the_web_and_of_mail_become_links(target: str) -> None:
    files = written(Pages(meta=META, blocks=(paragraph(Link(target, text("click me")), " now"),)))
    assert target not in _targets(files)
    assert {name for name, lines in _lines(files).items() if "clickmenow" not in lines} == set()


def _targets(files: dict[str, bytes]) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(files["docx"])) as package:
        found = re.findall(r'Target="([^"]*)"', package.read("word/_rels/document.xml.rels").decode())
    found += map(str, lxml.html.fromstring(files["html"]).xpath("//@href | //@src"))  # type: ignore[arg-type]
    tokens = MarkdownIt("commonmark").parse(files["md"].decode())
    found += [str(child.attrs["href"]) for t in tokens for child in t.children or () if child.type == "link_open"]
    with pikepdf.open(io.BytesIO(files["pdf"])) as pdf:
        for page in pdf.pages:
            found += [str(link.A.get("/URI", "")) for link in page.get("/Annots", ())]
    return found


def _lines(files: dict[str, bytes]) -> dict[str, tuple[str, ...]]:
    return {
        "docx": said_in_docx(files["docx"]).lines,
        "html": said_in_html(files["html"]).lines,
        "md": said_in_markdown(files["md"]).lines,
    }


@pytest.mark.parametrize("depth", [3, 9])
def test_deep_lists_and_quotations_are_written(depth: int) -> None:
    block: Block = paragraph("innermost")
    for level in range(depth):
        item = ListItem(blocks=(paragraph(f"level {level}"), block))
        block = Quotation(blocks=(block,)) if level % 3 == 2 else BulletList(items=(item,))
    files = written(Pages(meta=META, blocks=(Heading(level=1, children=text("T"), anchor="t"), block)))
    assert {name for name, lines in _lines(files).items() if "innermost" not in lines} == set()


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("format_name", WRITERS)
def test_a_table_of_a_hundred_thousand_cells_is_written(format_name: str) -> None:
    row = tuple(Cell(children=text(words)) for words in ("Salt Council", "asks", "for a new survey", "stated", "1 May"))
    table = Table(header=row, rows=(row,) * 20_000, align=("left",) * 5)
    start = time.perf_counter()
    data = WRITERS[format_name].write(Pages(meta=META, blocks=(table,)), Theme())
    print(f"{format_name}: {time.perf_counter() - start:.1f} s, {len(data) / 1e6:.1f} MB")
    assert len(data) > 10_000
