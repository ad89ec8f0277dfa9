"""Prove a finished briefing against its sources, and find the lines that rest on a source."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefing.verify.check import check_finished
from briefing.verify.record import check_record
from briefing.verify.report import Finding, Report
from briefing.verify.sources import collect
from briefing.verify.trace import Trace, trace

__all__ = ["Finding", "Report", "Trace", "trace", "verify"]


def verify(file: Path, sources: Sequence[Path] = ()) -> Report:
    """Check the briefing `file` (.json, .docx, .pdf, .md, .html) word for word against `sources`.

    Without sources, the texts kept with the run (`sources/` beside the file) are used.
    """
    texts = collect(file, sources)
    check = check_record if file.suffix.lower() == ".json" else check_finished
    return Report(file=str(file), findings=check(file, texts))
