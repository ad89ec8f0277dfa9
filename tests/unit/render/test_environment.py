"""Data put through a template comes back as the same words; a template's mistakes name their place."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from briefing.errors import ExportError, TemplateError
from briefing.model.blocks import BulletList, Heading, Paragraph, Table
from briefing.model.lines import words_of
from briefing.model.markdown import one_line
from briefing.render.environment import make_environment, run
from briefing.render.locate import TemplateSet
from briefing.render.parse import parse_markdown

PLACES = """# {{ text }}

{{ text }}

- {{ text }}
  - {{ text }}

> {{ text }}

| {{ text }} | b |
|---|---|
| {{ text }} | {{ text }} |

{{ text }}{{ text }}

**{{ text }}**
"""
values = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20).filter(
    lambda t: t.strip() != ""
)
awkward = st.text(" ab1*_`[]()<>&#!|~$\\{}\"'-+=:.;^@\n\t\u00a0“”", min_size=1, max_size=14).filter(
    lambda t: t.strip() != ""
)


def make_set(folder: Path, **files: str) -> TemplateSet:
    """Write templates (`briefing` is the main one) into a folder of their own."""
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.md.j2").write_text(text, encoding="utf-8")
    return TemplateSet(name="own", folders=(folder,))


def rendered(template: str, folder: Path, context: Mapping[str, Any]) -> str:
    chosen = make_set(folder, briefing=template)
    return run(make_environment(chosen, {}), chosen, context)


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> TemplateSet:
    return make_set(tmp_path_factory.mktemp("set") / "own", briefing=PLACES)


@settings(max_examples=40, deadline=None)
@given(text=st.one_of(values, awkward))
@example(text="1. *Not* a list & no <tag>!")
@example(text="[^S1]: <!-- begin x --> &amp; \\&copy;")
@example(text="  ---  ")
@example(text="<a id=\"x\"></a> <span lang='ko'>a</span><br>")
@example(text="(Oct 23) `code` | pipe \\| \\")
def test_any_text_comes_back_equal(places: TemplateSet, text: str) -> None:
    markdown = run(make_environment(places, {}), places, {"text": text})
    blocks, notes = parse_markdown(markdown)
    expected = one_line(text)
    heading, paragraph, bullets, quotation, table, twice, _ = blocks
    assert notes == ()
    assert isinstance(heading, Heading)
    assert words_of(heading.children) == expected
    assert isinstance(paragraph, Paragraph)
    assert words_of(paragraph.children) == expected
    assert isinstance(bullets, BulletList)
    assert words_of(bullets.items[0].blocks[0].children) == expected  # type: ignore[union-attr]
    assert words_of(quotation.blocks[0].children) == expected  # type: ignore[union-attr]
    assert isinstance(table, Table)
    assert [words_of(c.children) for c in table.rows[0]] == [expected, expected]
    assert isinstance(twice, Paragraph)
    assert words_of(twice.children) == expected * 2


def test_macros_are_escaped_once(tmp_path: Path) -> None:
    template = "{% macro m(x) %}*{{ x }}*{% endmacro %}{{ m(text) }} and {{ [text, text]|join('*') }}"
    assert rendered(template, tmp_path, {"text": "a*b"}) == "*a\\*b* and a\\*b\\*a\\*b"


def test_markdown_of_the_program_passes(tmp_path: Path) -> None:
    assert rendered("{{ ready }}", tmp_path, {"ready": Markup("**x**")}) == "**x**"


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("a\n{{ nobody }}", r"briefing\.md\.j2, line 2: 'nobody' is undefined"),
        ("a\n\n{{ text.nothing }}", r"line 3: .*has no attribute 'nothing'"),
        ("{{ empty }}", r"line 1: the value to print is nothing"),
        ("{{ pair }}", r"line 1: the value to print is a tuple"),
        ("{{ text ~ text }}", r"line 1: `~` is not allowed"),
        ("x\n{{ text | nofilter }}", r"line 2: No filter named 'nofilter'"),
        ("{% for %}", r"line 1: "),
        ("{{ ready + text }}", r"line 1: `\+` cannot join Markdown"),
        ("{{ text.__class__.__mro__ }}", r"line 1: .*unsafe"),
        ("{% include 'gone.md.j2' %}", r"there is no template 'gone\.md\.j2'"),
        ("{{ text | safe }}", r"line 1: No filter named 'safe'"),
        ("{{ 1 / 0 }}", r"line 1: division by zero"),
        ("{{ range(10000000) | list }}", r"line 1: Range too big"),
        ("{{ cycler() }}", r"line 1: at least one item"),
        ("{{ 2 ** 99 }}", r"line 1: `\*\*` is not allowed here"),
        ("{{ text * 999999999 }}", r"line 1: `\*` is not allowed here"),
        ("{{ 1e400 | int }}", r"briefing\.md\.j2.*name 'inf' is not defined"),
        ("{% include 'briefing.md.j2' %}", r"briefing\.md\.j2: goes too deep"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", r"briefing\.md\.j2: goes too deep"),
        ("{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", r"briefing\.md\.j2: goes too deep"),
        ("{{ lipsum() }}", r"line 1: 'lipsum' is undefined"),
    ],
)
def test_a_mistake_names_file_line_and_name(tmp_path: Path, template: str, told: str) -> None:
    context = {"text": "x", "empty": None, "pair": (1, 2), "ready": Markup("a")}
    with pytest.raises(TemplateError, match=told):
        rendered(template, tmp_path, context)


def test_a_template_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "briefing.md.j2").write_bytes(b"\xff\xfe{{ text }}")
    chosen = TemplateSet(name="x", folders=(tmp_path,))
    with pytest.raises(TemplateError, match=r"briefing\.md\.j2: a template is not UTF-8 text"):
        run(make_environment(chosen, {}), chosen, {"text": "x"})


def test_an_error_of_our_own_keeps_its_words(tmp_path: Path) -> None:
    def refuse(_: str) -> str:
        raise ExportError("no such picture", hint="draw it")

    (tmp_path / "briefing.md.j2").write_text("{{ text | refuse }}")
    chosen = TemplateSet(name="x", folders=(tmp_path,))
    with pytest.raises(ExportError, match=r"^no such picture"):
        run(make_environment(chosen, {"refuse": refuse}), chosen, {"text": "x"})
