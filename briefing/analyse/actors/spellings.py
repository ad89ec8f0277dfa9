"""Spellings of a person's name: one key for all, the parts that may stand for the whole, and where they do."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analyse.actors.lexicon import read_data, word_class
from briefing.analyse.actors.naming import Naming
from briefing.analyse.text.words import Words
from briefing.model.attribution import Extent


def name_key(name: str) -> str:
    """Return the name in small letters without hyphens, so that spellings of one name meet."""
    return " ".join(name.lower().replace("-", " ").replace("’", "'").split())


def in_title_case(line: str) -> bool:
    """Tell whether a line is a heading in which words of weight have a capital: there a capital makes no name."""
    weighty = [w for w in line.split() if len(w) > 3 and w[0].isalpha()]
    return line.rstrip()[-1:].isalnum() and len(weighty) > 1 and all(w[0].isupper() for w in weighty)


def short_forms(name: str) -> tuple[str, ...]:
    """Return the words that may stand for the whole name later (`Lee Hae-chan`: `Lee`)."""
    parts = [p for p in name.split() if not p.endswith(".")]
    lists = read_data("names")
    if len(parts) < 2:
        return (name,)
    shorts = [parts[-1]]
    if parts[-2].lower() in lists["particles"]:
        shorts.append(" ".join(parts[-2:]))
    given = "-" in parts[-1] and parts[-1].split("-")[-1].islower()
    if given or len(parts) == 3 or parts[0] in lists["family_first"]:
        shorts.insert(0, parts[0])
    if given:
        return (shorts[0],)
    first = parts[0]
    alone = len(first) > 3 and first not in shorts and first not in lists["words_too"] and first not in lists["never"]
    return (*shorts, first) if alone else tuple(shorts)


def find_short_mentions(
    words: Words, zones: Sequence[Extent], names: Sequence[str], places: Sequence[Naming], taken: set[int]
) -> list[Naming]:
    """Find later mentions by a part of the name, bound to the last full one in the paragraph, or the first."""
    shorts: dict[tuple[str, ...], list[int]] = {}
    for number, name in enumerate(names):
        for short in (name, *short_forms(name)):
            shorts.setdefault(tuple(short.replace("-", " - ").split()), []).append(number)
    longest = sorted(shorts, key=len, reverse=True)
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for key in longest:
        by_first.setdefault(key[0], []).append(key)
    out: list[Naming] = []
    established: dict[tuple[str, ...], int] = {}
    for zone in zones:
        rows = words.rows(zone)
        for row in rows:
            if row in taken:
                continue
            for key in by_first.get(words.text[row], ()):
                last = row + len(key)
                if taken & set(range(row, last)) or not _stands(words, row, key, rows):
                    continue
                number = shorts[key][0]
                if len(shorts[key]) > 1:
                    number = _bound(shorts[key], places, row, rows.start, established.get(key))
                    established[key] = number
                out.append(Naming(first=row, last=last, actor=None, form="person", person=number))
                taken |= set(range(row, last))
                break
    return out


def _stands(words: Words, row: int, key: tuple[str, ...], rows: range) -> bool:
    """Tell whether the words of a short form stand at `row`, as a name and not as a part of another one."""
    last = row + len(key)
    if words.text[row:last] != key or _longer_name(words, row, last, rows):
        return False
    return len(key) > 1 or key[0] not in read_data("names")["never"] or _speaks(words, row)


def _speaks(words: Words, row: int) -> bool:
    """`|An| said`, `Mrs |May|`: a word that is a name for certain only here; `He said` may be anybody."""
    titled = words.lower[row - 1 : row] in (("mr",), ("mrs",), ("ms",)) or words.lower[row - 2 : row] == ("mr", ".")
    says = words.lower[row + 1 : row + 2]
    return titled or (bool(says) and says[0] in word_class("inverting") and words.lower[row] not in ("he", "you"))


def _longer_name(words: Words, first: int, last: int, rows: range) -> bool:
    """The short form is a part of another capitalised name (`Park Avenue`)."""
    follows = last < rows.stop and words.start[last] - words.end[last - 1] == 1 and words.text[last][:1].isupper()
    never = read_data("names")["never"]
    return follows and words.text[last].isalpha() and words.text[last][1:].islower() and words.text[last] not in never


def _bound(numbers: list[int], places: Sequence[Naming], row: int, zone_start: int, established: int | None) -> int:
    """Whom a shared part of a name means: the one of the paragraph, the one it meant before, the last told."""
    before = [n for n in places if n.person in numbers and n.first < row]
    here = list(dict.fromkeys(n.person for n in before if n.first >= zone_start and n.person is not None))
    if len(here) == 1:
        return here[0]
    if established is not None and (not here or established in here):
        return established
    if here:
        return here[0]
    return _last_told(before) if before else numbers[0]


def _last_told(before: Sequence[Naming]) -> int:
    """The subject of the passage named last: the first of the names that stand close together at its end."""
    first = before[-1]
    for naming in reversed(before):
        if first.first - naming.last > 12:
            break
        first = naming
    return first.person if first.person is not None else 0
