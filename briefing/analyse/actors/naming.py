"""Where states, bodies, organisations and outlets are named by a word of the lexicon."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from briefing.analyse.actors.lexicon import Lexicon, Name, NameForm, read_data, word_class
from briefing.analyse.text.words import Words

Form = NameForm | Literal["person", "direction"]
_PERSONAL = frozenset({"GE", "JO", "TD", "IL", "CY", "CU", "CN", "LY", "LR"})
_PLACE_WORDS = frozenset(
    {"in", "at", "near", "outside", "around", "through", "across", "downtown", "central", "greater", "capital"}
)
_BODIES_OF_STATE = frozenset(
    {"government", "administration", "ministry", "cabinet", "parliament", "leadership", "authorities", "officials"}
)
_AFTER_A_PERSON = frozenset({"who", "whose", "whom", "was", "is", "had", "has", ".", ";", ")"})
_UNIFIED = frozenset({"unified", "united", "reunified", "divided", "both", "two"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """An actor, outlet (`actor` None) or person named at the words `first` to `last` (exclusive)."""

    first: int
    last: int
    actor: str | None
    form: Form
    person: int | None = None
    """Number of the person in the document's roster."""
    place: bool = False
    """The city itself (`in Vienna`), not its government."""


def find_namings(words: Words, lexicon: Lexicon) -> tuple[Naming, ...]:
    """Return all namings in order, none inside another, compounds such as `Oslo University` left out."""
    out: list[Naming] = []
    row = 0
    while row < len(words):
        name = _match(words, row, lexicon)
        if name is None:
            row += 1
            continue
        last = row + len(name.words)
        if not _compound(words, row, last, name, lexicon) and not _somebody(words, row, last, name):
            place = name.form in ("capital", "seat") and row > 0 and words.lower[row - 1] in _PLACE_WORDS
            place = place and not _seat_of_body(words, row)
            out.append(Naming(first=row, last=last, actor=name.actor, form=name.form, place=place))
        row = last
    out = _trusted(words, out)
    known = {n.actor for n in out}
    extra = [*_bare_korea(words, out, known, lexicon), *_directions(words, out, known)]
    return tuple(sorted([*out, *extra, *_korean(words, lexicon)], key=lambda n: n.first))


def _seat_of_body(words: Words, row: int) -> bool:
    """Whether a body of the state is named by its seat: `the government in |Oslo|`, not `the embassy in |Oslo|`."""
    return row > 1 and words.lower[row - 1] == "in" and words.lower[row - 2] in _BODIES_OF_STATE


def _somebody(words: Words, first: int, last: int, name: Name) -> bool:
    """Whether the demonym means a single person (`an Austrian who was refused entry`), who is not the state."""
    if name.form not in ("adjective", "people") or not first or words.lower[first - 1] not in ("a", "an"):
        return False
    after = words.lower[last] if last < len(words) else "."
    if after == ",":
        after = words.lower[last + 1] if last + 1 < len(words) else "."
        return after.isdigit() or after in ("who", "whose", "aged")
    return after in word_class("prepositions") | _AFTER_A_PERSON


def _trusted(words: Words, found: Sequence[Naming]) -> list[Naming]:
    """Leave out names that the rest of the text does not bear out (`Congress` without America)."""
    bodies, vocabulary = read_data("bodies"), set(words.text)
    uncertain = set(bodies["uncertain"]["names"])
    sure = {n.actor for n in found if n.form != "national"}
    elsewhere = {
        code
        for code, clues in bodies["doubtful"].items()
        if vocabulary & set(clues["against"]) and not vocabulary & set(clues["needs"])
    }
    out = []
    for naming in found:
        name = " ".join(words.text[naming.first : naming.last]).replace(" ' ", "'").replace(" ’ ", "’")
        loose = naming.form == "national" and name in uncertain and naming.actor not in sure
        if not loose and naming.actor not in elsewhere:
            out.append(naming)
    return out


def _match(words: Words, row: int, lexicon: Lexicon) -> Name | None:
    for name in lexicon.names.get(words.text[row], ()):
        if words.text[row : row + len(name.words)] == name.words and _unbroken(words, row, name):
            return name
    return None


def _unbroken(words: Words, row: int, name: Name) -> bool:
    """`U.S.` and `Guinea-Bissau` hold together; a name does not run over a full stop or a hyphen."""
    joined_before = row > 0 and words.end[row - 1] == words.start[row] and words.text[row - 1] in "@#_/."
    return not joined_before and name.words[0] != "."


def _compound(words: Words, first: int, last: int, name: Name, lexicon: Lexicon) -> bool:
    """Whether the name is only a part of another one (`Delhi Times`, `Michael Jordan`, `Polish-born` is not)."""
    after = words.text[last] if last < len(words) and _spaced(words, last) else ""
    before = words.text[first - 1] if first and words.start[first] - words.end[first - 1] == 1 else ""
    if name.form == "body" and _council_of_a_state(words, first, last, name, before):
        return True
    if name.form in ("national", "organisation", "outlet", "seat"):
        return name.words == ("Congress",) and (before[:1].isupper() or after in ("Party", "of"))
    if name.form == "capital" and " ".join(name.words) in read_data("roles")["compounds"]["hosts"]:
        return before in _PLACE_WORDS or words.text[last : last + 2] == ("-", "based")
    both = " ".join(words.text[last : last + 2])
    if {after, both} & lexicon.compound_after and not (
        name.form == "body" or (after in ("region", "war") and name.form == "capital")
    ):
        return True
    if before in ("New", "Inner", "Outer", "Little") and name.form != "body" and name.actor != "KR":
        return True
    if name.form in ("adjective", "name") and _longer_compound(words, last, lexicon):
        return True
    if len(name.words) == 1 and name.words[0].isupper():
        return False
    posted = before == "to" and first > 1 and (words.lower[first - 2],) in lexicon.roles.get(words.lower[first - 2], ())
    if (
        name.form in ("name", "capital")
        and _name_like(after)
        and not posted
        and not {after, both} & lexicon.state_organs
    ):
        return not _lexical(words, last, lexicon)
    ambiguous = name.form == "capital" or (name.form == "name" and name.actor in _PERSONAL and len(name.words) == 1)
    return ambiguous and _first_name(words, first, lexicon)


def _council_of_a_state(words: Words, first: int, last: int, name: Name, before: str) -> bool:
    """`the Security Council of Malta`, `Malta’s National Security Council`: a state has one by that name too."""
    if name.words[-1] != "Council" or name.words[0] in ("UN", "U.N.", "United", "European"):
        return False
    owned = words.lower[first - 1 : first] == ("s",) and first > 1
    named = before[:1].isupper() and before != "The"
    return owned or named or words.lower[last : last + 1] == ("of",)


def _longer_compound(words: Words, row: int, lexicon: Lexicon) -> bool:
    """`Norwegian Miners Club`: capitalised words after the demonym end in the name of an organisation."""
    end = row
    while end < len(words) and _spaced(words, end) and _name_like(words.text[end]) and end - row < 4:
        end += 1
    return (
        end - row > 1 and words.text[end - 1] in lexicon.compound_after and words.text[row] not in lexicon.state_organs
    )


def _first_name(words: Words, first: int, lexicon: Lexicon) -> bool:
    """`Michael Jordan`: a capitalised word before that is no name, no title and not the first of a sentence."""
    if first < 1 or not _spaced(words, first) or not _name_like(words.text[first - 1]):
        return False
    if words.lower[first - 1] in lexicon.roles or words.text[first - 1] in lexicon.names:
        return False
    opens = first < 2 or words.text[first - 2] in '.!?:"“”‘’-–—'
    return not opens and words.text[first - 1] not in read_data("names")["never"]


def _spaced(words: Words, row: int) -> bool:
    """One blank or line end, nothing else, before the word at `row`."""
    return 0 < words.start[row] - words.end[row - 1] <= 2


def _name_like(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and word[1:].islower()


def _lexical(words: Words, row: int, lexicon: Lexicon) -> bool:
    """Another known name, a weekday or month, begins at `row` (`the United States Monday`)."""
    months = (
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
    )
    later = ("April", "May", "June", "July", "August", "September", "October", "November", "December")
    return words.text[row] in months + later or _match(words, row, lexicon) is not None


def _bare_korea(words: Words, found: Sequence[Naming], known: set[str | None], lexicon: Lexicon) -> Iterator[Naming]:
    """`Korea` alone is the South, unless it is the peninsula, the war, one of two, or a northern text."""
    taken = {row for n in found for row in range(n.first, n.last)}
    northern = "KP" in known and "KR" not in known
    for row, word in enumerate(words.text):
        if word not in ("Korea", "Korean", "Koreans") or row in taken or northern:
            continue
        before = words.lower[row - 1] if row else ""
        after = words.text[row + 1] if row + 1 < len(words) else ""
        if (
            before in _UNIFIED
            or before == "inter"
            or (after in lexicon.compound_after and word != "Korea")
            or after == "University"
        ):
            continue
        if before == "-" and words.lower[max(0, row - 2)] in ("inter", "anti", "pan"):
            continue
        if word == "Korea" or (
            word == "Korean" and (after in lexicon.state_organs or after.lower() in lexicon.institutions)
        ):
            yield Naming(first=row, last=row + 1, actor="KR", form="name" if word == "Korea" else "adjective")


def _directions(words: Words, found: Sequence[Naming], known: set[str | None]) -> Iterator[Naming]:
    """`the North` and `the South` in a text on Korea."""
    if not known & {"KP", "KR"}:
        return
    taken = {row for n in found for row in range(n.first, n.last)}
    for row, word in enumerate(words.text):
        if word not in ("North", "South") or row in taken or row + 1 >= len(words):
            continue
        before, after = words.lower[row - 1] if row else "", words.text[row + 1]
        pair = words.text[row + 1 : row + 3] in (("and", "South"), ("and", "North")) or (
            before == "and" and words.text[row - 2] in ("North", "South")
        )
        capital = after[:1].isupper() and _spaced(words, row + 1)
        if pair or (
            before == "the" and not capital and after not in ("of", "-") and words.text[row - 1 : row] != ("Global",)
        ):
            yield Naming(first=row, last=row + 1, actor="KP" if word == "North" else "KR", form="direction")


def _korean(words: Words, lexicon: Lexicon) -> Iterator[Naming]:
    """Hangul names at the head of a word; particles follow without a blank."""
    for row, word in enumerate(words.text):
        if "가" <= word[:1] <= "힣":
            for size in range(min(len(word), 12), 1, -1):
                if word[:size] in lexicon.korean:
                    yield Naming(first=row, last=row + 1, actor=lexicon.korean[word[:size]], form="name")
                    break
