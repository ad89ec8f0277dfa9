"""Make many documents out of real ones: paragraphs drawn from several, with other figures, so that none is a copy."""

from __future__ import annotations

import random
import re
from functools import lru_cache
from pathlib import Path


def real_texts(corpora: Path) -> list[str]:
    """Return the plain texts of the corpora: news clusters, state media, speeches."""
    files = [p for folder in ("clusters", "kcna", "unga2024") for p in sorted((corpora / folder).rglob("*.txt"))]
    texts = [p.read_text(encoding="utf-8", errors="replace") for p in files if p.name != "README.txt"]
    return [t for t in texts if len(t.split()) > 120]


def write_documents(corpora: Path, folder: Path, count: int, *, seed: int = 7) -> None:
    """Write `count` documents of some 300 to 900 words into `folder`: the real ones first, then variants."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = real_texts(corpora)
    chance = random.Random(seed)
    for number in range(count):
        text = texts[number] if number < len(texts) else variant(texts, chance)
        (folder / f"{number:06}.txt").write_text(_shortened(text), encoding="utf-8")


def variant(texts: list[str], chance: random.Random) -> str:
    """Return a paragraph each of several texts, with other figures."""
    several = chance.sample(texts, min(len(texts), chance.randint(8, 16)))
    drawn = [chance.choice(found) for text in several if (found := paragraphs(text))]
    title = " ".join(chance.sample(drawn[0].split(), min(8, len(drawn[0].split()))))
    body = "\n\n".join(drawn)
    return f"{title}\n\n" + re.sub(r"\b\d{1,3}\b", lambda _: str(chance.randint(1, 28)), body)


@lru_cache(maxsize=10_000)
def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of some length, but none so long that a variant would hold little else."""
    return [p for p in re.split(r"\n\s*\n|(?<=[.!?”\"])\n", text) if 8 < len(p.split()) < 160]


def _shortened(text: str, words: int = 900) -> str:
    """Cut a text after the paragraph in which it reaches `words`."""
    kept, count = [], 0
    for paragraph in re.split(r"(\n\s*\n)", text):
        kept.append(paragraph)
        count += len(paragraph.split())
        if count >= words:
            break
    return "".join(kept)
