"""How well and how fast attributions are found: `python benchmarks/attribution.py CORPUS`.

CORPUS holds the folders train and dev, each with text/*.txt and attributions/*.ann. Printed are the
exact figures of each part, the linked ones, words a second on two cores, words a second of processor
time (which other programs hardly touch; loading and scoring included) and the peak of memory;
beside them those of a rule of cue words and of textacy, and with `--baseline` of a CRF over
hand-made features (needs python-crfsuite, trains for some minutes).
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.attribution_peers import peers
from briefing.analyse.attribution import find_attributions
from briefing.model.attribution import Attribution
from training.corpus import Example, read_split
from training.measure import figures

CORES = 2
Figures = dict[str, dict[str, float]]


def main() -> None:
    """Measure the engine, and the baseline where it is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--baseline", action="store_true")
    parser.add_argument("--documents", type=int, help="only so many of them")
    options = parser.parse_args()
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])
    dev = read_split(options.corpus / "dev")[: options.documents]
    print(f"{len(dev)} documents")
    worked = time.process_time()
    report("engine", *measure(dev, find_attributions))
    worked = time.process_time() - worked
    print(f"{'words/cpu s':12} {sum(len(example.words.texts) for example in dev) / worked:.0f}")
    print(f"{'peak memory':12} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
    for name, find in peers().items():
        report(name, *measure(dev, find))
    if options.baseline:
        from benchmarks.crf import Baseline

        baseline = Baseline(read_split(options.corpus / "train"))
        report("crf", *baseline.measure(dev))


def measure(dev: list[Example], find: Callable[..., Sequence[Attribution]]) -> tuple[Figures, float]:
    """Figures over all documents and words a second, the loading of the model left out."""
    find(dev[0].text, dev[0].paragraphs)
    begun = time.perf_counter()
    found = [find(example.text, example.paragraphs) for example in dev]
    seconds = time.perf_counter() - begun
    return figures(dev, found), sum(len(example.words.texts) for example in dev) / seconds


def report(name: str, result: Figures, speed: float) -> None:
    """Print one system's lines."""
    print(f"{name:12} {'precision':>9} {'recall':>9} {'f1':>9}")
    for kind, rates in result.items():
        print(f"{kind:12} " + " ".join(f"{rates[key]:9.1f}" for key in ("precision", "recall", "f1")))
    print(f"{'words/s':12} {speed:.0f}")


if __name__ == "__main__":
    main()
