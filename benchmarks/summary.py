"""Compare the key points with extractive summarisers on the same sentences.

    python benchmarks/summary.py GOLD CORPORA [--articles N]

GOLD is a folder of gold briefings, CORPORA the folder that holds `bbc_summary/valid.csv`. The rivals need
`pip install sumy` (no data to download: sentences and words are this project's). Of a gold case each system takes as
many sentences as the briefing prints key points, of a news article five; measured are the share of must-have points
found and the share of taken sentences that the gold or the reference summary holds.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from briefing.analyse import Lexicon, analyse, load_lexicon
from briefing.assemble.compose import points_for
from briefing.assemble.matter import Line, Matter, gather
from briefing.assemble.points import choose
from briefing.assemble.words import WORD, fold
from briefing.model.document import Document
from briefing.profile import Profile
from briefing.read import find_duplicates, read_bytes, read_sources
from briefing.read.limits import Limits

Pick = Callable[[Matter, int], list[Line]]
OF_ARTICLE = 5
SENTENCE_START = re.compile(r"(?:^|(?<=[.!?] )|(?<=[.!?][\"']\s)|(?<=\n))[\"']?[a-z]", re.MULTILINE)


def main() -> None:
    """Print one line a system: gold recall, gold precision, share of the reference summaries."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--articles", type=int, default=445)
    arguments = parser.parse_args()
    lexicon = load_lexicon()
    cases = [(case, matter_of_case(case, lexicon)) for case in sorted(arguments.gold.iterdir()) if case.is_dir()]
    articles = read_articles(arguments.corpora / "bbc_summary" / "valid.csv", arguments.articles, lexicon)
    print(f"{'':12} gold: points found, taken right   articles: taken right ({len(articles)})")
    for name, pick in systems().items():
        found = [on_gold(case, matter, pick) for case, matter in cases]
        right = [on_article(matter, summary, pick) for matter, summary in articles]
        recall, precision = (sum(f[n] for f in found) / len(found) for n in (0, 1))
        print(f"{name:12} {recall:19.3f} {precision:13.3f} {sum(right) / len(right):22.3f}")


def matter_of_case(case: Path, lexicon: Lexicon) -> Matter:
    """Read and analyse the documents of a gold case, for South Korea."""
    documents = read_sources([case / "docs"]).documents
    return gather(documents, [analyse(d, lexicon) for d in documents], Profile(), find_duplicates(documents))


def read_articles(path: Path, most: int, lexicon: Lexicon) -> list[tuple[Matter, str]]:
    """Return each article as material without a focus, with its levelled reference summary."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))[:most]
    return [(matter_of_text(row["document"], lexicon), fold(row["summary"])) for row in rows]


def matter_of_text(text: str, lexicon: Lexicon) -> Matter:
    """Read and analyse one article; the corpus is in lower case, so sentences get their capitals back first."""
    written = SENTENCE_START.sub(lambda found: found.group().upper(), text)
    documents: tuple[Document, ...] = read_bytes("article.txt", written.encode(), limits=Limits())
    return gather(documents, [analyse(d, lexicon) for d in documents], Profile(focus=None), {})


def on_gold(case: Path, matter: Matter, pick: Pick) -> tuple[float, float]:
    """Return the share of must-have points found and of taken sentences that are a point's."""
    points = json.loads((case / "gold.json").read_text(encoding="utf-8"))["key_points"]
    taken = pick(matter, points_for(len(matter.sources), len(matter.sentences)))
    places = [(matter.of(line).document.path.rsplit("/")[-1], *line.extent) for line in taken]

    def holds(point: dict[str, list[dict[str, object]]], place: tuple[str, int, int]) -> bool:
        return any(covers(place, evidence) for evidence in point["evidence"])

    must = [p for p in points if p["priority"] == "must"]
    found = sum(any(holds(p, place) for place in places) for p in must)
    right = sum(any(holds(p, place) for p in points) for place in places)
    return found / len(must), right / max(1, len(places))


def covers(place: tuple[str, int, int], evidence: dict[str, object]) -> bool:
    """Tell whether a sentence and a gold sentence share most of the shorter."""
    document, start, end = place
    low, high = int(str(evidence["start"])), int(str(evidence["end"]))
    shared = min(end, high) - max(start, low)
    return document == evidence["doc"] and shared >= 0.6 * min(end - start, high - low)


def on_article(matter: Matter, summary: str, pick: Pick) -> float:
    """Return the share of taken sentences that the reference summary holds."""
    taken = pick(matter, OF_ARTICLE)
    return sum(fold(line.text) in summary for line in taken) / max(1, len(taken))


def systems() -> dict[str, Pick]:
    """Return the systems by name; the rivals only where they are installed."""
    own: dict[str, Pick] = {"key points": key_points, "first": lambda matter, count: list(matter.sentences[:count])}
    try:
        from sumy.summarizers.lex_rank import LexRankSummarizer
        from sumy.summarizers.lsa import LsaSummarizer
        from sumy.summarizers.text_rank import TextRankSummarizer
        from sumy.utils import get_stop_words
    except ImportError:
        return own
    rivals = {"LexRank": LexRankSummarizer(), "TextRank": TextRankSummarizer(), "LSA": LsaSummarizer()}
    for rival in rivals.values():
        rival.stop_words = get_stop_words("english")
    return own | {name: rival_pick(rival) for name, rival in rivals.items()}


def key_points(matter: Matter, count: int) -> list[Line]:
    """Take the key points."""
    return [point.lines[0] for point in choose(matter, count)]


def rival_pick(rival: Callable[..., Sequence[object]]) -> Pick:
    """Let a summariser of sumy pick among the same sentences, split into the same words."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    class Words:
        def to_words(self, text: str) -> tuple[str, ...]:
            return tuple(WORD.findall(text))

    def pick(matter: Matter, count: int) -> list[Line]:
        sentences = [Sentence(line.text, Words()) for line in matter.sentences]
        chosen = {id(s) for s in rival(ObjectDocumentModel([Paragraph(sentences)]), count)}
        return [line for line, s in zip(matter.sentences, sentences, strict=True) if id(s) in chosen]

    return pick


if __name__ == "__main__":
    main()
