"""The texts a briefing is checked against: sources given by name, or those kept with the run."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from briefing.errors import InputError
from briefing.model.document import Document
from briefing.read import read_sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """Texts of sources by the hash of their file, and by id where only kept texts are there."""

    by_hash: dict[str, str]
    by_id: dict[str, str]
    documents: Sequence[Document] = ()

    def of(self, source: str, sha256: str | None) -> str | None:
        """Return the text of the source with this id and hash; None when it is not here."""
        given = self.by_hash.get(sha256 or "")
        return given if given is not None else self.by_id.get(source)


def collect(file: Path, given: Sequence[Path]) -> Texts:
    """Return the texts of the sources `given`; without any, those of the run that `file` lies in."""
    if not given:
        return Texts(by_hash={}, by_id=_kept(file.parent))
    reading = read_sources(tuple(given))
    if not reading.documents:
        raise InputError("none of the sources given can be read", where=", ".join(map(str, given)))
    by_hash = {d.sha256: d.text for d in reading.documents}
    return Texts(by_hash=by_hash | _originals(given), by_id={}, documents=reading.documents)


def _kept(folder: Path) -> dict[str, str]:
    kept = sorted((folder / "sources").glob("S*.txt"))
    return {p.stem: p.read_bytes().decode("utf-8", "replace") for p in kept}


def _originals(given: Sequence[Path]) -> dict[str, str]:
    """Return given plain texts under the hash of their words too, since the kept text of a PDF may be given."""
    files = [p for path in given for p in (sorted(path.rglob("*.txt")) if path.is_dir() else [path])]
    return {
        hashlib.sha256(data).hexdigest(): data.decode("utf-8", "replace")
        for f in files
        if PurePosixPath(f.name).suffix == ".txt" and (data := f.read_bytes())
    }
