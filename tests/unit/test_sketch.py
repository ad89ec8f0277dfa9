"""What is known of a document's words: asked once, kept, and the same after keeping."""

from __future__ import annotations

import re
from dataclasses import dataclass

import msgspec

from briefing.model.sketch import MOST, Sketch

PORT = re.compile(r"\bports?\b")
TEXTS = ("The port of Norland is shut.", "Talks go on.")


@dataclass(frozen=True)
class Home:
    texts: tuple[str, ...]


def words(text: str) -> tuple[str, ...]:
    return tuple(text.lower().rstrip(".").split())


def begun(sketch: Sketch) -> Sketch:
    sketch.keys(Home(TEXTS), words)
    return sketch


def test_keys_are_found_once_and_kept() -> None:
    first = begun(Sketch())
    again = Sketch.unpacked(first.packed())
    assert again.keys(Home(TEXTS), lambda _: ("other",)) == [words(text) for text in TEXTS]
    assert first.grown
    assert not again.grown


def test_a_test_is_asked_once_a_line_over_all_runs() -> None:
    asked: list[str] = []

    def letters(text: str) -> int:
        asked.append(text)
        return len(text)

    sketch = begun(Sketch())
    assert [sketch.ask(n, Home(TEXTS), letters) for n, text in enumerate(TEXTS)] == [len(t) for t in TEXTS]
    again = begun(Sketch.unpacked(sketch.packed()))
    assert [again.ask(n, Home(TEXTS), letters) for n, text in enumerate(TEXTS)] == [len(t) for t in TEXTS]
    assert asked == list(TEXTS)
    assert not again.grown


def test_no_match_is_an_answer_too() -> None:
    sketch = begun(Sketch())
    assert [sketch.ask(n, Home(TEXTS), PORT) for n, text in enumerate(TEXTS)] == [1, 0]
    again = begun(Sketch.unpacked(sketch.packed()))
    assert [again.ask(n, Home(("port", "port")), PORT) for n in (0, 1)] == [1, 0]


def test_a_pattern_that_was_changed_is_asked_anew() -> None:
    sketch = begun(Sketch())
    sketch.ask(1, Home(TEXTS), PORT)
    again = begun(Sketch.unpacked(sketch.packed()))
    assert again.ask(1, Home(TEXTS), re.compile(r"\btalks?\b", re.IGNORECASE)) == 1


def test_answers_for_another_number_of_lines_count_for_nothing() -> None:
    sketch = Sketch()
    sketch.keys(Home(TEXTS[:1]), words)
    sketch.ask(0, Home(TEXTS), PORT)
    longer = begun(Sketch((b"", b"", None, msgspec.msgpack.decode(sketch.packed())[3], None)))
    assert longer.ask(0, Home(("Talks go on.", "")), PORT) == 0


def test_a_count_too_large_for_its_place_is_counted_each_time() -> None:
    def many(_: str) -> int:
        return MOST + 1

    sketch = begun(Sketch())
    assert sketch.ask(0, Home(TEXTS), many) == MOST + 1
    assert sketch.ask(0, Home(TEXTS), many) == MOST + 1
