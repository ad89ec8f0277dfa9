"""Where the evaluation data lie: the folder `shared` beside the checkout, or `BRIEFING_SHARED`."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("BRIEFING_SHARED", ROOT.parent / "shared"))
