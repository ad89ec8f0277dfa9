"""What a single line above a body is by itself: who wrote it, where and when it stood, which form it has."""

from __future__ import annotations

import re

import briefing.read.roles.shapes as shapes
from briefing.model.document import BlockKind
from briefing.read.cues import pattern, word_list
from briefing.read.metadata.dates import first_date
from briefing.read.metadata.outlets import by_name

DOMAIN = re.compile(r"^(?:https?://)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?$", re.IGNORECASE)
NAME = re.compile(r"^[A-Z][\w.'’-]+(?: (?:[A-Z][\w.'’-]*|de|van|von|al|bin)){1,3}$")
OFFICES = r"[\w-]*(?:minist(?:er|erin|re|ro|ra)|pr[aäeé]sid(?:ent|entin|ente|enta)|kanzler(?:in)?)"
"""Heads of state and government and their ministers in the languages speeches are headed in."""

RANK = re.compile(rf"(?:[\w-]+ ){{0,2}}{OFFICES} \w", re.IGNORECASE)
NAME_AND_OUTLET = re.compile(r"^[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}(?:,| [|·•/–-]) ?(?P<outlet>[A-Z][\w.' ’&-]+)$")


def line_kind(words: str) -> BlockKind | None:
    """Name what `words` say beside a title; None where they may be one, or body."""
    count = len(words.split())
    if pattern("byline").match(words) and count <= 25 and not _is_sentence(words):
        return "byline"
    if pattern("release_line").match(words) or pattern("section_line").fullmatch(words):
        return "metadata"
    if pattern("date_line").match(words) and count <= 14 and (first_date(words) or count <= 3):
        return "metadata"
    if (count <= 10 and _only_place_and_time(words)) or (count <= 16 and _is_imprint(words)):
        return "metadata"
    signed = NAME_AND_OUTLET.match(words)
    if signed and (by_name(signed["outlet"]) or DOMAIN.match(signed["outlet"])):
        return "byline"
    return "metadata" if count <= 6 and _only_outlet(words) else None


def _is_sentence(words: str) -> bool:
    """Tell a sentence that begins with "by" from a name with a full stop."""
    return bool(shapes.SENTENCE_BREAK.search(words)) or (shapes.ends_sentence(words) and len(words.split()) > 5)


def is_name(words: str) -> bool:
    """Tell a line that is a person's name and nothing else."""
    if not NAME.match(words) or shapes.capitals_share(words) >= 0.6 or by_name(words):
        return False
    return not word_list("bodies") & {word.lower() for word in words.split()}


def is_ranked_name(words: str) -> bool:
    """Tell a line that is an office and the name of who holds it, in a language in which speeches are headed."""
    return is_name(words) and bool(RANK.match(words))


def _only_outlet(words: str) -> bool:
    """Tell a line that is an outlet, or one with its place (`BBC News, Mokpo`)."""
    return any(by_name(part.strip()) for part in words.split(",")[:2])


def _is_imprint(words: str) -> bool:
    """Tell a line of kind, house and day: `Policy brief, Institute for Harbours, 20 October 2031`."""
    found = first_date(words)
    if not found or not words.rstrip(" .*_").endswith(found.words):
        return False
    parts = [
        part for part in re.split(r",\s|\s[|·•–—]\s", words[: words.rindex(found.words)].rstrip(" ,|·•–—")) if part
    ]
    return bool(parts) and all(part[:1].isupper() and len(part.split()) <= 7 for part in parts)


def _only_place_and_time(words: str) -> bool:
    """Tell whether a short line is nothing but an outlet, a place and a date (`example.org | 2024-01-02`)."""
    parts = [part.strip() for part in re.split(r"\s[|·•–—-]\s|\s\|\s?", words)]
    if any(DOMAIN.match(part) for part in parts):
        return True
    found = first_date(words)
    if not found:
        return False
    rest = words.replace(found.words, " ")
    return len(shapes.words(rest)) <= 4 and not shapes.ends_sentence(words)
