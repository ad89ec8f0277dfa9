"""Who published a document: names known by their domain, else the name or domain the document itself prints."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from briefing.read.cues import table

DOMAIN = re.compile(r"\b((?:[a-z0-9-]+\.)+[a-z]{2,})(?=[/\s:?#]|$)", re.IGNORECASE)
FILE_SUFFIXES = frozenset(
    {"txt", "md", "html", "htm", "pdf", "docx", "eml", "xml", "json", "gz", "mbox", "rss", "csv", "doc"}
)
GOVERNMENT = re.compile(r"(^|\.)(gov|go|gob|gouv|govt|mil)(\.[a-z]{2})?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A publisher and the kind of voice it is: press, agency, state, government, body, institute or unknown."""

    name: str
    kind: str = "unknown"


def by_domain(domain: str) -> Outlet:
    """Return the publisher behind `domain`; one that is not known goes by the domain itself."""
    known = table("outlets")["domains"]
    host = domain.lower().removeprefix("www.")
    labels = host.split(".")
    for cut in range(len(labels) - 1):
        entry = known.get(".".join(labels[cut:]))
        if entry:
            return Outlet(name=entry[0], kind=entry[1])
    return Outlet(name=host, kind="government" if GOVERNMENT.search(host) else "unknown")


def by_link(link: str) -> Outlet | None:
    """Return the publisher behind an address; a part of a site may have one of its own (`example.org/reports`)."""
    domain = domain_in(link)
    if not domain:
        return None
    part = link.partition(domain)[2].strip("/").split("/")[0]
    entry = table("outlets")["domains"].get(f"{domain.lower().removeprefix('www.')}/{part}")
    return Outlet(name=entry[0], kind=entry[1]) if entry else by_domain(domain)


def by_name(name: str) -> Outlet | None:
    """Return the publisher that prints itself as `name`; None where the name is not known."""
    entry = table("outlets")["names"].get(" ".join(name.split()))
    if entry:
        return by_domain(entry)
    folded = name.casefold().strip()
    for known, kind in table("outlets")["domains"].values():
        if known.casefold() == folded:
            return Outlet(name=known, kind=kind)
    return None


def domain_in(words: str) -> str | None:
    """Return the first domain in `words`, such as a file name or an address; file suffixes are none."""
    for match in DOMAIN.finditer(words):
        if words[: match.start()].endswith("@"):
            continue
        if match.group(1).rsplit(".", 1)[-1].lower() not in FILE_SUFFIXES:
            return match.group(1)
    return None


def by_file_name(path: str) -> Outlet | None:
    """Return the publisher whose domain is part of a file's name (`03_www.example.org.txt`)."""
    stem = PurePosixPath(path).name
    while (suffix := PurePosixPath(stem).suffix.lstrip(".").lower()) in FILE_SUFFIXES and suffix:
        stem = stem[: -len(suffix) - 1]
    match = re.search(r"(?:^|[^a-z0-9.-])((?:[a-z0-9-]+\.)+[a-z]{2,})$", stem, re.IGNORECASE)
    return by_domain(match.group(1)) if match else None
