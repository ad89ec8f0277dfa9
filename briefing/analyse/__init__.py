"""The analysis of one document: who says what, when and of what kind."""

from __future__ import annotations

from briefing.analyse.across import settle
from briefing.analyse.analysis import VERSION, analyse
from briefing.analyse.lexicon import Lexicon, load_lexicon

__all__ = ["VERSION", "Lexicon", "analyse", "load_lexicon", "settle"]
