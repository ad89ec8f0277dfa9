"""Whose words: the noun phrase beside a verb of saying, resolved to a person, body, state or unnamed source."""

from __future__ import annotations

from dataclasses import replace

from briefing.analyse.actors.lexicon import word_class
from briefing.analyse.actors.naming import Naming
from briefing.analyse.actors.spellings import short_forms
from briefing.analyse.scene import Scene
from briefing.analyse.speech.sources import NOBODY, Memory, Source, SourceKind, person_source
from briefing.analyse.text.clauses import main_clause
from briefing.analyse.text.nounphrases import Rows, antecedent
from briefing.analyse.text.phrases import common_source
from briefing.model.findings import Holder

_PRONOUNS = frozenset({"he", "she", "it", "they", "i", "we", "who", "which", "both"})
PAIRED = 6
"""Words of the first of two things that something lies between."""
_OBJECTS = {"him": "he", "his": "he", "her": "she", "its": "it", "their": "they"}
"""`The paper quoted |him| as saying`, `in |his| view`."""
_RELATIVE = frozenset({"which", "whom", "that", "who", "where", "when", "what"})


def resolve(rows: Rows, scene: Scene, memory: Memory, sentence: int, *, quoted: Rows | None = None) -> Source | None:
    """Return the source that the words in `rows` name; None when they are no source at all.

    `quoted` are rows of the words said: a speaker does not name himself in them.
    """
    first, last = _stripped(rows, scene)
    if first >= last or _is_nobody(first, last, scene):
        return None
    words = scene.words
    if last - first == 1 and words.lower[first] in _OBJECTS:
        return _pronoun(_OBJECTS[words.lower[first]], first, scene, memory, sentence, quoted)
    for row in range(first, last):
        if words.lower[row] in ("who", "which") and row > first:
            return resolve((first, row - (words.text[row - 1] == ",")), scene, memory, sentence, quoted=quoted)
    if words.lower[first] in _PRONOUNS and (
        last - first == 1 or words.lower[first] in ("he", "she", "they", "i", "we")
    ):
        return _pronoun(words.lower[first], first, scene, memory, sentence, quoted)
    return _phrase(first, last, scene, memory, sentence)


def _is_nobody(first: int, last: int, scene: Scene) -> bool:
    """`Neither Lima |nor Quito| said`, `|no envoy| said`: what was not said; `No. 10 said` something."""
    words = scene.words
    counted = words.text[first + 1 : first + 2] == (".",)
    none = words.lower[first] in ("no", "nobody", "none") and not counted
    return none or bool({"neither", "nor"} & set(words.lower[max(0, first - 1) : last]))


def _stripped(rows: Rows, scene: Scene) -> Rows:
    """Leave out adverbs, connectives, blanks and fronted `for his part` before the noun phrase itself."""
    first, last = rows
    words = scene.words
    while first < last and (
        words.text[first] in ',;:–—-"“”.)'
        or words.lower[first] in word_class("connectives") | {"as", "that", "while", "when"}
    ):
        first += 1
    first = _past_date(first, last, scene)
    while last > first and (
        words.text[last - 1] in ',;:–—"“”.' or (words.lower[last - 1] in ("who", "which") and last - first > 1)
    ):
        last -= 1
    return first, last


def _past_date(first: int, last: int, scene: Scene) -> int:
    """Where a noun phrase begins after a date without a comma (`On 5 May 2031 |the ministry|`)."""
    words, row = scene.words, first + 1
    if words.lower[first] not in ("on", "in", "since"):
        return first
    while row < last and (words.text[row].isdigit() or words.lower[row] in word_class("times")):
        row += 1
    return row if first + 1 < row < last else first


def _pronoun(word: str, row: int, scene: Scene, memory: Memory, sentence: int, quoted: Rows | None) -> Source | None:
    if word in ("who", "which"):
        low, _ = scene.rows_of(scene.sentences[sentence])
        before = antecedent(scene.words, row, low)
        told = None if before is None else _antecedent(_stripped(before, scene), scene, memory, sentence)
        return None if told is not None and _is_law(told) else told
    if word in ("i", "we"):
        return Source(holder=NOBODY, kind="self")
    if word in ("he", "she"):
        return _person_before(word, row, scene, memory, sentence, quoted)
    kinds = (
        ("body", "state", "organisation", "document", "group")
        if word == "it"
        else ("group", "body", "organisation", "people", "state")
    )
    text = _text_before(sentence, scene) if word == "it" else None
    found = [text] if text is not None else memory.last(sentence, kinds)
    return found[0] if found else Source(holder=NOBODY, kind="unresolved")


def _text_before(sentence: int, scene: Scene) -> Source | None:
    """`The treaty is modest. |It| states that`: the text that the sentence before is about."""
    if sentence == 0:
        return None
    words = scene.words
    low, high = scene.rows_of(scene.sentences[sentence - 1])
    subject = main_clause(words, low, high, scene.inside, scene.lexicon).subject
    last = next((r for r in range(*subject) if words.lower[r] in word_class("documents")), None) if subject else None
    if subject is None or last is None or subject[1] - last > 2 or words.text[last][:1].isupper():
        return None
    return Source(holder=replace(NOBODY, speaker=scene.slice(subject[0], last + 1)), kind="document")


def _is_law(source: Source) -> bool:
    """`the act, which declares the strip public`: a law does that, nobody says so."""
    noun = (source.holder.speaker or "").lower().split()[-1:]
    return source.kind == "document" and bool(noun) and noun[0] not in word_class("utterances")


def _antecedent(rows: Rows, scene: Scene, memory: Memory, sentence: int) -> Source | None:
    """The last name or people in the phrase before `who`: `on the same line as Premier Ono, who said`."""
    named = [n for n in scene.within(*rows) if n.last == rows[1]]
    if named and named[-1].form == "person" and not _governed(named[-1], rows[0], scene):
        return _named(named[-1], scene)
    noun = scene.words.lower[rows[1] - 1] if rows[1] > rows[0] else ""
    if noun in scene.lexicon.peoples | word_class("unnamed"):
        first = next(
            (
                r
                for r in range(rows[1] - 1, rows[0], -1)
                if scene.words.lower[r - 1] in word_class("prepositions")
                or (scene.words.lower[r - 1].endswith(("ed", "s")) and r == rows[1] - 1)
            ),
            rows[0],
        )
        return _phrase(first, rows[1], scene, memory, sentence)
    if named and named[-1].form == "person":
        return _named(named[-1], scene)
    return _phrase(*rows, scene, memory, sentence)


def _person_before(
    word: str, row: int, scene: Scene, memory: Memory, sentence: int, quoted: Rows | None
) -> Source | None:
    """The last speaker, else the last subject, else the only person named, in this or the two sentences before."""
    named_in = scene.within(*quoted) if quoted else ()
    told = {n.person for n in named_in if n.person is not None and not _speaks(n, quoted, scene)}
    here = _subject_here(row, scene, sentence)
    if here is not None and here not in told and _agrees(word, person_source(here, scene), scene):
        return person_source(here, scene)
    for source in memory.last(sentence, ("person", "official")):
        if source.person not in told and _agrees(word, source, scene):
            return source
    for back in range(3):
        if sentence - back < 0:
            break
        low, high = scene.rows_of(scene.sentences[sentence - back])
        named = {
            n.person for n in scene.within(low, min(high, row)) if n.person is not None and scene.inside[n.first] < 0
        }
        named = {p for p in named - told if p is not None and _agrees(word, person_source(p, scene), scene)}
        if len(named) == 1:
            return person_source(named.pop(), scene)
        if len(named) > 1:
            return Source(holder=NOBODY, kind="unresolved")
    return Source(holder=NOBODY, kind="unresolved")


def _speaks(person: Naming, quoted: Rows | None, scene: Scene) -> bool:
    """`... said |Ana Ruiz, though she added`: one who is given words beside the quotation is no theme of it."""
    start = _office_start(person, quoted[0] if quoted else 0, scene)
    return scene.inside[person.first] < 0 and start > 0 and scene.words.lower[start - 1] in word_class("inverting")


def _subject_here(row: int, scene: Scene, sentence: int) -> int | None:
    """The one person who is a subject earlier in the sentence (`When Ms Obi, the envoy, was asked, she said`)."""
    low, _ = scene.rows_of(scene.sentences[sentence])
    words, found = scene.words, set()
    for naming in scene.within(low, row):
        if naming.person is None or scene.inside[naming.first] >= 0:
            continue
        after = words.lower[naming.last] if naming.last < len(words) else ""
        start = _office_start(naming, low, scene)
        start -= words.text[start - 1] == "."
        start -= words.text[start - 1] in scene.lexicon.titles
        before = words.lower[start - 1] if start > low else ""
        owned = after in ("'", "’") or before in word_class("prepositions")
        done_to = before in ("told", "asked", "accused", "called") or before.endswith("ing")
        if not owned and not done_to and before not in _RELATIVE:
            found.add(naming.person)
    return found.pop() if len(found) == 1 else None


def _agrees(word: str, source: Source, scene: Scene) -> bool:
    """Not `he` for a spokeswoman, not `she` for a king."""
    office = (source.holder.role or source.holder.speaker or "").lower()
    if any(
        w in office.replace(".", "").split()
        for w in ("spokeswoman", "queen", "mrs", "ms", "congresswoman", "chairwoman", "princess", "lady", "actress")
    ):
        return word == "she"
    if any(
        w in office.replace(".", "").split()
        for w in ("spokesman", "king", "mr", "congressman", "prince", "emir", "pope", "lord")
    ):
        return word == "he"
    return True


def _phrase(first: int, last: int, scene: Scene, memory: Memory, sentence: int) -> Source | None:
    """Resolve a noun phrase by its head: a name at its end, else the common noun that the names belong to."""
    if first >= last:
        return None
    named = [n for n in scene.within(first, last) if n.last <= last and scene.inside[n.first] == scene.inside[first]]
    head = named[-1] if named and named[-1].last == last else None
    if head is not None and not _governed(head, first, scene):
        return _named(head, scene)
    opening = next((n for n in named if n.form == "person"), None)
    if opening is not None and opening.last < last and _opens_phrase(opening, first, scene):
        return _named(opening, scene)
    governed = [n for n in named if n is not head] if head is None else named
    return common_source(first, last, governed, scene, memory, sentence)


def _opens_phrase(person: Naming, first: int, scene: Scene) -> bool:
    """`Rabbi Ana Levi of the Elm Street temple`: the name stands first and a place or body hangs on it."""
    words = scene.words
    start = _office_start(person, first, scene)
    fresh = start <= first + 1 or (words.text[start - 1] == "." and start <= first + 2)
    return fresh and words.lower[person.last] in ("of", "from", "in", "at", "with")


def _governed(head: Naming, first: int, scene: Scene) -> bool:
    """The name hangs on a noun before it (`a spokesman for Ms Roth`, `officials in Oslo`)."""
    words = scene.words
    row = _office_start(head, first, scene) - 1
    between = {r for n in scene.within(first, head.first) if n.person is None for r in range(n.first, n.last)}
    while row > first and words.lower[row] not in word_class("prepositions"):
        paired = words.lower[row] == "and" and "between" in words.lower[max(first, row - PAIRED) : row]
        if words.lower[row] in ("and", ",") and not paired:
            return False
        row -= 1
    if row <= first or words.lower[row] not in word_class("prepositions"):
        return False
    adjacent = bool(between) and max(between) == head.first - 1 and head.form == "person"
    return not adjacent


def _office_start(head: Naming, first: int, scene: Scene) -> int:
    """Where the office right before a person's name begins (`Secretary of State |Rosa Lind`)."""
    if head.form != "person":
        return head.first
    words = scene.words
    for row in range(max(first, head.first - 6), head.first):
        if words.lower[row : head.first] in scene.lexicon.roles.get(words.lower[row], ()):
            while row > first and words.lower[row - 1] in word_class("office_words"):
                row -= 1
            return row
    return head.first


def _named(head: Naming, scene: Scene) -> Source | None:
    if head.person is not None:
        return person_source(head.person, scene)
    text = scene.slice(head.first, head.last)
    if head.actor is None:
        return Source(holder=replace(NOBODY, speaker=text), kind="outlet")
    actor = scene.lexicon.actors[head.actor]
    holder = Holder(actor=actor.id, actor_name=actor.name, speaker=None, role=None)
    if head.form in ("seat", "national"):
        return Source(holder=replace(holder, speaker=text), kind="body")
    if head.form == "people" and scene.words.lower[head.first - 1 : head.first] != ("the",):
        return Source(holder=replace(NOBODY, description=text), kind="people")
    if head.form in ("people", "adjective"):
        return Source(holder=replace(holder, description=text), kind="people")
    kind: SourceKind = "state" if actor.kind == "state" else "body" if actor.kind == "body" else "organisation"
    return Source(holder=holder, kind=kind, words=text)


def known_person(label: str, scene: Scene) -> Source | None:
    """Return the person that a turn's label means (`MS. ORTIZ`)."""
    bare = label.strip().rstrip(":").strip()
    words = [
        w
        for w in bare.replace(".", " ").split()
        if w.lower() not in ("mr", "mrs", "ms", "dr", "the", "secretary", "president", "minister", "ambassador")
    ]
    if not words:
        return None
    for number, person in enumerate(scene.roster):
        forms = {f.lower() for f in (person.name, *short_forms(person.name))}
        if words[-1].lower() in forms or " ".join(words).lower() in forms:
            return person_source(number, scene)
    return None
