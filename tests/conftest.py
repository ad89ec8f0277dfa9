"""Fixtures of the whole suite."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.shared import SHARED


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of evaluation data, or skip where it is not beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("the evaluation data (a folder `shared` beside the checkout, or BRIEFING_SHARED) are not here")
    return SHARED
