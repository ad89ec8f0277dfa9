"""The network: a BERT encoder with word features, a recurrent layer, a tag chain and link vectors."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from briefing.analyse.attribution.marks import STATES
from briefing.analyse.attribution.words import PLACES, SHAPES

TAGS = 7
RELATIONS = 3
LINK = 48
HIDDEN = 160
FEATURE_WIDTHS = {"shape": 16, "mark": 16, "place": 8}
FEATURE_SIZES = {"shape": SHAPES + 1, "mark": STATES + 1, "place": PLACES + 1}
DISTANCES = 24
FORBIDDEN = -1e4


class Layer(nn.Module):
    """One encoder layer, post-norm as in BERT."""

    def __init__(self, width: int, inner: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """One step up; `mask` is added to the attention's logits."""
        rows, length, width = x.shape
        q, k, v = self.qkv(x).view(rows, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        weights = (q @ k.transpose(-1, -2) * (width // self.heads) ** -0.5 + mask).softmax(-1)
        seen = self.out((weights.to(v.dtype) @ v).transpose(1, 2).reshape(rows, length, width))
        x = self.norm1(x + functional.dropout(seen, self.dropout, self.training))
        inner = self.down(functional.gelu(self.up(x)))
        return self.norm2(x + functional.dropout(inner, self.dropout, self.training))


class Network(nn.Module):
    """All of it; `forward` gives one row of scores and link vectors a word."""

    def __init__(self, vocabulary: int, width: int = 384, inner: int = 1536, heads: int = 12, layers: int = 6) -> None:
        super().__init__()
        self.word = nn.Embedding(vocabulary, width)
        self.position = nn.Embedding(512, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.given = nn.ModuleDict({k: nn.Embedding(n, width) for k, n in FEATURE_SIZES.items()})
        for table in self.given.values():
            nn.init.zeros_(table.weight)
        self.layers = nn.ModuleList(Layer(width, inner, heads, 0.1) for _ in range(layers))
        self.beside = nn.ModuleDict({k: nn.Embedding(FEATURE_SIZES[k], n) for k, n in FEATURE_WIDTHS.items()})
        joined = width + sum(FEATURE_WIDTHS.values())
        self.forth = nn.LSTM(joined, HIDDEN, batch_first=True)
        self.back = nn.LSTM(joined, HIDDEN, batch_first=True)
        self.readout = nn.Linear(2 * HIDDEN, TAGS + RELATIONS * (2 * LINK + 1))
        self.distance = nn.Parameter(torch.zeros(RELATIONS, DISTANCES))
        self.inside = nn.Parameter(torch.zeros(TAGS, TAGS))
        self.across = nn.Parameter(torch.zeros(TAGS, TAGS))
        inside, across = legal()
        self.register_buffer("legal_inside", inside, persistent=False)
        self.register_buffer("legal_across", across, persistent=False)

    def load_base(self, folder: Path) -> None:
        """Take the encoder's weights from a BERT checkpoint."""
        base = load_file(folder / "model.safetensors")
        put = {"word.weight": base["embeddings.word_embeddings.weight"]}
        put["position.weight"] = base["embeddings.position_embeddings.weight"]
        put["position.weight"] = put["position.weight"] + base["embeddings.token_type_embeddings.weight"][0]
        for end in ("weight", "bias"):
            put[f"norm.{end}"] = base[f"embeddings.LayerNorm.{end}"]
            for n in range(len(self.layers)):
                old = f"encoder.layer.{n}."
                qkv = [base[f"{old}attention.self.{x}.{end}"] for x in ("query", "key", "value")]
                put[f"layers.{n}.qkv.{end}"] = torch.cat(qkv)
                put[f"layers.{n}.out.{end}"] = base[f"{old}attention.output.dense.{end}"]
                put[f"layers.{n}.norm1.{end}"] = base[f"{old}attention.output.LayerNorm.{end}"]
                put[f"layers.{n}.up.{end}"] = base[f"{old}intermediate.dense.{end}"]
                put[f"layers.{n}.down.{end}"] = base[f"{old}output.dense.{end}"]
                put[f"layers.{n}.norm2.{end}"] = base[f"{old}output.LayerNorm.{end}"]
        lacking = self.load_state_dict(put, strict=False)
        assert not lacking.unexpected_keys, lacking

    def encode(self, batch: dict[str, Tensor]) -> Tensor:
        """Encoder output, rows x width x features."""
        x = self.word(batch["piece"]) + self.position(batch["position"])
        for key, table in self.given.items():
            x = x + table(batch[key])
        x = functional.dropout(self.norm(x), 0.1, self.training)
        part = batch["part"]
        apart = part[:, None, :, None] != part[:, None, None, :]
        mask = torch.zeros(apart.shape).masked_fill(apart, FORBIDDEN)
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def forward(self, batch: dict[str, Tensor], dropout: float = 0.3) -> Tensor:
        """Scores of every word, segments x words x columns; bfloat16 inside the encoder only."""
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.training):
            x = self.encode(batch)
        first = batch["first"]
        x = x.float().reshape(-1, x.shape[-1])[first]
        beside = [self.beside[k](batch[k].reshape(-1)[first]) for k in FEATURE_WIDTHS]
        x = functional.dropout(torch.cat([x, *beside], -1), dropout, self.training)
        turned = (batch["length"][:, None] - 1 - torch.arange(x.shape[1])[None]).clamp(min=0)
        after = _reorder(self.back(_reorder(x, turned))[0], turned)
        hidden = torch.cat([self.forth(x)[0], after], -1)
        return self.readout(functional.dropout(hidden, dropout, self.training))

    def loss(self, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
        """(tag loss, link loss), both summed over the batch and divided by its words."""
        out = self(batch)
        count = batch["length"].sum()
        tags = self.chain_loss(out[..., :TAGS], batch)
        return tags / count, self.link_loss(out[..., TAGS:], batch) / count

    def chain(self) -> tuple[Tensor, Tensor]:
        """Transition scores inside a paragraph and across a paragraph's beginning."""
        return self.inside + self.legal_inside, self.across + self.legal_across

    def chain_loss(self, emission: Tensor, batch: dict[str, Tensor]) -> Tensor:
        """Negative log-likelihood of the tags, the partition summed pairwise as a tree."""
        inside, across = self.chain()
        length, tags = batch["length"], batch["tags"]
        steps = emission.shape[1]
        real = torch.arange(steps)[None] < length[:, None]
        new = batch["boundary"].bool()[..., None, None]
        moves = torch.where(new, across, inside)
        gold = emission.gather(2, tags[..., None])[..., 0]
        before = functional.pad(tags[:, :-1], (1, 0))
        moved = moves.flatten(2).gather(2, (before * TAGS + tags)[..., None])[..., 0]
        gold_score = ((gold + moved) * real).sum()
        still = torch.full((TAGS, TAGS), FORBIDDEN).fill_diagonal_(0.0)
        product = torch.where(real[..., None, None], moves + emission[..., None, :], still)
        while product.shape[1] > 1:
            if product.shape[1] % 2:
                product = torch.cat([product, still.expand(len(product), 1, TAGS, TAGS)], 1)
            left, right = product[:, 0::2], product[:, 1::2]
            product = torch.logsumexp(left[..., :, :, None] + right[..., None, :, :], -2)
        return product[:, 0, 0].logsumexp(-1).sum() - gold_score

    def link_loss(self, out: Tensor, batch: dict[str, Tensor]) -> Tensor:
        """Cross-entropy of each arc's target among the beginnings of spans of its kind."""
        arcs = batch["arcs"]
        if not len(arcs):
            return out.sum() * 0.0
        row, relation, one, other = arcs.T
        dep, head, nobody = self.link_parts(out)
        scores = torch.einsum("nd,ntd->nt", dep[row, one, relation], head[row, :, relation])
        apart = torch.arange(out.shape[1])[None] - one[:, None]
        scores = scores + self.distance[relation[:, None], bucket(apart)]
        kind = torch.where(relation == 0, 3, 1)
        scores = scores.masked_fill(batch["tags"][row] != kind[:, None], FORBIDDEN)
        scores = torch.cat([nobody[row, one, relation][:, None], scores], 1)
        return functional.cross_entropy(scores, other + 1, reduction="sum")

    @staticmethod
    def link_parts(out: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Vectors of the one that asks, of the one that answers, and the score of nobody."""
        size = RELATIONS * LINK
        shape = (*out.shape[:-1], RELATIONS, LINK)
        return out[..., :size].view(shape), out[..., size : 2 * size].view(shape), out[..., 2 * size :]


def _reorder(x: Tensor, order: Tensor) -> Tensor:
    return x.gather(1, order[..., None].expand(-1, -1, x.shape[-1]))


def bucket(apart: Tensor) -> Tensor:
    """Distances in words to their bands: exact up to four, then doubling, each way."""
    size = apart.abs()
    far = 4 + torch.floor(torch.log2(size.clamp(min=5) / 4.0)).long()
    band = torch.where(size <= 4, size, far).clamp(max=DISTANCES // 2 - 1)
    return torch.where(apart < 0, band, band + DISTANCES // 2)


def legal() -> tuple[Tensor, Tensor]:
    """0 where a tag may follow another, FORBIDDEN where not."""
    inside = torch.zeros(TAGS, TAGS)
    across = torch.zeros(TAGS, TAGS)
    for tag in (2, 4, 6):
        inside[:, tag] = FORBIDDEN
        inside[tag - 1, tag] = inside[tag, tag] = 0.0
        across[:, tag] = FORBIDDEN
    return inside, across
