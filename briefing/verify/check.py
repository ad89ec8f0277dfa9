"""Check a finished file against its own record and against the sources."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from briefing.model.characters import legible
from briefing.model.lines import digest, exact, folded, seal, wording
from briefing.verify.finished import RECORD, Finished, read_finished
from briefing.verify.report import Finding
from briefing.verify.sources import Texts

_QUOTED = re.compile(r"“([^“”]{2,})”")
_AROUND = {
    "around": "head or foot, comment or property",
    "drawing": "the words of a drawing",
    "hidden": "hidden words",
    "outside": "words outside the paragraphs",
    "about": "author and keywords",
    "link": "the target of a link",
}
_WHOLE = {"page": "page", "whole": "the file as a whole"}
"""What is compared as a whole, by a digest: nothing in it can be named."""
_PASSAGE = re.compile(r"(S\d+):(\d+)-(\d+):([0-9a-f]+)")


def check_finished(path: Path, texts: Texts) -> tuple[Finding, ...]:
    """Return what is proven, unchecked or different in a finished DOCX, PDF, Markdown or HTML file."""
    finished = read_finished(path)
    hashes = _hashes(finished)
    if not finished.record:
        unknown = Finding(
            status="unchecked",
            where="lines",
            message="the file keeps no record of its lines (made or saved by another program), so that a changed word "
            "outside quotations is not seen; quotations are looked up in the sources",
        )
        return (unknown, *_hidden(finished), *_quotations(finished, texts, hashes, alone=True))
    own = (*_record(finished), *_furniture(finished), *_contents(finished), *_lines(finished))
    own += (*_hidden(finished), *_wording(finished))
    return (*_made(finished), *own, *_passages(finished, texts, hashes), *_quotations(finished, texts, hashes))


def _hashes(finished: Finished) -> dict[str, str]:
    pairs = (entry.partition(":") for entry in finished.record.get("briefing-sources", ()))
    return {identity: sha256 for identity, _, sha256 in pairs}


def _record(finished: Finished) -> Iterator[Finding]:
    """Check that the record is the one the file was made with, whole."""
    lines, evidence, sources = (finished.record.get(name, ()) for name in RECORD)
    kept = next((word for word in lines if word.startswith("record:")), None)
    if kept is None:
        yield Finding(status="differs", where="the record", message="its own digest is missing")
    elif kept != f"record:{seal(lines, evidence, sources)}":
        yield Finding(status="differs", where="the record", message="was changed after the file was made")


def _made(finished: Finished) -> Iterator[Finding]:
    """Tell whether the file is, byte for byte, the one that was made: then it looks as it did, too."""
    if finished.made is None:
        return
    if f"made:{finished.made}" in finished.record.get("briefing-lines", ()):
        yield Finding(status="proven", where="the file as a whole")
    else:
        message = (
            "was saved anew after it was made; words are compared, not their look (size, colour, what covers what)"
        )
        yield Finding(status="unchecked", where="the look", message=message)


def _hidden(finished: Finished) -> Iterator[Finding]:
    """Find characters that no briefing prints and that the digest of a line ignores."""
    for line in finished.lines if finished.spaced else ():
        if legible(plain := " ".join(line.split())) != plain:
            message = "holds characters that are hidden or turn the order of others"
            yield Finding(status="differs", where=_short(legible(plain)), message=message)


def _wording(finished: Finished) -> Iterator[Finding]:
    """Compare what the digest of each line ignores too, where all are the same: spaces and forms of letters."""
    record = finished.record.get("briefing-lines", ())
    kept = next((word for word in record if word.startswith("words:")), None)
    told = [word for word in record if ":" not in word] != [digest(line) for line in finished.lines]
    if finished.spaced and not told and kept not in (None, f"words:{exact(wording(finished.lines))}"):
        yield Finding(status="differs", where="the lines", message="spaces or forms of letters were changed")


def _furniture(finished: Finished) -> Iterator[Finding]:
    """Compare what stands around the lines: title, date, head and foot."""
    kept = Counter(word for word in finished.record.get("briefing-lines", ()) if ":" in word)
    marks = [_mark(name, words) for name, words in finished.said]
    said = dict(zip(marks, finished.said, strict=True))
    added = {mark: name for mark, (name, _) in said.items() if mark not in kept}
    for mark in added:
        yield Finding(status="differs", where=_place(*said[mark]), message="changed or added")
    for mark in sorted((kept - Counter(marks)).elements()):
        name = mark.partition(":")[0]
        if name in finished.expected and not (name in _WHOLE and name in added.values()):
            where = _WHOLE.get(name) or _AROUND.get(name, name)
            yield Finding(status="differs", where=where, message="is missing or changed")


def _mark(name: str, words: str) -> str:
    """Return what the record keeps of something beside the lines."""
    return f"{name}:{exact(words) if name == 'whole' else digest(words)}"


def _place(name: str, words: str) -> str:
    if name == "picture":
        return "a picture"
    if name in _WHOLE:
        return _WHOLE[name] + (f" {words.partition(' ')[0]}" if name == "page" else "")
    return f"{_AROUND.get(name, name)} “{_short(words)}”"


def _contents(finished: Finished) -> Iterator[Finding]:
    """Check that tables of contents and bookmarks say what headings say, in their order."""
    wanted = [word for word in finished.record.get("briefing-lines", ()) if ":" not in word]
    for entries in finished.contents:
        rest = iter(wanted)
        for entry in entries:
            if digest(entry) not in rest:
                where = f"contents “{_short(entry)}”"
                yield Finding(status="differs", where=where, message="no heading says this here")
                rest = iter(wanted)


def _lines(finished: Finished) -> Iterator[Finding]:
    """Compare the lines with their digests, one after the other: a line that stands elsewhere is changed, too."""
    wanted = [word for word in finished.record.get("briefing-lines", ()) if ":" not in word]
    lines = finished.lines
    matcher = SequenceMatcher(None, wanted, [digest(line) for line in lines], autojunk=False)
    for change, low, high, start, end in matcher.get_opcodes():
        if change == "equal":
            yield from (Finding(status="proven", where=_short(line)) for line in lines[start:end])
            continue
        before = f"“{_short(lines[start - 1])}”" if start else "the beginning"
        for line in lines[start:end]:
            yield Finding(status="differs", where=_short(line), message=f"changed, added or moved, after {before}")
        if high > low:
            lost = high - low
            message = f"{lost} printed line{'s are' if lost > 1 else ' is'} missing or changed"
            yield Finding(status="differs", where=f"after {before}", message=message)


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


def _quotations(finished: Finished, texts: Texts, hashes: dict[str, str], *, alone: bool = False) -> Iterator[Finding]:
    """Look up every quotation printed between marks in the sources; those found are told where they `alone` are."""
    there = [folded(text) for text in (*texts.by_hash.values(), *texts.by_id.values())]
    if not there:
        return
    every = not hashes or all(texts.of(identity, sha) is not None for identity, sha in hashes.items())
    for line in finished.lines:
        for words in _QUOTED.findall(line):
            if not any(_stands(words, text) for text in there):
                yield _unfound(words, certain=every)
            elif alone:
                yield Finding(status="proven", where=f"“{_short(words)}”")


def _unfound(words: str, *, certain: bool) -> Finding:
    if certain:
        return Finding(status="differs", where=f"“{_short(words)}”", message="these words stand in no source")
    return Finding(status="unchecked", where=f"“{_short(words)}”", message="its source may not be among those given")


def _stands(words: str, text: str) -> bool:
    """Whether the words stand in the folded text; an ellipsis or bracket stands for anything left out or put in."""
    parts = [folded(p) for p in re.split(r"…|\.\.\.|\[[^\]]*\]", words)]
    return all(p.rstrip(".,;:!?") in text for p in parts if p)
