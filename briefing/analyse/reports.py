"""Who is reported to say or think what: verbs with their subjects, joined with the attribution engine's spans."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.analyse.clauses import Rows, is_finite, main_clause, subject_after, subject_before, word_class
from briefing.analyse.lexicon import SAYING, Grade
from briefing.analyse.scene import Scene
from briefing.analyse.speakers import Memory, Source, person_source, resolve
from briefing.model.attribution import Attribution, Extent, Form

_BE = frozenset({"is", "was", "are", "were", "be", "been", "being"})
_SUBORDINATE = frozenset(
    {"what", "which", "whom", "where", "after", "before", "since", "when", "because", "although", "though", "until"}
)
_TAIL_CLAUSE = re.compile(
    r",\s+(?:which|who|where)\s+(?:could|would|may|might|can|is|was|are|were|has|have|had|will)\b"
    r"|,\s+(?:with|according to|as\s+(?:he|she|they|it)|even as|while|but|though|although)\b|;\s"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One act of saying or thinking in a sentence."""

    sentence: int
    cue: Rows
    word: str
    grade: Grade
    source: Source | None
    content: tuple[Extent, ...]
    form: Form
    reach: tuple[Extent, ...] = ()
    """The clause after or before the cue, where the engine's content may be only its quoted part."""
    tail: bool = False
    """The cue stands after what is said and covers the whole sentence before it."""
    embedded: bool = False
    """Inside a relative or fronted clause: the sentence as a whole is not the source's."""
    nested: bool = False
    """Inside what another report of the sentence says."""
    within: str | None = None
    """The source of an inner report that this one passes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cue:
    first: int
    last: int
    word: str
    grade: Grade


def find_reports(scene: Scene, memory: Memory, number: int, attributions: Sequence[Attribution]) -> list[Report]:
    """Return the reports of sentence `number`; `attributions` are the engine's that touch it."""
    low, high = scene.rows_of(scene.sentences[number])
    found = [
        r for cue in _cues(scene, low, high) if (r := _report(scene, memory, number, cue, low, high, attributions))
    ]
    found += _engine_only(scene, memory, number, attributions, found, low, high)
    return _outermost(sorted(found, key=lambda r: r.cue), scene)


def _cues(scene: Scene, low: int, high: int) -> Iterator[_Cue]:
    row = low
    while row < high:
        if scene.inside[row] >= 0:
            row += 1
            continue
        cue = _cue_at(scene, row, low, high)
        if cue:
            yield cue
        row = cue.last if cue else row + 1


def _cue_at(scene: Scene, row: int, low: int, high: int) -> _Cue | None:
    words = scene.words
    if words.lower[row : row + 2] == ("according", "to") and row + 2 < high:
        return _Cue(first=row, last=row + 2, word="according to", grade="phrase")
    two = " ".join(words.lower[row : row + 2])
    if two in scene.lexicon.verbs:
        grade = scene.lexicon.verbs[two]
        return _Cue(first=row, last=row + 2, word=two, grade=grade) if _is_verb(scene, row, low, high) else None
    one = scene.lexicon.verbs.get(words.lower[row])
    if one is None or words.text[row].isupper() or not _is_verb(scene, row, low, high):
        return None
    return _Cue(first=row, last=row + 1, word=words.lower[row], grade=one)


def _is_verb(scene: Scene, row: int, low: int, high: int) -> bool:
    """Tell a verb in use from a noun, an adjective and a passive form of the same letters."""
    words = scene.words
    word = words.lower[row]
    before = words.lower[row - 1] if row > low else ""
    after = words.lower[row + 1] if row + 1 < high else ""
    if words.text[row][:1].isupper() and row > low:
        return False
    if before in ("to", "of", "-", "not") and word not in ("said", "says"):
        return False
    if before in word_class("determiners") and word not in ("said", "says", "told"):
        return False
    if (
        word.endswith("ed")
        and after == "for"
        and word not in ("called", "appealed", "asked", "thanked", "pushed", "pressed")
    ):
        return False
    chain = _auxiliaries_before(scene, row, low)
    if chain & _BE and not word.endswith("ing"):
        return words.lower[row : row + 2] == ("quoted", "as")
    if after == "by" and word.endswith("ed"):
        return False
    if word.endswith("ing"):
        return _is_participle(scene, row, low, chain)
    if word in word_class("nounlike"):
        return _after_subject(scene, row, low)
    return not (chain & {"will", "would", "could", "should", "may", "might", "must", "can"})


def _auxiliaries_before(scene: Scene, row: int, low: int) -> set[str]:
    words, out = scene.words, set()
    at = row - 1
    while at >= low and (
        words.lower[at] in word_class("auxiliaries") | word_class("adverbs") or words.lower[at].endswith("ly")
    ):
        out.add(words.lower[at])
        at -= 1
    return out


def _is_participle(scene: Scene, row: int, low: int, chain: set[str]) -> bool:
    words = scene.words
    if row == low or scene.lexicon.verbs.get(words.lower[row]) not in SAYING:
        return False
    before = words.lower[row - 1]
    if words.lower[row + 1 : row + 2] == ("that",):
        return True
    if (
        chain & _BE
        or before in (",", "while", "before", "after", "by", "as", "when")
        or before in word_class("adverbs")
    ):
        return True
    starts = {n.last for n in scene.within(max(low, row - 6), row) if n.form == "person"}
    return row in starts


def _after_subject(scene: Scene, row: int, low: int) -> bool:
    """A name, pronoun or plural of people directly before makes `claims` or `report` a verb."""
    words = scene.words
    at = row - 1
    while at >= low and (
        words.lower[at] in word_class("adverbs")
        or words.lower[at].endswith("ly")
        or words.lower[at] in ("has", "have", "had")
    ):
        at -= 1
    if at < low:
        return False
    if (
        words.lower[at] in ("he", "she", "it", "they", "we", "i", "who", "which")
        or words.lower[at] in scene.lexicon.peoples
    ):
        return True
    if words.lower[at] in word_class("unnamed") and words.lower[at] not in ("some", "many", "others"):
        return True
    if words.lower[at] in word_class("documents") and words.lower[row] in (
        "reads",
        "states",
        "suggest",
        "suggests",
        "read",
        "notes",
        "finds",
        "found",
        "shows",
    ):
        return True
    ended = [n for n in scene.within(max(low, at - 6), at + 1) if n.last == at + 1 and n.form != "adjective"]
    role = any(
        words.lower[s : at + 1] in scene.lexicon.roles.get(words.lower[s], ()) for s in range(max(low, at - 3), at + 1)
    )
    return bool(ended) or role or (words.text[at] in ',”"' and words.lower[row] not in ("comments", "reports"))


_NEEDS_WORDS = (
    "respond",
    "continu",
    "speak",
    "spoke",
    "answer",
    "post",
    "repl",
    "went on",
    "goes on",
    "comment",
    "press",
    "appeal",
)


def _tells_nothing(scene: Scene, cue: _Cue, high: int) -> bool:
    """`responded calmly`, `continue to fight`: no words of anybody follow or precede."""
    if not cue.word.startswith(_NEEDS_WORDS):
        return False
    near = range(max(0, cue.first - 5), min(high, cue.last + 4))
    quoted = any(scene.inside[r] >= 0 for r in near)
    clause = cue.last < high and scene.words.lower[cue.last] in ("that", ":", "by", "with")
    return scene.words.lower[cue.last : cue.last + 1] == ("to",) or not (quoted or clause)


def _report(
    scene: Scene, memory: Memory, number: int, cue: _Cue, low: int, high: int, attributions: Sequence[Attribution]
) -> Report | None:
    """Build the report of one cue; None when nobody can be its source."""
    if _tells_nothing(scene, cue, high):
        return None
    engine = _same_cue(scene, cue, attributions)
    quoted = _quoted_rows(scene, number)
    rows, inverted = _source_rows(scene, cue, low, high)
    source = resolve(rows, scene, memory, number, quoted=quoted) if rows else None
    if (source is None or source.kind in ("unnamed", "unresolved")) and engine and engine.source:
        again = resolve(_as_rows(scene, engine.source), scene, memory, number, quoted=quoted)
        source = again if again and again.kind != "unnamed" else source or again
    source = _before_comma(scene, rows, low, source)
    if source is None or source.kind == "self":
        return None
    tail = _is_tail(scene, cue, rows, low, high)
    reach = _content(scene, cue, rows, low, high, tail=tail, inverted=inverted)
    content = engine.content if engine and engine.content else reach
    if not content:
        return None
    return Report(
        sentence=number,
        cue=(cue.first, cue.last),
        word=cue.word,
        grade=cue.grade,
        source=source,
        content=content,
        form=_form(scene, content),
        reach=reach,
        tail=tail,
        embedded=_embedded(scene, rows, cue, low),
    )


def _before_comma(scene: Scene, rows: Rows | None, low: int, source: Source | None) -> Source | None:
    """`Ada Obi, a fellow at the Delta Centre told`: the second comma is missing, the name before the first counts."""
    if source is None or source.kind not in ("group", "official") or not rows or rows[0] - 2 < low:
        return source
    if scene.words.text[rows[0] - 1] != ",":
        return source
    person = next((n for n in scene.within(low, rows[0]) if n.last == rows[0] - 1 and n.form == "person"), None)
    return person_source(person.person, scene) if person and person.person is not None else source


def _same_cue(scene: Scene, cue: _Cue, attributions: Sequence[Attribution]) -> Attribution | None:
    start, end = scene.words.start[cue.first], scene.words.end[cue.last - 1]
    return next((a for a in attributions if any(s < end and start < e for s, e in a.cue)), None)


def _as_rows(scene: Scene, extents: Sequence[Extent]) -> Rows:
    rows = scene.words.rows((extents[0][0], extents[-1][1]))
    return rows.start, rows.stop


def _quoted_rows(scene: Scene, number: int) -> Rows | None:
    """The quoted rows of a sentence, with those of sentences before it that are all quotation."""
    low, high = scene.rows_of(scene.sentences[number])
    quoted = [r for r in range(low, high) if scene.inside[r] >= 0]
    if not quoted:
        return None
    first = quoted[0]
    while number > 0 and first <= low + 1:
        number -= 1
        low, end = scene.rows_of(scene.sentences[number])
        outside = [r for r in range(low, end) if scene.inside[r] < 0 and scene.words.text[r][0].isalnum()]
        if outside:
            break
        first = low
    return first, quoted[-1] + 1


def _source_rows(scene: Scene, cue: _Cue, low: int, high: int) -> tuple[Rows | None, bool]:
    """Where the source stands and whether it follows the cue."""
    words = scene.words
    if cue.word == "according to":
        return subject_after(words, cue.last - 1, high), True
    if cue.word.endswith("ing") and not _auxiliaries_before(scene, cue.first, low) & _BE:
        return _participle_subject(scene, cue, low, high), False
    before = words.text[cue.first - 1] if cue.first > low else ""
    if (
        before in ("and", "but", "then")
        and scene.inside[cue.first - 1] < 0
        and not _named_before(scene, cue.first - 1, low)
    ):
        return _shared_subject(scene, cue.first - 1, low), False
    opens = (
        cue.first == low
        or before in ",\"”’'–—»"
        or (before == "-" and cue.first - 2 >= low and words.text[cue.first - 2] == "-")
    )
    after = words.lower[cue.last] if cue.last < high else ""
    verb = cue.word in (
        "said",
        "says",
        "added",
        "adds",
        "wrote",
        "writes",
        "asked",
        "warned",
        "told",
        "tweeted",
        "explained",
        "argues",
        "notes",
        "declared",
        "insisted",
        "replied",
    )
    if (
        opens
        and verb
        and after not in ("that", "on", "in", ",", ":", "the" if cue.word == "told" else "", "it", "it’s")
    ):
        found = subject_after(words, cue.last - 1, high)
        if found and not _comma_apposition(scene, cue, low):
            return found, True
    return subject_before(words, cue.first, low), False


def _named_before(scene: Scene, row: int, low: int) -> bool:
    """`and` stands right after the first subject of all (`Obi and`)."""
    return row - low < 2


def _comma_apposition(scene: Scene, cue: _Cue, low: int) -> bool:
    """`Ms Roth, the envoy, said talks had failed`: the comma before the verb closes an apposition to a name."""
    if scene.words.text[cue.first - 1] != ",":
        return False
    found = subject_before(scene.words, cue.first, low)
    if found is None:
        return False
    comma = next((r for r in range(found[1], cue.first) if scene.words.text[r] == ","), cue.first)
    named = [n for n in scene.within(*found) if n.last == found[1]]
    opens = scene.words.lower[comma + 1 : comma + 2]
    return (
        bool(named)
        and cue.first - comma < 25
        and opens[0]
        in ("a", "an", "the", "who", "whose", "also", "which", "speaking", "one")
        + tuple(w for w in opens if w in scene.lexicon.roles or w.isdigit() or w in scene.lexicon.former)
    )


def _participle_subject(scene: Scene, cue: _Cue, low: int, high: int) -> Rows | None:
    """The subject of `..., adding that`: a person right before the participle, else that of the main clause."""
    person = next(
        (n for n in scene.within(max(low, cue.first - 6), cue.first) if n.last == cue.first and n.form == "person"),
        None,
    )
    if person:
        return person.first, person.last
    return _shared_subject(scene, cue.first, low)


def _shared_subject(scene: Scene, row: int, low: int) -> Rows | None:
    """The subject of the last finite verb before `row`, else that of the main clause."""
    words = scene.words
    for verb in range(row - 1, low, -1):
        if scene.inside[verb] >= 0 or not is_finite(words, verb, low, scene.lexicon):
            continue
        found = subject_before(words, verb, low)
        if found is None and scene.lexicon.verbs.get(words.lower[verb]) in SAYING:
            found = subject_after(words, verb, row)
        if (
            found
            and words.lower[found[0]] not in ("who", "which", "that")
            and words.lower[verb] not in word_class("auxiliaries")
        ):
            return found
    return main_clause(words, low, row, scene.inside, scene.lexicon).subject


def _is_tail(scene: Scene, cue: _Cue, rows: Rows | None, low: int, high: int) -> bool:
    """Whether what is said stands before cue and source (`Talks failed, Ms Roth said.`)."""
    words = scene.words
    first = min(cue.first, rows[0]) if rows and rows[0] < cue.first else cue.first
    if first <= low or words.text[first - 1] not in ",\"”’'?!–—»":
        return False
    if cue.word == "according to":
        return True
    if rows and rows[0] > cue.first:
        return True
    return (
        cue.last >= high
        or words.text[cue.last] in ".,;"
        or words.lower[cue.last]
        in (
            "on",
            "in",
            "at",
            "during",
            "late",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "after",
            "to",
            "when",
            "as",
            "last",
            "by",
            "from",
            "while",
            "before",
        )
        and _said_before(scene, first, low)
    )


def _said_before(scene: Scene, first: int, low: int) -> bool:
    """A quotation, or a clause of some length, precedes."""
    return scene.inside[max(low, first - 2)] >= 0 or first - low > 6


def _embedded(scene: Scene, rows: Rows | None, cue: _Cue, low: int) -> bool:
    words = scene.words
    first = rows[0] if rows and rows[0] < cue.first else cue.first
    if first <= low:
        return False
    before = words.lower[first - 1]
    if before in _SUBORDINATE or words.lower[first] == "which":
        return True
    pronoun = words.lower[first] in ("he", "she", "it", "they")
    plain = before.isalpha() and before not in word_class("breakers") | word_class("connectives") | word_class(
        "adverbs"
    )
    return pronoun and plain and not before.endswith("ly")


def _content(
    scene: Scene, cue: _Cue, rows: Rows | None, low: int, high: int, *, tail: bool, inverted: bool
) -> tuple[Extent, ...]:
    words, text = scene.words, scene.document.text
    out: list[Extent] = []
    if tail:
        first = min(cue.first, rows[0]) if rows and not inverted else cue.first
        stop = words.end[first - 1]
        while stop > words.start[low] and text[stop - 1] in ", –—":
            stop -= 1
        out.append((words.start[low], stop))
    after = max(cue.last, rows[1] if rows and inverted else 0)
    if not tail or (
        after + 1 < high
        and words.text[after] == ","
        and (scene.inside[after + 1] >= 0 or _goes_on(scene, after + 1, high))
    ):
        rest = _rest(scene, after, high)
        out += [rest] if rest else []
    if cue.word == "according to" and not out:
        comma = next((r for r in range(after, high) if words.text[r] == ","), None)
        out += [r] if comma is not None and (r := _rest(scene, comma + 1, high)) else []
    return tuple(out)


def _goes_on(scene: Scene, row: int, high: int) -> bool:
    """`This, he said, made it impossible`: the clause goes on after the comma."""
    return (
        high - row > 3
        and not scene.words.lower[row].endswith("ing")
        and scene.words.lower[row] not in ("according", "while", "who", "which", "but", "and", "a", "an", "the", "as")
    )


def _rest(scene: Scene, row: int, high: int) -> Extent | None:
    """What is said after the cue, to the end of the clause; a `which could be` clause is not the speaker's."""
    words, text = scene.words, scene.document.text
    while row < high and (words.text[row] in ",:" or words.lower[row] == "that"):
        row += 1
    if row >= high:
        return None
    start, end = words.start[row], words.end[high - 1]
    cut = _TAIL_CLAUSE.search(text, start, end)
    while cut and scene.inside[words.at(cut.start())] >= 0:
        cut = _TAIL_CLAUSE.search(text, cut.end(), end)
    if cut and cut.start() > start:
        end = cut.start()
    while end > start and text[end - 1] in ".,; ":
        end -= 1
    return (start, end) if end > start else None


def _form(scene: Scene, content: Sequence[Extent]) -> Form:
    rows = [r for extent in content for r in scene.words.rows(extent)]
    quoted = sum(scene.inside[r] >= 0 for r in rows)
    return "direct" if quoted >= len(rows) - 1 else "mixed" if quoted else "indirect"


def _engine_only(
    scene: Scene,
    memory: Memory,
    number: int,
    attributions: Sequence[Attribution],
    found: Sequence[Report],
    low: int,
    high: int,
) -> Iterator[Report]:
    """Add what the engine finds where no verb of the lexicon has a subject."""
    for attribution in attributions:
        if not attribution.source or not attribution.cue or not attribution.content:
            continue
        cue = _as_rows(scene, attribution.cue)
        if not low <= cue[0] < high or any(r.cue[0] < cue[1] and cue[0] < r.cue[1] for r in found):
            continue
        grade = _engine_grade(scene, cue)
        if any(n.first <= cue[0] < n.last for n in scene.within(max(low, cue[0] - 6), cue[1])):
            continue
        if grade is None or any(scene.inside[r] >= 0 for r in range(*cue)):
            continue
        source = resolve(_as_rows(scene, attribution.source), scene, memory, number, quoted=_quoted_rows(scene, number))
        if source is None or source.kind in ("unnamed", "self", "unresolved"):
            continue
        yield Report(
            sentence=number,
            cue=cue,
            word=scene.slice(*cue),
            grade=grade,
            source=source,
            content=attribution.content,
            form=attribution.form,
        )


def _engine_grade(scene: Scene, cue: Rows) -> Grade | None:
    """The grade of the first reporting word in a cue of several words; None for attitudes and deeds."""
    words = scene.words
    for row in range(*cue):
        grade = scene.lexicon.verbs.get(" ".join(words.lower[row : row + 2])) or scene.lexicon.verbs.get(
            words.lower[row]
        )
        if grade is not None and not (row > cue[0] and words.lower[row - 1] in word_class("determiners")):
            return grade
    return None


def _outermost(reports: Sequence[Report], scene: Scene) -> list[Report]:
    """Mark reports inside what another one says as nested; the outer one keeps the name of the inner source."""
    out: list[Report] = []
    for report in reports:
        nested = any(o is not report and _holds(scene, o, report) for o in reports)
        out.append(replace(report, nested=nested, within=_inner_source(report, reports, scene)))
    return out


def _holds(scene: Scene, outer: Report, inner: Report) -> bool:
    """`inner` is a part of what `outer` says; a translation or outlet named last only passes on a speaker's own words."""
    if not _inside(scene.words.start[inner.cue[0]], outer) or _inside(scene.words.start[outer.cue[0]], inner):
        return False
    passes_on = outer.word == "according to" and outer.source and outer.source.kind not in ("person", "state", "body")
    return not (passes_on and inner.form != "indirect") and not outer.embedded


def _inside(place: int, report: Report) -> bool:
    return any(s <= place < e for s, e in (*report.content, *report.reach))


def _inner_source(outer: Report, reports: Sequence[Report], scene: Scene) -> str | None:
    for report in reports:
        if (
            report is not outer
            and report.grade in SAYING
            and report.source
            and _inside(scene.words.start[report.cue[0]], outer)
        ):
            holder = report.source.holder
            name = holder.speaker or holder.actor_name or holder.description
            if (
                report.source.kind not in ("unresolved",)
                and name
                and holder != (outer.source.holder if outer.source else None)
            ):
                return name
    return None
