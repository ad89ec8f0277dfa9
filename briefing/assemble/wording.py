"""Every sentence that the tool itself says in a briefing, in English and Korean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from briefing.model.names import with_article

Tongue = Literal["en", "ko"]

GENRES: Mapping[Tongue, Mapping[str, str]] = {
    "en": {
        "news": "news report",
        "analysis": "analysis",
        "commentary": "commentary",
        "official_statement": "official statement",
        "speech": "speech",
        "report": "report",
        "state_media": "state media",
        "unknown": "kind not clear",
    },
    "ko": {
        "news": "기사",
        "analysis": "분석",
        "commentary": "논평",
        "official_statement": "공식 성명",
        "speech": "연설",
        "report": "보고서",
        "state_media": "관영 매체",
        "unknown": "유형 불분명",
    },
}
MESSAGES: Mapping[Tongue, Mapping[str, str]] = {
    "en": {
        "by_author": "{name} (author)",
        "by_writer": "the author",
        "writer_of": "the author of {source}",
        "opposed": "{a} and {b} take opposite stands",
        "open": "{a}: undecided in one source, decided in another",
        "denied": "{a} and {b}: one denies or undercuts the other",
        "rejected": "{a} reports a view and rejects it",
        "figures": "Figures differ",
        "blamed": "{a} and {b} blame each other",
        "by": "by {name}",
        "dated": "dated {date}",
        "date_inferred": "date inferred: {date}",
        "undated": "undated",
        "quoted": "quotes {names}",
        "nobody": "quotes nobody",
        "nameless": "quotes nobody by name",
        "unnamed": "{count} of {total} attributed statements unnamed",
        "copy": "copy of {source}",
        "other_language": "not analysed: language {language}",
        "not_used": "listed, not used",
        "and_more": "{names} and {count} more",
        "gap_single": "Everything rests on one source ({genre}).",
        "gap_genre": "No news report or official text among the sources: all are {genres}.",
        "gap_undated_source": "No publication date: {sources}.",
        "gap_inferred": "Publication date inferred, not stated: {sources}.",
        "gap_silent": "No statement quoted from: {names}.",
        "gap_focus": "No statement of {name} is quoted in the sources.",
        "gap_no_options": "The sources name no choice of {name}.",
        "gap_unnamed": "Figures and claims of unnamed sources: {count}.",
        "gap_undated": "Statements without a date: {count} of the {total} positions found.",
        "gap_copies": "Copies of another source, counted once: {sources}.",
        "gap_dropped": "Listed but not used (profile): {sources}.",
        "gap_language": "In a language that is not analysed: {sources}.",
        "gap_failed": "Could not be read: {where}.",
        "gap_old": "Older than the rest by a month or more: {sources}.",
        "gap_single_points": "Resting on a single source: {count} of the {total} key points found.",
        "base_none": "No source could be used.",
        "base_one": "One source: {genre}{author}{date}.",
        "base_many": "{count} sources, {independent} of them independent ({genres}){span}.",
        "base_voices": "Quoted by name: {names}.",
        "base_unnamed": "{count} statements come from unnamed sources.",
        "base_unnamed_one": "One statement comes from an unnamed source.",
        "base_opinion": "It rests on opinion pieces only: what is not attributed is the author's judgement.",
        "author": " by {name}",
        "base_date": ", {date}",
        "base_span": ", {first} to {last}",
        "band": "{word}: {band} on the {scale} scale; the author did not use the scale.",
        "no_band": "{word}: not on the {scale} scale.",
    },
    "ko": {
        "by_author": "{name} (필자)",
        "by_writer": "필자",
        "writer_of": "{source}의 필자",
        "opposed": "{a}와(과) {b}의 입장이 상반됨",
        "open": "{a}: 한 출처에서는 미정, 다른 출처에서는 결정됨",
        "denied": "{a}와(과) {b}: 한쪽이 다른 쪽을 부인하거나 약화함",
        "rejected": "{a}: 한 견해를 전하고 반박함",
        "figures": "수치가 서로 다름",
        "blamed": "{a}와(과) {b}가 서로를 탓함",
        "by": "{name} 작성",
        "dated": "{date}자",
        "date_inferred": "추정 일자: {date}",
        "undated": "날짜 없음",
        "quoted": "인용: {names}",
        "nobody": "인용 없음",
        "nameless": "실명 인용 없음",
        "unnamed": "출처 표시 발언 {total}건 중 {count}건 익명",
        "copy": "{source}의 사본",
        "other_language": "분석하지 않음: 언어 {language}",
        "not_used": "목록에만 있고 사용하지 않음",
        "and_more": "{names} 외 {count}",
        "gap_single": "모든 내용이 단일 출처({genre})에 근거함.",
        "gap_genre": "출처에 기사나 공식 문서가 없음: 모두 {genres}.",
        "gap_undated_source": "발행일 없음: {sources}.",
        "gap_inferred": "발행일이 명시되지 않아 추정함: {sources}.",
        "gap_silent": "발언이 인용되지 않은 행위자: {names}.",
        "gap_focus": "출처에 {name}의 발언이 인용되지 않음.",
        "gap_no_options": "출처에 {name}의 선택지가 없음.",
        "gap_unnamed": "익명 출처의 수치와 주장: {count}건.",
        "gap_undated": "날짜 없는 입장: {total}건 중 {count}건.",
        "gap_copies": "다른 출처의 사본으로 한 번만 계산함: {sources}.",
        "gap_dropped": "목록에만 있고 사용하지 않음(설정): {sources}.",
        "gap_language": "분석하지 않는 언어: {sources}.",
        "gap_failed": "읽을 수 없음: {where}.",
        "gap_old": "나머지보다 한 달 이상 오래됨: {sources}.",
        "gap_single_points": "단일 출처에 근거한 핵심 사항: {total}건 중 {count}건.",
        "base_none": "사용할 수 있는 출처가 없음.",
        "base_one": "출처 1건: {genre}{author}{date}.",
        "base_many": "출처 {count}건, 그중 독립 출처 {independent}건({genres}){span}.",
        "base_voices": "실명 인용: {names}.",
        "base_unnamed": "익명 출처의 발언 {count}건.",
        "base_unnamed_one": "익명 출처의 발언 1건.",
        "base_opinion": "의견 기사에만 근거함: 출처가 표시되지 않은 내용은 필자의 판단임.",
        "author": ", {name}",
        "base_date": ", {date}",
        "base_span": ", {first}~{last}",
        "band": "{word}: {scale} 척도로 {band}; 필자가 이 척도를 사용한 것은 아님.",
        "no_band": "{word}: {scale} 척도에 없음.",
    },
}


@dataclass(frozen=True, slots=True)
class Wording:
    """The tool's own sentences in one language."""

    tongue: Tongue

    def say(self, message: str, **values: object) -> str:
        """Return `message` with its values filled in."""
        return MESSAGES[self.tongue][message].format(**values)

    def count(self, message: str, count: int) -> str:
        """Return `message` with its number, in the singular for one."""
        return self.say(f"{message}_one" if count == 1 else message, count=count)

    def name(self, name: str) -> str:
        """Return the name of an actor as it stands inside a sentence: `the United States`."""
        return with_article(name) if self.tongue == "en" else name

    def genre(self, genre: str) -> str:
        """Return the name of a genre."""
        return GENRES[self.tongue][genre]

    @property
    def by_writer(self) -> str:
        """Return the words for a writer without a name."""
        return self.say("by_writer")

    def by_author(self, name: str | None) -> str:
        """Return the words for a choice that the writer raises."""
        return self.say("by_author", name=name) if name else self.by_writer

    def writer_of(self, source: str) -> str:
        """Return the words for the writer of a source."""
        return self.say("writer_of", source=source)

    def disagreement(self, reason: str, a: str, b: str) -> str:
        """Say what two claims are at odds about."""
        return self.say("rejected" if reason == "denied" and a == b else reason, a=a, b=b)

    def some(self, names: Sequence[str], most: int = 6) -> str:
        """Return `names` in a row, the rest counted."""
        if len(names) <= most:
            return ", ".join(names)
        return self.say("and_more", names=", ".join(names[:most]), count=len(names) - most)
