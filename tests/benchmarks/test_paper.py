"""What is reckoned on paper follows from the measured tables and from nothing else."""

from __future__ import annotations

import pytest

from benchmarks.paper import grown, growth, measured, table

PAGE = """
| 100 documents | seconds | of the processor | peak MB | share of the first |
|---|--:|--:|--:|--:|
| first night | 30.0 | 20.0 | 300 | 100.0 % |
| one new document | 3.0 | 2.0 | 200 | 10.0 % |
| nothing new | 2.0 | 1.0 | 100 | 5.0 % |

| 1,000 documents | seconds | of the processor | peak MB | share of the first |
|---|--:|--:|--:|--:|
| first night | 300.0 | 200.0 | 390 | 100.0 % |
| one new document | 9.0 | 8.0 | 290 | 4.0 % |
| nothing new | 9.0 | 4.0 | 190 | 2.0 % |
"""


def test_a_line_is_drawn_through_the_measured_nights() -> None:
    first = measured(PAGE)["first night"]
    assert growth(*first) == pytest.approx(1.0)
    made = grown(first, 10_000)
    assert made.processor == pytest.approx(2000.0)
    assert made.megabytes == pytest.approx(1290.0)


def test_jobs_share_only_the_work_on_each_document() -> None:
    idle = grown(measured(PAGE)["nothing new"], 10_000).processor
    rows = table(measured(PAGE), 10_000, 10).splitlines()
    assert rows[0].startswith("| 10,000 documents, on paper")
    assert f"| {2000 / 3600:.2f} | {(idle + (2000 - idle) / 10) / 3600:.2f} |" in rows[2]


def test_a_page_with_one_size_tells_too_little() -> None:
    one = PAGE[: PAGE.index("| 1,000")]
    assert [len(known) for known in measured(one).values()] == [1, 1, 1]
