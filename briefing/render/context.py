"""What a template sees: the briefing, its labels and theme, and a handful of functions and filters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from babel.lists import format_list
from markupsafe import Markup

from briefing.model.blocks import Drawing
from briefing.model.briefing import Briefing, Change, Evidence, Item, Option, QuoteItem, SourceEntry
from briefing.model.items import every_item, items_of, printed_kind
from briefing.model.labels import Labels
from briefing.model.markdown import code_span, one_line
from briefing.model.theme import Theme
from briefing.profile import Profile
from briefing.render.environment import as_markdown
from briefing.render.lines import Uses, adds_context, by_source, sources_of
from briefing.render.meta import base
from briefing.render.notes import Notebook, PassageNote, passages

_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>]+", re.IGNORECASE)
_REFERENCE = ("positions", "options", "quotes", "timeline", "disagreements")
"""The sections behind page one."""
_ISO = re.compile(r"(?<![\w-])\d{4}-\d{2}(?:-\d{2})?(?![\w-])")
_UNSAFE = str.maketrans({letter: f"%{ord(letter):02X}" for letter in "()\\\"'`|[]*"})


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One briefing as one template sees it."""

    briefing: Briefing
    profile: Profile
    labels: Labels
    theme: Theme
    notebook: Notebook
    pictures: tuple[tuple[str, Drawing], ...] = ()
    uses: dict[frozenset[str], Mapping[str, Uses]] = field(default_factory=dict, repr=False, compare=False)
    """What rests on each source, by the sections looked at: gathered once, not for each source."""

    def names(self) -> dict[str, Any]:
        """Return the names a template can use."""
        return {
            "briefing": self.briefing,
            "profile": self.profile,
            "labels": self.labels,
            "theme": self.theme,
            "sections": self.sections(),
            "pictures": tuple(name for name, _ in self.pictures),
            "charts": self.profile.length == "full",
            "say": self.say,
            "notes": self.notes,
            "holder": self.holder,
            "source": self.source,
            "used_in": self.used_in,
            "kinds": self.kinds(),
            "statuses": tuple(s for s in self.labels.statuses if any(o.status == s for o in self.briefing.options)),
            "left_out": self.left_out,
            "cited": frozenset(passage.source for passage in self.notebook.passages),
            "base": ", ".join(base(self.briefing, self.labels)),
            "picture": self.picture,
            "title_language": self.title_language(),
        }

    def filters(self) -> dict[str, Callable[..., Any]]:
        """Return the filters a template can use."""
        return {
            "date": self.labels.date,
            "day": self.labels.day,
            "number": self.labels.number,
            "tag": tag,
            "kind": self.kind,
            "status": self.status,
            "refs": self.refs,
            "link": link,
            "anchor": anchor,
            "actor": self.labels.actor,
            "language": self.language,
            "lang": self.lang,
            "words": self.words,
            "quoted": self.quoted,
            "missing": self.missing,
            "own": self.own,
            "shortlist": self.shortlist,
            "list_words": self.list_words,
            "sources_of": sources_of,
            "adds_context": adds_context,
            "before_after": self.before_after,
        }

    def sections(self) -> tuple[str, ...]:
        """Return the sections to print: those of the profile that can be in this briefing."""
        absent = set()
        if self.briefing.changes is None:
            absent.add("changes")
        if not self.briefing.focus.name:
            absent.add("options")
        return tuple(name for name in self.profile.sections if name not in absent)

    def kinds(self) -> tuple[str, ...]:
        """Return the kinds of statement that are printed, in the order of their labels."""
        printed = {printed_kind(item, self.briefing) for item in every_item(self.briefing)}
        return tuple(kind for kind in self.labels.kinds if kind in printed)

    def left_out(self, *unprinted: str) -> str:
        """Return how many lines of each section are left out (`positions (39), quotations (5)`).

        `unprinted` names the sections that the template does not print at all.
        """
        names = {**self.labels.lines, "unnamed_sources": self.labels.lines["unnamed"]}
        counts = Counter(self.briefing.left_out)
        lines = list(items_of(self.briefing))
        shown = [item.text for section, item in lines if section not in unprinted]
        counts.update(s for s, item in lines if s in unprinted and not any(item.text in text for text in shown))
        said = (
            self.say("left_out_item", name=names[section], count=self.labels.number(counts[section]))
            for section in ("key_points", *_REFERENCE, "unnamed_sources")
            if counts[section] and (section == "unnamed_sources" or section in self.profile.sections)
        )
        return ", ".join(said)

    def say(self, key: str, **values: object) -> str:
        """Return a text of the labels with its places filled."""
        return self.labels.texts[key].format(**values)

    def title_language(self) -> str:
        """Return the language of the title: that of the source it is taken from, else the briefing's."""
        found = (source.language for source in self.briefing.sources if source.title == self.briefing.title)
        return next(found, self.labels.language)

    def picture(self, name: str) -> Markup:
        """Return the picture `name` with its alternative text and caption."""
        drawn = dict(self.pictures)[name]
        return Markup("![{}](figures/{}.svg)\n{}").format(
            as_markdown(drawn.alt), Markup(name), as_markdown(drawn.caption)
        )

    def list_words(self, words: Iterable[str]) -> str:
        """Return words as a list of the language (`Japan, Mongolia and Chile`)."""
        return str(format_list(list(words), locale=self.labels.locale))

    def before_after(self, change: Change) -> str:
        """Return what a changed line said before, or the two statuses of an option."""
        before, after = change.before or "", change.after
        statuses = self.labels.statuses
        if before in statuses and after is not None and after in statuses:
            return self.say("before_after", before=statuses[before], after=statuses[after])
        return self.say("before", words=before)

    def language(self, item: Item | Change) -> str:
        """Return the language of the source a line rests on; the briefing's own where it rests on none."""
        first = item.evidence[0].source if item.evidence else None
        return next((s.language for s in self.briefing.sources if s.id == first), self.labels.language)

    def lang(self, words: object, language: str) -> Markup:
        """Return words marked with their language where it is not the briefing's."""
        if language in ("und", "") or language.split("-")[0] == self.labels.language:
            return as_markdown(words)
        return Markup('<span lang="{}">{}</span>').format(
            Markup(re.sub(r"[^A-Za-z0-9-]", "", language)), as_markdown(words)
        )

    def words(self, item: Item | Change) -> Markup:
        """Return the words of a line, marked with their language."""
        return self.lang(item.text, self.language(item))

    def quoted(self, item: QuoteItem) -> Markup:
        """Return the sentence around a quotation with the quoted words strong."""
        return self.lang(strong_in(item.context or item.text, item.text), self.language(item))

    def kind(self, item: Item) -> Markup:
        """Return the label of a line's kind; a judgement is its writer's or that of an outside voice."""
        return tag(self.labels.kinds[printed_kind(item, self.briefing)])

    def status(self, option: Option) -> Markup:
        """Return the label of an option's status."""
        return tag(self.labels.statuses[option.status])

    def missing(self, option: Option) -> str:
        """Return what no source says of an option (`cost, timing`); empty where nothing is missing."""
        return ", ".join(self.labels.aspects.get(aspect, aspect) for aspect in option.not_in_sources)

    def shortlist(self, items: Sequence[Item], option: Option) -> tuple[Item, ...]:
        """Return as many arguments as the profile's length allows, all in a full briefing; none repeats the option."""
        most = {"brief": 1, "standard": 2, "full": None}[self.profile.length]
        return tuple(item for item in items if item.text != option.text)[:most]

    def own(self, sentence: str) -> str:
        """Return a sentence of the tool's own with its ISO dates in the language's form."""
        return _ISO.sub(lambda m: self.labels.date(m.group(0)), sentence)

    def refs(self, item: Item | Change) -> Markup:
        """Return the note marks of a line."""
        return Markup("").join(Markup("[^{}]").format(Markup(note)) for note in self.notebook.refer(item))

    def notes(self) -> tuple[PassageNote, ...]:
        """Return the notes referred to so far."""
        return self.notebook.notes()

    def source(self, ident: str) -> SourceEntry:
        """Return a source by its number."""
        return next(source for source in self.briefing.sources if source.id == ident)

    def holder(self, item: Item, known: bool = False) -> str:
        """Return whose line it is: the person (with role, unless `known`), unnamed source, actor, or the source."""
        if item.unnamed is not None:
            return self.say("unnamed", description=item.unnamed)
        if item.speaker is not None:
            beside = item.role or (self.labels.actor(item.actor) if item.actor else None)
            named = [item.speaker, None if known or beside == item.speaker else beside]
            return ", ".join(one_line(part) for part in named if part)
        return self.labels.actor(item.actor) if item.actor else self._publisher(item.evidence)

    def used_in(self, source: SourceEntry, sections: Iterable[str]) -> tuple[tuple[str, str, str], ...]:
        """Return the lines of `sections` that rest on a source: section name, its anchor, their numbers in it."""
        wanted = frozenset(sections)
        if wanted not in self.uses:
            self.uses[wanted] = by_source(self._numbered(wanted))
        return tuple(
            (self.labels.lines[section], section.replace("_", "-"), ranges(numbers))
            for section, numbers in self.uses[wanted].get(source.id, {}).items()
        )

    def _publisher(self, evidence: tuple[Evidence, ...]) -> str:
        source = next((s for e in evidence for s in self.briefing.sources if s.id == e.source), None)
        return "" if source is None else source.outlet or source.author or source.title or source.id

    def _numbered(self, sections: frozenset[str]) -> Mapping[str, tuple[Item, ...]]:
        made = self.briefing
        pairs = tuple(item for pair in made.disagreements for item in (pair.a, pair.b))
        lists: dict[str, tuple[Item, ...]] = {
            "bottom_line": tuple(i for i in (made.bottom_line, made.bottom_line_focus) if i),
            "key_points": made.key_points,
            "positions": made.positions,
            "options": made.options,
            "quotes": made.quotes,
            "timeline": made.timeline,
            "disagreements": pairs,
            "unnamed": made.unnamed_sources,
        }
        printed = {"bottom_line", *sections} | ({"unnamed"} if "quotes" in sections else set())
        return {name: items for name, items in lists.items() if name in printed}


def tag(words: str) -> Markup:
    """Return words as a label."""
    return Markup(code_span(one_line(words), in_table=True))


def link(words: object, target: str) -> Markup:
    """Return a link; only the words where the target is no anchor and no web or mail address."""
    shown = as_markdown(words)
    if target.startswith("#") or _ADDRESS.fullmatch(target):
        return Markup("[{}]({})").format(shown, Markup(target.translate(_UNSAFE).replace("&", "&amp;")))
    return shown


def anchor(name: str) -> Markup:
    """Return an invisible anchor, to stand first in its paragraph."""
    return Markup('<a id="{}"></a>').format(Markup(re.sub(r"[^\w-]", "-", name)))


def strong_in(sentence: str, words: str) -> Markup:
    """Return a sentence with the quoted words in it set strong; unchanged where they do not stand in it."""
    sentence, words = one_line(sentence), one_line(words)
    before, found, after = sentence.partition(words)
    if not found or before[-1:].isalnum() or after[:1].isalnum() or not (words[0].isalnum() and words[-1].isalnum()):
        return as_markdown(sentence)
    return Markup("{}**{}**{}").format(*(as_markdown(part) for part in (before, found, after)))


def ranges(numbers: Sequence[int]) -> str:
    """Return rising numbers with runs of three and more drawn together (`1–4, 6`)."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)


def make_view(
    briefing: Briefing, profile: Profile, labels: Labels, theme: Theme, pictures: tuple[tuple[str, Drawing], ...]
) -> View:
    """Make the view of a fresh rendering."""
    notebook = Notebook(passages=passages(briefing))
    return View(briefing=briefing, profile=profile, labels=labels, theme=theme, notebook=notebook, pictures=pictures)
