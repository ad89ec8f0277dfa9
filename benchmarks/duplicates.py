"""Find copies among many synthetic articles and say how many were found, how many wrongly, and how long it took.

    python benchmarks/duplicates.py [--originals 2000] [--copies 9]

Every original gets copies as newsrooms make them: another date, another headline, a cut of the last paragraphs, two
sentences of their own, single words changed. Made from a fixed seed, so that every run measures the same.
"""

from __future__ import annotations

import argparse
import random
import time

from briefing.model.document import Block, Document, Metadata
from briefing.read import find_duplicates

CONSONANTS, VOWELS = "bcdfghjklmnprstvwxz", "aeiou"
SYLLABLES = [consonant + vowel for consonant in CONSONANTS for vowel in VOWELS]


def _vocabulary(source: random.Random, size: int) -> list[str]:
    return ["".join(source.choices(SYLLABLES, k=source.randint(2, 4))) for _ in range(size)]


def _sentence(source: random.Random, words: list[str]) -> str:
    return " ".join(source.choices(words, k=source.randint(9, 24))).capitalize() + "."


def _article(source: random.Random, words: list[str]) -> list[str]:
    return [_sentence(source, words) for _ in range(source.randint(12, 30))]


def _copy(source: random.Random, words: list[str], sentences: list[str]) -> list[str]:
    """Return a copy changed in one of the ways in which copies differ."""
    way = source.randrange(5)
    if way == 0:
        return [f"On day {source.randint(1, 30)} " + sentences[0], *sentences[1:]]
    if way == 1:
        return [_sentence(source, words), *sentences]
    if way == 2:
        return sentences[: max(8, len(sentences) * 2 // 3)]
    if way == 3:
        return [*sentences, _sentence(source, words), _sentence(source, words)]
    return [" ".join(w if source.random() > 0.03 else source.choice(words) for w in s.split()) for s in sentences]


def _document(name: str, sentences: list[str]) -> Document:
    text = " ".join(sentences)
    blocks = (Block(kind="paragraph", start=0, end=len(text)),)
    return Document(
        id=name, path=f"{name}.txt", sha256="", media_type="text/plain", text=text, blocks=blocks, metadata=Metadata()
    )


def variants(originals: int, copies: int) -> list[Document]:
    """Return `originals` articles with `copies` copies each, named `<original>-<copy>`, in mixed order."""
    source = random.Random(7)
    words = _vocabulary(source, 6000)
    documents = []
    for number in range(originals):
        article = _article(source, words)
        documents.append(_document(f"{number}-0", article))
        documents += [_document(f"{number}-{copy}", _copy(source, words, article)) for copy in range(1, copies + 1)]
    source.shuffle(documents)
    return documents


def grade(documents: list[Document], found: dict[str, str]) -> tuple[float, int]:
    """Return the share of families that came down to one used document, and the pairs joined wrongly."""
    families: dict[str, int] = {}
    for document in documents:
        family = document.id.split("-")[0]
        families[family] = families.get(family, 0) + (document.id not in found)
    wrong = sum(a.split("-")[0] != b.split("-")[0] for a, b in found.items())
    return sum(used == 1 for used in families.values()) / len(families), wrong


def main() -> None:
    """Print one line a size, each twice the last."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--originals", type=int, default=2000)
    parser.add_argument("--copies", type=int, default=9)
    options = parser.parse_args()
    size = max(1, options.originals // 4)
    while size <= options.originals:
        documents = variants(size, options.copies)
        start = time.perf_counter()
        found = find_duplicates(documents)
        seconds = time.perf_counter() - start
        whole, wrong = grade(documents, found)
        print(f"{len(documents):>7,} documents  {seconds:6.1f} s  families made one: {whole:.2%}  wrong pairs: {wrong}")
        size *= 2


if __name__ == "__main__":
    main()
