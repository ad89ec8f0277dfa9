"""Check a finished file against its own record and against the sources."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from briefing.model.lines import digest, folded
from briefing.verify.finished import Finished, read_finished
from briefing.verify.report import Finding
from briefing.verify.sources import Texts

_QUOTED = re.compile(r"“([^“”]{2,})”")
_PASSAGE = re.compile(r"(S\d+):(\d+)-(\d+):([0-9a-f]+)")


def check_finished(path: Path, texts: Texts) -> tuple[Finding, ...]:
    """Return what is proven, unchecked or different in a finished DOCX, PDF, Markdown or HTML file."""
    finished = read_finished(path)
    hashes = _hashes(finished)
    if not finished.record.get("briefing-lines"):
        unknown = Finding(
            status="unchecked",
            where="lines",
            message="the file keeps no record of its lines (made or saved by another program); quotations are checked",
        )
        return (unknown, *_quotations(finished, texts, hashes))
    return (*_lines(finished), *_passages(finished, texts, hashes), *_quotations(finished, texts, hashes))


def _hashes(finished: Finished) -> dict[str, str]:
    pairs = (entry.partition(":") for entry in finished.record.get("briefing-sources", ()))
    return {identity: sha256 for identity, _, sha256 in pairs}


def _lines(finished: Finished) -> Iterator[Finding]:
    """Compare the lines with their digests: each digest is kept once for each time its line is printed."""
    wanted = Counter(finished.record["briefing-lines"])
    before = "the beginning"
    for line in finished.lines:
        mark = digest(line)
        if wanted[mark]:
            wanted[mark] -= 1
            yield Finding(status="proven", where=_short(line))
        else:
            yield Finding(status="differs", where=_short(line), message=f"changed or added, after {before}")
        before = f"“{_short(line)}”"
    if missing := sum(wanted.values()):
        yield Finding(
            status="differs", where="the file as a whole", message=f"{missing} printed lines are missing or changed"
        )


def _short(line: str) -> str:
    words = " ".join(line.split())
    return words if len(words) <= 70 else words[:69] + "…"


def _passages(finished: Finished, texts: Texts, hashes: dict[str, str]) -> Iterator[Finding]:
    """Compare each passage the file rests on with the words that stand there in the source."""
    for entry in finished.record.get("briefing-evidence", ()):
        match = _PASSAGE.fullmatch(entry)
        if match is None:
            yield Finding(status="differs", where=entry, message="the record of this passage was damaged")
            continue
        yield _passage(match, texts.of(match[1], hashes.get(match[1])))


def _passage(match: re.Match[str], text: str | None) -> Finding:
    where = f"{match[1]}, characters {match[2]}-{match[3]}"
    if text is None:
        return Finding(status="unchecked", where=where, message="the source is not among those given")
    if digest(text[int(match[2]) : int(match[3])]) == match[4]:
        return Finding(status="proven", where=where)
    return Finding(status="differs", where=where, message="the source has other words there")


def _quotations(finished: Finished, texts: Texts, hashes: dict[str, str]) -> Iterator[Finding]:
    """Look up every quotation printed between marks in the sources."""
    there = [folded(text) for text in (*texts.by_hash.values(), *texts.by_id.values())]
    if not there:
        return
    every = not hashes or all(texts.of(identity, sha) is not None for identity, sha in hashes.items())
    for line in finished.lines:
        for words in _QUOTED.findall(line):
            if not any(_stands(words, text) for text in there):
                yield _unfound(words, certain=every)


def _unfound(words: str, *, certain: bool) -> Finding:
    if certain:
        return Finding(status="differs", where=f"“{_short(words)}”", message="these words stand in no source")
    return Finding(status="unchecked", where=f"“{_short(words)}”", message="its source may not be among those given")


def _stands(words: str, text: str) -> bool:
    """Whether the words stand in the folded text; an ellipsis or bracket stands for anything left out or put in."""
    parts = [folded(p) for p in re.split(r"…|\.\.\.|\[[^\]]*\]", words)]
    return all(p.rstrip(".,;:!?") in text for p in parts if p)
