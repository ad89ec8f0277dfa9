"""The language of a text: by its script, by English function words, else by a kept library."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Any

from briefing.read.cues import word_list

WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 8_000
ENGLISH_SHARE = 0.28
NO_LANGUAGE = "zxx"
"""What the library calls figures and encoded data."""

SCRIPTS = (
    (re.compile(r"[\uac00-\ud7af\u1100-\u11ff]"), "ko"),
    (re.compile(r"[\u3040-\u30ff]"), "ja"),
    (re.compile(r"[\u0e00-\u0e7f]"), "th"),
    (re.compile(r"[\u0590-\u05ff]"), "he"),
    (re.compile(r"[\u0370-\u03ff]"), "el"),
    (re.compile(r"[\u10a0-\u10ff]"), "ka"),
    (re.compile(r"[\u0530-\u058f]"), "hy"),
)


def tell_language(text: str) -> str:
    """Return the BCP 47 tag of `text`, `und` where there is too little of it to tell."""
    sample = text[:SAMPLE]
    words = Counter(WORD.findall(sample.lower()))
    letters = sum(len(word) * count for word, count in words.items())
    if letters < 20:
        return "und"
    for script, tag in () if sample.isascii() else SCRIPTS:
        if len(script.findall(sample)) > 0.2 * letters:
            return tag
    share = sum(words[word] for word in word_list("english")) / max(1, words.total())
    if share >= ENGLISH_SHARE and words.total() >= 8:
        return "en"
    return _ask_library(sample)


@cache
def _classifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _ask_library(sample: str) -> str:
    """Ask a trained classifier over some hundred languages; slow to load, so only where the quick look says nothing."""
    tag, probability = _classifier().classify(sample)
    return str(tag) if probability > 0.8 and tag != NO_LANGUAGE else "und"
