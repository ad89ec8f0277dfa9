"""Who says what in Korean sentences: the noun before the topic particle, and the verb at the end."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from briefing.analyse.actors.lexicon import read_data
from briefing.analyse.scene import Scene
from briefing.analyse.speech.sources import NOBODY, Source
from briefing.model.attribution import Extent
from briefing.model.findings import Holder

_HANGUL = re.compile(r"[가-힣]")
_SOURCE = re.compile(r"(?P<source>[가-힣A-Za-z·\s]{2,40}?)(?:은|는|이|가)(?=[\s“\"‘])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A source, the extent of the verb and what is said."""

    source: Source
    cue: Extent
    content: tuple[Extent, ...]


def is_korean(text: str) -> bool:
    """Return whether a sentence is written in Hangul for the most part."""
    letters = sum(c.isalpha() for c in text)
    return letters > 0 and len(_HANGUL.findall(text)) * 2 > letters


@cache
def _verb() -> re.Pattern[str]:
    stems = "|".join(read_data("korean")["verbs"])
    return re.compile(rf"(?:{stems})[가-힣]*")


def find_telling(scene: Scene, start: int, end: int) -> Telling | None:
    """Return who tells what in the Korean sentence at `start:end`; None when no verb of saying closes it."""
    text = scene.document.text
    verbs = [m for m in _verb().finditer(text, start, end) if not _quoted(scene, m.start())]
    named = next((m for m in _SOURCE.finditer(text, start, end) if not _quoted(scene, m.start())), None)
    if not verbs or named is None or named.end() >= verbs[-1].start():
        return None
    cue = verbs[-1].span()
    marked = [(m.left, m.right) for m in scene.marked if m.depth == 0 and start <= m.left and m.right <= end]
    content = tuple(marked) or ((named.end(), cue[0]),)
    return Telling(source=_source(scene, named.group("source").strip()), cue=cue, content=content)


def _quoted(scene: Scene, offset: int) -> bool:
    return any(m.left <= offset < m.right for m in scene.marked)


def _source(scene: Scene, phrase: str) -> Source:
    """Split a phrase into state, name and office (`미국 국무부 밀러 대변인`)."""
    lists = read_data("korean")
    owner = _owner(scene, phrase)
    if phrase.endswith(tuple(lists["unnamed"])):
        return Source(holder=replace(owner, description=phrase), kind="group")
    for office in sorted([*lists["offices"], *lists["outside"]], key=len, reverse=True):
        if phrase.endswith(office):
            name = phrase.removesuffix(office).split()
            known = bool(name) and name[-1] not in scene.lexicon.korean and not _institution(name[-1])
            speaker = name[-1] if known else phrase
            role = " ".join([*name[:-1], office]) if known else office
            holder = replace(owner if owner.actor else _home(scene), speaker=speaker, role=role)
            outside = office in lists["outside"]
            return Source(holder=replace(holder, actor=None, actor_name=None) if outside else holder, kind="person")
    if owner.actor:
        return Source(holder=replace(owner, speaker=None if phrase in scene.lexicon.korean else phrase), kind="body")
    return Source(holder=replace(NOBODY, speaker=phrase), kind="person")


def _institution(word: str) -> bool:
    """`국무부`, `통일원`: a ministry or office, no family and given name."""
    return len(word) > 2 and word[-1] in "부원청처실국당군회"


def _home(scene: Scene) -> Holder:
    """In a Korean text an office without a state is one of the South, unless the North issues the text."""
    if scene.document.metadata.genre == "state_media":
        return NOBODY
    return replace(NOBODY, actor="KR", actor_name=scene.lexicon.actors["KR"].name)


def _owner(scene: Scene, phrase: str) -> Holder:
    """The state that the phrase names, or that of a ministry of the South."""
    found = next((code for word, code in scene.lexicon.korean.items() if word in phrase), None)
    if found is None and any(word in phrase for word in read_data("korean")["national"]):
        found = "KR"
    return NOBODY if found is None else replace(NOBODY, actor=found, actor_name=scene.lexicon.actors[found].name)
