"""The trained model: loaded once, when first asked for, and run one segment at a time.

A run has one segment and one thread, so that nothing beside the segment's own words (the batch it
comes in, the number of threads) can change a result; several segments run side by side.
"""

from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from briefing.analyse.attribution.decode import Chain, Floats, best_tags
from briefing.analyse.attribution.linking import Linker, Vectors, read_linker, read_vectors
from briefing.analyse.attribution.rows import Rows, Speller, pack, pieces_of, segments, speller
from briefing.analyse.attribution.words import Words

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

WEIGHTS = Path(__file__).parent / "weights"
_SLOW_FUSION = "SkipLayerNormFusion"
"""The fused operator takes seven times as long as the two it replaces."""

_GRIDS = ("piece", "part", "position", "shape", "mark", "place")


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """All that was learned, and the threads it runs on."""

    session: InferenceSession
    spell: Speller
    chain: Chain
    linker: Linker
    threads: ThreadPoolExecutor


@lru_cache(maxsize=1)
def shipped_model() -> Model:
    """The model that comes with the package, on as many threads as there are processors."""
    return load_model(WEIGHTS, os.cpu_count() or 1)


def load_model(folder: Path, threads: int) -> Model:
    """The model in `folder`: attribution.onnx, tokenizer.json and linker.json."""
    from onnxruntime import InferenceSession, SessionOptions
    from tokenizers import Tokenizer

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    learned = json.loads((folder / "linker.json").read_text(encoding="utf-8"))
    chain = {key: np.array(learned[key], dtype=np.float32) for key in ("inside", "across")}
    session = InferenceSession(
        str(folder / "attribution.onnx"),
        options,
        providers=["CPUExecutionProvider"],
        disabled_optimizers=[_SLOW_FUSION],
    )
    return Model(
        session=session,
        spell=speller(Tokenizer.from_file(str(folder / "tokenizer.json"))),
        chain=Chain(**chain),
        linker=read_linker(learned),
        threads=ThreadPoolExecutor(max_workers=threads),
    )


def read_tags(model: Model, words: Words) -> tuple[list[int], Vectors]:
    """The tag of every word and what the network says for linking; at least one word is needed."""
    pieces = pieces_of(model.spell, words.texts)
    ranges = segments(words, pieces)
    rows = [pack(words, pieces, begin, end, model.spell) for begin, end in ranges]
    columns = list(model.threads.map(lambda segment: _run(model.session, segment), rows))
    tags = len(model.chain.inside)
    best = best_tags([c[:, :tags] for c in columns], [row.boundary for row in rows], model.chain)
    return [tag for path in best for tag in path], read_vectors(np.concatenate(columns)[:, tags:])


def _run(session: InferenceSession, rows: Rows) -> Floats:
    given = {name: getattr(rows, name) for name in (*_GRIDS, "first")}
    (columns,) = session.run(None, given)
    return np.asarray(columns, dtype=np.float32)
