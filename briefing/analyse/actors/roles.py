"""What office a name goes with: the words before it or the apposition after it, and the state they name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.analyse.actors.lexicon import Lexicon, read_data, word_class
from briefing.analyse.actors.naming import Naming
from briefing.analyse.actors.owners import named_owner
from briefing.analyse.text.words import Words

Standing = Literal["official", "outside", "unknown"]
REACH = 9
_JOINING = frozenset(
    {"of", "for", "the", "and", "at", "in", "on", "to", "a", "an", "s", "'", "’", "&", "-", "with", "from"}
)
_OPPOSED = frozenset({"opposition", "rebel"})
_OWNING = frozenset({"his", "her", "their", "its"})
_INDEPENDENT = frozenset({"independent", "based", "born"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office in the document's own words; `actor` is the state or body it belongs to."""

    words: str
    office: str
    standing: Standing
    actor: str | None
    affiliation: str | None = None
    title_only: bool = False
    """`Gen.` or `Mr`: says that a person follows, and little else."""
    possessed: str = ""
    """The pronoun before (`his ambassador`): the state is that of somebody named before."""
    owner: str = ""
    """The name that the office belongs to where no list knows it (`Borealis’s chairman`)."""


def role_before(
    words: Words, text: str, row: int, last: int, starts: dict[int, Naming], lexicon: Lexicon
) -> Role | None:
    """Return the office that stands directly before the name in rows `row` to `last` (`Ghana’s Foreign Minister `)."""
    titled = _title_start(words, row, lexicon)
    comma = row > 1 and words.text[row - 1] == ","
    if comma and not (
        words.text[last : last + 1] in ((",",), (".",)) or words.lower[last : last + 1] in (("said",), ("told",))
    ):
        return None
    row = row - 1 if comma else row
    found = _role_ending(words, row, lexicon)
    if comma:
        found = found or _role_over_body(words, row, starts, lexicon)
        return _role(words, text, *found, row, starts, lexicon) if found else None
    if found is None:
        found = _role_over_body(words, row, starts, lexicon)
    if found is None and titled is not None:
        found = _role_ending(words, titled, lexicon)
    if found is None:
        return None if titled is None else _title_role(words, text, titled, row)
    return _role(words, text, *found, row, starts, lexicon)


def _role(
    words: Words, text: str, first: int, office: str, row: int, starts: dict[int, Naming], lexicon: Lexicon
) -> Role:
    """The role whose noun begins at `first` and whose words end before `row`."""
    head, actor = _leading_state(words, first, starts, lexicon)
    inner = None if "ambassador" in office else inner_state(words, first, row, starts)
    actor = actor or inner or own_state(office, lexicon)
    while head > 0 and words.lower[head - 1] in lexicon.former:
        head -= 1
    if of_association(words, head, row, starts):
        return Role(
            words=plain(text[words.start[head] : words.end[row - 1]]), office="", standing="unknown", actor=None
        )
    company = _company(words, head, first, starts, lexicon) if actor is None else None
    standing = "outside" if company is not None else standing_of(words, head, first, office, actor, lexicon)
    last = first + len(office.replace("-", " - ").split())
    owner = (row, row) if actor else named_owner(words, first, last, starts, lexicon)
    if company is not None:
        head, owner = company, (company, first)
    elif owner[0] < min(owner[1], first):
        head = owner[0]
    elif head == first:
        head = _field_start(words, first, office)
    return Role(
        words=plain(text[words.start[head] : words.end[row - 1]]),
        office=office,
        standing=standing,
        actor=actor if standing == "official" else None,
        possessed=_owner_before(words, first, standing) if actor is None else "",
        owner=" ".join(words.text[owner[0] : owner[1]]),
    )


def _field_start(words: Words, first: int, office: str) -> int:
    """Where the field of an office begins (`|Education Minister`, `|foreign minister`)."""
    row = first
    while row > 0 and words.start[row] - words.end[row - 1] == 1 and words.lower[row - 1] in word_class("office_words"):
        if words.text[row - 1].islower() and "minister" not in office:
            break
        row -= 1
    return row


def _owner_before(words: Words, first: int, standing: Standing) -> str:
    """`his |envoy`; of those who hold no office also the mark of a name before them (`Diaz’s |lawyer`)."""
    before = words.lower[first - 1] if first > 0 else ""
    named = standing == "outside" and before == "s" and first > 1 and words.text[first - 2] in "'’"
    return before if before in _OWNING or named else ""


def of_association(words: Words, first: int, last: int, starts: dict[int, Naming]) -> bool:
    """`the |head of Germany’s pilots’ union|`: an office of members, not of the state; `European Union` is a name."""
    named = {row for n in starts.values() for row in range(n.first, n.last)}
    return any(words.lower[row] in word_class("associations") and row not in named for row in range(first, last))


def _company(words: Words, head: int, first: int, starts: dict[int, Naming], lexicon: Lexicon) -> int | None:
    """Where the name of a firm or club before an office begins (`Borealis |spokeswoman`); None when there is none."""
    row = first
    while row > 0 and words.start[row] - words.end[row - 1] == 1 and words.text[row - 1][:1].isupper():
        known = (words.lower[row - 1],) in lexicon.institutions.get(words.lower[row - 1], ())
        ministerial = (
            known or words.lower[row - 1] in word_class("ministerial") or words.lower[row - 1] in lexicon.former
        )
        if ministerial or words.text[row - 1] in read_data("names")["never"] or not words.text[row - 1].isalpha():
            break
        row -= 1
    opens = row == 0 or words.text[row - 1] in '.!?"“”‘’' or words.end[row - 1] + 1 < words.start[row]
    private = words.lower[first] not in ("minister", "secretary")
    opens = opens and not (private and (first - row > 1 or words.text.count(words.text[row]) > 1))
    foreign = row < first and not opens and words.lower[row] not in word_class("office_words")
    return row if foreign and head == first else None


def _title_start(words: Words, row: int, lexicon: Lexicon) -> int | None:
    """Where a title such as `Mr` or `Gen.` begins that ends right before `row`."""
    end = row - 1 if row and words.text[row - 1] == "." else row
    for size in (4, 3, 2, 1):
        first = end - size
        if first >= 0 and words.text[first:end] in lexicon.titles.get(words.text[first], ()):
            return first
    return None


def _title_role(words: Words, text: str, first: int, row: int) -> Role:
    title = text[words.start[first] : words.end[row - 1]]
    polite = title.rstrip(".") in ("Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Madam", "Lord", "Lady", "Dame", "St")
    return Role(
        words="" if polite else title, office=title.lower().strip("."), standing="unknown", actor=None, title_only=True
    )


def is_after_office(words: Words, row: int, lexicon: Lexicon) -> bool:
    """Tell whether an office or title stands right before `row`."""
    return _role_ending(words, row, lexicon) is not None or _title_start(words, row, lexicon) is not None


def _role_ending(words: Words, row: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """The longest role noun whose last word is right before `row`."""
    for first in range(max(0, row - 6), row):
        phrase = words.lower[first:row]
        if phrase in lexicon.roles.get(words.lower[first], ()):
            return first, office_name(phrase)
    return None


def office_name(phrase: tuple[str, ...]) -> str:
    """Return the words of a role noun as one string (`secretary-general`)."""
    return " ".join(phrase).replace(" - ", "-")


def _is_role(word: str, lexicon: Lexicon) -> bool:
    """A role noun of one word, not the first of a longer one (`party leader`)."""
    return (word,) in lexicon.roles.get(word, ())


def _role_over_body(words: Words, row: int, starts: dict[int, Naming], lexicon: Lexicon) -> tuple[int, str] | None:
    """`ambassador to the United Nations Nana Osei`, `Minister of Trade Ana Ruiz`: a body stands between."""
    limit = max(0, row - REACH)
    bodies = [n for n in starts.values() if n.last == row and n.first >= limit and n.form != "outlet"]
    first = bodies[0].first if bodies else row
    if not bodies:
        while first > limit and words.text[first - 1][:1].isupper() and not _is_role(words.lower[first - 1], lexicon):
            first -= 1
        if first == row:
            return None
    while first > limit and words.lower[first - 1] == "the":
        first -= 1
    if first < 2 or words.lower[first - 1] not in ("of", "to", "for"):
        return None
    return _role_ending(words, first - 1, lexicon)


def _leading_state(words: Words, row: int, starts: dict[int, Naming], lexicon: Lexicon) -> tuple[int, str | None]:
    """Walk left over modifiers from the office to the state or body before it; return where the role begins."""
    enders = {n.last: n for n in starts.values() if n.form not in ("outlet", "person")}
    first = row
    for _ in range(7):
        owned = first >= 2 and words.lower[first - 1] == "s" and words.text[first - 2] in "'’"
        at = first - 2 if owned else first
        if at in enders:
            return enders[at].first, enders[at].actor
        if owned:
            office = _role_ending(words, at, lexicon)
            if office is None:
                break
            first = office[0]
        elif first > 0 and _modifies(words, first):
            first -= 1
        elif first > 3 and words.text[first - 1] == ")" and words.text[first - 3] == "(":
            first -= 3
        else:
            break
    return row, None


def _modifies(words: Words, first: int) -> bool:
    """Whether the word before `first` can stand between a state and an office (`Ghana’s |acting| minister`)."""
    word, lower = words.text[first - 1], words.lower[first - 1]
    if word == "-":
        return True
    if word[:1].islower() and lower in read_data("names")["particles"]:
        return False
    stops = word_class("no_modifiers") | word_class("auxiliaries")
    return word.isalpha() and lower not in stops and words.start[first] - words.end[first - 1] == 1


def own_state(office: str, lexicon: Lexicon) -> str | None:
    """Return the state that alone has such an office."""
    return lexicon.single_state.get(office)


def inner_state(words: Words, first: int, last: int, starts: dict[int, Naming]) -> str | None:
    """The state after `of` or `for` inside a role (`Minister of Finance of Ghana`)."""
    for naming in starts.values():
        city = naming.form == "capital" and (words.text[naming.last] in "'’" or words.lower[first] == "mayor")
        if first < naming.first < last and naming.form not in ("outlet", "person") and not city:
            before = words.lower[naming.first - 1]
            before = words.lower[naming.first - 2] if before == "the" else before
            if before in ("of", "for") or (before == "to" and naming.form == "body"):
                return naming.actor
    return None


def standing_of(words: Words, head: int, first: int, office: str, actor: str | None, lexicon: Lexicon) -> Standing:
    """Official unless the office is past, opposed or no office at all; a director of a state body is one."""
    before = set(words.lower[max(0, head - 2) : first]) | {words.lower[max(0, first - 1)]}
    if before & (lexicon.former | _OPPOSED | _INDEPENDENT):
        return "outside"
    if office in lexicon.official:
        return "official"
    return "official" if actor and office in ("director", "deputy director", "director general") else "outside"


def plain(text: str) -> str:
    """One line, without a leading article or trailing marks."""
    flat = " ".join(text.split()).strip(" ,–—")
    return flat
