"""The analysis of one document: who says what, when and of what kind."""

from __future__ import annotations

from briefing.analyse.across import settle
from briefing.analyse.actors.lexicon import Lexicon, load_lexicon
from briefing.analyse.analysis import VERSION, analyse

__all__ = ["VERSION", "Lexicon", "analyse", "load_lexicon", "settle"]
