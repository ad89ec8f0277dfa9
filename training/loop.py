"""The training loop: a schedule over steps or over minutes, averaged weights, a checkpoint an epoch."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import torch
from torch import Tensor

from briefing.analyse.attribution.decode import Chain, best_tags
from training.batches import Material, collated, epoch_batches, fixed_segments
from training.measure import exact
from training.network import TAGS, Network


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a run is defined by; written beside the weights."""

    epochs: int = 9
    minutes: float | None = None
    pieces: int = 800
    parts: int = 2
    encoder_rate: float = 1.5e-4
    head_rate: float = 1.5e-3
    warm_up: float = 0.06
    weight_decay: float = 0.01
    clip: float = 1.0
    average: float = 0.98
    average_every: int = 4
    seed: int = 7


class Clock:
    """How much of the run is done, from 0 to 1, by steps or by the minutes allowed.

    A schedule by minutes ends on time with a rate of nothing however busy the machine is.
    """

    def __init__(self, settings: Settings, steps_an_epoch: int) -> None:
        self.settings = settings
        self.total = settings.epochs * steps_an_epoch
        self.begun = time.monotonic()

    def done(self, step: int) -> float:
        """Share of the run behind us after `step` steps."""
        if self.settings.minutes is None:
            return step / self.total
        return (time.monotonic() - self.begun) / (60 * self.settings.minutes)

    def rate(self, done: float) -> float:
        """Linear warm-up, then linearly to nothing."""
        warm = self.settings.warm_up
        return max(0.0, min(done / warm, (1 - done) / (1 - warm)))


def train(network: Network, data: Material, dev: Material, settings: Settings, out: Path) -> list[dict[str, object]]:
    """Train until the clock says done; the averaged weights of each epoch lie in `out`."""
    rng = random.Random(settings.seed)
    optimiser = _optimiser(network, settings)
    peaks = [group["lr"] for group in optimiser.param_groups]
    average = {k: v.detach().clone() for k, v in network.state_dict().items()}
    steps_an_epoch = sum(1 for _ in epoch_batches(data, settings.pieces, random.Random(0))) // settings.parts
    clock = Clock(settings, steps_an_epoch)
    log: list[dict[str, object]] = []
    step, epoch = 0, 0
    workers = ThreadPoolExecutor(settings.parts, initializer=torch.set_num_threads, initargs=(1,))
    while clock.done(step) < 1:
        epoch += 1
        sums = [0.0, 0.0, 0]
        for parts in batched(epoch_batches(data, settings.pieces, rng), settings.parts):
            done = clock.done(step)
            if done >= 1:
                break
            for group, peak in zip(optimiser.param_groups, peaks, strict=True):
                group["lr"] = peak * clock.rate(done)
            tags, links = _step(network, parts, optimiser, settings, workers)
            sums = [sums[0] + tags, sums[1] + links, sums[2] + 1]
            step += 1
            if step % settings.average_every == 0:
                _average(average, network, min(settings.average, step / (step + 40)))
            if step % 25 == 0:
                print(f"{step} {done:.3f} {sums[0] / sums[2]:.4f} {sums[1] / sums[2]:.4f}", flush=True)
        log.append(_checkpoint(network, average, dev, out, epoch, sums))
    return log


def batched(items: Iterable[dict[str, Tensor]], size: int) -> Iterator[list[dict[str, Tensor]]]:
    """Some at a time, the last perhaps fewer."""
    rest = iter(items)
    while group := list(islice(rest, size)):
        yield group


def _optimiser(network: Network, settings: Settings) -> torch.optim.Optimizer:
    encoder = ("word.", "position.", "norm.", "layers.")
    groups: dict[tuple[float, float], list[Tensor]] = {}
    for name, weight in network.named_parameters():
        rate = settings.encoder_rate if name.startswith(encoder) else settings.head_rate
        decay = settings.weight_decay if weight.dim() > 1 and "layers." in name else 0.0
        groups.setdefault((rate, decay), []).append(weight)
    return torch.optim.AdamW(
        [{"params": p, "lr": rate, "weight_decay": decay} for (rate, decay), p in groups.items()],
        fused=True,
    )


def _step(
    network: Network,
    parts: list[dict[str, Tensor]],
    optimiser: torch.optim.Optimizer,
    settings: Settings,
    workers: ThreadPoolExecutor,
) -> tuple[float, float]:
    """One update from the parts of a batch, each worked on by one thread of its own.

    Threads that share one operation wait for each other thousands of times a step, which costs
    most of the time where other programs want the processors too; these wait once.
    """
    network.train()
    weights = [weight for weight in network.parameters() if weight.requires_grad]
    count = sum(int(part["length"].sum()) for part in parts)

    def work(part: dict[str, Tensor]) -> tuple[float, float, tuple[Tensor | None, ...]]:
        share = int(part["length"].sum()) / count
        tags, links = (loss * share for loss in network.loss(part))
        slopes = torch.autograd.grad(tags + links, weights, allow_unused=True)
        return tags.item(), links.item(), slopes

    done = list(workers.map(work, parts))
    for weight, *slopes in zip(weights, *(slopes for _, _, slopes in done), strict=True):
        weight.grad = sum(slope for slope in slopes if slope is not None)
    torch.nn.utils.clip_grad_norm_(weights, settings.clip)
    optimiser.step()
    return sum(tags for tags, _, _ in done), sum(links for _, links, _ in done)


@torch.no_grad()
def _average(average: dict[str, Tensor], network: Network, keep: float) -> None:
    state = network.state_dict()
    torch._foreach_lerp_(list(average.values()), list(state.values()), 1 - keep)


def _checkpoint(
    network: Network,
    average: dict[str, Tensor],
    dev: Material,
    out: Path,
    epoch: int,
    sums: list[float],
) -> dict[str, object]:
    """Save the averaged weights and measure them."""
    torch.save(average, out / f"epoch{epoch}.pt")
    own = {k: v.clone() for k, v in network.state_dict().items()}
    network.load_state_dict(average)
    figures = exact(dev.examples, predict(network, dev))
    network.load_state_dict(own)
    row = {"epoch": epoch, "loss": round(sums[0] / max(1, sums[2]), 4), "dev": figures}
    print(json.dumps(row), flush=True)
    return row


@torch.no_grad()
def predict(network: Network, data: Material) -> list[list[int]]:
    """The best tags of every document in full precision."""
    network.eval()
    inside, across = (part.numpy() for part in network.chain())
    chain = Chain(inside=inside, across=across)
    out: list[list[int]] = [[] for _ in data.examples]
    for segment in fixed_segments(data):
        batch = collated(data, [segment])
        scores = network(batch)[0, :, :TAGS].numpy()
        out[segment[0]] += best_tags([scores], [batch["boundary"][0].numpy()], chain)[0]
    network.train()
    return out
