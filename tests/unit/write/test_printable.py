"""A character that no face has is spelt out in every format, and the record knows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.verify import verify
from briefing.write.printable import printable
from tests.commands.terminal import ARTICLE, briefing


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("“naïve” 핵심 – Москва", "“naïve” 핵심 – Москва"),
        ("Xi (\u6218)", "Xi ([U+6218])"),
        ("\u6218\u4e89\u6218\u4e89\u6218!", "[U+6218 U+4E89 U+6218 and 2 more]!"),
    ],
)
def test_what_no_face_has_is_spelt_out(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_such_a_title_costs_no_format(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(
        ARTICLE.replace("Ole Dahl said", "Ole Dahl (\u6218\u4e89) said"), encoding="utf-8"
    )
    told = briefing("build", tmp_path / "in", "--out", tmp_path / "out", "--format", "docx,pdf,md,html")
    assert told.code == 0, told.err
    for suffix in ("docx", "pdf", "md", "html"):
        report = verify(tmp_path / "out" / f"briefing.{suffix}", [tmp_path / "in"])
        assert not report.differs, report.as_text()
    assert "U+6218" in (tmp_path / "out" / "briefing.md").read_text(encoding="utf-8")
