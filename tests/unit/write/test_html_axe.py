"""The web page in a real browser: axe-core finds nothing to complain of, on a desk and on a phone."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from briefing.figures import draw
from briefing.model.briefing import Briefing
from briefing.profile import Profile
from briefing.render import render
from briefing.write.html import write_html
from tests.factories import make_briefing, make_empty_briefing
from tests.shared import ROOT

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
AXE = ROOT / "tests" / "node" / "node_modules" / "axe-core" / "axe.min.js"
RUN = """
axe.run(document, {resultTypes: ["violations", "incomplete"]}).then(found => {
  const told = found.violations.map(v => ({id: v.id, where: v.nodes.map(n => n.html.slice(0, 200))}));
  document.title = "axe:" + JSON.stringify({violations: told, passes: found.passes.length});
});
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed (apt-get install chromium)"),
    pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not installed (tests/tools.sh)"),
]


def inspect(page: str, folder: Path, width: int) -> dict[str, Any]:
    """Open the page with axe-core in a window of `width` and return what it found."""
    assert CHROMIUM is not None
    tested = page.replace("</body>", f"<script>{AXE.read_text()}</script><script>{RUN}</script></body>")
    path = folder / "page.html"
    path.write_text(tested)
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"]
    command += [f"--window-size={width},900", "--virtual-time-budget=20000", "--dump-dom", path.as_uri()]
    shown = subprocess.run(command, capture_output=True, text=True, timeout=100, check=True).stdout
    title = re.search(r"<title>axe:(.*?)</title>", shown, re.DOTALL)
    assert title is not None, shown[:500]
    found: dict[str, Any] = json.loads(unescape(title[1]))
    return found


@pytest.mark.parametrize("width", [1200, 500])
@pytest.mark.parametrize(
    ("briefing", "profile"),
    [
        (make_briefing(), Profile(mark="EMBARGOED UNTIL 6 MARCH")),
        (make_briefing(), Profile(language="ko", yardstick="icd203")),
        (make_empty_briefing(), Profile()),
        (make_briefing(), Profile(template="cable")),
    ],
    ids=["rich", "korean", "empty", "cable"],
)
def test_axe_finds_no_violation(briefing: Briefing, profile: Profile, width: int, tmp_path: Path) -> None:
    rendering = render(briefing, profile, draw=draw)
    found = inspect(write_html(rendering.pages, rendering.theme).decode(), tmp_path, width)
    assert found["violations"] == []
    assert found["passes"] > 15
