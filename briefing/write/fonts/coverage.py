"""Which face can print which character: texts are cut into runs of one face, and a character none has is an error."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from briefing.errors import ExportError
from briefing.write.fonts.faces import HERE, face_for

_KOREAN = {"Noto Serif": ("Briefing Myeongjo", "Briefing Gothic")}
_SIGNS = ("Briefing Gothic", "Noto Sans", "Noto Serif", "Noto Sans Math", "Noto Sans Symbols2", "Noto Sans Mono")
_WORDS_AROUND = 24

Runs = tuple[tuple[str, str], ...]


@cache
def _coverage() -> dict[str, str]:
    lines = (HERE / "coverage.tsv").read_text(encoding="ascii").splitlines()
    return dict(line.split("\t", 1) for line in lines)


@cache
def _characters(face: str) -> frozenset[int]:
    codes: set[int] = set()
    for span in _coverage()[face].split():
        first, _, last = span.partition("-")
        codes.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(codes)


def covers(face: str, character: str) -> bool:
    """Tell whether `face` has a glyph for `character`."""
    return ord(character) in _characters(face)


def is_covered(character: str) -> bool:
    """Tell whether any shipped face has a glyph for `character`."""
    return any(covers(face, character) for face in _coverage())


@cache
def _candidates(family: str, bold: bool, italic: bool) -> tuple[str, ...]:
    """List faces in the order they are tried: the family's own, the Korean ones, then any; other weights last."""
    families = (family, *_KOREAN.get(family, ()), *_SIGNS)
    wanted = [face_for(name, bold, italic) for name in families]
    return tuple(dict.fromkeys(wanted + [face_for(name) for name in families]))


@lru_cache(maxsize=4096)
def _face_of(character: str, family: str, bold: bool, italic: bool) -> str | None:
    candidates = _candidates(family, bold, italic)
    if bold and family in _KOREAN:
        # There is no bold of the Korean serif: the bold gothic sets it apart, a regular serif would not.
        candidates = tuple(name for name in candidates if name != "BriefingMyeongjo-Regular")
    return next((name for name in candidates if covers(name, character)), None)


def _stays(character: str, face: str) -> bool:
    """Keep a space or a combining mark in the run it stands in, so that words of one script stay one run."""
    return (character == " " or unicodedata.combining(character) > 0) and covers(face, character)


def _missing(text: str, at: int) -> ExportError:
    character = text[at]
    name = unicodedata.name(character, "no name")
    around = text[max(0, at - _WORDS_AROUND) : at + _WORDS_AROUND].strip()
    return ExportError(
        f"no shipped face has the character U+{ord(character):04X} ({name})",
        where=f"in “{around}”",
        hint="take it out of the source or replace it",
    )


@lru_cache(maxsize=20_000)
def split_by_coverage(text: str, family: str, bold: bool = False, italic: bool = False) -> Runs:
    """Cut `text` into (run, face name) pairs, each face having all characters of its run.

    `("APEC 회의", "Noto Serif")` gives `(("APEC ", "NotoSerif-Regular"), ("회의", "BriefingMyeongjo-Regular"))`.
    """
    first = face_for(family, bold, italic)
    if text.isascii() and text.isprintable():
        return ((text, first),) if text else ()
    runs: list[tuple[str, str]] = []
    start, current = 0, ""
    for at, character in enumerate(text):
        if current and _stays(character, current):
            continue
        face = _face_of(character, family, bold, italic)
        if face is None:
            raise _missing(text, at)
        if face != current:
            if at > start:
                runs.append((text[start:at], current))
            start, current = at, face
    if current:
        runs.append((text[start:], current))
    return tuple(runs)
