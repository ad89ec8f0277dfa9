"""Settings: footnotes, languages, hyphenation, and no compatibility mode."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

from briefing.model.blocks import PagesMeta
from briefing.model.lines import digest
from briefing.model.theme import Theme
from briefing.write.docx.languages import language_element
from briefing.write.docx.notes import SEPARATORS
from briefing.write.docx.xml import Element, insert_ordered, node, qualified, value

_ORDER = tuple(f"w:{name}" for name in files(__package__).joinpath("settings.txt").read_text().split())
"""The sequence in which the schema wants the settings; Word repairs a file that keeps another."""
_LONGEST_VARIABLE = 60_000
_MICROSOFT = "http://schemas.microsoft.com/office/word"


def complete_settings(settings: Element, theme: Theme, *, language: str, east_asian: str) -> None:
    """Set what a briefing needs in `settings`, each in its place; what a base document says beyond that stays."""
    for child in settings.findall(qualified("w:updateFields")):
        settings.remove(child)
    for child in (
        _compatibility(),
        language_element(language, name="w:themeFontLang", east_asian=east_asian),
    ):
        insert_ordered(settings, child, _ORDER)
    for child in (
        node("w:zoom", {"w:percent": "100"}),
        value("w:defaultTabStop", "720"),
        *([node("w:autoHyphenation"), node("w:doNotHyphenateCaps")] if theme.hyphenate else []),
        value("w:characterSpacingControl", "doNotCompress"),
    ):
        if settings.find(child.tag) is None:
            insert_ordered(settings, child, _ORDER)


def declare_notes(settings: Element) -> None:
    """Name the two reserved notes, which must be in the part of the footnotes."""
    reserved = [node("w:footnote", {"w:id": number}) for _, number in SEPARATORS]
    insert_ordered(settings, node("w:footnotePr", None, *reserved), _ORDER)


def keep_record(settings: Element, meta: PagesMeta, *, beside: Sequence[tuple[str, str]] = ()) -> None:
    """Keep what a later check of the file needs as document variables, which print nothing.

    `beside` is what stands beside the printed lines: a name and words.
    """
    heads = [f"{name}:{digest(words)}" for name, words in beside] if meta.lines else []
    kept = {
        "briefing-lines": (*meta.lines, *heads),
        "briefing-evidence": meta.evidence,
        "briefing-sources": tuple(f"{source}:{sha256}" for source, sha256 in meta.sources),
    }
    variables = [
        node("w:docVar", {"w:name": f"{name}.{part}" if part else name, "w:val": " ".join(words)})
        for name, all_words in kept.items()
        for part, words in enumerate(_parts(all_words))
    ]
    if variables:
        insert_ordered(settings, node("w:docVars", None, *variables), _ORDER)


def _parts(words: Sequence[str]) -> list[Sequence[str]]:
    """Divide `words` so that no variable grows beyond what Word reads."""
    longest = max(map(len, words), default=0) + 1
    size = max(_LONGEST_VARIABLE // longest, 1)
    return [words[start : start + size] for start in range(0, len(words), size)]


def _compatibility() -> Element:
    """Ask for the layout of Word 2013 and later; without it Word works in compatibility mode."""
    wanted = {
        "compatibilityMode": "15",
        "overrideTableStyleFontSizeAndJustification": "1",
        "enableOpenTypeFeatures": "1",
        "doNotFlipMirrorIndents": "1",
        "differentiateMultirowTableHeaders": "1",
    }
    return node(
        "w:compat",
        None,
        *(
            node("w:compatSetting", {"w:name": name, "w:uri": _MICROSOFT, "w:val": number})
            for name, number in wanted.items()
        ),
    )
