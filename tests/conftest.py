"""Fixtures of the whole suite."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.accepted import Accept
from tests.shared import SHARED


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of evaluation data, or skip where it is not beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("the evaluation data (a folder `shared` beside the checkout, or BRIEFING_SHARED) are not here")
    return SHARED


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --accept, which rewrites the kept results that differ."""
    parser.addoption("--accept", action="store_true", help="rewrite kept results that differ; read the diff afterwards")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> Accept:
    """Return the comparison of a result with the kept one."""
    return Accept(bool(request.config.getoption("--accept")))
