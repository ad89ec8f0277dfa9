"""Inlines to runs: words, weight, labels, links, note marks, languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from briefing.errors import ExportError
from briefing.model.blocks import Emphasis, Inline, Label, LineBreak, Link, NoteMark, Strong, Text
from briefing.model.characters import legible
from briefing.write.docx.bookmarks import Bookmarks, note_anchor
from briefing.write.docx.fields import field as field_runs
from briefing.write.docx.languages import is_right_to_left, language_element
from briefing.write.docx.links import Links, safe_address
from briefing.write.docx.xml import Element, node, value, written

NOTE_MARK = "FootnoteReference"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What the inlines around a word say of it."""

    strong: bool = False
    emphasis: bool = False
    linked: bool = False


@dataclass(slots=True, kw_only=True)
class Inliner:
    """Writes the inlines of one story, the body or the notes.

    `cited` grows with each footnote set; it gives the number Word will count, which is by first citation.
    """

    links: Links
    bookmarks: Bookmarks
    footnotes: dict[str, int]
    in_notes: bool = False
    cited: dict[str, int] = field(default_factory=dict)

    def runs(self, children: Sequence[Inline], voice: Voice = Voice()) -> list[Element]:
        """Write `children` one after the other."""
        made: list[Element] = []
        before: Inline | None = None
        for child in children:
            if isinstance(child, NoteMark) and isinstance(before, NoteMark):
                made.append(_raised(written(", ")))
            made.extend(self._runs_of(child, voice))
            before = child
        return made

    def _runs_of(self, child: Inline, voice: Voice) -> list[Element]:
        match child:
            case Text(text=text, lang=lang):
                return _text_run(text, voice, lang)
            case Strong(children=inner):
                return self.runs(inner, replace(voice, strong=True))
            case Emphasis(children=inner):
                return self.runs(inner, replace(voice, emphasis=True))
            case Label(text=text):
                return [_run(written(f"\N{NO-BREAK SPACE}{text}\N{NO-BREAK SPACE}"), _styled("Label"))]
            case Link():
                return self._link(child, voice)
            case NoteMark():
                return self._note_mark(child)
            case LineBreak():
                return [_run(node("w:br"))]

    def _link(self, link: Link, voice: Voice) -> list[Element]:
        """Write a link within the document or to an allowed address; the words of any other link stand alone."""
        place = self._destination(link.target)
        if place is None or voice.linked:
            return self.runs(link.children, voice)
        inner = self.runs(link.children, replace(voice, linked=True))
        return [node("w:hyperlink", {**place, "w:history": "1"}, *inner)]

    def _destination(self, target: str) -> dict[str, str] | None:
        if target.startswith("#"):
            name = self.bookmarks.name(target[1:])
            if name is None:
                raise ExportError(f"a link leads to {target}, which nothing in the briefing bears")
            return {"w:anchor": name}
        address = safe_address(target)
        return None if address is None else {"r:id": self.links.relation(address)}

    def _note_mark(self, mark: NoteMark) -> list[Element]:
        """Set the footnote where it is cited first and refer to it from then on, so that all marks bear one number."""
        number = self.footnotes.get(mark.note)
        if number is None:
            raise ExportError(f"the text cites note {mark.note}, which does not exist")
        if self.in_notes or mark.note in self.cited:
            return self._note_reference(mark)
        self.cited[mark.note] = len(self.cited) + 1
        anchor = _run(node("w:footnoteReference", {"w:id": str(number)}), _styled(NOTE_MARK))
        return self.bookmarks.around(note_anchor(mark.note), [anchor])

    def _note_reference(self, mark: NoteMark) -> list[Element]:
        name = self.bookmarks.name(note_anchor(mark.note))
        if name is None:
            raise ExportError(f"note {mark.number} is cited in a note only")
        return field_runs(rf"NOTEREF {name} \f \h", str(self.cited.get(mark.note, mark.number)), dress=_raised)


def _text_run(text: str, voice: Voice, lang: str | None) -> list[Element]:
    if not legible(text):
        return []
    return [_run(written(text), _voice_properties(voice, lang))]


def _voice_properties(voice: Voice, lang: str | None) -> list[Element]:
    """Name one character style; a second trait is set beside it, for a run has room for one style only."""
    made: list[Element] = []
    style = "Hyperlink" if voice.linked else "Strong" if voice.strong else "Emphasis" if voice.emphasis else None
    if style:
        made.append(value("w:rStyle", style))
    if voice.strong and style != "Strong":
        made.extend((node("w:b"), node("w:bCs")))
    if voice.emphasis and style != "Emphasis":
        made.extend((node("w:i"), node("w:iCs")))
    if lang:
        made.extend([node("w:rtl")] if is_right_to_left(lang) else [])
        made.append(language_element(lang))
    return made


def _styled(style: str) -> list[Element]:
    return [value("w:rStyle", style)]


def _raised(content: Element) -> Element:
    """Make a run that belongs to note marks, raised whatever their style: so a reader can tell it from the words."""
    return _run(content, [*_styled(NOTE_MARK), value("w:vertAlign", "superscript")])


def _run(content: Element, properties: Sequence[Element] = ()) -> Element:
    made = node("w:r")
    if properties:
        made.append(node("w:rPr", None, *properties))
    made.append(content)
    return made
