"""Language tags as Word wants them: with a territory, and each in the place of its script."""

from __future__ import annotations

from functools import cache

from babel.core import get_global

from briefing.write.docx.xml import Element, node

_EAST_ASIAN = frozenset({"ko", "ja", "zh"})
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "yi", "dv", "ug", "ckb", "sd"})
DEFAULT_EAST_ASIAN = "ko-KR"
LATIN_AMONG_EAST_ASIAN = "en-US"


@cache
def full_tag(tag: str) -> str:
    """Return `tag` with its likely territory: `ko` gives `ko-KR`, `en-GB` stays."""
    parts = tag.replace("_", "-").split("-")
    if len(parts) > 1:
        return "-".join(parts)
    likely = get_global("likely_subtags").get(parts[0])
    return f"{parts[0]}-{likely.split('_')[-1]}" if likely else parts[0]


def is_east_asian(tag: str) -> bool:
    """Say whether `tag` is written with East Asian faces."""
    return tag.split("-")[0].lower() in _EAST_ASIAN


def is_right_to_left(tag: str) -> bool:
    """Say whether `tag` is written from right to left."""
    return tag.split("-")[0].lower() in _RIGHT_TO_LEFT


def language_element(tag: str, *, name: str = "w:lang", east_asian: str | None = None) -> Element:
    """Make the element that says in which language a run is; each of its attributes counts for one script.

    Latin words in Korean text are not Korean: a program that took them for it would break them between any letters.
    """
    full = full_tag(tag)
    if is_right_to_left(tag):
        return node(name, {"w:bidi": full})
    if is_east_asian(tag):
        return node(name, {"w:val": LATIN_AMONG_EAST_ASIAN, "w:eastAsia": full})
    return node(name, {"w:val": full} | ({"w:eastAsia": east_asian} if east_asian else {}))
