"""One act of saying or thinking in a sentence, with its source."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.analyse.actors.lexicon import Grade
from briefing.analyse.speech.sources import Source
from briefing.analyse.text.nounphrases import Rows
from briefing.model.attribution import Extent, Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One act of saying or thinking in a sentence."""

    sentence: int
    cue: Rows
    word: str
    """The cue; of all phrases it is `according to`."""
    grade: Grade
    source: Source
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
    shared: bool = False
    """Others say the same (`confirmed what Lima has been saying`)."""
    told: str = ""
    """The phrase of a view in the text's words (`in … view`)."""
    within: str | None = None
    """The source of an inner report that this one passes on."""
